import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeWorld, type World } from '../../test/world.ts'
import { checkBooks } from '../charges/check.ts'
import type { ChargeRow } from '../charges/record.ts'
import { openDispute } from '../disputes/dispute.ts'
import { wechatPayProfitSharingRules, wechatPayRefundRules } from '../gateways/wechatpay/rules.ts'
import { uuidToId } from '../ids.ts'
import type { AccountId } from '../ledger/account.ts'
import { fingerprint } from '../ledger/idempotency.ts'
import { formatMicros, parseMicros } from '../money/amount.ts'
import { Problem } from '../problem.ts'
import { ShortfallCover } from '../refunds/shortage.ts'
import { Seal } from '../seal.ts'
import { type DebtAction, decideDebtEntry, makeDebtEntry } from './debt-entries.ts'
import { explainDebt, listDebts, sumDebts } from './debts.ts'
import { readPayable, windowIsOpen } from './payable.ts'
import { makePayoutFile, putDestination, readPaymentLines } from './payout-files.ts'
import { latestDue, runDuePayouts } from './payout-runs.ts'
import { approvePayout, createPayout, endPayout, listPayouts, type PayoutRow } from './payouts.ts'
import { DEFAULTS, readTerms, writePartySettings, writeSettings } from './settings.ts'
import type { Hold, SettlementSettings } from './settings-schema.ts'
import { readStatement, readStatementLines } from './statement.ts'

let world: World
const seal = new Seal(Buffer.alloc(32, 3))
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.close())

const DAY = 86_400_000
const ANN = 'user usr_ann'
const BOB = 'user usr_bob'
const directory = () => world.engine.tenant(world.tenant).directory
const ago = (days: number) => new Date(Date.now() - days * DAY)
const text = (micros: bigint) => formatMicros(micros, 'CNY')

async function settings(
  payouts: Partial<SettlementSettings['payouts']>,
  debts: Partial<SettlementSettings['debts']> = {},
) {
  const own = { debts: { ...DEFAULTS.debts, ...debts }, payouts: { ...DEFAULTS.payouts, ...payouts } }
  await writeSettings(world.db, own, ANN)
}

async function pay(merchant: string, amount: string, effectiveAt: Date | null = null): Promise<ChargeRow> {
  const event = { payer: 'usr_1', merchant, amount: { amount, currency: 'CNY' }, channel: 'sandbox' }
  const of = { line: 'payments', product: 'scan-pay', event }
  return (await world.engine.charge(world.tenant, { of, ...(effectiveAt && { effectiveAt }) })).charge
}

async function refund(charge: ChargeRow, amount?: string) {
  const result = await world.engine.refund(world.tenant, {
    charge: uuidToId('chg', charge.id),
    ask: amount === undefined ? {} : { amount: parseMicros(amount) },
    ...{ reason: null, reference: null, effectiveAt: null, previewHash: null },
  })
  return result.refund
}

const payable = async (party: string) => readPayable(world.db, party, 'CNY', await readTerms(world.db, party))
const payOut = async (party: string, amount: string | null = null, actor = ANN) =>
  (
    await createPayout(world.db, {
      ...{ party, unit: 'CNY', amount: amount === null ? null : parseMicros(amount), note: null, actor },
      idempotency: null,
    })
  ).payout
const end = ({ id }: PayoutRow, status: 'paid' | 'failed' | 'canceled' | 'returned') =>
  endPayout(world.db, directory(), id, { end: { status, reference: null, failure: null }, actor: ANN })
const debt = (party: string, action: DebtAction, amount: string | null, actor = ANN) =>
  makeDebtEntry(world.db, directory(), {
    ...{ party, kind: 'debt', action, unit: 'CNY', amount: amount === null ? null : parseMicros(amount) },
    ...{ reason: null, actor, idempotency: null },
  })
const merchant = async (id: string) => void (await world.party(id, { merchantCategory: 'restaurant' }))

/** Creates a debt: the merchant's balance is drained, then its charge is refunded. */
async function indebted(id: string, amount: string): Promise<ChargeRow> {
  await merchant(id)
  const charge = await pay(id, amount, ago(40))
  await world.drain(`${id}/balance`, await world.balance(`${id}/balance`))
  await refund(charge)
  return charge
}

