import Type, { type Static } from 'typebox'
import { admit } from '../../approvals/pending.ts'
import { checkUnits } from '../../catalog/units.ts'
import { byUuid, page } from '../../http/cursor.ts'
import { idempotencyKeyOf } from '../../http/idempotency-key.ts'
import { parseOptionalInstant } from '../../http/instants.ts'
import { type Api, operation } from '../../http/operation.ts'
import { journalProblems } from '../../http/problem-sets.ts'
import {
  AccountPath,
  Instant,
  JournalId,
  Money,
  named,
  nullableText,
  PageQuery,
  PartyId,
  pageOf,
  Text,
} from '../../http/shapes.ts'
import { idToUuid, uuidToId } from '../../ids.ts'
import { parseEntryPath } from '../../ledger/account.ts'
import { findEarlier, fingerprint } from '../../ledger/idempotency.ts'
import {
  type JournalEntry as JournalPosting,
  listJournal,
  type PostedJournal,
  postJournal,
} from '../../ledger/journal.ts'
import { parseMicros, wireMoney } from '../../money/amount.ts'
import { Problem } from '../../problem.ts'
import { described } from '../../schema.ts'
import type { ApprovedAct } from '../approvals/execute.ts'
import { toApproval, WAITING } from '../approvals/schema.ts'
import type { Services } from '../services.ts'

const DEFAULT_KIND = 'journal'

const Kind = Type.String({
  pattern: '^[a-z][a-z0-9-]{0,31}$',
  description: `Kind of transfer; defaults to ${DEFAULT_KIND}`,
  examples: ['funding'],
})

const TransferRequest = named(
  'JournalTransferRequest',
  Type.Object(
    { from: AccountPath, to: AccountPath, amount: Money, kind: Type.Optional(Kind) },
    { additionalProperties: false },
  ),
)

const JournalRequest = named(
  'JournalEntryRequest',
  Type.Object(
    {
      description: Text(500, 'Explanation of the entry'),
      transfers: Type.Array(TransferRequest, { minItems: 1, maxItems: 500 }),
      effectiveAt: Type.Optional(Instant),
    },
    { additionalProperties: false },
  ),
)

const JournalEntry = named(
  'JournalEntry',
  Type.Object(
    {
      id: JournalId,
      description: Type.String(),
      transfers: Type.Array(Type.Object({ from: AccountPath, to: AccountPath, amount: Money, kind: Kind })),
      effectiveAt: nullableText({ description: 'The given effective time; null if it is the time of recording' }),
      createdBy: Type.String({ description: 'The actor who made it' }),
      createdAt: Instant,
    },
    { description: 'A manual posting, such as a funding or a correction' },
  ),
)

const make = operation({
  id: 'createJournalEntry',
  tag: 'Ledger',
  summary: 'Create a journal entry',
  description:
    'Moves money manually, for example to fund a campaign or a wallet, or to correct a mistake. Posted completely or not at all. Charges and refunds are never posted this way.',
  scope: 'ledger:write',
  idempotent: true,
  body: JournalRequest,
  answers: {
    201: { description: 'The created journal entry', schema: JournalEntry },
    200: { description: 'The journal entry created earlier with the same idempotency key', schema: JournalEntry },
    202: WAITING,
  },
  problems: journalProblems,
})

const list = operation({
  id: 'listJournalEntries',
  tag: 'Ledger',
  summary: 'List journal entries',
  description: 'Newest first.',
  scope: 'ledger:read',
  query: Type.Object(
    { party: Type.Optional(described(PartyId, 'Entries that move money of this party')), ...PageQuery },
    { additionalProperties: false },
  ),
  answers: { 200: { description: 'A page of journal entries', schema: pageOf('JournalEntryPage', JournalEntry) } },
  problems: ['cursor_invalid'],
})
const read = operation({
  id: 'getJournalEntry',
  tag: 'Ledger',
  summary: 'Retrieve a journal entry',
  scope: 'ledger:read',
  params: Type.Object({ entry: JournalId }),
  answers: { 200: { description: 'The journal entry', schema: JournalEntry } },
  problems: ['journal_entry_unknown', 'id_invalid'],
})
const cursor = byUuid('journal-entries')

