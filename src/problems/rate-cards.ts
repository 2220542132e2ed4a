/** How Recoup says no about rate cards and contracts. */
import { type Entry, entry } from './entry.ts'

export const rateCardsProblems = {
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
} as const satisfies Record<string, Entry>
