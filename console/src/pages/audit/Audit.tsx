import { DownloadOutlined } from '@ant-design/icons'
import type { Init, Shapes } from '@recoup/sdk'
import { App, Button, Dropdown } from 'antd'
import { recoup, useGet, useSend } from '../../api.ts'
import { codesOf } from '../../api-codes.ts'
import { useTexts } from '../../texts.ts'
import { useAuditColumns } from '../../ui/AuditTrail.tsx'
import type { AuditAction } from '../../ui/audit-actions.ts'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { ChoiceFilter, FilterBar, TextFilter, TimeFilter, useFilters } from '../../ui/filters.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { Subject } from './Subject.tsx'

const FILTERS = ['actor', 'action', 'subject', 'from', 'to'] as const

/** The actions of users and API keys, latest first. */
export default function Audit() {
  const { t, term, codes } = useTexts('audit')
  const filters = useFilters(FILTERS)
  const query = { ...filters.values, action: filters.values.action as AuditAction | undefined }
  const actors = useActors(filters.values.actor)
  const { time, actor, action, detail } = useAuditColumns()
  const subject: Column<Shapes['AuditEntry']> = {
    key: 'subject',
    title: t('subject'),
    render: (entry) => <Subject of={entry.subject} />,
  }
  return (
    <Page title={t('title')} lead={t('lead')} actions={<Export query={query} />}>
      <Section>
        <FilterBar of={filters}>
          <ChoiceFilter of={filters} name="actor" label={t('audit.actor')} options={actors} />
          <ChoiceFilter
            of={filters}
            name="action"
            label={t('audit.action')}
            options={codes('auditAction').map((value) => ({ value, label: term('auditAction', value) }))}
          />
          <TextFilter of={filters} name="subject" label={t('subject')} />
          <TimeFilter of={filters} />
        </FilterBar>
      </Section>
      <Section flush>
        <DataTable
          path="/v1/audit"
          init={{ params: { query } }}
          columns={[time, actor, action, subject, detail]}
          rowKey={({ id }) => id}
          label={t('title')}
          empty={t('none')}
        />
      </Section>
    </Page>
  )
}

type ExportQuery = NonNullable<NonNullable<NonNullable<Init<'/v1/audit/export', 'get'>>['params']>['query']>
const FORMATS = codesOf<NonNullable<ExportQuery['format']>>({ csv: true, jsonl: true })

/** Downloads the entries that match the filters, of any number. */
function Export({ query }: { readonly query: Omit<ExportQuery, 'format'> }) {
  const { t } = useTexts('audit')
  const { message } = App.useApp()
  const download = useSend(async (format: NonNullable<ExportQuery['format']>) => {
    const file = await recoup.get('/v1/audit/export', { params: { query: { ...query, format } }, parseAs: 'blob' })
    saveFile(file, `audit.${format}`)
  })
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: FORMATS.map((format) => ({
          key: format,
          label: t(`formats.${format}`),
          onClick: () => void download.mutateAsync(format).catch((error: Error) => message.error(error.message)),
        })),
      }}
    >
      <Button icon={<DownloadOutlined />} loading={download.isPending}>
        {t('export')}
      </Button>
    </Dropdown>
  )
}

/** The users to choose from, and the actor in the URL if it is not one of them. */
function useActors(chosen: string | undefined) {
  const users = useGet('/v1/users', { params: { query: { limit: 200 } } }, { staleTime: 60_000 })
  const known = (users.data?.data ?? []).map(({ id, name }) => ({ value: `user ${id}`, label: name }))
  if (!chosen || known.some(({ value }) => value === chosen)) return known
  return [...known, { value: chosen, label: chosen }]
}
