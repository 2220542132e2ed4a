import type { Charge, Shapes } from '@recoup/sdk'
import { DatePicker, Form, Input, Select } from 'antd'
import type { Dayjs } from 'dayjs'
import { recoup, useGet, useMay, useMe } from '../../api.ts'
import { codesOf } from '../../api-codes.ts'
import { useTexts } from '../../texts.ts'
import { ActionForm } from '../../ui/ActionForm.tsx'
import type { RequestInFull } from './request.ts'

type Delivery = NonNullable<Shapes['UseFacts']['delivery']>
const DELIVERIES = codesOf<Delivery>({ 'not-delivered': true, preview: true, delivered: true, defective: true })
const COUNT = /^\d{1,18}$/

interface Values {
  readonly used?: Readonly<Record<string, string | undefined>>
  readonly calls?: string
  readonly delivery?: Delivery
  readonly period?: readonly [Dayjs, Dayjs]
  readonly rate?: { readonly pair?: string; readonly rate?: string; readonly day?: Dayjs; readonly source?: string }
}

/** Enters the facts of use that the policy needs for its decision. */
export function Facts({ request }: { readonly request: RequestInFull }) {
  const { t } = useTexts('refund-requests')
  const may = useMay()
  const me = useMe().data
  const { missingFacts } = request.decision
  const charge = useGet(
    '/v1/charges/{charge}',
    { params: { path: { charge: request.charge } } },
    { enabled: missingFacts.includes('items') && may('charges:read') },
  ).data
  if (me?.party !== null || !may('requests:write') || missingFacts.length === 0) return null
  return (
    <ActionForm<Values>
      label={t('facts.label')}
      lead={t('facts.lead')}
      done={t('facts.done')}
      submit={t('action.save')}
      button={{ type: 'primary' }}
      send={(values) =>
        recoup.post('/v1/refund-requests/{request}/facts', {
          params: { path: { request: request.id } },
          body: toFacts(values, me.tenant.timeZone),
        })
      }
    >
      <Fields missing={missingFacts} charge={charge} />
    </ActionForm>
  )
}

function Fields({ missing, charge }: { readonly missing: readonly string[]; readonly charge: Charge | undefined }) {
  const { t } = useTexts('refund-requests')
  const required = { required: true, message: t('signIn.missing') }
  const count = { required: true, pattern: COUNT, message: t('facts.countInvalid') }
  return (
    <>
      {missing.includes('items') &&
        charge?.items.map(({ id, quantity }) => (
          <Form.Item key={id} name={['used', id]} label={t('facts.used', { item: id, quantity })} rules={[count]}>
            <Input inputMode="numeric" autoComplete="off" />
          </Form.Item>
        ))}
      {missing.includes('calls') && (
        <Form.Item name="calls" label={t('fact.calls')} rules={[count]}>
          <Input inputMode="numeric" autoComplete="off" />
        </Form.Item>
      )}
      {missing.includes('delivery') && (
        <Form.Item name="delivery" label={t('fact.delivery')} rules={[required]}>
          <Select options={DELIVERIES.map((value) => ({ value, label: t(`delivery.${value}`) }))} />
        </Form.Item>
      )}
      {missing.includes('period') && (
        <Form.Item name="period" label={t('fact.period')} rules={[required]}>
          <DatePicker.RangePicker style={{ width: '100%' }} />
        </Form.Item>
      )}
      {missing.includes('rate') && (
        <>
          <Form.Item name={['rate', 'pair']} label={t('facts.pair')} rules={[required]}>
            <Input placeholder="USD/CNY" maxLength={7} />
          </Form.Item>
          <Form.Item name={['rate', 'rate']} label={t('fact.rate')} rules={[required]}>
            <Input inputMode="decimal" autoComplete="off" />
          </Form.Item>
          <Form.Item name={['rate', 'day']} label={t('facts.day')} rules={[required]}>
            <DatePicker />
          </Form.Item>
          <Form.Item name={['rate', 'source']} label={t('facts.source')} rules={[required]}>
            <Input maxLength={100} />
          </Form.Item>
        </>
      )}
    </>
  )
}

const dayOf = (day: Dayjs) => day.format('YYYY-MM-DD')

/** The last day of a period is inclusive, so the period sent ends at the end of that day. */
function toFacts({ used, calls, delivery, period, rate }: Values, zone: string): Shapes['StatedFacts'] {
  const items = Object.fromEntries(Object.entries(used ?? {}).flatMap(([id, count]) => (count ? [[id, count]] : [])))
  const [from, to] = period ?? []
  const use: Shapes['UseFacts'] = {
    ...(Object.keys(items).length > 0 ? { items } : {}),
    ...(calls ? { calls } : {}),
    ...(delivery ? { delivery } : {}),
    ...(from && to ? { period: { from: dayOf(from), to: dayOf(to.add(1, 'day')), zone } } : {}),
  }
  const { pair, rate: value, day, source } = rate ?? {}
  return {
    ...(Object.keys(use).length > 0 ? { use } : {}),
    ...(pair && value && day && source ? { rate: { pair, rate: value, day: dayOf(day), source } } : {}),
  }
}
