/** Problems of webhook endpoints, deliveries and sealed secrets. */
import { type Entry, entry } from './entry.ts'

export const webhooksProblems = {
  webhook_unknown: entry(
    404,
    ['Webhook not found', 'Webhook 不存在'],
    ['Webhook “{webhook}” does not exist.', 'Webhook“{webhook}”不存在。'],
  ),
  webhook_url_invalid: entry(
    422,
    ['Webhook URL not allowed', 'Webhook 地址不可用'],
    ['The URL “{url}” cannot be used: {reason}.', '地址“{url}”不可用：{reason}。'],
  ),
  webhook_limit_reached: entry(
    409,
    ['Too many webhooks', 'Webhook 数量已达上限'],
    ['There are already {limit} webhooks. Delete one first.', '已有 {limit} 个 Webhook，请先删除一个。'],
  ),
  webhook_disabled: entry(
    409,
    ['Webhook disabled', 'Webhook 已停用'],
    [
      'Webhook “{webhook}” is disabled ({reason}). Enable it first.',
      'Webhook“{webhook}”已停用（{reason}），请先启用。',
    ],
  ),
  webhook_delivery_unknown: entry(
    404,
    ['Delivery not found', '投递记录不存在'],
    ['This webhook has no delivery “{delivery}”.', '该 Webhook 没有投递记录“{delivery}”。'],
  ),
  webhook_delivery_pending: entry(
    409,
    ['Delivery in progress', '投递正在进行'],
    [
      'Delivery “{delivery}” is still pending and is retried automatically.',
      '投递“{delivery}”尚在进行，会自动重试，无需手动重发。',
    ],
  ),
  event_unknown: entry(
    404,
    ['Event not found', '事件不存在'],
    ['Event “{event}” does not exist.', '事件“{event}”不存在。'],
  ),
  secret_key_unusable: entry(
    500,
    ['Secret key invalid', '密钥文件不可用'],
    [
      '{file} must contain 32 bytes as 64 hexadecimal digits. Restore the original file, or set RECOUP_SECRET_KEY.',
      '{file} 应包含 64 位十六进制数（32 字节）。请恢复原文件，或设置 RECOUP_SECRET_KEY。',
    ],
  ),
  secret_key_unfinished: entry(
    500,
    ['Earlier secret key missing', '缺少原密钥'],
    [
      'Some secrets in this database are still encrypted with the earlier key. Add it to RECOUP_SECRET_KEY_PREVIOUS until they were encrypted again.',
      '此数据库中仍有机密由原密钥加密。请将原密钥加入 RECOUP_SECRET_KEY_PREVIOUS，直至全部重新加密。',
    ],
  ),
  secret_key_wrong: entry(
    500,
    ['Wrong secret key', '密钥不匹配'],
    [
      'The secrets in this database were encrypted with a different key than {source}. Copy secret.key from the data folder of the process that encrypted them, or set RECOUP_SECRET_KEY to its value.',
      '此数据库中的机密不是用 {source} 加密的。请从加密它们的进程的数据目录复制 secret.key，或将 RECOUP_SECRET_KEY 设为其值。',
    ],
  ),
} as const satisfies Record<string, Entry>
