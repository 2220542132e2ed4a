/** How Recoup says no about settings and the command line. */
import { type Entry, entry } from './entry.ts'

export const cliProblems = {
  setting_invalid: entry(
    422,
    ['Setting not understood', '设置无效'],
    ['{name} is {value}; it should be {expected}', '{name} 为 {value}，应为 {expected}'],
  ),

  port_taken: entry(
    503,
    ['Port taken', '端口被占用'],
    ['another program listens on {host}:{port} already', '已有其他程序在监听 {host}:{port}'],
  ),
  address_unusable: entry(
    503,
    ['Cannot listen there', '无法监听该地址'],
    ['cannot listen on {host}:{port}: {reason}', '无法监听 {host}:{port}：{reason}'],
  ),
  server_unreachable: entry(
    503,
    ['No server', '找不到服务'],
    ['no Recoup server answers at {url} ({reason})', '{url} 没有 Recoup 服务应答（{reason}）'],
  ),
  server_strange: entry(
    502,
    ['Not a Recoup server', '不是 Recoup 服务'],
    ['what answers at {url} is no Recoup server (status {status})', '在 {url} 应答的不是 Recoup 服务（状态 {status}）'],
  ),
  key_not_found: entry(
    401,
    ['No key', '没有密钥'],
    [
      'there is no key to use: RECOUP_KEY is not set and {file} is not there',
      '没有可用密钥：未设置 RECOUP_KEY，且 {file} 不存在',
    ],
  ),
  merchant_not_registered: entry(
    422,
    ['Merchant not registered', '商户未登记'],
    [
      'no party has the merchant number {number}; register it, or give --category',
      '没有主体使用商户号 {number}；请先登记，或指定 --category',
    ],
  ),
  payment_not_found: entry(
    422,
    ['Payment not found', '找不到付款'],
    ['there is no charge with the reference {reference}', '没有业务单号为 {reference} 的扣款'],
  ),
} as const satisfies Record<string, Entry>
