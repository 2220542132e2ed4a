/** Summarizes a price of a rate card in a few characters: `6–18`, `0.6%–1.2%`. Works on terms of any version; pure. */
import { multiplyRates, parseRate, type Rate } from '../money/rate.ts'
import { decimal } from './report-cells.ts'

/** The forms of a price or rate in terms: fixed, chosen by a criterion, or given by the event within a range. */
type Value =
  | string
  | { readonly given?: string; readonly min?: string; readonly max?: string }
  | { readonly by?: string; readonly options?: Readonly<Record<string, string>>; readonly otherwise?: string }

const HUNDRED = parseRate('100')

/** Formats prices: `6–18`, `≥ 50000`. Undefined: the card does not define it. */
export function band(value: unknown): string | undefined {
  return shown(value, (text) => decimal(parseRate(text), 6))
}

/** Formats rates as percentages: `0.6%–1.2%`. */
export function percentBand(value: unknown): string | undefined {
  return shown(value, (text) => `${decimal(multiplyRates(parseRate(text), HUNDRED), 4)}%`)
}

function shown(value: unknown, show: (text: string) => string): string | undefined {
  const [least, most] = endsOf(value as Value | undefined)
  if (least === undefined && most === undefined) return undefined
  if (most === undefined) return `≥ ${show(least!)}`
  if (least === undefined) return `≤ ${show(most)}`
  return least === most ? show(least) : `${show(least)}–${show(most)}`
}

function endsOf(value: Value | undefined): [least: string | undefined, most: string | undefined] {
  if (value === undefined) return [undefined, undefined]
  if (typeof value === 'string') return [value, value]
  if ('options' in value && value.options) {
    const all = [...Object.values(value.options), ...(value.otherwise === undefined ? [] : [value.otherwise])]
    const inOrder = all.toSorted((a, b) => order(parseRate(a), parseRate(b)))
    return [inOrder[0], inOrder.at(-1)]
  }
  const { min, max } = value as { min?: string; max?: string }
  return [min, max]
}

function order(a: Rate, b: Rate): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}
