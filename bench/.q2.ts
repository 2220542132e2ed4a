import { startEmbedded } from '/work/main/src/db/embedded.ts'
import { openDatabase } from '/work/main/src/db/connect.ts'
const server = await startEmbedded({ folder: '/tmp/quickdata' })
const database = openDatabase(server.url)
const [t] = await database.system.query<any>('select max(id) as id from tenant')
const db = database.tenant(t.id)
console.log(await db.query(`select length(draft::text), draft from charge where tenant = ${t.id} limit 1`).then((r: any) => [r[0].length, JSON.stringify(r[0].draft, null, 0)]))
console.log(await db.query(`select c.relname, pg_relation_size(c.oid)/1024 as kb, reltuples from pg_class c where relkind in ('r','i','t') and pg_relation_size(c.oid) > 100000 order by 2 desc limit 24`))
await database.close(); await server.stop()
