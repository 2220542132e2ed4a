import { Input, type InputProps } from 'antd'
import type { Rule } from 'antd/es/form'
import { readAmount, readQuantity } from '../amount-input.ts'

interface Field extends Omit<InputProps, 'value' | 'onChange' | 'onBlur' | 'onPressEnter' | 'inputMode'> {
  readonly value?: string
  readonly onChange?: (value: string) => void
}

interface Props extends Field {
  /** Absent: whatever it is; its signs are not read then. */
  readonly currency?: string
}

/** A field for an amount. Left, or sent with Enter, what people write (`¥1,000.00`) becomes the decimal that the API takes. */
export function AmountInput({ currency, ...more }: Props) {
  return <Settling suffix={currency} {...more} inputMode="decimal" read={(text) => readAmount(text, currency)} />
}

/** A field for how many: full-width digits become plain ones, as in amounts. */
export function QuantityInput(props: Field) {
  return <Settling {...props} inputMode="numeric" read={readQuantity} />
}

interface SettlingProps extends Field {
  readonly inputMode: 'decimal' | 'numeric'
  readonly read: (text: string) => string | undefined
}

function Settling({ read, value, onChange, ...more }: SettlingProps) {
  const settle = () => {
    const settled = read(value ?? '')
    if (settled !== undefined && settled !== value) onChange?.(settled)
  }
  return (
    <Input
      autoComplete="off"
      style={{ maxWidth: 240 }}
      {...more}
      value={value}
      onChange={({ target }) => onChange?.(target.value)}
      onBlur={settle}
      onPressEnter={settle}
    />
  )
}

/** What is in the field is an amount, or nothing where it may be empty. */
export function amountRule(
  message: string,
  { required = false, currency }: { required?: boolean; currency?: string } = {},
): Rule {
  return {
    ...{ message, required },
    validator: async (_, text?: string) => {
      const empty = (text ?? '').trim() === ''
      if (empty ? required : readAmount(text!, currency) === undefined) throw new Error(message)
    },
  }
}

/** What is in the field is a quantity, or nothing. */
export function quantityRule(message: string): Rule {
  return {
    message,
    validator: async (_, text?: string) => {
      if ((text ?? '').trim() !== '' && readQuantity(text!) === undefined) throw new Error(message)
    },
  }
}
