import { useMemo } from 'react'
import { formatMoney, formatNumber } from '../format.ts'
import { useTexts } from '../texts.ts'
import { asHtml } from './chart/asHtml.ts'
import { Chart } from './chart/Chart.tsx'
import { GAIN, inkOf, LOSS, SERIES } from './chart/colors.ts'
import { useDarkMode } from './dark-mode.ts'

interface Bar {
  readonly name: string
  /** Decimal text. */
  readonly value: string
}

interface Props {
  readonly label: string
  readonly bars: readonly Bar[]
  /** Absent: plain numbers. */
  readonly currency?: string
  /** Uses different colors and signs for gains and losses. */
  readonly diverging?: boolean
}

const ROW = 30

/** A horizontal bar for each row, with room for the longest name. */
export function Bars({ label, bars, currency, diverging = false }: Props) {
  const { language } = useTexts()
  const dark = useDarkMode()
  const option = useMemo(() => {
    const ink = inkOf(dark)
    const write = (value: string) =>
      currency ? formatMoney(value, currency, language, { signed: diverging }) : formatNumber(value, language)
    return {
      grid: { left: 8, right: 90, top: 4, bottom: 4, containLabel: true },
      tooltip: {
        formatter: (at: unknown) => {
          const { name, dataIndex } = at as { name: string; dataIndex: number }
          return `${asHtml(name)}&emsp;<b>${asHtml(write(bars[dataIndex]!.value))}</b>`
        },
      },
      xAxis: {
        // Each bar has its value as a label.
        type: 'value' as const,
        axisLabel: { show: false },
        splitLine: { show: false },
      },
      yAxis: {
        type: 'category' as const,
        inverse: true,
        data: bars.map(({ name }) => name),
        axisLabel: { color: ink.text, width: 150, overflow: 'truncate' as const },
        axisTick: { show: false },
        axisLine: { lineStyle: { color: ink.line }, onZero: true },
      },
      series: [
        {
          type: 'bar' as const,
          barMaxWidth: 16,
          label: {
            show: true,
            position: 'right' as const,
            color: ink.text,
            formatter: ({ dataIndex }: { dataIndex: number }) => write(bars[dataIndex]!.value),
          },
          data: bars.map(({ value }) => ({
            value: Number(value),
            itemStyle: { color: !diverging ? SERIES[0] : value.startsWith('-') ? LOSS : GAIN, borderRadius: 3 },
          })),
        },
      ],
    }
  }, [bars, currency, diverging, language, dark])
  return <Chart option={option} height={bars.length * ROW + 12} label={label} />
}
