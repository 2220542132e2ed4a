/** Debts of parties: lists, recovery, write-offs. */

import Type, { type Static } from 'typebox'
import { admit, type SubmittedAct } from '../../approvals/pending.ts'
import { checkUnits } from '../../catalog/units.ts'
import type { TenantDatabase } from '../../db/connect.ts'
import { byNumber, byUuid, page } from '../../http/cursor.ts'
import { definedFields } from '../../http/defined-fields.ts'
import { idempotencyKeyOf } from '../../http/idempotency-key.ts'
import { type Api, operation } from '../../http/operation.ts'
import {
  Currency,
  Decimal,
  Instant,
  id,
  Money,
  named,
  nullableText,
  oneOf,
  PageQuery,
  PartyId,
  pageOf,
  Text,
} from '../../http/shapes.ts'
import { idToUuid, uuidToId } from '../../ids.ts'
import type { AccountId } from '../../ledger/account.ts'
import { findEarlier, fingerprint } from '../../ledger/idempotency.ts'
import { postingIds } from '../../ledger/postings.ts'
import { parseMicros, wireMoney } from '../../money/amount.ts'
import { Problem } from '../../problem.ts'
import { described, withDefault } from '../../schema.ts'
import {
  DEBT_ACTIONS,
  DEBT_ENTRY_STATUSES,
  type DebtEntryRow,
  type DebtRequest,
  decideDebtEntry,
  listDebtEntries,
  makeDebtEntry,
  readDebtEntry,
} from '../../settlement/debt-entries.ts'
import { type Debt as DebtRow, explainDebt, listDebts, sumDebts } from '../../settlement/debts.ts'
import type { ApprovedAct } from '../approvals/execute.ts'
import { toApproval, WAITING } from '../approvals/schema.ts'
import { sendCsv, wantsCsv } from '../reports/csv.ts'
import { DebtAges, toAges } from '../reports/schema.ts'
import type { Services } from '../services.ts'

const DebtEntryId = id('dbt', 'a debt entry', '01kafz6y4cfy7s3rj8v5m2n9qt')
const Kind = oneOf(['debt', 'advance'], {
  description:
    '`debt`: deducted from the party’s next earnings; `advance`: paid by the platform on behalf of the party',
})
const strict = { additionalProperties: false }
const OfLine = Type.Object({
  line: nullableText({ description: 'Line of the refunds that caused it; null if no refund did' }),
  amount: Money,
})

const debtFields = {
  party: PartyId,
  kind: Kind,
  amount: Money,
  since: described(Instant, 'When the oldest unpaid part arose'),
  ages: DebtAges,
  lines: Type.Array(OfLine),
  writtenOff: described(Money, 'Amount written off and not restored'),
  limit: Type.Union([Money, Type.Null()], { description: 'Debt limit of the party' }),
}
const Debt = named('Debt', Type.Object(debtFields, { description: 'The debt of a party in one currency' }))
const DebtDetail = named(
  'DebtDetail',
  Type.Object({
    ...debtFields,
    parts: Type.Array(
      Type.Object({
        posting: nullableText({ description: 'Id of the refund or journal entry that caused it' }),
        line: nullableText(),
        left: Money,
        of: Money,
        at: Instant,
        age: Type.Integer({ description: 'Age in days' }),
      }),
      { description: 'Unpaid parts, oldest first; repayments are applied to the oldest part first' },
    ),
    paidBack: Type.Array(Type.Object({ posting: nullableText(), kind: Type.String(), amount: Money, at: Instant }), {
      description: 'Repayments, newest first',
    }),
  }),
)
const DebtSummary = named(
  'DebtSummary',
  Type.Object({
    totals: Type.Array(
      Type.Object({
        kind: Kind,
        line: nullableText(),
        parties: Type.Integer(),
        amount: Money,
        ages: DebtAges,
      }),
    ),
  }),
)

