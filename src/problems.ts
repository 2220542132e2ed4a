/** The table behind {@link Problem}. Sorted by subject; the newer subjects have a file each in `problems/`. */
import { type Entry, entry } from './problems/entry.ts'
import { gatewaysProblems } from './problems/gateways.ts'
import { receiptsProblems } from './problems/receipts.ts'
import { reportsProblems } from './problems/reports.ts'
import { requestsProblems } from './problems/requests.ts'
import { settlementProblems } from './problems/settlement.ts'
import { usersProblems } from './problems/users.ts'
import { webhooksProblems } from './problems/webhooks.ts'

export const problemTable = {
  ...gatewaysProblems,
  ...requestsProblems,
  ...settlementProblems,
  ...receiptsProblems,
  ...webhooksProblems,
  ...usersProblems,
  ...reportsProblems,
  // money
  amount_invalid: entry(
    422,
    ['Invalid amount', '金额无效'],
    ['“{value}” is not a decimal amount like "12.34"', '“{value}”不是形如 "12.34" 的十进制金额'],
  ),
  amount_too_precise: entry(
    422,
    ['Amount too precise', '金额精度过高'],
    [
      '{value} has more decimals than {unit} allows here ({digits})',
      '{value} 的小数位超过 {unit} 在此处允许的 {digits} 位',
    ],
  ),
  amount_out_of_range: entry(
    422,
    ['Amount out of range', '金额超出范围'],
    ['{value} {unit} is beyond what an account can hold', '{value} {unit} 超出账户可记录的范围'],
  ),
  amount_not_positive: entry(
    422,
    ['Amount must be positive', '金额必须为正'],
    ['the amount must be above zero, not {value}', '金额必须大于零，收到 {value}'],
  ),
  currency_unknown: entry(
    422,
    ['Unknown currency', '未知货币'],
    ['“{unit}” is not an ISO 4217 currency in our table', '“{unit}”不在 ISO 4217 货币表中'],
  ),
  currency_mismatch: entry(
    422,
    ['Currencies differ', '货币不一致'],
    ['expected {expected}, got {unit}', '应为 {expected}，收到 {unit}'],
  ),
  rate_invalid: entry(
    422,
    ['Invalid rate', '费率无效'],
    ['“{value}” is not a decimal rate like "0.006"', '“{value}”不是形如 "0.006" 的十进制费率'],
  ),
  // pricing
  terms_invalid: entry(
    422,
    ['Invalid price terms', '计价条款无效'],
    ['the terms of “{model}” are refused at {field}: {reason}', '“{model}”的条款在 {field} 处被拒绝：{reason}'],
  ),
  price_input_missing: entry(
    422,
    ['Price input missing', '缺少计价输入'],
    ['the price model “{model}” needs “{field}”', '计价模型“{model}”需要“{field}”'],
  ),
  price_input_invalid: entry(
    422,
    ['Price input refused', '计价输入被拒绝'],
    ['“{field}” cannot be priced: {value}', '“{field}”无法计价：{value}'],
  ),
  price_outside_band: entry(
    422,
    ['Outside the agreed band', '超出约定区间'],
    ['“{name}” is {value}, outside {min} to {max}', '“{name}”为 {value}，不在 {min} 至 {max} 之间'],
  ),
  choice_unknown: entry(
    422,
    ['No price for this value', '该取值没有对应价格'],
    ['no price is set for {by} “{value}”; known: {known}', '{by}“{value}”没有对应价格；已知取值：{known}'],
  ),

  // requests
  request_invalid: entry(
    422,
    ['Invalid request', '请求无效'],
    ['the request does not fit: {reason}', '请求不符合格式：{reason}'],
  ),
  body_invalid: entry(
    400,
    ['Unreadable body', '请求体无法解析'],
    ['the body is not JSON: {reason}', '请求体不是 JSON：{reason}'],
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

  // access
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

  // tenants
  tenant_exists: entry(
    409,
    ['Tenant exists', '租户已存在'],
    ['there is a tenant “{name}” already', '租户“{name}”已存在'],
  ),

  // parties and accounts
  party_unknown: entry(404, ['No such party', '主体不存在'], ['there is no party “{party}”', '不存在主体“{party}”']),
  party_id_invalid: entry(
    422,
    ['Invalid party id', '主体 ID 无效'],
    [
      '“{party}” must be 1–64 letters, digits or _ . : -, starting with a letter or digit',
      '“{party}”须为 1–64 位字母、数字或 _ . : -，且以字母或数字开头',
    ],
  ),
  account_path_invalid: entry(
    422,
    ['Invalid account', '账户无效'],
    [
      '“{path}” is not party/purpose with a purpose of: {purposes}',
      '“{path}”不是 主体/用途 的形式，用途可为：{purposes}',
    ],
  ),
  account_unknown: entry(
    404,
    ['No such account', '账户不存在'],
    ['there is no account {path} in {unit}', '不存在 {unit} 账户 {path}'],
  ),
  insufficient_funds: entry(
    409,
    ['Insufficient funds', '余额不足'],
    ['{account} has {available} {unit} available', '{account} 可用余额为 {available} {unit}'],
  ),
  hold_unknown: entry(404, ['No such hold', '冻结不存在'], ['there is no hold {hold}', '不存在冻结 {hold}']),
  hold_closed: entry(409, ['Hold is closed', '冻结已结束'], ['the hold is {status}', '该冻结的状态为 {status}']),
  hold_expired: entry(
    410,
    ['Hold expired', '冻结已过期'],
    ['the hold expired at {expiresAt}', '该冻结已于 {expiresAt} 过期'],
  ),
  hold_exceeded: entry(
    422,
    ['More than was held', '超过冻结金额'],
    ['the hold has {held} {unit}', '冻结金额为 {held} {unit}'],
  ),
  hold_other_account: entry(
    422,
    ['Hold is on another account', '冻结属于其他账户'],
    ['the hold is on {account}, the charge pays from {payer}', '冻结在 {account} 上，扣款账户为 {payer}'],
  ),
  journal_entry_unknown: entry(
    404,
    ['No such journal entry', '记账分录不存在'],
    ['there is no journal entry {journalEntry}', '不存在记账分录 {journalEntry}'],
  ),

  // charges
  line_unknown: entry(422, ['No such line', '业务线不存在'], ['there is no line “{line}”', '不存在业务线“{line}”']),
  product_unknown: entry(
    422,
    ['No such product', '产品不存在'],
    ['line {line} has no product “{product}”', '业务线 {line} 没有产品“{product}”'],
  ),
  product_not_priced: entry(
    422,
    ['Product has no price', '产品未定价'],
    ['the rate card in force has no price for {line}/{product}', '当前费率表没有 {line}/{product} 的价格'],
  ),
  event_not_kept: entry(
    409,
    ['Event not kept', '事件未保留'],
    ['the charge was made before events were kept with charges', '该扣款产生时尚未随扣款保留事件'],
  ),
  charged_differently: entry(
    409,
    ['Charged differently', '与当时扣款不同'],
    [
      'with the parties as they are today the terms of then no longer give what was charged',
      '按各方当前的资料，当时的条款已算不出当时的扣款',
    ],
  ),
  event_invalid: entry(
    422,
    ['Invalid event', '事件无效'],
    ['the event does not fit {line}/{product}: {reason}', '事件不符合 {line}/{product}：{reason}'],
  ),
  draft_invalid: entry(
    422,
    ['Charge cannot be made', '无法生成扣款'],
    ['{line}/{product}: {reason}', '{line}/{product}：{reason}'],
  ),
  merchant_category_missing: entry(
    422,
    ['Merchant has no category', '商户没有类目'],
    ['{party} needs the attribute merchantCategory, which sets the fee', '{party} 缺少决定费率的属性 merchantCategory'],
  ),
  charge_unknown: entry(404, ['No such charge', '扣款不存在'], ['there is no charge {charge}', '不存在扣款 {charge}']),
  quote_unknown: entry(404, ['No such quote', '报价不存在'], ['there is no quote {quote}', '不存在报价 {quote}']),
  quote_expired: entry(
    410,
    ['Quote expired', '报价已过期'],
    ['the quote expired at {expiresAt}', '报价已于 {expiresAt} 过期'],
  ),
  quote_used: entry(
    409,
    ['Quote already charged', '报价已被使用'],
    ['the quote was charged as {charge}', '该报价已扣款为 {charge}'],
  ),
  idempotency_conflict: entry(
    409,
    ['Idempotency key used before', '幂等键已被使用'],
    ['the key “{key}” came before with another request', '幂等键“{key}”此前用于另一请求'],
  ),

  // refunds
  refund_unknown: entry(404, ['No such refund', '退款不存在'], ['there is no refund {refund}', '不存在退款 {refund}']),
  refund_window_closed: entry(
    422,
    ['Refund window closed', '已过退款期限'],
    ['refunds end {days} days after the charge ({chargedAt})', '扣款（{chargedAt}）后 {days} 天内可退'],
  ),
  refund_count_exceeded: entry(
    422,
    ['Too many refunds', '退款次数超限'],
    ['a charge can be refunded in at most {limit} parts', '一笔扣款最多可分 {limit} 次退款'],
  ),
  refund_too_soon: entry(
    409,
    ['Refund too soon after the last', '退款间隔过短'],
    [
      'refunds of one charge must be {gap} s apart; try again in {wait} s',
      '同一扣款的退款须间隔 {gap} 秒，请 {wait} 秒后重试',
    ],
  ),
  refund_nothing_left: entry(
    409,
    ['Nothing left to refund', '没有可退金额'],
    ['all that could be given back has been', '可退金额已全部退还'],
  ),
  refund_exceeds_refundable: entry(
    409,
    ['More than can be refunded', '超过可退金额'],
    [
      'asked for {asked} {unit}, {refundable} {unit} can be given back',
      '申请 {asked} {unit}，可退 {refundable} {unit}',
    ],
  ),
  refund_item_unknown: entry(
    422,
    ['No such item', '商品项不存在'],
    ['the charge has no item “{item}”', '该扣款没有商品项“{item}”'],
  ),
  refund_item_twice: entry(
    422,
    ['Item named twice', '商品项重复'],
    ['item “{item}” is named twice', '商品项“{item}”出现两次'],
  ),
  refund_quantity_exceeded: entry(
    409,
    ['More than are left of an item', '超过可退数量'],
    ['asked for {asked} of item “{item}”, {left} can be given back', '商品项“{item}”申请退 {asked} 件，可退 {left} 件'],
  ),
  refund_whole_only: entry(
    422,
    ['Part of it only comes back whole', '部分金额只能整单退还'],
    ['refund up to {most} {unit}, or all of it', '请退不超过 {most} {unit}，或全部退还'],
  ),
  refund_preview_stale: entry(
    409,
    ['The preview no longer holds', '预览已失效'],
    [
      'the charge or its parties changed since the preview; look at the new one',
      '预览之后扣款或相关方发生了变化，请查看新的预览',
    ],
  ),
  payee_short: entry(
    409,
    ['Payee cannot give it back', '收款方余额不足'],
    [
      '{account} has {available} {unit} and would have to give back {short} {unit} more',
      '{account} 可用 {available} {unit}，尚差 {short} {unit}',
    ],
  ),

  // rate cards
  rate_card_unknown: entry(
    404,
    ['No such rate card', '费率表不存在'],
    ['there is no rate card version {version}', '不存在费率表版本 {version}'],
  ),
  rate_card_invalid: entry(422, ['Invalid rate card', '费率表无效'], ['{product}: {reason}', '{product}：{reason}']),
  rate_card_breaks_contract: entry(
    409,
    ['Rate card breaks a contract', '费率表与合同冲突'],
    [
      'contract {contract} of {party} for {product} could not be priced on this card: {reason}',
      '{party} 的 {product} 合同 {contract} 无法在此费率表上计价：{reason}',
    ],
  ),
  price_change_in_past: entry(
    409,
    ['Price change in the past', '价格变更早于已有扣款'],
    [
      'something was charged for {chargedAt} already, so prices cannot change from {effectiveAt} on; they can from now on',
      '{chargedAt} 已有扣款，价格不能从 {effectiveAt} 起变更；可从现在起变更',
    ],
  ),
  contract_unknown: entry(
    404,
    ['No such contract', '合同不存在'],
    ['there is no contract {contract}', '不存在合同 {contract}'],
  ),
  contract_invalid: entry(
    422,
    ['Invalid contract', '合同无效'],
    ['{product} over rate card version {version}: {reason}', '{product} 按费率表第 {version} 版：{reason}'],
  ),
  contract_period_invalid: entry(
    422,
    ['Contract ends before it begins', '合同结束早于开始'],
    ['it would end at {until}, but begins at {effectiveAt}', '结束时间 {until} 早于开始时间 {effectiveAt}'],
  ),
  contract_ended: entry(
    409,
    ['Contract has ended', '合同已结束'],
    ['it ends at {endedAt} already', '该合同的结束时间已定为 {endedAt}'],
  ),
  // bills
  bill_header_missing: entry(
    422,
    ['Not a trade bill', '不是交易账单'],
    [
      'the file does not begin with the header of a trade bill but with “{text}”',
      '文件开头不是交易账单的表头，而是“{text}”',
    ],
  ),
  bill_column_missing: entry(
    422,
    ['Column missing', '缺少列'],
    ['the header of the bill lacks {columns}', '账单表头缺少列：{columns}'],
  ),
  bill_encoding_invalid: entry(
    422,
    ['Not UTF-8', '不是 UTF-8 编码'],
    ['line {line} is not valid UTF-8', '第 {line} 行不是有效的 UTF-8'],
  ),
  bill_gzip_invalid: entry(
    422,
    ['Packed bill damaged', '账单压缩包损坏'],
    ['the packed bill is damaged or cut off: {reason}', '压缩的账单已损坏或不完整：{reason}'],
  ),
  bill_line_too_long: entry(
    422,
    ['Line too long', '行过长'],
    ['line {line} is longer than any row of a bill', '第 {line} 行超过账单行的长度上限'],
  ),
  bill_row_shape: entry(
    422,
    ['Wrong number of fields', '字段数不符'],
    ['the row has {got} fields that do not fit the {expected} columns', '该行有 {got} 个字段，与 {expected} 列不符'],
  ),
  bill_row_ambiguous: entry(
    422,
    ['Row can be read in several ways', '该行有多种读法'],
    [
      '{extra} separators inside free text leave several ways to read the amounts of the row',
      '文本中有 {extra} 个分隔符，该行金额有多种读法',
    ],
  ),
  bill_row_cut: entry(422, ['Row cut off', '行不完整'], ['the file ends inside this row', '文件在该行中途结束']),
  bill_row_after_summary: entry(
    422,
    ['Row after the summary', '汇总之后还有数据'],
    ['nothing may follow the summary of a bill', '账单汇总之后不应再有数据'],
  ),
  bill_field_invalid: entry(
    422,
    ['Invalid field', '字段无效'],
    ['“{value}” is not a valid {column}', '“{value}”不是有效的{column}'],
  ),
  bill_status_unknown: entry(
    422,
    ['Unknown trade status', '未知交易状态'],
    ['“{value}” is not a status of a trade bill', '“{value}”不是账单中的交易状态'],
  ),
  bill_summary_missing: entry(
    422,
    ['Bill incomplete', '账单不完整'],
    ['the bill ends at line {line} without its summary', '账单在第 {line} 行结束，没有汇总'],
  ),

  // database
  data_folder_not_writable: entry(
    503,
    ['Data folder not writable', '数据目录不可写'],
    ['cannot write to the data folder {folder}: {reason}', '无法写入数据目录 {folder}：{reason}'],
  ),
  data_folder_in_use: entry(
    503,
    ['Data folder in use', '数据目录正被使用'],
    [
      'the data folder {folder} is in use by process {pid}; stop that one first, or use another folder',
      '数据目录 {folder} 正被进程 {pid} 使用；请先停止该进程，或改用其他目录',
    ],
  ),
  embedded_postgres_missing: entry(
    503,
    ['No built-in database here', '此系统没有内置数据库'],
    [
      'the built-in PostgreSQL does not run on {platform} ({reason}); set DATABASE_URL to a PostgreSQL 15 or later',
      '内置 PostgreSQL 无法在 {platform} 上运行（{reason}）；请将 DATABASE_URL 设为 PostgreSQL 15 或更高版本',
    ],
  ),
  database_start_failed: entry(
    503,
    ['Database did not start', '数据库启动失败'],
    ['the built-in database did not start: {reason}', '内置数据库启动失败：{reason}'],
  ),
  database_unreachable: entry(
    503,
    ['Database unreachable', '数据库无法连接'],
    [
      'no connection to the database at {address}: {reason}; nothing was changed',
      '无法连接位于 {address} 的数据库：{reason}；未做任何更改',
    ],
  ),
  database_unavailable: entry(
    503,
    ['Database not available', '数据库暂不可用'],
    [
      'the service has no connection to its database; nothing was changed, try again (request {request})',
      '服务暂时无法连接数据库；未做任何更改，请重试（请求 {request}）',
    ],
  ),
  database_busy: entry(
    503,
    ['Database busy', '数据库繁忙'],
    [
      'no database connection became free within {seconds} s; nothing was changed, try again',
      '{seconds} 秒内没有空闲的数据库连接；未做任何更改，请重试',
    ],
  ),
  database_too_old: entry(
    503,
    ['Database too old', '数据库版本过低'],
    [
      'the database is PostgreSQL {version}; {needed} or later is needed',
      '数据库为 PostgreSQL {version}，需要 {needed} 或更高版本',
    ],
  ),
  outcome_unknown: entry(
    503,
    ['Outcome unknown', '结果未知'],
    [
      'the connection to the database broke before it confirmed; repeat the request with the same idempotency key to learn the outcome',
      '数据库确认之前连接中断；请使用相同的幂等键重复请求以得知结果',
    ],
  ),
  schema_newer: entry(
    503,
    ['Database is newer than this program', '数据库比本程序新'],
    [
      'the database is at migration {found}, this program knows up to {known}; run the newer program',
      '数据库已迁移到 {found}，本程序只认识到 {known}；请运行较新的程序',
    ],
  ),
  schema_behind: entry(
    503,
    ['Database not migrated', '数据库尚未迁移'],
    [
      'the database is at migration {found}, this program needs {known}',
      '数据库的迁移版本为 {found}，本程序需要 {known}',
    ],
  ),
  schema_changed: entry(
    503,
    ['A migration was changed', '迁移文件被修改'],
    [
      'migration {file} is not the one this database was made with; add a new migration instead of changing an old one',
      '迁移文件 {file} 与建立此数据库时所用的不同；请新增迁移，不要修改旧迁移',
    ],
  ),
  migration_failed: entry(
    503,
    ['Migration failed', '迁移失败'],
    ['migration {file} failed and was undone: {reason}', '迁移 {file} 失败并已撤销：{reason}'],
  ),

  // settings
  setting_invalid: entry(
    422,
    ['Setting not understood', '设置无效'],
    ['{name} is {value}; it should be {expected}', '{name} 为 {value}，应为 {expected}'],
  ),

  // cli
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
