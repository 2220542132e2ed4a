/** Sums of decimal texts, exactly. What can be summed by the server is summed there; this is for totals of what is shown. */

const PLACES = 6
const ONE = 10n ** BigInt(PLACES)

/** The sum with as many places as the term with most of them. */
export function addDecimals(terms: readonly string[]): string {
  const places = Math.max(0, ...terms.map((term) => term.split('.')[1]?.length ?? 0))
  const total = terms.reduce((sum, term) => sum + toMicros(term), 0n)
  const digits = (total < 0n ? -total : total).toString().padStart(PLACES + 1, '0')
  const fraction = digits.slice(-PLACES).slice(0, places)
  return `${total < 0n ? '-' : ''}${digits.slice(0, -PLACES)}${fraction ? `.${fraction}` : ''}`
}

/** @throws RangeError for what is no decimal text of at most six places. */
function toMicros(term: string): bigint {
  const match = /^(-?)(\d+)(?:\.(\d{1,6}))?$/.exec(term)
  if (!match) throw new RangeError(`not a decimal: ${term}`)
  const [, minus, whole, fraction = ''] = match
  const micros = BigInt(whole!) * ONE + BigInt(fraction.padEnd(PLACES, '0'))
  return minus ? -micros : micros
}
