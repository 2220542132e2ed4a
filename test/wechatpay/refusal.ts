/** The fake's refusals: `{ code, message }` with a status, as WeChat Pay does. */
export class Refusal extends Error {
  readonly status: number
  readonly code: string

  constructor(status: number, code: string, message: string) {
    super(message)
    this.name = 'Refusal'
    this.status = status
    this.code = code
  }
}

export const parameterError = (message: string) => new Refusal(400, 'PARAM_ERROR', message)
export const invalidRequest = (message: string) => new Refusal(400, 'INVALID_REQUEST', message)
export const notEnough = (message: string) => new Refusal(403, 'NOT_ENOUGH', message)
export const notExists = (message: string) => new Refusal(404, 'RESOURCE_NOT_EXISTS', message)
export const tooFrequent = (message: string) => new Refusal(429, 'FREQUENCY_LIMITED', message)

/** A raw body. */
export type Fields = Readonly<Record<string, unknown>>

export function text(fields: Fields, name: string, pattern: RegExp): string {
  const value = fields[name]
  if (typeof value !== 'string' || !pattern.test(value)) throw parameterError(`参数错误: ${name}`)
  return value
}

export function optionalText(fields: Fields, name: string, pattern: RegExp): string | null {
  return fields[name] === undefined ? null : text(fields, name, pattern)
}

/** A positive number of fen. */
export function fen(fields: Fields, name: string): number {
  const value = fields[name]
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 1) throw parameterError(`参数错误: ${name}`)
  return value
}

export function object(fields: Fields, name: string): Fields {
  const value = fields[name]
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw parameterError(`参数错误: ${name}`)
  return value as Fields
}
