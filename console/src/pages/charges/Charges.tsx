import type { Charge, Init } from '@recoup/sdk'
import { useNavigate } from 'react-router'
import { useLines, useLineTitle, useProductTitles } from '../../api.ts'
import { codesOf } from '../../api-codes.ts'
import { useTexts } from '../../texts.ts'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { ChoiceFilter, FilterBar, TextFilter, TimeFilter, useFilters } from '../../ui/filters.tsx'
import { Instant } from '../../ui/Instant.tsx'
import { ChargeLink, PartyLink } from '../../ui/links.tsx'
import { Money } from '../../ui/Money.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'

const FILTERS = ['line', 'product', 'payer', 'payee', 'find', 'status', 'from', 'to'] as const
const STATUSES = codesOf<Charge['status']>({ captured: true, 'partially-refunded': true, refunded: true })

export default function Charges() {
  const { t } = useTexts('charges')
  const filters = useFilters(FILTERS)
  const columns = useChargeColumns()
  const query = filters.values as NonNullable<NonNullable<Init<'/v1/charges', 'get'>>['params']>['query']
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Section>
        <ChargeFilters filters={filters} />
      </Section>
      <Section flush>
        <DataTable
          path="/v1/charges"
          init={{ params: { query } }}
          columns={columns}
          rowKey={({ id }) => id}
          label={t('title')}
          empty={Object.keys(filters.values).length > 0 ? t('list.noneFound') : t('list.none')}
        />
      </Section>
    </Page>
  )
}

function ChargeFilters({ filters }: { readonly filters: ReturnType<typeof useFilters<(typeof FILTERS)[number]>> }) {
  const { t, language } = useTexts('charges')
  const navigate = useNavigate()
  const products = useProductTitles()
  const lines = useLines()
  const { line } = filters.values
  const ofLine = products.filter((product) => product.line === line)
  const byId = {
    ...filters,
    // A pasted charge id opens that charge.
    set: (changes: { find?: string | undefined }) =>
      changes.find?.startsWith('chg_') ? void navigate(`/charges/${changes.find}`) : filters.set(changes),
  }
  return (
    <FilterBar of={filters}>
      <TextFilter of={byId} name="find" label={t('list.find')} wide />
      <ChoiceFilter
        of={filters}
        name="line"
        label={t('field.line')}
        options={lines}
        onChange={(value) => filters.set({ line: value, product: undefined })}
      />
      {line && (
        <ChoiceFilter
          of={filters}
          name="product"
          label={t('field.product')}
          options={ofLine.map(({ id, title }) => ({ value: id, label: title[language] }))}
        />
      )}
      <TextFilter of={filters} name="payer" label={t('field.payer')} />
      <TextFilter of={filters} name="payee" label={t('field.payee')} />
      <ChoiceFilter
        of={filters}
        name="status"
        label={t('field.status')}
        options={STATUSES.map((value) => ({ value, label: t(`status.${value}`) }))}
      />
      <TimeFilter of={filters} />
    </FilterBar>
  )
}

/** The columns of every list of charges. The caller must have loaded the texts of this page. */
export function useChargeColumns(): Column<Charge>[] {
  const { t, language } = useTexts('charges')
  const products = useProductTitles()
  const lineTitle = useLineTitle()
  const titles = new Map(products.map(({ line, id, title }) => [`${line}/${id}`, title[language]]))
  return [
    { key: 'time', title: t('field.time'), render: ({ effectiveAt }) => <Instant at={effectiveAt} /> },
    { key: 'id', title: t('list.charge'), render: ({ id }) => <ChargeLink charge={id} /> },
    {
      key: 'product',
      title: t('field.product'),
      render: ({ line, product }) => (
        <>
          {titles.get(`${line}/${product}`) ?? product}
          <div style={{ fontSize: 12, opacity: 0.72 }}>{lineTitle(line)}</div>
        </>
      ),
    },
    { key: 'payer', title: t('field.payer'), render: ({ payer }) => <PartyLink party={payer} /> },
    { key: 'payee', title: t('field.payee'), render: ({ payee }) => (payee ? <PartyLink party={payee} /> : '–') },
    { key: 'reference', title: t('field.reference'), render: ({ reference }) => reference ?? '–' },
    { key: 'status', title: t('field.status'), render: ({ status }) => <StatusTag status={status} /> },
    { key: 'amount', title: t('field.amount'), align: 'right', render: ({ amount }) => <Money {...amount} strong /> },
  ]
}
