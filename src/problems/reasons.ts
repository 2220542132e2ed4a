/**
 * Chinese for the reasons that problems carry as English text: faults of a schema and checks of our own. Reasons come
 * from many modules, so they are recognized by their text; `params` keep the original.
 */

/** Messages of the schema validator and of checks of single fields: they follow the pointer of the field. */
const FIELD_FAULTS: readonly (readonly [RegExp, string])[] = [
  [/^is (missing|required)$/, '为必填项'],
  [/^is required together with (\S+)$/, '与 $1 须同时填写'],
  [/^is not a known (field|setting)$|^is not a field of this model$/, '不是已知字段'],
  [/^must be a decimal (?:string )?like "([^"]*)"(?:, not .*)?$/, '须为十进制数，格式如 "$1"'],
  [/^"(.*)" is not a decimal like "([^"]*)"$/, '的值“$1”不是十进制数，格式如 "$2"'],
  [/^must be one of (.+)$/, '须为以下之一：$1'],
  [/^must be (string|number|integer|boolean|array|object|null)$/, '的类型须为 $1'],
  [/^must be either (.+)$/, '的类型须为 $1'],
  [/^must be (<=|<|>=|>) (\S+)$/, '须 $1 $2'],
  [/^must be multiple of (\S+)$/, '须为 $1 的倍数'],
  [/^must be equal to (one of the allowed values|constant)$/, '的值不在允许范围内'],
  [
    /^(is none of the forms allowed here|must match a schema in anyOf|must match exactly one schema in oneOf)$/,
    '的格式不符合要求',
  ],
  [/^must be a currency code like "([^"]*)", or a declared unit$/, '须为货币代码（如 "$1"）或已声明的单位'],
  [/^must be a day like "([^"]*)"$/, '须为日期，格式如 "$1"'],
  [/^must be a time like "([^"]*)"$/, '须为时间，格式如 "$1"'],
  [/^must be an id of up to 64 letters, digits and _ \. : -$/, '须为编号：至多 64 个字母、数字及 _ . : -'],
  [/^must be an id that begins with (\S+)$/, '须为以 $1 开头的编号'],
  [/^must match (format|pattern) "(.*)"$/s, '的格式不符合要求'],
  [/^must not have (more|fewer) than (\d+) (items|characters|properties)$/, '的长度不符合要求（限 $2）'],
  [/^must not have duplicate items$/, '不得有重复项'],
  [/^must be 1–(\d+) visible ASCII characters$/, '须为 1–$1 个可见 ASCII 字符'],
  [/^cannot be set by a party$/, '不可由商户或用户设置'],
  [/^provide either (\S+) or (\S+)$/, '只能使用 $1 与 $2 之一'],
  [/^is allowed only with the outcome lost$/, '仅可用于败诉结果'],
  [/^is neither an ISO 4217 code nor declared in units$/, '既不是 ISO 4217 代码，也未在 units 中声明'],
  [/^is not a lower-case name other than a currency code$/, '须为小写名称，且不得是货币代码的小写形式'],
  [/^is not a product of any line$/, '不是任何业务线的产品'],
  [/^must be a URL$/, '须为网址'],
  [/^must use https$/, '须使用 https'],
  [/^is too long$/, '过长'],
  [/^must not contain a user name or password$/, '不得包含用户名或密码'],
  [/^must not have a fragment$/, '不得包含 # 片段'],
  [/^must be on the public internet unless the operator allows more with (\S+)$/, '须为公网地址，除非运营方以 $1 放宽'],
  [/^must be a key in PEM format$/, '须为 PEM 格式的密钥'],
  [/^must be an RSA key of at least 2048 bits$/, '须为至少 2048 位的 RSA 密钥'],
  [/^must be null on the last tier and only there$/, '只有最后一档须为 null'],
  [/^(\S+) is not greater than the previous tier$/, '的值 $1 须大于前一档'],
  [/^(\S+) is greater than max (\S+)$/, '的值 $1 大于上限 $2'],
  [/^(\S+) is greater than 1 \(100%\)$/, '的值 $1 大于 1（100%）'],
  [/^(\S+) is outside the range (\S+) to (\S+)$/, '的值 $1 不在 $2 至 $3 之间'],
  [/^must be greater than zero$/, '须大于零'],
  [/^must not be zero$/, '不得为零'],
  [/^must have min, max or both$/, '须设置 min、max 或两者'],
  [/^two milestones have the same id$/, '有重复的里程碑编号'],
  [/^the shares do not add up to 1$/, '的比例之和须为 1'],
]