describe('holds', () => {
  it('hold what the party may have to return for charges in the period, and for older charges in dispute', async () => {
    await merchant('mch_hold')
    await settings({ hold: { rule: 'days', days: 7 } })
    const fresh = await pay('mch_hold', '100.00')
    const old = await pay('mch_hold', '200.00', ago(10))
    const balance = parseMicros(await world.balance('mch_hold/balance'))
    const own = balance - parseMicros('200.00') // the fees of both would be returned as well
    expect(own).toBeLessThan(parseMicros('100.00'))
    const before = await payable('mch_hold')
    expect(before).toMatchObject({ available: balance, charges: 1, owed: 0n })
    await refund(fresh, '40.00')
    const after = await payable('mch_hold')
    // The refunded amount no longer counts as available or as held back.
    expect(after.available - after.heldBack).toBe(before.available - before.heldBack)
    expect(after.heldBack).toBeLessThan(before.heldBack)
    const request = { reason: null, reference: null, answerBy: null, idempotency: null }
    await openDispute(world.db, { charge: uuidToId('chg', old.id), amount: parseMicros('50.00'), ...request })
    const disputed = await payable('mch_hold')
    expect(disputed.charges).toBe(2)
    // A quarter of what the older charge credited.
    const brought = before.available - before.heldBack
    expect(disputed.heldBack - after.heldBack).toBe((brought + 3n) / 4n)
    await expect(payOut('mch_hold', '180.00')).rejects.toMatchObject({ code: 'payout_exceeds_payable' })
  })

  it('follow the refund window if the rule says so, and the rule of the line over the default', async () => {
    await merchant('mch_window')
    await pay('mch_window', '50.00', ago(20))
    const held = async (hold: Hold, lines: Record<string, Hold> = {}) => {
      await settings({ hold, lines })
      return (await payable('mch_window')).heldBack > 0n
    }
    // The channel has no refund limits, so its window never closes.
    expect(await held({ rule: 'refund-window', days: 30 })).toBe(true)
    expect(await held({ rule: 'refund-window', days: 19 })).toBe(false)
    expect(await held({ rule: 'none' }, { payments: { rule: 'days', days: 21 } })).toBe(true)
    expect(await held({ rule: 'days', days: 21 }, { payments: { rule: 'none' } })).toBe(false)
    const open = (policy: object, days: number) =>
      windowIsOpen(
        { maxRefunds: null, minGapSeconds: 0, shortage: 'debt', windowDays: 7, ...policy },
        ago(days),
        Date.now(),
      )
    expect(open({}, 6)).toBe(true)
    expect(open({}, 8)).toBe(false)
    expect(open({ reasons: { minor: { windowDays: 90 } } }, 8)).toBe(true)
    expect(open({ reasons: { fraud: { windowDays: null } } }, 800)).toBe(true)
  })
})

