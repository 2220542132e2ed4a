import type { FastifyServerOptions } from 'fastify'

export interface LogSettings {
  readonly level: 'debug' | 'info' | 'warn' | 'error'
  /** Where lines go; default: standard output. */
  readonly stream?: { write(line: string): void }
}

/** Lines of JSON. What carries a key is blotted out wherever it turns up in them. */
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
