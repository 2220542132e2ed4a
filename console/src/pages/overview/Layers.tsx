import type { Shapes } from '@recoup/sdk'
import type { ReactNode } from 'react'
import { formatMoney, formatNumber, formatShare } from '../../format.ts'
import { useTexts } from '../../texts.ts'
import { SERIES } from '../../ui/chart/colors.ts'
import { Rounded } from '../../ui/Figure.tsx'
import { Legend, SplitBar } from '../../ui/SplitBar.tsx'
import { inCurrency } from './currencies.ts'

interface Props {
  readonly whole: Shapes['WholeReport']
  readonly currency: string
}

const FREE = '#9fb4b8'
const [PAID, BACK, , KEPT] = SERIES
const COST = '#8a8f94'

/** Free users, paying users, and the share of earnings that flows to creators, merchants and publishers. */
export function Layers({ whole: { layers, total, users }, currency }: Props) {
  const { t, language } = useTexts('overview')
  const { free, paid, ecosystem } = layers
  const own = inCurrency(total, currency)
  const captured = inCurrency(paid.captured, currency)
  const share = inCurrency(ecosystem.share, currency)?.share ?? null
  const people = (users: number) => formatNumber(users, language)
  const percent = (of: string | null) => (of === null ? '–' : formatShare(of, language))
  const all = free.users + paid.users
  const flows = (['paidOut', 'revenue', 'cost'] as const).map((name) => ({
    key: name,
    name: t(`layers.${name}`),
    value: Math.max(0, Number(own?.[name] ?? 0)),
    text: own ? formatMoney(own[name], currency, language, { places: 2 }) : '–',
    color: { paidOut: BACK, revenue: KEPT, cost: COST }[name],
  }))
  return (
    <div className="layers">
      <Layer name={t('layers.free')} figure={people(free.users)} share={percent(free.share)} color={FREE} />
      <SplitBar
        label={t('layers.users')}
        height={22}
        parts={[
          { key: 'free', name: t('layers.free'), value: free.users, text: people(free.users), color: FREE },
          { key: 'paid', name: t('layers.paid'), value: paid.users, text: people(paid.users), color: PAID },
        ]}
      />
      <Zoom from={all > 0 ? free.users / all : 0} color={PAID} />
      <Layer
        name={t('layers.paid')}
        figure={captured ? <Rounded {...captured} /> : '–'}
        share={t(users.months.length > 1 ? 'layers.paidShareMonths' : 'layers.paidShare', {
          count: paid.users,
          users: people(paid.users),
          share: percent(paid.share),
        })}
        color={PAID}
      />
      <SplitBar label={t('layers.flows')} height={22} parts={flows} />
      <Layer
        name={t('layers.back')}
        figure={own ? <Rounded amount={own.paidOut} currency={currency} /> : '–'}
        share={t('layers.backShare', { share: percent(share) })}
        color={BACK}
      />
      <Legend parts={flows} />
    </div>
  )
}

interface LayerProps {
  readonly name: string
  readonly figure: ReactNode
  readonly share: string
  readonly color: string
}

function Layer({ name, figure, share, color }: LayerProps) {
  return (
    <div className="layer" style={{ borderColor: color }}>
      <span>{name}</span>
      <b>{figure}</b>
      <small>{share}</small>
    </div>
  )
}

/** Expands the right part of the bar above. */
function Zoom({ from, color }: { readonly from: number; readonly color: string }) {
  return (
    <svg viewBox="0 0 100 10" preserveAspectRatio="none" className="layers-zoom" aria-hidden="true">
      <polygon points={`${100 * from},0 100,0 100,10 0,10`} fill={color} opacity="0.16" />
    </svg>
  )
}
