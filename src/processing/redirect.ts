/**
 * Redirects of refunds that the payer's bank rejected (`abnormal`): the provider holds the money and can send it to the
 * merchant's own account; the merchant then owes it to the payer.
 *
 * Reserve, call, record. The reservation makes the refund `processing` and writes the job that polls the provider, so a
 * process killed during the call, or an answer that never arrives, ends like any other refund: it succeeds, or it is
 * still `abnormal` and can be redirected again. Only the holder of the reservation calls, so one call is in progress at
 * a time. The call itself is outside of any transaction.
 */
import { recordAudit } from '../audit/audit.ts'
import type { TenantDatabase } from '../db/connect.ts'
import { type Gateway, GatewayError } from '../gateways/gateway.ts'
import { idToUuid } from '../ids.ts'
import { enqueue } from '../jobs/queue.ts'
import { Problem } from '../problem.ts'
import { type GatewayRefundRow, readGatewayRefunds } from '../refunds/gateway-refund.ts'
import { type CarriedRefund, executeRefund, jobAgain } from '../refunds/queue.ts'
import { readRefunds } from '../refunds/record.ts'
import type { ExecutionContext } from './refunds.ts'
import { unavailable } from './unavailable.ts'

/** Code of a reserved row until the call returns. */
const ASKED = 'redirect_asked'
/** Exceeds the duration of the calls including time-outs; within it, the caller records the outcome itself. */
const RESERVED_SECONDS = 200

/**
 * Redirects the money of an abnormal refund to the merchant's own account. A missing or unusable answer is not a
 * failure: the refund is then polled until its state is known.
 * @throws Problem `refund_unknown`, `id_invalid`, `refund_not_through_gateway`, `refund_not_pending`,
 * `refund_not_abnormal`, `refund_redirect_unsupported`, `gateway_refused`, `gateway_address_forbidden`,
 * `gateway_unavailable` (not processed).
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
  await reserve(db, { refund: id, gateway: row.gateway }, prefixed, actor)
  const refusal = await call(client, row.number)
  await note(db, row, refusal, client.rules.pollSeconds[0] ?? 0)
  if (refusal?.nothing === true) throw problemOf(refusal.error, row.gateway)
  return (await readGatewayRefunds(db, [id])).get(id)!
}

async function reserve(db: TenantDatabase, carried: CarriedRefund, prefixed: string, actor: string): Promise<void> {
  const id = carried.refund
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
    await enqueue(tx, executeRefund, [jobAgain(db.tenant, carried, RESERVED_SECONDS)])
    await recordAudit(tx, { actor, action: 'refund_redirected', subject: prefixed })
  })
}

/** Why the call returned no answer. `nothing`: it certainly changed nothing at the provider. */
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

/**
 * Queries whether the refund is still abnormal: this call was refused, but an earlier one may have been accepted and
 * its answer lost.
 */
async function stillAbnormal(client: Gateway, number: string): Promise<boolean> {
  try {
    return (await client.queryRefund(number)).status === 'abnormal'
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error
    return false
  }
}

/** Records the outcome of the call, unless a notification or a job has updated the refund meanwhile. */
async function note(db: TenantDatabase, row: CarriedRefund, refusal: Refusal | null, soon: number): Promise<void> {
  const { error, nothing = false } = refusal ?? {}
  await db.transaction(async (tx) => {
    await tx.execute(
      `UPDATE gateway_refund SET status = $3, last_code = $4, last_message = left($5, 500), calls = calls + 1,
              updated_at = now()
       WHERE tenant = $1 AND refund = $2 AND status = 'processing' AND last_code = $6`,
      [db.tenant, row.refund, nothing ? 'abnormal' : 'processing', error?.code ?? null, error?.message ?? null, ASKED],
    )
    if (!nothing) await enqueue(tx, executeRefund, [jobAgain(db.tenant, row, soon)])
  })
}

function problemOf(error: GatewayError, gateway: string): Problem {
  const { kind, code, message } = error
  if (kind === 'busy') return unavailable(gateway, error)
  return new Problem('gateway_refused', { gateway, code, message: message.slice(0, 200) })
}
