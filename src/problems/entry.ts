import type { Language } from '../language.ts'

/** One kind of problem. Statuses follow RFC 9110 (410: it existed, 409: it conflicts with the current state, 422: understood and refused). */
export interface Entry {
  readonly status: number
  readonly title: Readonly<Record<Language, string>>
  readonly detail: Readonly<Record<Language, string>>
}

/** An entry whose detail has these placeholders. */
export interface EntryWith<Name extends string> extends Entry {
  /** Exists in the type only. */
  readonly placeholders?: Name
}

type Placeholder<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholder<Rest>
  : never

/** `{name}` in a detail is filled from the problem's parameters, which the type of {@link Problem} requires. */
export const entry = <const En extends string, const Zh extends string>(
  status: number,
  title: [en: string, zh: string],
  detail: [en: En, zh: Zh],
): EntryWith<Placeholder<En> | Placeholder<Zh>> => ({
  status,
  title: { en: title[0], zh: title[1] },
  detail: { en: detail[0], zh: detail[1] },
})
