/**
 * A refund that the payer's bank did not take (`abnormal`): its money waits at the provider, and can be sent to the
 * merchant's own account, who then pays the payer himself.
 *
 * Reserve, call, note. The reservation makes it `processing` and writes the job that asks the provider what became of it,
 * so that a program killed over the call, or an answer that never came, ends like any other refund: it succeeds, or
 * turns out to be `abnormal` still and can be redirected again. Only who reserved it calls, so one call is under way at
 * a time. The call itself is outside of any transaction.
 */
import { recordAudit } from '../audit/audit.ts'
import type { TenantDatabase } from '../db/connect.ts'
import { type Gateway, GatewayError } from '../gateways/gateway.ts'
import { idToUuid } from '../ids.ts'
import { enqueue } from '../jobs/queue.ts'
import { Problem } from '../problem.ts'
import { type GatewayRefundRow, readGatewayRefunds } from '../refunds/gateway-refund.ts'
import { executeRefund, jobAgain } from '../refunds/queue.ts'
import { readRefunds } from '../refunds/record.ts'
import type { ExecutionContext } from './refunds.ts'

/** What a reserved row says until the call has come back. */
const ASKED = 'redirect_asked'
/** Longer than the calls take, time-outs included: until then the caller notes what came of it himself. */
const RESERVED_SECONDS = 200

/**
 * Has the provider send the money of an abnormal refund to the merchant's own account. No usable answer is no failure:
 * the refund is then asked about until it is known.
 * @throws Problem `refund_unknown`, `id_invalid`, `refund_not_through_gateway`, `refund_not_pending`,
 * `refund_not_abnormal`, `refund_redirect_unsupported`, `gateway_refused`, `gateway_unavailable` (it was not looked at).
 */
export async function redirectRefund(
  { engine, gateways }: ExecutionContext,
  tenant: number,
  prefixed: string,
  actor: string,
): Promise<GatewayRefundRow> {
  const { db } = engine.tenant(tenant)
  const id = idToUuid('rfd', prefixed)
  const refund = (await readRefunds(db, [id])).get(id)
  if (!refund) throw new Problem('refund_unknown', { refund: prefixed })
  const row = (await readGatewayRefunds(db, [id])).get(id)
  if (!row) throw new Problem('refund_not_through_gateway', { refund: prefixed })
  if (refund.status !== 'pending') throw new Problem('refund_not_pending', { status: refund.status })
  if (row.status !== 'abnormal') throw new Problem('refund_not_abnormal', { status: row.status })
  const { client } = await gateways.open(db, row.gateway)
  if (!client.redirectRefund) throw new Problem('refund_redirect_unsupported', { gateway: row.gateway })
  await reserve(db, id, prefixed, actor)
  const refusal = await call(client, row.number)
  await note(db, id, refusal, client.rules.pollSeconds[0] ?? 0)
  if (refusal?.nothing === true) throw problemOf(refusal.error, row.gateway)
  return (await readGatewayRefunds(db, [id])).get(id)!
}

async function reserve(db: TenantDatabase, id: string, prefixed: string, actor: string): Promise<void> {
  await db.transaction(async (tx) => {
    const reserved = await tx.execute(
      `UPDATE gateway_refund SET status = 'processing', last_code = $3, last_message = NULL, updated_at = now()
       WHERE tenant = $1 AND refund = $2 AND status = 'abnormal'`,
      [db.tenant, id, ASKED],
    )
    if (reserved === 0) {
      const { status } = (await readGatewayRefunds(tx, [id])).get(id)!
      throw new Problem('refund_not_abnormal', { status })
    }
    await enqueue(tx, executeRefund, [jobAgain(db.tenant, id, RESERVED_SECONDS)])
    await recordAudit(tx, { actor, action: 'refund_redirected', subject: prefixed })
  })
}

/** Why the call brought no answer. `nothing`: it changed nothing over there, for certain. */
interface Refusal {
  readonly error: GatewayError
  readonly nothing: boolean
}

async function call(client: Gateway, number: string): Promise<Refusal | null> {
  try {
    await client.redirectRefund!(number)
    return null
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error
    if (error.kind === 'unknown') return { error, nothing: false }
    if (error.kind === 'busy') return { error, nothing: true }
    return { error, nothing: await stillAbnormal(client, number) }
  }
}

/** Refused now, but an earlier call may have been taken and its answer lost: only the provider's books can tell. */
async function stillAbnormal(client: Gateway, number: string): Promise<boolean> {
  try {
    return (await client.queryRefund(number)).status === 'abnormal'
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error
    return false
  }
}

/** What was heard of it meanwhile, by a notification or a job, counts for more. */
async function note(db: TenantDatabase, id: string, refusal: Refusal | null, soon: number): Promise<void> {
  const { error, nothing = false } = refusal ?? {}
  await db.transaction(async (tx) => {
    await tx.execute(
      `UPDATE gateway_refund SET status = $3, last_code = $4, last_message = left($5, 500), calls = calls + 1,
              updated_at = now()
       WHERE tenant = $1 AND refund = $2 AND status = 'processing' AND last_code = $6`,
      [db.tenant, id, nothing ? 'abnormal' : 'processing', error?.code ?? null, error?.message ?? null, ASKED],
    )
    if (!nothing) await enqueue(tx, executeRefund, [jobAgain(db.tenant, id, soon)])
  })
}

function problemOf({ kind, code, message }: GatewayError, gateway: string): Problem {
  if (kind === 'busy') return new Problem('gateway_unavailable', { gateway, code })
  return new Problem('gateway_refused', { gateway, code, message: message.slice(0, 200) })
}