export function journalRoutes(app: Api, { engine }: Services): void {
  app.post('/v1/journal-entries', make, async (request, reply) => {
    const { body, identity } = request
    const { db, directory } = engine.tenant(identity.tenant, identity)
    const entry = toEntry(body, idempotencyKeyOf(request))
    await checkUnits(
      engine.products,
      db,
      entry.transfers.map(({ unit }) => unit),
    )
    const { idempotency } = entry
    const post = () => postJournal(db, directory, entry)
    const isReplay = idempotency !== null && (await findEarlier(db, 'journal', [idempotency.key])).size > 0
    const submitted = { act: 'journal-entry', subject: null, amounts: sums(entry), request: body, idempotency } as const
    const admission = isReplay ? { done: await post() } : await admit(db, submitted, post)
    if ('waiting' in admission) return reply.code(202).send(toApproval(admission.waiting))
    const { id, replayed } = admission.done
    const [posted] = await listJournal(db, { id }, 1)
    if (replayed) reply.header('idempotent-replayed', 'true')
    return reply.code(replayed ? 200 : 201).send(toJournalEntry(posted!))
  })

  app.get('/v1/journal-entries', list, async ({ identity: { tenant }, query }) =>
    page(cursor, query, {
      read: (limit, after) => listJournal(engine.tenant(tenant).db, { party: query.party }, limit, after),
      keyOf: ({ id }) => id,
      show: toJournalEntry,
    }),
  )

  app.get('/v1/journal-entries/:entry', read, async ({ identity: { tenant }, params: { entry } }) => {
    const [found] = await listJournal(engine.tenant(tenant).db, { id: idToUuid('jrn', entry) }, 1)
    if (!found) throw new Problem('journal_entry_unknown', { journalEntry: entry })
    return toJournalEntry(found)
  })
}

function toJournalEntry({ id, description, transfers, effectiveAt, actor, createdAt }: PostedJournal) {
  return {
    ...{ id: uuidToId('jrn', id), description },
    transfers: transfers.map(({ amount, unit, ...rest }) => ({ ...rest, amount: wireMoney(amount, unit) })),
    ...{ effectiveAt: effectiveAt?.toISOString() ?? null, createdBy: actor, createdAt: createdAt.toISOString() },
  }
}

function toEntry(body: Static<typeof JournalRequest>, key: string | undefined): JournalPosting {
  return {
    description: body.description,
    transfers: body.transfers.map(toTransfer),
    effectiveAt: parseOptionalInstant(body.effectiveAt) ?? null,
    idempotency: key === undefined ? null : { key, fingerprint: fingerprint(body) },
  }
}

/** What the entry moves, by unit. */
function sums({ transfers }: JournalPosting): Map<string, bigint> {
  const byUnit = new Map<string, bigint>()
  for (const { unit, amount } of transfers) byUnit.set(unit, (byUnit.get(unit) ?? 0n) + amount)
  return byUnit
}

export async function executeJournalEntry({ services, tenant, maker, request, key }: ApprovedAct): Promise<string> {
  const { db, directory } = services.engine.tenant(tenant, { actor: maker })
  const { id } = await postJournal(db, directory, toEntry(request as Static<typeof JournalRequest>, key))
  return uuidToId('jrn', id)
}

function toTransfer({ from, to, amount: { amount, currency }, kind = DEFAULT_KIND }: Static<typeof TransferRequest>) {
  parseEntryPath(from)
  parseEntryPath(to)
  const micros = parseMicros(amount, currency)
  if (micros <= 0n) throw new Problem('amount_not_positive', { value: amount })
  return { from, to, amount: micros, unit: currency, kind }
}
