import type { FastifyServerOptions } from 'fastify'

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
