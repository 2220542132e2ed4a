/** Prints how far the clocks of Node and of its embedded database are from a given time. Run by the calendar soak. */
import { openDatabase } from '../../src/db/connect.ts'
import { startEmbedded } from '../../src/db/embedded.ts'

const [folder, expected] = [process.argv[2]!, Number(process.argv[3])]
const embedded = await startEmbedded({ folder, settings: { fsync: 'off' } })
const database = openDatabase(embedded.url, { max: 1 })
const [row] = await database.system.query<{ now: Date }>('SELECT clock_timestamp() AS now')
console.log(JSON.stringify({ node: Date.now() - expected, database: row!.now.getTime() - expected }))
await database.close()
await embedded.stop()
