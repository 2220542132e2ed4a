import { useMemo } from 'react'
import { formatCompact, formatDay, formatDayOfYear, formatMoney, formatNumber } from '../format.ts'
import { useTexts } from '../texts.ts'
import { asHtml } from './chart/asHtml.ts'
import { Chart } from './chart/Chart.tsx'
import { inkOf, SERIES } from './chart/colors.ts'
import { useDarkMode } from './dark-mode.ts'

interface TrendSeries {
  readonly name: string
  /** A day such as `2026-11-20` and the value as a decimal text. */
  readonly points: readonly (readonly [day: string, value: string])[]
}

interface Props {
  readonly label: string
  readonly series: readonly TrendSeries[]
  /** Absent: plain numbers. */
  readonly currency?: string
  /** Stacked, as parts of a whole. */
  readonly stacked?: boolean
  readonly height?: number
}

/** The arrows of a legend that does not fit have the color of its texts. */
const legendInk = ({ text, line }: ReturnType<typeof inkOf>) => ({
  textStyle: { color: text },
  pageTextStyle: { color: text },
  pageIconColor: text,
  pageIconInactiveColor: line,
})

/** Figures over days. Lines are drawn with floats; tooltips show the exact values. */
export function Trend({ label, series, currency, stacked = false, height = 280 }: Props) {
  const { language } = useTexts()
  const dark = useDarkMode()
  const option = useMemo(() => {
    const ink = inkOf(dark)
    const days = [...new Set(series.flatMap(({ points }) => points.map(([day]) => day)))].toSorted()
    // Negative values cannot be stacked as parts of a whole; they are drawn as separate lines.
    const parts = stacked && series.every(({ points }) => points.every(([, value]) => !value.startsWith('-')))
    const oneYear = days[0]?.slice(0, 4) === days.at(-1)?.slice(0, 4)
    const writeDay = oneYear ? formatDayOfYear : formatDay
    const exact = series.map(({ points }) => new Map(points))
    const write = (value: string) => (currency ? formatMoney(value, currency, language) : formatNumber(value, language))
    return {
      color: [...SERIES],
      grid: { left: 8, right: 16, top: series.length > 1 ? 36 : 16, bottom: 4, containLabel: true },
      ...(series.length > 1 ? { legend: { top: 0, type: 'scroll' as const, ...legendInk(ink) } } : {}),
      tooltip: {
        trigger: 'axis' as const,
        formatter: (at: unknown) => {
          const rows = at as { seriesIndex: number; dataIndex: number; marker: string; seriesName: string }[]
          const day = days[rows[0]?.dataIndex ?? 0]!
          const texts = rows.map(({ seriesIndex, marker, seriesName }) => {
            const value = exact[seriesIndex]?.get(day)
            return `${marker}${asHtml(seriesName)}&emsp;<b>${value === undefined ? '–' : asHtml(write(value))}</b>`
          })
          return [formatDay(day, language), ...texts].join('<br>')
        },
      },
      xAxis: {
        type: 'category' as const,
        data: days,
        boundaryGap: false,
        axisLabel: { color: ink.text, hideOverlap: true, formatter: (day: string) => writeDay(day, language) },
        axisLine: { lineStyle: { color: ink.line } },
      },
      yAxis: {
        type: 'value' as const,
        axisLabel: { color: ink.text, formatter: (value: number) => formatCompact(value, language) },
        splitLine: { lineStyle: { color: ink.line } },
      },
      series: series.map(({ name }, index) => ({
        type: 'line' as const,
        name,
        showSymbol: days.length < 3,
        // Monotone, so that the curve never overshoots the values and shows money that did not exist.
        smooth: 0.15,
        smoothMonotone: 'x' as const,
        ...(parts ? { stack: 'all', areaStyle: { opacity: 0.55 }, lineStyle: { width: 1 } } : {}),
        data: days.map((day) => {
          const value = exact[index]?.get(day)
          return value === undefined ? null : Number(value)
        }),
      })),
    }
  }, [series, currency, stacked, language, dark])
  return <Chart option={option} height={height} label={label} />
}
