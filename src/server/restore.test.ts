import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import { makeWorld, type World } from '../../test/world.ts'
import { compress, decompress, FrameType, packFrames, unpackFrames } from '../db/backup/frames.ts'
import { readSnapshot } from '../db/backup/write.ts'
import { openDatabase } from '../db/connect.ts'
import { Engine } from '../engine/engine.ts'
import { lines } from '../lines/index.ts'
import { restore } from './restore.ts'
import { prepareSeal } from './secret-key.ts'

const KEY = randomBytes(32).toString('hex')
let world: World
let other: World
let folder: string
let backup: Buffer

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'recoup-restore-'))
  world = await makeWorld()
  other = await makeWorld({}, world)
  await prepareSeal(world.database, folder, { given: KEY })
  await world.pay('100.00')
  await other.pay('7.00')
  await world.database.system.execute(
    `SELECT pgboss.create_queue('drill', '{"policy":"standard","retryLimit":2,"expireInSeconds":60}')`,
  )
  await world.database.system.execute(`INSERT INTO pgboss.job (name, data) VALUES ('drill', '{"n":1}')`)
  backup = await pack(world.database.url)
})
afterAll(async () => {
  await world.close()
  await rm(folder, { recursive: true })
})

async function pack(url: string): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of compress(packFrames(readSnapshot(url)))) parts.push(part)
  return Buffer.concat(parts)
}

async function* inPieces(file: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < file.length; at += 1000) yield file.subarray(at, at + 1000)
}

const restoreInto = (target: TestDatabase, file = backup, given = KEY) =>
  restore(unpackFrames(decompress(inPieces(file))), {
    ...{ databaseUrl: target.url, databaseOwnerUrl: target.ownerUrl, dataFolder: folder, keys: { given } },
  })

/** Every row of every table, as the superuser sees them. */
async function contents(database: TestDatabase): Promise<Record<string, string>> {
  const url = new URL(database.ownerUrl)
  const owner = openDatabase(url.href, { max: 1 })
  try {
    return await owner.session(async (session) => {
      const tables = await session.query<{ name: string; forced: boolean }>(
        `SELECT format('%I.%I', n.nspname, c.relname) AS name, c.relforcerowsecurity AS forced
         FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
         WHERE n.nspname IN ('public', 'pgboss') AND c.relkind IN ('r', 'p') AND NOT c.relispartition
           AND c.relname NOT IN ('schema_migration', 'line_migration') ORDER BY 1`,
      )
      const found: Record<string, string> = {}
      for (const { name, forced } of tables) {
        if (forced) await session.execute(`ALTER TABLE ${name} NO FORCE ROW LEVEL SECURITY`)
        const [row] = await session.query<{ digest: string }>(
          `SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS digest FROM ${name} t`,
        )
        found[name] = row!.digest
        if (forced) await session.execute(`ALTER TABLE ${name} FORCE ROW LEVEL SECURITY`)
      }
      return found
    })
  } finally {
    await owner.close()
  }
}

it('restores every row of every table, and the restored installation goes on charging', async () => {
  await using target = await testDatabase({ migrated: false })
  const before = await contents(world.database)
  const restored = await restoreInto(target)
  expect(restored).toMatchObject({ tenants: 2, faults: [] })
  expect(restored.transfers).toBeGreaterThan(0)
  expect(await contents(target)).toEqual(before)
  expect(before['pgboss.job']).toMatch(/^1 /)

  const engine = new Engine(openDatabase(target.url, { max: 2 }), lines, {})
  const event = { payer: 'usr_9', merchant: 'mch_1', amount: { amount: '5.00', currency: 'CNY' }, channel: 'sandbox' }
  const { charge } = await engine.charge(world.tenant, { of: { line: 'payments', product: 'scan-pay', event } })
  expect(charge.id).toBeTruthy()
  const forced = await target.system.query(
    `SELECT relname FROM pg_class WHERE relrowsecurity AND NOT relforcerowsecurity AND relnamespace = 'public'::regnamespace`,
  )
  expect(forced).toEqual([])
})

