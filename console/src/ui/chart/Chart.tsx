import { Skeleton } from 'antd'
import type { EChartsOption } from 'echarts'
import { useEffect, useRef, useState } from 'react'
import { useDarkMode } from '../dark-mode.ts'
import type { EChartsType } from './engine.ts'

interface Props {
  readonly option: EChartsOption
  readonly height: number
  /** The accessible description of the chart. A table beside it shows the figures. */
  readonly label: string
}

const CALM = window.matchMedia('(prefers-reduced-motion: reduce)')

/** Draws with echarts, which loads with the first chart. */
export function Chart({ option, height, label }: Props) {
  const element = useRef<HTMLDivElement>(null)
  const drawn = useRef<EChartsType>(undefined)
  const [ready, setReady] = useState(false)
  const dark = useDarkMode()

  useEffect(() => {
    let current = true
    let observer: ResizeObserver | undefined
    void import('./engine.ts').then(({ init }) => {
      if (!current || !element.current) return
      const chart = init(element.current, dark ? 'dark' : null, { renderer: 'svg' })
      drawn.current = chart
      observer = new ResizeObserver(() => chart.resize())
      observer.observe(element.current)
      setReady(true)
    })
    return () => {
      current = false
      observer?.disconnect()
      drawn.current?.dispose()
      drawn.current = undefined
      setReady(false)
    }
  }, [dark])

  useEffect(() => {
    if (ready)
      drawn.current?.setOption(
        { backgroundColor: 'transparent', animation: !CALM.matches, ...option },
        { notMerge: true },
      )
  }, [option, ready])

  return (
    <div style={{ position: 'relative', height }} role="img" aria-label={label} data-drawn={ready}>
      {!ready && <Skeleton.Node active style={{ width: '100%', height }} rootClassName="chart-skeleton" />}
      <div ref={element} style={{ position: 'absolute', inset: 0 }} />
    </div>
  )
}
