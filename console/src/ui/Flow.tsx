import { useMemo } from 'react'
import { formatMoney } from '../format.ts'
import { useTexts } from '../texts.ts'
import { asHtml } from './chart/asHtml.ts'
import { Chart } from './chart/Chart.tsx'
import { inkOf, LOSS, SERIES } from './chart/colors.ts'
import { useDarkMode } from './dark-mode.ts'
import { type FlowLink, layOut } from './flow-layout.ts'
import { useRoomy } from './screen.ts'

interface Props {
  readonly label: string
  /** The flows, all in one currency. */
  readonly links: readonly FlowLink[]
  /** The flows back. */
  readonly back?: readonly FlowLink[]
  readonly currency: string
}

/** A diagram of where money went and came back from: accounts from left to right, refunds at the right in another color. */
export function Flow({ label, links, back = [], currency }: Props) {
  const { t, language } = useTexts()
  const dark = useDarkMode()
  // A phone only has room for the party; the table shows the rest.
  const roomy = useRoomy()
  const laid = useMemo(() => layOut(links, back), [links, back])
  const option = useMemo(() => {
    const ink = inkOf(dark)
    const write = (amount: string) => formatMoney(amount, currency, language)
    const names = new Map(laid.nodes.map(({ id, account, returned }) => [id, returned ? `↩ ${account}` : account]))
    return {
      tooltip: {
        trigger: 'item' as const,
        formatter: (at: unknown) => {
          const { dataType, dataIndex } = at as { dataType: string; dataIndex: number }
          if (dataType !== 'edge') return asHtml(names.get(laid.nodes[dataIndex]!.id)!)
          const { source, target, parts } = laid.links[dataIndex]!
          const lines = parts.map(({ text, amount }) => `${asHtml(text)}&emsp;<b>${asHtml(write(amount))}</b>`)
          return [`${asHtml(names.get(source)!)} → ${asHtml(names.get(target)!)}`, ...lines].join('<br>')
        },
      },
      series: [
        {
          type: 'sankey' as const,
          left: 8,
          right: 8,
          top: 14,
          bottom: 14,
          nodeWidth: 12,
          nodeGap: 26,
          draggable: false,
          layoutIterations: 64,
          emphasis: { focus: 'adjacency' as const },
          lineStyle: { opacity: 0.38, curveness: 0.5 },
          edgeLabel: {
            show: roomy,
            color: ink.text,
            fontSize: 11,
            formatter: ({ dataIndex }: { dataIndex: number }) => write(laid.links[dataIndex]!.total),
          },
          label: {
            color: ink.text,
            fontSize: 12,
            textBorderColor: ink.halo,
            textBorderWidth: 3,
            formatter: ({ name }: { name: string }) => (roomy ? names.get(name)! : names.get(name)!.split('/')[0]!),
          },
          data: laid.nodes.map(({ id, returned, depth, last }, index) => ({
            name: id,
            depth,
            itemStyle: { color: returned ? LOSS : SERIES[index % SERIES.length] },
            label: { position: (last ? 'left' : 'right') as 'left' | 'right' },
          })),
          links: laid.links.map(({ source, target, width, returned }) => ({
            source,
            target,
            value: width,
            lineStyle: { color: returned ? LOSS : ('source' as const) },
          })),
        },
      ],
    }
  }, [laid, currency, language, dark, roomy])
  const height = Math.min(520, Math.max(220, laid.tallest * 62 + 40))
  return (
    <figure style={{ margin: 0 }}>
      <Chart option={option} height={height} label={label} />
      {laid.widened && (
        <figcaption style={{ fontSize: 12, opacity: 0.75, marginTop: 4 }}>{t('flow.widened')}</figcaption>
      )}
    </figure>
  )
}
