/**
 * Measures how many prices per second one core calculates, explained step by step, for each model. Every model is
 * checked against plain bigint arithmetic while it is measured, and that bare arithmetic (no steps, no input checks) is
 * timed in the same run: `cost` is how many times longer an explained price takes. The last line is one JSON object.
 *
 *     node bench/pricing.ts            seconds for each model: 0.6; another as first argument
 */
import { arch, cpus } from 'node:os'
import { compilePrice, type PriceInput } from '../src/pricing/index.ts'

interface Subject {
  readonly model: string
  readonly terms: object
  /** The target on one core, if the model has one. */
  readonly target?: number
  readonly input: (n: bigint) => PriceInput
  /** Calculates the same amount by bare arithmetic. */
  readonly bare: (n: bigint) => bigint
}

const unit = 1_000_000n
const tiers = [
  { upTo: '1000', price: '0.1', flat: '2' },
  { upTo: '10000', price: '0.05' },
  { upTo: null, price: '0.01' },
]
const half = (numerator: bigint, denominator: bigint) => (2n * numerator + denominator) / (2n * denominator)
const least = (a: bigint, b: bigint) => (a < b ? a : b)
const most = (a: bigint, b: bigint) => (a > b ? a : b)

const subjects: readonly Subject[] = [
  {
    model: 'percentage',
    terms: { model: 'percentage', rate: '0.006', rounding: { to: 'minor' } },
    target: 500_000,
    input: (n) => ({ amount: n * 12_340_000n }),
    bare: (n) => half(n * 12_340_000n * 6n, 1000n * 10_000n) * 10_000n,
  },
  {
    model: 'percentage, by category',
    terms: { model: 'percentage', rate: { by: 'category', options: { a: '0.006', b: '0.012' }, max: '0.012' } },
    target: 500_000,
    input: (n) => ({ amount: n * 12_340_000n, attributes: { category: n % 2n === 0n ? 'a' : 'b' } }),
    bare: (n) => half(n * 12_340_000n * (n % 2n === 0n ? 6n : 12n), 1000n),
  },
  {
    model: 'percentage + fixed',
    terms: { model: 'percentage', rate: '0.001', fixed: '10', rounding: { to: 'minor' } },
    input: (n) => ({ amount: n * 12_340_000n }),
    bare: (n) => (n === 0n ? 0n : half(n * 12_340_000n + 10_000_000n * 1000n, 1000n * 10_000n) * 10_000n),
  },
  {
    model: 'per_unit',
    terms: { model: 'per_unit', price: '0.005' },
    target: 500_000,
    input: (n) => ({ quantity: n * unit }),
    bare: (n) => half(n * unit * 5n, 1000n),
  },
  {
    model: 'package',
    terms: { model: 'package', price: '5', size: '1000' },
    input: (n) => ({ quantity: n * 7n * unit }),
    bare: (n) => ((n * 7n + 999n) / 1000n) * 5n * unit,
  },
  {
    model: 'graduated, 3 tiers',
    terms: { model: 'graduated', tiers },
    target: 100_000,
    input: (n) => ({ quantity: n * 5n * unit }),
    bare: (n) => {
      const q = n * 5n
      const parts =
        least(q, 1000n) * 100_000n + most(least(q, 10_000n) - 1000n, 0n) * 50_000n + most(q - 10_000n, 0n) * 10_000n
      return q === 0n ? 0n : parts + 2n * unit
    },
  },
  {
    model: 'volume, 3 tiers',
    terms: { model: 'volume', tiers },
    target: 100_000,
    input: (n) => ({ quantity: n * 5n * unit }),
    bare: (n) => {
      const q = n * 5n
      if (q === 0n) return 0n
      return q <= 1000n ? q * 100_000n + 2n * unit : q * (q <= 10_000n ? 50_000n : 10_000n)
    },
  },
  {
    model: 'per_hour (GB-hours)',
    terms: { model: 'per_hour', price: '0.08' },
    input: (n) => ({ seconds: n, quantity: 16n * unit }),
    bare: (n) => half(n * 16n * unit * 8n, 3600n * 100n),
  },
  {
    model: 'cleared (CPM)',
    terms: { model: 'cleared', basis: 'cpm', min: '5' },
    input: (n) => ({ quantity: n * unit, cleared: n * 30n * unit }),
    bare: (n) => half(n * 30n * unit, 1000n),
  },
  {
    model: 'reserved + burst',
    terms: { model: 'reserved', price: '300', burst: '45' },
    input: (n) => ({ reserved: 2000n * unit, quantity: n * unit }),
    bare: (n) => 2000n * 300n * unit + most(n - 2000n, 0n) * 45n * unit,
  },
  {
    model: 'accrual, one day',
    terms: { model: 'accrual', rate: '0.01', basis: 'ACT/365' },
    input: (n) => ({ holdings: [{ amount: n * 12_340_000n, days: 1 }] }),
    bare: (n) => half(n * 12_340_000n, 36_500n),
  },
  {
    model: 'commitment over per_unit',
    terms: { model: 'commitment', min: '5', max: '10', of: { model: 'per_unit', price: '0.005' } },
    input: (n) => ({ quantity: n * unit }),
    bare: (n) => most(5n * unit, least(10n * unit, n * 5_000n)),
  },
  {
    model: 'recurring, a part of a month',
    terms: { model: 'recurring', price: '5000', every: 'month', rounding: { to: 'minor' } },
    input: (n) => ({
      from: '2026-11-01',
      to: `2026-11-${String((n % 29n) + 1n).padStart(2, '0')}`,
      zone: 'Asia/Shanghai',
    }),
    bare: (n) => half(5000n * unit * (n % 29n), 30n * 10_000n) * 10_000n,
  },
]

