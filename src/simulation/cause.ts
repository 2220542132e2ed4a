/**
 * Why a price changed: the terms in which the steps of the two explanations differ. Every step has terms (a rate, a
 * price) beside the results computed from them; the table lists which parameters are terms.
 */
import type { Component } from '../charges/draft.ts'
import type { Step } from '../pricing/price.ts'
import { stepTerms } from '../pricing/steps.ts'

/** A term that differs; null: absent. */
export interface CauseTerm {
  /** Kind of the component: fee, cost, commission, … */
  readonly kind: string
  readonly step: string
  readonly term: string
  readonly before: string | null
  readonly after: string | null
  /** What selected the term (merchantCategory → restaurant), or the bounds within which it applies. */
  readonly where: Readonly<Record<string, string>>
}

const terms: Readonly<Record<string, readonly string[]>> = {
  ...stepTerms,
  channel_cost: ['share'],
  reward_from_campaign: ['share'],
}
const NONE: readonly string[] = []
const NO_STEPS: readonly Step[] = []

/** All names of terms in the table. */
export const termNames: readonly string[] = [...new Set(Object.values(terms).flat())]

type Explained = Pick<Component, 'kind' | 'why'>

/** Returns a key that is equal for equal changes of terms; empty where no step shows the change. */
function causeKey(before: readonly Explained[], after: readonly Explained[]): string {
  let key = ''
  walk(before, after, (kind, step, { term, before: from, after: to }) => {
    const change = `\t${kind}\t${term}\t${from}\t${to}`
    // A selected rate appears again in the step that applies it.
    if (!key.includes(change))
      key += `\n${change}\t${step.code}\t${step.params.by}\t${step.params.value ?? startOf(step)}`
  })
  return key
}

/** Returns the lower bound from which a term applies. */
function startOf({ code, params }: Step): string | undefined {
  return params.from !== undefined && terms[code]!.includes('from') ? params.from : undefined
}

/** A node for one more differing term. */
interface Branch<Value> {
  readonly branches: Map<string | null | undefined, Branch<Value>>
  value: Value | undefined
}

/** Maximum number of cached branches; the cache is rebuilt beyond it. */
const MAX_BRANCHES = 20_000

/**
 * A cache of values by cause, looked up term by term. Most differences equal an earlier one, and building and hashing
 * {@link causeKey} for each took longer than pricing it.
 */
export class Causes<Value> {
  readonly #make: (key: string, before: readonly Explained[], after: readonly Explained[]) => Value
  #root: Branch<Value> = { branches: new Map(), value: undefined }
  #at = this.#root
  #count = 0

  /** `make` is called for a new difference, and again for the same key once the cache was rebuilt. */
  constructor(make: (key: string, before: readonly Explained[], after: readonly Explained[]) => Value) {
    this.#make = make
  }

  of(before: readonly Explained[], after: readonly Explained[]): Value {
    if (this.#count > MAX_BRANCHES) {
      this.#root = { branches: new Map(), value: undefined }
      this.#count = 0
    }
    this.#at = this.#root
    walk(before, after, this.#follow)
    this.#at.value ??= this.#make(causeKey(before, after), before, after)
    return this.#at.value
  }

  readonly #follow: Visit = (kind, step, { term, before, after }) => {
    this.#branch(kind)
    this.#branch(step.code)
    this.#branch(term)
    this.#branch(before)
    this.#branch(after)
    this.#branch(step.params.by)
    this.#branch(step.params.value ?? startOf(step))
  }

  #branch(by: string | null | undefined): void {
    const { branches } = this.#at
    let branch = branches.get(by)
    if (!branch) {
      branch = { branches: new Map(), value: undefined }
      branches.set(by, branch)
      this.#count += 1
    }
    this.#at = branch
  }
}

/** Returns the differing terms of a cause in full. */
export function causeTerms(before: readonly Explained[], after: readonly Explained[]): CauseTerm[] {
  const found: CauseTerm[] = []
  walk(before, after, (kind, step, { term, before: from, after: to }) => {
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

type Visit = (kind: string, step: Step, change: Pick<CauseTerm, 'term' | 'before' | 'after'>) => void

function walk(before: readonly Explained[], after: readonly Explained[], visit: Visit): void {
  const count = Math.max(before.length, after.length)
  for (let n = 0; n < count; n += 1) {
    const a = n < before.length ? before[n] : undefined
    const b = n < after.length ? after[n] : undefined
    if (a && b && a.kind === b.kind) walkSteps(a.kind, a.why, b.why, visit)
    else {
      if (a) walkSteps(a.kind, a.why, NO_STEPS, visit)
      if (b) walkSteps(b.kind, NO_STEPS, b.why, visit)
    }
  }
}

function walkSteps(kind: string, before: readonly Step[], after: readonly Step[], visit: Visit): void {
  let i = nextOf(before, 0)
  let j = nextOf(after, 0)
  while (i < before.length || j < after.length) {
    const a = i < before.length ? before[i]! : undefined
    const b = j < after.length ? after[j]! : undefined
    if (a && b && a.code === b.code) {
      for (const term of terms[a.code]!) {
        if (a.params[term] !== b.params[term]) visit(kind, b, { term, before: a.params[term]!, after: b.params[term]! })
      }
      i = nextOf(before, i + 1)
      j = nextOf(after, j + 1)
    } else if (a && (!b || !after.slice(j).some(({ code }) => code === a.code))) {
      for (const term of terms[a.code]!) visit(kind, a, { term, before: a.params[term]!, after: null })
      i = nextOf(before, i + 1)
    } else if (b) {
      for (const term of terms[b.code]!) visit(kind, b, { term, before: null, after: b.params[term]! })
      j = nextOf(after, j + 1)
    }
  }
}

/** Returns the index of the first step from `n` on that has terms. */
function nextOf(steps: readonly Step[], n: number): number {
  let next = n
  while (next < steps.length && (terms[steps[next]!.code] ?? NONE).length === 0) next += 1
  return next
}
