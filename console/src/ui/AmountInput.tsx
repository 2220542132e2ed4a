import { Input, type InputProps } from 'antd'
import type { Rule } from 'antd/es/form'
import { readAmount, readQuantity } from '../amount-input.ts'

interface Field extends Omit<InputProps, 'value' | 'onChange' | 'onBlur' | 'onPressEnter' | 'inputMode'> {
  readonly value?: string
  readonly onChange?: (value: string) => void
}

interface Props extends Field {
  /** Absent: any currency, in which case currency signs are not accepted. */
  readonly currency?: string
}

/** A field for an amount. On blur and on Enter, the input (`¥1,000.00`) becomes the decimal that the API takes. */
export function AmountInput({ currency, ...more }: Props) {
  return <Settling suffix={currency} {...more} inputMode="decimal" read={(text) => readAmount(text, currency)} />
}

/** A field for a quantity. Full-width digits are normalized, as in amounts. */
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

/** A form rule: the field has an amount, or is empty if it is optional. */
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

/** A form rule: the field has a quantity, or is empty. */
export function quantityRule(message: string): Rule {
  return {
    message,
    validator: async (_, text?: string) => {
      if ((text ?? '').trim() !== '' && readQuantity(text!) === undefined) throw new Error(message)
    },
  }
}
