import { formatMoney } from '../format.ts'
import { useTexts } from '../texts.ts'

interface Props {
  /** Decimal text as in the API. */
  readonly amount: string
  readonly currency: string
  /** Shows a plus sign for positive amounts. */
  readonly signed?: boolean
  readonly strong?: boolean
}

/** An amount. Spread the API's `Money` into it: `<Money {...charge.amount} />`. */
export function Money({ amount, currency, signed, strong }: Props) {
  const { language } = useTexts()
  const text = formatMoney(amount, currency, language, { signed: signed ?? false })
  return (
    <span className="amount" style={strong ? { fontWeight: 600 } : undefined}>
      {text}
    </span>
  )
}
