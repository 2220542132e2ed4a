/** A refused form: shown again with the typed input and the error next to its field. */
import { type Html, html, type Piece } from './html.ts'

/** The forms with text input, by the last segment of their path. */
export type FormName = 'requests' | 'evidence' | 'appeal'

export interface RejectedForm {
  readonly form: FormName
  readonly fields: Readonly<Record<string, string>>
  /** Name of the invalid field; null if the error concerns no single field. */
  readonly wrong: string | null
  readonly message: string
}

/** @param request that the form belongs to, if the page has one form per request */
export function rejectedIn(rejected: RejectedForm | null, form: FormName, request?: string): RejectedForm | null {
  return rejected?.form === form && (request === undefined || rejected.fields.request === request) ? rejected : null
}

/** Attributes of a single-line field, with its typed input. */
export function typedInto(name: string, rejected: RejectedForm | null, id = name, hint: string | null = null): Html {
  return html` value="${rejected?.fields[name] ?? ''}"${about(name, rejected, id, hint)}`
}

/**
 * Attributes of a field: its description, and whether it is invalid. An invalid field gets the focus, because the form
 * is far down the page.
 */
export function about(name: string, rejected: RejectedForm | null, id = name, hint: string | null = null): Html {
  const wrong = rejected?.wrong === name
  const described = [...(hint === null ? [] : [hint]), ...(wrong ? [`${id}-wrong`] : [])].join(' ')
  return html`${wrong && html` aria-invalid="true"`}${described !== '' && html` aria-describedby="${described}"`}${wrong && html` autofocus`}`
}

export function mistakeIn(name: string, rejected: RejectedForm | null, id = name): Piece {
  return rejected?.wrong === name && html`<p class="wrong" id="${id}-wrong">${rejected.message}</p>`
}
