/** How Recoup says no about the payer's page. */
import { type Entry, entry } from './entry.ts'

export const receiptsProblems = {
  receipt_number_mistyped: entry(
    422,
    ['Number mistyped', '编号输入有误'],
    [
      'the number has a typing mistake: compare it with the receipt, letter by letter',
      '收据编号输入有误，请对照收据逐字核对',
    ],
  ),
  receipt_secret_mistyped: entry(
    422,
    ['Secret mistyped', '密码输入有误'],
    [
      'the secret has a typing mistake: compare it with the receipt, letter by letter',
      '收据密码输入有误，请对照收据逐字核对',
    ],
  ),
  receipt_refused: entry(
    404,
    ['No such receipt', '未找到收据'],
    ['there is no receipt with this number and this secret', '没有与此编号和密码相符的收据'],
  ),
  receipt_link_ended: entry(
    410,
    ['This link has ended', '链接已失效'],
    [
      'the link is not whole or its time is over; use the number and the secret of the receipt',
      '链接不完整或已过期，请使用收据上的编号和密码',
    ],
  ),
  receipt_request_unknown: entry(
    404,
    ['No such request', '申请不存在'],
    ['there is no request {request} about this receipt', '此收据没有申请 {request}'],
  ),
} as const satisfies Record<string, Entry>
