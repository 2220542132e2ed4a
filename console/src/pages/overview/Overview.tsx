import type { Shapes } from '@recoup/sdk'
import { recoup, useGet } from '../../api.ts'
import { formatDay, formatMoney, formatNumber, formatShare } from '../../format.ts'
import { addDays, namedPeriod, type Period } from '../../period.ts'
import { useTexts } from '../../texts.ts'
import { CsvButton, type CsvFile } from '../../ui/CsvButton.tsx'
import { Figure, Growth, Rounded } from '../../ui/Figure.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { type ChosenPeriod, PeriodBar, usePeriod } from '../../ui/PeriodBar.tsx'
import { Attention } from './Attention.tsx'
import { ByCurrency } from './ByCurrency.tsx'
import { currenciesOf, inCurrency } from './currencies.ts'
import { Debts } from './Debts.tsx'
import { Funnel } from './Funnel.tsx'
import { Layers } from './Layers.tsx'
import { LinesTable } from './LinesTable.tsx'
import { Refunds } from './Refunds.tsx'
import { RevenueTrend } from './RevenueTrend.tsx'
import { UserMonths } from './UserMonths.tsx'
import './overview.css'

/** The overview: key figures and open tasks. */
export default function Overview() {
  const { t, language } = useTexts('overview')
  const chosen = usePeriod()
  const { period, step } = chosen
  const whole = useGet(
    '/v1/reports/whole',
    { params: { query: period ?? NO_PERIOD } },
    { enabled: period !== undefined, keepPrevious: true },
  )
  const currencies = currenciesOf(whole.data?.total ?? [])
  const currency = currencies.find((each) => each === chosen.currency) ?? currencies[0] ?? 'CNY'
  const lead =
    whole.data &&
    t('lead', {
      from: formatDay(whole.data.from, language),
      to: formatDay(addDays(whole.data.to, -1), language),
      timeZone: whole.data.timeZone,
    })
  return (
    <Page title={t('title')} lead={lead} actions={<Csv period={period} step={step} />}>
      <Attention />
      <PeriodBar of={chosen} currencies={currencies} currency={currency} />
      <Loaded of={whole} rows={12}>
        {(data) => <Whole whole={data} currency={currency} currencies={currencies} chosen={chosen} />}
      </Loaded>
    </Page>
  )
}

/** Never requested: the request waits until the tenant's current day is known. */
const NO_PERIOD: Period = { from: '', to: '' }

interface WholeProps {
  readonly whole: Shapes['WholeReport']
  readonly currency: string
  readonly currencies: readonly string[]
  readonly chosen: ChosenPeriod
}

function Whole({ whole, currency, currencies, chosen }: WholeProps) {
  const { t } = useTexts('overview')
  const period = chosen.period ?? whole
  return (
    <>
      <Figures whole={whole} currency={currency} />
      <RevenueTrend whole={whole} chosen={chosen} currency={currency} />
      <div className="two-columns lines-and-layers">
        <Section title={t('lines.title')} flush>
          <LinesTable whole={whole} currency={currency} />
        </Section>
        <Section title={t('layers.title')}>
          <Layers whole={whole} currency={currency} />
          <UserMonths whole={whole} />
        </Section>
      </div>
      <Refunds whole={whole} period={period} currency={currency} />
      <div className="two-columns">
        <Section title={t('funnel.title')}>
          <Funnel steps={whole.funnel} />
          <UserMonths whole={whole} />
        </Section>
        <Debts />
      </div>
      {currencies.length > 1 && (
        <Section title={t('currencies.title')} flush>
          <ByCurrency total={whole.total} onChoose={(chosenOne) => chosen.filters.set({ currency: chosenOne })} />
        </Section>
      )}
    </>
  )
}

function Figures({ whole, currency }: Pick<WholeProps, 'whole' | 'currency'>) {
  const { t, language } = useTexts('overview')
  const own = inCurrency(whole.total, currency)
  const amount = (name: 'revenue' | 'captured' | 'refunded' | 'paidOut') =>
    own ? <Rounded amount={own[name]} currency={currency} /> : '–'
  const each = (list: readonly Shapes['Money'][]) => {
    const found = inCurrency(list, currency)
    return found ? <Rounded {...found} /> : '–'
  }
  const { users } = whole
  const several = users.months.length > 1
  return (
    <Section>
      <dl className="figures">
        <Figure title={t('figure.revenue')} note={t('note.revenue')} value={amount('revenue')}>
          <Growth of={own?.growth.previousPeriod ?? null} to={t('growth.previous')} />
          <Growth of={own?.growth.yearBefore ?? null} to={t('growth.year')} />
        </Figure>
        <Figure title={t('figure.captured')} value={amount('captured')}>
          <span>{t('charges', { count: own?.charges ?? 0, charges: formatNumber(own?.charges ?? 0, language) })}</span>
        </Figure>
        <Figure title={t('figure.refunded')} note={t('note.refunded')} value={amount('refunded')}>
          {own?.refundRate && <span>{t('refundRate', { rate: formatShare(own.refundRate, language) })}</span>}
        </Figure>
        <Figure title={t('figure.paidOut')} note={t('note.paidOut')} value={amount('paidOut')}>
          <span>{t('cost', { amount: own ? formatMoney(own.cost, currency, language, { places: 2 }) : '–' })}</span>
        </Figure>
        <Figure title={t('figure.arpu')} note={t(`note.arpu.${users.basis}`)} value={each(whole.arpu)}>
          <span>
            {t(several ? 'activeUserMonths' : 'activeUsers', {
              count: users.active,
              users: formatNumber(users.active, language),
            })}
          </span>
        </Figure>
        <Figure title={t('figure.arppu')} note={t('note.arppu')} value={each(whole.arppu)}>
          <span>
            {t(several ? 'payerMonths' : 'payers', {
              count: users.payers,
              users: formatNumber(users.payers, language),
            })}
          </span>
        </Figure>
      </dl>
    </Section>
  )
}

function Csv({ period, step }: { readonly period: Period | undefined; readonly step: ChosenPeriod['step'] }) {
  const { t } = useTexts('overview')
  if (!period) return null
  const format = 'csv' as const
  const name = (of: string) => `${of}-${namedPeriod(period)}`
  const files: CsvFile[] = [
    {
      key: 'whole',
      label: t('csv.whole'),
      name: name('whole'),
      read: () => recoup.get('/v1/reports/whole', { params: { query: { ...period, format } }, parseAs: 'blob' }),
    },
    {
      key: 'series',
      label: t('csv.series'),
      name: name('series'),
      read: () =>
        recoup.get('/v1/reports/series', {
          params: { query: { ...period, by: step, group: 'line', format } },
          parseAs: 'blob',
        }),
    },
    {
      key: 'refunds',
      label: t('csv.refunds'),
      name: name('refunds'),
      read: () => recoup.get('/v1/reports/refunds', { params: { query: { ...period, format } }, parseAs: 'blob' }),
    },
    {
      key: 'debts',
      label: t('csv.debts'),
      name: 'debts',
      read: () => recoup.get('/v1/reports/debts', { params: { query: { limit: 10_000, format } }, parseAs: 'blob' }),
    },
  ]
  return <CsvButton files={files} />
}
