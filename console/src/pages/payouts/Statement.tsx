import type { Shapes } from '@recoup/sdk'
import { DatePicker, Empty } from 'antd'
import dayjs from 'dayjs'
import { useMemo } from 'react'
import { recoup, useGet, useMe } from '../../api.ts'
import { addDecimals } from '../../decimals.ts'
import { formatNumber, signOf } from '../../format.ts'
import { addDays, namedPeriod, todayIn } from '../../period.ts'
import { useTexts } from '../../texts.ts'
import { Bars } from '../../ui/Bars.tsx'
import { CsvButton } from '../../ui/CsvButton.tsx'
import { RowsTable } from '../../ui/DataTable.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { FilterBar, TextFilter, useFilters } from '../../ui/filters.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Money } from '../../ui/Money.tsx'
import { Page, Section } from '../../ui/Page.tsx'

const DAYS = 30

/** The statement of a party for a period, from the opening to the closing balance. */
export default function Statement() {
  const { t } = useTexts('payouts')
  const me = useMe().data
  const filters = useFilters(['party', 'currency', 'from', 'to'])
  const today = me && todayIn(me.tenant.timeZone)
  const party = me?.party ?? filters.values.party
  const { currency = 'CNY', from = today && addDays(today, -DAYS), to = today && addDays(today, 1) } = filters.values
  const complete = party !== undefined && from !== undefined && to !== undefined
  const params = { path: { party: party ?? '' }, query: { currency, from: from ?? '', to: to ?? '' } }
  const read = useGet('/v1/parties/{party}/statement', { params }, { enabled: complete })
  return (
    <Page
      title={party ? t('statement.of', { party }) : t('statement.title')}
      lead={t('statement.lead')}
      back={{ to: '/payouts', label: t('title') }}
      actions={
        complete && (
          <CsvButton
            files={[
              {
                key: 'statement',
                label: t('statement.title'),
                name: `${party}-${currency}-${namedPeriod({ from, to })}`,
                read: async () =>
                  (await recoup.get('/v1/parties/{party}/statement', {
                    params: { path: params.path, query: { ...params.query, format: 'csv' } },
                    parseAs: 'blob',
                  })) as unknown as Blob,
              },
            ]}
          />
        )
      }
    >
      <Section>
        <FilterBar of={filters}>
          {me?.party === null && <TextFilter of={filters} name="party" label={t('field.party')} />}
          <TextFilter of={filters} name="currency" label={t('field.currency')} />
          <DatePicker.RangePicker
            className="filter-time"
            aria-label={t('statement.days')}
            allowClear={false}
            value={from && to ? [dayjs(from), dayjs(addDays(to, -1))] : null}
            onChange={(range) => {
              const [first, last] = range ?? []
              if (first && last) {
                filters.set({ from: first.format('YYYY-MM-DD'), to: addDays(last.format('YYYY-MM-DD'), 1) })
              }
            }}
          />
        </FilterBar>
      </Section>
      {complete ? (
        <Loaded of={read}>{(statement) => <StatementView statement={statement} />}</Loaded>
      ) : (
        <Section>
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('statement.choose')} />
        </Section>
      )}
    </Page>
  )
}

function StatementView({ statement }: { readonly statement: Shapes['Statement'] }) {
  const { t, language } = useTexts('payouts')
  const { currency, opening, closing, sections } = statement
  const moved = useMemo(
    () =>
      sections.flatMap(({ section, in: came, out }) => {
        const value = addDecimals([came, signOf(out) === 0 ? '0' : `-${out}`])
        return signOf(value) === 0 ? [] : [{ name: t(`section.${section}`), value }]
      }),
    [sections, t],
  )
  const sum = (amount: string) => (signOf(amount) === 0 ? '–' : <Money amount={amount} currency={currency} />)
  return (
    <>
      <Section>
        <dl className="figures">
          <Figure title={t('statement.opening')} value={<Money {...opening} />} />
          <Figure
            title={t('statement.in')}
            value={<Money amount={addDecimals(sections.map((each) => each.in))} currency={currency} />}
          />
          <Figure
            title={t('statement.out')}
            value={<Money amount={addDecimals(sections.map(({ out }) => out))} currency={currency} />}
          />
          <Figure title={t('statement.closing')} value={<Money {...closing} strong />} />
        </dl>
      </Section>
      {moved.length > 0 && (
        <Section title={t('statement.picture')}>
          <Bars label={t('statement.pictureLabel')} bars={moved} currency={currency} diverging />
        </Section>
      )}
      <Section title={t('statement.sums')} flush>
        <RowsTable
          rows={sections}
          rowKey={({ section }) => section}
          label={t('statement.title')}
          empty={t('statement.none')}
          columns={[
            { key: 'section', title: t('field.kind'), render: ({ section }) => t(`section.${section}`) },
            {
              key: 'count',
              title: t('statement.count'),
              align: 'right',
              render: ({ count }) => <span className="amount">{formatNumber(count, language)}</span>,
            },
            { key: 'in', title: t('statement.in'), align: 'right', render: (row) => sum(row.in) },
            { key: 'out', title: t('statement.out'), align: 'right', render: ({ out }) => sum(out) },
          ]}
        />
      </Section>
    </>
  )
}
