/** The refund policies of the default rate card, product by product, from event to decision and plan. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Facts } from '../src/catalog/product.ts'
import { publishRateCard } from '../src/catalog/rate-card.ts'
import { defaultCard, faultsOfCard } from '../src/catalog/terms.ts'
import { type ChargeDraft, capturedOf, readItems, storeDraft } from '../src/charges/draft.ts'
import { ASKERS, acceptedReasons, REASONS, unclaimedReturnsAt } from '../src/charges/policy.ts'
import { type ChargeRow, readCharges } from '../src/charges/record.ts'
import { wechatPayRefundRules } from '../src/gateways/wechatpay/rules.ts'
import { uuidToId } from '../src/ids.ts'
import { lines } from '../src/lines/index.ts'
import { formatMicros, parseMicros } from '../src/money/amount.ts'
import { decide } from '../src/refunds/decision.ts'
import { planRefund, type RefundableCharge, type RefundPlan, refundableOf } from '../src/refunds/plan.ts'
import type { Decision, RefundQuestion } from '../src/refunds/question.ts'
import { toRefundable } from '../src/refunds/refundable.ts'
import { makeWorld, type World } from './world.ts'

const effectiveAt = new Date('2026-12-01T02:00:00Z')
const days = (count: number) => new Date(effectiveAt.getTime() + count * 86_400_000)
const cny = (amount: string) => ({ amount, currency: 'CNY' })

/** A charge of a product at its default terms, read back as stored: its example's event with these fields. */
function charge(name: string, fields: object = {}): RefundableCharge {
  const [line, id] = name.split('/') as [string, string]
  const { product } = lines.product(line, id)
  const facts: Facts = {
    party: (party) => product.example.parties.find((each) => each.id === party) as ReturnType<Facts['party']>,
    balance: () => parseMicros('1000000'),
    series: () => undefined,
  }
  const event = { ...product.example.event, ...fields }
  const priced = product.compile(product.defaultTerms, 'CNY').charge(event as never, facts)
  const stored = storeDraft({ ...priced, line, product: id, rateCard: 1, metadata: {}, event } as ChargeDraft)
  return {
    unit: priced.unit,
    payerAccount: priced.payerAccount,
    items: readItems(JSON.parse(JSON.stringify(stored))),
    policy: JSON.parse(JSON.stringify(stored.refund)),
    effectiveAt,
    ...capturedOf(priced),
    refunded: 0n,
    pending: 0n,
    disputed: 0n,
    refunds: 0,
    lastRefundAt: null,
    returned: null,
    returnedQuantity: null,
  }
}

const question = (over: Partial<RefundQuestion>): RefundQuestion => ({
  reason: 'changed-mind',
  asker: 'payer',
  ask: {},
  evidence: [],
  at: days(1),
  zone: 'Asia/Shanghai',
  ...over,
})

function asked(name: string, over: Partial<RefundQuestion>, fields: object = {}): Decision {
  return decide(charge(name, fields), question(over))
}

/** The amount that each kind of component returns when a decision is executed, in main units. */
function back(made: RefundableCharge, decision: Decision): Record<string, string> {
  const plan: RefundPlan = planRefund(
    { ...made, policy: decision.policy },
    decision.ask!,
    decision.notBefore ?? days(2),
  )
  const sums = new Map<string, bigint>()
  for (const { component, amount } of plan.back) sums.set(component.kind, (sums.get(component.kind) ?? 0n) + amount)
  return Object.fromEntries([...sums].map(([kind, amount]) => [kind, formatMicros(amount, 'CNY')]))
}

describe.each(lines.products.map(({ line, product }) => ({ name: `${line.id}/${product.id}` })))(
  '$name',
  ({ name }) => {
    it('has an answer for every reason and requester, in both languages', () => {
      const made = charge(name)
      for (const reason of REASONS) {
        for (const asker of ASKERS) {
          const decision = decide(made, question({ reason, asker }))
          const accepted = acceptedReasons(made.policy, asker).includes(reason)
          if (!accepted) expect(decision.decline?.code).toMatch(/^refund_(reason_not_accepted|asker_not_allowed)$/)
          for (const language of ['en', 'zh'] as const) {
            expect(lines.explanations.render(decision.steps, language, 'UTC').join('\n')).not.toMatch(/\{|\}|undefined/)
          }
        }
      }
    })

    it('refunds everything refundable for a reason that is not the payer’s fault', () => {
      const made = charge(name)
      const all = acceptedReasons(made.policy, 'agent').map((reason) => {
        const facts = { items: {}, calls: 0n, delivery: 'defective' as const }
        return decide(made, question({ reason, asker: 'agent', use: facts, evidence: ['bank-notice', 'photo'] })).most
      })
      expect(all.filter((most) => most === refundableOf(made)).length).toBeGreaterThan(0)
    })
  },
)

