import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons'
import { Tooltip } from 'antd'
import type { ReactNode } from 'react'
import { formatMoney, formatShare, signOf } from '../format.ts'
import { useTexts } from '../texts.ts'
import './figures.css'

interface FigureProps {
  readonly title: string
  /** What it is made of, when pointed at. */
  readonly note?: string
  readonly value: ReactNode
  /** Below it: growth, a share. */
  readonly children?: ReactNode
}

/** A figure that matters, with its name above. Put them into a `.figures`. */
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

/** A word with an explanation, reached by pointer and keyboard. */
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
  /** A decimal: 0.12 is 12%; null: there is nothing to compare with. */
  readonly of: string | null
  /** With what it is compared. */
  readonly to?: string
  /** Less is better, as with refunds. */
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

/** An amount to two places at most, as reports show it; the exact one when pointed at. */
export function Rounded({ amount, currency }: RoundedProps) {
  const { language } = useTexts()
  return (
    <span className="amount" title={formatMoney(amount, currency, language)}>
      {formatMoney(amount, currency, language, { places: 2 })}
    </span>
  )
}
