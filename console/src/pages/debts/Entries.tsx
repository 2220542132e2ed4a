import type { Shapes } from '@recoup/sdk'
import { Flex } from 'antd'
import { recoup, useMay, useMe } from '../../api.ts'
import { codesOf } from '../../api-codes.ts'
import { useTexts } from '../../texts.ts'
import { ActionForm } from '../../ui/ActionForm.tsx'
import { Actor } from '../../ui/Actor.tsx'
import { useAuditRows } from '../../ui/AuditTrail.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { useFilters } from '../../ui/filters.tsx'
import { Instant } from '../../ui/Instant.tsx'
import { PartyLink } from '../../ui/links.tsx'
import { Money } from '../../ui/Money.tsx'
import { Section } from '../../ui/Page.tsx'
import { StateTabs } from '../../ui/StateTabs.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'

const STATUSES = codesOf<Shapes['DebtEntry']['status']>({ proposed: true, posted: true, declined: true })

/** The actions on debts. Entries that await a second approval are decided here. */
export function Entries({ party }: { readonly party?: string }) {
  const { t, term } = useTexts('debts')
  const trail = useAuditRows<Shapes['DebtEntry']>(({ id }) => id)
  const filters = useFilters(['entries'])
  const status = STATUSES.find((each) => each === filters.values.entries)
  const columns: Column<Shapes['DebtEntry']>[] = [
    { key: 'at', title: t('field.time'), render: ({ createdAt }) => <Instant at={createdAt} /> },
    ...(party ? [] : [{ key: 'party', title: t('field.party'), render: PartyOf }]),
    {
      key: 'action',
      title: t('entries.action'),
      render: ({ action, reason }) => (
        <>
          {term('actions', action)}
          {reason && <div className="second-line">{reason}</div>}
        </>
      ),
    },
    { key: 'by', title: t('entries.by'), render: ({ createdBy }) => <Actor of={createdBy} /> },
    { key: 'status', title: t('field.status'), render: (entry) => <State entry={entry} /> },
    { key: 'amount', title: t('field.amount'), align: 'right', render: ({ amount }) => <Money {...amount} strong /> },
  ]
  return (
    <Section title={t('entries.title')}>
      <StateTabs
        label={t('field.status')}
        value={status}
        onChange={(value) => filters.set({ entries: value })}
        tabs={[
          { value: undefined, label: t('entries.all') },
          ...STATUSES.map((value) => ({ value, label: t(`status.${value}`) })),
        ]}
      />
      <DataTable
        path="/v1/debt-entries"
        init={{ params: { query: { ...(party ? { party } : {}), ...(status ? { status } : {}) } } }}
        columns={columns}
        rowKey={({ id }) => id}
        label={t('entries.title')}
        empty={t('entries.none')}
        limit={10}
        {...trail}
      />
    </Section>
  )
}

const PartyOf = ({ party }: Shapes['DebtEntry']) => <PartyLink party={party} />

function State({ entry }: { readonly entry: Shapes['DebtEntry'] }) {
  const { t } = useTexts('debts')
  const may = useMay()
  const actor = useMe().data?.actor
  const { id, status, decidedBy, createdBy } = entry
  const params = { path: { entry: id } }
  if (status !== 'proposed' || !may('settlement:approve')) {
    return (
      <>
        <StatusTag status={status} page="debts" />
        {decidedBy && (
          <div className="second-line">
            <Actor of={decidedBy} />
          </div>
        )}
      </>
    )
  }
  const own = createdBy === actor
  return (
    <Flex gap={8} align="center" wrap>
      <StatusTag status={status} page="debts" />
      <ActionForm
        label={t('entries.approve')}
        button={{ size: 'small', type: 'primary', disabled: own, ...(own ? { title: t('whyNot.own') } : {}) }}
        lead={t('entries.approveLead')}
        done={t('entries.approved')}
        send={() => recoup.post('/v1/debt-entries/{entry}/approve', { params })}
      />
      <ActionForm
        label={t('entries.decline')}
        button={{ size: 'small', danger: true }}
        lead={t('entries.declineLead')}
        danger
        done={t('entries.declined')}
        send={() => recoup.post('/v1/debt-entries/{entry}/decline', { params })}
      />
    </Flex>
  )
}
