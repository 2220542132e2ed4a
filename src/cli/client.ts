/**
 * The HTTP client of the commands, with clear messages when there is no server or it refuses. Creating requests carry
 * an idempotency key, so they can be retried after a broken connection.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { Problem } from '../problem.ts'
import { connectableHost } from '../server/address.ts'
import { readKey, readNote } from '../server/data-folder.ts'
import type { Settings } from '../server/settings.ts'
import { UsageError } from './exit-code.ts'

/** The problem document of the API (RFC 9457). */
export interface ProblemDocument {
  readonly code: string
  readonly status: number
  readonly title: string
  readonly detail: string
  readonly errors?: readonly { readonly pointer: string; readonly message: string }[]
  readonly requestId?: string
  readonly [more: string]: unknown
}

/** The server refused the request. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly problem: ProblemDocument

  constructor(problem: ProblemDocument) {
    super(problem.detail)
    this.problem = problem
  }
}

/** An act that waits for other people, as far as the commands show it. */
export interface Approval {
  readonly id: string
  readonly act: string
  readonly status: string
  readonly maker: string
  readonly subject: string | null
  readonly amount: { readonly amount: string; readonly currency: string } | null
  readonly approvals: number
  readonly approvedBy: readonly string[]
  readonly createdAt: string
  readonly result: string | null
  readonly problem: string | null
}

/** The server accepted the request, but it needs the approval of other people first. */
export class Submitted extends Error {
  override readonly name = 'Submitted'
  readonly approval: Approval

  constructor(approval: Approval) {
    super(`${approval.id} waits for approval`)
    this.approval = approval
  }
}

export interface Request {
  readonly method?: 'GET' | 'POST' | 'PUT'
  readonly query?: Readonly<Record<string, string | number | undefined>>
  readonly body?: unknown
  readonly idempotencyKey?: string
}

export interface Answer<Body> {
  readonly body: Body
  /** Whether an earlier request with the same key was replayed. */
  readonly replayed: boolean
}

export interface Page<Item> {
  readonly data: readonly Item[]
  readonly nextCursor: string | null
}

export interface ClientOptions {
  readonly url: string
  readonly key: string
  /** Language of problems and explanations. */
  readonly language?: string
}

const ATTEMPTS = 5
const LONGEST_WAIT_S = 10
const PAGE = 200

export class Client {
  readonly url: string
  readonly #headers: Readonly<Record<string, string>>

  constructor({ url, key, language = 'en' }: ClientOptions) {
    this.url = url
    this.#headers = { authorization: `Bearer ${key}`, 'accept-language': language }
  }

  /** Sends a request. @throws {@link Refused}, {@link Submitted}; Problem `server_unreachable`, `server_strange`. */
  async ask<Body>(path: string, request: Request = {}): Promise<Answer<Body>> {
    const response = await this.#send(path, request)
    const body = (await readJson(response, this.url)) as Body
    if (response.status === 202 && isApproval(body)) throw new Submitted(body)
    return { body, replayed: response.headers.get('idempotent-replayed') === 'true' }
  }

  async get<Body>(path: string, query: Request['query'] = {}): Promise<Body> {
    return (await this.ask<Body>(path, { query })).body
  }

  /** Yields all items of a list, page by page. */
  async *list<Item>(path: string, query: Request['query'] = {}): AsyncGenerator<Item, void, undefined> {
    for (let cursor: string | undefined; ; ) {
      const page = await this.get<Page<Item>>(path, { limit: PAGE, ...query, cursor })
      yield* page.data
      if (page.nextCursor === null) return
      cursor = page.nextCursor
    }
  }

  /** Streams the response body. */
  async *stream(
    path: string,
    query: Request['query'] = {},
    request: Pick<Request, 'method' | 'body'> = {},
  ): AsyncGenerator<Uint8Array, void, undefined> {
    const response = await this.#send(path, { query, ...request })
    try {
      yield* response.body as unknown as AsyncIterable<Uint8Array>
    } catch (error) {
      throw unreachable(this.url, error)
    }
  }

  async #send(path: string, request: Request): Promise<Response> {
    for (let attempt = 1; ; attempt += 1) {
      const response = await this.#once(path, request)
      if (response.ok) return response
      const again = (response.status === 429 || response.status === 503) && attempt < ATTEMPTS
      if (!again) throw new Refused(await readProblem(response, this.url))
      await response.body?.cancel()
      await sleep(1000 * Math.min(LONGEST_WAIT_S, Number(response.headers.get('retry-after')) || attempt))
    }
  }

  /**
   * Sends a request once; a second time where a keep-alive connection turned out to be closed, which is not an outage.
   */
  async #once(path: string, { method = 'GET', query = {}, body, idempotencyKey }: Request): Promise<Response> {
    if (idempotencyKey !== undefined && !/^[\x21-\x7e]{1,200}$/.test(idempotencyKey)) {
      throw new UsageError('an idempotency key is 1–200 visible ASCII characters')
    }
    const url = new URL(this.url + path)
    for (const [name, value] of Object.entries(query))
      if (value !== undefined) url.searchParams.set(name, String(value))
    const options: RequestInit = {
      method,
      redirect: 'error',
      headers: {
        ...this.#headers,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }
    try {
      return await fetch(url, options)
    } catch (error) {
      if (reasonOf(error) === 'ECONNREFUSED') throw unreachable(this.url, error)
      await sleep(200)
      return fetch(url, options).catch((second) => {
        throw unreachable(this.url, second)
      })
    }
  }
}

/** Opens the client configured by the settings and the data folder. @throws Problem `key_not_found`. */
export async function openClient(settings: Settings, language?: string): Promise<Client> {
  const note = await readNote(settings.dataFolder)
  const url = settings.url ?? note?.url ?? `http://${connectableHost(settings.host)}:${settings.port}`
  const file = note?.keyFile ?? `${settings.dataFolder}/key`
  const key = settings.key ?? (await readKey(file))
  if (key === undefined) {
    await assertAlive(url)
    throw new Problem('key_not_found', { file })
  }
  return new Client({ url, key, ...(language === undefined ? {} : { language }) })
}

/** Checks that a server is running, to report that first if it isn't. */
async function assertAlive(url: string): Promise<void> {
  await fetch(`${url}/health`).catch((error) => {
    throw unreachable(url, error)
  })
}

function unreachable(url: string, error: unknown): Problem {
  return new Problem('server_unreachable', { url, reason: reasonOf(error) })
}

function reasonOf(error: unknown): string {
  const { cause = error } = error as { cause?: unknown }
  const first = cause instanceof AggregateError ? cause.errors[0] : cause
  const { code, message } = first as NodeJS.ErrnoException
  return code ?? message
}

function isApproval(body: unknown): body is Approval {
  return typeof body === 'object' && body !== null && 'act' in body && 'approvedBy' in body
}

async function readJson(response: Response, url: string): Promise<unknown> {
  const text = await response.text().catch((error) => {
    throw unreachable(url, error)
  })
  try {
    return JSON.parse(text)
  } catch {
    throw new Problem('server_strange', { url, status: response.status })
  }
}

async function readProblem(response: Response, url: string): Promise<ProblemDocument> {
  const found = (await readJson(response, url)) as Partial<ProblemDocument> | null
  if (typeof found?.code !== 'string') throw new Problem('server_strange', { url, status: response.status })
  return found as ProblemDocument
}
