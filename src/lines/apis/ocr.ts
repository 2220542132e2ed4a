/** Text recognition in images: a price per call, or per started thousand. Failed calls are free. */
import Type, { type Static } from 'typebox'
import { defineProduct } from '../../catalog/product.ts'
import { PartyId, RefundPolicy } from '../../engine/schemas.ts'
import { MICROS_PER_UNIT } from '../../money/amount.ts'
import { PackageTerms, packaged } from '../../pricing/package.ts'
import { PerUnitTerms, perUnit } from '../../pricing/per-unit.ts'
import type { StepDetail } from '../../pricing/price.ts'
import { Problem } from '../../problem.ts'
import { fromWallet, monthAfter, paidByWallet } from './prepaid.ts'

const Event = Type.Object(
  {
    developer: PartyId,
    calls: Type.Integer({ minimum: 1, maximum: 1_000_000_000, description: 'Number of calls, including failed ones' }),
    failed: Type.Optional(
      Type.Integer({ minimum: 0, maximum: 1_000_000_000, default: 0, description: 'Number of failed calls' }),
    ),
    soldPer: Type.Optional(
      Type.Union([Type.Literal('call'), Type.Literal('thousand-calls')], {
        default: 'call',
        description: 'Billing unit: each call, or each started thousand',
      }),
    ),
  },
  { additionalProperties: false, title: 'apis/ocr' },
)

const Terms = Type.Object(
  { call: PerUnitTerms, thousandCalls: PackageTerms, refund: RefundPolicy },
  { additionalProperties: false },
)

type Event = Static<typeof Event>
type Terms = Static<typeof Terms>

const defaultTerms: Terms = {
  call: { model: 'per_unit', price: '0.005' },
  thousandCalls: { model: 'package', price: '5', size: '1000', started: 'up' },
  refund: monthAfter({ rule: 'unused-calls' }),
}

export const ocr = defineProduct({
  id: 'ocr',
  title: { en: 'OCR API', zh: 'OCR识别API' },
  event: Event,
  terms: Terms,
  defaultTerms,
  customer: 'developer',
  activity: ({ calls, failed = 0 }: Event) => ({
    measures: { calls: BigInt(calls - failed), failedCalls: BigInt(failed) },
  }),
  compile(terms: Terms, currency: string, detail?: StepDetail) {
    const prices = {
      call: perUnit.compile(terms.call, currency, detail),
      'thousand-calls': packaged.compile(terms.thousandCalls, currency),
    }
    return {
      needs: () => ({}),
      charge({ developer, calls, failed = 0, soldPer = 'call' }: Event) {
        if (failed > calls)
          throw new Problem('price_input_invalid', { field: 'failed', value: `${failed} of ${calls}` })
        const answered = BigInt(calls - failed)
        const price = prices[soldPer]({ quantity: answered * MICROS_PER_UNIT })
        const detail = { calls: String(calls), failed: String(failed), answered: answered.toString() }
        const before = failed > 0 ? [{ code: 'failed_calls_free', params: detail }] : []
        const components = [fromWallet(developer, 'usage', price, { unit: currency, before })]
        const quantity = answered > 0n ? answered : 1n
        const pack = soldPer === 'thousand-calls' ? { pack: { calls: quantity } } : {}
        return paidByWallet(developer, [{ id: 'calls', quantity, components, ...pack }], currency, terms.refund)
      },
    }
  },
  example: {
    parties: [{ id: 'dev_ledgerly', kind: 'developer', name: 'Ledgerly', attributes: {} }],
    funds: [{ path: 'dev_ledgerly/wallet', amount: '100.00' }],
    event: { developer: 'dev_ledgerly', calls: 4100, failed: 100 },
    components: { usage: '20.00' },
  },
})
