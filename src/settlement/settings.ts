/**
 * Settlement settings of a tenant: debt limits, payout schedule and amounts, holds, and the amounts above which two
 * people are needed. A party may override some of them. Limits are also written to `debt_limit`, from which refunds
 * read them.
 */
import { type Act, recordAudit } from '../audit/audit.ts'
import type { TenantDatabase, TenantQueryable } from '../db/connect.ts'
import { checkPartyId } from '../ids.ts'
import { formatMicros, type Micros, parseMicros } from '../money/amount.ts'
import { isCurrency } from '../money/currency.ts'
import { Problem } from '../problem.ts'
import {
  DESTINATION_WAIT_HOURS,
  type DebtLimit,
  type Hold,
  type PartySettings,
  type PayoutSchedule,
  type SettlementSettings,
} from './settings-schema.ts'

/** The settings in force for one party. */
export interface Terms {
  readonly minimum: Micros
  readonly twoPeopleAbove: Micros
  readonly writeOffTwoPeopleAbove: Micros
  readonly destinationWaitHours: number
  readonly restoreAtPayout: boolean
  readonly paused: boolean
  readonly hold: Hold
  readonly lines: Readonly<Record<string, Hold>>
}

export const DEFAULTS: SettlementSettings = {
  debts: { limits: [], writeOffTwoPeopleAbove: '1000', restoreAtPayout: false },
  payouts: {
    schedule: null,
    minimum: '0',
    twoPeopleAbove: '10000',
    hold: { rule: 'refund-window', days: 30 },
    lines: {},
  },
}

export interface StoredSettings<Settings> {
  readonly settings: Settings
  readonly scheduleSince: string | null
  readonly updatedBy: string | null
  readonly updatedAt: Date | null
}

const TENANT = ''

export async function readSettings(db: TenantQueryable): Promise<StoredSettings<SettlementSettings>> {
  const row = (await readRows(db, [TENANT])).get(TENANT)
  if (!row) return { settings: DEFAULTS, scheduleSince: null, updatedBy: null, updatedAt: null }
  const { settings, ...rest } = row
  return { ...rest, settings: JSON.parse(settings) as SettlementSettings }
}

/** Returns the overrides of a party; undefined if it has none. */
export async function readPartySettings(
  db: TenantQueryable,
  party: string,
): Promise<StoredSettings<PartySettings> | undefined> {
  const row = (await readRows(db, [party])).get(party)
  return row && { ...row, settings: JSON.parse(row.settings) as PartySettings }
}

/** Returns the settings in force for a party: its overrides merged over the tenant's settings. */
export async function readTerms(db: TenantQueryable, party: string): Promise<Terms> {
  const rows = await readRows(db, [TENANT, party])
  const parse = <T>(name: string, none: T) => (rows.has(name) ? (JSON.parse(rows.get(name)!.settings) as T) : none)
  const { debts, payouts } = parse<SettlementSettings>(TENANT, DEFAULTS)
  const { payouts: own = {} } = parse<PartySettings>(party, {})
  return {
    minimum: parseMicros(own.minimum ?? payouts.minimum),
    twoPeopleAbove: parseMicros(payouts.twoPeopleAbove),
    writeOffTwoPeopleAbove: parseMicros(debts.writeOffTwoPeopleAbove),
    destinationWaitHours: payouts.destinationWaitHours ?? DESTINATION_WAIT_HOURS,
    restoreAtPayout: debts.restoreAtPayout,
    paused: own.paused ?? false,
    hold: own.hold ?? payouts.hold,
    lines: own.hold ? {} : payouts.lines,
  }
}

interface Row {
  settings: string
  scheduleSince: string
  updatedBy: string
  updatedAt: Date
}

async function readRows(db: TenantQueryable, parties: readonly string[]): Promise<Map<string, Row>> {
  const rows = await db.query<Row & { party: string }>(
    `SELECT party, settings, schedule_since::text AS "scheduleSince", updated_by AS "updatedBy", updated_at AS "updatedAt"
     FROM settlement_settings WHERE tenant = $1 AND party = ANY ($2::text[])`,
    [db.tenant, parties],
  )
  return new Map(rows.map(({ party, ...row }) => [party, row]))
}

/** @throws Problem `settlement_settings_invalid`, and those of amounts. */
export function checkSettings({ debts, payouts }: SettlementSettings): void {
  for (const text of [debts.writeOffTwoPeopleAbove, payouts.minimum, payouts.twoPeopleAbove]) checkAmount(text)
  if (payouts.schedule) checkSchedule(payouts.schedule)
  toLimitRows(debts.limits)
}

/** @throws Problem `settlement_settings_invalid`, `party_id_invalid`, and those of amounts. */
export function checkPartySettings(party: string, settings: PartySettings): void {
  checkPartyId(party)
  if (settings.payouts?.minimum !== undefined) checkAmount(settings.payouts.minimum)
  toLimitRows(settings.debts?.limits ?? [])
}

/** Replaces the tenant's settings. @throws as {@link checkSettings}. */
export async function writeSettings(db: TenantDatabase, settings: SettlementSettings, actor: string): Promise<void> {
  checkSettings(settings)
  await write(db, TENANT, { settings, limits: settings.debts.limits, actor })
}

