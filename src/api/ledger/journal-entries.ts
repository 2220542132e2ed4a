import Type, { type Static } from 'typebox'
import { idempotencyKeyOf } from '../../http/idempotency-key.ts'
import { parseOptionalInstant } from '../../http/instants.ts'
import { type Api, operation } from '../../http/operation.ts'
import { journalProblems } from '../../http/problem-sets.ts'
import { AccountPath, Instant, JournalId, Money, named, nullableText, Text } from '../../http/shapes.ts'
import { uuidToId } from '../../ids.ts'
import { parsePath } from '../../ledger/account.ts'
import { fingerprint } from '../../ledger/idempotency.ts'
import { postJournal } from '../../ledger/journal.ts'
import { parseMicros } from '../../money/amount.ts'
import { minorDigits } from '../../money/currency.ts'
import { Problem } from '../../problem.ts'
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
  },
  problems: journalProblems,
})

export function journalRoutes(app: Api, { engine }: Services): void {
  app.post('/v1/journal-entries', make, async (request, reply) => {
    const { db, directory } = engine.tenant(request.identity.tenant, request.identity)
    const { description, transfers, effectiveAt } = request.body
    const moment = parseOptionalInstant(effectiveAt)
    const key = idempotencyKeyOf(request)
    const entry = {
      description,
      transfers: transfers.map(toTransfer),
      effectiveAt: moment ?? null,
      idempotency: key === undefined ? null : { key, fingerprint: fingerprint(request.body) },
    }
    const { id, replayed } = await postJournal(db, directory, entry)
    if (replayed) reply.header('idempotent-replayed', 'true')
    return reply.code(replayed ? 200 : 201).send({
      id: uuidToId('jrn', id),
      description,
      transfers: transfers.map((transfer) => ({ ...transfer, kind: transfer.kind ?? DEFAULT_KIND })),
      effectiveAt: moment?.toISOString() ?? null,
    })
  })
}

function toTransfer({ from, to, amount: { amount, currency }, kind = DEFAULT_KIND }: Static<typeof TransferRequest>) {
  minorDigits(currency)
  parsePath(from)
  parsePath(to)
  const micros = parseMicros(amount, currency)
  if (micros <= 0n) throw new Problem('amount_not_positive', { value: amount })
  return { from, to, amount: micros, unit: currency, kind }
}