it('moves from one database to another without a file', async () => {
  await using target = await testDatabase({ migrated: false })
  const aim = { databaseUrl: target.url, databaseOwnerUrl: target.ownerUrl, dataFolder: folder, keys: { given: KEY } }
  expect(await restore(readSnapshot(world.database.url), aim)).toMatchObject({ tenants: 2, faults: [] })
  expect(await contents(target)).toEqual(await contents(world.database))
})

it('contains every charge that was acknowledged before a backup under load, and balances', async () => {
  await using target = await testDatabase({ migrated: false })
  const acknowledged: string[] = []
  let isLoading = true
  const load = Promise.all(
    [1, 2, 3].map(async () => {
      while (isLoading) acknowledged.push((await world.pay('3.00')).id)
    }),
  )
  while (acknowledged.length < 20) await new Promise((resolve) => setTimeout(resolve, 5))
  const before = [...acknowledged]
  const file = await pack(world.database.url)
  isLoading = false
  await load
  expect(acknowledged.length).toBeGreaterThan(before.length)
  expect(await restoreInto(target, file)).toMatchObject({ faults: [] })
  const rows = await target
    .tenant(world.tenant)
    .query<{ id: string }>('SELECT id FROM charge WHERE tenant = $1', [world.tenant])
  const found = new Set(rows.map(({ id }) => id))
  expect(before.filter((id) => !found.has(id))).toEqual([])
})

it('refuses a database that has tenants, and leaves it as it was', async () => {
  const before = await contents(world.database)
  await expect(restoreInto(world.database)).rejects.toMatchObject({ code: 'restore_target_not_empty' })
  expect(await contents(world.database)).toEqual(before)
})

it('refuses damaged files and writes nothing', async () => {
  await using target = await testDatabase({ migrated: false })
  const flipped: Buffer[] = []
  for await (const part of decompress(inPieces(backup))) flipped.push(part)
  const plain = Buffer.concat(flipped)
  // A digit inside a row.
  plain[plain.lastIndexOf('mch_1') + 4] = '2'.charCodeAt(0)
  const changed: Buffer[] = []
  for await (const part of compress(inPieces(plain))) changed.push(part)
  const cases = [
    backup.subarray(0, backup.length - 10),
    backup.subarray(0, backup.length / 2),
    Buffer.concat(changed),
    Buffer.from('not a backup'),
    Buffer.alloc(0),
  ]
  for (const file of cases) await expect(restoreInto(target, file)).rejects.toMatchObject({ code: 'backup_damaged' })
  const [row] = await target.system.query(`SELECT count(*)::int AS tenants FROM tenant`)
  expect(row).toEqual({ tenants: 0 })
  expect(await restoreInto(target)).toMatchObject({ faults: [] })
})

it('refuses to back up a database without tables', async () => {
  await using empty = await testDatabase({ migrated: false })
  await expect(pack(empty.url)).rejects.toMatchObject({ code: 'schema_behind' })
})

it('refuses another secret key and another schema before it touches the database', async () => {
  await using target = await testDatabase({ migrated: false })
  await expect(restoreInto(target, backup, '09'.repeat(32))).rejects.toMatchObject({ code: 'secret_key_wrong' })
  async function* newer() {
    for await (const frame of readSnapshot(world.database.url)) {
      if (frame.type !== FrameType.header) yield frame
      else {
        const header = JSON.parse(frame.payload.toString())
        header.migrations.push({ file: '9999-later.sql', sha256: 'f'.repeat(64) })
        yield { type: frame.type, payload: Buffer.from(JSON.stringify(header)) }
      }
    }
  }
  const aim = { databaseUrl: target.url, databaseOwnerUrl: target.ownerUrl, dataFolder: folder, keys: { given: KEY } }
  await expect(restore(newer(), aim)).rejects.toMatchObject({ code: 'backup_schema_differs' })
  const tables = await target.system.query(`SELECT 1 FROM pg_tables WHERE schemaname = 'public'`)
  expect(tables).toEqual([])
})
