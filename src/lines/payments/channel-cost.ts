/** The cost of the channel that carried a payment: a share of our fee, booked with it so that reports show it. */
import Type, { type Static } from 'typebox'
import type { Component } from '../../charges/draft.ts'
import { PartyId } from '../../engine/schemas.ts'
import { accountName, PLATFORM } from '../../ledger/account.ts'
import { formatMicros, type Micros } from '../../money/amount.ts'
import { applyRate, formatPercent, parseRate } from '../../money/rate.ts'

export const ChannelCost = Type.Object(
  {
    channel: PartyId,
    share: Type.String({
      pattern: '^(0(\\.\\d{1,6})?|1(\\.0{1,6})?)$',
      description: 'Share of the fee, from 0 to 1',
    }),
  },
  { additionalProperties: false },
)

/** Compiles to the component that books the cost of a fee. */
export function compileCost({ channel, share }: Static<typeof ChannelCost>, unit: string): (fee: Micros) => Component {
  const rate = parseRate(share)
  const [from, to] = [accountName(PLATFORM, 'cost', unit).path, accountName(channel, 'fees', unit).path]
  return (fee) => {
    const amount = applyRate(fee, rate)
    const detail = { channel, share: formatPercent(rate), fee: formatMicros(fee, unit), unit }
    const why = [{ code: 'channel_cost', params: { ...detail, result: formatMicros(amount, unit) } }]
    return { kind: 'cost', from, to, amount, unit, returns: 'pro-rata', quantum: 1n, why }
  }
}
