import { PlusOutlined } from '@ant-design/icons'
import type { Init, Shapes } from '@recoup/sdk'
import { Button, Checkbox } from 'antd'
import { Link } from 'react-router'
import { useGet, useLines, useMay, useMe } from '../../api.ts'
import { REFUND_REASONS } from '../../api-codes.ts'
import { useTexts } from '../../texts.ts'
import { Actor } from '../../ui/Actor.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { ChoiceFilter, FilterBar, type Filters, useFilters } from '../../ui/filters.tsx'
import { Id } from '../../ui/Id.tsx'
import { Instant } from '../../ui/Instant.tsx'
import { ChargeLink, PartyLink } from '../../ui/links.tsx'
import { Money } from '../../ui/Money.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { StateTabs } from '../../ui/StateTabs.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { STATUSES } from './request-codes.ts'

type Request = Shapes['RefundRequestRecord']
type Query = NonNullable<NonNullable<Init<'/v1/refund-requests', 'get'>>['params']>['query']

const FILTERS = ['status', 'line', 'reason', 'assignee', 'overdue', 'charge'] as const
type Names = (typeof FILTERS)[number]

/** The list of refund requests. */
export default function RefundRequests() {
  const { t } = useTexts('refund-requests')
  const may = useMay()
  const filters = useFilters(FILTERS)
  const columns = useColumns()
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        may('requests:write') && (
          <Link to="/refund-requests/new">
            <Button type="primary" icon={<PlusOutlined />} tabIndex={-1}>
              {t('new.title')}
            </Button>
          </Link>
        )
      }
    >
      <Section>
        <States of={filters} />
        <RequestFilters of={filters} />
      </Section>
      <Section flush>
        <DataTable
          path="/v1/refund-requests"
          init={{ params: { query: filters.values as Query } }}
          columns={columns}
          rowKey={({ id }) => id}
          label={t('title')}
          empty={Object.keys(filters.values).length > 0 ? t('list.noneFound') : t('list.none')}
          refresh={30_000}
        />
      </Section>
    </Page>
  )
}

function States({ of }: { readonly of: Filters<Names> }) {
  const { t } = useTexts('refund-requests')
  const me = useMe().data
  const { line, assignee, status } = of.values
  const query = { ...(line ? { line } : {}), ...(assignee ? { assignee } : {}) }
  // Users bound to a party do not see total counts.
  const summary = useGet(
    '/v1/refund-requests/summary',
    { params: { query } },
    { enabled: me !== undefined && me.party === null, keepPrevious: true, refetchInterval: 30_000 },
  ).data
  const counts = new Map(summary?.byStatus.map((each) => [each.status as string, each.count]))
  return (
    <StateTabs
      label={t('list.states')}
      value={status}
      onChange={(value) => of.set({ status: value })}
      tabs={[
        { value: undefined, label: t('list.all') },
        ...STATUSES.map((value) => ({
          value,
          label: t(`status.${value}`),
          count: summary && (counts.get(value) ?? 0),
        })),
      ]}
    />
  )
}

function RequestFilters({ of }: { readonly of: Filters<Names> }) {
  const { t } = useTexts('refund-requests')
  const lines = useLines()
  const people = usePeople()
  return (
    <FilterBar of={of}>
      <ChoiceFilter of={of} name="line" label={t('field.line')} options={lines} />
      <ChoiceFilter
        of={of}
        name="reason"
        label={t('field.reason')}
        options={REFUND_REASONS.map((value) => ({ value, label: t(`reason.${value}`) }))}
      />
      {people.length > 0 && <ChoiceFilter of={of} name="assignee" label={t('request.assignee')} options={people} />}
      <Checkbox
        checked={of.values.overdue === 'true'}
        onChange={({ target }) => of.set({ overdue: target.checked ? 'true' : undefined })}
      >
        {t('list.overdue')}
      </Checkbox>
    </FilterBar>
  )
}

/** The possible assignees: the user first, then the others if the user may see them. */
export function usePeople(): { value: string; label: string }[] {
  const { t } = useTexts('refund-requests')
  const me = useMe().data?.user
  const maySee = useMay()('users:read')
  const users = useGet('/v1/users', { params: { query: { limit: 200 } } }, { enabled: maySee, staleTime: 60_000 })
  const others = (users.data?.data ?? []).filter(({ id, role }) => id !== me?.id && role !== 'party')
  return [
    ...(me ? [{ value: me.id, label: t('list.me', { name: me.name }) }] : []),
    ...others.map(({ id, name }) => ({ value: id, label: name })),
  ]
}

function useColumns(): Column<Request>[] {
  const { t, term } = useTexts('refund-requests')
  return [
    {
      key: 'id',
      title: t('list.request'),
      render: ({ id }) => (
        <Link to={`/refund-requests/${id}`} title={id}>
          <Id of={id} />
        </Link>
      ),
    },
    { key: 'asked', title: t('request.askedAt'), render: ({ askedAt }) => <Instant at={askedAt} /> },
    {
      key: 'status',
      title: t('field.status'),
      render: ({ status }) => <StatusTag status={status} page="refund-requests" />,
    },
    {
      key: 'reason',
      title: t('field.reason'),
      render: ({ reason, asker }) => (
        <>
          {term('reason', reason)}
          <div className="second-line">{term('asker', asker)}</div>
        </>
      ),
    },
    { key: 'charge', title: t('field.charge'), render: ({ charge }) => <ChargeLink charge={charge} /> },
    { key: 'payer', title: t('field.payer'), render: ({ payer }) => <PartyLink party={payer} /> },
    { key: 'due', title: t('request.dueAt'), render: (request) => <Due request={request} /> },
    {
      key: 'assignee',
      title: t('request.assignee'),
      render: ({ assignee }) => (assignee ? <Actor of={`user ${assignee}`} /> : '–'),
    },
    { key: 'amount', title: t('list.amount'), align: 'right', render: (request) => <Asked request={request} /> },
  ]
}

/** The deadline of a request that still awaits a response. */
export function Due({ request: { status, dueAt, overdue } }: { readonly request: Request }) {
  const { t } = useTexts('refund-requests')
  if (status !== 'requested' && status !== 'needs-evidence') return '–'
  return (
    <>
      <Instant at={dueAt} style="day" /> {overdue && <span className="status status-bad">{t('list.overdue')}</span>}
    </>
  )
}

/** The amount that the policy allows, or else the requested amount. */
function Asked({ request: { asked, decision } }: { readonly request: Request }) {
  const { t } = useTexts('refund-requests')
  if (/[1-9]/.test(decision.amount.amount)) return <Money {...decision.amount} strong />
  return asked.amount ? <Money {...asked.amount} /> : t('asked.whole')
}