const seconds = Number(process.argv[2] ?? '0.6')
const COUNT = 4096

/** Returns calls per second, the best of three rounds, because the machine is shared. */
function rate(call: (index: number) => bigint): number {
  let best = 0
  for (let round = 0; round < 3; round++) {
    const begin = performance.now()
    let [calls, sum] = [0, 0n]
    while (performance.now() - begin < (seconds * 1000) / 3) {
      for (let index = 0; index < COUNT; index++) sum += call(index)
      calls += COUNT
    }
    if (sum < 0n) throw new Error('prices here are not negative')
    best = Math.max(best, calls / ((performance.now() - begin) / 1000))
  }
  return Math.round(best)
}

function measure({ model, terms, target, input, bare }: Subject) {
  const { price } = compilePrice(terms, 'CNY')
  const numbers = Array.from({ length: COUNT }, (_, index) => BigInt(index))
  const inputs = numbers.map(input)
  for (const [index, n] of numbers.entries()) {
    const { amount, steps } = price(inputs[index]!)
    if (amount !== bare(n)) throw new Error(`${model}: ${amount} is not ${bare(n)} for ${n}`)
    if (amount !== 0n && steps.length === 0) throw new Error(`${model}: an amount without a step`)
  }
  const reference = rate((index) => bare(numbers[index]!))
  const perSecond = rate((index) => price(inputs[index]!).amount)
  const missed = target !== undefined && perSecond < target
  return {
    model,
    perSecond,
    reference,
    cost: Math.round((10 * reference) / perSecond) / 10,
    target: target ?? null,
    missed,
  }
}

console.log('model                          prices/s    bare sum/s   cost')
const results = subjects.map((subject) => {
  const result = measure(subject)
  const columns = [result.perSecond, result.reference].map((n) => String(n).padStart(12))
  console.log(
    `${result.model.padEnd(28)}${columns.join('')}${String(result.cost).padStart(7)}${result.missed ? '  below its target' : ''}`,
  )
  return result
})
const machine = { node: process.version, cpu: cpus()[0]?.model ?? 'unknown', arch: arch() }
const met = results.every(({ missed }) => !missed)
console.log(JSON.stringify({ bench: 'pricing', ...machine, secondsEach: seconds, checked: COUNT, met, results }))
