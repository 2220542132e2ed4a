import { startEmbedded } from '/work/main/src/db/embedded.ts'
import { openDatabase } from '/work/main/src/db/connect.ts'
const server = await startEmbedded({ folder: '/tmp/quickdata' })
const database = openDatabase(server.url)
const [t] = await database.system.query<any>('select max(id) as id from tenant')
const db = database.tenant(t.id)
const rows = await db.query<any>(`select *, draft::text as d from charge where tenant=$1 limit 400`, [t.id])
const { v7 } = { v7: () => crypto.randomUUID() }
let pre = Date.now().toString(16).padStart(12,'0')
let ctr = 0
const newid = () => { ctr++; const h = (Date.now()).toString(16).padStart(12,'0'); return `${h.slice(0,8)}-${h.slice(8)}-7${(ctr%4096).toString(16).padStart(3,'0')}-8a02-${Math.random().toString(16).slice(2,14).padStart(12,'0')}` }
const insert = (table: string, type: string) => `INSERT INTO ${table} (tenant, batch, recorded_at, id, line, product, payer, payee, unit, captured, kept, reference, idempotency_key, fingerprint, quote, effective_at, draft)
     SELECT $1, $2, $3, * FROM unnest($4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[],
       $10::bigint[], $11::bigint[], $12::text[], $13::text[], $14::bytea[], $15::uuid[], $16::timestamptz[], $17::${type}[])`
async function run(label: string, table: string, type: string, draft?: string) {
  let ms = 0; const n = 12
  for (let i = 0; i < n; i++) {
    const params = [t.id, 1n, new Date(), rows.map(newid), rows.map(r => r.line), rows.map(r => r.product), rows.map(r => r.payer), rows.map(r => r.payee), rows.map(r => r.unit), rows.map(r => r.captured), rows.map(r => r.kept), rows.map(() => null), rows.map(() => 'k' + Math.random()), rows.map(r => r.fingerprint), rows.map(() => null), rows.map(() => new Date()), rows.map(r => draft ?? r.d)]
    const t0 = performance.now()
    await db.query(insert(table, type), params)
    if (i > 1) ms += performance.now() - t0
  }
  console.log(label.padEnd(40), (ms / (n - 2)).toFixed(1), 'ms per 400')
}
const sys = database.system

const SEP = '\x1e'
async function run2(label: string, table: string, cut: number) {
  let ms = 0, cl = 0; const n = 12
  const sql = `INSERT INTO ${table} (tenant, batch, recorded_at, id, line, product, payer, payee, unit, captured, kept, reference, idempotency_key, fingerprint, quote, effective_at, draft)
     SELECT $1, $2, $3, * FROM unnest($4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[],
       $10::bigint[], $11::bigint[], $12::text[], $13::text[], $14::bytea[], $15::uuid[], $16::timestamptz[], string_to_array($17, E'\\x1e')${table === 'charge' || table==='x1' ? '::json[]' : ''})`
  for (let i = 0; i < n; i++) {
    const params = [t.id, 1n, new Date(), rows.map(newid), rows.map(r => r.line), rows.map(r => r.product), rows.map(r => r.payer), rows.map(r => r.payee), rows.map(r => r.unit), rows.map(r => r.captured), rows.map(r => r.kept), rows.map(() => null), rows.map(() => 'k' + Math.random()), rows.map(r => r.fingerprint), rows.map(() => null), rows.map(() => new Date()), rows.map(r => table==='charge'||table==='x1' ? r.d : r.d.slice(0, cut)).join(SEP)]
    const t0 = performance.now()
    await db.query(sql, params)
    if (i > 1) ms += performance.now() - t0
  }
  console.log(label.padEnd(40), (ms / (n - 2)).toFixed(1), 'ms per 400')
}
await sys.query('drop table if exists x1,x2,x3,x4')
await sys.query('CREATE TABLE x3 (LIKE charge INCLUDING DEFAULTS); ALTER TABLE x3 ALTER draft TYPE text')
await sys.query('CREATE TABLE x4 (LIKE charge INCLUDING ALL); ALTER TABLE x4 ALTER draft TYPE text; alter table x4 set (fillfactor=95)')
for (let k = 0; k < 2; k++) {
await run('charge now', 'charge', 'json')
await run2('charge sep json', 'charge', 9999)
await run2('x3 no idx sep text', 'x3', 9999)
await run2('x4 idx sep text', 'x4', 9999)
await run2('x4 idx sep text 800', 'x4', 800)
}
await sys.query('drop table x3; drop table x4')
await database.close(); await server.stop()
