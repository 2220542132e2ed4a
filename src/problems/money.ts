/** How Recoup says no about amounts, currencies and prices. */
import { type Entry, entry } from './entry.ts'

export const moneyProblems = {
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
  balance_out_of_range: entry(
    422,
    ['Balance out of range', '余额超出范围'],
    [
      'with this an account would hold more than it can: some nine trillion of its currency, either way',
      '执行后某账户余额将超出可记录的范围（正负各约九万亿）',
    ],
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
} as const satisfies Record<string, Entry>
