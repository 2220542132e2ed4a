import type { Shapes } from '@recoup/sdk'
import { useGet } from '../../api.ts'
import { formatMoney } from '../../format.ts'
import { type Language, type PageTexts, useTexts } from '../../texts.ts'
import { Actor } from '../../ui/Actor.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { ChoiceFilter, FilterBar, TextFilter, TimeFilter, useFilters } from '../../ui/filters.tsx'
import { Instant } from '../../ui/Instant.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { scopeInWords } from '../../ui/scope.ts'
import type { NamedAction } from './actions.ts'
import { Subject } from './Subject.tsx'

type Entry = Shapes['AuditEntry']
const FILTERS = ['actor', 'action', 'subject', 'from', 'to'] as const

/** The actions of users and API keys, latest first. */
export default function Audit() {
  const { t, term, codes } = useTexts('audit')
  const filters = useFilters(FILTERS)
  const query = { ...filters.values, action: filters.values.action as NamedAction | undefined }
  const actors = useActors(filters.values.actor)
  const columns: Column<Entry>[] = [
    { key: 'time', title: t('field.time'), render: ({ at }) => <Instant at={at} /> },
    { key: 'actor', title: t('actorTitle'), render: ({ actor }) => <Actor of={actor} /> },
    {
      key: 'action',
      title: t('action'),
      render: ({ action }) => <span title={action}>{term('actions', action)}</span>,
    },
    { key: 'subject', title: t('subject'), render: ({ subject }) => <Subject of={subject} /> },
    { key: 'detail', title: t('detail'), render: ({ detail }) => <Detail detail={detail} /> },
  ]
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Section>
        <FilterBar of={filters}>
          <ChoiceFilter of={filters} name="actor" label={t('actorTitle')} options={actors} />
          <ChoiceFilter
            of={filters}
            name="action"
            label={t('action')}
            options={codes('actions').map((value) => ({ value, label: term('actions', value) }))}
          />
          <TextFilter of={filters} name="subject" label={t('subject')} />
          <TimeFilter of={filters} />
        </FilterBar>
      </Section>
      <Section flush>
        <DataTable
          path="/v1/audit"
          init={{ params: { query } }}
          columns={columns}
          rowKey={({ id }) => id}
          label={t('title')}
          empty={t('none')}
        />
      </Section>
    </Page>
  )
}

/** The details of an entry as recorded, such as the values before and after. */
function Detail({ detail }: { readonly detail: Entry['detail'] }) {
  const { t, term, language } = useTexts('audit')
  const pairs = Object.entries(detail).filter(([, value]) => value !== null && value !== undefined)
  if (pairs.length === 0) return '–'
  return (
    <dl className="detail-pairs">
      {pairs.map(([name, value]) => (
        <div key={name}>
          <dt>{term('detailOf', name)}</dt>
          <dd>
            {typeof value === 'boolean'
              ? t(value ? 'yes' : 'no')
              : written(value, language, (code) => inWords(name, code, term))}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** The word for a code, depending on the detail it belongs to; any other text unchanged. */
function inWords(name: string, code: string, term: PageTexts['term']): string {
  if (name === 'by') return term('way', code)
  if (name === 'reason') return term('refusal', code)
  if (name === 'scopes') return scopeInWords(code, term)
  return name === 'role' || name === 'from' || name === 'to' ? term('role', code) : code
}

/** Formats amounts and lists; other values are shown as recorded. */
function written(value: unknown, language: Language, word: (text: string) => string): string {
  if (typeof value === 'string') return word(value)
  if (Array.isArray(value)) return value.map((each) => written(each, language, word)).join(', ')
  if (typeof value === 'object' && value !== null) {
    const { amount, currency, ...more } = value as Record<string, unknown>
    if (typeof amount === 'string' && typeof currency === 'string' && Object.keys(more).length === 0) {
      return formatMoney(amount, currency, language)
    }
  }
  return JSON.stringify(value)
}

/** The users to choose from, and the actor in the URL if it is not one of them. */
function useActors(chosen: string | undefined) {
  const users = useGet('/v1/users', { params: { query: { limit: 200 } } }, { staleTime: 60_000 })
  const known = (users.data?.data ?? []).map(({ id, name }) => ({ value: `user ${id}`, label: name }))
  if (!chosen || known.some(({ value }) => value === chosen)) return known
  return [...known, { value: chosen, label: chosen }]
}
