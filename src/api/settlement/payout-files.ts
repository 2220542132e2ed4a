/** Payment files for the bank and their results, payout destinations and statements of parties. */

import { parse } from 'csv-parse/sync'
import Type, { type Static } from 'typebox'
import { admit } from '../../approvals/pending.ts'
import { byUuid, page } from '../../http/cursor.ts'
import { type Api, operation } from '../../http/operation.ts'
import {
  Currency,
  Decimal,
  Instant,
  Money,
  named,
  nullableText,
  oneOf,
  PageQuery,
  PartyId,
  pageOf,
  Reference,
  Text,
} from '../../http/shapes.ts'
import { idToUuid, uuidToId } from '../../ids.ts'
import { formatMicros, wireMoney } from '../../money/amount.ts'
import { Problem } from '../../problem.ts'
import {
  type BankAccount,
  checkDestination,
  type Destination as DestinationRow,
  hintOf,
  listDestinations,
  listPayoutFiles,
  makePayoutFile,
  type PayoutFileRow,
  putDestination,
  readPaymentLines,
} from '../../settlement/payout-files.ts'
import { endPayout } from '../../settlement/payouts.ts'
import { MAX_LINES, readStatement, readStatementLines, SECTIONS } from '../../settlement/statement.ts'
import type { ApprovedAct } from '../approvals/execute.ts'
import { toApproval, WAITING } from '../approvals/schema.ts'
import { sendCsv, wantsCsv } from '../reports/csv.ts'
import type { Services } from '../services.ts'
import { Payout, PayoutFileId, PayoutId, toPayout } from './payouts.ts'

const strict = { additionalProperties: false }
const MAX_RESULTS = 10_000

const PayoutFile = named(
  'PayoutFile',
  Type.Object(
    {
      id: PayoutFileId,
      payouts: Type.Integer(),
      total: Money,
      createdBy: Type.String(),
      createdAt: Instant,
    },
    { description: 'Payouts sent to the bank in one file' },
  ),
)
const OUTCOMES = ['paid', 'failed'] as const
const Result = Type.Object(
  {
    payout: PayoutId,
    outcome: oneOf(OUTCOMES),
    reference: Type.Optional(Reference),
    failure: Type.Optional(Text(200, 'Why the bank rejected it')),
  },
  strict,
)
const ResultsRequest = named(
  'PayoutResultsRequest',
  Type.Object(
    {
      results: Type.Optional(Type.Array(Result, { minItems: 1, maxItems: MAX_RESULTS })),
      csv: Type.Optional(
        Type.String({
          maxLength: 1_000_000,
          description: 'Instead of `results`: CSV with the columns `payout`, `outcome`, `reference` and `failure`',
        }),
      ),
    },
    strict,
  ),
)
const ResultsAnswer = named(
  'PayoutResults',
  Type.Object({
    results: Type.Array(
      Type.Object({
        payout: Type.String(),
        result: Type.Union([Payout, Type.Null()]),
        problem: nullableText({ description: 'Problem code if the result was rejected' }),
        detail: nullableText(),
      }),
    ),
  }),
)
const BankText = (maxLength: number, description: string) => Type.String({ minLength: 1, maxLength, description })
const DestinationRequest = named(
  'PayoutDestinationRequest',
  Type.Object(
    {
      currency: Currency,
      holder: BankText(100, 'Account holder’s name, as registered with the bank'),
      account: BankText(64, 'Account number or IBAN'),
      bank: BankText(100, 'Bank name'),
      branch: Type.Optional(BankText(100, 'Branch name or code')),
    },
    strict,
  ),
)
const Destination = named(
  'PayoutDestination',
  Type.Object(
    {
      currency: Currency,
      hint: Type.String({ description: 'Bank and last four digits', examples: ['ICBC …1234'] }),
      updatedBy: nullableText(),
      updatedAt: Instant,
    },
    { description: 'The bank account of a party; the full number is never returned' },
  ),
)
const Statement = named(
  'Statement',
  Type.Object(
    {
      party: PartyId,
      currency: Currency,
      from: Type.String(),
      to: Type.String(),
      timeZone: Type.String(),
      opening: Money,
      sections: Type.Array(Type.Object({ section: oneOf(SECTIONS), in: Decimal, out: Decimal, count: Type.Integer() })),
      closing: Money,
    },
    { description: 'The opening balance, all movements and the closing balance of a party' },
  ),
)

