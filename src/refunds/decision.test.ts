import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Component, Item } from '../charges/draft.ts'
import {
  ASKERS,
  acceptedReasons,
  EVIDENCE,
  REASONS,
  type RefundPolicy,
  type RefundRule,
  ruleFor,
} from '../charges/policy.ts'
import { lines } from '../lines/index.ts'
import { decide } from './decision.ts'
import type { UseFacts } from './entitlement.ts'
import { planRefund, type RefundAsk, type RefundableCharge, refundableOf } from './plan.ts'
import type { Decision, RefundQuestion } from './question.ts'

const effectiveAt = new Date('2026-12-01T04:00:00Z')
const later = (days: number, hours = 0) => new Date(effectiveAt.getTime() + days * 86_400_000 + hours * 3_600_000)
const yuan = (amount: number) => BigInt(amount) * 1_000_000n

const component = (over: Partial<Component>): Component => ({
  kind: 'price',
  from: 'usr_1/external',
  to: 'platform/revenue',
  amount: 0n,
  unit: 'CNY',
  returns: 'pro-rata',
  quantum: 10_000n,
  why: [],
  ...over,
})
const item = (id: string, quantity: bigint, amount: bigint, over: Partial<Item> = {}): Item => ({
  id,
  quantity,
  components: [component({ amount })],
  ...over,
})

const BASE: RefundPolicy = { windowDays: 7, maxRefunds: null, minGapSeconds: 0, shortage: 'debt' }

function charge(items: Item[], rule: RefundRule & Partial<RefundPolicy>, over: Partial<RefundableCharge> = {}) {
  let [captured, kept] = [0n, 0n]
  for (const each of items.flatMap(({ components }) => components)) {
    if (each.from !== 'usr_1/external') continue
    captured += each.amount
    if (each.returns === 'never') kept += each.amount
  }
  const made: RefundableCharge = {
    unit: 'CNY',
    payerAccount: 'usr_1/external',
    items,
    policy: { ...BASE, ...rule },
    effectiveAt,
    captured,
    kept,
    refunded: 0n,
    pending: 0n,
    disputed: 0n,
    refunds: 0,
    lastRefundAt: null,
    returned: null,
    returnedQuantity: null,
    ...over,
  }
  return made
}

const ask = (over: Partial<RefundQuestion> = {}): RefundQuestion => ({
  reason: 'changed-mind',
  asker: 'payer',
  ask: {},
  evidence: [],
  at: later(1),
  zone: 'Asia/Shanghai',
  ...over,
})

/** Executes a decision and returns the refunded charge. */
function execute(before: RefundableCharge, decision: Decision, at = decision.notBefore ?? later(1)): RefundableCharge {
  const plan = planRefund({ ...before, policy: decision.policy }, decision.ask!, at)
  expect(plan.amount).toBe(decision.amount)
  return {
    ...before,
    refunded: before.refunded + plan.amount,
    refunds: before.refunds + 1,
    lastRefundAt: at,
    returned: plan.returned,
    returnedQuantity: plan.returnedQuantity,
  }
}

const potions = () => item('potion', 10n, yuan(30))
const sword = () => item('sword', 1n, yuan(198))

