import type { Shapes } from '@recoup/sdk'
import { recoup, useMay } from '../../api.ts'
import { codesOf } from '../../api-codes.ts'
import { formatMoney } from '../../format.ts'
import { useTexts } from '../../texts.ts'
import { ActionForm } from '../../ui/ActionForm.tsx'
import { useAuditRows } from '../../ui/AuditTrail.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { ChoiceFilter, FilterBar, useFilters } from '../../ui/filters.tsx'
import { Id } from '../../ui/Id.tsx'
import { Instant } from '../../ui/Instant.tsx'
import { ChargeLink } from '../../ui/links.tsx'
import { Money } from '../../ui/Money.tsx'
import { Section } from '../../ui/Page.tsx'

type Payment = Shapes['Payment']

const MOODS = {
  created: undefined,
  open: 'busy',
  paid: 'wait',
  charged: 'good',
  closed: undefined,
  failed: 'bad',
} satisfies Record<Payment['status'], string | undefined>

/** The orders at the payment providers, newest first. */
export function Payments({ gateways }: { readonly gateways: readonly string[] }) {
  const { t, term } = useTexts('gateways')
  const may = useMay()
  const trail = useAuditRows<Payment>(({ id }) => id)
  const filters = useFilters(['status', 'gateway'])
  const { gateway } = filters.values
  const status = filters.values.status as Payment['status'] | undefined
  const columns: Column<Payment>[] = [
    { key: 'time', title: t('field.time'), render: ({ createdAt }) => <Instant at={createdAt} /> },
    { key: 'id', title: t('payment'), render: ({ id }) => <Id of={id} /> },
    { key: 'gateway', title: t('name'), render: (row) => <span className="mono">{row.gateway}</span> },
    { key: 'description', title: t('description'), render: ({ description }) => description },
    { key: 'reference', title: t('field.reference'), render: ({ reference }) => reference ?? '–' },
    {
      key: 'status',
      title: t('field.status'),
      render: (row) => (
        <>
          <span className={MOODS[row.status] ? `status status-${MOODS[row.status]}` : 'status'}>
            {term('states', row.status)}
          </span>
          {row.failure && (
            <div title={row.failure} style={{ fontSize: 12 }}>
              {term('failures', row.failure)}
            </div>
          )}
        </>
      ),
    },
    { key: 'charge', title: t('charge'), render: ({ charge }) => (charge ? <ChargeLink charge={charge} /> : '–') },
    { key: 'amount', title: t('field.amount'), align: 'right', render: ({ amount }) => <Money {...amount} strong /> },
    ...(may('charges:write')
      ? [
          {
            key: 'act',
            title: <span className="unseen">{t('close.label')}</span>,
            render: (payment: Payment) => payment.status === 'open' && <Close payment={payment} />,
          },
        ]
      : []),
  ]
  return (
    <Section title={t('payments')} flush>
      <div style={{ padding: 12 }}>
        <FilterBar of={filters}>
          <ChoiceFilter
            of={filters}
            name="status"
            label={t('field.status')}
            options={codesOf<Payment['status']>(MOODS).map((value) => ({ value, label: term('states', value) }))}
          />
          <ChoiceFilter
            of={filters}
            name="gateway"
            label={t('name')}
            options={gateways.map((value) => ({ value, label: value }))}
          />
        </FilterBar>
      </div>
      <DataTable
        path="/v1/payments"
        init={{ params: { query: { ...(status ? { status } : {}), ...(gateway ? { gateway } : {}) } } }}
        columns={columns}
        rowKey={({ id }) => id}
        label={t('payments')}
        empty={t('noPayments')}
        {...trail}
      />
    </Section>
  )
}

/** The provider decides: an order that was paid in the meantime stays paid. */
function Close({ payment: { id, amount } }: { readonly payment: Payment }) {
  const { t, language } = useTexts('gateways')
  return (
    <ActionForm
      label={t('close.label')}
      button={{ size: 'small' }}
      lead={t('close.lead', { amount: formatMoney(amount.amount, amount.currency, language) })}
      danger
      done={t('close.done')}
      send={() => recoup.post('/v1/payments/{payment}/close', { params: { path: { payment: id } } })}
    />
  )
}
