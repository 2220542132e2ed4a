/** An incoming request, and path patterns for routing. */

export interface Incoming {
  readonly method: string
  /** Path and query exactly as sent. */
  readonly target: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Buffer
  /** The body, where it is JSON. */
  readonly json: unknown
}

export type Match = RegExpExecArray | null

/**
 * Compiles a pattern such as `/v1/orders/:number`: each parameter is a named group of characters that need no escaping
 * except `
 * ` and `@`.
 */
export function pathOf(pattern: string): RegExp {
  return new RegExp(`^${pattern.replaceAll(/:(\w+)/g, '(?<$1>[0-9A-Za-z_|*@-]{1,64})')}$`)
}
