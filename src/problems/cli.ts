/** Problems of settings and of the command line. */
import { type Entry, entry } from './entry.ts'

export const cliProblems = {
  setting_invalid: entry(
    422,
    ['Invalid setting', '设置无效'],
    ['{name} is {value}; it must be {expected}.', '{name} 的值 {value} 无效，应为 {expected}。'],
  ),

  port_taken: entry(
    503,
    ['Port in use', '端口被占用'],
    ['Another program is already listening on {host}:{port}.', '已有其他程序在监听 {host}:{port}。'],
  ),
  address_unusable: entry(
    503,
    ['Cannot listen on this address', '无法监听该地址'],
    ['Cannot listen on {host}:{port}: {reason}.', '无法监听 {host}:{port}：{reason}。'],
  ),
  server_unreachable: entry(
    503,
    ['Server unreachable', '无法连接服务'],
    ['No Recoup server responds at {url} ({reason}).', '{url} 没有 Recoup 服务应答（{reason}）。'],
  ),
  server_strange: entry(
    502,
    ['Not a Recoup server', '不是 Recoup 服务'],
    [
      'The server at {url} is not a Recoup server (status {status}).',
      '位于 {url} 的服务不是 Recoup 服务（状态 {status}）。',
    ],
  ),
  key_not_found: entry(
    401,
    ['No API key', '没有 API 密钥'],
    [
      'No API key is available: RECOUP_KEY is not set and {file} does not exist.',
      '没有可用的 API 密钥：未设置 RECOUP_KEY，且 {file} 不存在。',
    ],
  ),
  merchant_not_registered: entry(
    422,
    ['Merchant not registered', '商户未登记'],
    [
      'No party has the merchant number {number}. Register the merchant, or pass --category.',
      '没有商户使用商户号 {number}。请先登记，或指定 --category。',
    ],
  ),
  payment_not_found: entry(
    422,
    ['Original payment not found', '找不到原交易'],
    ['No charge has the reference {reference}.', '没有业务单号为 {reference} 的交易。'],
  ),
} as const satisfies Record<string, Entry>
