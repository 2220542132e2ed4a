/** Numbers, words and times as the provider takes them: checked or cut before anything is sent. */
import { GatewayError } from '../gateway.ts'

/** 6 to 32 of digits, letters, `_-|*`. https://pay.weixin.qq.com/doc/v3/merchant/4012525095 */
const ORDER = /^[\w|*-]{6,32}$/
/** Up to 64 of digits, letters, `_-|*@`. https://pay.weixin.qq.com/doc/v3/merchant/4012556457 */
const OTHER = /^[\w|*@-]{1,64}$/

/** @throws GatewayError `refused`, `number_invalid`. */
export function orderNumber(number: string): string {
  return checked(number, ORDER, 'an order')
}

/** Of a refund, a split or a return. @throws GatewayError `refused`, `number_invalid`. */
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

/** Words that people read, cut to what the provider takes; characters, not bytes. */
export function shortened(text: string, longest: number): string {
  const letters = [...text.replace(/\s+/g, ' ').trim()]
  return letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : letters.join('')
}

/** A time as the provider writes it: Beijing, eight hours ahead of UTC all year. */
export function beijingTime(at: Date): string {
  return `${new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`
}
