/**
 * The European Central Bank's reference rates of the few days that cases need, as exact rates. If a case file comes
 * with the whole series (../data/eurofxref-hist.csv), that one is used instead.
 */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { invert, multiplyRates, parseRate, type Rate, ratio } from '../../src/money/rate.ts'
import { notExpressible } from './case.ts'

const ours = fileURLToPath(new URL('./ecb-reference-rates.csv', import.meta.url))
let series: string = ours
const tables = new Map<string, ReadonlyMap<string, ReadonlyMap<string, Rate>>>()

/** Uses the series next to a file of cases, if there is one. */
export function useRatesBeside(file: URL): void {
  const theirs = fileURLToPath(new URL('../data/eurofxref-hist.csv', file))
  series = existsSync(theirs) ? theirs : ours
}

/**
 * How much of `quote` one `base` buys on a day, via the euro, unrounded. @throws NotExpressible without a rate for that
 * day.
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
