/** Reads amounts as users type and paste them. */
import { LANGUAGES, tagOf } from './texts.ts'

const PLAIN = /^\d{1,13}(\.\d{1,6})?$/
const GROUPED = /^\d{1,3}(,\d{3})+(\.\d{1,6})?$/

/**
 * `１２.５０`, `CN¥12.50` or `1,000.00` as the decimal text that the API takes; undefined if the text is no amount, or an amount
 * in another currency. A comma is accepted only where it can only be a thousands separator: `12,5` is refused.
 */
export function readAmount(text: string, currency: string | undefined): string | undefined {
  // Full-width digits and signs are normalized, and so are the signs they are compared with.
  const typed = plain(text)
  const sign = (currency === undefined ? [] : signsOf(currency)).find(
    (each) => typed.startsWith(each) || typed.endsWith(each),
  )
  const number = (
    sign === undefined ? typed : typed.startsWith(sign) ? typed.slice(sign.length) : typed.slice(0, -sign.length)
  ).trim()
  const amount = GROUPED.test(number) ? number.replaceAll(',', '') : number
  return PLAIN.test(amount) ? amount : undefined
}

const QUANTITY = /^[1-9]\d{0,17}$/

/** `２` or ` 2 ` as `2`: a quantity of at least one; undefined for any other text. */
export function readQuantity(text: string): string | undefined {
  const typed = plain(text)
  return QUANTITY.test(typed) ? typed : undefined
}

/** The quantities that were entered for the items of a charge. */
export function readQuantities(
  typed: Readonly<Record<string, string | undefined>>,
): { id: string; quantity: string }[] {
  return Object.entries(typed).flatMap(([id, text]) => {
    const quantity = readQuantity(text ?? '')
    return quantity === undefined ? [] : [{ id, quantity }]
  })
}

const plain = (text: string) => text.normalize('NFKC').trim()

/** The signs that either language uses for the currency, longest first: `CN¥` before `¥`. */
function signsOf(currency: string): string[] {
  if (!/^[A-Z]{3}$/.test(currency)) return [currency]
  const signs = LANGUAGES.flatMap((language) =>
    new Intl.NumberFormat(tagOf(language), { style: 'currency', currency })
      .formatToParts(0)
      .filter(({ type }) => type === 'currency')
      .map(({ value }) => plain(value)),
  )
  return [currency, ...signs].toSorted((a, b) => b.length - a.length)
}
