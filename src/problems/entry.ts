import type { Language } from '../language.ts'

/** One kind of problem. Statuses follow RFC 9110 (410: it existed, 409: it conflicts with the current state, 422: understood and refused). */
export interface Entry {
  readonly status: number
  readonly title: Readonly<Record<Language, string>>
  readonly detail: Readonly<Record<Language, string>>
}

/** `{name}` in a detail is filled from the problem's parameters. */
export const entry = (status: number, title: [en: string, zh: string], detail: [en: string, zh: string]): Entry => ({
  status,
  title: { en: title[0], zh: title[1] },
  detail: { en: detail[0], zh: detail[1] },
})
