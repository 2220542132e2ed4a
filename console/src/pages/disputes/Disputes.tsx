import { PlusOutlined } from '@ant-design/icons'
import type { Init, Shapes } from '@recoup/sdk'
import { Button, Form, Input, Radio } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { recoup, useMay } from '../../api.ts'
import { codesOf } from '../../api-codes.ts'
import { signOf } from '../../format.ts'
import { useTexts } from '../../texts.ts'
import { ActionForm } from '../../ui/ActionForm.tsx'
import { AmountInput, amountRule } from '../../ui/AmountInput.tsx'
import { useAuditRows } from '../../ui/AuditTrail.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { useFilters } from '../../ui/filters.tsx'
import { Id } from '../../ui/Id.tsx'
import { Instant } from '../../ui/Instant.tsx'
import { ChargeLink } from '../../ui/links.tsx'
import { MomentPicker } from '../../ui/MomentPicker.tsx'
import { Money } from '../../ui/Money.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { StateTabs } from '../../ui/StateTabs.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'

type Dispute = Shapes['Dispute']
type Query = NonNullable<NonNullable<Init<'/v1/disputes', 'get'>>['params']>['query']
const MOODS = { open: 'wait', won: 'good', lost: 'bad' } as const satisfies Record<Dispute['status'], string>
const STATUSES = codesOf<Dispute['status']>(MOODS)
const CHARGE = /^chg_[0-9a-z]{26}$/

/** The list of disputes. */
export default function Disputes() {
  const { t } = useTexts('disputes')
  const may = useMay()
  const filters = useFilters(['status', 'charge'])
  const columns = useColumns()
  const trail = useAuditRows<Dispute>(({ id }) => id)
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          <Link to="/refunds?status=pending">
            <Button tabIndex={-1}>{t('pending.title')}</Button>
          </Link>
          {may('settlement:write') && <Open />}
        </>
      }
    >
      <Section>
        <StateTabs
          label={t('field.status')}
          value={filters.values.status}
          onChange={(value) => filters.set({ status: value })}
          tabs={[
            { value: undefined, label: t('all') },
            ...STATUSES.map((value) => ({ value, label: t(`status.${value}`) })),
          ]}
        />
        <DataTable
          path="/v1/disputes"
          init={{ params: { query: filters.values as Query } }}
          columns={columns}
          rowKey={({ id }) => id}
          label={t('title')}
          empty={t('none')}
          {...trail}
        />
      </Section>
    </Page>
  )
}

function useColumns(): Column<Dispute>[] {
  const { t, term } = useTexts('disputes')
  const may = useMay()
  return [
    {
      key: 'id',
      title: t('dispute'),
      render: ({ id, reference }) => (
        <>
          <Id of={id} />
          {reference && <div className="second-line">{reference}</div>}
        </>
      ),
    },
    {
      key: 'status',
      title: t('field.status'),
      render: ({ status }) => <StatusTag status={status} page="disputes" mood={MOODS[status]} />,
    },
    { key: 'charge', title: t('field.charge'), render: ({ charge }) => <ChargeLink charge={charge} /> },
    {
      key: 'reason',
      title: t('field.reason'),
      render: ({ reason }) => (
        <div style={{ maxWidth: 220, overflowWrap: 'anywhere' }}>{reason ? term('bank', reason) : '–'}</div>
      ),
    },
    {
      key: 'opened',
      title: t('openedAt'),
      render: ({ openedAt, answerBy, status }) => (
        <>
          <Instant at={openedAt} style="day" />
          {answerBy && status === 'open' && (
            <div className="second-line">
              {t('answerBy')} <Instant at={answerBy} style="day" />
            </div>
          )}
        </>
      ),
    },
    { key: 'reserved', title: t('reserved'), align: 'right', render: ({ reserved }) => <Sum of={reserved} /> },
    { key: 'lost', title: t('lostAmount'), align: 'right', render: ({ lost }) => <Sum of={lost} /> },
    { key: 'amount', title: t('field.amount'), align: 'right', render: ({ amount }) => <Money {...amount} strong /> },
    ...(may('settlement:write')
      ? [
          {
            key: 'act',
            title: <span className="unseen">{t('act')}</span>,
            render: (dispute: Dispute) => <Resolve dispute={dispute} />,
          },
        ]
      : []),
  ]
}

