import { Input, type InputProps } from 'antd'
import type { Rule } from 'antd/es/form'
import { readAmount } from '../amount-input.ts'

interface Props extends Omit<InputProps, 'value' | 'onChange' | 'onBlur' | 'onPressEnter' | 'inputMode'> {
  /** Absent: whatever it is; its signs are not read then. */
  readonly currency?: string
  readonly value?: string
  readonly onChange?: (value: string) => void
}

/** A field for an amount. Left, or sent with Enter, what people write (`¥1,000.00`) becomes the decimal that the API takes. */
export function AmountInput({ currency, value, onChange, ...more }: Props) {
  const settle = () => {
    const read = readAmount(value ?? '', currency)
    if (read !== undefined && read !== value) onChange?.(read)
  }
  return (
    <Input
      autoComplete="off"
      suffix={currency}
      style={{ maxWidth: 240 }}
      {...more}
      inputMode="decimal"
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
