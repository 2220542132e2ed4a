/**
 * Serves payers with a receipt: opens it by number and secret or by a link, shows it, and accepts requests. Wrong
 * numbers and wrong secrets get the same response and cause the same statements: the count, and a lookup of the ids
 * that a number can refer to. A charge is read only after its secret was verified.
 */

import type { Reason } from '../charges/policy.ts'
import { type ChargeRow, readCharges } from '../charges/record.ts'
import { type Database, prepared, type TenantQueryable } from '../db/connect.ts'
import type { Engine } from '../engine/engine.ts'
import { idToUuid, uuidToId } from '../ids.ts'
import { clock } from '../ledger/effective.ts'
import { formatMicros } from '../money/amount.ts'
import { Problem } from '../problem.ts'
import { addEvidence, appeal, withdraw } from '../refund-requests/change.ts'
import { type EvidenceInput, openRequest } from '../refund-requests/open.ts'
import { type By, readRequest } from '../refund-requests/record.ts'
import { type RefundAsk, refundableOf } from '../refunds/plan.ts'
import type { Seal } from '../seal.ts'
import { countTry, countVisit } from './attempts.ts'
import { ReceiptKeys, readSecret } from './keys.ts'
import { readReceiptNumber, receiptNumber } from './number.ts'
import { actorOf, type Receipt, readReceipt } from './receipt.ts'

/** An opened receipt. */
export interface Opened {
  readonly tenant: number
  readonly charge: ChargeRow
  /** End of the link with which the receipt was opened; absent: it was opened with its secret. */
  readonly endsAt?: Date
}

export type Opening = { readonly number: string; readonly secret: string } | { readonly token: string }

export interface Asked {
  readonly reason: Reason
  readonly ask: RefundAsk
  readonly note?: string | undefined
  /** Idempotency key: the same key creates one request. */
  readonly key?: string | undefined
}

/** How long a token replaces number and secret. */
const VISIT_MINUTES = 30
const MINUTE = 60_000
const DAY = 1440 * MINUTE
/** An upper bound of the charges that can share a number. */
const CANDIDATES = 16
const candidates = prepared(
  `SELECT id FROM charge WHERE tenant = $1 AND id >= $2 AND id <= $3 ORDER BY id LIMIT ${CANDIDATES}`,
)

export class ReceiptService {
  readonly #database: Database
  readonly #engine: Engine
  readonly #keys: ReceiptKeys

  constructor({ database, engine, seal }: { database: Database; engine: Engine; seal: Seal }) {
    this.#database = database
    this.#engine = engine
    this.#keys = new ReceiptKeys(seal)
  }

  number({ tenant, charge }: Opened): string {
    return receiptNumber(tenant, charge.id)
  }

  secret({ tenant, charge }: Opened): string {
    return this.#keys.secret(tenant, charge.id)
  }

  /** A token that opens the receipt for the given number of days. */
  async link({ tenant, charge }: Opened, days: number): Promise<{ token: string; endsAt: Date }> {
    return this.#token(tenant, charge, days * DAY)
  }

  /** A token for continuing now; it ends no later than the one with which the receipt was opened. */
  async visit({ tenant, charge, endsAt }: Opened): Promise<{ token: string; endsAt: Date }> {
    return this.#token(tenant, charge, VISIT_MINUTES * MINUTE, endsAt)
  }

  /** When a token expires. @throws Problem `receipt_link_ended` if it is not valid. */
  endOf(token: string): Date {
    const link = this.#keys.readLink(token)
    if (!link) throw new Problem('receipt_link_ended')
    return link.endsAt
  }

  /** @throws Problem `receipt_number_mistyped`, `receipt_secret_mistyped`, `receipt_refused`, `receipt_link_ended`, `rate_limited`. */
  open(by: Opening, address: string): Promise<Opened> {
    return 'token' in by ? this.#openByLink(by.token, address) : this.#openByNumber(by.number, by.secret, address)
  }

  read({ tenant, charge }: Opened): Promise<Receipt> {
    return this.#database.tenant(tenant).transaction((tx) => readReceipt(tx, charge), { isolation: 'repeatable read' })
  }

  /**
   * Creates a refund request in the payer's name. A request that the policy declines appears on the receipt and is not
   * an error; an amount beyond what is refundable creates no request, so there is nothing to review.
   * @throws Problem `refund_exceeds_refundable`.
   */
  async ask({ tenant, charge }: Opened, { reason, ask, note, key }: Asked): Promise<string> {
    const id = uuidToId('chg', charge.id)
    const { request } = await openRequest({ engine: this.#engine }, tenant, {
      ...{ charge: id, reason, asker: 'payer', ask, note },
      first: async (tx) => checkLeft(await readNow(tx, charge), ask),
      by: { actor: actorOf(charge), party: charge.payer },
      // A namespace of its own per charge: it neither collides with the platform's keys nor reveals them.
      ...(key === undefined ? {} : { idempotencyKey: `receipt ${id} ${key}` }),
    })
    return uuidToId('req', request.id)
  }

