/**
 * Explains every transfer of a charge as steps: codes and parameters that can be rendered in any language
 * (src/engine/explain.ts renders English and Chinese).
 */
import { formatMicros } from '../money/amount.ts'
import type { Step } from '../pricing/price.ts'
import type { ChargeRow } from './record.ts'

export function explainCharge(charge: ChargeRow): Step[] {
  const { unit, draft } = charge
  const refundable = formatMicros(charge.captured - charge.kept, unit)
  const { windowDays } = draft.refund
  return [
    {
      code: 'charged',
      params: {
        payer: charge.payer,
        amount: formatMicros(charge.captured, unit),
        unit,
        line: charge.line,
        product: charge.product,
        rateCard: String(draft.rateCard),
      },
    },
    ...(draft.contract
      ? [{ code: 'contract_terms', params: { contract: draft.contract.id, party: draft.contract.party } }]
      : []),
    ...draft.items.flatMap(({ components }) =>
      components.flatMap(({ kind, from, to, amount, why }): Step[] => [
        ...why,
        { code: 'moved', params: { kind, from, to, amount: amount.amount, unit: amount.currency } },
      ]),
    ),
    windowDays === null
      ? { code: 'refundable_always', params: { amount: refundable, unit } }
      : { code: 'refundable_window', params: { amount: refundable, unit, days: String(windowDays) } },
  ]
}