/** Zero is shown as a dash, so that other amounts stand out. */
function Sum({ of }: { readonly of: Shapes['Money'] }) {
  return signOf(of.amount) === 0 ? '–' : <Money {...of} />
}

function Open() {
  const { t } = useTexts('disputes')
  return (
    <ActionForm<{
      charge: string
      amount?: string
      currency?: string
      reason?: string
      reference?: string
      answerBy?: string
    }>
      label={t('open.label')}
      button={{ type: 'primary', icon: <PlusOutlined /> }}
      lead={t('open.lead')}
      done={t('open.done')}
      send={async ({ charge, amount, reason, reference, answerBy }) => {
        const { currency } = (await recoup.get('/v1/charges/{charge}', { params: { path: { charge } } })).amount
        await recoup.post('/v1/disputes', {
          body: {
            charge,
            ...(amount ? { amount: { amount, currency } } : {}),
            ...(reason?.trim() ? { reason: reason.trim() } : {}),
            ...(reference?.trim() ? { reference: reference.trim() } : {}),
            ...(answerBy ? { answerBy } : {}),
          },
        })
      }}
    >
      <Form.Item
        name="charge"
        label={t('field.charge')}
        rules={[{ required: true, pattern: CHARGE, message: t('open.chargeInvalid') }]}
      >
        <Input className="mono" autoComplete="off" placeholder="chg_…" />
      </Form.Item>
      <Form.Item
        name="amount"
        label={t('field.amount')}
        extra={t('open.amountLead')}
        rules={[amountRule(t('open.amountInvalid'))]}
      >
        <AmountInput />
      </Form.Item>
      <Form.Item name="reason" label={t('open.reason')}>
        <Input maxLength={500} />
      </Form.Item>
      <Form.Item name="reference" label={t('field.reference')}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name="answerBy" label={t('answerBy')}>
        <MomentPicker label={t('answerBy')} />
      </Form.Item>
    </ActionForm>
  )
}

interface Resolution {
  readonly outcome: 'won' | 'lost' | 'part'
  readonly lost?: string
}

/** A lost dispute may still be won; the server validates the outcome. */
function Resolve({ dispute: { id, status, amount } }: { readonly dispute: Dispute }) {
  const { t } = useTexts('disputes')
  const [outcome, setOutcome] = useState<Resolution['outcome']>()
  if (status === 'won') return null
  const outcomes = status === 'lost' ? (['won'] as const) : (['won', 'lost', 'part'] as const)
  return (
    <ActionForm<Resolution>
      label={t('resolve.label')}
      button={{ size: 'small' }}
      lead={t('resolve.lead')}
      done={t('resolve.done')}
      danger
      send={({ outcome: how, lost }) =>
        recoup.post('/v1/disputes/{dispute}/resolve', {
          params: { path: { dispute: id } },
          body:
            how === 'part' ? { outcome: 'lost', lost: { amount: lost!, currency: amount.currency } } : { outcome: how },
        })
      }
    >
      <Form.Item name="outcome" label={t('resolve.how')} rules={[{ required: true, message: t('signIn.missing') }]}>
        <Radio.Group
          vertical
          onChange={({ target }) => setOutcome(target.value as Resolution['outcome'])}
          options={outcomes.map((value) => ({ value, label: t(`resolve.${value}`) }))}
        />
      </Form.Item>
      {outcome === 'part' && (
        <Form.Item
          name="lost"
          label={t('lostAmount')}
          rules={[amountRule(t('open.amountInvalid'), { required: true, currency: amount.currency })]}
        >
          <AmountInput currency={amount.currency} />
        </Form.Item>
      )}
    </ActionForm>
  )
}