const makeFile = operation({
  id: 'createPayoutFile',
  tag: 'Settlement',
  summary: 'Create a payment file',
  description:
    'Sends all approved payouts in a currency to the bank. Payouts without a destination stay approved. Repeating the request sends payouts approved since then.',
  scope: 'settlement:write',
  stepUp: true,
  body: Type.Object({ currency: Currency }, strict),
  answers: { 201: { description: 'The created payment file', schema: PayoutFile } },
  problems: ['payout_file_empty'],
})
const listFiles = operation({
  id: 'listPayoutFiles',
  tag: 'Settlement',
  summary: 'List payment files',
  description: 'Newest first.',
  scope: 'settlement:read',
  query: Type.Object(PageQuery, strict),
  answers: { 200: { description: 'A page of payment files', schema: pageOf('PayoutFilePage', PayoutFile) } },
  problems: ['cursor_invalid'],
})
const readFile = operation({
  id: 'getPayoutFile',
  tag: 'Settlement',
  summary: 'Download a payment file',
  description:
    'A CSV table for the bank, including full account numbers. Each download is recorded in the audit trail.',
  scope: 'settlement:write',
  params: Type.Object({ file: PayoutFileId }),
  answers: { 200: { description: 'The payment file', schema: Type.String(), type: 'text/csv' } },
  problems: ['payout_file_unknown', 'id_invalid'],
})
const results = operation({
  id: 'takePayoutResults',
  tag: 'Settlement',
  summary: 'Import payout results',
  description:
    'Records what the bank reports for each payout. Each result is processed independently and can be sent repeatedly: a recorded outcome is never changed.',
  scope: 'settlement:write',
  body: ResultsRequest,
  answers: { 200: { description: 'The result for each payout', schema: ResultsAnswer } },
  problems: ['payout_results_invalid'],
})
const ByParty = Type.Object({ party: PartyId })
const putTo = operation({
  id: 'putPayoutDestination',
  tag: 'Settlement',
  summary: 'Set the payout destination of a party',
  description:
    'Existing payouts keep the destination that they were created with. By default, a new destination needs the approval of another person, and payouts to it wait for the time in the settlement settings.',
  scope: 'settlement:write',
  stepUp: true,
  params: ByParty,
  body: DestinationRequest,
  answers: { 200: { description: 'The payout destination, masked', schema: Destination }, 202: WAITING },
  problems: ['payout_destination_invalid', 'party_id_invalid', 'party_reserved', 'currency_unknown'],
})
const listTo = operation({
  id: 'listPayoutDestinations',
  tag: 'Settlement',
  summary: 'List the payout destinations of a party',
  scope: 'settlement:read',
  forParties: true,
  params: ByParty,
  answers: {
    200: {
      description: 'The payout destinations, one per currency',
      schema: named('PayoutDestinations', Type.Object({ data: Type.Array(Destination) })),
    },
  },
  problems: ['party_unknown'],
})
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', examples: ['2026-11-01'] })
const statement = operation({
  id: 'getStatement',
  tag: 'Settlement',
  summary: 'Retrieve the statement of a party',
  description:
    'Covers whole days in the tenant’s time zone; `to` is exclusive. Entries are included by when they were recorded, so a statement never changes afterwards. ' +
    `With \`format=csv\` or \`Accept: text/csv\`, every entry as CSV, at most ${MAX_LINES.toLocaleString('en')} lines.`,
  scope: 'settlement:read',
  forParties: true,
  params: ByParty,
  query: Type.Object({ currency: Currency, from: Day, to: Day, format: Type.Optional(oneOf(['json', 'csv'])) }, strict),
  answers: { 200: { description: 'The statement', schema: Statement } },
  problems: ['report_period_invalid', 'statement_too_long', 'party_unknown'],
})

