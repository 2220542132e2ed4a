/**
 * Progress of a demo world, stored in the attributes of a party, which every process can read. A world begun with one
 * seed is resumed with it and never mixed with another.
 */

import type { TenantDatabase } from '../db/connect.ts'
import { putParty, readParties } from '../ledger/party.ts'
import { Problem } from '../problem.ts'

const WORLD_PARTY = 'demo-world'

export interface Standing {
  readonly seed: number
  readonly charges: number
  readonly until: Date
  /** Number of completed days. */
  readonly days: number
  readonly finished: boolean
}

/** Reads the progress; null: there is no demo world. */
export async function readStanding(db: TenantDatabase): Promise<Standing | null> {
  const party = (await readParties(db, [WORLD_PARTY])).get(WORLD_PARTY)
  if (!party) return null
  const { seed, charges, until, days, finished } = party.attributes
  return {
    seed: Number(seed),
    charges: Number(charges),
    until: new Date(until!),
    days: Number(days),
    finished: finished === 'yes',
  }
}

export async function writeStanding(db: TenantDatabase, standing: Standing): Promise<void> {
  const { seed, charges, until, days, finished } = standing
  await putParty(db, {
    id: WORLD_PARTY,
    kind: 'platform',
    name: '演示世界 Demo world',
    attributes: {
      seed: String(seed),
      charges: String(charges),
      until: until.toISOString(),
      days: String(days),
      finished: finished ? 'yes' : 'no',
    },
  })
}

interface Wanted {
  readonly seed: number
  readonly charges: number
  readonly until?: Date | undefined
  /** Fill even if there are charges outside of the demo. */
  readonly force: boolean
}

/** Begins a world or resumes one. */
export async function begin(db: TenantDatabase, { seed, charges, until, force }: Wanted): Promise<Standing> {
  const found = await readStanding(db)
  if (found) {
    if (found.seed !== seed || found.charges !== charges) {
      throw new Problem('demo_differs', { seed: String(found.seed), charges: String(found.charges) })
    }
    return found
  }
  const used = await db.query('SELECT 1 FROM charge WHERE tenant = $1 LIMIT 1', [db.tenant])
  if (used.length > 0 && !force) throw new Problem('demo_tenant_used', {})
  const [clock] = await db.query<{ now: Date }>(`SELECT date_trunc('milliseconds', now()) AS now`)
  const standing = { seed, charges, until: until ?? clock!.now, days: 0, finished: false }
  await writeStanding(db, standing)
  return standing
}
