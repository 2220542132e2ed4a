/** The API server alone, on the database of the bench: prints its address, ends on SIGTERM. */

import { openDatabase } from '../../src/db/connect.ts'
import { Engine } from '../../src/engine/engine.ts'
import { lines } from '../../src/lines/index.ts'
import { buildServer } from '../../src/server/http-server.ts'

const database = openDatabase(process.env.DATABASE_URL!)
const server = await buildServer({
  database,
  engine: new Engine(database, lines, process.env.BENCH_LANES ? { lanes: Number(process.env.BENCH_LANES) } : {}),
  settings: { rateLimit: 1_000_000 },
})
console.log(await server.listen({ port: 0, host: '127.0.0.1' }))
process.once('SIGTERM', async () => {
  await server.stop()
  await database.close()
  process.exit(0)
})
