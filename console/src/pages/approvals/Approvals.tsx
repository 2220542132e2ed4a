import type { Init, Shapes } from '@recoup/sdk'
import { Alert, Flex, Form, Input, Typography } from 'antd'
import { recoup, useGet, useMay, useMe } from '../../api.ts'
import { codesOf } from '../../api-codes.ts'
import { useTexts } from '../../texts.ts'
import { ActionForm } from '../../ui/ActionForm.tsx'
import { Actor } from '../../ui/Actor.tsx'
import { AuditTrail } from '../../ui/AuditTrail.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { useFilters } from '../../ui/filters.tsx'
import { Id } from '../../ui/Id.tsx'
import { Instant } from '../../ui/Instant.tsx'
import { Money } from '../../ui/Money.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { StateTabs } from '../../ui/StateTabs.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { Policy } from './Policy.tsx'

type Approval = Shapes['Approval']
type Query = NonNullable<NonNullable<Init<'/v1/approvals', 'get'>>['params']>['query']
const MOODS = {
  pending: 'wait',
  approved: 'busy',
  executed: 'good',
  failed: 'bad',
  declined: 'back',
  withdrawn: 'back',
} as const satisfies Record<Approval['status'], string>
const STATUSES = codesOf<Approval['status']>(MOODS)

/** The scope that an approver of each act needs; the server checks it again. */
const SCOPES = {
  refund: 'requests:approve',
  'journal-entry': 'settlement:approve',
  'debt-entry': 'settlement:approve',
  'payout-return': 'settlement:approve',
  'payout-destination': 'settlement:approve',
  'rate-card': 'catalog:write',
  contract: 'catalog:write',
  gateway: 'gateways:write',
  role: 'users:write',
  settings: 'settlement:approve',
  'approval-policy': 'users:write',
} as const satisfies Record<Approval['act'], string>

/** Acts that wait for another person, and those that were decided. */
export default function Approvals() {
  const { t } = useTexts('approvals')
  const filters = useFilters(['status'])
  const policy = useGet('/v1/approval-policy')
  const columns = useColumns()
  return (
    <Page title={t('title')} lead={t('lead')}>
      {policy.data?.policy.mode === 'single-person' && (
        <Alert type="warning" showIcon title={t('single.title')} description={t('single.detail')} />
      )}
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
          path="/v1/approvals"
          init={{ params: { query: filters.values as Query } }}
          columns={columns}
          rowKey={({ id }) => id}
          label={t('title')}
          empty={t('none')}
          more={{
            expandable: {
              expandedRowRender: (row) => (
                <Flex vertical gap={16}>
                  <Request of={row} />
                  <AuditTrail subject={row.id} />
                </Flex>
              ),
            },
          }}
        />
      </Section>
      <Policy of={policy} />
    </Page>
  )
}

function useColumns(): Column<Approval>[] {
  const { t } = useTexts('approvals')
  return [
    {
      key: 'act',
      title: t('act'),
      render: ({ act, subject }) => (
        <>
          {t(`acts.${act}`)}
          {subject && (
            <div className="second-line">
              <Id of={subject} />
            </div>
          )}
        </>
      ),
    },
    {
      key: 'status',
      title: t('field.status'),
      render: ({ status, problem }) => (
        <>
          <StatusTag status={status} page="approvals" mood={MOODS[status]} />
          {problem && <div className="second-line mono">{problem}</div>}
        </>
      ),
    },
    { key: 'maker', title: t('maker'), render: ({ maker }) => <Actor of={maker} /> },
    { key: 'approvals', title: t('approvals.title'), render: (row) => <Given of={row} /> },
    { key: 'at', title: t('field.created'), render: ({ createdAt }) => <Instant at={createdAt} /> },
    {
      key: 'amount',
      title: t('field.amount'),
      align: 'right',
      render: ({ amount }) => (amount ? <Money {...amount} strong /> : '–'),
    },
    { key: 'do', title: <span className="unseen">{t('do')}</span>, render: (row) => <Decide approval={row} /> },
  ]
}

function Given({ of: { approvals, approvedBy } }: { readonly of: Approval }) {
  return (
    <>
      {approvedBy.length} / {approvals}
      {approvedBy.map((actor) => (
        <div key={actor} className="second-line">
          <Actor of={actor} />
        </div>
      ))}
    </>
  )
}

/** The request as it will be executed, in the terms of the API. */
function Request({ of: { request, note, result } }: { readonly of: Approval }) {
  const { t } = useTexts('approvals')
  return (
    <Flex vertical gap={8}>
      {note && <Typography.Text>{t('noteIs', { note })}</Typography.Text>}
      {result && (
        <Typography.Text>
          {t('result')} <Id of={result} />
        </Typography.Text>
      )}
      <pre className="mono" style={{ margin: 0, maxHeight: 320, overflow: 'auto', whiteSpace: 'pre-wrap' }}>
        {JSON.stringify(request, null, 2)}
      </pre>
    </Flex>
  )
}

function Decide({ approval: { id, act, maker, status, approvedBy } }: { readonly approval: Approval }) {
  const { t } = useTexts('approvals')
  const may = useMay()
  const actor = useMe().data?.actor
  if (status !== 'pending' || actor === undefined) return null
  const path = { approval: id }
  if (maker === actor) {
    return (
      <ActionForm
        label={t('withdraw.label')}
        button={{ size: 'small' }}
        lead={t('withdraw.lead')}
        done={t('withdraw.done')}
        send={() => recoup.post('/v1/approvals/{approval}/withdraw', { params: { path } })}
      />
    )
  }
  if (!may(SCOPES[act]) || approvedBy.includes(actor)) return null
  const body = ({ note }: { note?: string }) => (note?.trim() ? { note: note.trim() } : {})
  const note = (
    <Form.Item name="note" label={t('note')}>
      <Input.TextArea rows={2} maxLength={500} />
    </Form.Item>
  )
  return (
    <Flex gap={8} wrap>
      <ActionForm<{ note?: string }>
        label={t('approve.label')}
        button={{ size: 'small', type: 'primary' }}
        lead={t('approve.lead')}
        done={t('approve.done')}
        send={(values) => recoup.post('/v1/approvals/{approval}/approve', { params: { path }, body: body(values) })}
      >
        {note}
      </ActionForm>
      <ActionForm<{ note?: string }>
        label={t('decline.label')}
        button={{ size: 'small' }}
        danger
        lead={t('decline.lead')}
        done={t('decline.done')}
        send={(values) => recoup.post('/v1/approvals/{approval}/decline', { params: { path }, body: body(values) })}
      >
        {note}
      </ActionForm>
    </Flex>
  )
}
