import type { Shapes } from '@recoup/sdk'
import { Empty } from 'antd'
import { useMemo } from 'react'
import { useGet } from '../../api.ts'
import { signOf } from '../../format.ts'
import { useTexts } from '../../texts.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { Section } from '../../ui/Page.tsx'
import type { ChosenPeriod } from '../../ui/PeriodBar.tsx'
import { Trend } from '../../ui/Trend.tsx'
import { fromMicros } from './micros.ts'

interface Props {
  readonly report: Shapes['LineReport']
  readonly chosen: ChosenPeriod
  readonly currency: string
}

/** Trends of what only this line counts: impressions, units, volumes, calls. */
export function OwnTrends({ report: { line, measures }, chosen, currency }: Props) {
  const sections = measures.map((measure) => (
    <Section key={measure.id} title={measure.title}>
      <OwnTrend line={line} measure={measure} chosen={chosen} currency={currency} />
    </Section>
  ))
  return measures.length > 1 ? <div className="halves">{sections}</div> : sections
}

interface OwnTrendProps extends Omit<Props, 'report'> {
  readonly line: string
  readonly measure: Shapes['ReportMeasure']
}

function OwnTrend({ line, measure, chosen, currency }: OwnTrendProps) {
  const { t } = useTexts('lines')
  const { period, step } = chosen
  const query = { from: period?.from ?? '', to: period?.to ?? '', by: step, line, measure: measure.id }
  const read = useGet(
    '/v1/reports/series',
    { params: { query } },
    { enabled: period !== undefined, keepPrevious: true },
  )
  const points = useMemo(
    () =>
      read.data?.series
        .find((each) => each.currency === currency)
        ?.points.map(({ start, measure: counted }) => {
          const value = counted ?? '0'
          return [start, measure.kind === 'money' ? fromMicros(value) : value] as const
        }) ?? [],
    [read.data, currency, measure],
  )
  const name = measure.title
  return (
    <Loaded of={read} rows={4}>
      {() =>
        points.some(([, value]) => signOf(value) !== 0) ? (
          <Trend
            label={t('trend.label', { what: name })}
            series={[{ name, points }]}
            height={200}
            {...(measure.kind === 'money' ? { currency } : {})}
          />
        ) : (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('trend.none')} />
        )
      }
    </Loaded>
  )
}
