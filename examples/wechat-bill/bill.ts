/**
 * Generates the trade bill of a fictitious day: the same text for the same options. Payments follow the shops' hours;
 * refunds are of orders of the same day. Memory holds only the refunds still to come, so a bill can have any size.
 */
import { wechatPayRefundRules } from '../../src/gateways/wechatpay/rules.ts'
import type { Micros } from '../../src/money/amount.ts'
import { applyRate, compareRates, formatPercent, parseRate, type Rate, ratio } from '../../src/money/rate.ts'
import { type Category, categories } from './categories.ts'
import { Draw, Random } from './random.ts'
import { header, type Row, rowFields, rowText, summaryHeader, Totals } from './row.ts'

export interface Merchant {
  readonly id: string
  readonly name: { readonly zh: string; readonly en: string }
  /** 特约商户号. */
  readonly merchantId: string
  /** A key of {@link categories}. */
  readonly category: string
}

export interface BillPlan {
  /** YYYY-MM-DD in Asia/Shanghai. */
  readonly date: string
  /** Detail rows: payments and refunds together. */
  readonly rows: number
  readonly seed: number
  /** Share of the rows that are refunds, up to one half. */
  readonly refunds: number
  /** Payments whose fee differs from the rate of the shop's category. */
  readonly differences: number
  /** Damaged rows; the summary still counts them. */
  readonly bad: number
  readonly merchants: readonly Merchant[]
}

/** 商户号 and 公众账号ID of the platform that all the shops belong to. Fictitious. */
const PLATFORM = { merchantId: '1900031000', appId: 'wx3f9a61c07e2d84b5' }
const FEN: Micros = 10_000n
const DAY_SECONDS = 86_400
/** No refunds of orders after 23:30, because the day is about to end. */
const LAST_REFUNDABLE = 84_600
const GAP_SECONDS = wechatPayRefundRules.minGapSeconds + 1
const BANKS = ['OTHERS', 'OTHERS', 'OTHERS', 'ICBC_DEBIT', 'CMB_CREDIT', 'CCB_DEBIT', 'ABC_DEBIT', 'BOC_DEBIT']

/** Yields the text of a bill, about one row at a time. */
export function* generateBill(plan: BillPlan): Generator<string, void, undefined> {
  const totals = new Totals()
  yield `${header}\n`
  for (const { row, damage } of rowsOf(plan)) {
    totals.add(row)
    yield damage === null ? rowText(rowFields(row)) : damaged(rowFields(row), damage)
  }
  yield `${summaryHeader}\n`
  yield totals.text()
}

interface BillRow {
  readonly row: Row
  /** How the row is damaged; null if it is not. */
  readonly damage: number | null
}

/** Yields the rows by time. */
function* rowsOf(plan: BillPlan): Generator<BillRow, void, undefined> {
  const random = new Random(plan.seed)
  const shops = new Shops(plan)
  const refundCount = Math.round(plan.rows * plan.refunds)
  const paymentCount = plan.rows - refundCount
  const refundable = Math.floor(shops.shareBefore(LAST_REFUNDABLE) * paymentCount)
  const refundDraw = new Draw(refundCount, refundable)
  const badDraw = new Draw(plan.bad, paymentCount)
  const differenceDraw = new Draw(plan.differences, paymentCount)
  const due = new Map<number, Row[]>()
  let now = 0
  let damages = 0
  for (let index = 0; index < paymentCount; index += 1) {
    const second = shops.secondAt((index + random.fraction()) / paymentCount)
    for (; now <= second; now += 1) yield* refundsDue(due, now)
    const differs = differenceDraw.take(random) > 0
    const row = shops.payment(index, second, differs, random)
    const bad = badDraw.take(random) > 0
    yield { row, damage: bad ? damages++ % 4 : null }
    const parts = index < refundable ? refundDraw.take(random, !bad) : 0
    if (parts === 0) continue
    const more = random.chance(0.15) ? refundDraw.takeMore(1 + random.below(2)) : 0
    for (const [at, refund] of shops.refunds(row, second, parts + more, random)) {
      due.set(at, [...(due.get(at) ?? []), refund])
    }
  }
  for (; now < DAY_SECONDS; now += 1) yield* refundsDue(due, now)
}

function* refundsDue(due: Map<number, Row[]>, second: number): Generator<BillRow, void, undefined> {
  for (const row of due.get(second) ?? []) yield { row, damage: null }
  due.delete(second)
}

