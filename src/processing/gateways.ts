/**
 * The payment gateways of a tenant: encrypted settings, and one client per gateway, recreated when its settings change.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto'
import { recordAudit } from '../audit/audit.ts'
import type { TenantDatabase, TenantQueryable, TenantTransaction } from '../db/connect.ts'
import type { Gateway } from '../gateways/gateway.ts'
import { checkGateway, GATEWAY_KINDS, makeGateway } from '../gateways/kinds.ts'
import { checkPartyId, newUuid, type Uuid } from '../ids.ts'
import { canonical } from '../ledger/idempotency.ts'
import type { Outgoing } from '../outgoing/outgoing.ts'
import { Problem } from '../problem.ts'
import type { Seal } from '../seal.ts'

/** A row of `gateway` without its secrets. */
export interface GatewayRow {
  readonly id: Uuid
  /** The name used in charges, and the party that owns its clearing and fee accounts. */
  readonly name: string
  readonly kind: string
  readonly notifyToken: string
  readonly enabled: boolean
  readonly createdAt: Date
  readonly updatedAt: Date
}

interface SealedRow extends GatewayRow {
  readonly settings: Buffer
}

const COLUMNS = `id, name, kind, notify_token AS "notifyToken", enabled, created_at AS "createdAt", updated_at AS "updatedAt"`
const sealedFor = (tenant: number, name: string) => `gateway/${tenant}/${name}`

/** A gateway with its client. */
export interface OpenGateway {
  readonly row: GatewayRow
  readonly client: Gateway
}

function namesOfChanged(before: unknown, after: unknown): string[] {
  const [old, now] = [before ?? {}, after] as [Record<string, unknown>, Record<string, unknown>]
  const names = new Set([...Object.keys(old), ...Object.keys(now)])
  return [...names].filter((name) => canonical(old[name] ?? null) !== canonical(now[name] ?? null)).toSorted()
}

export class Gateways {
  readonly #seal: Seal
  readonly #outgoing: Outgoing
  readonly #open = new Map<string, OpenGateway>()

  constructor(seal: Seal, outgoing: Outgoing) {
    this.#seal = seal
    this.#outgoing = outgoing
  }

  list(db: TenantDatabase): Promise<GatewayRow[]> {
    return db.query<GatewayRow>(`SELECT ${COLUMNS} FROM gateway WHERE tenant = $1 ORDER BY name`, [db.tenant])
  }

