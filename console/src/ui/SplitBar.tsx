import type { ReactNode } from 'react'
import './figures.css'

export interface Part {
  readonly key: string
  readonly name: string
  /** Used for the width only. */
  readonly value: number
  /** As text. */
  readonly text: string
  readonly color: string
}

interface Props {
  readonly label: string
  readonly parts: readonly Part[]
  /** The value of the full width; default: the sum of the parts. */
  readonly whole?: number
  readonly height?: number
}

/** A bar divided into parts, each with a tooltip. */
export function SplitBar({ label, parts, whole, height = 14 }: Props) {
  const shown = parts.filter(({ value }) => value > 0)
  const sum = whole ?? shown.reduce((total, { value }) => total + value, 0)
  const description = shown.map(({ name, text }) => `${name} ${text}`).join('; ')
  return (
    <div
      className="split-bar"
      role="img"
      aria-label={description ? `${label}: ${description}` : label}
      style={{ height }}
    >
      {sum > 0 &&
        shown.map(({ key, name, value, text, color }) => (
          <span key={key} title={`${name}: ${text}`} style={{ width: `${(100 * value) / sum}%`, background: color }} />
        ))}
    </div>
  )
}

interface LegendProps {
  readonly parts: readonly {
    readonly key: string
    readonly name: ReactNode
    readonly text?: ReactNode
    readonly color: string
  }[]
}

/** The legend of the colors of a chart. */
export function Legend({ parts }: LegendProps) {
  return (
    <ul className="legend">
      {parts.map(({ key, name, text, color }) => (
        <li key={key}>
          <span className="legend-color" style={{ background: color }} aria-hidden="true" />
          {name}
          {text !== undefined && <span className="legend-figure">{text}</span>}
        </li>
      ))}
    </ul>
  )
}
