/**
 * Arrays as parameters in PostgreSQL's binary format (array_recv: dimensions, element type, then length and bytes of
 * each element). In text format every element would be quoted here and parsed character by character there
 * (docs/decisions/0003-batched-posting.md). The driver sends a Buffer as binary.
 */

import type { Micros } from '../money/amount.ts'
import type { OpaqueBigint } from './types.ts'

const OID = { bool: 16, int8: 20, int2: 21, int4: 23, text: 25, bytea: 17, timestamptz: 1184, uuid: 2950 } as const

const HEADER = 20
const NULL_LENGTH = -1
/** timestamptz counts microseconds from 2000-01-01. */
const EPOCH_MS = Date.UTC(2000, 0, 1)

/** Encodes elements of a fixed width; a null element takes no bytes. */
function fixed<T>(
  oid: number,
  width: number,
  values: readonly (T | null)[],
  write: (to: Buffer, value: T, at: number) => void,
): Buffer {
  const buffer = Buffer.allocUnsafe(HEADER + values.length * (4 + width))
  let at = header(buffer, oid, values)
  for (const value of values) {
    if (value === null) {
      at = buffer.writeInt32BE(NULL_LENGTH, at)
      continue
    }
    at = buffer.writeInt32BE(width, at)
    write(buffer, value, at)
    at += width
  }
  return at === buffer.length ? buffer : buffer.subarray(0, at)
}

function header(buffer: Buffer, oid: number, values: readonly unknown[]): number {
  buffer.writeInt32BE(values.length === 0 ? 0 : 1, 0)
  buffer.writeInt32BE(values.includes(null) ? 1 : 0, 4)
  buffer.writeInt32BE(oid, 8)
  if (values.length === 0) return 12
  buffer.writeInt32BE(values.length, 12)
  buffer.writeInt32BE(1, 16)
  return HEADER
}

export function bigints(values: readonly (Micros | OpaqueBigint | null)[]): Buffer {
  return fixed(OID.int8, 8, values as readonly (bigint | null)[], (to, value, at) => to.writeBigInt64BE(value, at))
}

export function smallints(values: readonly (number | null)[]): Buffer {
  return fixed(OID.int2, 2, values, (to, value, at) => to.writeInt16BE(value, at))
}

export function integers(values: readonly (number | null)[]): Buffer {
  return fixed(OID.int4, 4, values, (to, value, at) => to.writeInt32BE(value, at))
}

/** Encodes UUIDs in the usual notation with hyphens. */
export function uuids(values: readonly (string | null)[]): Buffer {
  return fixed(OID.uuid, 16, values, (to, value, at) => void to.write(value.replaceAll('-', ''), at, 16, 'hex'))
}

export function instants(values: readonly (Date | null)[]): Buffer {
  return fixed(OID.timestamptz, 8, values, (to, value, at) =>
    to.writeBigInt64BE(BigInt(value.getTime() - EPOCH_MS) * 1000n, at),
  )
}

export function texts(values: readonly (string | null)[]): Buffer {
  return variable(
    OID.text,
    values.map((value) => (value === null ? null : Buffer.from(value, 'utf8'))),
  )
}

export function byteas(values: readonly (Buffer | null)[]): Buffer {
  return variable(OID.bytea, values)
}

function variable(oid: number, values: readonly (Buffer | null)[]): Buffer {
  const size = values.reduce((sum, value) => sum + 4 + (value?.length ?? 0), HEADER)
  const buffer = Buffer.allocUnsafe(size)
  let at = header(buffer, oid, values)
  for (const value of values) {
    at = buffer.writeInt32BE(value?.length ?? NULL_LENGTH, at)
    if (value) at += value.copy(buffer, at)
  }
  return at === buffer.length ? buffer : buffer.subarray(0, at)
}
