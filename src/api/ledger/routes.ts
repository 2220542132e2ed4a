import Type, { type Static } from 'typebox'
import { recordAudit } from '../../audit/audit.ts'
import { checkBooks } from '../../charges/check.ts'
import { parseOptionalInstant } from '../../http/instants.ts'
import { type Api, operation } from '../../http/operation.ts'
import {
  AccountPath,
  ChargeId,
  Currency,
  Decimal,
  Instant,
  JournalId,
  named,
  nullableText,
  oneOf,
  PageQuery,
  RefundId,
} from '../../http/shapes.ts'
import { Turns } from '../../http/turns.ts'
import type { LedgerReport } from '../../ledger/check.ts'
import { type ExportFormat, exportFormats, exportLedger, parseExportPeriod } from '../../ledger/export.ts'
import type { ExportScope } from '../../ledger/export-format.ts'
import { type TrialBalanceLine, trialBalance } from '../../ledger/history.ts'
import { findPosting } from '../../ledger/postings.ts'
import { formatMicros } from '../../money/amount.ts'
import { Problem } from '../../problem.ts'
import { described } from '../../schema.ts'
import type { Services } from '../services.ts'
import { Basis } from './accounts.ts'
import { TransferPage, transferPage } from './schema.ts'
import { spooled } from './spool.ts'

const TrialBalanceLineShape = named(
  'TrialBalanceLine',
  Type.Object({
    path: AccountPath,
    currency: Currency,
    debit: described(Decimal, 'Total of all debits'),
    credit: described(Decimal, 'Total of all credits'),
    balance: described(Decimal, 'Credits minus debits; all balances in a currency add up to zero'),
  }),
)

const TrialBalance = named(
  'TrialBalance',
  Type.Object(
    {
      at: nullableText({ description: 'The time of the balances; null for now' }),
      basis: Basis,
      data: Type.Array(TrialBalanceLineShape),
    },
    { description: 'Debits and credits of every account, calculated from the transfers' },
  ),
)

const LedgerCheck = named(
  'LedgerCheck',
  Type.Object(
    {
      ok: Type.Boolean({ description: 'True if no faults were found' }),
      accounts: Type.Integer(),
      transfers: Type.Integer(),
      blocks: Type.Integer({ description: 'Number of blocks in the hash chain' }),
      unchained: Type.Integer({ description: 'Number of batches that are not in the chain yet' }),
      faults: Type.Array(Type.Object({ code: Type.String(), detail: Type.String() })),
    },
    { description: 'The result of recalculating all balances from the transfers' },
  ),
)

const transfers = operation({
  id: 'listTransfers',
  tag: 'Ledger',
  summary: 'List transfers',
  description: 'Most recently recorded first.',
  scope: 'ledger:read',
  query: Type.Object(
    {
      charge: Type.Optional(ChargeId),
      refund: Type.Optional(RefundId),
      journalEntry: Type.Optional(JournalId),
      ...PageQuery,
    },
    { additionalProperties: false, description: 'At most one of charge, refund and journalEntry' },
  ),
  answers: { 200: { description: 'A page of transfers', schema: TransferPage } },
  problems: ['cursor_invalid', 'id_invalid', 'charge_unknown', 'refund_unknown', 'journal_entry_unknown'],
})

const trial = operation({
  id: 'getTrialBalance',
  tag: 'Ledger',
  summary: 'Retrieve the trial balance',
  description: 'The current trial balance, or the one at a past time.',
  scope: 'ledger:read',
  query: Type.Object({ at: Type.Optional(Instant), basis: Type.Optional(Basis) }, { additionalProperties: false }),
  answers: { 200: { description: 'The trial balance', schema: TrialBalance } },
  problems: ['time_invalid'],
})

const check = operation({
  id: 'checkLedger',
  tag: 'Ledger',
  summary: 'Check the integrity of the ledger',
  description: 'Recalculates all balances from the transfers. Reads the whole ledger: run it rarely on large ledgers.',
  scope: 'ledger:read',
  answers: { 200: { description: 'The result of the check', schema: LedgerCheck } },
})

