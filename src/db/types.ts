/**
 * Conversion of columns to values. The driver's defaults lose data: 64-bit integers inside arrays stay strings, arrays
 * of `numeric` become floats, and a `date` becomes midnight in the process's time zone.
 */
import pg from 'pg'

declare const opaque: unique symbol

/**
 * A bigint column that is an identifier, not a number. At run time a bigint; the compiler accepts it neither as an
 * amount nor in arithmetic (docs/decisions/0019-opaque-ids.md).
 */
export interface OpaqueBigint<Name extends string = string> {
  readonly [opaque]: Name
}

type Parser = (text: string) => unknown

const { builtins } = pg.types
const TEXT_ARRAY = 1009
const NUMERIC_ARRAY = 1231
const INT8_ARRAY = 1016
const DATE_ARRAY = 1182
const TIMESTAMP_ARRAY = 1115

const asText: Parser = (text) => text
const readArray = pg.types.getTypeParser(TEXT_ARRAY as number as Parameters<typeof pg.types.getTypeParser>[0]) as (
  text: string,
) => Nested
type Nested = (string | null | Nested)[]

const arrayOf = (parse: Parser): Parser => {
  const each = (items: Nested): unknown[] =>
    items.map((item) => (item === null ? null : typeof item === 'string' ? parse(item) : each(item)))
  return (text) => each(readArray(text))
}

const parsers = new Map<number, Parser>([
  [builtins.INT8, BigInt],
  [INT8_ARRAY, arrayOf(BigInt)],
  [builtins.NUMERIC, asText],
  [NUMERIC_ARRAY, arrayOf(asText)],
  [builtins.DATE, asText],
  [DATE_ARRAY, arrayOf(asText)],
  [builtins.TIMESTAMP, asText],
  [TIMESTAMP_ARRAY, arrayOf(asText)],
])

/**
 * int8 → bigint; numeric, date and timestamp → string; timestamptz → Date; json → parsed; the rest as the driver does.
 */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers.get(oid)) || pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
}
