import type { Shapes } from '@recoup/sdk'
import { Link, useParams } from 'react-router'
import { recoup, useGet, useLineTitle, useMe } from '../../api.ts'
import { formatDay, formatNumber, formatShare } from '../../format.ts'
import { addDays, namedPeriod, type Period } from '../../period.ts'
import { useTexts } from '../../texts.ts'
import { CsvButton } from '../../ui/CsvButton.tsx'
import { Figure, Growth, Rounded } from '../../ui/Figure.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { type ChosenPeriod, PeriodBar, usePeriod } from '../../ui/PeriodBar.tsx'
import { currenciesOf, inCurrency } from '../overview/currencies.ts'
import { MoneyTrend } from './MoneyTrend.tsx'
import { OwnTrends } from './OwnTrends.tsx'
import { Products } from './Products.tsx'
import { RecentCharges } from './RecentCharges.tsx'
import { ReferenceTable } from './ReferenceTable.tsx'
import { RefundReasons } from './RefundReasons.tsx'
import './lines.css'

/** The page of a line: its table with the reference figures, trends, products, refunds and charges. */
export default function Line() {
  const { line = '' } = useParams()
  const { t, language } = useTexts('lines')
  const lineTitle = useLineTitle()
  const chosen = usePeriod()
  const { period } = chosen
  const read = useGet(
    '/v1/reports/lines/{line}',
    { params: { path: { line }, query: period ?? NO_PERIOD } },
    { enabled: period !== undefined, keepPrevious: true },
  )
  // While another line loads, the previous report must not appear under its name.
  const of = read.data?.line === line ? read : { ...read, data: undefined }
  const currencies = currenciesOf(of.data?.total ?? [])
  const currency = currencies.find((each) => each === chosen.currency) ?? currencies[0] ?? 'CNY'
  const lead =
    of.data &&
    t('lead', {
      from: formatDay(of.data.from, language),
      to: formatDay(addDays(of.data.to, -1), language),
      timeZone: of.data.timeZone,
    })
  return (
    <Page title={of.data?.title ?? lineTitle(line)} lead={lead} actions={<Csv line={line} period={period} />}>
      <PeriodBar of={chosen} currencies={currencies} currency={currency} />
      <Loaded of={of as typeof read} rows={12}>
        {(report) => <Report report={report} currency={currency} chosen={chosen} />}
      </Loaded>
    </Page>
  )
}

/** Never requested: the request waits until the tenant's current day is known. */
const NO_PERIOD: Period = { from: '', to: '' }

interface ReportProps {
  readonly report: Shapes['LineReport']
  readonly currency: string
  readonly chosen: ChosenPeriod
}

function Report({ report, currency, chosen }: ReportProps) {
  const { t } = useTexts('lines')
  const { line, from, to } = report
  const scopes = useMe().data?.scopes ?? []
  const period = chosen.period ?? { from, to }
  return (
    <>
      <Figures report={report} currency={currency} />
      <Section title={t('table.title')} flush>
        <ReferenceTable report={report} />
      </Section>
      <MoneyTrend report={report} chosen={chosen} currency={currency} />
      <OwnTrends report={report} chosen={chosen} currency={currency} />
      <div className="two-columns">
        <Products report={report} currency={currency} priced={scopes.includes('catalog:read')} />
        <RefundReasons line={line} period={period} currency={currency} />
      </div>
      {scopes.includes('charges:read') && (
        <Section
          title={t('charges.title')}
          extra={<Link to={`/charges?line=${encodeURIComponent(line)}`}>{t('charges.all')}</Link>}
          flush
        >
          <RecentCharges line={line} />
        </Section>
      )}
    </>
  )
}

/** The amounts of the line, followed by its other key figures. */
function Figures({ report: { total, kpis }, currency }: Pick<ReportProps, 'report' | 'currency'>) {
  const { t, language } = useTexts('lines')
  const own = inCurrency(total, currency)
  const amount = (name: 'revenue' | 'captured' | 'refunded' | 'paidOut' | 'cost') =>
    own ? <Rounded amount={own[name]} currency={currency} /> : '–'
  const charges = own?.charges ?? 0
  return (
    <Section>
      <dl className="figures">
        <Figure title={t('figure.revenue')} value={amount('revenue')}>
          <Growth of={own?.growth.previousPeriod ?? null} to={t('growth.previous')} />
          <Growth of={own?.growth.yearBefore ?? null} to={t('growth.year')} />
        </Figure>
        <Figure title={t('figure.captured')} value={amount('captured')}>
          <span>{t('chargesCount', { count: charges, charges: formatNumber(charges, language) })}</span>
        </Figure>
        <Figure title={t('figure.refunded')} value={amount('refunded')}>
          {own?.refundRate && <span>{t('refundRate', { rate: formatShare(own.refundRate, language) })}</span>}
        </Figure>
        <Figure title={t('figure.paidOut')} value={amount('paidOut')} />
        <Figure title={t('figure.cost')} value={amount('cost')} />
        {kpis.map(({ id, title, note, cell }) => (
          <Figure key={id} title={title} note={note} value={cell.text}>
            {cell.reference && <span>{t('table.reference', { text: cell.reference.text })}</span>}
          </Figure>
        ))}
      </dl>
    </Section>
  )
}

function Csv({ line, period }: { readonly line: string; readonly period: Period | undefined }) {
  const { t } = useTexts('lines')
  if (!period) return null
  const format = 'csv' as const
  const name = `${line}-${namedPeriod(period)}`
  return (
    <CsvButton
      files={[
        {
          key: 'table',
          label: t('csv.table'),
          name,
          read: () =>
            recoup.get('/v1/reports/lines/{line}', {
              params: { path: { line }, query: { ...period, format } },
              parseAs: 'blob',
            }),
        },
        {
          key: 'refunds',
          label: t('csv.refunds'),
          name: `refunds-${name}`,
          read: () =>
            recoup.get('/v1/reports/refunds', { params: { query: { ...period, line, format } }, parseAs: 'blob' }),
        },
      ]}
    />
  )
}