const cursor = byUuid('payout-files')

export function payoutFileRoutes(app: Api, services: Services): void {
  const { engine, seal } = services
  app.post('/v1/payout-files', makeFile, async ({ identity, body: { currency } }, reply) => {
    const { db } = engine.tenant(identity.tenant, identity)
    return reply.code(201).send(toFile(await makePayoutFile(db, currency, identity.actor)))
  })

  app.get('/v1/payout-files', listFiles, async ({ identity: { tenant }, query }) =>
    page(cursor, query, {
      read: (limit, after) => listPayoutFiles(engine.tenant(tenant).db, limit, after),
      keyOf: (row) => row.id,
      show: toFile,
    }),
  )

  app.get('/v1/payout-files/:file', readFile, async ({ identity, params }, reply) => {
    const id = idToUuid('pfl', params.file)
    const { db } = engine.tenant(identity.tenant, identity)
    const { file, lines } = await readPaymentLines(db, seal, id, identity.actor)
    const head = ['payout', 'party', 'holder', 'account', 'bank', 'branch', 'amount', 'currency']
    const rows = lines.map(({ payout, party, holder, account, bank, branch, amount }) => [
      ...[uuidToId('pyt', payout), party, holder, account, bank, branch],
      ...[formatMicros(amount, file.unit), file.unit],
    ])
    return sendCsv(reply, params.file, { head, rows }) as never
  })

  app.post('/v1/payouts/results', results, async ({ identity, body }) => {
    const { actor } = identity
    const { db, directory } = engine.tenant(identity.tenant, identity)
    const answers: Static<typeof ResultsAnswer>['results'] = []
    for (const { payout, outcome, reference = null, failure = null } of resultsOf(body)) {
      try {
        const end = { status: outcome, reference, failure: outcome === 'failed' ? failure : null }
        const row = await endPayout(db, directory, idToUuid('pyt', payout), { end, actor })
        answers.push({ payout, result: toPayout(row, null), problem: null, detail: null })
      } catch (error) {
        if (!(error instanceof Problem) || error.status >= 500) throw error
        answers.push({ payout, result: null, problem: error.code, detail: error.message })
      }
    }
    return { results: answers }
  })
  partyRoutes(app, services)
}

/** What the destination of an approval that waits is sealed for. */
export const waitingFor = (tenant: number, party: string) => `waiting payout_destination ${tenant} ${party}`

export async function executeDestination({ services, tenant, maker, request }: ApprovedAct): Promise<string> {
  const { party, currency: unit, sealed } = request as { party: string; currency: string; sealed: string }
  const { seal, engine } = services
  const to = JSON.parse(seal.open(Buffer.from(sealed, 'base64'), waitingFor(tenant, party))) as BankAccount
  await putDestination(engine.tenant(tenant, { actor: maker }).db, seal, { party, unit, actor: maker }, to)
  return party
}

