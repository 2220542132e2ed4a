/** Sends a request again where that can do no harm and may well succeed. */
import { RecoupError } from './errors.ts'

export interface RetryOptions {
  /** How often to try again after the first time. Default: 3. */
  readonly retries?: number
  /** Milliseconds before the first retry, doubled for each further one and spread by chance. Default: 250. */
  readonly firstDelayMs?: number
  /** The longest wait; a server that asks for a longer one gets no retry. Default: 20,000. */
  readonly longestDelayMs?: number
}

type Fetch = (request: Request) => Promise<Response>

/** Answers that say: later. */
const LATER = new Set([429, 503])

/**
 * Wraps a fetch. Reads, PUTs and DELETEs, and POSTs with an `Idempotency-Key`, are sent again after a failed connection,
 * a 429 or a 503: always the same bytes with the same key. Any other POST is sent again only after a 429, which is said
 * before anything is done.
 * @throws RecoupError `connection_failed` when no answer came at last; the reason of the signal when it was aborted.
 */
export function retrying(send: Fetch, options: RetryOptions = {}): Fetch {
  const { retries = 3, firstDelayMs = 250, longestDelayMs = 20_000 } = options
  return async (request) => {
    const repeatable = request.method !== 'POST' || request.headers.has('idempotency-key')
    for (let attempt = 0; ; attempt++) {
      const last = attempt >= retries
      const usual = Math.min(longestDelayMs, firstDelayMs * 2 ** attempt * (0.5 + Math.random() / 2))
      try {
        const response = await send(last ? request : request.clone())
        const again = LATER.has(response.status) && (repeatable || response.status === 429)
        const delay = retryAfterMs(response) ?? usual
        if (last || !again || delay > longestDelayMs) return response
        await response.body?.cancel()
        await pause(delay, request.signal)
      } catch (error) {
        if (request.signal.aborted) throw request.signal.reason
        if (last || !repeatable) throw connectionFailed(request, error)
        await pause(usual, request.signal)
      }
    }
  }
}

/** Milliseconds that a `Retry-After` header asks for: seconds or an HTTP date. */
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
  const detail = `${method} ${url} got no answer. Whether it was carried out is not known.`
  return new RecoupError(0, { code: 'connection_failed', title: 'No connection', detail }, cause)
}