describe('debts', () => {
  it('are attributed to the refunds that caused them, with their age', async () => {
    const charge = await indebted('mch_debt', '80.00')
    const [found] = await listDebts(world.db, { party: 'mch_debt' }, 10)
    const owed = -parseMicros(await world.balance('mch_debt/debt'))
    expect(found).toMatchObject({
      kind: 'debt',
      amount: owed,
      lines: [{ line: 'payments', amount: owed }],
      writtenOff: 0n,
    })
    expect(found!.ages).toEqual({ upTo30: owed, upTo60: 0n, upTo90: 0n, older: 0n })
    await pay('mch_debt', '10.00') // the balance first repays the debt
    const { parts, paidBack } = await explainDebt(world.db, { party: 'mch_debt', kind: 'debt', unit: 'CNY' }, 10)
    expect(parts).toMatchObject([{ byRefund: true, line: 'payments', amount: owed, age: 0 }])
    expect(paidBack).toMatchObject([{ kind: 'debt-recovery' }])
    expect(parts[0]!.left).toBe(owed - paidBack[0]!.amount)
    expect((await sumDebts(world.db)).find(({ line }) => line === 'payments')).toMatchObject({ kind: 'debt' })
    expect(charge.payee).toBe('mch_debt')
  })

  it('are written off by two people above a threshold, restored, and never beyond what is owed', async () => {
    await indebted('mch_off', '300.00')
    await settings({}, { writeOffTwoPeopleAbove: '100' })
    await expect(debt('mch_off', 'write-off', '400.00')).rejects.toMatchObject({ code: 'debt_exceeded' })
    const { entry } = await debt('mch_off', 'write-off', '200.00')
    expect(entry.status).toBe('proposed')
    const decide = (actor: string) => decideDebtEntry(world.db, directory(), entry.id, { decision: 'approve', actor })
    await expect(decide(ANN)).rejects.toMatchObject({ code: 'approver_same' })
    const losses = parseMicros(await world.balance('platform/losses'))
    const both = await Promise.allSettled([decide(BOB), decide('user usr_cyd')])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(parseMicros(await world.balance('platform/losses'))).toBe(losses - parseMicros('200.00'))
    await expect(debt('mch_off', 'restore', '200.01')).rejects.toMatchObject({ code: 'debt_restore_exceeded' })
    await debt('mch_off', 'restore', null)
    await debt('mch_off', 'repay', '100.00')
    await world.fund('mch_off/balance', '50.00')
    expect((await debt('mch_off', 'recoup', null)).entry.amount).toBe(parseMicros('50.00'))
    expect(await world.balance('mch_off/balance')).toBe('0.00')
    const left = -parseMicros(await world.balance('mch_off/debt'))
    await debt('mch_off', 'write-off', text(left < parseMicros('100') ? left : parseMicros('100')))
    expect((await checkBooks(world.db)).faults).toEqual([])
  })

  it('are limited: a refund beyond the limit is refused or advanced', async () => {
    await indebted('mch_limit', '60.00')
    const owed = -parseMicros(await world.balance('mch_limit/debt'))
    const account = (
      await world.db.query<{ id: AccountId }>('SELECT id FROM account WHERE tenant = $1 AND path = $2', [
        world.tenant,
        'mch_limit/balance',
      ])
    )[0]!
    const short = (amount: string) => ({
      account: { id: account.id, path: 'mch_limit/balance', unit: 'CNY', floored: true },
      available: 0n,
      short: parseMicros(amount),
    })
    const mode = (amount: string) => new ShortfallCover(world.db).modeFor([short(amount)], 'debt')
    const limit = (amount: string, beyond: 'refuse' | 'advance') => [{ amount: { amount, currency: 'CNY' }, beyond }]
    expect(await mode('1000000.00')).toBe('debt')
    await settings({}, { limits: limit('100.00', 'refuse') })
    expect(await mode(text(parseMicros('100.00') - owed))).toBe('debt')
    await expect(mode(text(parseMicros('100.01') - owed))).rejects.toMatchObject({ code: 'debt_limit_exceeded' })
    await writePartySettings(world.db, 'mch_limit', { debts: { limits: limit('10.00', 'advance') } }, ANN)
    expect(await mode('0.01')).toBe('advance')
    await settings({})
  })

  /**
   * A split can be returned for 180 days after it was made, while a payment can be refunded for 365
   * (https://pay.weixin.qq.com/docs/partner/apis/profit-sharing/return-orders/create-return-order.html, 2025-09-29;
   * https://pay.weixin.qq.com/doc/v3/merchant/4012556457, 2024-09-19). In between the provider takes the whole refund
   * from the platform's own merchant account, so the payee's debt exists only in the ledger.
   */
  it('stay in the ledger once the provider no longer returns a split', async () => {
    const { returnWindowDays } = wechatPayProfitSharingRules
    expect(wechatPayRefundRules.windowDays).toBeGreaterThan(returnWindowDays)
    await merchant('mch_split')
    await settings({ hold: { rule: 'days', days: returnWindowDays } })
    const charge = await pay('mch_split', '500.00', ago(returnWindowDays + 1))
    const earned = await world.balance('mch_split/balance')
    await end(await payOut('mch_split', earned), 'paid')
    await refund(charge)
    expect(await world.balance('mch_split/debt')).toBe(`-${earned}`)
    await pay('mch_split', '100.00')
    const netted = parseMicros(earned) + parseMicros(await world.balance('mch_split/debt'))
    expect(netted).toBeGreaterThan(0n)
    expect(await world.balance('mch_split/balance')).toBe('0.00')
  })
})