describe('who may ask, why and when', () => {
  it('refunds everything if the policy has no limits', () => {
    const decision = decide(charge([potions()], {}), ask())
    expect(decision).toMatchObject({ outcome: 'automatic', amount: yuan(30), most: yuan(30), approvals: 0, ask: {} })
    expect(decision).toMatchObject({ deadline: later(7), notBefore: null, decline: null })
  })

  it('declines after the window, which a reason can override', () => {
    const made = charge([potions()], { reasons: { minor: { windowDays: 365, asks: ['guardian'] } } })
    const late = decide(made, ask({ at: later(7, 1) }))
    expect(late).toMatchObject({
      outcome: 'declined',
      decline: { code: 'refund_window_closed' },
      ask: null,
      amount: 0n,
    })
    const minor = decide(made, ask({ at: later(100), reason: 'minor', asker: 'guardian' }))
    expect(minor).toMatchObject({ outcome: 'automatic', deadline: later(365) })
    // The request was in time, so the plan does not check the window again when it is executed.
    expect(minor.policy.windowDays).toBeNull()
    expect(execute(made, minor, later(400)).refunded).toBe(yuan(30))
  })

  it.each([
    [{}, 'minor', 'agent', 'refund_reason_not_accepted'],
    [{ reasons: { 'changed-mind': { asks: [] } } }, 'changed-mind', 'agent', 'refund_reason_not_accepted'],
    [{ asks: ['payee'] }, 'fraud', 'payer', 'refund_asker_not_allowed'],
    [{}, 'fraud', 'guardian', 'refund_asker_not_allowed'],
    [{ reasons: { minor: { asks: ['guardian'] } } }, 'minor', 'payer', 'refund_asker_not_allowed'],
  ] as const)('%j: %s requested by %s is %s', (rule, reason, asker, code) => {
    expect(decide(charge([potions()], rule), ask({ reason, asker })).decline?.code).toBe(code)
  })

  it('declines requests before the charge, beyond the limit, or with nothing left to refund', () => {
    const made = charge([potions()], { maxRefunds: 1 })
    expect(decide(made, ask({ at: later(-1) })).decline?.code).toBe('effective_before_charge')
    const once = execute(made, decide(made, ask({ ask: { amount: yuan(3) } })))
    expect(decide(once, ask()).decline).toEqual({ code: 'refund_count_exceeded', params: { limit: 1 } })
    const all = charge([potions()], {}, { refunded: yuan(30), returned: [yuan(30)], returnedQuantity: [10n] })
    expect(decide(all, ask()).decline?.code).toBe('refund_nothing_left')
  })

  it('declines with the problem of the plan', () => {
    const made = charge([potions(), sword()], { use: { rule: 'unused-items' } })
    const use = { items: { potion: 2n, sword: 0n } }
    const code = (requested: RefundAsk) => decide(made, ask({ ask: requested, use })).decline?.code
    expect(code({ items: [{ id: 'shield' }] })).toBe('refund_item_unknown')
    expect(code({ items: [{ id: 'potion', quantity: 11n }] })).toBe('refund_quantity_exceeded')
    expect(code({ amount: 5n })).toBe('amount_too_precise')
    expect(code({ amount: 0n })).toBe('amount_not_positive')
  })

  it('defers execution until the minimum gap between refunds has passed', () => {
    const made = charge([potions()], { minGapSeconds: 60 }, { refunds: 1, lastRefundAt: later(1) })
    expect(decide(made, ask()).notBefore).toEqual(new Date(later(1).getTime() + 60_000))
    expect(decide(made, ask({ at: later(2) })).notBefore).toBeNull()
  })

  it('defers execution to the end of the month in the tenant’s time zone', () => {
    const effective = new Date('2026-11-30T15:59:59Z')
    const made = charge([potions()], { opens: 'month-end' }, { effectiveAt: effective })
    const decision = decide(made, ask({ at: new Date('2026-11-30T15:59:59.500Z') }))
    expect(decision).toMatchObject({ outcome: 'automatic', notBefore: new Date('2026-11-30T16:00:00Z') })
    const next = decide({ ...made, effectiveAt: new Date('2026-11-30T16:00:00Z') }, ask())
    expect(next.notBefore).toEqual(new Date('2026-12-31T16:00:00Z'))
    expect(decide(made, ask({ at: new Date('2026-12-01T00:00:00Z') })).notBefore).toBeNull()
  })
})

