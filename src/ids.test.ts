import fc from 'fast-check'
import { fromUUID } from 'typeid-js'
import { expect, it } from 'vitest'
import { idToUuid, newUuid, type Uuid, uuidToId } from './ids.ts'

it('ids are formatted as by the TypeID library and can be parsed', () => {
  fc.assert(
    fc.property(fc.uuid(), (uuid) => {
      const id = uuidToId('chg', uuid as Uuid)
      expect(id).toBe(fromUUID(uuid, 'chg').toString())
      expect(idToUuid('chg', id)).toBe(uuid)
    }),
  )
})

it('ids are version 7, have the current time and are unique', () => {
  const before = Date.now()
  const many = Array.from({ length: 5_000 }, newUuid)
  expect(new Set(many).size).toBe(many.length)
  for (const uuid of many) {
    expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    const time = Number.parseInt(uuid.replaceAll('-', '').slice(0, 12), 16)
    expect(time >= before && time <= Date.now()).toBe(true)
  }
})

it.each([
  '',
  'chg_',
  'rfd_01h455vb4pex5vsknk084sn02q',
  'chg_01h455vb4pex5vsknk084sn02Q',
  'chg_81h455vb4pex5vsknk084sn02q',
  'x'.repeat(500),
])('refuses %j', (id) =>
  expect(() => idToUuid('chg', id)).toThrowError(expect.objectContaining({ code: 'id_invalid' })),
)
