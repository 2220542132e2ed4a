/** Retries requests where this is safe and likely to succeed. */
import { RecoupError } from './errors.ts'

export interface RetryOptions {
  /** The number of retries after the first attempt. Default: 3. */
  readonly retries?: number
  /** Milliseconds before the first retry, doubled for each further one, with jitter. Default: 250. */
  readonly firstDelayMs?: number
  /** The longest delay in milliseconds. If the server asks for a longer one, there is no retry. Default: 20,000. */
  readonly longestDelayMs?: number
}

type Fetch = (request: Request) => Promise<Response>

/** Statuses that allow a retry. */
const RETRYABLE = new Set([429, 503])

/**
 * Wraps a fetch. Reads, PUTs, DELETEs and POSTs with an `Idempotency-Key` are retried after a failed connection, a 429 or a 503,
 * always with the same bytes and the same key. Any other POST is retried only after a 429, which the server sends before it does
 * anything.
 * @throws RecoupError `connection_failed` if the last attempt got no response; the signal's reason if it was aborted.
 */
export function retrying(send: Fetch, options: RetryOptions = {}): Fetch {
  const { retries = 3, firstDelayMs = 250, longestDelayMs = 20_000 } = options
  return async (request) => {
    const repeatable = request.method !== 'POST' || request.headers.has('idempotency-key')
    for (let attempt = 0; ; attempt++) {
      const last = attempt >= retries
      const backoff = Math.min(longestDelayMs, firstDelayMs * 2 ** attempt * (0.5 + Math.random() / 2))
      try {
        const response = await send(last ? request : request.clone())
        const retry = RETRYABLE.has(response.status) && (repeatable || response.status === 429)
        const delay = retryAfterMs(response) ?? backoff
        if (last || !retry || delay > longestDelayMs) return response
        await response.body?.cancel()
        await pause(delay, request.signal)
      } catch (error) {
        if (request.signal.aborted) throw request.signal.reason
        if (last || !repeatable) throw connectionFailed(request, error)
        await pause(backoff, request.signal)
      }
    }
  }
}

/** The delay of a `Retry-After` header (seconds or an HTTP date) in milliseconds. */
function retryAfterMs({ headers }: Response): number | undefined {
  const value = headers.get('retry-after')
  if (value === null) return undefined
  if (/^\d+$/.test(value)) return Number(value) * 1000
  const date = Date.parse(value)
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now())
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer)
      reject(signal.reason)
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop)
      resolve()
    }, milliseconds)
    signal.addEventListener('abort', stop, { once: true })
  })
}

function connectionFailed({ url, method }: Request, cause: unknown): RecoupError {
  const detail = `${method} ${url} got no response. Whether it was executed is unknown.`
  return new RecoupError(0, { code: 'connection_failed', title: 'Connection failed', detail }, cause)
}
