import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeServer, type TestServer } from '../../../test/api-server.ts'
import { listening } from '../../../test/web-client.ts'
import { AUDIT_ACTIONS } from '../../audit/actions.ts'

let api: TestServer
beforeAll(async () => {
  api = await makeServer()
})
afterAll(() => api.close())

describe('the actions of the audit trail', () => {
  it('are distinct and published in the API document', async () => {
    expect(new Set(AUDIT_ACTIONS).size).toBe(AUDIT_ACTIONS.length)
    const { body } = await api.get('/openapi.json', { key: null })
    expect(body.components.schemas.AuditAction.enum).toEqual([...AUDIT_ACTIONS])
  })

  it('refuse a filter with an unknown action', async () => {
    expect((await api.get('/v1/audit?action=role_chnaged')).body.code).toBe('request_invalid')
    expect((await api.get('/v1/audit?action=role_changed')).status).toBe(200)
  })
})

describe('the export of the audit trail', () => {
  const ENTRIES = 20_000
  beforeAll(async () => {
    await api.world.db.execute(
      `INSERT INTO audit (tenant, actor, action, subject, detail)
       SELECT $1, 'user usr_' || i, 'party_changed', 'p' || i, jsonb_build_object('note', repeat('x', 200))
       FROM generate_series(1, ${ENTRIES}) i`,
      [api.world.tenant],
    )
  })

  it('covers a period', async () => {
    const from = new Date(Date.now() - 3_600_000).toISOString()
    const rows = (query: string) => api.get(`/v1/audit/export?format=csv&action=party_changed&${query}`)
    expect(parse((await rows(`from=${from}`)).text, { columns: true, bom: true })).toHaveLength(ENTRIES)
    expect(parse((await rows(`to=${from}`)).text, { columns: true, bom: true })).toHaveLength(0)
  })

  it('holds no database connection while its client does not read', async () => {
    const { port } = new URL(await listening(api.app))
    const sockets = Array.from({ length: 14 }, () => {
      const socket = connect(Number(port), '127.0.0.1')
      socket.pause()
      socket.write(`GET /v1/audit/export HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${api.key}\r\n\r\n`)
      return socket
    })
    try {
      const { database } = api.world
      const busy = () => database.load.total - database.load.idle
      await expect.poll(() => busy(), { timeout: 10_000 }).toBeGreaterThan(0)
      await expect.poll(() => busy(), { timeout: 20_000 }).toBe(0)
      await sleep(100)
      expect(busy()).toBe(0)
      expect((await api.get('/v1/charges')).status).toBe(200)
    } finally {
      for (const socket of sockets) socket.destroy()
    }
  })
})