class Shops {
  private readonly plan: BillPlan
  private readonly shops: readonly { readonly merchant: Merchant; readonly category: Category }[]
  /** The weight of each shop for each hour. */
  private readonly weights: readonly (readonly number[])[]
  /** The share of the day's payments before the start of each hour: 25 numbers from 0 to 1. */
  private readonly shares: readonly number[]

  constructor(plan: BillPlan) {
    this.plan = plan
    this.shops = plan.merchants.map((merchant) => {
      const category = categories[merchant.category]
      if (!category) throw new RangeError(`no category “${merchant.category}” (${merchant.id})`)
      return { merchant, category }
    })
    this.weights = Array.from({ length: 24 }, (_, hour) =>
      this.shops.map(({ category }) => category.weight * category.hours[hour]!),
    )
    const hourly = this.weights.map((weights) => weights.reduce((sum, weight) => sum + weight, 0))
    const whole = hourly.reduce((sum, weight) => sum + weight, 0)
    let before = 0
    const running = hourly.map((weight) => {
      before += weight
      return before / whole
    })
    this.shares = [0, ...running]
  }

  shareBefore(second: number): number {
    const hour = Math.floor(second / 3600)
    const [from, to] = [this.shares[hour]!, this.shares[hour + 1]!]
    return from + (to - from) * ((second % 3600) / 3600)
  }

  /** Returns the second of the day at which this share of the payments is reached. */
  secondAt(share: number): number {
    const hour = this.shares.findLastIndex((from, index) => index < 24 && from <= share)
    const [from, to] = [this.shares[hour]!, this.shares[hour + 1]!]
    return Math.min(DAY_SECONDS - 1, hour * 3600 + Math.floor(((share - from) / (to - from)) * 3600))
  }

  payment(index: number, second: number, differs: boolean, random: Random): Row {
    const { merchant, category } = this.shops[random.weighted(this.weights[Math.floor(second / 3600)]!)]!
    const [goods, low, high] = random.pick(category.goods)
    const order = orderAmount(low, high, differs, random)
    const coupon = !differs && order >= 2000n * FEN && random.chance(0.07) ? couponOf(order, random) : 0n
    const prepaid = random.chance(0.5)
    const settle = prepaid ? order : order - coupon
    const rate = differs ? otherRate(parseRate(category.rate)) : parseRate(category.rate)
    const types = Object.keys(category.tradeTypes)
    const tradeType = types[random.weighted(Object.values(category.tradeTypes))]!
    const digits = this.plan.date.replaceAll('-', '')
    return {
      time: timeText(this.plan.date, second),
      appId: PLATFORM.appId,
      merchantId: PLATFORM.merchantId,
      subMerchantId: merchant.merchantId,
      device: tradeType === 'MICROPAY' ? `POS-0${1 + random.below(4)}` : '',
      transactionId: `4200${random.text('0123456789', 6)}${digits}${String(index).padStart(10, '0')}`,
      orderNo: `${digits}${String(index + 1).padStart(9, '0')}`,
      payerId: this.payer(random),
      tradeType,
      status: 'SUCCESS',
      bank: random.pick(BANKS),
      settle,
      coupon,
      refundId: '0',
      refundNo: '0',
      settleRefund: 0n,
      couponRefund: 0n,
      refundType: '',
      refundStatus: '',
      goods,
      attach: category.attach.replace('#', String(1 + random.below(9))),
      fee: applyRate(settle, rate, FEN),
      rate: percentText(rate),
      order,
      requestedRefund: 0n,
      rateNote: '',
    }
  }

  /** There are a third as many payers as rows; a payer always has the same number. */
  private payer(random: Random): string {
    const payer = random.below(Math.max(20, Math.ceil(this.plan.rows / 3)))
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    return `o${new Random((this.plan.seed ^ 0x5bd1e995) + payer).text(letters, 27)}`
  }

  /** Returns the refunds of a payment with the second of each: full or partial, sometimes in up to three parts. */
  refunds(payment: Row, second: number, parts: number, random: Random): [number, Row][] {
    const amounts = refundAmounts(payment.order, parts, random)
    let back: Micros = 0n
    let at = second
    return amounts.map((amount, index) => {
      const later = amounts.length - index
      const room = Math.floor((DAY_SECONDS - 1 - at) / later) - GAP_SECONDS
      at += GAP_SECONDS + random.below(Math.max(1, Math.min(7200, room)))
      const row = this.refund(payment, at, { back, amount, part: index + 1 }, random)
      back += amount
      return [at, row]
    })
  }

