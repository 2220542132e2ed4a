import type { Database } from '../../src/db/connect.ts'
import { Engine } from '../../src/engine/engine.ts'
import { lines } from '../../src/lines/index.ts'
import { type Measure, repeat } from './measure.ts'
import { payment, type Shop, type Spread } from './shop.ts'

/** Concurrent requests: enough to fill two batches. */
const IN_FLIGHT = 1_000
let engine: Engine | undefined
let serial = 0

/** Measures the engine alone, in this process: priced, posted and durable, without HTTP. */
export async function engineLoad(database: Database, shop: Shop, spread: Spread, seconds: number): Promise<Measure> {
  engine ??= new Engine(database, lines)
  const charges = await repeat(IN_FLIGHT, seconds, async () => {
    const n = serial++
    await engine!.charge(shop.tenant, { of: payment(n, spread), idempotencyKey: `engine-${n}` })
    shop.acknowledged += 1
    return 1
  })
  return { charges, transfers: charges * 4 }
}
