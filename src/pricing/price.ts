/**
 * The common interface of price models. Terms (data of the rate card, decimal strings) are validated and compiled once;
 * the compiled price is a pure function from the use to an amount and the steps that explain it.
 */
import type { Static, TSchema } from 'typebox'
import type { Micros } from '../money/amount.ts'

/**
 * One step of an explanation, as data: a stable code and its parameters, already formatted as plain decimal strings
 * (amounts in main units, rates as percentages without a sign). `steps.ts` has the English and Chinese text of each
 * code.
 */
export interface Step {
  readonly code: string
  readonly params: Readonly<Record<string, string>>
}

/** Text of a step in both languages: ICU message format with the same parameters. */
export interface StepText {
  readonly en: string
  readonly zh: string
}

/**
 * How detailed the steps of a price are. `all`: every step with all of its results. `terms`: only the terms of the rate
 * card that the steps used; comparing the prices of a million events needs no more, and formatting the results takes
 * longer than computing them. A model may return more detail than it was asked for.
 */
export type StepDetail = 'all' | 'terms'

/** A price: micros of the rate card's unit, rounded once (the rounding is itself a step), with its explanation. */
export interface Priced {
  readonly amount: Micros
  readonly steps: readonly Step[]
}

/** A price model: a schema for its terms and a compiler from terms to a price function. */
export interface PriceModel<Terms extends TSchema, Input> {
  /** Name of the model in the rate card (`percentage`, `graduated`, …). */
  readonly id: string
  /** TypeBox schema of the terms. Amounts, rates and quantities are decimal strings. */
  readonly terms: Terms
  /**
   * Compiles terms. Everything that can be checked without an input is checked here, not at pricing time.
   * @throws Problem `terms_invalid` with the field and the reason.
   */
  compile(terms: Static<Terms>, unit: string, detail?: StepDetail): (input: Input) => Priced
}
