import { bigints, instants, smallints, texts, uuids } from '/work/main/src/db/arrays.ts'
import { openDatabase } from '/work/main/src/db/connect.ts'
import { startEmbedded } from '/work/main/src/db/embedded.ts'

const server = await startEmbedded({ folder: '/tmp/quickdata' })
const database = openDatabase(server.url, { max: 1 })
const [t] = await database.system.query<any>('select max(id) as id from tenant')
const db = database.tenant(t.id)
const T = t.id
const accs = await db.query<any>('select id, path, floor from account where tenant=$1', [T])
const payers = accs.filter((a: any) => a.path.endsWith('/external')).map((a: any) => a.id),
  mchs = accs.filter((a: any) => a.path.startsWith('mch')).map((a: any) => a.id)
const id = (p: string) => accs.find((a: any) => a.path === p).id
const rev = id('platform/revenue'),
  cost = id('platform/cost'),
  fees = id('wechatpay/fees'),
  cmp = id('cmp_cashback/budget')
let o = 0
function batch(size: number) {
  const posting: any[] = [],
    comp: any[] = [],
    d: any[] = [],
    c: any[] = [],
    a: any[] = [],
    k: any[] = [],
    e: any[] = []
  const delta = new Map<bigint, bigint>()
  const add = (i: bigint, x: bigint) => delta.set(i, (delta.get(i) ?? 0n) + x)
  for (let i = 0; i < size; i++) {
    o++
    const p = payers[(o * 7919) % payers.length],
      m = mchs[(o * 6367) % mchs.length],
      u = crypto.randomUUID()
    const rows: any[] = [
      [p, m, 100000000n, 'principal'],
      [m, rev, 600000n, 'fee'],
      [cost, fees, 210000n, 'cost'],
      [cmp, m, 120000n, 'reward'],
    ]
    rows.forEach(([x, y, z, kk], n) => {
      posting.push(u)
      comp.push(n)
      d.push(x)
      c.push(y)
      a.push(z)
      k.push(kk)
      e.push(null)
      add(x, -z)
      add(y, z)
    })
  }
  return [
    T,
    uuids(posting),
    smallints(comp),
    bigints(d),
    bigints(c),
    bigints(a),
    texts(k),
    instants(e),
    bigints([...delta.keys()]),
    bigints([...delta.values()]),
  ]
}
const CALL = `SELECT batch_id FROM post_batch($1, $2::uuid[], $3::smallint[], $4::bigint[], $5::bigint[], $6::bigint[], $7::text[], $8::timestamptz[], $9::bigint[], $10::bigint[])`
async function time(label: string, size: number, f: (p: any[], tx: any) => Promise<any>, n = 25) {
  const all: number[] = []
  for (let i = 0; i < n; i++) {
    const p = batch(size)
    await db.transaction(async (tx) => {
      const t0 = performance.now()
      await f(p, tx)
      all.push(performance.now() - t0)
    })
  }
  all.sort((x, y) => x - y)
  console.log(label.padEnd(40), String(size).padStart(4), 'median', all[n >> 1]!.toFixed(2), 'ms')
}
const sys = database.system
const lock = `SELECT 1 FROM account WHERE tenant = $1 AND id = ANY ($2::bigint[]) AND floor IS NULL ORDER BY id FOR NO KEY UPDATE`
const upd = `UPDATE account a SET balance = a.balance + d.delta FROM unnest($2::bigint[], $3::bigint[]) AS d(id, delta) WHERE a.tenant = $1 AND a.id = d.id`
const ins = `INSERT INTO transfer (tenant, batch, n, posting, component, debit, credit, amount, kind, effective_at, recorded_at)
  SELECT $1, 999, nextval('batch_id_seq'), t.posting, t.component, t.debit, t.credit, t.amount, t.kind, now(), now() FROM unnest($2::uuid[], $3::smallint[], $4::bigint[], $5::bigint[], $6::bigint[], $7::text[]) WITH ORDINALITY AS t(posting, component, debit, credit, amount, kind, n)`

await sys.query(`create or replace function loop_update(p_tenant int, p_account bigint[], p_delta bigint[]) returns void language plpgsql as $$
begin for i in 1 .. coalesce(array_length(p_account, 1), 0) loop update account set balance = balance + p_delta[i] where tenant = p_tenant and id = p_account[i]; end loop; end $$`)
const lateral = `UPDATE account a SET balance = a.balance + l.delta FROM (SELECT x.ctid AS tid, d.delta FROM unnest($2::bigint[], $3::bigint[]) AS d(id, delta), LATERAL (SELECT b.ctid FROM account b WHERE b.tenant = $1 AND b.id = d.id OFFSET 0) x) l WHERE a.ctid = l.tid`
for (let k = 0; k < 2; k++)
  for (const size of [1, 64, 400]) {
    await time('update', size, (p, tx) => tx.query(upd, [T, p[8], p[9]]))
    await time('loop', size, (p, tx) => tx.query('select loop_update($1,$2::bigint[],$3::bigint[])', [T, p[8], p[9]]))
    await time('lateral', size, (p, tx) => tx.query(lateral, [T, p[8], p[9]]))
    await time('insert', size, (p, tx) => tx.query(ins, p.slice(0, 7)))
  }
await database.close()
await server.stop()
