/** How Recoup says no about the payer's page. */
import { type Entry, entry } from './entry.ts'

export const receiptsProblems = {
  receipt_mistyped: entry(
    422,
    ['Mistyped', '输入有误'],
    [
      'the {part} has a typing mistake: compare it with the receipt, letter by letter',
      '{part} 输入有误，请对照收据逐字核对',
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
  receipt_request_unsettled: entry(
    409,
    ['Not known yet', '结果未知'],
    [
      'what was asked could not be finished now; look at the receipt again in a moment',
      '您的操作暂未完成，请稍后重新查看收据',
    ],
  ),
} as const satisfies Record<string, Entry>
