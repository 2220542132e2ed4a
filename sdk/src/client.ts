import createClient, { type Client, type FetchResponse, type MaybeOptionalInit } from 'openapi-fetch'
import { RecoupError } from './errors.ts'
import { KEYED_POSTS } from './operations.ts'
import { type RetryOptions, retrying } from './retry.ts'
import type { paths } from './schema.ts'

/** How requests authenticate. */
export type Credentials =
  /** An API key, for use on your own server. Never send one to a browser. */
  | { readonly key: string }
  /** The session cookie of a signed-in user, for pages of the same origin. */
  | { readonly session: true }

export interface RecoupOptions {
  /** The URL of the server, such as `https://recoup.example`. Default in a browser: the origin of the page. */
  readonly baseUrl?: string
  /** Absent: only operations without authentication work. A function is called before each request. */
  readonly credentials?: Credentials | (() => Credentials | undefined)
  /** The language of explanations and problems. A function is called before each request. Default: that of the server. */
  readonly language?: string | (() => string)
  readonly retry?: RetryOptions
  /** Default: the global `fetch`. */
  readonly fetch?: (request: Request) => Promise<Response>
}

type Method = 'get' | 'post' | 'put' | 'delete' | 'patch'

/** The paths that have the method. */
export type PathsOf<M extends Method> = {
  [Path in keyof paths]: paths[Path] extends { readonly [K in M]: object } ? Path : never
}[keyof paths]

/** The options of a request to the path: `params` (`path`, `query`, `header`) and `body`. */
export type Init<Path extends keyof paths, M extends Method> = MaybeOptionalInit<paths[Path], M & keyof paths[Path]>

type Arguments<I> = undefined extends I ? [init?: I] : [init: I]

/** JSON where an operation has it: a table is only sent to those that ask for CSV. */
type MediaOf<Operation> = Operation extends { responses: { 200: { content: { 'application/json': unknown } } } }
  ? 'application/json'
  : `${string}/${string}`

/** The response body of the path. */
export type Answer<Path extends keyof paths, M extends Method = 'get', I = unknown> = NonNullable<
  FetchResponse<
    paths[Path][M & keyof paths[Path]] & Record<string, unknown>,
    I,
    MediaOf<paths[Path][M & keyof paths[Path]]>
  >['data']
>

/** The paths of paginated lists. */
export type PagedPath = {
  [Path in PathsOf<'get'>]: Answer<Path> extends { data: readonly unknown[]; nextCursor: string | null } ? Path : never
}[PathsOf<'get'>]

export type ItemOf<Path extends PagedPath> = Answer<Path> extends { data: readonly (infer Item)[] } ? Item : never

/**
 * A client of one Recoup server.
 *
 * ```ts
 * const recoup = new Recoup({ baseUrl: 'http://127.0.0.1:4870', credentials: { key } })
 * const charge = await recoup.get('/v1/charges/{charge}', { params: { path: { charge: id } } })
 * ```
 *
 * Methods return the body of a success and throw {@link RecoupError} otherwise.
 */
export class Recoup {
  readonly #client: Client<paths>

