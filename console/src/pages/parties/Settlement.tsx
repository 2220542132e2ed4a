import { BankOutlined, SettingOutlined } from '@ant-design/icons'
import type { Shapes } from '@recoup/sdk'
import { Flex, Form, Input, InputNumber, Select, Switch } from 'antd'
import { recoup, useGet, useMay, useMe } from '../../api.ts'
import { codesOf, PAYOUT_HOLD_RULES, type PayoutHoldRule } from '../../api-codes.ts'
import { formatMoney } from '../../format.ts'
import { useTexts } from '../../texts.ts'
import { ActionForm } from '../../ui/ActionForm.tsx'
import { Actor } from '../../ui/Actor.tsx'
import { AmountInput, amountRule } from '../../ui/AmountInput.tsx'
import { RowsTable } from '../../ui/DataTable.tsx'
import { Instant } from '../../ui/Instant.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Section } from '../../ui/Page.tsx'
import { useAccounts, usualCurrency } from './accounts.ts'

/** The bank accounts and settlement overrides of a party. */
export function Settlement({ party }: { readonly party: string }) {
  const { t } = useTexts('parties')
  const may = useMay()
  const whole = useMe().data?.party === null
  const path = { party }
  const accounts = useAccounts(party)
  const currency = usualCurrency(accounts.data?.data)
  const destinations = useGet('/v1/parties/{party}/payout-destination', { params: { path } })
  return (
    <Section
      title={t('settlement')}
      extra={
        // The initial currency of the forms is that of the party, so wait until it is known.
        !accounts.isPending && (
          <Flex gap={8} wrap justify="flex-end">
            {may('settlement:approve') && <OwnRules party={party} usual={currency} />}
            {may('settlement:write') && <Destination party={party} currency={currency} />}
          </Flex>
        )
      }
      flush
    >
      <Loaded of={destinations} rows={2}>
        {({ data }) => (
          <RowsTable
            rows={data}
            rowKey={({ currency }) => currency}
            label={t('destination.title')}
            empty={t('destination.none')}
            columns={[
              { key: 'account', title: t('destination.title'), render: ({ hint }) => hint },
              { key: 'currency', title: t('field.currency'), render: ({ currency }) => currency },
              { key: 'at', title: t('updated'), render: ({ updatedAt }) => <Instant at={updatedAt} /> },
              { key: 'by', title: t('destination.by'), render: ({ updatedBy }) => <Actor of={updatedBy} /> },
            ]}
          />
        )}
      </Loaded>
      {whole && <Rules party={party} />}
    </Section>
  )
}

interface Account {
  readonly currency: string
  readonly holder: string
  readonly account: string
  readonly bank: string
  readonly branch?: string
}

/** Sets a bank account. The server encrypts the account number and never shows it again. */
function Destination({ party, currency }: { readonly party: string; readonly currency: string }) {
  const { t } = useTexts('parties')
  const needed = [{ required: true, message: t('signIn.missing') }]
  return (
    <ActionForm<Account>
      label={t('destination.set')}
      button={{ icon: <BankOutlined /> }}
      lead={t('destination.lead')}
      submit={t('action.save')}
      done={t('destination.done')}
      initial={{ currency }}
      send={({ branch, ...body }) =>
        recoup.put('/v1/parties/{party}/payout-destination', {
          params: { path: { party } },
          body: { ...body, ...(branch?.trim() ? { branch: branch.trim() } : {}) },
        })
      }
    >
      <Form.Item name="holder" label={t('destination.holder')} rules={needed}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="account" label={t('destination.account')} rules={needed}>
        <Input maxLength={64} autoComplete="off" className="mono" />
      </Form.Item>
      <Form.Item name="bank" label={t('destination.bank')} rules={needed}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="branch" label={t('destination.branch')}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="currency" label={t('field.currency')} rules={needed}>
        <Input maxLength={32} autoComplete="off" style={{ maxWidth: 160 }} />
      </Form.Item>
    </ActionForm>
  )
}

const useOwn = (party: string) => useGet('/v1/settlement/settings/{party}', { params: { path: { party } } })