describe('the refundable amount after use', () => {
  const unused = { use: { rule: 'unused-items' } } as const

  it('unused items: the rest of each item, reduced by earlier refunds', () => {
    const made = charge([potions(), sword()], unused)
    const use: UseFacts = { items: { potion: 6n, sword: 1n } }
    const decision = decide(made, ask({ use }))
    expect(decision.ask).toEqual({ items: [{ id: 'potion', quantity: 4n }] })
    expect(decision).toMatchObject({ amount: yuan(12), most: yuan(12), outcome: 'automatic' })
    const three = execute(made, decide(made, ask({ use, ask: { items: [{ id: 'potion', quantity: 3n }] } })))
    expect(decide(three, ask({ use }))).toMatchObject({
      amount: yuan(3),
      ask: { items: [{ id: 'potion', quantity: 1n }] },
    })
    const more = decide(three, ask({ use, ask: { items: [{ id: 'potion', quantity: 2n }] } }))
    expect(more.decline).toEqual({ code: 'refund_exceeds_policy', params: { most: '3.00', unit: 'CNY' } })
    const swords = decide(made, ask({ use, ask: { items: [{ id: 'sword' }] } }))
    expect(swords.decline?.code).toBe('refund_exceeds_policy')
    expect(decide(made, ask({ use: { items: { potion: 10n, sword: 1n } } })).decline?.code).toBe('refund_used_up')
  })

  it('unused items: requires the used quantity of the requested items', () => {
    const made = charge([potions(), sword()], unused)
    expect(decide(made, ask())).toMatchObject({ outcome: 'needs-evidence', missingFacts: ['items'], amount: yuan(228) })
    const use = { items: { potion: 6n } }
    expect(decide(made, ask({ use })).missingFacts).toEqual(['items'])
    expect(decide(made, ask({ use, ask: { items: [{ id: 'potion' }] } }))).toMatchObject({ outcome: 'automatic' })
  })

  it('unused items: spreads an amount over the unused items', () => {
    const decision = decide(
      charge([potions(), sword()], unused),
      ask({ use: { items: { potion: 5n, sword: 1n } }, ask: { amount: yuan(9) } }),
    )
    expect(decision.ask).toEqual({ items: [{ id: 'potion', amount: yuan(9) }] })
    expect(
      decide(charge([potions()], unused), ask({ use: { items: { potion: 5n } }, ask: { amount: yuan(16) } })).decline,
    ).toEqual({
      code: 'refund_exceeds_policy',
      params: { most: '15.00', unit: 'CNY' },
    })
  })

  it('a reason can ignore use', () => {
    const made = charge([potions()], { ...unused, reasons: { 'service-failure': { use: { rule: 'regardless' } } } })
    expect(decide(made, ask({ reason: 'service-failure' }))).toMatchObject({ outcome: 'automatic', amount: yuan(30) })
  })

  const december = item('reading', 31n, yuan(19), { period: { from: '2026-12-01', to: '2027-01-01' } })
  const byDay = { windowDays: null, use: { rule: 'unused-time', measure: 'day' } } as const

  it.each([
    ['2026-11-30T15:59:59Z', 31n],
    ['2026-12-01T00:00:00+08:00', 30n],
    ['2026-12-10T23:59:59+08:00', 21n],
    ['2026-12-31T00:00:00+08:00', 0n],
    ['2027-02-01T00:00:00+08:00', 0n],
  ])('unused days of December on %s: %s', (at, days) => {
    const made = charge([december], byDay, { effectiveAt: new Date('2026-11-01T00:00:00Z') })
    const decision = decide(made, ask({ at: new Date(at) }))
    if (days === 0n) expect(decision.decline?.code).toBe('refund_used_up')
    else expect(decision.ask).toEqual(days === 31n ? {} : { items: [{ id: 'reading', quantity: days }] })
    if (days === 31n) expect(decision.amount).toBe(yuan(19))
    if (days === 21n) expect(decision.amount).toBe(12_870_000n)
  })

  it('unused days: by seat, in the zone of the period, until the last use', () => {
    const seats = item('2026-12-01', 155n, yuan(1000), {
      period: { from: '2026-12-01', to: '2027-01-01', zone: 'America/New_York' },
    })
    const made = charge([seats], byDay)
    const at = new Date('2026-12-22T04:00:00Z')
    // It is still the 21st in New York: ten days are left, for five seats.
    expect(decide(made, ask({ at }))).toMatchObject({
      ask: { items: [{ id: '2026-12-01', quantity: 50n }] },
      amount: 322_580_000n,
    })
    const usedUntil = new Date('2026-12-11T12:00:00Z')
    expect(decide(made, ask({ at, use: { usedUntil } })).ask).toEqual({ items: [{ id: '2026-12-01', quantity: 100n }] })
  })

  it('unused seconds: refunds the remaining time to the second', () => {
    const hour = item('host', 1n, yuan(36), { period: { from: '2026-12-01T04:00:00Z', to: '2026-12-01T05:00:00Z' } })
    const made = charge([hour], { use: { rule: 'unused-time', measure: 'second' } })
    const decision = decide(made, ask({ at: new Date('2026-12-01T04:45:00.001Z') }))
    expect(decision).toMatchObject({ ask: { items: [{ id: 'host', amount: 8_990_000n }] }, amount: 8_990_000n })
  })

  it('unused time: requires the period of an item that has none', () => {
    const made = charge([potions()], byDay)
    expect(decide(made, ask())).toMatchObject({ outcome: 'needs-evidence', missingFacts: ['period'] })
    const period = { from: '2026-12-01', to: '2026-12-11' }
    expect(decide(made, ask({ use: { period } })).ask).toEqual({ items: [{ id: 'potion', quantity: 8n }] })
    const nonsense = { from: 'yesterday', to: '2026-12-11' }
    expect(decide(made, ask({ use: { period: nonsense } })).decline?.code).toBe('price_input_invalid')
  })

  it('unused calls: consumes packs in order; calls charged after use are not refundable', () => {
    const packs = [
      item('a', 1000n, yuan(5), { pack: { calls: 1000n } }),
      item('b', 1000n, yuan(5), { pack: { calls: 1000n } }),
    ]
    const made = charge([...packs, item('calls', 400n, yuan(2))], { use: { rule: 'unused-calls' } })
    expect(decide(made, ask({ use: { calls: 1500n } }))).toMatchObject({
      ask: { items: [{ id: 'b', quantity: 500n }] },
      amount: 2_500_000n,
    })
    expect(decide(made, ask({ use: { calls: 0n } })).amount).toBe(yuan(10))
    expect(decide(made, ask()).missingFacts).toEqual(['calls'])
    expect(decide(made, ask({ use: { calls: 5000n } })).decline?.code).toBe('refund_used_up')
  })

  const slot = item('minutes', 90n, yuan(3000), {
    period: { from: '2026-12-10T12:00:00Z', to: '2026-12-10T13:30:00Z' },
  })
  const notice = [
    { hours: 72, share: '1' },
    { hours: 24, share: '0.5' },
  ]

  it.each([
    ['2026-12-07T12:00:00Z', yuan(3000)],
    ['2026-12-07T12:00:00.001Z', yuan(1500)],
    ['2026-12-09T12:00:00Z', yuan(1500)],
    ['2026-12-09T12:00:01Z', 0n],
    ['2026-12-10T14:00:00Z', 0n],
  ])('by notice: canceled at %s, %s is refundable', (at, amount) => {
    const made = charge([slot], { windowDays: 30, use: { rule: 'notice', notice } })
    const decision = decide(made, ask({ reason: 'cancelled', at: new Date(at) }))
    expect(decision.amount).toBe(amount)
    if (amount === 0n) expect(decision.decline?.code).toBe('refund_used_up')
    const early = ask({ reason: 'cancelled', at: new Date(at), use: { notifiedAt: later(0) } })
    expect(decide(made, early).amount).toBe(yuan(3000))
  })

  it.each([
    ['not-delivered', yuan(50)],
    ['preview', yuan(40)],
    ['delivered', 0n],
    ['defective', yuan(50)],
  ] as const)('by delivery state: %s, %s is refundable', (delivery, amount) => {
    const shares = { 'not-delivered': '1', preview: '0.8', delivered: '0', defective: '1' }
    const privacy = component({
      kind: 'privacy',
      from: 'pop_1/privacy',
      to: 'pop_1/disclosed',
      unit: 'nano-rho',
      returns: 'never',
      amount: 5n,
    })
    const copies = { ...item('copies', 1n, yuan(50)), components: [component({ amount: yuan(50) }), privacy] }
    const made = charge([copies], { use: { rule: 'delivery', delivery: shares } })
    expect(decide(made, ask()).missingFacts).toEqual(['delivery'])
    const decision = decide(made, ask({ use: { delivery } }))
    expect(decision.amount).toBe(amount)
    if (amount > 0n) expect(execute(made, decision).returned?.[1]).toBe(0n)
  })

  it('unclaimed gifts: refunded automatically after their hours', () => {
    const reasons = { unclaimed: { asks: ['system'], use: { rule: 'unclaimed', hours: 24 } } } as const
    const made = charge([item('cover', 10n, yuan(10), { gift: true }), potions()], { reasons })
    const question = ask({ reason: 'unclaimed', asker: 'system', use: { items: { cover: 7n } } })
    expect(decide(made, { ...question, at: later(0, 23) }).decline).toEqual({
      code: 'refund_not_open_yet',
      params: { opensAt: later(1).toISOString() },
    })
    expect(decide(made, question)).toMatchObject({
      outcome: 'automatic',
      ask: { items: [{ id: 'cover', quantity: 3n }] },
    })
    expect(decide(made, { ...question, use: { items: { cover: 10n } } }).decline?.code).toBe('refund_used_up')
  })

  it('applies a share, and excludes items of kinds that are not refunded', () => {
    const shipping = {
      ...item('shipping', 1n, 0n),
      components: [component({ kind: 'shipping', amount: yuan(12), returns: 'whole-only' })],
    }
    const made = charge([item('robe', 1n, yuan(200)), shipping], {
      reasons: { 'changed-mind': { keeps: ['shipping'] }, goodwill: { share: '0.9' } },
    })
    expect(decide(made, ask())).toMatchObject({ ask: { items: [{ id: 'robe' }] }, amount: yuan(200) })
    expect(decide(made, ask({ ask: { items: [{ id: 'shipping' }] } })).decline?.code).toBe('refund_exceeds_policy')
    expect(decide(made, ask({ ask: { amount: yuan(205) } })).decline?.params).toEqual({ most: '200.00', unit: 'CNY' })
    expect(decide(made, ask({ reason: 'cancelled' })).amount).toBe(yuan(212))
    const goodwill = decide(made, ask({ reason: 'goodwill', ask: { items: [{ id: 'robe', quantity: 1n }] } }))
    expect(goodwill).toMatchObject({ amount: yuan(180), ask: { items: [{ id: 'robe', amount: yuan(180) }] } })
    expect(decide(execute(made, goodwill), ask({ reason: 'goodwill' })).decline?.code).toBe('refund_used_up')
  })

  it('rounds a share down to the minor unit', () => {
    const made = charge([item('a', 1n, yuan(1))], { share: '0.666666' })
    expect(decide(made, ask())).toMatchObject({ amount: 660_000n, ask: { items: [{ id: 'a', amount: 660_000n }] } })
    expect(decide(charge([item('a', 1n, 10_000n)], { share: '0.5' }), ask()).decline?.code).toBe('refund_used_up')
  })

  it('leaves out amounts that are disputed or pending', () => {
    const made = charge([potions()], unused, { disputed: yuan(10) })
    const use = { items: { potion: 4n } }
    expect(decide(made, ask({ use }))).toMatchObject({ most: yuan(8), amount: yuan(8) })
    expect(decide(charge([potions()], {}, { disputed: yuan(10) }), ask())).toMatchObject({
      most: yuan(20),
      amount: yuan(20),
    })
    const placed = { refunded: yuan(3), pending: yuan(6), returned: [yuan(9)], returnedQuantity: [3n], refunds: 2 }
    expect(decide(charge([potions()], unused, placed), ask({ use }))).toMatchObject({ most: yuan(9), amount: yuan(9) })
  })
})