/** Per tenant: until the client has read them. */
const EXPORTS_AT_ONCE = 2
const FORMATS = Object.keys(exportFormats) as ExportFormat[]
const ExportDay = Type.String({
  pattern: '^\\d{4}-\\d\\d(-\\d\\d)?$',
  description: 'Day or month in the tenant’s time zone',
  examples: ['2026-11'],
})
const exporting = operation({
  id: 'exportLedger',
  tag: 'Ledger',
  summary: 'Export the ledger',
  description:
    'The ledger as text for other accounting programs, as of a single moment: the whole, or a period that begins with its opening balances.',
  scope: 'ledger:read',
  query: Type.Object(
    {
      format: oneOf(FORMATS),
      from: Type.Optional(described(ExportDay, 'First day or month')),
      to: Type.Optional(described(ExportDay, 'Day after the last, or month after the last')),
      externals: Type.Optional(
        oneOf(['one', 'each'], {
          default: 'one',
          description:
            'Name of the accounts outside: `one` account with the party as a sub-ledger, or an account for `each` party',
        }),
      ),
      units: Type.Optional(
        oneOf(['money', 'other', 'all'], {
          default: 'money',
          description: 'Currencies only, only other units such as privacy budgets, or all of them',
        }),
      ),
    },
    { additionalProperties: false },
  ),
  answers: {
    200: { description: 'The ledger', schema: Type.String(), type: 'text/plain', alsoAs: ['text/csv'] },
  },
  problems: ['operations_limited', 'export_too_large', 'disk_full', 'export_period_invalid'],
})

export function ledgerRoutes(app: Api, { engine }: Services): void {
  app.get('/v1/ledger/transfers', transfers, async ({ identity: { tenant }, query }) => {
    const { db } = engine.tenant(tenant)
    const names = (['charge', 'refund', 'journalEntry'] as const).filter((name) => query[name] !== undefined)
    if (names.length > 1) throw new Problem('request_invalid', { reason: `provide only one of ${names.join(', ')}` })
    const [of] = names
    const posting = of && (await findPosting(db, of, query[of]!))
    return transferPage(db, 'ledger', query, { posting })
  })

  app.get('/v1/ledger/trial-balance', trial, async ({ identity: { tenant }, query: { at, basis = 'recorded' } }) => {
    const moment = parseOptionalInstant(at)
    // Reads all transfers in a read-only transaction.
    const lines = await engine
      .tenant(tenant)
      .db.transaction((tx) => trialBalance(tx, moment && { at: moment, basis }), { readOnly: true })
    return { at: moment?.toISOString() ?? null, basis, data: lines.map(toLine) }
  })

  // The check reads the whole ledger: callers that ask while it runs share its result.
  const running = new Map<number, Promise<LedgerReport>>()
  app.get('/v1/ledger/check', check, async ({ identity: { tenant } }) => {
    const requested = running.get(tenant) ?? checkBooks(engine.tenant(tenant).db).finally(() => running.delete(tenant))
    running.set(tenant, requested)
    const report = await requested
    return { ok: report.faults.length === 0, ...report }
  })

  const exports = new Turns(EXPORTS_AT_ONCE)
  app.get('/v1/ledger/export', exporting, async ({ identity, query }, reply) => {
    const { format, from, to, externals = 'one', units = 'money' } = query
    const scope: ExportScope = { ...parseExportPeriod(from, to), externals, units }
    const { db } = engine.tenant(identity.tenant, identity)
    const ended = exports.take(identity.tenant)
    const gone = new AbortController()
    reply.raw.once('close', () => gone.abort(new Problem('shutting_down', {})))
    const stream = await recordAudit(db, { action: 'ledger_exported', detail: { format, ...scope } }).then(
      () => spooled(exportLedger(db, format, scope), { signal: gone.signal, ended }),
      (error) => {
        ended()
        throw error
      },
    )
    const { mediaType, extension } = exportFormats[format]
    reply.type(mediaType).header('content-disposition', `attachment; filename="${fileName(scope)}.${extension}"`)
    return reply.send(stream)
  })
}

function fileName({ from, to }: ExportScope): string {
  return ['ledger', ...(from ? [`from-${from}`] : []), ...(to ? [`to-${to}`] : [])].join('-')
}

function toLine({ path, unit, debit, credit, balance }: TrialBalanceLine): Static<typeof TrialBalanceLineShape> {
  const text = (micros: bigint) => formatMicros(micros, unit)
  return { path, currency: unit, debit: text(debit), credit: text(credit), balance: text(balance) }
}