const DebtEntry = named(
  'DebtEntry',
  Type.Object(
    {
      id: DebtEntryId,
      party: PartyId,
      kind: Kind,
      action: oneOf(DEBT_ACTIONS),
      amount: Money,
      status: oneOf(DEBT_ENTRY_STATUSES),
      reason: nullableText(),
      payout: nullableText({ description: 'The payout from which it was recovered' }),
      journalEntry: nullableText({ description: 'Id of the journal entry, once posted' }),
      createdBy: Type.String(),
      decidedBy: nullableText(),
      createdAt: Instant,
      decidedAt: Type.Union([Instant, Type.Null()]),
    },
    { description: 'A recovery, repayment, write-off or restoration of a debt' },
  ),
)
const DebtEntryRequest = named(
  'DebtEntryRequest',
  Type.Object(
    {
      party: PartyId,
      kind: Type.Optional(withDefault(Kind, 'debt')),
      action: oneOf(DEBT_ACTIONS, {
        description:
          '`recoup`: take it from the balance; `repay`: record a payment from outside; `write-off`: book it as the platform’s loss; `restore`: reinstate a written-off debt',
      }),
      currency: Currency,
      amount: Type.Optional(described(Decimal, 'Defaults to the full amount')),
      reason: Type.Optional(Text(500, 'Recorded in the audit trail; required for a write-off')),
    },
    strict,
  ),
)

const ById = Type.Object({ entry: DebtEntryId })
const csvOr = { format: Type.Optional(oneOf(['json', 'csv'], { description: 'Defaults to the `Accept` header' })) }

const list = operation({
  id: 'listDebts',
  tag: 'Settlement',
  summary: 'List debts',
  description:
    'With their age, ordered by when each party first owed. With `format=csv` or `Accept: text/csv`, the first 10,000 as CSV.',
  scope: 'settlement:read',
  forParties: true,
  query: Type.Object(
    {
      party: Type.Optional(PartyId),
      kind: Type.Optional(Kind),
      currency: Type.Optional(Currency),
      ...csvOr,
      ...PageQuery,
    },
    strict,
  ),
  answers: { 200: { description: 'A page of debts', schema: pageOf('DebtPage', Debt) } },
  problems: ['cursor_invalid'],
})
const summary = operation({
  id: 'sumDebts',
  tag: 'Settlement',
  summary: 'Summarize debts',
  description: 'Totals by kind, currency and line.',
  scope: 'settlement:read',
  answers: { 200: { description: 'The totals', schema: DebtSummary } },
})
const read = operation({
  id: 'getDebt',
  tag: 'Settlement',
  summary: 'Retrieve the debt of a party',
  description: 'Includes the refunds that caused it and the postings that paid it back.',
  scope: 'settlement:read',
  forParties: true,
  params: Type.Object({ party: PartyId }),
  query: Type.Object({ currency: Currency, kind: Type.Optional(Kind) }, strict),
  answers: { 200: { description: 'The debt', schema: DebtDetail } },
  problems: ['debt_none'],
})
const make = operation({
  id: 'createDebtEntry',
  tag: 'Settlement',
  summary: 'Create a debt entry',
  description:
    'Recovers, records the repayment of, writes off or restores what a party owes. A write-off above the limit in the tenant’s settings stays `proposed` until another person approves it.',
  scope: 'settlement:write',
  idempotent: true,
  body: DebtEntryRequest,
  answers: {
    201: { description: 'The debt entry, posted or proposed', schema: DebtEntry },
    200: { description: 'The debt entry created earlier with the same idempotency key', schema: DebtEntry },
    202: WAITING,
  },
  problems: [
    'currency_unknown',
    ...([
      'debt_none',
      'debt_exceeded',
      'debt_restore_exceeded',
      'insufficient_funds',
      'balance_out_of_range',
      'idempotency_conflict',
    ] as const),
    ...(['amount_invalid', 'amount_not_positive', 'amount_out_of_range', 'amount_too_precise'] as const),
  ],
})
const listEntries = operation({
  id: 'listDebtEntries',
  tag: 'Settlement',
  summary: 'List debt entries',
  description: 'Newest first.',
  scope: 'settlement:read',
  query: Type.Object(
    { party: Type.Optional(PartyId), status: Type.Optional(oneOf(DEBT_ENTRY_STATUSES)), ...PageQuery },
    strict,
  ),
  answers: { 200: { description: 'A page of debt entries', schema: pageOf('DebtEntryPage', DebtEntry) } },
  problems: ['cursor_invalid'],
})
const readEntry = operation({
  id: 'getDebtEntry',
  tag: 'Settlement',
  summary: 'Retrieve a debt entry',
  scope: 'settlement:read',
  params: ById,
  answers: { 200: { description: 'The debt entry', schema: DebtEntry } },
  problems: ['debt_entry_unknown', 'id_invalid'],
})
const decide = (decision: 'approve' | 'decline') =>
  operation({
    id: `${decision}DebtEntry`,
    tag: 'Settlement',
    summary: decision === 'approve' ? 'Approve a debt entry' : 'Decline a debt entry',
    scope: 'settlement:approve',
    params: ById,
    answers: { 200: { description: 'The debt entry', schema: DebtEntry } },
    problems: [
      ...(['debt_entry_unknown', 'debt_entry_closed', 'id_invalid'] as const),
      ...(decision === 'approve' ? (['approver_same', 'debt_none', 'debt_exceeded'] as const) : []),
    ],
  })

