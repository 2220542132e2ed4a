/** Problems of rate cards and contracts. */
import { type Entry, entry } from './entry.ts'

export const rateCardsProblems = {
  rate_card_unknown: entry(
    404,
    ['Rate card not found', '费率表不存在'],
    ['Rate card version {version} does not exist.', '费率表版本 {version} 不存在。'],
  ),
  rate_card_invalid: entry(
    422,
    ['Invalid rate card', '费率表无效'],
    ['The terms of {product} are invalid: {reason}.', '{product} 的条款无效：{reason}。'],
  ),
  rate_card_breaks_contract: entry(
    409,
    ['Rate card conflicts with a contract', '费率表与合同冲突'],
    [
      'Contract {contract} of {party} for {product} cannot be priced with this rate card: {reason}.',
      '{party} 的 {product} 合同 {contract} 无法按此费率表计价：{reason}。',
    ],
  ),
  confirmation_required: entry(
    409,
    ['Confirmation required', '需要确认'],
    [
      'The card takes away {lost}. To publish it nevertheless, repeat the request with `confirm` set to {hash}.',
      '此费率表将移除 {lost}。如仍要发布，请将 `confirm` 设为 {hash} 后重新提交。',
    ],
  ),
  price_change_in_past: entry(
    409,
    ['Price change in the past', '价格变更早于已有交易'],
    [
      'Charges already exist up to {chargedAt}, so prices cannot change from {effectiveAt}. Choose a later time.',
      '{chargedAt} 已有交易，价格不能从 {effectiveAt} 起变更，请选择较晚的时间。',
    ],
  ),
  contract_unknown: entry(
    404,
    ['Contract not found', '合同不存在'],
    ['Contract {contract} does not exist.', '合同 {contract} 不存在。'],
  ),
  contract_invalid: entry(
    422,
    ['Invalid contract', '合同无效'],
    [
      'The terms for {product} are invalid with rate card version {version}: {reason}.',
      '{product} 的条款与费率表第 {version} 版合用时无效：{reason}。',
    ],
  ),
  contract_period_invalid: entry(
    422,
    ['Contract ends before it starts', '合同结束早于开始'],
    [
      'The contract would end at {until}, before it starts at {effectiveAt}.',
      '合同的结束时间 {until} 早于开始时间 {effectiveAt}。',
    ],
  ),
  contract_ended: entry(
    409,
    ['Contract already ended', '合同已结束'],
    ['The contract already ends at {endedAt}.', '该合同的结束时间已定为 {endedAt}。'],
  ),
} as const satisfies Record<string, Entry>
