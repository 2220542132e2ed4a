/** Changes of the settings that decide what needs a second person; by default, such a change needs one itself. */
import { type ApprovalRow, admit } from '../../approvals/pending.ts'
import type { TenantDatabase } from '../../db/connect.ts'
import { parseMicros } from '../../money/amount.ts'
import { writeSettings as writeRequestSettings } from '../../refund-requests/settings.ts'
import {
  type ReconciliationSettings,
  writeSettings as writeReconciliationSettings,
} from '../../settlement/reconciliation/settings.ts'
import {
  checkPartySettings,
  checkSettings,
  deletePartySettings,
  writePartySettings,
  writeSettings,
} from '../../settlement/settings.ts'
import type { PartySettings, SettlementSettings } from '../../settlement/settings-schema.ts'
import { type TenantSignInSettings, writeSignInSettings } from '../../users/sign-in-settings.ts'
import type { ApprovedAct } from './execute.ts'

type Wire<Settings, Amounts extends keyof Settings> = Omit<Settings, Amounts> & {
  readonly [Name in Amounts]: Settings[Name] extends bigint ? string : string | null
}

/** As stored while it waits: amounts are decimals in major units. */
export type SettingsChange =
  | { readonly of: 'settlement'; readonly settings: SettlementSettings }
  /** Null: the overrides are deleted. */
  | { readonly of: 'party'; readonly party: string; readonly settings: PartySettings | null }
  | { readonly of: 'sign-in'; readonly settings: TenantSignInSettings }
  | {
      readonly of: 'refund-requests'
      readonly settings: { readonly answerDays: number; readonly bulkTwoPeopleAbove: string }
    }
  | {
      readonly of: 'reconciliation'
      readonly gateway: string
      readonly settings: Wire<ReconciliationSettings, 'feeTolerance' | 'twoPeopleAbove'>
    }

/**
 * @returns the approval that the change waits for; undefined if it is in force
 * @throws Problem `settlement_settings_invalid`, `party_id_invalid`, and those of amounts.
 */
export async function changeSettings(db: TenantDatabase, change: SettingsChange): Promise<ApprovalRow | undefined> {
  const write = prepare(change)
  const subject = change.of === 'party' ? change.party : change.of === 'reconciliation' ? change.gateway : null
  const submitted = { act: 'settings', subject, request: change, idempotency: null } as const
  const admission = await admit(db, submitted, () => write(db))
  return 'waiting' in admission ? admission.waiting : undefined
}

export async function executeSettings({ services, tenant, maker, request }: ApprovedAct): Promise<null> {
  await prepare(request as SettingsChange)(services.engine.tenant(tenant, { actor: maker }).db)
  return null
}

/** Validates a change, so that an invalid one does not wait for approval. @returns what writes it */
function prepare(change: SettingsChange): (db: TenantDatabase) => Promise<void> {
  if (change.of === 'settlement') {
    checkSettings(change.settings)
    return (db) => writeSettings(db, change.settings, db.by.actor)
  }
  if (change.of === 'party') {
    const { party, settings } = change
    if (settings === null) return (db) => deletePartySettings(db, party, db.by.actor)
    checkPartySettings(party, settings)
    return (db) => writePartySettings(db, party, settings, db.by.actor)
  }
  if (change.of === 'sign-in') return (db) => db.transaction((tx) => writeSignInSettings(tx, change.settings))
  if (change.of === 'refund-requests') {
    const { answerDays, bulkTwoPeopleAbove } = change.settings
    const settings = { answerDays, bulkTwoPeopleAbove: parseMicros(bulkTwoPeopleAbove) }
    return (db) => db.transaction((tx) => writeRequestSettings(tx, settings))
  }
  const { gateway } = change
  const { feeTolerance, twoPeopleAbove, ...rest } = change.settings
  const settings = {
    ...rest,
    feeTolerance: parseMicros(feeTolerance),
    twoPeopleAbove: twoPeopleAbove === null ? null : parseMicros(twoPeopleAbove),
  }
  return (db) => db.transaction((tx) => writeReconciliationSettings(tx, gateway, settings))
}
