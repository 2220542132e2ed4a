import type { Party, Shapes } from '@recoup/sdk'
import { Input } from 'antd'
import { useNavigate } from 'react-router'
import { useTexts } from '../../texts.ts'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { ChoiceFilter, FilterBar, useFilters } from '../../ui/filters.tsx'
import { Instant } from '../../ui/Instant.tsx'
import { PartyLink } from '../../ui/links.tsx'
import { Page, Section } from '../../ui/Page.tsx'

const KINDS = [
  ...(['consumer', 'merchant', 'advertiser', 'publisher', 'creator', 'developer', 'company'] as const),
  ...(['carrier', 'channel', 'campaign', 'population', 'platform'] as const),
] satisfies Shapes['Party']['kind'][]

export default function Parties() {
  const { t } = useTexts('parties')
  const navigate = useNavigate()
  const filters = useFilters(['kind'])
  const kind = filters.values.kind as Party['kind'] | undefined
  const columns: Column<Party>[] = [
    { key: 'id', title: t('field.id'), render: ({ id }) => <PartyLink party={id} /> },
    { key: 'name', title: t('name'), render: ({ name }) => name },
    { key: 'kind', title: t('field.kind'), render: (party) => t(`kinds.${party.kind}`) },
    { key: 'created', title: t('created'), render: ({ createdAt }) => <Instant at={createdAt} style="day" /> },
  ]
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Section>
        <FilterBar of={filters}>
          <Input.Search
            aria-label={t('find')}
            placeholder={t('find')}
            style={{ width: 240 }}
            onSearch={(id) => id.trim() && void navigate(`/parties/${encodeURIComponent(id.trim())}`)}
          />
          <ChoiceFilter
            of={filters}
            name="kind"
            label={t('field.kind')}
            options={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          />
        </FilterBar>
      </Section>
      <Section flush>
        <DataTable
          path="/v1/parties"
          init={{ params: { query: kind ? { kind } : {} } }}
          columns={columns}
          rowKey={({ id }) => id}
          label={t('title')}
          empty={t('none')}
        />
      </Section>
    </Page>
  )
}
