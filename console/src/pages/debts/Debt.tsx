import { isRecoupError, type Shapes } from '@recoup/sdk'
import { Alert, Form, Input } from 'antd'
import { Link, useParams, useSearchParams } from 'react-router'
import { recoup, useGet, useLineTitle, useMay } from '../../api.ts'
import { formatMoney, signOf } from '../../format.ts'
import { useTexts } from '../../texts.ts'
import { ActionForm } from '../../ui/ActionForm.tsx'
import { AgeBar, AgeLegend } from '../../ui/AgeBar.tsx'
import { AmountInput, amountRule } from '../../ui/AmountInput.tsx'
import { RowsTable } from '../../ui/DataTable.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { Id } from '../../ui/Id.tsx'
import { Instant } from '../../ui/Instant.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Money } from '../../ui/Money.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { Entries } from './Entries.tsx'

type Detail = Shapes['DebtDetail']
type Action = Shapes['DebtEntryRequest']['action']

/** The debts of one party, their age, and the actions on them. */
export default function Debt() {
  const { party = '' } = useParams()
  const [search] = useSearchParams()
  const { t } = useTexts('debts')
  const may = useMay()
  const currency = search.get('currency') ?? 'CNY'
  const kind = search.get('kind') === 'advance' ? 'advance' : 'debt'
  const read = useGet('/v1/debts/{party}', { params: { path: { party }, query: { currency, kind } } })
  const nothing = isRecoupError(read.error, 'debt_none')
  return (
    <Page
      title={t('titleOf', { party })}
      lead={`${t(`kinds.${kind}`)} · ${currency}`}
      back={{ to: '/debts', label: t('title') }}
      actions={may('settlement:write') && <Actions party={party} currency={currency} kind={kind} debt={read.data} />}
    >
      {nothing ? (
        <Alert type="success" showIcon title={t('nothing')} />
      ) : (
        <Loaded of={read}>{(debt) => <DebtView debt={debt} />}</Loaded>
      )}
      {may('settlement:write') && <Entries party={party} />}
    </Page>
  )
}

function DebtView({ debt }: { readonly debt: Detail }) {
  const { t, term } = useTexts('debts')
  const lineTitle = useLineTitle()
  const { amount, ages, writtenOff, limit, since, parts, paidBack, party } = debt
  return (
    <>
      <Section>
        <dl className="figures" style={{ marginTop: 0 }}>
          <Figure title={t('owed')} value={<Money {...amount} />}>
            <span>
              {t('since')} <Instant at={since} style="day" />
            </span>
          </Figure>
          <Figure title={t('writtenOff')} value={<Money {...writtenOff} />} />
          {limit && <Figure title={t('limit')} value={<Money {...limit} />} />}
        </dl>
        <div style={{ height: 12 }} />
        <AgeBar label={party} ages={ages} currency={amount.currency} />
        <AgeLegend />
      </Section>
      <div className="two-columns">
        <Section title={t('parts')} flush>
          <RowsTable
            rows={parts}
            rowKey={({ posting, at }) => `${posting} ${at}`}
            label={t('parts')}
            columns={[
              { key: 'at', title: t('since'), render: ({ at }) => <Instant at={at} style="day" /> },
              { key: 'of', title: t('of'), render: ({ posting }) => (posting ? <Id of={posting} /> : '–') },
              { key: 'line', title: t('field.line'), render: ({ line }) => (line ? lineTitle(line) : '–') },
              { key: 'age', title: t('days'), align: 'right', render: ({ age }) => age },
              { key: 'was', title: t('was'), align: 'right', render: (part) => <Money {...part.of} /> },
              { key: 'left', title: t('left'), align: 'right', render: ({ left }) => <Money {...left} strong /> },
            ]}
          />
        </Section>
        <Section title={t('paidBack')} flush>
          <RowsTable
            rows={paidBack}
            rowKey={({ posting, at, kind }) => `${posting} ${at} ${kind}`}
            label={t('paidBack')}
            empty={t('paidBackNone')}
            columns={[
              { key: 'at', title: t('field.time'), render: ({ at }) => <Instant at={at} /> },
              { key: 'kind', title: t('field.kind'), render: (row) => term('kind', row.kind) },
              { key: 'amount', title: t('field.amount'), align: 'right', render: (row) => <Money {...row.amount} /> },
            ]}
          />
        </Section>
      </div>
      <Link to={`/payouts/statement?${new URLSearchParams({ party, currency: amount.currency })}`}>
        {t('statement')}
      </Link>
    </>
  )
}

interface ActionsProps {
  readonly party: string
  readonly currency: string
  readonly kind: 'debt' | 'advance'
  readonly debt: Detail | undefined
}

function Actions({ party, currency, kind, debt }: ActionsProps) {
  const of = { party, currency, kind }
  const restorable = debt === undefined || signOf(debt.writtenOff.amount) > 0
  return (
    <>
      {restorable && <Act {...of} action="restore" most={debt?.writtenOff} />}
      {debt && <Act {...of} action="repay" most={debt.amount} />}
      {debt && <Act {...of} action="recoup" most={debt.amount} />}
      {debt && <Act {...of} action="write-off" most={debt.amount} danger />}
    </>
  )
}

interface ActProps extends Omit<ActionsProps, 'debt'> {
  readonly action: Action
  readonly most: { readonly amount: string; readonly currency: string } | undefined
  readonly danger?: boolean
}

function Act({ party, currency, kind, action, most, danger = false }: ActProps) {
  const { t, language } = useTexts('debts')
  return (
    <ActionForm<{ amount?: string; reason?: string }>
      label={t(`actions.${action}`)}
      button={{ danger }}
      lead={t(`leads.${action}`, { party })}
      danger={danger}
      done={t('entries.entered')}
      send={({ amount, reason }) =>
        recoup.post('/v1/debt-entries', {
          body: {
            ...{ party, kind, action, currency },
            ...(amount?.trim() ? { amount: amount.trim() } : {}),
            ...(reason?.trim() ? { reason: reason.trim() } : {}),
          },
        })
      }
    >
      <Form.Item
        name="amount"
        label={t('field.amount')}
        extra={most ? t('allOf', { amount: formatMoney(most.amount, most.currency, language) }) : t('all')}
        rules={[amountRule(t('amountInvalid'), { currency })]}
      >
        <AmountInput currency={currency} />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t('field.reason')}
        rules={action === 'write-off' ? [{ required: true, message: t('signIn.missing') }] : []}
      >
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </ActionForm>
  )
}