describe('ads', () => {
  const traffic = {
    traffic: [{ id: 'shown', basis: 'cpm', count: 1000, price: cny('30.00') }],
    publisher: 'pub_account',
  }
  // Invalid traffic is credited when the month is final, on a later statement:
  // https://support.google.com/admob/answer/6147072
  it('refunds invalid traffic once the statement is closed, from the publisher too', () => {
    const made = charge('ads/feed', traffic)
    const over = {
      reason: 'invalid-traffic',
      asker: 'system',
      evidence: ['traffic-report'],
      ask: { items: [{ id: 'shown', quantity: 250n }] },
    } as const
    const decision = decide(made, question(over))
    expect(decision).toMatchObject({ outcome: 'automatic', notBefore: new Date('2026-12-31T16:00:00Z') })
    expect(back(made, decision)).toEqual({ spend: '7.50', share: '5.25' })
    expect(decide(made, question({ ...over, evidence: [] }))).toMatchObject({ missingEvidence: ['traffic-report'] })
    expect(decide(made, question({ ...over, asker: 'payer' })).decline?.code).toBe('refund_asker_not_allowed')
  })

  it('declines delivered ads when an advertiser changed its mind', () => {
    expect(asked('ads/feed', {}, traffic).decline?.code).toBe('refund_reason_not_accepted')
  })
})

describe('goods', () => {
  it('refunds unused items within a week', () => {
    const use = { items: { sword: 1n, potion: 6n } }
    expect(asked('goods/game-item', { use })).toMatchObject({ outcome: 'automatic', amount: parseMicros('12.00') })
    expect(asked('goods/game-item', { use, at: days(8) }).decline?.code).toBe('refund_window_closed')
  })

  it.each(['goods/game-item', 'goods/membership', 'goods/tip'])(
    'refunds all of a minor’s %s for a year if the guardian requests it',
    (name) => {
      const over = { reason: 'minor', asker: 'guardian', at: days(300) } as const
      expect(asked(name, over)).toMatchObject({
        outcome: 'needs-evidence',
        missingEvidence: ['guardianship', 'payment-record'],
      })
      const made = charge(name)
      const shown = decide(made, question({ ...over, evidence: ['guardianship', 'payment-record'] }))
      expect(shown).toMatchObject({ outcome: 'needs-approval', approvals: 1, amount: refundableOf(made) })
      expect(decide(made, question({ reason: 'minor' })).decline?.code).toBe('refund_asker_not_allowed')
    },
  )

  it('refunds a minor’s tip from the creator too', () => {
    const made = charge('goods/tip', { amount: cny('500.00') })
    const over = { reason: 'minor', asker: 'guardian', evidence: ['guardianship', 'payment-record'] } as const
    expect(back(made, decide(made, question(over)))).toEqual({ share: '250.00', commission: '250.00' })
    expect(asked('goods/tip', {}).decline?.code).toBe('refund_reason_not_accepted')
    expect(asked('goods/tip', over, { amount: cny('1000.01') }).approvals).toBe(2)
  })

  // As WeChat does with red envelopes: unclaimed ones are refunded after 24 hours.
  it('refunds unclaimed gifts automatically after a day', () => {
    const gift = { items: [{ id: 'spring', price: cny('1.00'), quantity: 10, gift: true }] }
    expect(unclaimedReturnsAt(charge('goods/red-envelope-cover', gift))).toEqual(days(1))
    expect(unclaimedReturnsAt(charge('goods/red-envelope-cover'))).toBeNull()
    const over = { reason: 'unclaimed', asker: 'system', use: { items: { spring: 7n } } } as const
    expect(asked('goods/red-envelope-cover', over, gift)).toMatchObject({
      outcome: 'automatic',
      amount: parseMicros('3'),
    })
    expect(asked('goods/red-envelope-cover', { ...over, at: days(0.9) }, gift).decline?.code).toBe(
      'refund_not_open_yet',
    )
  })

  it('refunds the remaining days of a membership', () => {
    const at = new Date('2026-12-10T20:00:00+08:00')
    expect(asked('goods/membership', { at })).toMatchObject({
      amount: parseMicros('12.87'),
      ask: { items: [{ id: 'reading', quantity: 21n }] },
    })
  })
})

