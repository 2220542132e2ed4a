/** How Recoup says no about webhooks. */
import { type Entry, entry } from './entry.ts'

export const webhooksProblems = {
  webhook_unknown: entry(
    404,
    ['No such webhook', 'Webhook 不存在'],
    ['there is no webhook “{webhook}”', '不存在 Webhook“{webhook}”'],
  ),
  webhook_url_invalid: entry(
    422,
    ['Address not allowed', '地址不被允许'],
    ['“{url}” can not be called: {reason}', '无法调用“{url}”:{reason}'],
  ),
  webhook_limit_reached: entry(
    409,
    ['Too many webhooks', 'Webhook 数量已达上限'],
    ['there are {limit} webhooks already; delete one first', '已有 {limit} 个 Webhook,请先删除一个'],
  ),
  webhook_disabled: entry(
    409,
    ['Webhook is disabled', 'Webhook 已停用'],
    ['“{webhook}” is disabled ({reason}); enable it first', '“{webhook}”已停用({reason}),请先启用'],
  ),
  webhook_delivery_unknown: entry(
    404,
    ['No such delivery', '投递记录不存在'],
    ['there is no delivery “{delivery}” to this webhook', '该 Webhook 没有投递记录“{delivery}”'],
  ),
  webhook_delivery_pending: entry(
    409,
    ['Delivery is under way', '投递正在进行'],
    ['“{delivery}” will be tried again by itself', '“{delivery}”会自动重试,无需重放'],
  ),
  event_unknown: entry(404, ['No such event', '事件不存在'], ['there is no event “{event}”', '不存在事件“{event}”']),
  secret_key_unusable: entry(
    500,
    ['Secret key can not be used', '密钥文件不可用'],
    [
      '{file} should hold 32 bytes as 64 hexadecimal digits; put the right one back, or set RECOUP_SECRET_KEY',
      '{file} 应包含 64 位十六进制数(32 字节);请恢复正确的文件,或设置 RECOUP_SECRET_KEY',
    ],
  ),
  secret_key_wrong: entry(
    500,
    ['Wrong secret key', '密钥不匹配'],
    [
      'the secrets in this database were sealed with another key than {source}: copy secret.key from the data folder of the process that made them, or set RECOUP_SECRET_KEY to its value',
      '此数据库中的机密是用另一把密钥封存的,而不是 {source}:请从创建它们的进程的数据目录复制 secret.key,或将 RECOUP_SECRET_KEY 设为其值',
    ],
  ),
} as const satisfies Record<string, Entry>
