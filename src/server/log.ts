import type { FastifyBaseLogger, FastifyServerOptions } from 'fastify'
import type { FailedCall } from '../outgoing/outgoing.ts'
import { RepeatedLines } from './repeated-lines.ts'

export interface LogSettings {
  readonly level: 'debug' | 'info' | 'warn' | 'error'
  /** Whether each request is logged, at the level info. Default: false. */
  readonly requests?: boolean
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

/** Logs failed outgoing calls, with the number of those left out in between. */
export function failedCallLog(log: FastifyBaseLogger): (failure: FailedCall) => void {
  const lines = new RepeatedLines()
  return (failure) => {
    const hidden = lines.admit(`${failure.tenant} ${failure.origin} ${failure.reason}`)
    if (hidden === undefined) return
    log.info({ ...failure, ...(hidden ? { hidden } : {}) }, 'outgoing call failed')
  }
}
