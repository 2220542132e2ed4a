/** The table behind {@link Problem}. Sorted by subject; statuses follow RFC 9110 (410: it was there, 409: try again differently, 422: understood and refused). */
interface Entry {
  readonly status: number
  readonly title: { readonly en: string; readonly zh: string }
  readonly detail: { readonly en: string; readonly zh: string }
}

const entry = (status: number, title: [en: string, zh: string], detail: [en: string, zh: string]): Entry => ({
  status,
  title: { en: title[0], zh: title[1] },
  detail: { en: detail[0], zh: detail[1] },
})

export const problemTable = {
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
} as const satisfies Record<string, Entry>
