import type { Shapes } from '@recoup/sdk'
import { useMay } from '../api.ts'
import { useTexts } from '../texts.ts'
import { Actor } from './Actor.tsx'
import { AuditDetail } from './AuditDetail.tsx'
import { type Column, DataTable } from './DataTable.tsx'
import { Instant } from './Instant.tsx'
import { Section } from './Page.tsx'

/** The columns of a list of audit entries. */
export function useAuditColumns(): Record<'time' | 'actor' | 'action' | 'detail', Column<Shapes['AuditEntry']>> {
  const { t, term } = useTexts()
  return {
    time: { key: 'time', title: t('field.time'), render: ({ at }) => <Instant at={at} /> },
    actor: { key: 'actor', title: t('audit.actor'), render: ({ actor }) => <Actor of={actor} /> },
    action: {
      key: 'action',
      title: t('audit.action'),
      render: ({ action }) => <span title={action}>{term('auditAction', action)}</span>,
    },
    detail: { key: 'detail', title: t('audit.detail'), render: ({ detail }) => <AuditDetail detail={detail} /> },
  }
}

/** What was done to an object, as a section of its page; nothing for users who may not see the audit trail. */
export function AuditTrail({ subject }: { readonly subject: string }) {
  const { t } = useTexts()
  if (!useMay()('users:read')) return null
  return (
    <Section title={t('audit.title')} flush>
      <AuditEntries subject={subject} />
    </Section>
  )
}

/** Makes the rows of a list expandable to what was done to their objects, for objects that have no page. */
export function useAuditRows<Row>(subjectOf: (row: Row) => string) {
  const mayRead = useMay()('users:read')
  const expandedRowRender = (row: Row) => <AuditEntries subject={subjectOf(row)} />
  return mayRead ? { more: { expandable: { expandedRowRender } } } : {}
}

function AuditEntries({ subject }: { readonly subject: string }) {
  const { t } = useTexts()
  const { time, actor, action, detail } = useAuditColumns()
  return (
    <DataTable
      path="/v1/audit"
      init={{ params: { query: { subject } } }}
      columns={[time, actor, action, detail]}
      rowKey={({ id }) => id}
      label={t('audit.title')}
      empty={t('audit.none')}
      limit={10}
      more={{ size: 'small' }}
    />
  )
}
