/** `recoup refund`: previews a refund, asks for confirmation and executes exactly the preview. */
import { randomUUID } from 'node:crypto'
import { type Command, Option } from 'commander'
import type { Charge } from '../../api/charges/schema.ts'
import type { Refund, RefundPreview } from '../../api/refunds/schema.ts'
import { type Client, openClient, type ProblemDocument, Refused } from '../client.ts'
import { addCommand, type Context, runs, several } from '../command.ts'
import { Declined, ExitCode, UsageError } from '../exit-code.ts'
import { bad, bold, faint, indented, type Screen, table } from '../screen.ts'

interface Options {
  amount?: string
  item?: string[]
  reason?: string
  reference?: string
  effectiveAt?: string
  idempotencyKey?: string
  preview?: boolean
  yes?: boolean
  language: 'en' | 'zh'
}

interface Ask {
  readonly charge: string
  readonly amount?: { readonly amount: string; readonly currency: string }
  readonly items?: readonly { readonly id: string; readonly quantity?: string }[]
}

export function refundCommand(program: Command): void {
  const command = addCommand(
    program,
    'refund <charge>',
    'Refund a charge, fully or partially. Shows a preview and asks for confirmation',
    [
      ['refund chg_…', 'all that is left of it'],
      ['refund chg_… --amount 30.00 --reason "cold soup"', 'a part'],
      ['refund chg_… --item 1=2', 'two units of item 1'],
      ['refund chg_… --preview', 'look only'],
      ['refund chg_… --yes --json', 'for scripts: no question'],
    ],
  )
    .addOption(new Option('--amount <amount>', 'decimal, in the currency of the charge').conflicts('item'))
    .option('--item <id[=quantity]>', 'item, or quantity of an item; repeatable', several)
    .option('--reason <text>', 'reason for the refund')
    .option('--reference <text>', 'your own reference')
    .option('--effective-at <time>', 'effective time (default: now)')
    .option('--idempotency-key <key>', 'repeating the same key does not refund again')
    .addOption(new Option('--preview', 'show the preview only').conflicts('yes'))
    .option('-y, --yes', 'skip the confirmation')
    .addOption(new Option('--language <language>', 'language of the explanation').choices(['en', 'zh']).default('en'))
  runs(command, refund)
}

async function refund({ settings, screen }: Context, options: Options, charge: string): Promise<ExitCode> {
  const items = options.item?.map(readItem)
  const client = await openClient(settings, options.language)
  const ask = { charge, ...(items && { items }), ...(await amountOf(client, charge, options.amount)) }
  const { body: preview } = await client.ask<RefundPreview>('/v1/refunds/preview', { method: 'POST', body: ask })
  if (options.preview) {
    screen.answer(preview, () => describePreview(preview))
    return ExitCode.ok
  }
  const { body, replayed } = await execute(client, screen, { ask, first: preview, options })
  screen.answer(body, () => describeRefund(body, replayed))
  return ExitCode.ok
}

/** Returns the amount in the currency of the charge. */
async function amountOf(client: Client, charge: string, amount: string | undefined): Promise<Pick<Ask, 'amount'>> {
  if (amount === undefined) return {}
  const { amount: charged } = await client.get<Charge>(`/v1/charges/${encodeURIComponent(charge)}`)
  return { amount: { amount, currency: charged.currency } }
}

function readItem(text: string): { id: string; quantity?: string } {
  const at = text.lastIndexOf('=')
  if (at < 0) return { id: text }
  const quantity = text.slice(at + 1)
  if (at === 0 || !/^[1-9]\d*$/.test(quantity)) throw new UsageError(`--item ${text}: write it as id or id=quantity`)
  return { id: text.slice(0, at), quantity }
}

/** Executes the previewed refund. If the state changed meanwhile, previews and asks again. */
async function execute(
  client: Client,
  screen: Screen,
  { ask, first, options }: { readonly ask: Ask; readonly first: RefundPreview; readonly options: Options },
) {
  const { reason, reference, effectiveAt } = options
  const idempotencyKey = options.idempotencyKey ?? randomUUID()
  for (let preview = first; ; ) {
    if (!options.yes) await askFor(screen, preview)
    try {
      return await client.ask<Refund>('/v1/refunds', {
        method: 'POST',
        idempotencyKey,
        body: { ...ask, reason, reference, effectiveAt, previewHash: preview.hash },
      })
    } catch (error) {
      const fresh = error instanceof Refused ? freshPreview(error.problem) : undefined
      if (!fresh) throw error
      preview = fresh
      screen.remark('The charge has changed since the preview. This is the new preview.')
    }
  }
}

function freshPreview({ code, preview }: ProblemDocument): RefundPreview | undefined {
  return code === 'refund_preview_stale' ? (preview as RefundPreview | undefined) : undefined
}

/** Asks for confirmation. @throws Declined; UsageError without a terminal. */
async function askFor(screen: Screen, preview: RefundPreview): Promise<void> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) {
    throw new UsageError('no terminal to ask on: look with --preview, then do it with --yes')
  }
  screen.remark(`${describePreview(preview)}\n`)
  const { amount, currency } = preview.amount
  const { confirm } = await import('@inquirer/prompts')
  const message = `Refund ${amount} ${currency}?`
  const yes = await confirm({ message, default: false }, { input: process.stdin, output: process.stderr })
  if (!yes) throw new Declined('nothing was given back')
}

function describePreview(preview: RefundPreview): string {
  const { charge, amount, refundableAfter, explanation } = preview
  return [
    `Refund of ${bold(`${amount.amount} ${amount.currency}`)} of ${charge} would move:`,
    '',
    moves(preview),
    ...owed(preview),
    '',
    `  Stays refundable: ${refundableAfter.amount} ${refundableAfter.currency}`,
    '',
    faint(indented(explanation.text)),
  ].join('\n')
}

function describeRefund(refund: Refund, replayed: boolean): string {
  const { id, charge, amount, refundableAfter } = refund
  return [
    `${bold(id)}  ${amount.amount} ${amount.currency} of ${charge} given back${replayed ? faint(' (before, with the same key)') : ''}`,
    '',
    moves(refund),
    ...owed(refund),
    '',
    `  Stays refundable: ${refundableAfter.amount} ${refundableAfter.currency}`,
    '',
    faint(`Why: recoup explain ${id}`),
  ].join('\n')
}

function moves({ transfers }: Pick<Refund, 'transfers'>): string {
  const rows = transfers.map(({ kind, from, to, amount }) => [kind, from, to, amount.amount, amount.currency])
  return table(['what', 'gives back', 'gets', 'amount>', ''], rows)
}

/** Describes the debts of payees whose balance is insufficient. */
function owed({ shortages }: Pick<Refund, 'shortages'>): string[] {
  return shortages.map(({ account, mode, amount }) => {
    const [party] = account.split('/')
    const who = mode === 'advance' ? `the platform advances it and ${party} owes it` : `${party} comes to owe it`
    return `\n  ${bad('Short:')} ${account} lacks ${amount.amount} ${amount.currency}; ${who}.`
  })
}
