import type { Shapes } from '@recoup/sdk'
import { Empty } from 'antd'
import { useMemo } from 'react'
import { useGet } from '../../api.ts'
import { signOf } from '../../format.ts'
import { useTexts } from '../../texts.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { Section } from '../../ui/Page.tsx'
import { type ChosenPeriod, StepChoice } from '../../ui/PeriodBar.tsx'
import { Trend } from '../../ui/Trend.tsx'

interface Props {
  readonly whole: Shapes['WholeReport']
  readonly chosen: ChosenPeriod
  readonly currency: string
}

/** The revenue of the lines, stacked. */
export function RevenueTrend({ whole: { lines }, chosen, currency }: Props) {
  const { t } = useTexts('overview')
  const { period, step } = chosen
  const read = useGet(
    '/v1/reports/series',
    { params: { query: { from: period?.from ?? '', to: period?.to ?? '', by: step, group: 'line' } } },
    { enabled: period !== undefined, keepPrevious: true },
  )
  const series = useMemo(
    () =>
      lines.flatMap(({ line, title }) => {
        const found = read.data?.series.find((each) => each.line === line && each.currency === currency)
        if (!found?.points.some(({ revenue }) => signOf(revenue) !== 0)) return []
        const points = found.points.map(({ start, revenue }) => [start, revenue] as const)
        return [{ name: title, points }]
      }),
    [lines, read.data, currency],
  )
  return (
    <Section title={t('trend.title')} extra={<StepChoice of={chosen} />}>
      <Loaded of={read} rows={6}>
        {() =>
          series.length > 0 ? (
            <Trend label={t('trend.label', { currency })} series={series} currency={currency} stacked height={320} />
          ) : (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('trend.none')} />
          )
        }
      </Loaded>
    </Section>
  )
}
