import type { Shapes } from '@recoup/sdk'
import { Form, Input, InputNumber, Switch } from 'antd'
import { recoup, useGet } from '../../api.ts'
import { useTexts } from '../../texts.ts'
import { ActionForm } from '../../ui/ActionForm.tsx'
import { AmountInput, amountRule } from '../../ui/AmountInput.tsx'

type Settings = Shapes['ReconciliationSettings']
/** The values of the form. An empty field means no limit. */
type Values = Omit<Settings, 'twoPeopleAbove'> & { readonly twoPeopleAbove?: string }

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/

/** The reconciliation settings of a gateway: when its bill is downloaded, and which differences are tolerated. */
export function ReconciliationSettings({ gateway }: { readonly gateway: string }) {
  const { t } = useTexts('gateways')
  const params = { path: { gateway } }
  const read = useGet('/v1/reconciliation-settings/{gateway}', { params })
  if (!read.data) return null
  const { twoPeopleAbove, ...settings } = read.data
  return (
    <ActionForm<Values>
      label={t('reconcile.label')}
      title={t('reconcile.title', { gateway })}
      submit={t('action.save')}
      done={t('reconcile.done')}
      initial={{ ...settings, ...(twoPeopleAbove === null ? {} : { twoPeopleAbove }) }}
      send={({ twoPeopleAbove: above, ...values }) =>
        recoup.put('/v1/reconciliation-settings/{gateway}', {
          params,
          body: { ...values, twoPeopleAbove: above || null },
        })
      }
    >
      <Form.Item name="enabled" label={t('reconcile.daily')} valuePropName="checked">
        <Switch />
      </Form.Item>
      <Form.Item
        name="readyAt"
        label={t('reconcile.readyAt')}
        extra={t('reconcile.readyAtLead')}
        rules={[{ required: true, pattern: TIME, message: t('reconcile.timeInvalid') }]}
      >
        <Input placeholder="10:00" style={{ maxWidth: 120 }} />
      </Form.Item>
      <Form.Item
        name="feeTolerance"
        label={t('reconcile.feeTolerance')}
        rules={[amountRule(t('reconcile.amountInvalid'), { required: true })]}
      >
        <AmountInput />
      </Form.Item>
      <Form.Item
        name="twoPeopleAbove"
        label={t('reconcile.twoPeopleAbove')}
        extra={t('reconcile.twoPeopleLead')}
        rules={[amountRule(t('reconcile.amountInvalid'))]}
      >
        <AmountInput />
      </Form.Item>
      <Form.Item name="transitDays" label={t('reconcile.transitDays')} rules={[{ required: true }]}>
        <InputNumber min={1} max={30} precision={0} />
      </Form.Item>
    </ActionForm>
  )
}
