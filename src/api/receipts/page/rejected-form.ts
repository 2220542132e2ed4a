/** A form that could not be taken: shown again as it was typed, with the mistake beside its field. */
import { type Html, html, type Piece } from './html.ts'

/** The forms that are typed into, by what their address ends with. */
export type FormName = 'requests' | 'evidence' | 'appeal'

export interface RejectedForm {
  readonly form: FormName
  readonly fields: Readonly<Record<string, string>>
  /** Name of the field that is wrong; null: none of them alone. */
  readonly wrong: string | null
  readonly message: string
}

/** @param request that the form is about, where a page has one for each. */
export function rejectedIn(rejected: RejectedForm | null, form: FormName, request?: string): RejectedForm | null {
  return rejected?.form === form && (request === undefined || rejected.fields.request === request) ? rejected : null
}

/** Attributes of a field of one line, with what was typed into it. */
export function typedInto(name: string, rejected: RejectedForm | null, id = name, hint: string | null = null): Html {
  return html` value="${rejected?.fields[name] ?? ''}"${about(name, rejected, id, hint)}`
}

/** Attributes of a field: what describes it, and whether it is wrong. Then it is gone to at once: the form is far down the page. */
export function about(name: string, rejected: RejectedForm | null, id = name, hint: string | null = null): Html {
  const wrong = rejected?.wrong === name
  const described = [...(hint === null ? [] : [hint]), ...(wrong ? [`${id}-wrong`] : [])].join(' ')
  return html`${wrong && html` aria-invalid="true"`}${described !== '' && html` aria-describedby="${described}"`}${wrong && html` autofocus`}`
}

export function mistakeIn(name: string, rejected: RejectedForm | null, id = name): Piece {
  return rejected?.wrong === name && html`<p class="wrong" id="${id}-wrong">${rejected.message}</p>`
}