const debts = byNumber<AccountId>('debts')
const entries = byUuid('debt-entries')
const MAX_CSV_ROWS = 10_000
const EXPLAINED = 100

export function debtRoutes(app: Api, { engine }: Services): void {
  app.get('/v1/debts', list, async (request, reply) => {
    const { identity, query } = request
    const filter = definedFields({ party: identity.party ?? query.party, kind: query.kind, unit: query.currency })
    const { db } = engine.tenant(identity.tenant)
    // A party sees no debts of other parties.
    const hidden = identity.party !== null && query.party !== undefined && query.party !== identity.party
    const read = async (limit: number, after?: AccountId) => (hidden ? [] : listDebts(db, filter, limit, after))
    if (wantsCsv(request, query.format)) return sendCsv(reply, 'debts', debtTable(await read(MAX_CSV_ROWS))) as never
    return page(debts, query, { read, keyOf: ({ account }) => account, show: toDebt })
  })

  app.get('/v1/debts/summary', summary, async ({ identity: { tenant } }) => ({
    totals: (await sumDebts(engine.tenant(tenant).db)).map(({ unit, amount, ages, ...rest }) => ({
      ...rest,
      amount: wireMoney(amount, unit),
      ages: toAges(ages, unit),
    })),
  }))

  app.get(
    '/v1/debts/:party',
    read,
    async ({ identity, params: { party }, query: { currency: unit, kind = 'debt' } }) => {
      const { db } = engine.tenant(identity.tenant)
      const mine = identity.party === null || identity.party === party
      const [debt] = mine ? await listDebts(db, { party, kind, unit }, 1) : []
      if (!debt) throw new Problem('debt_none', { party, unit })
      const { parts, paidBack } = await explainDebt(db, { party, kind, unit }, EXPLAINED)
      const ids = await postingIds(
        db,
        [...parts, ...paidBack].map(({ posting }) => posting),
      )
      return {
        ...toDebt(debt),
        parts: parts.map(({ posting, line, left, amount, at, age }) => ({
          ...{ posting: ids.get(posting) ?? null, line, age },
          ...{ left: wireMoney(left, unit), of: wireMoney(amount, unit), at: at.toISOString() },
        })),
        paidBack: paidBack.map(({ posting, kind: by, amount, at }) => ({
          ...{ posting: ids.get(posting) ?? null, kind: by },
          ...{ amount: wireMoney(amount, unit), at: at.toISOString() },
        })),
      }
    },
  )
  entryRoutes(app, engine)
}

function toDebtRequest(body: Static<typeof DebtEntryRequest>, actor: string, key: string | undefined): DebtRequest {
  const { party, kind = 'debt', action, currency, amount, reason = null } = body
  return {
    ...{ party, kind, action, unit: currency, reason, actor },
    amount: amount === undefined ? null : parseMicros(amount, currency),
    idempotency: key === undefined ? null : { key, fingerprint: fingerprint(body) },
  }
}

/** Without an amount, at most what is owed counts. */
async function toAct(
  db: TenantDatabase,
  body: Static<typeof DebtEntryRequest>,
  wanted: DebtRequest,
): Promise<SubmittedAct> {
  const { party, kind, unit, idempotency } = wanted
  const [debt] = wanted.amount === null ? await listDebts(db, { party, kind, unit }, 1) : []
  const amounts = new Map([[unit, wanted.amount ?? debt?.amount ?? 0n]])
  return { act: 'debt-entry', subject: party, amounts, request: body, idempotency }
}

export async function executeDebtEntry({ services, tenant, maker, request, key }: ApprovedAct): Promise<string> {
  const { db, directory } = services.engine.tenant(tenant, { actor: maker })
  const body = request as Static<typeof DebtEntryRequest>
  const { entry } = await makeDebtEntry(db, directory, toDebtRequest(body, maker, key))
  return uuidToId('dbt', entry.id)
}

