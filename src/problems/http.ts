/** Problems of HTTP requests and access. */
import { type Entry, entry } from './entry.ts'

export const httpProblems = {
  request_invalid: entry(
    422,
    ['Invalid request', '请求无效'],
    ['The request is invalid: {reason}.', '请求无效：{reason}。'],
  ),
  body_invalid: entry(
    400,
    ['Unreadable body', '请求体无法解析'],
    ['The request body cannot be read: {reason}.', '请求体无法解析：{reason}。'],
  ),
  body_too_large: entry(
    413,
    ['Body too large', '请求体过大'],
    ['The request body is larger than {limit} bytes.', '请求体超过 {limit} 字节。'],
  ),
  body_too_deep: entry(
    400,
    ['Body nested too deeply', '请求体嵌套过深'],
    ['The request body is nested deeper than {limit} levels.', '请求体嵌套超过 {limit} 层。'],
  ),
  body_too_wide: entry(
    400,
    ['Too many fields', '字段过多'],
    [
      'An object or array in the request body has more than {limit} fields or elements.',
      '请求体中有对象或数组的字段或元素超过 {limit} 个。',
    ],
  ),
  body_not_utf8: entry(
    400,
    ['Body not UTF-8', '请求体不是 UTF-8'],
    ['The request body contains bytes that are not valid UTF-8.', '请求体包含无效的 UTF-8 字节。'],
  ),
  charset_unsupported: entry(
    415,
    ['Unsupported charset', '不支持的字符集'],
    ['Send the body in UTF-8 instead of {charset}.', '请以 UTF-8 发送请求体，而不是 {charset}。'],
  ),
  content_encoding_unsupported: entry(
    415,
    ['Unsupported content encoding', '不支持的内容编码'],
    [
      'Send the body uncompressed, without Content-Encoding: {encoding}.',
      '请发送未压缩的请求体，不带 Content-Encoding: {encoding}。',
    ],
  ),
  media_type_unsupported: entry(
    415,
    ['Unsupported media type', '不支持的媒体类型'],
    ['Send application/json instead of {type}.', '请发送 application/json，而不是 {type}。'],
  ),
  route_unknown: entry(
    404,
    ['Route not found', '地址不存在'],
    ['{method} {path} does not exist.', '{method} {path} 不存在。'],
  ),
  method_not_allowed: entry(
    405,
    ['Method not allowed', '不支持的请求方法'],
    ['{path} does not support {method}. Use one of: {allowed}.', '{path} 不支持 {method}，可用：{allowed}。'],
  ),
  idempotency_key_unsupported: entry(
    400,
    ['Idempotency key not supported', '不支持幂等键'],
    [
      'This operation takes no Idempotency-Key, so repeating it is not protected. Send it without the header.',
      '此操作不支持 Idempotency-Key，重复请求不受保护，请去掉该请求头。',
    ],
  ),
  rate_limited: entry(
    429,
    ['Too many requests', '请求过于频繁'],
    [
      'The limit of {limit} requests in {window} is exceeded. Try again in {wait} s.',
      '{window}内的请求超过 {limit} 次，请在 {wait} 秒后重试。',
    ],
  ),
  operations_limited: entry(
    429,
    ['Too many expensive operations', '高负载操作过多'],
    [
      'Already {limit} operations of this kind are running. Try again when one has ended.',
      '已有 {limit} 个同类操作正在运行，请在其中一个结束后重试。',
    ],
  ),
  export_too_large: entry(
    422,
    ['Export too large', '导出内容过大'],
    ['The export is larger than {limit} bytes.', '导出内容超过 {limit} 字节。'],
  ),
  disk_full: entry(503, ['Disk full', '磁盘已满'], ['The server has no disk space left.', '服务器磁盘空间不足。']),
  id_invalid: entry(
    422,
    ['Invalid id', '编号无效'],
    ['“{id}” is not an id of the form {type}_….', '“{id}”不是 {type}_… 形式的编号。'],
  ),
  cursor_invalid: entry(
    422,
    ['Invalid cursor', '游标无效'],
    [
      'The cursor does not belong to this list. Use the cursor of the previous page unchanged.',
      '该游标不属于此列表，请原样使用上一页返回的游标。',
    ],
  ),
  time_invalid: entry(
    422,
    ['Invalid time', '时间无效'],
    [
      '“{value}” is not a valid RFC 3339 time such as 2026-11-20T08:30:00Z.',
      '“{value}”不是有效的 RFC 3339 时间，格式如 2026-11-20T08:30:00Z。',
    ],
  ),
  effective_in_future: entry(
    422,
    ['Effective time in the future', '生效时间在未来'],
    ['The effective time {value} is in the future.', '生效时间 {value} 尚未到来。'],
  ),
  effective_before_charge: entry(
    422,
    ['Refund before its charge', '退款早于交易'],
    [
      'The effective time {value} is before that of the charge ({chargedAt}).',
      '生效时间 {value} 早于交易的生效时间（{chargedAt}）。',
    ],
  ),
  request_malformed: entry(
    400,
    ['Malformed HTTP request', 'HTTP 请求格式错误'],
    ['The request is not well-formed HTTP.', '请求不是格式正确的 HTTP。'],
  ),
  headers_too_large: entry(
    431,
    ['Headers too large', '请求头过大'],
    ['The request headers are larger than {limit} bytes.', '请求头超过 {limit} 字节。'],
  ),
  request_timeout: entry(
    408,
    ['Request timeout', '请求接收超时'],
    ['The request was not received completely within {seconds} s.', '请求未在 {seconds} 秒内完整到达。'],
  ),
  internal_error: entry(
    500,
    ['Internal error', '内部错误'],
    [
      'An internal error occurred. No change is known to have been made (request {request}).',
      '服务内部出错，未发现任何变更（请求 {request}）。',
    ],
  ),
  shutting_down: entry(
    503,
    ['Shutting down', '正在停机'],
    ['This process is shutting down. Send the request again.', '本进程正在停止，请重新发送请求。'],
  ),

  key_missing: entry(
    401,
    ['API key missing', '缺少 API 密钥'],
    [
      'The request has no API key. Send the header “Authorization: Bearer rk_…”.',
      '请求未带 API 密钥，请发送请求头 “Authorization: Bearer rk_…”。',
    ],
  ),
  key_unknown: entry(
    401,
    ['Invalid API key', 'API 密钥无效'],
    ['The API key does not exist or has been revoked.', '该 API 密钥不存在或已被吊销。'],
  ),
  scope_missing: entry(
    403,
    ['Permission denied', '没有权限'],
    ['This operation requires the scope {scope}.', '此操作需要权限 {scope}。'],
  ),
  scope_unknown: entry(
    422,
    ['Unknown scope', '权限不存在'],
    ['Scope “{scope}” does not exist. Use one of: {known}.', '权限“{scope}”不存在。可用：{known}。'],
  ),
  scope_not_for_party: entry(
    422,
    ['Scope not allowed for a party key', '该权限不可授予商户/用户密钥'],
    [
      'A key bound to a party cannot have the scope {scope}. Allowed scopes: {allowed}.',
      '限定商户或用户的密钥不能拥有权限 {scope}。可用：{allowed}。',
    ],
  ),
  key_expired: entry(
    401,
    ['API key expired', 'API 密钥已过期'],
    ['The API key expired on {at}.', '该 API 密钥已于 {at} 过期。'],
  ),
  key_address_refused: entry(
    403,
    ['Address not allowed for this API key', '该地址不可使用此 API 密钥'],
    ['The API key may not be used from the address {address}.', '该 API 密钥不可从地址 {address} 使用。'],
  ),
  network_invalid: entry(
    422,
    ['Invalid network', '网段无效'],
    [
      '“{network}” is neither an IP address nor a network in CIDR notation such as 203.0.113.0/24 or 2001:db8::/32.',
      '“{network}”既不是 IP 地址，也不是 203.0.113.0/24 或 2001:db8::/32 这样的 CIDR 网段。',
    ],
  ),
  key_expiry_past: entry(
    422,
    ['Expiry in the past', '过期时间已过'],
    ['The expiry {at} is not in the future.', '过期时间 {at} 须晚于当前时间。'],
  ),
  key_limits_beyond_own: entry(
    403,
    ['Limits exceed those of your key', '超出自身密钥的限制'],
    [
      'A key that is created, rotated or changed with an API key cannot outlive that key or be used from more networks.',
      '用 API 密钥创建、轮换或修改的密钥，有效期与可用网段不得超出该密钥自身。',
    ],
  ),
  key_stronger: entry(
    403,
    ['API key has more permissions than you', '该密钥权限高于您'],
    [
      'API key {key} may do more than you, so you cannot change it.',
      'API 密钥 {key} 的权限超出您的权限，您不能对其进行操作。',
    ],
  ),
  api_key_ended: entry(
    409,
    ['API key no longer valid', 'API 密钥已失效'],
    ['API key {key} has expired or been revoked. Create another one.', 'API 密钥 {key} 已过期或被吊销，请另行创建。'],
  ),
  api_key_rotated: entry(
    409,
    ['API key already rotated', 'API 密钥已轮换'],
    ['API key {key} was replaced by {successor}.', 'API 密钥 {key} 已由 {successor} 取代。'],
  ),
  api_key_unknown: entry(
    404,
    ['API key not found', 'API 密钥不存在'],
    ['API key {key} does not exist.', 'API 密钥 {key} 不存在。'],
  ),
} as const satisfies Record<string, Entry>
