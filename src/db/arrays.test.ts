import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import { bigints, byteas, instants, integers, smallints, texts, uuids } from './arrays.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase({ migrated: false })
})
afterAll(() => database.close())

const sparse = <T>(arbitrary: fc.Arbitrary<T>) => fc.array(fc.option(arbitrary), { maxLength: 20 })

const types: [name: string, arbitrary: fc.Arbitrary<unknown[]>, encode: (values: never[]) => Buffer][] = [
  ['bigint', sparse(fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n)), bigints],
  ['smallint', sparse(fc.integer({ min: -32768, max: 32767 })), smallints],
  ['integer', sparse(fc.integer()), integers],
  ['uuid', sparse(fc.uuid()), uuids],
  ['text', sparse(fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0'))), texts],
  [
    'timestamptz',
    sparse(fc.date({ min: new Date('1970-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })),
    instants,
  ],
  ['bytea', sparse(fc.uint8Array().map((bytes) => Buffer.from(bytes))), byteas],
]

it.each(types)('arrays of %s are read back unchanged', async (name, arbitrary, encode) => {
  await fc.assert(
    fc.asyncProperty(arbitrary, async (values) => {
      const [row] = await database.system.query<{ back: unknown[] }>(`select $1::${name}[] as back`, [
        encode(values as never[]),
      ])
      expect(row!.back).toEqual(values)
    }),
    { numRuns: 60 },
  )
})
