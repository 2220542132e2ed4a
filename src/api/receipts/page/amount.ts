/** Parses an amount typed by a payer. */
import { type Micros, parsePayable } from '../../../money/amount.ts'
import { symbolsOf } from './format.ts'

const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/

/**
 * Reads an amount typed by a payer. Accepts full-width characters, a leading currency and commas between thousands.
 * Ambiguous input (`12,5`) is refused rather than guessed.
 * @throws Problem `amount_invalid`, `amount_too_precise`, `amount_not_positive`, `amount_out_of_range`.
 */
export function typedAmount(typed: string, unit: string): Micros {
  const text = typed.normalize('NFKC').trim()
  const sign = [unit, ...symbolsOf(unit)].find((each) => text.toUpperCase().startsWith(each.toUpperCase()))
  const figures = (sign === undefined ? text : text.slice(sign.length)).trim()
  return parsePayable(GROUPED.test(figures) ? figures.replaceAll(',', '') : figures, unit)
}
