import type { Shapes } from '@recoup/sdk'
import { Empty } from 'antd'
import { useMemo } from 'react'
import { Link, useLocation } from 'react-router'
import { useGet } from '../../api.ts'
import { addDecimals } from '../../decimals.ts'
import { formatMoney, formatShare, signOf } from '../../format.ts'
import type { Period } from '../../period.ts'
import { useTexts } from '../../texts.ts'
import { Bars } from '../../ui/Bars.tsx'
import { SERIES } from '../../ui/chart/colors.ts'
import { Rounded } from '../../ui/Figure.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Section } from '../../ui/Page.tsx'
import { Legend, type Part, SplitBar } from '../../ui/SplitBar.tsx'
import { inCurrency } from './currencies.ts'

interface Props {
  readonly whole: Shapes['WholeReport']
  readonly period: Period
  readonly currency: string
}

type Report = Shapes['RefundReport']

/** The refunds by line and reason, and by reason. */
export function Refunds({ whole, period: { from, to }, currency }: Props) {
  const { t } = useTexts('overview')
  const read = useGet('/v1/reports/refunds', { params: { query: { from, to } } }, { keepPrevious: true })
  const none = <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('refunds.none')} />
  const isNothing = ({ reasons }: Report) =>
    !reasons.some((each) => each.currency === currency && signOf(each.refunded))
  return (
    <div className="two-columns">
      <Section title={t('refunds.byLine')}>
        <Loaded of={read}>
          {(report) => (isNothing(report) ? none : <ByLine report={report} whole={whole} currency={currency} />)}
        </Loaded>
      </Section>
      <Section title={t('refunds.byReason')}>
        <Loaded of={read}>
          {(report) => (isNothing(report) ? none : <ByReason report={report} currency={currency} />)}
        </Loaded>
      </Section>
    </div>
  )
}

function ByReason({ report, currency }: { readonly report: Report; readonly currency: string }) {
  const { t, term, language } = useTexts('overview')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the texts depend on the language only
  const bars = useMemo(
    () =>
      report.reasons
        .filter((each) => each.currency === currency && signOf(each.refunded) !== 0)
        .map(({ reason, refunded }) => ({ name: term('reason', reason), value: refunded })),
    [report, currency, language],
  )
  return <Bars label={t('refunds.byReasonLabel', { currency })} bars={bars} currency={currency} />
}

/** The color of all reasons that have no color of their own. */
const OTHERS = '#8a8f94'

function ByLine({ report, whole, currency }: { readonly report: Report } & Pick<Props, 'whole' | 'currency'>) {
  const { t, term, language } = useTexts('overview')
  const { search } = useLocation()
  const reasons = report.reasons.filter((each) => each.currency === currency).map(({ reason }) => reason)
  const colorOf = (reason: string) => SERIES[reasons.indexOf(reason)] ?? OTHERS
  const rows = whole.lines
    .flatMap(({ line, title, amounts }) => {
      const own = inCurrency(amounts, currency)
      return own && signOf(own.refunded) !== 0 ? [{ line, title, own }] : []
    })
    .toSorted((a, b) => Number(b.own.refunded) - Number(a.own.refunded))
  const most = Number(rows[0]?.own.refunded ?? 0)
  const named = reasons.slice(0, SERIES.length).map((reason) => ({
    key: reason,
    name: term('reason', reason),
    color: colorOf(reason),
  }))
  return (
    <>
      <ul className="bar-rows">
        {rows.map(({ line, title, own }) => (
          <li key={line}>
            <Link to={{ pathname: `/lines/${line}`, search }}>{title}</Link>
            <SplitBar
              label={title}
              whole={most}
              parts={partsOf(report, line, currency).map(
                ({ reason, refunded }): Part => ({
                  key: reason,
                  name: term('reason', reason),
                  value: Number(refunded),
                  text: formatMoney(refunded, currency, language, { places: 2 }),
                  color: colorOf(reason),
                }),
              )}
            />
            <span className="bar-rows-value">
              <Rounded amount={own.refunded} currency={currency} />
              <small>{own.refundRate === null ? '–' : formatShare(own.refundRate, language)}</small>
            </span>
          </li>
        ))}
      </ul>
      <Legend
        parts={
          reasons.length > SERIES.length
            ? [...named, { key: 'others', name: t('refunds.others'), color: OTHERS }]
            : named
        }
      />
    </>
  )
}

/** The refunds of a line by reason, over all its products, largest first. */
function partsOf({ rows }: Report, line: string, currency: string): { reason: string; refunded: string }[] {
  const sums = new Map<string, string[]>()
  for (const row of rows) {
    if (row.line !== line || row.currency !== currency) continue
    sums.set(row.reason, [...(sums.get(row.reason) ?? []), row.refunded])
  }
  return [...sums]
    .map(([reason, terms]) => ({ reason, refunded: addDecimals(terms) }))
    .toSorted((a, b) => Number(b.refunded) - Number(a.refunded))
}
