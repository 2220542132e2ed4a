import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons'
import { Tooltip } from 'antd'
import type { ReactNode } from 'react'
import { formatMoney, formatShare, signOf } from '../format.ts'
import { useTexts } from '../texts.ts'
import './figures.css'

interface FigureProps {
  readonly title: string
  /** A tooltip that explains the figure. */
  readonly note?: string
  readonly value: ReactNode
  /** Shown below the figure: growth, a share. */
  readonly children?: ReactNode
}

/** A key figure with its name above. Place figures in a `.figures` list. */
export function Figure({ title, note, value, children }: FigureProps) {
  return (
    <div className="figure">
      <dt>{note ? <Noted text={title} note={note} /> : title}</dt>
      <dd>
        <div className="figure-value">{value}</div>
        {children && <div className="figure-more">{children}</div>}
      </dd>
    </div>
  )
}

/** A word with an explanation that pointer and keyboard can reach. */
function Noted({ text, note }: { readonly text: string; readonly note: string }) {
  return (
    <Tooltip title={note}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the explanation is for those without a pointer as well */}
      <span className="noted" tabIndex={0}>
        {text}
      </span>
    </Tooltip>
  )
}

interface GrowthProps {
  /** A decimal: 0.12 is 12%; null: nothing to compare with. */
  readonly of: string | null
  /** What the figure is compared with. */
  readonly to?: string
  /** A decrease is good, as for refunds. */
  readonly inverted?: boolean
}

export function Growth({ of: share, to, inverted = false }: GrowthProps) {
  const { language } = useTexts()
  if (share === null) {
    return <span className="growth">–{to && <span className="growth-to"> {to}</span>}</span>
  }
  const sign = signOf(share)
  const good = inverted ? sign < 0 : sign > 0
  return (
    <span className={sign === 0 ? 'growth' : `growth growth-${good ? 'good' : 'bad'}`}>
      {sign > 0 && <ArrowUpOutlined aria-hidden />}
      {sign < 0 && <ArrowDownOutlined aria-hidden />} <b>{formatShare(share, language, 1, { signed: true })}</b>
      {to && <span className="growth-to"> {to}</span>}
    </span>
  )
}

interface RoundedProps {
  readonly amount: string
  readonly currency: string
}

/** An amount rounded to at most two decimal places, with the exact amount as a tooltip. */
export function Rounded({ amount, currency }: RoundedProps) {
  const { language } = useTexts()
  return (
    <span className="amount" title={formatMoney(amount, currency, language)}>
      {formatMoney(amount, currency, language, { places: 2 })}
    </span>
  )
}