  /** Rounds the cumulative total instead of each part, so that the parts of a full refund add up to the payment. */
  private refund(
    payment: Row,
    at: number,
    { back, amount, part }: { readonly back: Micros; readonly amount: Micros; readonly part: number },
    random: Random,
  ): Row {
    const due = (whole: Micros) =>
      applyRate(whole, ratio(back + amount, payment.order), FEN) - applyRate(whole, ratio(back, payment.order), FEN)
    const prepaidCoupon = payment.settle === payment.order ? payment.coupon : 0n
    const digits = this.plan.date.replaceAll('-', '')
    return {
      ...payment,
      time: timeText(this.plan.date, at),
      status: 'REFUND',
      settle: 0n,
      coupon: 0n,
      refundId: `50303${random.text('0123456789', 5)}${digits}${payment.orderNo.slice(-9)}0${part}`,
      refundNo: `${payment.orderNo}R${part}`,
      settleRefund: due(payment.settle),
      couponRefund: due(prepaidCoupon),
      refundType: 'ORIGINAL',
      refundStatus: random.chance(0.97) ? 'SUCCESS' : 'PROCESSING',
      fee: -due(payment.fee),
      order: 0n,
      requestedRefund: amount,
    }
  }
}

/** Prefers round prices. An order with a differing fee is large enough for the difference to show. */
function orderAmount(low: number, high: number, differs: boolean, random: Random): Micros {
  const fen = low * 100 + random.below((high - low) * 100 + 1)
  const style = random.below(10)
  const priced = style < 5 ? fen - (fen % 100) : style < 8 ? fen - (fen % 100) - 10 : fen
  return BigInt(Math.max(differs ? 5000 : low * 100, priced)) * FEN
}

function couponOf(order: Micros, random: Random): Micros {
  const coupon = random.pick([200n, 300n, 500n, 529n, 1000n]) * FEN
  return coupon < order ? coupon : order / 2n
}

function otherRate(rate: Rate): Rate {
  const usual = parseRate('0.01')
  return compareRates(rate, usual) === 0 ? parseRate('0.006') : usual
}

/** "0.60%": a percentage with two decimals. */
function percentText(rate: Rate): string {
  const [whole, decimals = ''] = formatPercent(rate).split('.')
  return `${whole}.${decimals.padEnd(2, '0')}%`
}

/** Splits an order into parts that add up to at most the whole. */
function refundAmounts(order: Micros, parts: number, random: Random): Micros[] {
  const whole = random.chance(parts === 1 ? 0.6 : 0.5)
  const total = whole ? order : fenOf(order, 10 + random.below(80))
  let left = total
  return Array.from({ length: parts }, (_, index) => {
    const amount = index === parts - 1 ? left : fenOf(left / BigInt(parts - index), 60 + random.below(60))
    left -= amount
    return amount
  })
}

/** Returns a percentage of an amount, in whole fen and at least one. */
function fenOf(amount: Micros, hundredths: number): Micros {
  const part = applyRate(amount, ratio(BigInt(hundredths), 100n), FEN, 'down')
  return part > FEN ? part : FEN
}

function timeText(date: string, second: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${date} ${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`
}

/** A damaged row: truncated, or with an invalid amount, status or date. */
function damaged(fields: readonly string[], kind: number): string {
  const changed = [...fields]
  if (kind === 0) return rowText(fields.slice(0, 14))
  if (kind === 1) changed[22] = '#VALUE!'
  if (kind === 2) changed[9] = 'UNKNOWN'
  if (kind === 3) changed[0] = changed[0]!.replace(/-\d\d-\d\d/, '-02-30')
  return rowText(changed)
}

/** Parses merchants given as JSON. @throws RangeError if they are invalid. */
export function readMerchants(json: string): Merchant[] {
  const list = JSON.parse(json) as unknown
  if (!Array.isArray(list) || list.length === 0) throw new RangeError('merchants: a list with at least one merchant')
  for (const merchant of list as Partial<Merchant>[]) {
    if (!/^\d{8,10}$/.test(merchant.merchantId ?? ''))
      throw new RangeError(`merchantId of ${merchant.id}: 8 to 10 digits`)
    if (!categories[merchant.category ?? ''])
      throw new RangeError(`no category “${merchant.category}” (${merchant.id})`)
  }
  return list as Merchant[]
}
