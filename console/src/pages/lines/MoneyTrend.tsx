import type { Shapes } from '@recoup/sdk'
import { Empty, Flex, Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { useGet } from '../../api.ts'
import { signOf } from '../../format.ts'
import { useTexts } from '../../texts.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { Section } from '../../ui/Page.tsx'
import { type ChosenPeriod, StepChoice } from '../../ui/PeriodBar.tsx'
import { Trend } from '../../ui/Trend.tsx'

interface Props {
  readonly report: Shapes['LineReport']
  readonly chosen: ChosenPeriod
  readonly currency: string
}

const SHOWN = ['revenue', 'captured', 'refunded', 'charges'] as const

/** The products of the line over time. */
export function MoneyTrend({ report, chosen: { period, step, ...chosen }, currency }: Props) {
  const { t } = useTexts('lines')
  const [shown, setShown] = useState<(typeof SHOWN)[number]>('revenue')
  const { from, to } = period ?? report
  const query = { from, to, by: step, line: report.line, group: 'product' as const }
  const read = useGet('/v1/reports/series', { params: { query } }, { keepPrevious: true })
  const series = useMemo(
    () =>
      report.rows.flatMap(({ product, title }) => {
        const found = read.data?.series.find((each) => each.product === product && each.currency === currency)
        const points = found?.points.map((point) => [point.start, String(point[shown])] as const) ?? []
        return points.some(([, value]) => signOf(value) !== 0) ? [{ name: title, points }] : []
      }),
    [read.data, report, currency, shown],
  )
  return (
    <Section
      title={t('trend.title')}
      extra={
        <Flex wrap gap={8}>
          <Segmented
            size="small"
            aria-label={t('trend.shown')}
            value={shown}
            options={SHOWN.map((value) => ({ value, label: t(`figure.${value}`) }))}
            onChange={setShown}
          />
          <StepChoice of={{ period, step, ...chosen }} />
        </Flex>
      }
    >
      <Loaded of={read} rows={6}>
        {() =>
          series.length > 0 ? (
            <Trend
              label={t('trend.label', { what: t(`figure.${shown}`) })}
              series={series}
              {...(shown === 'charges' ? {} : { currency })}
              stacked
            />
          ) : (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('trend.none')} />
          )
        }
      </Loaded>
    </Section>
  )
}
