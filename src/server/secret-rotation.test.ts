import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeServer, payment, type TestServer, testOutgoing } from '../../test/api-server.ts'
import { makeUser, PASSWORD } from '../../test/people.ts'
import { Browser, listening, totp } from '../../test/web-client.ts'
import { waitingFor } from '../api/settlement/payout-files.ts'
import { DEFAULT_POLICY, writePolicy } from '../approvals/policy.ts'
import { Gateways } from '../processing/gateways.ts'
import { buildServer } from './http-server.ts'
import { beginRotation, prepareSeal } from './secret-key.ts'
import { rotateSecrets } from './secret-rotation.ts'

/** The key of test servers. */
const OLD = '07'.repeat(32)
const NEW = randomBytes(32).toString('hex')
const ACCOUNT = { bank: 'Bank of Tests', account: '6222020000001234', holder: 'Noodle House' }
const GATEWAY = { baseUrl: 'http://127.0.0.1:9', merchant: 'm1', secret: 's'.repeat(32) }

let api: TestServer
let folder: string
beforeAll(async () => {
  api = await makeServer()
  folder = await mkdtemp(path.join(tmpdir(), 'recoup-rotation-'))
})
afterAll(async () => {
  await api.close()
  await rm(folder, { recursive: true })
})

/** First bytes of every ciphertext in the database. */
async function marks(): Promise<string[]> {
  const rows = await api.world.db.query<{ mark: string }>(
    `SELECT encode(substring(sealed FROM 1 FOR 5), 'hex') AS mark FROM (
       SELECT secret AS sealed FROM webhook_endpoint UNION ALL SELECT previous_secret FROM webhook_endpoint
       UNION ALL SELECT settings FROM gateway UNION ALL SELECT sealed FROM payout_destination
       UNION ALL SELECT destination FROM payout UNION ALL SELECT decode(request->>'sealed', 'base64') FROM approval
     ) AS all_sealed WHERE sealed IS NOT NULL`,
  )
  return rows.map(({ mark }) => mark)
}

it('opens everything with the new key alone after a rotation', async () => {
  const { db, database, engine, tenant } = api.world
  await prepareSeal(database, folder, { given: OLD })
  const charge = (await api.post('/v1/charges', payment('100.00', { merchant: 'mch_1' }))).body
  const receipt = (await api.get(`/v1/charges/${charge.id}/receipt`)).body
  const webhook = (await api.post('/v1/webhooks', { url: 'https://example.com/h', eventTypes: ['charge.created'] }))
    .body
  await api.post(`/v1/webhooks/${webhook.id}/rotate-secret`, { overlapSeconds: 3600 })
  expect((await api.put('/v1/gateways/shop', { kind: 'sandbox', settings: GATEWAY })).status).toBe(201)
  const to = '/v1/parties/mch_1/payout-destination'
  expect((await api.put(to, { currency: 'CNY', ...ACCOUNT })).status).toBe(200)
  await db.execute(`UPDATE payout_destination SET updated_at = now() - interval '2 days'`)
  await api.world.fund('mch_1/balance', '500.00')
  const payout = await api.post('/v1/payouts', { party: 'mch_1', currency: 'CNY', amount: '400.00' })
  expect(payout.status, payout.text).toBe(201)
  await db.transaction((tx) => writePolicy(tx, DEFAULT_POLICY))
  expect((await api.put(to, { currency: 'CNY', ...ACCOUNT, bank: 'Another' })).status).toBe(202)
  await makeUser(api.world, { email: 'two@example.com', role: 'viewer' })
  const browser = new Browser(await listening(api.app))
  await browser.post('/v1/sign-in', { email: 'two@example.com', password: PASSWORD })
  const { secret } = (await browser.post('/v1/me/totp', { password: PASSWORD })).body
  await browser.post('/v1/me/totp/confirm', { code: totp(secret) })

  const { seal, rotating } = await prepareSeal(database, folder, { given: NEW, previous: [OLD] })
  expect(rotating).toBe(true)
  expect((await new Gateways(seal, testOutgoing).open(db, 'shop')).row.name).toBe('shop')
  await expect(prepareSeal(database, folder, { given: NEW })).rejects.toMatchObject({ code: 'secret_key_unfinished' })
  await expect(prepareSeal(database, folder, { given: OLD })).rejects.toMatchObject({ code: 'secret_key_wrong' })
  expect(await rotateSecrets(database, folder, seal)).toBe(6)
  expect(await rotateSecrets(database, folder, seal)).toBe(0)

  const now = (await prepareSeal(database, folder, { given: NEW })).seal
  expect(new Set(await marks())).toEqual(new Set([now.mark.toString('hex')]))
  expect(await marks()).toHaveLength(6)
  await expect(prepareSeal(database, folder, { given: OLD })).rejects.toMatchObject({ code: 'secret_key_wrong' })
  expect((await new Gateways(now, testOutgoing).open(db, 'shop')).row.name).toBe('shop')
  const [waiting] = await db.query<{ sealed: string }>(`SELECT request->>'sealed' AS sealed FROM approval`)
  expect(now.open(Buffer.from(waiting!.sealed, 'base64'), waitingFor(tenant, 'mch_1'))).toContain('Another')
  const audit = (await api.get('/v1/audit?action=secrets_resealed')).body.data
  expect(audit.map(({ detail }: { detail: { secrets: string } }) => detail.secrets).toSorted()).toEqual([
    'approvals',
    'gateways',
    'payout destinations',
    'payouts',
    'second factors',
    'webhooks',
  ])

  const later = await buildServer({ database, engine, seal: now })
  const url = await listening(later)
  try {
    const again = new Browser(url)
    const { number, secret: printed } = receipt
    expect((await again.post('/v1/receipt-lookups', { number, secret: printed })).status).toBe(200)
    await database.system.execute('DELETE FROM user_used_code')
    expect((await again.post('/v1/sign-in', { email: 'two@example.com', password: PASSWORD })).body.status).toBe(
      'second_factor_required',
    )
    const second = await again.post('/v1/sign-in/second-factor', { code: totp(secret, Date.now() + 30_000) })
    expect(second.body).toEqual({ status: 'signed_in' })
  } finally {
    later.server.closeAllConnections()
    await later.close()
  }
})

it('replaces the key in the data folder, and continues after an interruption', async () => {
  await using world = await makeServer().then(({ world: made, close }) => ({ ...made, [Symbol.asyncDispose]: close }))
  const own = await mkdtemp(path.join(folder, 'own-'))
  await writeFile(path.join(own, 'secret.key'), OLD)
  await prepareSeal(world.database, own)
  expect(await beginRotation(own)).toBe(true)
  const interrupted = await prepareSeal(world.database, own)
  expect(interrupted.rotating).toBe(true)
  const continued = await prepareSeal(world.database, own)
  expect([continued.rotating, continued.seal.keyId]).toEqual([true, interrupted.seal.keyId])
  await rotateSecrets(world.database, own, continued.seal)
  const { seal, rotating } = await prepareSeal(world.database, own)
  expect([rotating, seal.keyId]).toEqual([false, interrupted.seal.keyId])
})
