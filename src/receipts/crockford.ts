/**
 * Texts that people copy from paper: Crockford's base 32 (https://www.crockford.com/base32.html) in groups of five,
 * with a check character at the end. I and L are read as 1, O as 0; U does not occur; case, spaces and dashes are
 * ignored.
 *
 * The check character uses Damm's algorithm over the field of 32 elements (x⁵ + x² + 1): each character is added, the
 * sum doubled. It detects every single wrong character and every swap of two neighbors.
 */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const GROUP = /.{5}(?=.)/g
const LOOKALIKES: Readonly<Record<string, string>> = { I: '1', L: '1', O: '0' }

/** A whole number below 32^length as `length` digits. */
export function encode(value: bigint, length: number): string {
  let text = ''
  for (let rest = value, n = 0; n < length; n += 1, rest >>= 5n) text = DIGITS[Number(rest & 31n)]! + text
  return text
}

/** Digits as a whole number. They were checked by {@link readTyped}. */
export function decode(digits: string): bigint {
  let value = 0n
  for (const digit of digits) value = (value << 5n) | BigInt(DIGITS.indexOf(digit))
  return value
}

/** The printed form: digits and their check character, in groups. */
export function print(digits: string): string {
  return `${digits}${DIGITS[sumOf(digits)]!}`.replace(GROUP, '$&-')
}

/** The typed text without its check character; undefined if it contains a typo. */
export function readTyped(text: string, least: number, most: number): string | undefined {
  if (text.length > 100) return undefined
  const typed = [...text.toUpperCase().replace(/[\s\p{Pd}]/gu, '')].map((each) => LOOKALIKES[each] ?? each)
  if (typed.length < least + 1 || typed.length > most + 1) return undefined
  if (typed.some((each) => !DIGITS.includes(each))) return undefined
  const all = typed.join('')
  return sumOf(all) === 0 ? all.slice(0, -1) : undefined
}

/** Zero if the check character is included: adding a value to itself gives zero. */
function sumOf(digits: string): number {
  let sum = 0
  for (const digit of digits) {
    sum = (sum ^ DIGITS.indexOf(digit)) << 1
    if (sum > 31) sum ^= 0b100101
  }
  return sum
}