  /** Creates a gateway or updates its settings. */
  async put(
    tx: TenantQueryable,
    { name, kind, settings, enabled }: { name: string; kind: string; settings: unknown; enabled: boolean },
  ): Promise<{ gateway: GatewayRow; created: boolean }> {
    this.check({ name, kind, settings })
    const before = await this.#lock(tx, name)
    const sealed = this.#seal.close(JSON.stringify(settings), sealedFor(tx.tenant, name))
    const [gateway] = await tx.query<GatewayRow>(
      `INSERT INTO gateway (tenant, id, name, kind, settings, notify_token, enabled, actor)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (tenant, name) DO UPDATE
       SET kind = excluded.kind, settings = excluded.settings, enabled = excluded.enabled, actor = excluded.actor,
           updated_at = clock_timestamp()
       RETURNING ${COLUMNS}`,
      [tx.tenant, newUuid(), name, kind, sealed, randomBytes(24).toString('base64url'), enabled, tx.by.actor],
    )
    const settingsBefore: unknown = before && JSON.parse(this.#seal.open(before.settings, sealedFor(tx.tenant, name)))
    await recordAudit(tx, {
      action: before ? 'gateway_changed' : 'gateway_created',
      subject: name,
      detail: {
        ...(before && { before: { kind: before.kind, enabled: before.enabled } }),
        after: { kind, enabled },
        // Names only: the values hold secrets.
        settingsChanged: namesOfChanged(settingsBefore, settings),
      },
    })
    return { gateway: gateway!, created: !before }
  }

  /** @throws Problem `gateway_kind_unknown`, `gateway_settings_invalid`, `party_id_invalid`, `party_reserved`. */
  check({ name, kind, settings }: { name: string; kind: string; settings: unknown }): void {
    checkPartyId(name)
    if (!Object.hasOwn(GATEWAY_KINDS, kind)) {
      throw new Problem('gateway_kind_unknown', { kind, known: Object.keys(GATEWAY_KINDS).join(', ') })
    }
    checkGateway(kind, settings, this.#outgoing.targets)
  }

  async #lock(tx: TenantQueryable, name: string): Promise<SealedRow | undefined> {
    const [row] = await tx.query<SealedRow>(
      `SELECT ${COLUMNS}, settings FROM gateway WHERE tenant = $1 AND name = $2 FOR NO KEY UPDATE`,
      [tx.tenant, name],
    )
    return row
  }

  /**
   * Enables or disables new payments through a gateway; its settings are not changed.
   * @throws Problem `gateway_unknown`.
   */
  async enable(tx: TenantQueryable, name: string, enabled: boolean): Promise<GatewayRow> {
    const before = await this.#lock(tx, name)
    if (!before) throw new Problem('gateway_unknown', { gateway: name })
    const [row] = await tx.query<GatewayRow>(
      `UPDATE gateway SET enabled = $3, actor = $4, updated_at = clock_timestamp() WHERE tenant = $1 AND name = $2
       RETURNING ${COLUMNS}`,
      [tx.tenant, name, enabled, tx.by.actor],
    )
    const detail = { before: { enabled: before.enabled }, after: { enabled } }
    await recordAudit(tx, { action: 'gateway_changed', subject: name, detail })
    return row!
  }

  /** Opens a gateway with its current settings. @throws Problem `gateway_unknown`. */
  async open(db: TenantDatabase, name: string): Promise<OpenGateway> {
    const [row] = await db.query<SealedRow>(
      `SELECT ${COLUMNS}, settings FROM gateway WHERE tenant = $1 AND name = $2`,
      [db.tenant, name],
    )
    if (!row) throw new Problem('gateway_unknown', { gateway: name })
    const { settings, ...known } = row
    const key = `${db.tenant} ${known.id} ${known.updatedAt.getTime()}`
    let open = this.#open.get(key)
    if (!open) {
      const opened = this.#seal.open(settings, sealedFor(db.tenant, name))
      open = { row: known, client: makeGateway(known.kind, JSON.parse(opened), this.#outgoing.of(db.tenant)) }
      this.#forgetOlder(`${db.tenant} ${known.id} `)
      this.#open.set(key, open)
    }
    return { ...open, row: known }
  }

  /** Opens a gateway for new payments. @throws Problem `gateway_unknown`, `gateway_disabled`. */
  async openEnabled(db: TenantDatabase, name: string): Promise<OpenGateway> {
    const open = await this.open(db, name)
    if (!open.row.enabled) throw new Problem('gateway_disabled', { gateway: name })
    return open
  }

  /**
   * Opens the gateway that a notification addresses.
   * @throws Problem `gateway_unknown` also where the token is wrong.
   */
  async openForNotification(db: TenantDatabase, name: string, token: string): Promise<OpenGateway> {
    const open = await this.open(db, name)
    const [given, own] = [Buffer.from(token), Buffer.from(open.row.notifyToken)]
    if (given.length !== own.length || !timingSafeEqual(given, own)) {
      throw new Problem('gateway_unknown', { gateway: name })
    }
    return open
  }

  #forgetOlder(prefix: string): void {
    for (const key of this.#open.keys()) if (key.startsWith(prefix)) this.#open.delete(key)
  }
}

/** Encrypts settings of gateways again, with the current key; returns the number of rows. Locks: the rows, in order. */
export async function resealGateways(tx: TenantTransaction, seal: Seal, limit: number): Promise<number> {
  const rows = await tx.query<{ name: string; settings: Buffer }>(
    `SELECT name, settings FROM gateway WHERE tenant = $1 AND substring(settings FROM 1 FOR 5) <> $2
     ORDER BY name LIMIT $3 FOR UPDATE`,
    [tx.tenant, seal.mark, limit],
  )
  for (const { name, settings } of rows) {
    const renewed = seal.renew(settings, sealedFor(tx.tenant, name))
    await tx.execute('UPDATE gateway SET settings = $3 WHERE tenant = $1 AND name = $2', [tx.tenant, name, renewed])
  }
  return rows.length
}