/** The settings that override those of the platform. */
function Rules({ party }: { readonly party: string }) {
  const { t, language } = useTexts('parties')
  const own = useOwn(party).data?.settings
  const { payouts, debts } = own ?? {}
  const overrides = [
    payouts?.paused && t('rules.isPaused'),
    payouts?.minimum !== undefined && t('rules.minimumIs', { amount: payouts.minimum }),
    payouts?.hold && t(`rules.holds.${payouts.hold.rule}`, { days: 'days' in payouts.hold ? payouts.hold.days : 0 }),
    ...(debts?.limits ?? []).map(({ amount, beyond }) =>
      t(`rules.limits.${beyond}`, { amount: formatMoney(amount.amount, amount.currency, language) }),
    ),
  ].filter((text) => typeof text === 'string')
  if (overrides.length === 0) return null
  return (
    <ul className="overrides" aria-label={t('rules.title')}>
      {overrides.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
}

interface Values {
  readonly paused?: boolean
  readonly minimum?: string
  readonly hold?: PayoutHoldRule
  readonly days?: number
  readonly limit?: string
  readonly currency: string
  readonly beyond?: Limit['beyond']
}

type Limit = NonNullable<NonNullable<Shapes['PartySettlementSettings']['debts']>['limits']>[number]

/** The form edits the first limit; limits in other currencies are left unchanged. */
function OwnRules({ party, usual }: { readonly party: string; readonly usual: string }) {
  const { t } = useTexts('parties')
  const read = useOwn(party)
  const scopes = useMe().data?.scopes
  const { payouts, debts } = read.data?.settings ?? {}
  const limits = debts?.limits ?? []
  if (!read.data || !scopes) return null
  const amount = [amountRule(t('rules.amountInvalid'))]
  return (
    <ActionForm<Values>
      label={t('rules.set')}
      button={{ icon: <SettingOutlined /> }}
      title={t('rules.title')}
      lead={t('rules.lead')}
      submit={t('action.save')}
      done={t('rules.done')}
      initial={{
        paused: payouts?.paused ?? false,
        ...(payouts?.minimum === undefined ? {} : { minimum: payouts.minimum }),
        ...(payouts?.hold ? { hold: payouts.hold.rule } : {}),
        ...(payouts?.hold && 'days' in payouts.hold ? { days: payouts.hold.days } : {}),
        ...(limits[0] ? { limit: limits[0].amount.amount } : {}),
        currency: limits[0]?.amount.currency ?? usual,
        beyond: limits[0]?.beyond ?? 'refuse',
      }}
      send={({ paused, minimum, hold, days, limit, currency, beyond }) => {
        const first: Limit[] = limit ? [{ amount: { amount: limit, currency }, beyond: beyond ?? 'refuse' }] : []
        const otherLimits = [
          ...first,
          ...limits.slice(1).filter(({ amount }) => amount.currency !== first[0]?.amount.currency),
        ]
        const params = { path: { party } }
        const body: Shapes['PartySettlementSettings'] = {
          payouts: {
            ...(paused ? { paused } : {}),
            ...(minimum ? { minimum } : {}),
            ...(hold ? { hold: hold === 'none' ? { rule: hold } : { rule: hold, days: days ?? 30 } } : {}),
          },
          ...(otherLimits.length > 0 ? { debts: { limits: otherLimits } } : {}),
        }
        const none = Object.keys(body.payouts ?? {}).length === 0 && otherLimits.length === 0
        if (none) return recoup.delete('/v1/settlement/settings/{party}', { params })
        return recoup.put('/v1/settlement/settings/{party}', { params, body })
      }}
    >
      <Form.Item name="paused" label={t('rules.paused')} valuePropName="checked">
        <Switch />
      </Form.Item>
      <Form.Item name="minimum" label={t('rules.minimum')} rules={amount}>
        <AmountInput />
      </Form.Item>
      <Flex gap="0 16px" wrap>
        <Form.Item name="hold" label={t('rules.hold')} style={{ flex: '1 1 220px' }}>
          <Select
            allowClear
            options={PAYOUT_HOLD_RULES.map((value) => ({
              value,
              label: t(`rules.holdBy.${value}`),
            }))}
          />
        </Form.Item>
        <Form.Item name="days" label={t('rules.days')} style={{ flex: '1 1 120px' }}>
          <InputNumber min={1} max={400} precision={0} style={{ width: '100%' }} />
        </Form.Item>
      </Flex>
      <Flex gap="0 16px" wrap>
        <Form.Item name="limit" label={t('rules.limit')} rules={amount} style={{ flex: '1 1 140px' }}>
          <AmountInput />
        </Form.Item>
        <Form.Item
          name="currency"
          label={t('field.currency')}
          rules={[{ required: true, message: t('signIn.missing') }]}
          style={{ flex: '1 1 80px' }}
        >
          <Input maxLength={32} autoComplete="off" />
        </Form.Item>
        <Form.Item name="beyond" label={t('rules.beyond')} style={{ flex: '1 1 160px' }}>
          <Select
            options={codesOf<Limit['beyond']>({ refuse: true, advance: true }).map((value) => ({
              value,
              label: t(`rules.then.${value}`),
            }))}
          />
        </Form.Item>
      </Flex>
    </ActionForm>
  )
}
