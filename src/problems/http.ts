/** How Recoup says no about requests and access over HTTP. */
import { type Entry, entry } from './entry.ts'

export const httpProblems = {
  request_invalid: entry(
    422,
    ['Invalid request', '请求无效'],
    ['the request does not fit: {reason}', '请求不符合格式：{reason}'],
  ),
  body_invalid: entry(
    400,
    ['Unreadable body', '请求体无法解析'],
    ['the body cannot be read: {reason}', '请求体无法读取：{reason}'],
  ),
  body_too_large: entry(
    413,
    ['Body too large', '请求体过大'],
    ['the body is larger than {limit} bytes', '请求体超过 {limit} 字节'],
  ),
  body_too_deep: entry(
    400,
    ['Body nested too deeply', '请求体嵌套过深'],
    ['the body is nested deeper than {limit} levels', '请求体嵌套超过 {limit} 层'],
  ),
  media_type_unsupported: entry(
    415,
    ['Unsupported media type', '不支持的媒体类型'],
    ['send application/json, not {type}', '请发送 application/json，而不是 {type}'],
  ),
  route_unknown: entry(
    404,
    ['No such address', '地址不存在'],
    ['there is nothing at {method} {path}', '{method} {path} 不存在'],
  ),
  rate_limited: entry(
    429,
    ['Too many requests', '请求过于频繁'],
    [
      'more than {limit} requests in {window}; try again in {wait} s',
      '{window} 内超过 {limit} 次请求，请 {wait} 秒后重试',
    ],
  ),
  id_invalid: entry(
    422,
    ['Invalid id', 'ID 无效'],
    ['“{id}” is not an id of the form {type}_…', '“{id}”不是 {type}_… 形式的 ID'],
  ),
  cursor_invalid: entry(
    422,
    ['Invalid cursor', '游标无效'],
    ['the cursor was not made by this list', '该游标不属于此列表'],
  ),
  time_invalid: entry(
    422,
    ['Invalid time', '时间无效'],
    ['“{value}” is not an instant like 2026-11-20T08:30:00Z', '“{value}”不是形如 2026-11-20T08:30:00Z 的时刻'],
  ),
  effective_in_future: entry(
    422,
    ['Effective time in the future', '生效时间在未来'],
    ['{value} has not come yet', '{value} 尚未到来'],
  ),
  effective_before_charge: entry(
    422,
    ['Refund before its charge', '退款早于扣款'],
    ['{value} is before the charge took effect ({chargedAt})', '{value} 早于扣款生效时间（{chargedAt}）'],
  ),
  request_malformed: entry(
    400,
    ['Not HTTP', '不是有效的 HTTP 请求'],
    ['the request is not well-formed HTTP', '请求不是格式正确的 HTTP'],
  ),
  headers_too_large: entry(
    431,
    ['Headers too large', '请求头过大'],
    ['the headers are larger than {limit} bytes', '请求头超过 {limit} 字节'],
  ),
  request_timeout: entry(
    408,
    ['Request not finished in time', '请求接收超时'],
    ['the request did not arrive whole within {seconds} s', '请求未在 {seconds} 秒内完整到达'],
  ),
  internal_error: entry(
    500,
    ['Internal error', '内部错误'],
    [
      'something went wrong on our side; nothing is known to have changed (request {request})',
      '服务内部出错；未发现任何变更（请求 {request}）',
    ],
  ),
  shutting_down: entry(
    503,
    ['Shutting down', '正在停机'],
    ['this process is stopping; send it again', '本进程正在停止，请重新发送'],
  ),

  key_missing: entry(
    401,
    ['API key missing', '缺少 API 密钥'],
    ['send “Authorization: Bearer rk_…”', '请发送 “Authorization: Bearer rk_…”'],
  ),
  key_unknown: entry(
    401,
    ['API key not accepted', 'API 密钥无效'],
    ['this key is unknown or was revoked', '该密钥不存在或已被吊销'],
  ),
  scope_missing: entry(403, ['Not allowed', '没有权限'], ['this needs the scope {scope}', '需要权限 {scope}']),
  scope_unknown: entry(
    422,
    ['No such scope', '权限不存在'],
    ['there is no scope “{scope}”; known: {known}', '不存在权限“{scope}”；可用：{known}'],
  ),
  scope_not_for_party: entry(
    422,
    ['Scope not for a party’s key', '该权限不可授予主体密钥'],
    ['a key bound to a party cannot have {scope}, only: {allowed}', '绑定主体的密钥不能拥有 {scope}，仅可：{allowed}'],
  ),
  api_key_unknown: entry(404, ['No such key', '密钥不存在'], ['there is no API key {key}', '不存在 API 密钥 {key}']),
} as const satisfies Record<string, Entry>
