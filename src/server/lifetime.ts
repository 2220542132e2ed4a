/** When a server must stop: on a signal (SIGTERM, SIGINT, SIGHUP), or when the process that started it is gone. */

export interface Lifetime {
  /** Resolves once with the reason. */
  readonly over: Promise<string>
  /** Aborted on a second signal: running work is cut short. */
  readonly hurry: AbortSignal
  /** Requests the stop from within. */
  end(why: string): void
}

const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const
/** One Ctrl-C may arrive twice: from the terminal, and from npm, which forwards it. */
const SAME_REQUEST_MS = 500
const PARENT_EVERY_MS = 500

export function watchLifetime(environment: NodeJS.ProcessEnv = process.env): Lifetime {
  const { promise: over, resolve } = Promise.withResolvers<string>()
  const hurry = new AbortController()
  let first: number | undefined
  const end = (why: string) => {
    const now = performance.now()
    if (first === undefined) {
      first = now
      resolve(why)
    } else if (now - first > SAME_REQUEST_MS) hurry.abort()
  }
  for (const signal of SIGNALS) process.on(signal, () => end(signal))
  if (isFollower(environment)) watchParent(() => end('what started it is gone'))
  return { over, hurry: hurry.signal, end }
}

/**
 * Returns whether the process runs under npm or under the Node that was too old: these can be killed without notice,
 * and nothing else would stop this process then.
 */
function isFollower({ npm_lifecycle_event, RECOUP_FOLLOW_PARENT }: NodeJS.ProcessEnv): boolean {
  return npm_lifecycle_event !== undefined || RECOUP_FOLLOW_PARENT !== undefined
}

function watchParent(gone: () => void): void {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    gone()
  }, PARENT_EVERY_MS)
  timer.unref()
}