function partyRoutes(app: Api, { engine, seal }: Services): void {
  app.put('/v1/parties/:party/payout-destination', putTo, async ({ identity, params: { party }, body }, reply) => {
    const { db } = engine.tenant(identity.tenant, identity)
    const { currency: unit, branch = null, ...account } = body
    const to = { ...account, branch }
    const of = { party, unit, actor: identity.actor }
    checkDestination(of, to)
    // The account number is a secret: it waits encrypted.
    const sealed = seal.close(JSON.stringify(to), waitingFor(identity.tenant, party)).toString('base64')
    const request = { party, currency: unit, hint: hintOf(to), sealed }
    const submitted = { act: 'payout-destination', subject: party, request, idempotency: null } as const
    const admission = await admit(db, submitted, () => putDestination(db, seal, of, to))
    if ('waiting' in admission) return reply.code(202).send(toApproval(admission.waiting))
    return reply.code(200).send(toDestination(admission.done, null))
  })

  app.get('/v1/parties/:party/payout-destination', listTo, async ({ identity, params: { party } }) => {
    checkOwn(identity.party, party)
    const rows = await listDestinations(engine.tenant(identity.tenant).db, party)
    return { data: rows.map((row) => toDestination(row, identity.party)) }
  })

  app.get('/v1/parties/:party/statement', statement, async (request, reply) => {
    const { identity, params, query } = request
    checkOwn(identity.party, params.party)
    const { currency: unit, from, to, format } = query
    const requested = { party: params.party, unit, from, to }
    const { db } = engine.tenant(identity.tenant)
    if (wantsCsv(request, format)) {
      const lines = await readStatementLines(db, requested)
      const head = ['at', 'section', 'kind', 'id', 'reference', 'amount', 'balance', 'currency']
      const rows = lines.map(({ at, section, kind, posting, type, reference, amount, balance }) => [
        ...[at.toISOString(), section, kind, uuidToId(type, posting), reference],
        ...[formatMicros(amount, unit), formatMicros(balance, unit), unit],
      ])
      return sendCsv(reply, `statement-${params.party}-${from}-${to}`, { head, rows }) as never
    }
    const { opening, closing, sections, timeZone } = await readStatement(db, requested)
    return {
      ...{ party: params.party, currency: unit, from, to, timeZone },
      opening: wireMoney(opening, unit),
      sections: sections.map((each) => ({
        ...{ section: each.section, count: each.count },
        ...{ in: formatMicros(each.in, unit), out: formatMicros(each.out, unit) },
      })),
      closing: wireMoney(closing, unit),
    }
  })
}

function checkOwn(own: string | null, party: string): void {
  if (own !== null && own !== party) throw new Problem('party_unknown', { party })
}

type ResultLine = Static<typeof Result>

/** @throws Problem `payout_results_invalid` with the first unreadable line; nothing is imported then. */
function resultsOf({ results: given, csv }: Static<typeof ResultsRequest>): readonly ResultLine[] {
  if ((given === undefined) === (csv === undefined)) {
    throw new Problem('payout_results_invalid', { line: 0, reason: 'provide either results or csv' })
  }
  if (given !== undefined) return given
  const records = readTable(csv!)
  if (records.length === 0 || records.length > MAX_RESULTS) {
    throw new Problem('payout_results_invalid', { line: 1, reason: `provide 1 to ${MAX_RESULTS} results` })
  }
  return records.map(({ payout = '', outcome = '', reference = '', failure = '' }, i) => {
    if (outcome !== 'paid' && outcome !== 'failed') {
      throw new Problem('payout_results_invalid', { line: i + 2, reason: 'outcome must be paid or failed' })
    }
    try {
      idToUuid('pyt', payout)
    } catch {
      throw new Problem('payout_results_invalid', { line: i + 2, reason: 'payout must be the id of a payout' })
    }
    const texts = { ...(reference && { reference: reference.slice(0, 200) }), ...(failure && { failure }) }
    return { payout, outcome, ...texts }
  })
}

function readTable(text: string): Record<string, string>[] {
  try {
    return parse<Record<string, string>>(text, { bom: true, columns: true, trim: true, skip_empty_lines: true })
  } catch (error) {
    const { lines = 0, message } = error as { lines?: number; message: string }
    throw new Problem('payout_results_invalid', { line: lines, reason: message.slice(0, 200) })
  }
}

function toFile({ id, unit, payouts, total, createdBy, createdAt }: PayoutFileRow): Static<typeof PayoutFile> {
  return {
    ...{ id: uuidToId('pfl', id), payouts, total: wireMoney(total, unit), createdBy },
    createdAt: createdAt.toISOString(),
  }
}

function toDestination({ unit, hint, updatedBy, updatedAt }: DestinationRow, party: string | null) {
  return { currency: unit, hint, updatedBy: party === null ? updatedBy : null, updatedAt: updatedAt.toISOString() }
}