  /** @throws Problem `receipt_request_unknown`, `refund_request_closed`. */
  async withdraw(opened: Opened, request: string): Promise<void> {
    await withdraw({ engine: this.#engine }, opened.tenant, request, await this.#mayChange(opened, request))
  }

  /**
   * Adds evidence that a request waits for. The policy is then evaluated again and may refund immediately.
   * @throws Problem `receipt_request_unknown`, `refund_request_closed`, `refund_request_events_many`.
   */
  async show(opened: Opened, request: string, evidence: EvidenceInput): Promise<void> {
    const by = await this.#mayChange(opened, request)
    await addEvidence({ engine: this.#engine }, opened.tenant, request, { evidence, by })
  }

  /**
   * Appeals a declined request; another person decides.
   * @throws Problem `receipt_request_unknown`, `refund_request_closed`, `refund_request_appealed`,
   * `refund_request_events_many`.
   */
  async appeal(opened: Opened, request: string, text: string): Promise<void> {
    const by = await this.#mayChange(opened, request)
    await appeal({ engine: this.#engine }, opened.tenant, request, { text, by })
  }

  /**
   * The party of the request, if the payer made it and it belongs to this charge. The holder of the receipt cannot add
   * to or withdraw a guardian's request, because the holder may be the child.
   * @throws Problem `receipt_request_unknown`.
   */
  async #mayChange({ tenant, charge }: Opened, request: string): Promise<By> {
    const uuid = uuidOf(request)
    const row = uuid === undefined ? undefined : await readRequest(this.#database.tenant(tenant), uuid)
    if (row?.charge !== charge.id || row.party !== charge.payer || row.asker !== 'payer') {
      throw new Problem('receipt_request_unknown', { request: request.slice(0, 60) })
    }
    return { actor: actorOf(charge), party: charge.payer }
  }

  async #openByNumber(number: string, secret: string, address: string): Promise<Opened> {
    const range = readReceiptNumber(number)
    if (!range) throw new Problem('receipt_number_mistyped')
    const typed = readSecret(secret)
    if (typed === undefined) throw new Problem('receipt_secret_mistyped')
    const { tenant, first, last } = range
    const attempt = await countTry(this.#database, `${tenant} ${first}`, address)
    const rows = await this.#database.tenant(tenant).query<{ id: string }>(candidates, [tenant, first, last])
    const found = this.#keys.opened(
      tenant,
      rows.map(({ id }) => id),
      typed,
    )
    if (found === undefined) throw new Problem('receipt_refused')
    await attempt.succeeded()
    return { tenant, charge: (await this.#charge(tenant, found))! }
  }

  async #openByLink(token: string, address: string): Promise<Opened> {
    await countVisit(this.#database, address)
    const link = this.#keys.readLink(token)
    if (!link || link.endsAt <= (await clock(this.#database.system))) throw new Problem('receipt_link_ended')
    const charge = await this.#charge(link.tenant, link.charge)
    if (!charge) throw new Problem('receipt_link_ended')
    return { tenant: link.tenant, charge, endsAt: link.endsAt }
  }

  async #charge(tenant: number, id: string): Promise<ChargeRow | undefined> {
    return (await readCharges(this.#database.tenant(tenant), [id])).get(id)
  }

  async #token(tenant: number, charge: ChargeRow, ms: number, latest?: Date): Promise<{ token: string; endsAt: Date }> {
    const now = await clock(this.#database.system)
    const end = Math.min(now.getTime() + ms, latest?.getTime() ?? Number.POSITIVE_INFINITY)
    // Whole seconds, as in the token.
    const endsAt = new Date(Math.floor(end / 1000) * 1000)
    return { token: this.#keys.link({ tenant, charge: charge.id, endsAt }), endsAt }
  }
}

async function readNow(tx: TenantQueryable, { id }: ChargeRow): Promise<ChargeRow> {
  return (await readCharges(tx, [id])).get(id)!
}

/** @throws Problem `refund_exceeds_refundable` if that much is not left, regardless of the policy. */
function checkLeft(charge: ChargeRow, { amount, items = [] }: RefundAsk): void {
  const requested = amount ?? items.reduce((sum, item) => sum + (item.amount ?? 0n), 0n)
  const left = refundableOf(charge)
  if (requested <= left) return
  const [wanted, refundable] = [formatMicros(requested, charge.unit), formatMicros(left, charge.unit)]
  throw new Problem('refund_exceeds_refundable', { asked: wanted, refundable, unit: charge.unit })
}

function uuidOf(request: string): string | undefined {
  try {
    return idToUuid('req', request)
  } catch {
    return undefined
  }
}
