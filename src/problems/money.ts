/** Problems of amounts, currencies and prices. */
import { type Entry, entry } from './entry.ts'

export const moneyProblems = {
  amount_invalid: entry(
    422,
    ['Invalid amount', '金额无效'],
    ['“{value}” is not a decimal amount such as "12.34".', '“{value}”不是有效的金额，格式如 "12.34"。'],
  ),
  amount_too_precise: entry(
    422,
    ['Too many decimal places', '小数位过多'],
    [
      '{value} has too many decimal places. Here, {unit} allows at most {digits}.',
      '{value} 的小数位过多，{unit} 在此处最多 {digits} 位小数。',
    ],
  ),
  amount_out_of_range: entry(
    422,
    ['Amount out of range', '金额超出范围'],
    ['{value} {unit} is larger than an account can hold.', '{value} {unit} 超出账户可记录的范围。'],
  ),
  balance_out_of_range: entry(
    422,
    ['Balance out of range', '余额超出范围'],
    [
      'The posting would move an account balance beyond the supported range of about ±9 trillion of its currency.',
      '记账后某账户余额将超出可记录的范围（约正负九万亿）。',
    ],
  ),
  amount_not_positive: entry(
    422,
    ['Amount must be positive', '金额必须为正'],
    ['The amount must be greater than zero, not {value}.', '金额必须大于零，收到 {value}。'],
  ),
  currency_unknown: entry(
    422,
    ['Unknown currency', '未知货币'],
    [
      '“{unit}” is neither an ISO 4217 currency code nor a custom unit that the rate card declares.',
      '“{unit}”既不是 ISO 4217 货币代码，也不是费率表中声明的自定义单位。',
    ],
  ),
  currency_mismatch: entry(
    422,
    ['Currency mismatch', '货币不一致'],
    ['Expected {expected}, received {unit}.', '应为 {expected}，收到 {unit}。'],
  ),
  rate_invalid: entry(
    422,
    ['Invalid rate', '费率无效'],
    ['“{value}” is not a valid decimal rate such as "0.006".', '“{value}”不是有效的费率，格式如 "0.006"。'],
  ),
  terms_invalid: entry(
    422,
    ['Invalid price terms', '计价条款无效'],
    [
      'The terms of price model “{model}” are invalid at {field}: {reason}.',
      '计价模型“{model}”的条款在 {field} 处无效：{reason}。',
    ],
  ),
  price_input_missing: entry(
    422,
    ['Price input missing', '缺少计价输入'],
    ['The price model “{model}” requires “{field}”.', '计价模型“{model}”需要“{field}”。'],
  ),
  price_input_invalid: entry(
    422,
    ['Invalid price input', '计价输入无效'],
    ['“{field}” cannot be priced: {value}.', '“{field}”无法计价：{value}。'],
  ),
  price_outside_band: entry(
    422,
    ['Outside the allowed range', '超出允许范围'],
    [
      '“{name}” is {value}, outside the allowed range {min} to {max}.',
      '“{name}”为 {value}，不在 {min} 至 {max} 之间。',
    ],
  ),
  choice_unknown: entry(
    422,
    ['No price for this value', '该取值没有对应价格'],
    ['No price is set for {by} “{value}”. Use one of: {known}.', '{by} 的取值“{value}”没有对应价格。可用：{known}。'],
  ),
} as const satisfies Record<string, Entry>