/** Replaces the overrides of a party. @throws as {@link checkPartySettings}. */
export async function writePartySettings(
  db: TenantDatabase,
  party: string,
  settings: PartySettings,
  actor: string,
): Promise<void> {
  checkPartySettings(party, settings)
  await write(db, party, { settings, limits: settings.debts?.limits ?? [], actor })
}

/** Deletes the overrides of a party; the tenant's settings apply again. */
export async function deletePartySettings(db: TenantDatabase, party: string, actor: string): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute("DELETE FROM debt_limit WHERE tenant = $1 AND party = $2 AND party <> ''", [db.tenant, party])
    const gone = await tx.execute("DELETE FROM settlement_settings WHERE tenant = $1 AND party = $2 AND party <> ''", [
      db.tenant,
      party,
    ])
    if (gone > 0) await recordAudit(tx, { actor, action: 'settlement_settings_removed', subject: party })
  })
}

async function write(
  db: TenantDatabase,
  party: string,
  {
    settings,
    limits,
    actor,
  }: {
    readonly settings: SettlementSettings | PartySettings
    readonly limits: readonly DebtLimit[]
    readonly actor: string
  },
): Promise<void> {
  const rows = toLimitRows(limits)
  // Stores limits normalized to the decimals of their currency.
  const debts = settings.debts?.limits && { debts: { ...settings.debts, limits: rows.map(limitOf) } }
  const stored = JSON.stringify({ ...settings, ...debts })
  await db.transaction(async (tx) => {
    // Rows of limits are written after this lock, which serializes concurrent changes of the same settings.
    const before = (await lockRow(tx, party))?.settings
    const changed = scheduleOf(before) !== scheduleOf(stored)
    await tx.execute(
      `INSERT INTO settlement_settings (tenant, party, settings, schedule_since, updated_by)
       SELECT $1, $2, $3, (now() AT TIME ZONE time_zone)::date + 1, $4 FROM tenant WHERE id = $1
       ON CONFLICT (tenant, party) DO UPDATE SET settings = excluded.settings, updated_by = excluded.updated_by,
         updated_at = now(), schedule_since = CASE WHEN $5 THEN excluded.schedule_since
                                              ELSE settlement_settings.schedule_since END`,
      [db.tenant, party, stored, actor, changed],
    )
    await tx.execute('DELETE FROM debt_limit WHERE tenant = $1 AND party = $2', [db.tenant, party])
    await tx.execute(
      `INSERT INTO debt_limit (tenant, party, unit, amount, beyond)
       SELECT $1, $2, t.unit, t.amount, t.beyond FROM unnest($3::text[], $4::bigint[], $5::text[]) AS t(unit, amount, beyond)`,
      [
        db.tenant,
        party,
        rows.map(({ unit }) => unit),
        rows.map(({ amount }) => amount),
        rows.map(({ beyond }) => beyond),
      ],
    )
    const act: Act = { actor, action: 'settlement_settings_changed', subject: party === TENANT ? null : party }
    await recordAudit(tx, {
      ...act,
      detail: { before: before === undefined ? null : JSON.parse(before), after: JSON.parse(stored) },
    })
  })
}

function toLimitRows(limits: readonly DebtLimit[]) {
  const rows = limits.map(({ amount: { amount, currency }, beyond }) => ({
    unit: checkCurrency(currency),
    amount: checkAmount(amount, currency),
    beyond,
  }))
  if (new Set(rows.map(({ unit }) => unit)).size < rows.length)
    throw invalid('limits', 'only one limit per currency is allowed')
  return rows
}

async function lockRow(tx: TenantQueryable, party: string) {
  const [row] = await tx.query<{ settings: string }>(
    'SELECT settings FROM settlement_settings WHERE tenant = $1 AND party = $2 FOR UPDATE',
    [tx.tenant, party],
  )
  return row
}

function scheduleOf(settings: string | undefined): string {
  const { payouts } = (settings === undefined ? DEFAULTS : JSON.parse(settings)) as Partial<SettlementSettings>
  return JSON.stringify(payouts?.schedule ?? null)
}

function checkAmount(text: string, unit = ''): Micros {
  const amount = parseMicros(text, unit)
  if (amount < 0n) throw new Problem('amount_invalid', { value: formatMicros(amount, unit) })
  return amount
}

const limitOf = ({
  unit,
  amount,
  beyond,
}: {
  unit: string
  amount: Micros
  beyond: DebtLimit['beyond']
}): DebtLimit => ({
  amount: { amount: formatMicros(amount, unit), currency: unit },
  beyond,
})

function checkCurrency(unit: string): string {
  if (!isCurrency(unit)) throw new Problem('currency_unknown', { unit })
  return unit
}

function checkSchedule({ every, day }: PayoutSchedule): void {
  const most = every === 'week' ? 7 : 31
  if (every === 'day' && day !== undefined) throw invalid('schedule', 'a daily schedule has no day')
  if (every !== 'day' && (day === undefined || !Number.isInteger(day) || day < 1 || day > most)) {
    throw invalid('schedule', `day must be between 1 and ${most}`)
  }
}

const invalid = (field: string, reason: string) => new Problem('settlement_settings_invalid', { field, reason })
