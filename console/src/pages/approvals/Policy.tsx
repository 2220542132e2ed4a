import type { Shapes } from '@recoup/sdk'
import { Flex, Form, Input, InputNumber, Radio, Switch } from 'antd'
import { recoup, useMay } from '../../api.ts'
import { codesOf } from '../../api-codes.ts'
import { useTexts } from '../../texts.ts'
import { ActionForm } from '../../ui/ActionForm.tsx'
import { Actor } from '../../ui/Actor.tsx'
import { RowsTable } from '../../ui/DataTable.tsx'
import { Instant } from '../../ui/Instant.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Section } from '../../ui/Page.tsx'

type InForce = Shapes['ApprovalPolicyInForce']
type PolicyShape = Shapes['ApprovalPolicy']
type MoneyAct = keyof PolicyShape['money']
type ControlAct = keyof PolicyShape['control']
const MONEY_ACTS = codesOf<MoneyAct>({ refund: true, 'journal-entry': true, 'debt-entry': true, 'payout-return': true })
const CONTROL_ACTS = codesOf<ControlAct>({
  'payout-destination': true,
  'rate-card': true,
  contract: true,
  gateway: true,
  role: true,
  settings: true,
  'approval-policy': true,
})
const AMOUNT = /^\d{1,13}(\.\d{1,6})?$/

/** The approval policy in force, and the form that changes it. */
export function Policy({ of: query }: { readonly of: Parameters<typeof Loaded<InForce>>[0]['of'] }) {
  const { t } = useTexts('approvals')
  const may = useMay()
  return (
    <Loaded of={query} rows={6}>
      {(inForce) => (
        <Section title={t('policy.title')} extra={may('users:write') && <Change policy={inForce.policy} />} flush>
          <RowsTable
            rows={rowsOf(inForce.policy)}
            rowKey={({ act }) => act}
            label={t('policy.title')}
            empty=""
            columns={[
              { key: 'act', title: t('act'), render: ({ act }) => t(`acts.${act}`) },
              { key: 'above', title: t('policy.above'), align: 'right', render: ({ above }) => above ?? '–' },
              { key: 'day', title: t('policy.perDay'), align: 'right', render: ({ perDay }) => perDay ?? '–' },
              {
                key: 'approvals',
                title: t('policy.approvals'),
                align: 'right',
                render: ({ approvals }) => (approvals === 0 ? t('policy.notNeeded') : approvals),
              },
            ]}
          />
          {inForce.updatedBy && (
            <p style={{ padding: '0 16px' }}>
              {t('policy.updated')} <Actor of={inForce.updatedBy} /> · <Instant at={inForce.updatedAt!} />
            </p>
          )}
        </Section>
      )}
    </Loaded>
  )
}

interface Row {
  readonly act: MoneyAct | ControlAct
  readonly above: string | null
  readonly perDay: string | null
  readonly approvals: number
}

function rowsOf({ money, control }: PolicyShape): Row[] {
  return [
    ...MONEY_ACTS.map((act) => ({ act, ...money[act] })),
    ...CONTROL_ACTS.map((act) => {
      const { required, approvals } = control[act]
      return { act, above: null, perDay: null, approvals: required ? approvals : 0 }
    }),
  ]
}

function Change({ policy }: { readonly policy: PolicyShape }) {
  const { t } = useTexts('approvals')
  return (
    <ActionForm<PolicyShape>
      label={t('policy.change')}
      lead={t('policy.changeLead')}
      done={t('policy.changed')}
      width={640}
      initial={policy}
      send={(values) => recoup.put('/v1/approval-policy', { body: toPolicy(values) })}
    >
      <Form.Item name="mode" label={t('policy.mode')}>
        <Radio.Group
          vertical
          options={(['two-person', 'single-person'] as const).map((value) => ({ value, label: t(`mode.${value}`) }))}
        />
      </Form.Item>
      {MONEY_ACTS.map((act) => (
        <MoneyRule key={act} act={act} />
      ))}
      {CONTROL_ACTS.map((act) => (
        <Flex key={act} gap={12} align="center" justify="space-between">
          {t(`acts.${act}`)}
          <Form.Item name={['control', act, 'required']} valuePropName="checked" noStyle>
            <Switch aria-label={t(`acts.${act}`)} />
          </Form.Item>
          <Form.Item name={['control', act, 'approvals']} hidden>
            <InputNumber />
          </Form.Item>
        </Flex>
      ))}
    </ActionForm>
  )
}

function MoneyRule({ act }: { readonly act: MoneyAct }) {
  const { t } = useTexts('approvals')
  const rules = [{ pattern: AMOUNT, message: t('policy.amountInvalid') }]
  return (
    <Flex gap={12} align="end" wrap>
      <div style={{ flex: '1 1 120px', paddingBottom: 30 }}>{t(`acts.${act}`)}</div>
      <Form.Item name={['money', act, 'above']} label={t('policy.above')} rules={rules} style={{ flex: '1 1 140px' }}>
        <Input inputMode="decimal" />
      </Form.Item>
      <Form.Item name={['money', act, 'perDay']} label={t('policy.perDay')} rules={rules} style={{ flex: '1 1 140px' }}>
        <Input inputMode="decimal" />
      </Form.Item>
      <Form.Item name={['money', act, 'approvals']} label={t('policy.approvals')} style={{ width: 90 }}>
        <InputNumber min={1} max={5} />
      </Form.Item>
    </Flex>
  )
}

/** An empty amount means no limit. */
function toPolicy({ mode, money, control }: PolicyShape): PolicyShape {
  const limit = (text: string | null) => (text?.trim() ? text.trim() : null)
  const limited = MONEY_ACTS.map((act) => {
    const rule = money[act]
    return [act, { ...rule, above: limit(rule.above), perDay: limit(rule.perDay) }] as const
  })
  return { mode, control, money: Object.fromEntries(limited) as PolicyShape['money'] }
}
