/** A request as it came, and how paths are told apart. */

export interface Incoming {
  readonly method: string
  /** Path and query, as they were sent. */
  readonly target: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Buffer
  /** The body, where it is JSON. */
  readonly json: unknown
}

export type Match = RegExpExecArray | null

/** `/v1/orders/:number`: what stands for `:number` is a group of that name, in characters that need no escape but `|` and `@`. */
export function pathOf(pattern: string): RegExp {
  return new RegExp(`^${pattern.replaceAll(/:(\w+)/g, '(?<$1>[0-9A-Za-z_|*@-]{1,64})')}$`)
}
