import { openDatabase } from '/work/main/src/db/connect.ts'
import { startEmbedded } from '/work/main/src/db/embedded.ts'
import { migrate } from '/work/main/src/db/migrate.ts'
import { postJournal } from '/work/main/src/ledger/journal.ts'
import { Engine } from '/work/main/src/lines/engine.ts'
import { createTenant } from '/work/main/src/lines/tenants.ts'

const server = await startEmbedded({ folder: '/tmp/quickdata' })
const database = openDatabase(server.url)
await migrate(database)
const t = await createTenant(database, 'b' + Date.now(), 'UTC')
const lanes = Number(process.argv[2] ?? 2),
  maxBatch = Number(process.argv[3] ?? 400)
const engine = new Engine(database, { lanes, maxBatch })
const { db, directory } = engine.tenant(t.id)
await db.query(
  `INSERT INTO party (tenant,id,kind,name,attributes) SELECT $1, 'mch_'||i, 'merchant', 'm', '{"merchantCategory":"restaurant"}' FROM generate_series(1,10000) i`,
  [t.id],
)
await postJournal(db, directory, {
  description: 'x',
  transfers: [{ from: 'world/funding', to: 'cmp_cashback/budget', amount: 10n ** 15n, unit: 'CNY', kind: 'funding' }],
  effectiveAt: null,
  idempotency: null,
})
for (const hot of [false, true, false, true]) {
  const N = Number(process.argv[5] ?? 20000)
  let next = 0
  const t0 = performance.now()
  const c0 = process.cpuUsage()
  await Promise.all(
    Array.from({ length: Number(process.argv[4] ?? 1000) }, async () => {
      while (next < N) {
        const n = next++
        await engine.charge(t.id, {
          of: {
            line: 'payments',
            product: 'scan-pay',
            event: {
              payer: 'usr_' + (n % 10000),
              merchant: hot ? 'mch_1' : 'mch_' + (1 + (n % 10000)),
              amount: { amount: '100.00', currency: 'CNY' },
            },
          },
          idempotencyKey: `k${hot}${t0}${n}`,
        })
      }
    }),
  )
  const s = (performance.now() - t0) / 1000
  const c = process.cpuUsage(c0)
  console.log({
    hot,
    perSecond: Math.round(N / s),
    transfers: Math.round((4 * N) / s),
    nodeCpu: ((c.user + c.system) / 1e6 / s).toFixed(2),
  })
}
await database.close()
await server.stop()
