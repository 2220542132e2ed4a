import { formatMoney } from '../format.ts'
import { useTexts } from '../texts.ts'

interface Props {
  /** Decimal text, as the API writes it. */
  readonly amount: string
  readonly currency: string
  /** Writes a plus where it is one. */
  readonly signed?: boolean
  readonly strong?: boolean
}

/** An amount; spread the API's `Money` into it: `<Money {...charge.amount} />`. */
export function Money({ amount, currency, signed, strong }: Props) {
  const { language } = useTexts()
  const text = formatMoney(amount, currency, language, { signed: signed ?? false })
  return (
    <span className="amount" style={strong ? { fontWeight: 600 } : undefined}>
      {text}
    </span>
  )
}