/** Reasons without a field. */
const REASONS: readonly (readonly [RegExp, string])[] = [
  [/^it does not match the schema$/, '不符合格式'],
  [/^Idempotency-Key must be 1–(\d+) visible ASCII characters$/, '请求头 Idempotency-Key 须为 1–$1 个可见 ASCII 字符'],
  [/^provide only one of (.+)$/, '只能使用其中之一：$1'],
  [/^provide either (\S+) or (\S+)$/, '请使用 $1 与 $2 之一'],
  [/^provide amount and currency together, or neither$/, '金额与货币须同时填写或均不填写'],
  [/^provide number and secret, or a token$/, '请提供编号和密码，或令牌'],
  [/^provide a text or a URL$/, '请提供文字或网址'],
  [/^provide 1 to (\d+) results$/, '须有 1 至 $1 条结果'],
  [/^product requires line$/, '指定产品时须同时指定业务线'],
  [/^a write-off requires a reason$/, '核销须填写原因'],
  [/^too many fields$/, '字段过多'],
  [/^source and destination are the same account \((\S+)\)$/, '付出方与收入方是同一账户（$1）'],
  [/^a string contains U\+0000$/, '字符串含有 U+0000'],
  [/^a string contains an unpaired surrogate$/, '字符串含有不成对的代理字符'],
  [/^its length does not match its Content-Length$/, '长度与 Content-Length 不符'],
  [/^it could not be parsed$/, '格式错误'],
  [/^line (\d+) is not valid JSON$/, '第 $1 行不是有效的 JSON'],
  [/^the file is missing$/, '缺少文件'],
  [/^the file is larger than (\d+) bytes$/, '文件超过 $1 字节'],
  [/^bill files of gateway kind (\S+) are not supported$/, '不支持 $1 类通道的账单文件'],
  [/^its body is missing$/, '缺少通知内容'],
  [/^outcome must be paid or failed$/, 'outcome 须为 paid 或 failed'],
  [/^payout must be the id of a payout$/, 'payout 须为出款编号'],
  [/^only one limit per currency is allowed$/, '每种货币只能有一个上限'],
  [/^days must be between 1 and (\d+)$/, '天数须在 1 至 $1 之间'],
  [/^day must be between 1 and (\d+)$/, '日期须在 1 至 $1 之间'],
  [/^a daily schedule has no day$/, '每日执行时不设日期'],
  [/^it is longer than (\d+) characters$/, '超过 $1 个字符'],
  [/^it is not a URL$/, '不是有效的网址'],
  [/^it must start with https:\/\/$/, '须以 https:// 开头'],
  [/^it must not contain a user name or password$/, '不得包含用户名或密码'],
  [/^it must not have a fragment$/, '不得包含 # 片段'],
  [/^its host is not on the public internet$/, '主机不在公共互联网上'],
  [/^it has no items$/, '没有商品项'],
  [/^(\S+) cannot be both payer and creator$/, '$1 不能既是付款方又是创作者'],
  [/^it is greater than the price$/, '超过价款'],
  [/^(\S+) is not after (\S+)$/, '$1 不晚于 $2'],
  [/^(\S+) is before (\S+)$/, '$1 早于 $2'],
  [/^more than (\d+) periods$/, '超过 $1 期'],
  [/^milestone (\S+) does not disclose data$/, '里程碑 $1 不披露数据'],
  [/^a currency other than (\S+)$/, '$1 以外的货币'],
  [/^([A-Z]{3}) or ([A-Z]{3})$/, '$1 或 $2'],
]

/** A reason in Chinese; null for English text that has no translation here. Codes and Chinese text are returned as they are. */
export function reasonInChinese(reason: string): string | null {
  const parts = reason.split('; ').map(translate)
  return parts.includes(null) ? null : parts.join('；')
}

function translate(reason: string): string | null {
  const [, field, fault] = /^(\/\S*|it) (.+)$/s.exec(reason) ?? []
  const whole = fill(REASONS, reason)
  if (whole !== null) return whole
  if (fault !== undefined) return `${field === 'it' ? '内容' : `${field} `}${fill(FIELD_FAULTS, fault) ?? '不符合要求'}`
  const isText = /\s/.test(reason) && !/\p{Script=Han}/u.test(reason)
  return fill(FIELD_FAULTS, reason) ?? (isText ? null : reason)
}

function fill(rules: readonly (readonly [RegExp, string])[], text: string): string | null {
  const rule = rules.find(([pattern]) => pattern.test(text))
  return rule ? text.replace(rule[0], rule[1]) : null
}
