import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Component, Item, Returns } from '../charges/draft.ts'
import { Problem } from '../problem.ts'
import { planRefund, type RefundAsk, type RefundableCharge, type RefundPlan, refundableOf } from './plan.ts'

const at = new Date('2026-11-20T08:00:00Z')
const FEN = 10_000n

const component = (over: Partial<Component>): Component => ({
  kind: 'principal',
  from: 'usr_1/external',
  to: 'mch_1/balance',
  amount: 0n,
  unit: 'CNY',
  returns: 'pro-rata',
  quantum: 1n,
  why: [],
  ...over,
})

function charge(items: Item[], over: Partial<RefundableCharge> = {}): RefundableCharge {
  let captured = 0n
  let kept = 0n
  for (const each of items.flatMap(({ components }) => components)) {
    if (each.from !== 'usr_1/external') continue
    captured += each.amount
    if (each.returns === 'never') kept += each.amount
  }
  return {
    unit: 'CNY',
    payerAccount: 'usr_1/external',
    items,
    policy: { windowDays: null, maxRefunds: null, minGapSeconds: 0, shortage: 'debt' },
    effectiveAt: at,
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
}

function advance(before: RefundableCharge, plan: RefundPlan): RefundableCharge {
  return {
    ...before,
    refunded: before.refunded + plan.amount,
    refunds: before.refunds + 1,
    lastRefundAt: at,
    returned: plan.returned,
    returnedQuantity: plan.returnedQuantity,
  }
}

const qr = (amount: bigint, fee: bigint) =>
  charge([
    {
      id: '1',
      quantity: 1n,
      components: [
        component({ amount }),
        component({ kind: 'fee', from: 'mch_1/balance', to: 'platform/revenue', amount: fee, quantum: FEN }),
      ],
    },
  ])

const backOf = (plan: RefundPlan) => Object.fromEntries(plan.back.map((each) => [each.component.kind, each.amount]))

describe('a partial refund', () => {
  it('returns the fee in proportion: half of a fee of 0.6% on 100.00', () => {
    expect(backOf(planRefund(qr(100_000_000n, 600_000n), { amount: 50_000_000n }, at))).toEqual({
      principal: 50_000_000n,
      fee: 300_000n,
    })
  })

  it('rounds cumulatively: three thirds of 1.00 with a fee of 0.01 refund one fen of the fee once', () => {
    let state = qr(1_000_000n, 10_000n)
    const fees: bigint[] = []
    for (const amount of [330_000n, 330_000n, 340_000n]) {
      const plan = planRefund(state, { amount }, at)
      fees.push(backOf(plan).fee ?? 0n)
      state = advance(state, plan)
    }
    expect(fees).toEqual([0n, 10_000n, 0n])
  })
})

describe('limits', () => {
  const state = { ...qr(100_000_000n, 600_000n) }
  const code = (over: Partial<RefundableCharge>, ask: RefundAsk = {}, when = at) => {
    try {
      planRefund({ ...state, ...over }, ask, when)
      return 'accepted'
    } catch (error) {
      return (error as Problem).code
    }
  }
  const policy = { windowDays: 365, maxRefunds: 50, minGapSeconds: 60, shortage: 'debt' as const }
  const later = (ms: number) => new Date(at.getTime() + ms)

  it.each([
    ['inside the window', { policy }, {}, later(365 * 86_400_000), 'accepted'],
    ['after the window', { policy }, {}, later(365 * 86_400_000 + 1), 'refund_window_closed'],
    ['before the charge', {}, {}, later(-1), 'effective_before_charge'],
    ['the fiftieth part', { policy, refunds: 49 }, {}, at, 'accepted'],
    ['the fifty-first', { policy, refunds: 50 }, {}, at, 'refund_count_exceeded'],
    ['a minute apart', { policy, lastRefundAt: at }, {}, later(60_000), 'accepted'],
    ['too soon', { policy, lastRefundAt: at }, {}, later(59_999), 'refund_too_soon'],
    ['more than captured', {}, { amount: 100_010_000n }, at, 'refund_exceeds_refundable'],
    [
      'what is pending cannot come back',
      { pending: 99_990_000n },
      { amount: 20_000n },
      at,
      'refund_exceeds_refundable',
    ],
    ['what is disputed cannot come back', { disputed: 100_000_000n }, {}, at, 'refund_nothing_left'],
    ['nothing left', { refunded: 100_000_000n }, {}, at, 'refund_nothing_left'],
    ['zero', {}, { amount: 0n }, at, 'amount_not_positive'],
    ['negative', {}, { amount: -10_000n }, at, 'amount_not_positive'],
    ['finer than a fen', {}, { amount: 5_000n }, at, 'amount_too_precise'],
    ['unknown item', {}, { items: [{ id: 'x' }] }, at, 'refund_item_unknown'],
    ['item twice', {}, { items: [{ id: '1' }, { id: '1' }] }, at, 'refund_item_twice'],
    ['two of one', {}, { items: [{ id: '1', quantity: 2n }] }, at, 'refund_quantity_exceeded'],
  ] as const)('%s', (_, over, ask, when, expected) => expect(code(over, ask, when)).toBe(expected))
})

it('keeps components that are never refunded or only as a whole', () => {
  const state = charge([
    {
      id: '1',
      quantity: 1n,
      components: [
        component({ amount: 50_000_000n }),
        component({ kind: 'booking', to: 'platform/revenue', amount: 2_000_000n, returns: 'never' }),
        component({ kind: 'insurance', to: 'platform/revenue', amount: 3_000_000n, returns: 'whole-only' }),
      ],
    },
  ])
  expect(refundableOf(state)).toBe(53_000_000n)
  expect(() => planRefund(state, { amount: 51_000_000n }, at)).toThrowError(Problem)
  const first = planRefund(state, { amount: 20_000_000n }, at)
  expect(backOf(first)).toEqual({ principal: 20_000_000n })
  expect(backOf(planRefund(advance(state, first), {}, at))).toEqual({ principal: 30_000_000n, insurance: 3_000_000n })
})

it('returns the same total for items one by one and together', () => {
  const state = charge([
    {
      id: 'tea',
      quantity: 3n,
      components: [
        component({ amount: 10_000_000n }),
        component({
          kind: 'commission',
          from: 'mch_1/balance',
          to: 'platform/revenue',
          amount: 1_000_000n,
          quantum: FEN,
        }),
      ],
    },
    { id: 'cup', quantity: 1n, components: [component({ amount: 8_880_000n })] },
  ])
  let step = state
  const amounts = [1, 2, 3].map(() => {
    const plan = planRefund(step, { items: [{ id: 'tea', quantity: 1n }] }, at)
    step = advance(step, plan)
    return plan.amount
  })
  expect(amounts).toEqual([3_330_000n, 3_340_000n, 3_330_000n])
  expect(step.returned).toEqual(planRefund(state, { items: [{ id: 'tea', quantity: 3n }] }, at).returned)
  expect(refundableOf(step)).toBe(8_880_000n)
})

it('refunds quantities of items that cost less than the currency’s minor unit', () => {
  const calls = (amount: bigint) => charge([{ id: 'calls', quantity: 3n, components: [component({ amount })] }])
  const oneByOne = (amount: bigint) => {
    let step = calls(amount)
    return [1, 2, 3].map(() => {
      const plan = planRefund(step, { items: [{ id: 'calls', quantity: 1n }] }, at)
      step = advance(step, plan)
      return plan.amount
    })
  }
  expect(oneByOne(1_500n)).toEqual([500n, 500n, 500n])
  expect(oneByOne(1_000n)).toEqual([333n, 334n, 333n])
  expect(oneByOne(10_001n)).toEqual([3_334n, 3_333n, 3_334n])
  expect(planRefund(calls(1_000n), { items: [{ id: 'calls', quantity: 2n }] }, at).amount).toBe(667n)
})

it('refuses items that together ask for one micro more than is left', () => {
  const state = charge([
    { id: 'tea', quantity: 1n, components: [component({ amount: 5_000_000n })] },
    { id: 'cup', quantity: 1n, components: [component({ amount: 3_000_000n })] },
  ])
  const both = { items: [{ id: 'tea' }, { id: 'cup' }] }
  const refused = { code: 'refund_exceeds_refundable', params: { asked: '8.00', refundable: '7.999999', unit: 'CNY' } }
  expect(() => planRefund({ ...state, disputed: 1n }, both, at)).toThrowError(expect.objectContaining(refused))
  expect(planRefund(state, both, at)).toMatchObject({ amount: 8_000_000n, refundable: 0n })
})

// Properties.

const returnsArb = fc.constantFrom<Returns>('pro-rata', 'pro-rata', 'pro-rata', 'never', 'whole-only')
const payerComponent = fc
  .record({
    fen: fc.bigInt(0n, 500_000n),
    returns: returnsArb,
    to: fc.constantFrom('mch_1/balance', 'car_1/balance', 'platform/revenue'),
  })
  .map(({ fen, returns, to }) => component({ amount: fen * FEN, returns, to }))
const otherComponent = fc
  .record({
    amount: fc.bigInt(0n, 3_000_000_000n),
    returns: returnsArb,
    quantum: fc.constantFrom(1n, FEN),
  })
  .map((each) => component({ kind: 'fee', from: 'mch_1/balance', to: 'platform/revenue', ...each }))
const itemArb = (id: string) =>
  fc
    .record({
      quantity: fc.bigInt(1n, 7n),
      payer: fc.array(payerComponent, { minLength: 1, maxLength: 3 }),
      other: fc.array(otherComponent, { maxLength: 3 }),
    })
    .map(({ quantity, payer, other }): Item => ({ id, quantity, components: [...payer, ...other] }))
const chargeArb = fc
  .integer({ min: 1, max: 3 })
  .chain((n) => fc.tuple(...Array.from({ length: n }, (_, i) => itemArb(`i${i}`))))
  .map((items) => charge(items))

type Asking =
  | { by: 'amount'; share: number }
  | { by: 'item'; item: number; share: number }
  | { by: 'quantity'; item: number }
const askArb: fc.Arbitrary<Asking> = fc.oneof(
  fc.record({ by: fc.constant('amount' as const), share: fc.integer({ min: 1, max: 100 }) }),
  fc.record({ by: fc.constant('item' as const), item: fc.nat(2), share: fc.integer({ min: 1, max: 100 }) }),
  fc.record({ by: fc.constant('quantity' as const), item: fc.nat(2) }),
)

function toAsk(state: RefundableCharge, asking: Asking): RefundAsk {
  const minor = (part: bigint) => (part / FEN) * FEN
  if (asking.by === 'amount') return { amount: minor((refundableOf(state) * BigInt(asking.share)) / 100n) }
  const item = state.items[asking.item % state.items.length]!
  if (asking.by === 'quantity') return { items: [{ id: item.id, quantity: 1n }] }
  const paid = item.components.reduce((sum, { from, amount }) => sum + (from === 'usr_1/external' ? amount : 0n), 0n)
  return { items: [{ id: item.id, amount: minor((paid * BigInt(asking.share)) / 100n) }] }
}

function tryPlan(state: RefundableCharge, ask: RefundAsk): RefundPlan | undefined {
  try {
    return planRefund(state, ask, at)
  } catch (error) {
    if (error instanceof Problem) return undefined
    throw error
  }
}

describe('properties of every refund', () => {
  it('parts never exceed their component, sum to the payer’s amount, and any sequence of them ends like one whole refund', () => {
    fc.assert(
      fc.property(chargeArb, fc.array(askArb, { maxLength: 8 }), (start, askings) => {
        fc.pre(refundableOf(start) > 0n)
        let state = start
        for (const asking of askings) {
          const plan = tryPlan(state, toAsk(state, asking))
          if (!plan) continue
          expect(plan.amount).toBeGreaterThan(0n)
          const toPayer = plan.back.filter(({ component: { from } }) => from === 'usr_1/external')
          expect(toPayer.reduce((sum, { amount }) => sum + amount, 0n)).toBe(plan.amount)
          expect(plan.items.reduce((sum, { amount }) => sum + amount, 0n)).toBe(plan.amount)
          for (const { amount } of plan.back) expect(amount).toBeGreaterThan(0n)
          const components = state.items.flatMap((item) => item.components)
          for (const [i, total] of plan.returned.entries()) expect(total).toBeLessThanOrEqual(components[i]!.amount)
          state = advance(state, plan)
          expect(refundableOf(state)).toBe(plan.refundable)
          expect(refundableOf(state)).toBeGreaterThanOrEqual(0n)
        }
        const rest = tryPlan(state, {})
        const end = rest ? advance(state, rest) : state
        const whole = advance(start, planRefund(start, {}, at))
        expect(refundableOf(end)).toBe(0n)
        expect(end.returned).toEqual(whole.returned)
        expect(end.refunded).toBe(whole.refunded)
      }),
      { numRuns: 2_000 },
    )
  })

  it('a component that is not the payer’s has returned round(C·R/A) after R of A', () => {
    fc.assert(
      fc.property(
        fc.bigInt(1n, 1_000_000n),
        fc.bigInt(0n, 1_000_000n),
        fc.array(fc.bigInt(1n, 300_000n)),
        (paid, fee, parts) => {
          let state = qr(paid * FEN, fee * FEN)
          for (const part of parts) {
            const plan = tryPlan(state, { amount: part * FEN })
            if (!plan) continue
            state = advance(state, plan)
            const exact = (fee * state.refunded * 2n + state.captured) / (state.captured * 2n)
            expect(state.returned![1]).toBe(exact * FEN)
          }
        },
      ),
    )
  })
})
