/**
 * Executes a delivery: one signed attempt per job. The result is recorded together with the job of the next attempt. No
 * transaction is open during the call. If the process dies between the response and recording it, the attempt is
 * repeated: deliveries are at least once, with the same `webhook-id` for the receiver to detect duplicates.
 *
 * Locks: the delivery, then its endpoint.
 */
import { type Database, prepared } from '../db/connect.ts'
import { type DeliveryJob, deliveryQueue } from '../events/announce.ts'
import { type Uuid, uuidToId } from '../ids.ts'
import type { Job, Jobs } from '../jobs/jobs.ts'
import type { Seal } from '../seal.ts'
import { type Attempt, enqueueDeliveries, TEST_EVENT } from './delivery.ts'
import { type DisabledReason, noteFailure, noteSuccess, secretOf } from './endpoint.ts'
import { delayAfter, FAILING_SECONDS, SCHEDULE } from './schedule.ts'
import { Sender, type SenderOptions } from './send.ts'
import { signedHeaders } from './signature.ts'

export interface WebhookSettings extends SenderOptions {
  /** Seconds before each attempt. */
  readonly schedule?: readonly number[]
  /** How long an endpoint may fail before it is disabled. */
  readonly failingSeconds?: number
  /** Called when an endpoint was disabled because of its responses. */
  readonly disabled?: (tenant: number, webhook: string, reason: DisabledReason) => void
}

interface Due {
  readonly endpoint: Uuid
  readonly attempts: number
  readonly event: Uuid
  readonly type: string
  readonly subject: string
  readonly data: string
  readonly created_at: Date
  /** Null if the endpoint was deleted. */
  readonly url: string | null
  readonly enabled: boolean | null
  readonly secret: Buffer
  readonly previous_secret: Buffer | null
  readonly now: Date
}

const dueStatement = prepared(`
SELECT d.endpoint, d.attempts, d.event, e.type, e.subject, e.data, e.created_at, w.url, w.enabled, w.secret,
  CASE WHEN w.previous_secret_until > clock_timestamp() THEN w.previous_secret END AS previous_secret,
  clock_timestamp() AS now
FROM webhook_delivery d JOIN event e ON e.tenant = d.tenant AND e.id = d.event
  LEFT JOIN webhook_endpoint w ON w.tenant = d.tenant AND w.id = d.endpoint
WHERE d.tenant = $1 AND d.id = $2 AND d.status = 'pending'`)

const cancelStatement = prepared(`
UPDATE webhook_delivery SET status = 'canceled', next_attempt_at = NULL,
  completed_at = date_trunc('milliseconds', clock_timestamp())
WHERE tenant = $1 AND id = $2 AND status = 'pending'`)

/** Keeps the most recent attempts; an attempt that was recorded concurrently is not recorded again. */
const KEPT_ATTEMPTS = 20
const recordStatement = prepared(`
UPDATE webhook_delivery SET attempts = attempts + 1, status = $4,
  log = CASE WHEN jsonb_array_length(log) >= ${KEPT_ATTEMPTS} THEN log - 0 ELSE log END || $5::jsonb,
  next_attempt_at = date_trunc('milliseconds', clock_timestamp()) + $6::double precision * interval '1 s',
  completed_at = CASE WHEN $6::double precision IS NULL THEN date_trunc('milliseconds', clock_timestamp()) END
WHERE tenant = $1 AND id = $2 AND attempts = $3 AND status = 'pending'`)

/**
 * Attempts that failed because of internal errors were retried for hours (src/events/announce.ts) before this is shown.
 */
const giveUpStatement = prepared(`
UPDATE webhook_delivery SET status = 'failed', next_attempt_at = NULL, log = log || $3::jsonb,
  completed_at = date_trunc('milliseconds', clock_timestamp())
WHERE tenant = $1 AND id = $2 AND status = 'pending'`)

/** Starts making deliveries in this process. */
export async function startWebhooks(
  jobs: Jobs,
  { database, seal }: { readonly database: Database; readonly seal: Seal },
  settings: WebhookSettings,
): Promise<void> {
  const sender = new Sender(settings)
  const deliverer = new Deliverer(database, seal, sender, settings)
  await jobs.work(
    deliveryQueue,
    (job) => deliverer.deliver(job),
    ({ data }) => deliverer.giveUp(data),
  )
}

class Deliverer {
  readonly #database: Database
  readonly #seal: Seal
  readonly #sender: Sender
  readonly #schedule: readonly number[]
  readonly #failingSeconds: number
  readonly #disabled: NonNullable<WebhookSettings['disabled']>

  constructor(database: Database, seal: Seal, sender: Sender, settings: WebhookSettings) {
    this.#database = database
    this.#seal = seal
    this.#sender = sender
    this.#schedule = settings.schedule ?? SCHEDULE
    this.#failingSeconds = settings.failingSeconds ?? FAILING_SECONDS
    this.#disabled = settings.disabled ?? (() => {})
  }

  async deliver({ data: { tenant, delivery }, signal }: Job<DeliveryJob>): Promise<void> {
    const db = this.#database.tenant(tenant)
    const [due] = await db.query<Due>(dueStatement, [tenant, delivery])
    if (!due) return
    if (due.url === null || !due.enabled) {
      await db.execute(cancelStatement, [tenant, delivery])
      return
    }
    const payload = payloadOf(due)
    const headers = signedHeaders(uuidToId('evt', due.event), due.now, payload, this.#secrets(tenant, due))
    const outcome = await this.#sender.send({ tenant, url: due.url, payload, headers, signal })
    await this.#record(tenant, delivery, due, { at: due.now.toISOString(), ...outcome })
  }

  async giveUp({ tenant, delivery }: DeliveryJob): Promise<void> {
    const attempt: Attempt = { at: new Date().toISOString(), code: null, error: 'internal', body: '', durationMs: 0 }
    await this.#database.tenant(tenant).execute(giveUpStatement, [tenant, delivery, JSON.stringify([attempt])])
  }

  #secrets(tenant: number, { endpoint, secret, previous_secret: previous }: Due): string[] {
    const of = secretOf(tenant, endpoint)
    return [secret, ...(previous ? [previous] : [])].map((sealed) => this.#seal.open(sealed, of))
  }

  async #record(tenant: number, delivery: string, { endpoint, attempts, type }: Due, attempt: Attempt): Promise<void> {
    const succeeded = attempt.code !== null && attempt.code >= 200 && attempt.code < 300
    const gone = attempt.code === 410
    const last = succeeded || gone || type === TEST_EVENT
    const delay = last ? undefined : delayAfter(attempts + 1, this.#schedule)
    const status = succeeded ? 'succeeded' : delay === undefined ? 'failed' : 'pending'
    const disabled = await this.#database.tenant(tenant).transaction(async (tx) => {
      const params = [tenant, delivery, attempts, status, JSON.stringify([attempt]), delay ?? null]
      if ((await tx.execute(recordStatement, params)) === 0) return null
      if (delay !== undefined) await enqueueDeliveries(tx, [{ id: delivery, endpoint }], delay)
      if (!succeeded) return noteFailure(tx, endpoint, { gone, failingSeconds: this.#failingSeconds })
      await noteSuccess(tx, endpoint)
      return null
    })
    if (disabled) this.#disabled(tenant, uuidToId('whk', endpoint), disabled)
  }
}

/** The same bytes for every attempt: the data was serialized when the event happened. */
function payloadOf({ event, type, subject, data, created_at: at }: Due): string {
  const head = { id: uuidToId('evt', event), type, timestamp: at.toISOString(), subject }
  return `${JSON.stringify(head).slice(0, -1)},"data":${data}}`
}
