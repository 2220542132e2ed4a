/**
 * Why a price changed: the terms in which the steps of the two explanations differ. Every step carries terms (a rate, a
 * price) beside what it worked out from them (a result); the table says which parameters are terms.
 */
import type { Component } from '../charges/draft.ts'
import type { Step } from '../pricing/price.ts'
import type { StepCode } from '../pricing/steps.ts'

/** A term that differs; null: it is not there. */
export interface CauseTerm {
  /** Kind of the component: fee, cost, commission, … */
  readonly kind: string
  readonly step: string
  readonly term: string
  readonly before: string | null
  readonly after: string | null
  /** What the term was chosen by: merchantCategory → restaurant; or between which bounds it holds. */
  readonly where: Readonly<Record<string, string>>
}

/** Parameters of steps that come from the rate card. Steps without any only work something out. */
const pricingTerms = {
  rate_chosen: ['rate'],
  price_chosen: ['price'],
  rate_given: [],
  price_given: [],
  flat: ['result'],
  percentage: ['rate'],
  fixed_added: ['fixed'],
  free_amount: ['free'],
  minimum_applied: ['to'],
  maximum_applied: ['to'],
  quantity: ['price'],
  free_quantity: ['free'],
  converted: [],
  packages: ['size', 'price'],
  seats_raised: ['minimum'],
  seats_included: ['included'],
  duration_raised: ['to'],
  hours: ['price'],
  reserved: ['price'],
  burst: ['price'],
  cleared: ['per'],
  tier: ['from', 'to', 'price'],
  tier_blocks: ['from', 'to', 'per', 'price'],
  tier_rate: ['from', 'to', 'rate'],
  tier_flat: ['from', 'flat'],
  tier_prorated: [],
  period_days: ['price'],
  period_seconds: ['price'],
  periods_whole: ['price'],
  prorated: [],
  accrued: ['rate', 'basis'],
  spread: ['spread'],
  exchanged: [],
  marked_up: ['markup'],
  quoted: [],
  milestone: [],
  committed: ['to'],
  spend_capped: ['to'],
  condition: ['when'],
  charged_before: [],
  rounded: [],
  rounded_running: [],
} as const satisfies Record<StepCode, readonly string[]>

const terms: Readonly<Record<string, readonly string[]>> = {
  ...pricingTerms,
  channel_cost: ['share'],
  reward_from_campaign: ['share'],
}
const NONE: readonly string[] = []

/** All names of terms that the table knows. */
export const termNames: readonly string[] = [...new Set(Object.values(terms).flat())]

type Explained = Pick<Component, 'kind' | 'why'>

/** Tells differences apart: the same text for the same change of terms. Empty where no step tells of it. */
export function causeKey(before: readonly Explained[], after: readonly Explained[]): string {
  let key = ''
  walk(before, after, (kind, step, term, from, to) => {
    const change = `\t${kind}\t${term}\t${from}\t${to}`
    // A rate that was chosen is named again where it is applied.
    if (key.includes(change)) return
    key += `\n${change}\t${step.code}`
    const { by, value } = step.params
    if (by !== undefined) key += `\t${by}\t${value}`
    else if (step.params.from !== undefined && terms[step.code]!.includes('from')) key += `\t${step.params.from}`
  })
  return key
}

/** The same in full. */
export function causeTerms(before: readonly Explained[], after: readonly Explained[]): CauseTerm[] {
  const found: CauseTerm[] = []
  walk(before, after, (kind, step, term, from, to) => {
    if (found.some((each) => each.kind === kind && each.term === term && each.before === from && each.after === to))
      return
    found.push({ kind, step: step.code, term, before: from, after: to, where: whereOf(step) })
  })
  return found
}

function whereOf({ code, params }: Step): Record<string, string> {
  const { by, value, from, to } = params
  if (by !== undefined && value !== undefined) return { [by]: value }
  return from !== undefined && to !== undefined && terms[code]!.includes('from') ? { from, to } : {}
}

type Visit = (kind: string, step: Step, term: string, before: string | null, after: string | null) => void

function walk(before: readonly Explained[], after: readonly Explained[], visit: Visit): void {
  const count = Math.max(before.length, after.length)
  for (let n = 0; n < count; n += 1) {
    const [a, b] = [before[n], after[n]]
    if (a && b && a.kind === b.kind) walkSteps(a.kind, a.why, b.why, visit)
    else {
      if (a) walkSteps(a.kind, a.why, [], visit)
      if (b) walkSteps(b.kind, [], b.why, visit)
    }
  }
}

function walkSteps(kind: string, before: readonly Step[], after: readonly Step[], visit: Visit): void {
  let [i, j] = [0, 0]
  for (;;) {
    while (i < before.length && (terms[before[i]!.code] ?? NONE).length === 0) i += 1
    while (j < after.length && (terms[after[j]!.code] ?? NONE).length === 0) j += 1
    const [a, b] = [before[i], after[j]]
    if (!a && !b) return
    if (a && b && a.code === b.code) {
      for (const term of terms[a.code]!) {
        if (a.params[term] !== b.params[term]) visit(kind, b, term, a.params[term]!, b.params[term]!)
      }
      i += 1
      j += 1
    } else if (a && (!b || !after.slice(j).some(({ code }) => code === a.code))) {
      for (const term of terms[a.code]!) visit(kind, a, term, a.params[term]!, null)
      i += 1
    } else if (b) {
      for (const term of terms[b.code]!) visit(kind, b, term, null, b.params[term]!)
      j += 1
    }
  }
}