  constructor({ baseUrl, credentials, language, retry, fetch }: RecoupOptions = {}) {
    const send = fetch ?? ((request: Request) => globalThis.fetch(request))
    this.#client = createClient<paths>({
      baseUrl: baseUrl ?? (globalThis as { location?: { origin: string } }).location?.origin ?? '',
      fetch: retrying(send, retry),
    })
    this.#client.use({
      onRequest({ request, schemaPath }) {
        const current = typeof credentials === 'function' ? credentials() : credentials
        const currentLanguage = typeof language === 'function' ? language() : language
        if (currentLanguage) request.headers.set('accept-language', currentLanguage)
        if (current && 'key' in current) request.headers.set('authorization', `Bearer ${current.key}`)
        const needsKey = request.method === 'POST' && KEYED_POSTS.has(schemaPath)
        if (needsKey && !request.headers.has('idempotency-key')) {
          request.headers.set('idempotency-key', globalThis.crypto.randomUUID())
        }
        const bySession = current !== undefined && 'session' in current
        // A header that another site cannot make a browser send (src/http/access.ts of the server).
        if (bySession) request.headers.set('x-recoup-csrf', '1')
        // Cookies are sent to the page's own origin only.
        const cookies = bySession ? 'same-origin' : 'omit'
        return new Request(request, { credentials: cookies })
      },
    })
  }

  /** @throws RecoupError */
  get<Path extends PathsOf<'get'>, I extends Init<Path, 'get'>>(path: Path, ...init: Arguments<I>) {
    return this.#send<Answer<Path, 'get', I>>('get', path, init)
  }

  /**
   * If the path takes an `Idempotency-Key` and `params.header` has none, the client generates one for this call and all its retries.
   * Pass your own key to be safe across restarts of your program.
   * @throws RecoupError
   */
  post<Path extends PathsOf<'post'>, I extends Init<Path, 'post'>>(path: Path, ...init: Arguments<I>) {
    return this.#send<Answer<Path, 'post', I>>('post', path, init)
  }

  /** @throws RecoupError */
  put<Path extends PathsOf<'put'>, I extends Init<Path, 'put'>>(path: Path, ...init: Arguments<I>) {
    return this.#send<Answer<Path, 'put', I>>('put', path, init)
  }

  /** @throws RecoupError */
  delete<Path extends PathsOf<'delete'>, I extends Init<Path, 'delete'>>(path: Path, ...init: Arguments<I>) {
    return this.#send<Answer<Path, 'delete', I>>('delete', path, init)
  }

  /** @throws RecoupError */
  patch<Path extends PathsOf<'patch'>, I extends Init<Path, 'patch'>>(path: Path, ...init: Arguments<I>) {
    return this.#send<Answer<Path, 'patch', I>>('patch', path, init)
  }

  /**
   * Iterates over all elements of a list, reading page after page on demand.
   *
   * ```ts
   * for await (const charge of recoup.each('/v1/charges', { params: { query: { line: 'payments' } } })) …
   * ```
   * @throws RecoupError
   */
  async *each<Path extends PagedPath, I extends Init<Path, 'get'>>(
    path: Path,
    ...[init]: Arguments<I>
  ): AsyncGenerator<ItemOf<Path>, void, undefined> {
    const given = (init ?? {}) as { params?: { query?: Record<string, unknown> } }
    let cursor: string | null | undefined
    do {
      const query = { ...given.params?.query, ...(cursor ? { cursor } : {}) }
      const pageInit = { ...given, params: { ...given.params, query } }
      const page = await this.#send<{ data: ItemOf<Path>[]; nextCursor: string | null }>('get', path, [pageInit])
      yield* page.data
      cursor = page.nextCursor
    } while (cursor)
  }

  async #send<Data>(method: Method, path: string, [init]: readonly unknown[]): Promise<Data> {
    const request = this.#client.request as unknown as (
      method: Method,
      path: string,
      init: unknown,
    ) => Promise<{ data?: unknown; error?: unknown; response: Response }>
    const { data, error, response } = await request(method, path, withFile(init ?? {}))
    if (response.ok && error === undefined) return data as Data
    throw new RecoupError(response.status, asProblem(error, response))
  }
}

/** Sends a file unchanged, with its own content type. */
function withFile(init: { readonly body?: unknown; readonly headers?: object }): object {
  const { body, headers } = init
  if (!(body instanceof Blob)) return init
  const type = body.type || 'application/octet-stream'
  return { ...init, headers: { 'content-type': type, ...headers }, bodySerializer: (file: Blob) => file }
}

function asProblem(error: unknown, response: Response): Readonly<Record<string, unknown>> {
  if (typeof error === 'object' && error !== null && 'code' in error) return error as Record<string, unknown>
  return {
    code: 'answer_unreadable',
    title: `HTTP ${response.status}`,
    detail: 'The response is not from a Recoup server. Check the address and any proxy in between.',
  }
}
