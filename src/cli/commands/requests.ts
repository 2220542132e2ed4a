/** `recoup requests`: lists, approves and declines refund requests with the policy's result, and runs bulk refunds. */
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Command, Option } from 'commander'
import { parse } from 'csv-parse/sync'
import { REASONS } from '../../charges/policy.ts'
import type { Money } from '../../http/shapes.ts'
import { DECLINE_CODES, REQUEST_STATUSES } from '../../refund-requests/record.ts'
import { type Client, openClient } from '../client.ts'
import { addCommand, type Context, runs } from '../command.ts'
import { ExitCode, UsageError } from '../exit-code.ts'
import { startProgress } from '../progress.ts'
import { bold, count, faint, harmless, indented, table } from '../screen.ts'

interface Request {
  readonly id: string
  readonly status: string
  readonly charge: string
  readonly asker: string
  readonly reason: string
  readonly decision: { readonly amount: Money; readonly approvals: number }
  readonly dueAt: string
  readonly overdue: boolean
  readonly refund: string | null
  readonly failure: string | null
}
interface RequestInFull extends Request {
  readonly explanation: { readonly text: string }
  readonly preview: { readonly hash: string } | null
  readonly history: readonly { readonly at: string; readonly by: string | null; readonly type: string }[]
}
interface Bulk {
  readonly id: string
  readonly status: string
  readonly failure: string | null
  readonly rows: Record<'total' | 'looked' | 'ready' | 'refused' | 'refunded' | 'failed' | 'left', number>
  readonly preview: {
    readonly hash: string
    readonly approvals: number
    readonly totals: readonly (Money & { readonly count: number })[]
    readonly refused: readonly { readonly title: string; readonly count: number }[]
    readonly shortageAccounts: number
  } | null
}

export function requestsCommand(program: Command): void {
  const requests = program.command('requests').description('Manage refund requests and bulk refunds')
  const listing = addCommand(requests, 'list', 'List refund requests, newest first', [
    ['requests list --status requested', 'what waits for approval'],
    ['requests list --overdue', 'what should have been answered'],
  ])
    .addOption(new Option('--status <status>', 'filter by status').choices(REQUEST_STATUSES))
    .addOption(new Option('--reason <reason>', 'filter by reason').choices(REASONS))
    .option('--charge <charge>', 'filter by charge')
    .option('--overdue', 'only requests past their due date')
  runs(listing, list)
  const language = new Option('--language <language>', 'language of the explanation')
    .choices(['en', 'zh'])
    .default('en')
  runs(
    addCommand(requests, 'show <request>', 'Show the decision on a request, its explanation and history').addOption(
      language,
    ),
    show,
  )
  const approving = addCommand(requests, 'approve <request>', 'Approve a request as previewed by `show`', [
    ['requests approve req_… --preview-hash …', 'what was seen, or nothing'],
  ]).option('--preview-hash <hash>', 'hash of the preview you saw (default: the current preview)')
  runs(approving, approve)
  const declining = addCommand(requests, 'decline <request>', 'Decline, and say why')
    .addOption(new Option('--code <code>', 'why').choices(DECLINE_CODES).makeOptionMandatory())
    .option('--text <text>', 'message to the requester')
  runs(declining, decline)
  bulkCommand(requests)
}

function bulkCommand(requests: Command): void {
  const bulk = requests
    .command('bulk')
    .description('Manage bulk refunds: many refunds for one reason, approved together')
  const preparing = addCommand(
    bulk,
    'prepare [file]',
    'Create a bulk refund from a file (NDJSON, or .csv) or a filter, and preview it',
    [
      ['requests bulk prepare rows.csv --reason service-failure', 'columns: charge, reference, amount, currency'],
      ['requests bulk prepare --payee mch_noodles --from 2026-11-01T00:00:00Z --reason service-failure', 'a filter'],
    ],
  )
    .addOption(new Option('--reason <reason>', 'why').choices(REASONS).makeOptionMandatory())
    .option('--line <line>')
    .option('--product <product>')
    .option('--payer <party>')
    .option('--payee <party>')
    .option('--from <time>', 'effective at or after this time')
    .option('--to <time>', 'effective before this time')
  runs(preparing, prepare)
  runs(addCommand(bulk, 'show <bulk>', 'Show the preview and the progress of a bulk refund'), showBulk)
  const approving = addCommand(bulk, 'approve <bulk>', 'Approve what was seen').requiredOption(
    '--preview-hash <hash>',
    'of it',
  )
  runs(approving, approveBulk)
  runs(addCommand(bulk, 'run <bulk>', 'Run or resume a bulk refund. Ctrl-C only stops watching'), runBulk)
}

