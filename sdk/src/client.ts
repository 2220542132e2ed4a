import createClient, { type Client, type FetchResponse, type MaybeOptionalInit } from 'openapi-fetch'
import { RecoupError } from './errors.ts'
import { KEYED_POSTS } from './operations.ts'
import { type RetryOptions, retrying } from './retry.ts'
import type { paths } from './schema.ts'

/** How requests say who asks. */
export type Credentials =
  /** An API key, from your own server. Never ship one to browsers. */
  | { readonly key: string }
  /** The cookie of a person who signed in, for pages of the same origin. */
  | { readonly session: true }

export interface RecoupOptions {
  /** Where the server is, as `https://recoup.example`. In a browser, default: where the page came from. */
  readonly baseUrl?: string
  /** Absent: nobody; only what needs no key can be asked. A function is asked before each request. */
  readonly credentials?: Credentials | (() => Credentials | undefined)
  /** Language of explanations and problems; a function is asked before each request. Default: the server's. */
  readonly language?: string | (() => string)
  readonly retry?: RetryOptions
  /** Default: the global one. */
  readonly fetch?: (request: Request) => Promise<Response>
}

type Method = 'get' | 'post' | 'put' | 'delete' | 'patch'

/** Paths that have the method. */
export type PathsOf<M extends Method> = {
  [Path in keyof paths]: paths[Path] extends { readonly [K in M]: object } ? Path : never
}[keyof paths]

/** What a request to the path is given: `params` (`path`, `query`, `header`) and `body`. */
export type Init<Path extends keyof paths, M extends Method> = MaybeOptionalInit<paths[Path], M & keyof paths[Path]>

type Arguments<I> = undefined extends I ? [init?: I] : [init: I]

/** What the path answers. */
export type Answer<Path extends keyof paths, M extends Method = 'get', I = unknown> = NonNullable<
  FetchResponse<paths[Path][M & keyof paths[Path]] & Record<string, unknown>, I, `${string}/${string}`>['data']
>

/** Paths of lists that are read page by page. */
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
 * Methods answer the body of the success and throw {@link RecoupError} for everything else.
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
        const who = typeof credentials === 'function' ? credentials() : credentials
        const spoken = typeof language === 'function' ? language() : language
        if (spoken) request.headers.set('accept-language', spoken)
        if (who && 'key' in who) request.headers.set('authorization', `Bearer ${who.key}`)
        const takesKey = request.method === 'POST' && KEYED_POSTS.has(schemaPath)
        if (takesKey && !request.headers.has('idempotency-key')) {
          request.headers.set('idempotency-key', globalThis.crypto.randomUUID())
        }
        const bySession = who !== undefined && 'session' in who
        // What another site cannot make a browser send along (src/http/access.ts of the server).
        if (bySession) request.headers.set('x-recoup-csrf', '1')
        // A page's own cookies go to its own origin, and nowhere else.
        const cookies = bySession ? 'same-origin' : 'omit'
        return new Request(request, { credentials: cookies })
      },
    })
  }

  /** @throws RecoupError */
  get<Path extends PathsOf<'get'>, I extends Init<Path, 'get'>>(path: Path, ...init: Arguments<I>) {
    return this.#ask<Answer<Path, 'get', I>>('get', path, init)
  }

  /**
   * Where the path takes an `Idempotency-Key` and none is given in `params.header`, one is made for this call, and is the
   * same in all its retries. Give your own to be safe across restarts of your program.
   * @throws RecoupError
   */
  post<Path extends PathsOf<'post'>, I extends Init<Path, 'post'>>(path: Path, ...init: Arguments<I>) {
    return this.#ask<Answer<Path, 'post', I>>('post', path, init)
  }

  /** @throws RecoupError */
  put<Path extends PathsOf<'put'>, I extends Init<Path, 'put'>>(path: Path, ...init: Arguments<I>) {
    return this.#ask<Answer<Path, 'put', I>>('put', path, init)
  }

  /** @throws RecoupError */
  delete<Path extends PathsOf<'delete'>, I extends Init<Path, 'delete'>>(path: Path, ...init: Arguments<I>) {
    return this.#ask<Answer<Path, 'delete', I>>('delete', path, init)
  }

  /** @throws RecoupError */
  patch<Path extends PathsOf<'patch'>, I extends Init<Path, 'patch'>>(path: Path, ...init: Arguments<I>) {
    return this.#ask<Answer<Path, 'patch', I>>('patch', path, init)
  }

  /**
   * Every element of a list, page after page, read as they are needed.
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
      const asked = { ...given, params: { ...given.params, query } }
      const page = await this.#ask<{ data: ItemOf<Path>[]; nextCursor: string | null }>('get', path, [asked])
      yield* page.data
      cursor = page.nextCursor
    } while (cursor)
  }

  async #ask<Data>(method: Method, path: string, [init]: readonly unknown[]): Promise<Data> {
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

/** A file goes as it is, under the type that it says it has. */
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
    detail: 'The answer is not one of a Recoup server: is the address right, and nothing in between?',
  }
}