describe('evidence and approvals', () => {
  const rule: RefundRule = {
    evidence: ['guardianship', 'payment-record'],
    approvals: [
      { above: '0', people: 1, askedBy: ['payer'] },
      { above: '20', people: 1 },
      { above: '100', people: 2 },
    ],
  }

  it('reports missing evidence, then the approvals', () => {
    const made = charge([sword()], rule)
    const missing = decide(made, ask({ evidence: ['payment-record'] }))
    expect(missing).toMatchObject({ outcome: 'needs-evidence', missingEvidence: ['guardianship'], approvals: 2 })
    const there = decide(made, ask({ evidence: ['payment-record', 'guardianship', 'photo'] }))
    expect(there).toMatchObject({ outcome: 'needs-approval', missingEvidence: [], approvals: 2 })
  })

  it.each([
    [20, 'agent', 0],
    [20, 'payer', 1],
    [21, 'agent', 1],
    [100, 'payee', 1],
    [101, 'payer', 2],
  ] as const)('%s requested by %s needs %s approvals', (amount, asker, approvals) => {
    const decision = decide(
      charge([sword()], { approvals: rule.approvals! }),
      ask({ asker, ask: { amount: yuan(amount) } }),
    )
    expect(decision).toMatchObject({ approvals, outcome: approvals === 0 ? 'automatic' : 'needs-approval' })
  })

  it('counts earlier refunds: two halves need the approvals of the whole', () => {
    const made = charge([sword()], { approvals: rule.approvals! })
    const half = ask({ asker: 'agent', ask: { amount: yuan(15) } })
    const first = decide(made, half)
    expect(first.approvals).toBe(0)
    expect(decide(execute(made, first), half).approvals).toBe(1)
  })

  it('names the rate, and requires the current one if the policy uses it', () => {
    const made = charge([sword()], { exchange: { rate: 'current', bearer: 'payee' } })
    expect(decide(made, ask())).toMatchObject({ outcome: 'needs-evidence', missingFacts: ['rate'] })
    const rate = { pair: 'CNY/JPY', rate: '23', day: '2026-12-02', source: 'ECB' }
    expect(decide(made, ask({ rate }))).toMatchObject({
      outcome: 'automatic',
      exchange: { rate: 'current', bearer: 'payee' },
    })
  })
})

