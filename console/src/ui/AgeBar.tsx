import type { Shapes } from '@recoup/sdk'
import { codesOf } from '../api-codes.ts'
import { formatMoney } from '../format.ts'
import { useTexts } from '../texts.ts'
import { Legend, SplitBar } from './SplitBar.tsx'

type Ages = Shapes['Debt']['ages']
/** Warmer colors for older debts. */
const COLORS: Readonly<Record<keyof Ages, string>> = {
  upTo30: '#8fbf9f',
  upTo60: '#d9b44a',
  upTo90: '#dd8a3c',
  older: '#c0392b',
}
const AGES = codesOf<keyof Ages>(COLORS)

interface Props {
  readonly label: string
  readonly ages: Ages
  readonly currency: string
}

/** The age of debts as a bar. */
export function AgeBar({ label, ages, currency }: Props) {
  const { t, language } = useTexts()
  const parts = AGES.map((age) => ({
    key: age,
    name: t(`debtAge.${age}`),
    value: Number(ages[age]),
    text: formatMoney(ages[age], currency, language),
    color: COLORS[age],
  }))
  return (
    <div style={{ minWidth: 120 }}>
      <SplitBar label={label} parts={parts} />
    </div>
  )
}

export function AgeLegend() {
  const { t } = useTexts()
  return <Legend parts={AGES.map((age) => ({ key: age, name: t(`debtAge.${age}`), color: COLORS[age] }))} />
}
