import type { Charge, Shapes } from '@recoup/sdk'
import { App, Button, Flex, Form, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { readQuantities } from '../../amount-input.ts'
import { recoup, useGet, useMe, useSend } from '../../api.ts'
import { EVIDENCE_KINDS, type EvidenceKind, REFUND_REASONS, type RefundReason } from '../../api-codes.ts'
import { formatMoney } from '../../format.ts'
import { useTexts } from '../../texts.ts'
import { AmountInput, amountRule, QuantityInput, quantityRule } from '../../ui/AmountInput.tsx'
import { Explanation } from '../../ui/Explanation.tsx'
import { ChargeLink } from '../../ui/links.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { Decision } from './Decision.tsx'
import { REQUESTERS, type Requester } from './request-codes.ts'

type Body = Shapes['RefundRequestInput']

interface Values {
  readonly charge: string
  readonly asker?: Requester
  readonly reason: RefundReason
  readonly how: 'whole' | 'amount' | 'items'
  readonly amount?: string
  readonly quantities?: Readonly<Record<string, string | undefined>>
  readonly note?: string
  readonly reference?: string
  readonly evidence?: EvidenceKind[]
}

const CHARGE = /^chg_[0-9a-z]{26}$/

/** Creates a refund request after showing what the policy would decide. */
export default function NewRequest() {
  const { t } = useTexts('refund-requests')
  const { message } = App.useApp()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const [form] = Form.useForm<Values>()
  const me = useMe().data
  const written = Form.useWatch('charge', form) ?? search.get('charge') ?? ''
  const known = CHARGE.test(written)
  const charge = useGet('/v1/charges/{charge}', { params: { path: { charge: written } } }, { enabled: known }).data
  // The idempotency key makes a repeated submission the same request.
  const [looked, setLooked] = useState<{ body: Body; key: string; answer: Shapes['RefundRequestPreview'] }>()
  const look = useSend(async (body: Body) => {
    const answer = await recoup.post('/v1/refund-requests/preview', { body })
    setLooked({ body, key: crypto.randomUUID(), answer })
  }, [])
  const ask = useSend(async ({ body, key }: { body: Body; key: string }) => {
    const made = await recoup.post('/v1/refund-requests', { body, params: { header: { 'Idempotency-Key': key } } })
    message.success(t('new.done'))
    void navigate(`/refund-requests/${made.id}`)
  })
  return (
    <Page title={t('new.title')} lead={t('new.lead')} back={{ to: '/refund-requests', label: t('title') }}>
      <div className="two-columns">
        <Section title={t('new.what')}>
          <Form<Values>
            form={form}
            layout="vertical"
            requiredMark={false}
            initialValues={{ charge: search.get('charge') ?? '', how: 'whole', asker: 'agent' }}
            onValuesChange={() => setLooked(undefined)}
            onFinish={(values) => look.mutate(toBody(values, charge, me?.party ?? null))}
          >
            <Form.Item
              name="charge"
              label={t('field.charge')}
              rules={[{ required: true, pattern: CHARGE, message: t('new.chargeInvalid') }]}
            >
              <Input className="mono" autoComplete="off" placeholder="chg_…" />
            </Form.Item>
            {me?.party === null && (
              <Form.Item name="asker" label={t('request.asker')}>
                <Select options={REQUESTERS.map((value) => ({ value, label: t(`asker.${value}`) }))} />
              </Form.Item>
            )}
            <Form.Item
              name="reason"
              label={t('field.reason')}
              rules={[{ required: true, message: t('signIn.missing') }]}
            >
              <Select
                showSearch={{ optionFilterProp: 'label' }}
                options={REFUND_REASONS.map((value) => ({ value, label: t(`reason.${value}`) }))}
              />
            </Form.Item>
            <HowMuch charge={charge} />
            <Form.Item name="evidence" label={t('new.evidence')} extra={t('new.evidenceLead')}>
              <Select
                mode="multiple"
                options={EVIDENCE_KINDS.map((value) => ({ value, label: t(`evidence.${value}`) }))}
              />
            </Form.Item>
            <Form.Item name="note" label={t('request.note')}>
              <Input.TextArea rows={3} maxLength={4000} />
            </Form.Item>
            <Form.Item name="reference" label={t('field.reference')}>
              <Input maxLength={200} autoComplete="off" />
            </Form.Item>
            <Button type={looked ? 'default' : 'primary'} htmlType="submit" loading={look.isPending}>
              {t('new.look')}
            </Button>
            {look.error && !looked && <ProblemAlert error={look.error} style={{ marginTop: 16 }} />}
          </Form>
        </Section>
        <Section title={t('decision.title')}>
          {looked ? (
            <Flex vertical gap={16}>
              <Decision decision={looked.answer.decision} />
              <Explanation explanation={looked.answer.explanation} />
              <div>
                <Button type="primary" loading={ask.isPending} onClick={() => ask.mutate(looked)}>
                  {t('new.ask')}
                </Button>
              </div>
              {ask.error && <ProblemAlert error={ask.error} />}
            </Flex>
          ) : (
            <>
              {t('new.before')}
              {charge && (
                <p>
                  <ChargeLink charge={charge.id} />
                </p>
              )}
            </>
          )}
        </Section>
      </div>
    </Page>
  )
}

function HowMuch({ charge }: { readonly charge: Charge | undefined }) {
  const { t, language } = useTexts('refund-requests')
  const how = Form.useWatch<Values['how']>('how')
  const items = charge?.items ?? []
  const byItems = items.length > 1 || items.some(({ quantity }) => quantity !== '1')
  const left = charge && formatMoney(charge.refundable.amount, charge.refundable.currency, language)
  return (
    <>
      <Form.Item name="how" label={t('new.howMuch')} extra={left && t('new.left', { amount: left })}>
        <Radio.Group
          options={[
            { value: 'whole', label: t('asked.whole') },
            { value: 'amount', label: t('asked.amount'), disabled: !charge },
            ...(byItems ? [{ value: 'items', label: t('asked.items') }] : []),
          ]}
        />
      </Form.Item>
      {how === 'amount' && charge && (
        <Form.Item
          name="amount"
          label={t('field.amount')}
          rules={[amountRule(t('new.amountInvalid'), { required: true, currency: charge.amount.currency })]}
        >
          <AmountInput currency={charge.amount.currency} />
        </Form.Item>
      )}
      {how === 'items' &&
        items.map(({ id, quantity }) => (
          <Form.Item
            key={id}
            name={['quantities', id]}
            label={t('asked.item', { item: id, quantity })}
            rules={[quantityRule(t('new.quantityInvalid'))]}
          >
            <QuantityInput />
          </Form.Item>
        ))}
    </>
  )
}

function toBody(values: Values, charge: Charge | undefined, party: string | null): Body {
  const { how, amount, quantities = {}, asker, reason, note, reference, evidence = [] } = values
  const items = readQuantities(quantities)
  return {
    charge: values.charge,
    reason,
    ...(party === null && asker ? { asker } : {}),
    ...(how === 'amount' ? { amount: { amount: amount!, currency: charge!.amount.currency } } : {}),
    ...(how === 'items' ? { items } : {}),
    ...(note?.trim() ? { note: note.trim() } : {}),
    ...(reference?.trim() ? { reference: reference.trim() } : {}),
    ...(evidence.length > 0 ? { evidence: evidence.map((kind) => ({ kind })) } : {}),
  }
}
