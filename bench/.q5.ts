import { startEmbedded } from '/work/main/src/db/embedded.ts'
import { openDatabase } from '/work/main/src/db/connect.ts'
const server = await startEmbedded({ folder: '/tmp/quickdata' })
const database = openDatabase(server.url, {max: 1})
const [t] = await database.system.query<any>('select max(id) as id from tenant')
const db = database.tenant(t.id)
const T = t.id
const accs = (await db.query<any>('select id, path, floor from account where tenant=$1', [T]))
const payers = accs.filter((a: any) => a.path.endsWith('/external')).map((a: any) => a.id), mchs = accs.filter((a: any) => a.path.startsWith('mch')).map((a: any) => a.id)
const id = (p: string) => accs.find((a: any) => a.path === p).id
const rev = id('platform/revenue'), cost = id('platform/cost'), fees = id('wechatpay/fees'), cmp = id('cmp_cashback/budget')
let o = 0
function batch() {
  const posting: any[] = [], comp: any[] = [], d: any[] = [], c: any[] = [], a: any[] = [], k: any[] = [], e: any[] = []
  const delta = new Map<bigint, bigint>()
  const add = (i: bigint, x: bigint) => delta.set(i, (delta.get(i) ?? 0n) + x)
  for (let i = 0; i < 400; i++) { o++
    const p = payers[o % payers.length], m = mchs[o % mchs.length], u = crypto.randomUUID()
    const rows: any[] = [[p, m, 100000000n, 'principal'], [m, rev, 600000n, 'fee'], [cost, fees, 210000n, 'cost'], [cmp, m, 120000n, 'reward']]
    rows.forEach(([x, y, z, kk], n) => { posting.push(u); comp.push(n); d.push(x); c.push(y); a.push(z); k.push(kk); e.push(null); add(x, -z); add(y, z) })
  }
  return [T, posting, comp, d, c, a, k, e, [...delta.keys()], [...delta.values()]]
}
const CALL = `SELECT batch_id FROM post_batch($1, $2::uuid[], $3::smallint[], $4::bigint[], $5::bigint[], $6::bigint[], $7::text[], $8::timestamptz[], $9::bigint[], $10::bigint[])`
async function time(label: string, f: (p: any[], tx: any) => Promise<any>, n = 15) {
  let ms = 0
  for (let i = 0; i < n; i++) { const p = batch(); await db.transaction(async (tx) => { const t0 = performance.now(); await f(p, tx); if (i > 2) ms += performance.now() - t0 }) }
  console.log(label.padEnd(40), (ms / (n - 3)).toFixed(1), 'ms')
}
for (let k = 0; k < 2; k++) {
await time('post_batch 400', (p, tx) => tx.query(CALL, p))
await time('insert only', (p, tx) => tx.query(`INSERT INTO transfer (tenant, batch, n, posting, component, debit, credit, amount, kind, effective_at, recorded_at)
  SELECT $1, 999, nextval('batch_id_seq'), t.posting, t.component, t.debit, t.credit, t.amount, t.kind, now(), now() FROM unnest($2::uuid[], $3::smallint[], $4::bigint[], $5::bigint[], $6::bigint[], $7::text[]) WITH ORDINALITY AS t(posting, component, debit, credit, amount, kind, n)`, p.slice(0, 7)))
await time('lock only', (p, tx) => tx.query(`SELECT 1 FROM account WHERE tenant = $1 AND id = ANY ($2::bigint[]) AND floor IS NULL ORDER BY id FOR NO KEY UPDATE`, [T, p[8]]))
await time('update only', (p, tx) => tx.query(`UPDATE account a SET balance = a.balance + d.delta FROM unnest($2::bigint[], $3::bigint[]) AS d(id, delta) WHERE a.tenant = $1 AND a.id = d.id`, [T, p[8], p[9]]))
await time('parse params only', (p, tx) => tx.query(`SELECT count(*) FROM unnest($2::uuid[], $3::smallint[], $4::bigint[], $5::bigint[], $6::bigint[], $7::text[]) WHERE $1::int > 0`, p.slice(0, 7)))
}
console.log(await database.system.query(`select name, setting, unit from pg_settings where name in ('shared_buffers','max_wal_size','wal_compression','full_page_writes','jit','wal_buffers','checkpoint_timeout','synchronous_commit','fsync','wal_sync_method','autovacuum','io_method')`))
await database.close(); await server.stop()