const at = (request: string) => `/v1/refund-requests/${encodeURIComponent(request)}`
const atBulk = (bulk: string) => `/v1/bulk-refunds/${encodeURIComponent(bulk)}`
const money = ({ amount, currency }: Money) => `${amount} ${currency}`

async function list(
  { settings, screen }: Context,
  { overdue, status, reason, charge }: { status?: string; reason?: string; charge?: string; overdue?: boolean },
): Promise<ExitCode> {
  const client = await openClient(settings)
  const found: Request[] = []
  const query = { status, reason, charge, overdue: overdue ? 'true' : undefined }
  for await (const request of client.list<Request>('/v1/refund-requests', query)) found.push(request)
  screen.answer({ data: found }, () => {
    if (found.length === 0) return 'No matching requests.'
    const rows = found.map(({ id, status, charge, asker, reason, decision, dueAt, overdue: late }) => [
      ...[id, status, charge, asker, reason, money(decision.amount), late ? `${dueAt} (overdue)` : dueAt],
    ])
    return table(['request', 'status', 'charge', 'asked by', 'reason', 'amount>', 'to be answered by'], rows)
  })
  return ExitCode.ok
}

async function show({ settings, screen }: Context, { language }: { language: string }, id: string): Promise<ExitCode> {
  const client = await openClient(settings, language)
  const request = await client.get<RequestInFull>(at(id))
  screen.answer(request, () => {
    const history = request.history.map(({ at: when, by, type }) => [when, type, harmless(by ?? '')])
    const hash = request.preview ? `\n${faint(`--preview-hash ${request.preview.hash}`)}` : ''
    return `${said(request)}\n${indented(harmless(request.explanation.text))}\n\n${table(['at', 'what', 'by'], history)}${hash}`
  })
  return ExitCode.ok
}

const said = ({ id, status, decision, refund, failure }: Request) =>
  `${bold(id)} ${status} ${money(decision.amount)}${refund ? ` ${refund}` : ''}${failure ? ` (${failure})` : ''}`

async function approve(
  { settings, screen }: Context,
  { previewHash }: { previewHash?: string },
  id: string,
): Promise<ExitCode> {
  const client = await openClient(settings)
  const hash = previewHash ?? (await client.get<RequestInFull>(at(id))).preview?.hash
  if (hash === undefined) throw new UsageError(`${id} gives nothing back as it stands: recoup requests show ${id}`)
  const { body } = await client.ask<Request>(`${at(id)}/approve`, { method: 'POST', body: { previewHash: hash } })
  screen.answer(body, () => said(body))
  return ExitCode.ok
}

async function decline(
  { settings, screen }: Context,
  body: { code: string; text?: string },
  id: string,
): Promise<ExitCode> {
  const client = await openClient(settings)
  const answer = await client.ask<Request>(`${at(id)}/decline`, {
    method: 'POST',
    body: { code: body.code, text: body.text },
  })
  screen.answer(answer.body, () => said(answer.body))
  return ExitCode.ok
}

type Prepare = {
  reason: string
  line?: string
  product?: string
  payer?: string
  payee?: string
  from?: string
  to?: string
}

async function prepare(
  { settings, screen }: Context,
  { reason, line, product, payer, payee, from, to }: Prepare,
  file?: string,
): Promise<ExitCode> {
  const filter = { line, product, payer, payee, from, to }
  const filtered = Object.values(filter).some((value) => value !== undefined)
  if ((file !== undefined) === filtered) throw new UsageError('give a file or a filter')
  const client = await openClient(settings)
  const { body } = await client.ask<Bulk>('/v1/bulk-refunds', {
    method: 'POST',
    body: { reason, ...(filtered ? { filter } : {}) },
  })
  if (file !== undefined) {
    await upload(client, body.id, file)
    await client.ask(`${atBulk(body.id)}/preview`, { method: 'POST' })
  }
  const bulk = await watch(client, body.id, {
    title: 'Looking',
    busy: ['collecting', 'previewing'],
    done: ({ looked }) => looked,
  })
  screen.answer(bulk, () => describe(bulk))
  return bulk.status === 'failed' ? ExitCode.refused : ExitCode.ok
}

