import type { Party } from '@recoup/sdk'
import { codesOf } from '../../api-codes.ts'
import { useTexts } from '../../texts.ts'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { ChoiceFilter, FilterBar, TextFilter, useFilters } from '../../ui/filters.tsx'
import { Instant } from '../../ui/Instant.tsx'
import { PartyLink } from '../../ui/links.tsx'
import { Page, Section } from '../../ui/Page.tsx'

const KINDS = codesOf<Party['kind']>({
  consumer: true,
  merchant: true,
  advertiser: true,
  publisher: true,
  creator: true,
  developer: true,
  company: true,
  carrier: true,
  channel: true,
  campaign: true,
  population: true,
  platform: true,
})

const PARTY_ID = /^[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}$/

export default function Parties() {
  const { t } = useTexts('parties')
  const filters = useFilters(['kind', 'search'])
  const { search } = filters.values
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
          <TextFilter of={filters} name="search" label={t('find')} />
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
          init={{ params: { query: { ...(kind ? { kind } : {}), ...(search ? { search } : {}) } } }}
          columns={columns}
          rowKey={({ id }) => id}
          label={t('title')}
          empty={<None search={search} />}
        />
      </Section>
    </Page>
  )
}

/** Payers need not be registered with a name, so the search text may be the id of one of them. */
function None({ search }: { readonly search: string | undefined }) {
  const { t } = useTexts('parties')
  if (!search) return t('none')
  return (
    <>
      {t('noneFound')} {PARTY_ID.test(search) && <PartyLink party={search} />}
    </>
  )
}
