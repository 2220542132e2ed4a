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

const sys = database.system
await sys.query(`drop table if exists y0,y1,y2,y3; create table y0 (like transfer including defaults); create table y1 (like transfer including defaults, primary key (tenant,batch,n)); create table y2 (like transfer including all); create table y3 (like transfer including all)`)
await sys.query(`alter table y3 enable row level security`)
await sys.query(`alter table y3 force row level security`)
await sys.query(`create policy p on y3 using (tenant = (select current_tenant()))`)
const ins = (t: string) => (p: any[], tx: any) => tx.query(`INSERT INTO ${t} (tenant, batch, n, posting, component, debit, credit, amount, kind, effective_at, recorded_at)
  SELECT $1, 999, nextval('batch_id_seq'), t.posting, t.component, t.debit, t.credit, t.amount, t.kind, now(), now() FROM unnest($2::uuid[], $3::smallint[], $4::bigint[], $5::bigint[], $6::bigint[], $7::text[]) WITH ORDINALITY AS t(posting, component, debit, credit, amount, kind, n)`, p.slice(0, 7))

import { bigints, smallints, texts, uuids } from '/work/main/src/db/arrays.ts'
const bin = (p: any[]) => [p[0], uuids(p[1]), smallints(p[2]), bigints(p[3]), bigints(p[4]), bigints(p[5]), texts(p[6])]
const insb = (t: string) => (p: any[], tx: any) => tx.query(`INSERT INTO ${t} (tenant, batch, n, posting, component, debit, credit, amount, kind, effective_at, recorded_at)
  SELECT $1, 999, nextval('batch_id_seq'), t.posting, t.component, t.debit, t.credit, t.amount, t.kind, now(), now() FROM unnest($2::uuid[], $3::smallint[], $4::bigint[], $5::bigint[], $6::bigint[], $7::text[]) WITH ORDINALITY AS t(posting, component, debit, credit, amount, kind, n)`, bin(p))
for (let k = 0; k < 3; k++) {
for (const t of ['y0','y2']) { await time(t, ins(t), 18); await time(t+ ' binary', insb(t), 18) }
await time('params', (p, tx) => tx.query(`SELECT count(*) FROM unnest($2::uuid[], $3::smallint[], $4::bigint[], $5::bigint[], $6::bigint[], $7::text[]) WHERE $1::int > 0`, p.slice(0, 7)))
await time('params binary', (p, tx) => tx.query(`SELECT count(*) FROM unnest($2::uuid[], $3::smallint[], $4::bigint[], $5::bigint[], $6::bigint[], $7::text[]) WHERE $1::int > 0`, bin(p)))
}
await sys.query('drop table y0; drop table y1; drop table y2; drop table y3')
await database.close(); await server.stop()