describe('payouts', () => {
  it('need two people above a threshold, return to the balance on failure, and are finalized once', async () => {
    await merchant('mch_pay')
    await settings({ hold: { rule: 'none' }, twoPeopleAbove: '100' })
    await world.fund('mch_pay/balance', '1000.004')
    const small = await payOut('mch_pay', '100.00')
    expect(small.status).toBe('approved')
    const large = await payOut('mch_pay')
    expect(large).toMatchObject({ status: 'created', amount: parseMicros('900.00') }) // the fraction of a fen stays
    await expect(approvePayout(world.db, large.id, ANN)).rejects.toMatchObject({ code: 'approver_same' })
    expect((await approvePayout(world.db, large.id, BOB)).status).toBe('approved')
    await expect(payOut('mch_pay')).rejects.toMatchObject({ code: 'payout_nothing' })
    expect(await world.balance('mch_pay/payouts')).toBe('1000.00')
    await putDestination(
      world.db,
      seal,
      { party: 'mch_pay', unit: 'CNY', actor: ANN },
      {
        ...{ holder: '面馆', account: '6222 0000 0000 1234', bank: 'ICBC', branch: null },
      },
    )
    // Both payouts were created before the destination was set, so they are not sent.
    await expect(makePayoutFile(world.db, 'CNY', ANN)).rejects.toMatchObject({ code: 'payout_file_empty' })
    await end(small, 'canceled')
    const again = await payOut('mch_pay', '100.00')
    // A new destination waits, so that its party can object.
    await expect(makePayoutFile(world.db, 'CNY', ANN)).rejects.toMatchObject({
      params: { without: 1, waiting: 1, hours: 24 },
    })
    await settings({ hold: { rule: 'none' }, twoPeopleAbove: '100', destinationWaitHours: 0 })
    const file = await makePayoutFile(world.db, 'CNY', ANN)
    expect(file).toMatchObject({ payouts: 1, total: parseMicros('100.00') })
    const { lines } = await readPaymentLines(world.db, seal, file.id, ANN)
    expect(lines).toMatchObject([{ payout: again.id, account: '6222 0000 0000 1234', holder: '面馆' }])
    await expect(end(again, 'canceled')).rejects.toMatchObject({ code: 'payout_status' })
    await Promise.all([end(again, 'failed'), end(again, 'failed')])
    await Promise.all([end(large, 'paid'), end(large, 'paid')])
    expect(await world.balance('mch_pay/balance')).toBe('100.004')
    expect(await world.balance('mch_pay/external')).toBe('900.00')
    await expect(end(large, 'failed')).rejects.toMatchObject({ code: 'payout_status' })
    await expect(end(again, 'returned')).rejects.toMatchObject({ code: 'payout_status' })
    await Promise.all([end(large, 'returned'), end(large, 'returned')])
    expect(await world.balance('mch_pay/balance')).toBe('1000.004')
    expect(await world.balance('mch_pay/external')).toBe('0.00')
    await expect(end(large, 'paid')).rejects.toMatchObject({ code: 'payout_status' })
    const stored = await world.db.query('SELECT sealed, hint FROM payout_destination WHERE tenant = $1', [world.tenant])
    expect(JSON.stringify(stored)).not.toContain('62220000')
  })

  it('pay the money once with two concurrent requests, and once per idempotency key', async () => {
    await merchant('mch_race')
    await settings({ hold: { rule: 'none' } })
    await world.fund('mch_race/balance', '100.00')
    const tries = await Promise.allSettled([payOut('mch_race', '80.00'), payOut('mch_race', '80.00')])
    expect(tries.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const idempotency = { key: 'p-1', fingerprint: fingerprint('p-1') }
    const request = { party: 'mch_race', unit: 'CNY', amount: parseMicros('5.00'), note: null, actor: ANN, idempotency }
    const made = await Promise.all([1, 2, 3].map(() => createPayout(world.db, request)))
    expect(new Set(made.map(({ payout }) => payout.id)).size).toBe(1)
    expect(await world.balance('mch_race/balance')).toBe('15.00')
  })

  it('recover debts first, and restore written-off debts if the settings say so', async () => {
    await indebted('mch_first', '30.00')
    const owed = -parseMicros(await world.balance('mch_first/debt'))
    await settings({ hold: { rule: 'none' } }, { restoreAtPayout: true })
    await debt('mch_first', 'write-off', '10.00')
    await world.fund('mch_first/balance', '100.00')
    const payout = await payOut('mch_first')
    expect(payout.recovered).toBe(owed)
    expect(await world.balance('mch_first/debt')).toBe('0.00')
    const all = parseMicros('100.00') - owed
    expect(payout.amount).toBe(all - (all % 10_000n))
  })

  it('run on a schedule, once a day with concurrent processes', async () => {
    expect(latestDue({ every: 'day' }, '2026-11-23')).toBe('2026-11-23')
    expect(latestDue({ every: 'week', day: 5 }, '2026-11-23')).toBe('2026-11-20')
    expect(latestDue({ every: 'month', day: 31 }, '2026-03-01')).toBe('2026-02-28')
    await merchant('mch_run')
    await world.fund('mch_run/balance', '70.00')
    await settings({ hold: { rule: 'none' }, schedule: { every: 'day' }, minimum: '50', twoPeopleAbove: '60' })
    expect(await runDuePayouts(world.db)).toBe(0) // a new schedule takes effect tomorrow
    const tomorrow = new Date(Date.now() + DAY + 8 * 3_600_000).toISOString().slice(0, 10)
    await merchant('mch_guess')
    await world.fund('mch_guess/balance', '130.00')
    const guessed = { key: `payout-run:${tomorrow}:mch_guess:CNY`, fingerprint: fingerprint({ guessed: true }) }
    const byHand = { party: 'mch_guess', unit: 'CNY', amount: parseMicros('60.00'), note: null, actor: ANN }
    await createPayout(world.db, { ...byHand, idempotency: guessed })
    await Promise.all([runDuePayouts(world.db, undefined, tomorrow), runDuePayouts(world.db, undefined, tomorrow)])
    while ((await runDuePayouts(world.db, undefined, tomorrow)) > 0);
    const made = await listPayouts(world.db, { party: 'mch_run' }, 10)
    expect(made).toMatchObject([{ amount: parseMicros('70.00'), run: tomorrow, status: 'created', people: 2 }])
    const [scheduled] = await listPayouts(world.db, { party: 'mch_guess' }, 10)
    expect(scheduled).toMatchObject({ amount: parseMicros('70.00'), run: tomorrow })
    expect((await approvePayout(world.db, made[0]!.id, ANN)).status).toBe('created')
    expect((await approvePayout(world.db, made[0]!.id, BOB)).status).toBe('approved')
    expect(await listPayouts(world.db, { party: 'mch_race' }, 10)).toHaveLength(2) // below the minimum
    await settings({})
  })
})

it('passes the ledger checks, issues matching statements and never pays out held amounts, for random operations', async () => {
  await settings({ hold: { rule: 'days', days: 5 }, twoPeopleAbove: '100000' }, { restoreAtPayout: true })
  const cents = fc.integer({ min: 1, max: 30_000 }).map((n) => (n / 100).toString())
  const step = fc.oneof(
    fc.record({ do: fc.constant('pay' as const), amount: cents, days: fc.constantFrom(0, 3, 9) }),
    fc.record({ do: fc.constant('refund' as const), amount: cents, which: fc.nat(20) }),
    fc.record({ do: fc.constant('payout' as const), amount: fc.option(cents) }),
    fc.record({
      do: fc.constant('end' as const),
      which: fc.nat(20),
      status: fc.constantFrom('paid', 'failed', 'canceled', 'returned'),
    }),
    fc.record({
      do: fc.constant('debt' as const),
      action: fc.constantFrom('recoup', 'repay', 'write-off', 'restore'),
      amount: fc.option(cents),
    }),
  )
  let runs = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 20 }), async (steps) => {
      const id = `mch_law_${++runs}`
      await merchant(id)
      const charges: ChargeRow[] = []
      const payouts: PayoutRow[] = []
      for (const each of steps) {
        const before = each.do === 'payout' ? await payable(id) : undefined
        try {
          if (each.do === 'pay') charges.push(await pay(id, each.amount, each.days === 0 ? null : ago(each.days)))
          if (each.do === 'refund' && charges.length) await refund(charges[each.which % charges.length]!, each.amount)
          if (each.do === 'payout') payouts.push(await payOut(id, each.amount))
          if (each.do === 'end' && payouts.length) await end(payouts[each.which % payouts.length]!, each.status)
          if (each.do === 'debt') await debt(id, each.action, each.amount)
        } catch (error) {
          if (!(error instanceof Problem)) throw error
          continue
        }
        if (!before) continue
        const after = await payable(id)
        expect(payouts.at(-1)!.amount).toBeLessThanOrEqual(before.payable)
        expect(after.available).toBeGreaterThanOrEqual(after.heldBack)
        expect(after.owed + after.restored).toBe(0n)
      }
      const tomorrow = new Date(Date.now() + 2 * DAY).toISOString().slice(0, 10)
      const requested = { party: id, unit: 'CNY', from: '2026-01-01', to: tomorrow }
      const { opening, closing, sections } = await readStatement(world.db, requested)
      expect(opening + sections.reduce((sum, part) => sum + part.in - part.out, 0n)).toBe(closing)
      expect(text(closing)).toBe(await world.balance(`${id}/balance`))
      expect((await readStatementLines(world.db, requested)).at(-1)?.balance ?? 0n).toBe(closing)
      const [owes] = await listDebts(world.db, { party: id }, 10)
      expect(text(owes?.amount ?? 0n)).toBe((await world.balance(`${id}/debt`)).replace('-', ''))
    }),
    { numRuns: 12 },
  )
  expect((await checkBooks(world.db)).faults).toEqual([])
})