describe('payments', () => {
  // https://pay.weixin.qq.com/doc/v3/merchant/4012556457
  it('limits scan-pay by the channel’s days, count and gap, refunds for merchants and reviews requests of payers', () => {
    const made = charge('payments/scan-pay')
    expect(made.policy).toMatchObject(wechatPayRefundRules)
    const part = { ask: { amount: parseMicros('40.00') } }
    const decision = decide(made, question({ ...part, asker: 'payee' }))
    expect(decision).toMatchObject({ outcome: 'automatic', deadline: days(365) })
    expect(back(made, decision)).toEqual({ principal: '40.00', fee: '0.24', cost: '0.084', reward: '0.05' })
    expect(decide(made, question(part))).toMatchObject({ outcome: 'needs-approval', approvals: 1 })
    const again = { ...made, refunds: 1, lastRefundAt: days(1) }
    expect(decide(again, question(part)).notBefore).toEqual(new Date(days(1).getTime() + 60_000))
    const fifty = { ...made, refunds: 50, lastRefundAt: days(0.5) }
    expect(decide(fifty, question(part)).decline?.code).toBe('refund_count_exceeded')
  })

  it('refunds a card repayment with the notice of the bank', () => {
    const over = { reason: 'not-delivered', asker: 'system' } as const
    expect(asked('payments/card-repayment', over).missingEvidence).toEqual(['bank-notice'])
    expect(asked('payments/card-repayment', { ...over, evidence: ['bank-notice'] })).toMatchObject({
      outcome: 'automatic',
      amount: parseMicros('3003.00'),
    })
  })
})

describe('enterprise and platform APIs', () => {
  it('refunds the unused part of a module, and all of it if the service failed', () => {
    const december = { from: '2026-12-01', to: '2027-01-01', seats: 5 }
    const at = new Date('2026-12-21T12:00:00+08:00')
    expect(asked('enterprise/community-kit', { at }, december)).toMatchObject({
      ask: { items: [{ id: '2026-12-01', quantity: 50n }] },
      amount: parseMicros('322.58'),
    })
    const failed = asked('enterprise/community-kit', { at, reason: 'service-failure' }, december)
    expect(failed).toMatchObject({ amount: parseMicros('1000'), outcome: 'needs-approval' })
  })

  it('refunds each period of a module at its own price', () => {
    const at = new Date('2026-12-26T12:00:00+08:00')
    const { ask, amount } = asked('enterprise/contact-api', { at }, { from: '2026-12-16', to: '2027-02-01' })
    expect(ask).toEqual({ items: [{ id: '2026-12-01', quantity: 5n }, { id: '2027-01-01' }] })
    // 2,580.65 × 5/16 + 5,000
    expect(amount).toBe(parseMicros('5806.45'))
  })

  it('refunds the unused calls of a pack, and no metered calls', () => {
    const pack = { calls: 5000, failed: 0, soldPer: 'thousand-calls' }
    expect(asked('apis/ocr', { use: { calls: 1200n } }, pack).amount).toBe(parseMicros('19'))
    expect(asked('apis/ocr', { use: { calls: 1200n } }).decline?.code).toBe('refund_used_up')
  })

  it('refunds the rest of the month of a reserve, and no served burst', () => {
    const at = new Date('2026-12-16T12:00:00+08:00')
    const reserve = asked('apis/semantic', { at }, { month: '2026-12', reserved: 10, peak: 12 })
    expect(reserve).toMatchObject({ amount: parseMicros('1451.61'), most: parseMicros('1451.61') })
  })
})

