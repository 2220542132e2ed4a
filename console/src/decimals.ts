/** Exact sums of decimal texts, for totals of displayed rows. Other sums are the server's task. */

const PLACES = 6
const ONE = 10n ** BigInt(PLACES)

/** The sum with as many decimal places as the term that has the most. */
export function addDecimals(terms: readonly string[]): string {
  const places = Math.max(0, ...terms.map((term) => term.split('.')[1]?.length ?? 0))
  const total = terms.reduce((sum, term) => sum + toMicros(term), 0n)
  const digits = (total < 0n ? -total : total).toString().padStart(PLACES + 1, '0')
  const fraction = digits.slice(-PLACES).slice(0, places)
  return `${total < 0n ? '-' : ''}${digits.slice(0, -PLACES)}${fraction ? `.${fraction}` : ''}`
}

/** @throws RangeError if the text is not a decimal with at most six places. */
function toMicros(term: string): bigint {
  const match = /^(-?)(\d+)(?:\.(\d{1,6}))?$/.exec(term)
  if (!match) throw new RangeError(`not a decimal: ${term}`)
  const [, minus, whole, fraction = ''] = match
  const micros = BigInt(whole!) * ONE + BigInt(fraction.padEnd(PLACES, '0'))
  return minus ? -micros : micros
}
