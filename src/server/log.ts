import type { FastifyBaseLogger, FastifyServerOptions } from 'fastify'
import type { FailedCall } from '../outgoing/outgoing.ts'

export interface LogSettings {
  readonly level: 'debug' | 'info' | 'warn' | 'error'
  /** Output of the lines; default: standard output. */
  readonly stream?: { write(line: string): void }
}

/** Returns the options for JSON log lines. Fields that contain keys are redacted everywhere. */
export function loggerOptions({ level, stream }: LogSettings): NonNullable<FastifyServerOptions['logger']> {
  return {
    level,
    ...(stream ? { stream } : {}),
    redact: {
      paths: ['authorization', 'key', 'secret', '*.authorization', '*.headers.authorization', '*.key', '*.secret'],
      censor: '***',
    },
  }
}

const QUIET_MS = 10_000
const REMEMBERED = 1_000

/**
 * Logs failed outgoing calls. During an outage the same call fails thousands of times, so each target and reason of a
 * tenant is logged at most once in ten seconds, with the number of failures in between.
 */
export function failedCallLog(log: FastifyBaseLogger): (failure: FailedCall) => void {
  const known = new Map<string, { readonly until: number; hidden: number }>()
  return (failure) => {
    const key = `${failure.tenant} ${failure.origin} ${failure.reason}`
    const now = performance.now()
    const before = known.get(key)
    if (before && before.until > now) {
      before.hidden += 1
      return
    }
    if (known.size >= REMEMBERED) known.clear()
    known.set(key, { until: now + QUIET_MS, hidden: 0 })
    log.info({ ...failure, ...(before?.hidden ? { hidden: before.hidden } : {}) }, 'outgoing call failed')
  }
}