describe('commerce', () => {
  it('refunds each part of an order by its own rule, and no shipping of faultless goods', () => {
    const made = charge('commerce/commission')
    expect(decide(made, question({}))).toMatchObject({ outcome: 'needs-evidence', missingEvidence: ['return-record'] })
    const returned = decide(made, question({ evidence: ['return-record'] }))
    expect(returned.outcome).toBe('automatic')
    expect(back(made, returned)).toEqual({ principal: '200.00', commission: '20.00', promotion: '5.00' })
    const off = decide(made, question({ reason: 'cancelled', asker: 'payee' }))
    expect(off.outcome).toBe('automatic')
    expect(back(made, off)).toMatchObject({ principal: '200.00', shipping: '12.00', share: '0.60' })
  })

  it.each([
    ['2026-12-07T12:00:00Z', '3000'],
    ['2026-12-08T12:00:00Z', '1500'],
    ['2026-12-09T13:00:00Z', '0'],
  ])('for a slot canceled at %s, refunds %s', (at, amount) => {
    const startsAt = '2026-12-10T20:00:00+08:00'
    const decision = asked('commerce/live-slot', { reason: 'cancelled', at: new Date(at) }, { startsAt })
    expect(decision.amount).toBe(parseMicros(amount))
  })

  it('refunds the minutes of a slot that were not broadcast, and requires its start for a cancellation', () => {
    const use = { items: { minutes: 60n } }
    expect(asked('commerce/live-slot', { reason: 'not-delivered', use }).amount).toBe(parseMicros('1000'))
    expect(asked('commerce/live-slot', { reason: 'cancelled' }).missingFacts).toEqual(['period'])
  })
})

describe('data and cross-border', () => {
  it.each([
    ['not-delivered', '50000'],
    ['preview', '40000'],
    ['delivered', '0'],
    ['defective', '50000'],
  ] as const)('for a report that is %s, refunds %s, and the privacy budget stays spent', (delivery, amount) => {
    const made = charge('data/audience-report')
    const decision = decide(made, question({ reason: 'not-as-described', use: { delivery } }))
    expect(decision.amount).toBe(parseMicros(amount))
    if (decision.ask) expect(back(made, decision)).toEqual({ price: formatMicros(parseMicros(amount), 'CNY') })
  })

  it('requires approvals by the risk of a data product', () => {
    const over = { reason: 'not-delivered', use: { delivery: 'not-delivered' } } as const
    const people = (name: string) => asked(name, over, name === 'data/white-paper' ? { copies: 1 } : {}).approvals
    expect(['data/white-paper', 'data/audience-report', 'data/training-set'].map(people)).toEqual([1, 1, 2])
  })

  it.each(['crossborder/overseas-pay', 'crossborder/remittance', 'crossborder/fx-spread'])(
    'refunds %s at its original rate; the platform bears the change of the market',
    (name) => {
      const decision = asked(name, { asker: 'agent', at: days(0.5) })
      expect(decision.exchange).toEqual({ rate: 'original', bearer: 'platform' })
      expect(lines.explanations.render(decision.steps, 'en', 'UTC').join('\n')).toContain(
        'at the exchange rate of the charge',
      )
    },
  )
})

describe('an invalid policy on a rate card', () => {
  const wrong: readonly [policy: object, pointer: string][] = [
    [
      {
        approvals: [
          { above: '500', people: 2 },
          { above: '5000', people: 1 },
        ],
      },
      '/approvals',
    ],
    [
      {
        approvals: [
          { above: '500', people: 1 },
          { above: '500', people: 2 },
        ],
      },
      '/approvals',
    ],
    [{ approvals: [{ above: '5', people: 3 }] }, '/approvals/0/people'],
    [{ exchange: { rate: 'original', bearer: 'payer' } }, '/exchange'],
    [{ use: { rule: 'unused-time' } }, '/use'],
    [
      {
        use: {
          rule: 'notice',
          notice: [
            { hours: 24, share: '0.5' },
            { hours: 72, share: '1' },
          ],
        },
      },
      '/use/notice',
    ],
    [
      {
        use: {
          rule: 'notice',
          notice: [
            { hours: 72, share: '0.5' },
            { hours: 24, share: '1' },
          ],
        },
      },
      '/use/notice',
    ],
    [{ share: '1.1' }, '/share'],
    [{ asks: ['anybody'] }, '/asks/0'],
    [{ reasons: { minor: { evidence: ['a letter'] } } }, '/reasons/minor/evidence/0'],
    [{ reasons: { whim: {} } }, '/reasons/whim'],
    [{ reasons: { minor: { maxRefunds: 3 } } }, '/reasons/minor/maxRefunds'],
  ]

  it.each(wrong)('%j is refused at %s', (policy, pointer) => {
    const card = defaultCard(lines)
    const terms = card.products['goods/tip'] as { refund: object }
    terms.refund = { windowDays: 30, maxRefunds: null, minGapSeconds: 0, shortage: 'debt', ...policy }
    expect(faultsOfCard(lines, card).map((fault) => fault.pointer)).toEqual([`/products/goods~1tip/refund${pointer}`])
  })

  it('is not on the default card', () => {
    expect(faultsOfCard(lines, defaultCard(lines))).toEqual([])
  })
})

