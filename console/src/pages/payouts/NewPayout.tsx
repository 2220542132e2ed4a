import { PlusOutlined } from '@ant-design/icons'
import { Alert, Descriptions, Form, Input } from 'antd'
import { useNavigate } from 'react-router'
import { recoup, useGet } from '../../api.ts'
import { useTexts } from '../../texts.ts'
import { ActionForm } from '../../ui/ActionForm.tsx'
import { AmountInput, amountRule } from '../../ui/AmountInput.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Money } from '../../ui/Money.tsx'

const CURRENCY = /^[A-Z]{3}$/

/** Creates a payout, showing how much is payable and why not more. */
export function NewPayout() {
  const { t } = useTexts('payouts')
  const navigate = useNavigate()
  const required = { required: true, message: t('signIn.missing') }
  return (
    <ActionForm<{ party: string; currency: string; amount?: string; note?: string }>
      label={t('new.label')}
      button={{ type: 'primary', icon: <PlusOutlined /> }}
      initial={{ currency: 'CNY' }}
      submit={t('new.submit')}
      done={t('new.done')}
      send={async ({ party, currency, amount, note }) => {
        const { id } = await recoup.post('/v1/payouts', {
          body: {
            party: party.trim(),
            currency,
            ...(amount?.trim() ? { amount: amount.trim() } : {}),
            ...(note?.trim() ? { note: note.trim() } : {}),
          },
        })
        void navigate(`/payouts/${id}`)
      }}
    >
      <div className="fields">
        <Form.Item name="party" label={t('field.party')} rules={[required]}>
          <Input maxLength={64} autoComplete="off" placeholder="mch_1" />
        </Form.Item>
        <Form.Item name="currency" label={t('field.currency')} rules={[required]}>
          <Input maxLength={32} autoComplete="off" />
        </Form.Item>
      </div>
      <Payable />
      <Form.Item
        name="amount"
        label={t('field.amount')}
        extra={t('new.amountLead')}
        rules={[amountRule(t('new.amountInvalid'))]}
      >
        <AmountInput />
      </Form.Item>
      <Form.Item name="note" label={t('new.note')}>
        <Input maxLength={200} />
      </Form.Item>
    </ActionForm>
  )
}

/** How much of the balance is payable, and why not more. */
function Payable() {
  const { t } = useTexts('payouts')
  const form = Form.useFormInstance<{ party?: string; currency?: string }>()
  const party = (Form.useWatch('party', form) ?? '').trim()
  const currency = Form.useWatch('currency', form) ?? ''
  const asked = party !== '' && CURRENCY.test(currency)
  const read = useGet('/v1/payouts/payable', { params: { query: { party, currency } } }, { enabled: asked })
  if (!asked) return null
  return (
    <div style={{ marginBottom: 24 }}>
      <Loaded of={read} rows={3}>
        {({ balance, available, owed, restored, heldBack, charges, paused, payable }) => (
          <>
            {paused && <Alert type="warning" showIcon title={t('payable.paused')} style={{ marginBottom: 8 }} />}
            <Descriptions
              size="small"
              bordered
              column={1}
              items={[
                { key: 'balance', label: t('payable.balance'), children: <Money {...balance} /> },
                { key: 'available', label: t('payable.available'), children: <Money {...available} /> },
                { key: 'owed', label: t('payable.owed'), children: <Money {...owed} /> },
                { key: 'restored', label: t('payable.restored'), children: <Money {...restored} /> },
                {
                  key: 'held',
                  label: t('payable.heldBack', { count: charges }),
                  children: <Money {...heldBack} />,
                },
                { key: 'payable', label: t('payable.payable'), children: <Money {...payable} strong /> },
              ]}
            />
          </>
        )}
      </Loaded>
    </div>
  )
}