it('a policy stored with the original four fields keeps its meaning', () => {
  expect(acceptedReasons(BASE)).toEqual(
    REASONS.filter((reason) => !['minor', 'unclaimed', 'invalid-traffic'].includes(reason)),
  )
  expect(acceptedReasons(BASE, 'guardian')).toEqual([])
  expect(ruleFor(BASE, 'fraud')).toMatchObject({ ...BASE, share: '1', evidence: [], approvals: [] })
})

// Properties.

const twoItems = (quantity: number, price: number, days: number): Item[] => [
  item('a', BigInt(quantity), BigInt(price) * 10_000n, {
    gift: true,
    pack: { calls: BigInt(quantity) },
    period: { from: '2026-12-01', to: new Date(Date.UTC(2026, 11, 1 + days)).toISOString().slice(0, 10) },
  }),
  {
    ...item('b', 3n, 0n),
    components: [
      component({ amount: yuan(7) }),
      component({ kind: 'shipping', amount: yuan(2), returns: 'whole-only' }),
    ],
  },
]
const shares = ['0', '0.3', '0.333333', '0.5', '1'] as const
const rules = fc.oneof(
  fc.constantFrom<RefundRule>(
    {},
    { use: { rule: 'unused-items' } },
    { use: { rule: 'unused-time', measure: 'day' } },
    { use: { rule: 'unused-time', measure: 'second' } },
    { use: { rule: 'unused-calls' } },
    {
      use: {
        rule: 'notice',
        notice: [
          { hours: 48, share: '1' },
          { hours: 5, share: '0.333333' },
        ],
      },
    },
    { keeps: ['shipping', 'price'] },
    { keeps: ['shipping'] },
  ),
  fc.tuple(...shares.slice(0, 4).map(() => fc.constantFrom(...shares))).map(
    ([a, b, c, d]): RefundRule => ({
      use: { rule: 'delivery', delivery: { 'not-delivered': a!, preview: b!, delivered: c!, defective: d! } },
    }),
  ),
)
const worlds = fc.record({
  quantity: fc.integer({ min: 1, max: 40 }),
  price: fc.integer({ min: 1, max: 100_000 }),
  days: fc.integer({ min: 1, max: 40 }),
  rule: rules,
  share: fc.constantFrom(...shares.slice(1)),
  used: fc.integer({ min: 0, max: 45 }),
  hours: fc.integer({ min: 0, max: 1000 }),
  delivery: fc.constantFrom('not-delivered', 'preview', 'delivered', 'defective'),
  asks: fc.array(
    fc.oneof(
      fc.constant({ by: 'all' as const, n: 0, id: 'a' }),
      fc.record({
        by: fc.constantFrom('amount', 'units', 'item-amount', 'item'),
        n: fc.integer({ min: 1, max: 5000 }),
        id: fc.constantFrom('a', 'b'),
      }),
    ),
    { minLength: 1, maxLength: 6 },
  ),
})
type Made = typeof worlds extends fc.Arbitrary<infer T> ? T : never

