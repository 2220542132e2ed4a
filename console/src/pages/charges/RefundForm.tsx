import type { Charge, Shapes } from '@recoup/sdk'
import { Button, Form, Input, Radio } from 'antd'
import { useState } from 'react'
import { readQuantities } from '../../amount-input.ts'
import { formatMoney } from '../../format.ts'
import { useTexts } from '../../texts.ts'
import { AmountInput, amountRule, QuantityInput, quantityRule } from '../../ui/AmountInput.tsx'

type Ask = Shapes['RefundPreviewRequest']
type Words = Pick<Shapes['RefundRequest'], 'reason' | 'reference'>

interface Values {
  readonly how: 'whole' | 'amount' | 'items'
  readonly amount?: string
  readonly quantities?: Readonly<Record<string, string | undefined>>
  readonly reason?: string
  readonly reference?: string
}

interface Props {
  readonly charge: Charge
  readonly busy: boolean
  readonly onAsk: (ask: Ask, words: Words) => void
  /** The previous problem no longer applies. */
  readonly onChange: () => void
}

/** What to refund: everything refundable, an amount, or items. */
export function RefundForm({ charge, busy, onAsk, onChange }: Props) {
  const { t, language } = useTexts('charges')
  const [how, setHow] = useState<Values['how']>('whole')
  const byItems = charge.items.length > 1 || charge.items.some(({ quantity }) => quantity !== '1')
  const { currency } = charge.amount
  const left = formatMoney(charge.refundable.amount, charge.refundable.currency, language)
  return (
    <Form<Values>
      layout="vertical"
      initialValues={{ how: 'whole' }}
      onValuesChange={onChange}
      onFinish={(values) => onAsk(askOf(charge, values), wordsOf(values))}
    >
      <Form.Item name="how" label={t('refund.what')}>
        <Radio.Group
          vertical
          onChange={({ target }) => setHow(target.value as Values['how'])}
          options={[
            { value: 'whole', label: t('refund.whole', { amount: left }) },
            { value: 'amount', label: t('refund.byAmount') },
            ...(byItems ? [{ value: 'items', label: t('refund.byItems') }] : []),
          ]}
        />
      </Form.Item>
      {how === 'amount' && (
        <Form.Item
          name="amount"
          label={t('field.amount')}
          extra={t('refund.atMost', { amount: left })}
          rules={[amountRule(t('refund.amountInvalid'), { required: true, currency })]}
        >
          <AmountInput currency={currency} />
        </Form.Item>
      )}
      {how === 'items' &&
        charge.items.map(({ id, quantity }) => (
          <Form.Item
            key={id}
            name={['quantities', id]}
            label={t('refund.itemQuantity', { item: id, quantity })}
            rules={[quantityRule(t('refund.quantityInvalid'))]}
          >
            <QuantityInput suffix={`/ ${quantity}`} />
          </Form.Item>
        ))}
      <Form.Item name="reason" label={t('field.reason')}>
        <Input.TextArea maxLength={500} rows={2} />
      </Form.Item>
      <Form.Item name="reference" label={t('field.reference')}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy}>
        {t('refund.preview')}
      </Button>
    </Form>
  )
}

function askOf(charge: Charge, { how, amount, quantities = {} }: Values): Ask {
  const { currency } = charge.amount
  if (how === 'amount') return { charge: charge.id, amount: { amount: amount!, currency } }
  const items = readQuantities(quantities)
  return how === 'items' ? { charge: charge.id, items } : { charge: charge.id }
}

function wordsOf({ reason, reference }: Values): Words {
  return { ...(reason?.trim() ? { reason } : {}), ...(reference?.trim() ? { reference: reference.trim() } : {}) }
}