function entryRoutes(app: Api, engine: Services['engine']): void {
  app.post('/v1/debt-entries', make, async (request, reply) => {
    const { identity, body } = request
    const { db, directory } = engine.tenant(identity.tenant, identity)
    const { action, reason } = body
    if (action === 'write-off' && reason === undefined) {
      const message = 'a write-off requires a reason'
      throw new Problem('request_invalid', { reason: message }, [{ pointer: '/reason', message }])
    }
    await checkUnits(engine.products, db, [body.currency])
    const wanted = toDebtRequest(body, identity.actor, idempotencyKeyOf(request))
    const { idempotency } = wanted
    const make = () => makeDebtEntry(db, directory, wanted)
    // A write-off waits as a proposed entry; the settlement settings say above which amount.
    const free =
      action === 'write-off' || (idempotency && (await findEarlier(db, 'debt_entry', [idempotency.key])).size > 0)
    const admission = free ? { done: await make() } : await admit(db, await toAct(db, body, wanted), make)
    if ('waiting' in admission) return reply.code(202).send(toApproval(admission.waiting))
    const { entry, replayed } = admission.done
    if (replayed) reply.header('idempotent-replayed', 'true')
    return reply.code(replayed ? 200 : 201).send(toEntry(entry))
  })

  app.get('/v1/debt-entries', listEntries, async ({ identity: { tenant }, query }) =>
    page(entries, query, {
      read: (limit, after) =>
        listDebtEntries(
          engine.tenant(tenant).db,
          definedFields({ party: query.party, status: query.status }),
          limit,
          after,
        ),
      keyOf: (row) => row.id,
      show: toEntry,
    }),
  )

  app.get('/v1/debt-entries/:entry', readEntry, async ({ identity: { tenant }, params }) => {
    const entry = await readDebtEntry(engine.tenant(tenant).db, idToUuid('dbt', params.entry))
    if (!entry) throw new Problem('debt_entry_unknown', { entry: params.entry })
    return toEntry(entry)
  })

  for (const decision of ['approve', 'decline'] as const) {
    app.post(`/v1/debt-entries/:entry/${decision}`, decide(decision), async ({ identity, params }) => {
      const { db, directory } = engine.tenant(identity.tenant, identity)
      return toEntry(
        await decideDebtEntry(db, directory, idToUuid('dbt', params.entry), { decision, actor: identity.actor }),
      )
    })
  }
}

function toDebt({ party, kind, unit, amount, since, ages, lines, writtenOff, limit }: DebtRow): Static<typeof Debt> {
  return {
    ...{ party, kind, amount: wireMoney(amount, unit), since: since.toISOString(), ages: toAges(ages, unit) },
    lines: lines.map((own) => ({ line: own.line, amount: wireMoney(own.amount, unit) })),
    writtenOff: wireMoney(writtenOff, unit),
    limit: limit === null ? null : wireMoney(limit, unit),
  }
}

function debtTable(rows: readonly DebtRow[]) {
  const head = [
    'party',
    'kind',
    'currency',
    'amount',
    'since',
    'upTo30',
    'upTo60',
    'upTo90',
    'older',
    'writtenOff',
    'limit',
  ]
  return {
    head,
    rows: rows.map((row) => {
      const { party, kind, amount, since, ages, writtenOff, limit } = toDebt(row)
      return [
        ...[party, kind, amount.currency, amount.amount, since],
        ...[ages.upTo30, ages.upTo60, ages.upTo90, ages.older, writtenOff.amount, limit?.amount ?? null],
      ]
    }),
  }
}

function toEntry(row: DebtEntryRow): Static<typeof DebtEntry> {
  const { party, kind, action, unit, amount, status, reason, payout, createdBy, decidedBy, createdAt, decidedAt } = row
  return {
    ...{ id: uuidToId('dbt', row.id), party, kind, action, amount: wireMoney(amount, unit), status, reason },
    payout: payout === null ? null : uuidToId('pyt', payout),
    journalEntry: status === 'posted' ? uuidToId('jrn', row.id) : null,
    ...{ createdBy, decidedBy, createdAt: createdAt.toISOString(), decidedAt: decidedAt?.toISOString() ?? null },
  }
}
