/** Formats of numbers, texts and times at the provider: validated or shortened before sending. */
import { GatewayError } from '../gateway.ts'

/**
 * 6 to 32 digits, letters, `_-
 * *`. https://pay.weixin.qq.com/doc/v3/merchant/4012525095
 */
const ORDER = /^[\w|*-]{6,32}$/
/**
 * Up to 64 digits, letters, `_-
 * *@`. https://pay.weixin.qq.com/doc/v3/merchant/4012556457
 */
const OTHER = /^[\w|*@-]{1,64}$/

/** Validates the number of an order. @throws GatewayError `refused`, `number_invalid`. */
export function orderNumber(number: string): string {
  return checked(number, ORDER, 'an order')
}

/** Validates the number of a refund, a split or a return. @throws GatewayError `refused`, `number_invalid`. */
export function requestNumber(number: string): string {
  return checked(number, OTHER, 'a request')
}

function checked(number: string, pattern: RegExp, what: string): string {
  if (pattern.test(number)) return number
  throw new GatewayError(
    'refused',
    'number_invalid',
    `"${number.slice(0, 80)}" is no number of ${what} for WeChat Pay.`,
  )
}

/** Shortens display text to the provider's limit, counted in characters, not bytes. */
export function shortened(text: string, longest: number): string {
  const letters = [...text.replace(/\s+/g, ' ').trim()]
  return letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : letters.join('')
}

/** Formats a time as the provider does: Beijing time, UTC+8 all year. */
export function beijingTime(at: Date): string {
  return `${new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`
}
