/**
 * What every price model is: terms (data of the rate card, decimal strings) are checked and compiled once, and the
 * compiled price is a pure function from what was used to an amount and the steps that led there.
 */
import type { Static, TSchema } from 'typebox'
import type { Micros } from '../money/amount.ts'

/**
 * One step of an explanation, as data: a stable code and its parameters, already formatted as plain decimal strings
 * (amounts in main units, rates as percentages without a sign). The text for each code stands in `steps.ts` beside
 * the code that emits it, in English and Chinese.
 */
export interface Step {
  readonly code: string
  readonly params: Readonly<Record<string, string>>
}

/** The text of a step in both languages: ICU message format, the same parameters in each. */
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

/** A price: micros of the rate card's unit, rounded once (the rounding is itself a step), and why. */
export interface Priced {
  readonly amount: Micros
  readonly steps: readonly Step[]
}

/** A price model: a schema for its terms and a compiler from terms to a price function. */
export interface PriceModel<Terms extends TSchema, Input> {
  /** Name of the model in the rate card (`percentage`, `graduated` …). */
  readonly id: string
  /** TypeBox schema of the terms; everything that is an amount, a rate or a quantity is a decimal string. */
  readonly terms: Terms
  /** @throws Problem `terms_invalid` with the field and the reason; never at pricing time what can be found here. */
  compile(terms: Static<Terms>, unit: string, detail?: StepDetail): (input: Input) => Priced
}