const CHUNK = 2_000

/** Uploads line by line, so that memory doesn't grow with the file. */
async function upload(client: Client, bulk: string, file: string): Promise<void> {
  const csv = file.toLowerCase().endsWith('.csv')
  let head: string[] | undefined
  let rows: object[] = []
  let first = 1
  const send = async () => {
    if (rows.length === 0) return
    await client.ask(`${atBulk(bulk)}/rows`, { method: 'POST', query: { first }, body: { rows } })
    first += rows.length
    rows = []
  }
  for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    const line = text.replace(/^\uFEFF/, '')
    if (line.trim() === '') continue
    if (!csv) rows.push(readLine(line))
    else {
      const cells = readCells(line)
      if (!head) head = cells
      else rows.push(Object.fromEntries(head.flatMap((name, i) => (cells[i] ? [[name, cells[i]]] : []))))
    }
    if (rows.length === CHUNK) await send()
  }
  await send()
}

function readCells(line: string): string[] {
  try {
    return (parse(line, { trim: true }) as string[][])[0]!
  } catch {
    throw new UsageError(`not a line of CSV: ${harmless(line.slice(0, 60))}`)
  }
}

function readLine(line: string): object {
  try {
    return JSON.parse(line) as object
  } catch {
    throw new UsageError(`not a line of JSON: ${harmless(line.slice(0, 60))}`)
  }
}

async function showBulk({ settings, screen }: Context, _: object, id: string): Promise<ExitCode> {
  const bulk = await (await openClient(settings)).get<Bulk>(atBulk(id))
  screen.answer(bulk, () => describe(bulk))
  return ExitCode.ok
}

async function approveBulk({ settings, screen }: Context, { previewHash }: { previewHash: string }, id: string) {
  const client = await openClient(settings)
  const { body } = await client.ask<Bulk>(`${atBulk(id)}/approve`, { method: 'POST', body: { previewHash } })
  screen.answer(body, () => describe(body))
  return ExitCode.ok
}

async function runBulk({ settings, screen }: Context, _: object, id: string): Promise<ExitCode> {
  const client = await openClient(settings)
  const { status } = await client.get<Bulk>(atBulk(id))
  const step = status === 'paused' ? 'resume' : 'run'
  if (status !== 'running') await client.ask(`${atBulk(id)}/${step}`, { method: 'POST' })
  const bulk = await watch(client, id, {
    title: 'Giving back',
    busy: ['running'],
    done: ({ refunded, failed }) => refunded + failed,
  })
  screen.answer(bulk, () => describe(bulk))
  return bulk.rows.failed > 0 ? ExitCode.refused : ExitCode.ok
}

const LOOK_MS = 300

/** Shows progress while the bulk refund has one of these statuses. */
async function watch(
  client: Client,
  id: string,
  {
    title,
    busy,
    done,
  }: { readonly title: string; readonly busy: readonly string[]; readonly done: (rows: Bulk['rows']) => number },
): Promise<Bulk> {
  let bulk = await client.get<Bulk>(atBulk(id))
  const progress = startProgress(title, Math.max(bulk.rows.ready, bulk.rows.total))
  while (busy.includes(bulk.status)) {
    progress.update(done(bulk.rows), `${done(bulk.rows)} of ${bulk.rows.ready || bulk.rows.total}`)
    await sleep(LOOK_MS)
    bulk = await client.get<Bulk>(atBulk(id))
  }
  progress.stop(bulk.status)
  return bulk
}

function describe({ id, status, failure, rows, preview }: Bulk): string {
  const { total, refused, refunded, failed, left } = rows
  const lines = [
    `${bold(id)} ${status}${failure ? ` (${failure})` : ''}`,
    `${count(total, 'row')}: ${refused} refused, ${refunded} given back, ${failed} failed, ${left} left`,
  ]
  if (preview) {
    lines.push(...preview.totals.map((sum) => `${count(sum.count, 'refund')}, ${money(sum)}`))
    lines.push(...preview.refused.map(({ title, count: many }) => `refused: ${many} × ${title}`))
    if (preview.shortageAccounts > 0) lines.push(`${count(preview.shortageAccounts, 'account')} short of money`)
    lines.push(`needs ${count(preview.approvals, 'approval')}`, faint(`--preview-hash ${preview.hash}`))
  }
  return lines.join('\n')
}