describe('on a real ledger', () => {
  let world: World
  beforeAll(async () => {
    world = await makeWorld()
  })
  afterAll(() => world.close())

  /** The default card with a product's refund terms changed, in force immediately. */
  async function publishWith(name: string, policy: object): Promise<void> {
    const card = defaultCard(lines)
    Object.assign((card.products[name] as { refund: object }).refund, policy)
    await world.db.transaction((tx) => publishRateCard(tx, card, new Date(1)))
  }

  async function charged(name: string, event: object): Promise<ChargeRow> {
    const [line, product] = name.split('/') as [string, string]
    const of = { line, product, event, metadata: {} }
    const { id } = (await world.engine.charge(world.tenant, { of })).charge
    return (await readCharges(world.db, [id])).get(id)!
  }
  /** Decides at the moment of the charge and executes the decision. */
  async function giveBack(row: ChargeRow, over: Partial<RefundQuestion>) {
    const decision = decide(toRefundable(row), question({ at: row.effectiveAt, ...over }))
    const result = await world.engine.refund(world.tenant, {
      charge: uuidToId('chg', row.id),
      ask: decision.ask ?? {},
      reason: over.reason ?? null,
      reference: null,
      effectiveAt: null,
      previewHash: null,
      decided: { policy: decision.policy, exchange: decision.exchange, ...(over.rate && { rate: over.rate }) },
    })
    return { decision, refund: result.refund }
  }

  it('applies the policy in force when the charge was created', async () => {
    const event = { payer: 'usr_1', items: [{ id: 'cats', price: cny('6.00'), quantity: 5, gift: true }] }
    const before = await charged('goods/sticker', event)
    await publishWith('goods/sticker', { asks: ['agent'], windowDays: 0, reasons: {} })
    const after = await charged('goods/sticker', event)
    const unclaimed = { reason: 'unclaimed', asker: 'system', use: { items: { cats: 2n } } } as const
    const late = (row: ChargeRow) => question({ ...unclaimed, at: new Date(row.effectiveAt.getTime() + 86_400_000) })
    expect(decide(toRefundable(after), late(after)).decline?.code).toBe('refund_reason_not_accepted')
    expect(decide(toRefundable(before), late(before))).toMatchObject({
      outcome: 'automatic',
      amount: parseMicros('18'),
    })
    const { refund } = await giveBack(before, { use: { items: { cats: 4n } } })
    expect(refund.amount).toBe(parseMicros('6'))
  })

  it('charges the exchange difference to the shop instead of the position, at the current rate', async () => {
    await world.party('mch_ramen')
    await publishWith('crossborder/overseas-pay', { exchange: { rate: 'current', bearer: 'payee' } })
    const day = (rate: string) => ({ pair: 'CNY/JPY', rate, day: '2026-04-13', source: 'ECB' })
    const yen = (amount: string) => ({ amount, currency: 'JPY' })
    const shop = { payer: 'usr_1', merchant: 'mch_ramen', market: 'JP' }
    await charged('crossborder/overseas-pay', { ...shop, amount: yen('50000'), reference: day('20') })
    const [held, position] = await Promise.all(
      ['mch_ramen/balance', 'platform/position'].map((path) => world.balance(path, 'JPY')),
    )
    const row = await charged('crossborder/overseas-pay', { ...shop, amount: yen('10000'), reference: day('20') })
    // 10,000 ÷ 20 = 500.00 and a markup of 15.00; at 25 those 500.00 cost 12,500 JPY.
    const { decision, refund } = await giveBack(row, { asker: 'payee', rate: day('25') })
    expect(decision).toMatchObject({ outcome: 'automatic', amount: parseMicros('515.00') })
    expect(refund.plan.transfers).toContainEqual({
      kind: 'exchange-difference',
      from: 'mch_ramen/balance',
      to: 'platform/position',
      amount: yen('2500'),
      component: null,
    })
    const after = await Promise.all(
      ['mch_ramen/balance', 'platform/position'].map((path) => world.balance(path, 'JPY')),
    )
    expect(after.map((each, i) => Number(each) - Number([held, position][i]))).toEqual([-2500, 2500])
  })
})
