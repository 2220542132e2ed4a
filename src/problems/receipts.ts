/** Problems of the payer's receipt page. */
import { type Entry, entry } from './entry.ts'

export const receiptsProblems = {
  receipt_number_mistyped: entry(
    422,
    ['Receipt number mistyped', '编号输入有误'],
    [
      'The receipt number contains a typing error. Compare it with the receipt, character by character.',
      '收据编号输入有误，请对照收据逐字核对。',
    ],
  ),
  receipt_secret_mistyped: entry(
    422,
    ['Receipt secret mistyped', '密码输入有误'],
    [
      'The receipt secret contains a typing error. Compare it with the receipt, character by character.',
      '收据密码输入有误，请对照收据逐字核对。',
    ],
  ),
  receipt_refused: entry(
    404,
    ['Receipt not found', '未找到收据'],
    ['No receipt matches this number and secret.', '没有与此编号和密码相符的收据。'],
  ),
  receipt_link_ended: entry(
    410,
    ['Link expired', '链接已失效'],
    [
      'The link is incomplete or has expired. Use the number and the secret on the receipt.',
      '链接不完整或已过期，请使用收据上的编号和密码。',
    ],
  ),
  receipt_request_unknown: entry(
    404,
    ['Refund request not found', '退款申请不存在'],
    ['This receipt has no refund request {request}.', '此收据没有退款申请 {request}。'],
  ),
} as const satisfies Record<string, Entry>
