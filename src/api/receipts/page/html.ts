/**
 * HTML as a template tag: every interpolated value is escaped unless it is a template itself. There is no other way to
 * put text on a page here, and attributes are always in double quotes, so that one way of escaping is safe everywhere.
 * (No value is placed inside a script, a style, a URL or an event handler.)
 */
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export class Html {
  readonly #text: string

  /** Only for {@link html} and for constant texts. */
  constructor(text: string) {
    this.#text = text
  }

  toString(): string {
    return this.#text
  }
}

/** Values that can be interpolated; `false` and null render nothing. */
export type Piece = Html | string | number | bigint | false | null | readonly Piece[]

export function html(texts: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  return new Html(texts.reduce((all, text, i) => all + write(pieces[i - 1] ?? null) + text))
}

function write(piece: Piece): string {
  if (piece === null || piece === false) return ''
  if (piece instanceof Html) return piece.toString()
  if (Array.isArray(piece)) return piece.map(write).join('')
  return String(piece).replace(/[&<>"']/g, (each) => ESCAPES[each]!)
}
