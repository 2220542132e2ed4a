/**
 * Reference rates of the European Central Bank for the few days that cases need, as exact rates. If the whole series
 * lies next to a case file (../data/eurofxref-hist.csv), it is used instead.
 */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { invert, multiplyRates, parseRate, type Rate, ratio } from '../../src/money/rate.ts'
import { notExpressible } from './case.ts'

const ours = fileURLToPath(new URL('./ecb-reference-rates.csv', import.meta.url))
let series: string = ours
const tables = new Map<string, ReadonlyMap<string, ReadonlyMap<string, Rate>>>()

/** Uses the series that lies next to a file of cases, if there is one. */
export function useRatesBeside(file: URL): void {
  const theirs = fileURLToPath(new URL('../data/eurofxref-hist.csv', file))
  series = existsSync(theirs) ? theirs : ours
}

/**
 * Returns the amount of `quote` that one `base` buys on a day: the cross rate over the euro, unrounded. @throws
 * NotExpressible if there is no rate for that day.
 */
export function crossRate(day: string, base: string, quote: string): Rate {
  const perEuro = (currency: string) =>
    currency === 'EUR'
      ? ratio(1n, 1n)
      : (read().get(day)?.get(currency) ?? notExpressible(`no rate of ${currency} on ${day}`))
  return multiplyRates(perEuro(quote), invert(perEuro(base)))
}

function read(): ReadonlyMap<string, ReadonlyMap<string, Rate>> {
  const known = tables.get(series)
  if (known) return known
  const [header = '', ...rows] = readFileSync(series, 'utf8').split(/\r?\n/)
  const names = header.split(',').map((name) => name.trim())
  const table = new Map(
    rows.map((row) => {
      const [day = '', ...cells] = row.split(',').map((cell) => cell.trim())
      const rates = cells.flatMap((cell, i): [string, Rate][] =>
        /^\d/.test(cell) ? [[names[i + 1]!, parseRate(cell)]] : [],
      )
      return [day, new Map(rates)]
    }),
  )
  tables.set(series, table)
  return table
}
