import type { Refund, Shapes } from '@recoup/sdk'
import { Form, Radio } from 'antd'
import { recoup, useGet, useMay, useMe } from '../../api.ts'
import { codesOf } from '../../api-codes.ts'
import { useTexts } from '../../texts.ts'
import { ActionForm } from '../../ui/ActionForm.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { useFilters } from '../../ui/filters.tsx'
import { Id } from '../../ui/Id.tsx'
import { Instant } from '../../ui/Instant.tsx'
import { ChargeLink } from '../../ui/links.tsx'
import { Money } from '../../ui/Money.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { StateTabs } from '../../ui/StateTabs.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'

const STATUSES = codesOf<Refund['status']>({ pending: true, succeeded: true, failed: true, reversed: true })
const OUTCOMES = codesOf<Shapes['RefundResolution']['outcome']>({ succeeded: true, failed: true, 'ask-again': true })

/** The refunds and their progress at the payment provider. A refund that the provider cannot complete is resolved manually. */
export default function PendingRefunds() {
  const { t } = useTexts('disputes')
  const may = useMay()
  const filters = useFilters(['status'])
  const status = STATUSES.find((each) => each === filters.values.status)
  const columns: Column<Refund>[] = [
    { key: 'id', title: t('pending.refund'), render: ({ id }) => <Id of={id} /> },
    { key: 'time', title: t('field.time'), render: ({ effectiveAt }) => <Instant at={effectiveAt} /> },
    { key: 'charge', title: t('field.charge'), render: ({ charge }) => <ChargeLink charge={charge} /> },
    { key: 'status', title: t('field.status'), render: (refund) => <StatusTag status={refund.status} /> },
    { key: 'fares', title: t('pending.fares'), render: (refund) => <Fares refund={refund} /> },
    { key: 'amount', title: t('field.amount'), align: 'right', render: ({ amount }) => <Money {...amount} strong /> },
    ...(may('settlement:approve')
      ? [
          {
            key: 'act',
            title: <span className="unseen">{t('act')}</span>,
            render: (refund: Refund) => <End refund={refund} />,
          },
        ]
      : []),
  ]
  return (
    <Page title={t('pending.title')} lead={t('pending.lead')}>
      <Section>
        <StateTabs
          label={t('field.status')}
          value={status}
          onChange={(value) => filters.set({ status: value })}
          tabs={[
            { value: undefined, label: t('all') },
            ...STATUSES.map((value) => ({ value, label: t(`status.${value}`) })),
          ]}
        />
        <DataTable
          path="/v1/refunds"
          init={{ params: { query: status ? { status } : {} } }}
          columns={columns}
          rowKey={({ id }) => id}
          label={t('pending.title')}
          empty={status === 'pending' ? t('pending.none') : t('none')}
          refresh={15_000}
        />
      </Section>
    </Page>
  )
}

/** The latest response of the provider. */
function Fares({ refund: { id, status } }: { readonly refund: Refund }) {
  const { t, term } = useTexts('disputes')
  const may = useMay()
  // Users bound to a party do not see the progress at the provider.
  const whole = useMe().data?.party === null
  const read = useGet(
    '/v1/refunds/{refund}/execution',
    { params: { path: { refund: id } } },
    { enabled: status === 'pending' && whole, staleTime: 15_000 },
  )
  if (status !== 'pending' || !whole) return '–'
  if (!read.data) return read.error ? read.error.title : '…'
  const { gateway, status: state, lastMessage, lastCode, calls } = read.data
  return (
    <div style={{ minWidth: 180, maxWidth: 320, overflowWrap: 'anywhere' }}>
      {gateway}:{' '}
      <span className={state === 'abnormal' ? 'status status-bad' : 'status'}>{term('execution', state)}</span>
      <div className="second-line">
        {t('pending.calls', { count: calls })} {lastMessage ?? lastCode}
      </div>
      {state === 'abnormal' && may('settlement:approve') && <Redirect refund={id} />}
    </div>
  )
}

/** The payer's bank rejected the money, and the provider still has it. */
function Redirect({ refund }: { readonly refund: string }) {
  const { t } = useTexts('disputes')
  return (
    <ActionForm
      label={t('redirect.label')}
      button={{ size: 'small' }}
      lead={t('redirect.lead')}
      done={t('redirect.done')}
      send={() => recoup.post('/v1/refunds/{refund}/redirect', { params: { path: { refund } } })}
    />
  )
}

function End({ refund: { id, status } }: { readonly refund: Refund }) {
  const { t } = useTexts('disputes')
  if (status !== 'pending') return null
  return (
    <ActionForm<{ outcome: 'succeeded' | 'failed' | 'ask-again' }>
      label={t('end.label')}
      button={{ size: 'small' }}
      lead={t('end.lead')}
      danger
      done={t('end.done')}
      send={(body) => recoup.post('/v1/refunds/{refund}/resolve', { params: { path: { refund: id } }, body })}
    >
      <Form.Item name="outcome" label={t('end.how')} rules={[{ required: true, message: t('signIn.missing') }]}>
        <Radio.Group
          vertical
          options={OUTCOMES.map((value) => ({
            value,
            label: t(`end.${value}`),
          }))}
        />
      </Form.Item>
    </ActionForm>
  )
}