function situation({ quantity, price, days, rule, share, used, hours, delivery }: Made) {
  const made = charge(twoItems(quantity, price, days), { ...rule, share, windowDays: null })
  const use: UseFacts = {
    items: { a: BigInt(used), b: 1n },
    calls: BigInt(used),
    delivery,
    period: { from: '2026-12-03', to: '2026-12-20' },
  }
  return { made, question: ask({ use, at: later(0, hours) }) }
}

function toAsk({ by, n, id }: Made['asks'][number]): RefundAsk {
  if (by === 'amount') return { amount: BigInt(n) * 10_000n }
  if (by === 'units') return { items: [{ id, quantity: BigInt((n % 12) + 1) }] }
  if (by === 'item-amount') return { items: [{ id, amount: BigInt(n) * 10_000n }] }
  return by === 'item' ? { items: [{ id }] } : {}
}

describe('properties', () => {
  it('a decision refunds no more than is refundable, and the plan executes exactly its amount', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const { made, question } = situation(world)
        const decision = decide(made, { ...question, ask: toAsk(world.asks[0]!) })
        expect(decision.most <= refundableOf(made)).toBe(true)
        expect(decision.amount <= decision.most).toBe(true)
        if (decision.outcome !== 'declined') {
          expect(decision.amount > 0n).toBe(true)
          execute(made, decision, question.at)
        }
      }),
    )
  })

  it('is deterministic and does not modify its input', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const { made, question } = situation(world)
        const requested = { ...question, ask: toAsk(world.asks[0]!) }
        const before = structuredClone({ made, asked: requested })
        expect(decide(made, requested)).toEqual(decide(made, requested))
        expect({ made, asked: requested }).toEqual(before)
      }),
    )
  })

  it('partial requests never refund more than a single one', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const { made, question } = situation(world)
        const { most } = decide(made, question)
        let standing = made
        for (const each of world.asks) {
          const decision = decide(standing, { ...question, ask: toAsk(each) })
          if (decision.outcome !== 'declined') standing = execute(standing, decision, question.at)
          expect(standing.refunded <= most).toBe(true)
        }
      }),
    )
  })

  it('the maximum never increases with time or use', () => {
    fc.assert(
      fc.property(worlds, fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 20 }), (world, hours, used) => {
        const now = situation(world)
        const then = situation({ ...world, hours: world.hours + hours, used: world.used + used })
        expect(decide(then.made, then.question).most <= decide(now.made, now.question).most).toBe(true)
      }),
    )
  })

  it('explains every outcome in both languages', () => {
    const texts = lines.explanations.steps
    fc.assert(
      fc.property(worlds, fc.constantFrom(...REASONS), fc.constantFrom(...ASKERS), (world, reason, asker) => {
        const { made, question } = situation(world)
        const reasons = { minor: { evidence: [...EVIDENCE], exchange: { rate: 'current', bearer: 'payer' } as const } }
        const policy: RefundPolicy = {
          ...made.policy,
          reasons,
          minGapSeconds: 5,
          approvals: [{ above: '1', people: 2 }],
        }
        const requested = { ...question, reason, asker, ask: toAsk(world.asks[0]!), evidence: ['photo'] as const }
        const { steps } = decide({ ...made, policy, lastRefundAt: later(2) }, requested)
        for (const { code } of steps) expect(texts, code).toHaveProperty(code)
        for (const language of ['en', 'zh'] as const) {
          for (const text of lines.explanations.render(steps, language, 'Asia/Shanghai'))
            expect(text).not.toMatch(/\{|\}|undefined|refund_|not-|-record/)
        }
      }),
    )
  })
})
