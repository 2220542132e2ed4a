/** Refund requests of the last days, in every state of the queue. */
import type { DemoRefundRequest } from '../engine/demo/demo.ts'
import type { Engine } from '../engine/engine.ts'
import { type Uuid, uuidToId } from '../ids.ts'
import { lines } from '../lines/index.ts'
import { approve, lookAt } from '../refund-requests/approve.ts'
import { decline, withdraw } from '../refund-requests/change.ts'
import { type NewRequest, openRequest } from '../refund-requests/open.ts'
import type { By, RequestRow } from '../refund-requests/record.ts'
import { unlessDone } from './finish-context.ts'
import type { Schedule } from './schedule.ts'

interface Asked extends DemoRefundRequest {
  readonly line: string
}

const ASKED = lines.all.flatMap(({ id: line, demo }) =>
  (demo.refundRequests ?? []).map((each): Asked => ({ line, ...each })),
)

const AGENT: By = { actor: 'demo agent', party: null }
const SECOND: By = { actor: 'demo finance', party: null }
const DAY_MS = 86_400_000

/** Creates the requests. A repetition with the same world finds them existing. */
export async function askForRefunds(engine: Engine, tenant: number, schedule: Schedule): Promise<void> {
  const { seed } = schedule.world
  const used = new Map<string, number>()
  const charges = await latest(engine, tenant, schedule)
  for (const [n, requested] of ASKED.entries()) {
    const name = `${requested.line}/${requested.product}`
    const before = used.get(name) ?? 0
    used.set(name, before + 1)
    const found = charges.get(name)?.[before]
    if (!found) continue
    const by = requested.asker === 'agent' ? AGENT : { actor: `demo ${requested.asker}`, party: null }
    const request: NewRequest = {
      charge: uuidToId('chg', found.id),
      reason: requested.reason,
      asker: requested.asker,
      ask: {},
      by,
      note: requested.note,
      idempotencyKey: `demo ${seed} request ${n}`,
      ...(requested.evidence && { evidence: requested.evidence }),
    }
    const made = await unlessDone(openRequest({ engine }, tenant, request))
    if (made && !made.replayed) await goOn(engine, tenant, made.request, { asked: requested, by })
  }
}

async function goOn(
  engine: Engine,
  tenant: number,
  row: RequestRow,
  { asked: { answer }, by }: { readonly asked: Asked; readonly by: By },
): Promise<void> {
  if (row.status !== 'requested') return
  const [context, id] = [{ engine }, uuidToId('req', row.id)]
  if (answer === 'approve') {
    const { preview } = await lookAt(context, tenant, row)
    await approve(context, tenant, id, { previewHash: preview.hash, by: SECOND })
  }
  if (answer === 'decline') await decline(context, tenant, id, { code: 'not-entitled', text: null, by: AGENT })
  if (answer === 'withdraw') await withdraw(context, tenant, id, by)
}

interface Latest {
  readonly id: Uuid
  /** `line/product` */
  readonly name: string
}

const EACH = 6

/** Returns the latest charges without refunds of each product. */
async function latest(engine: Engine, tenant: number, { days }: Schedule): Promise<Map<string, Latest[]>> {
  const { db } = engine.tenant(tenant)
  const names = [...new Set(ASKED.map(({ line, product }) => `${line}/${product}`))]
  const rows = await db.transaction(
    (tx) =>
      tx.query<Latest>(
        `SELECT id, name FROM (
           SELECT id, line || '/' || product AS name,
             row_number() OVER (PARTITION BY line, product ORDER BY effective_at DESC, reference, id) AS n FROM charge
           WHERE tenant = $1 AND line || '/' || product = ANY ($2::text[]) AND effective_at >= $3 AND gateway IS NULL
             AND refunded = 0 AND pending = 0 AND disputed = 0) each
         WHERE n <= ${EACH} ORDER BY name, n`,
        [tenant, names, new Date(days.at(-1)!.start - 25 * DAY_MS)],
      ),
    { readOnly: true },
  )
  return Map.groupBy(rows, ({ name }) => name)
}
