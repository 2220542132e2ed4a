/** `recoup approvals`: acts that wait for other people, and the policy that says which do. */
import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import type { ApprovalPolicy } from '../../approvals/policy.ts'
import { type Approval, openClient } from '../client.ts'
import { addCommand, type Context, positiveNumber, runs } from '../command.ts'
import { ExitCode, UsageError } from '../exit-code.ts'
import { bold, faint, harmless, table } from '../screen.ts'

interface Detailed extends Approval {
  readonly request: unknown
  readonly note: string | null
}

export function approvalsCommand(program: Command): void {
  const approvals = program.command('approvals').description('Approve or decline what waits for another person')
  const listed = addCommand(approvals, 'list', 'List approvals, newest first', [
    ['approvals list', 'those that are pending'],
    ['approvals list --status executed --act refund', 'refunds that were approved and made'],
  ])
    .option('--status <status>', 'pending, approved, executed, failed, declined or withdrawn', 'pending')
    .option('--act <act>', 'refund, journal-entry, payout-destination, rate-card …')
    .option('--limit <number>', 'maximum number of rows', positiveNumber, 50)
  runs(listed, list)
  runs(addCommand(approvals, 'show <approval>', 'Show an approval with its request'), show)
  const note = ['--note <text>', 'note on the decision'] as const
  for (const [name, description] of [
    ['approve', 'Approve an act of another user; it is executed with the last approval'],
    ['decline', 'Decline an act of another user'],
  ] as const) {
    runs(addCommand(approvals, `${name} <approval>`, description).option(...note), decide(name))
  }
  runs(addCommand(approvals, 'withdraw <approval>', 'Withdraw an act of your own'), decide('withdraw'))
  const policy = addCommand(approvals, 'policy', 'Show the approval policy, or replace it', [
    ['approvals policy --json > policy.json', 'then edit the file'],
    ['approvals policy --file policy.json', 'which needs approval itself'],
  ]).option('--file <file>', 'JSON file with the new policy')
  runs(policy, policyOf)
}

async function list(
  { settings, screen }: Context,
  { status, act, limit }: { status: string; act?: string; limit: number },
): Promise<ExitCode> {
  const client = await openClient(settings)
  const found: Approval[] = []
  for await (const approval of client.list<Approval>('/v1/approvals', { status, act })) {
    if (found.push(approval) > limit) break
  }
  const data = found.slice(0, limit)
  screen.answer({ data, more: found.length > limit }, () =>
    data.length === 0
      ? `No approvals are ${harmless(status)}.`
      : table(
          ['approval', 'act', 'about', 'amount>', '', 'status', 'approvals', 'submitted by', 'at'],
          data.map(({ id, act: what, subject, amount, approvals, approvedBy, maker, createdAt, status: state }) => [
            ...[id, what, harmless(subject ?? ''), amount?.amount ?? '', amount?.currency ?? '', state],
            ...[`${approvedBy.length}/${approvals}`, harmless(maker), createdAt.slice(0, 16)],
          ]),
        ),
  )
  if (found.length > limit) screen.remark(`More are available: --limit ${limit * 10}`)
  return ExitCode.ok
}

async function show({ settings, screen }: Context, _options: object, id: string): Promise<ExitCode> {
  const client = await openClient(settings)
  const approval = await client.get<Detailed>(pathOf(id))
  screen.answer(approval, () => shown(approval))
  return ExitCode.ok
}

function shown({ request, note, ...approval }: Detailed): string {
  const { id, act, status, maker, amount, subject, approvals, approvedBy, result, problem } = approval
  const lines = [
    `${bold(id)}  ${act}  ${status}`,
    `submitted by ${harmless(maker)} at ${approval.createdAt.slice(0, 16)}`,
    ...(subject === null ? [] : [`about ${harmless(subject)}`]),
    ...(amount === null ? [] : [`amount ${amount.amount} ${amount.currency}`]),
    `approved by ${approvedBy.length === 0 ? 'no one yet' : approvedBy.map(harmless).join(', ')} (${approvals} needed)`,
    ...(note === null ? [] : [`note: ${harmless(note)}`]),
    ...(result === null ? [] : [`made ${harmless(result)}`]),
    ...(problem === null ? [] : [`refused when it was executed: ${problem}`]),
    faint(harmless(JSON.stringify(request, null, 2))),
  ]
  return lines.join('\n')
}

function decide(decision: 'approve' | 'decline' | 'withdraw') {
  return async ({ settings, screen }: Context, { note }: { note?: string }, id: string): Promise<ExitCode> => {
    const client = await openClient(settings)
    const body = decision === 'withdraw' ? {} : { body: note === undefined ? {} : { note } }
    const { body: approval } = await client.ask<Detailed>(`${pathOf(id)}/${decision}`, { method: 'POST', ...body })
    screen.answer(approval, () => shown(approval))
    return approval.status === 'failed' ? ExitCode.refused : ExitCode.ok
  }
}

const pathOf = (id: string) => `/v1/approvals/${encodeURIComponent(id)}`

interface InForce {
  readonly policy: ApprovalPolicy
  readonly updatedBy: string | null
}

async function policyOf({ settings, screen }: Context, { file }: { file?: string }): Promise<ExitCode> {
  const client = await openClient(settings)
  if (file === undefined) {
    const { policy } = await client.get<InForce>('/v1/approval-policy')
    screen.answer(policy, () => drawn(policy))
    return ExitCode.ok
  }
  const { body } = await client.ask<InForce>('/v1/approval-policy', { method: 'PUT', body: await readPolicyFile(file) })
  screen.answer(body.policy, () => drawn(body.policy))
  return ExitCode.ok
}

async function readPolicyFile(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`cannot read ${file}: ${error.code ?? error.message}`)
  })
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    throw new UsageError(`${file} is not JSON`)
  }
}

function drawn({ mode, money, control }: ApprovalPolicy): string {
  const rows = [
    ...Object.entries(money).map(([act, rule]) => [
      ...[
        act,
        rule.above ?? 'never',
        rule.perDay ?? 'no limit',
        String(rule.approvals),
        rule.roles?.join(', ') ?? 'any',
      ],
    ]),
    ...Object.entries(control).map(([act, rule]) => [
      ...[act, rule.required ? 'always' : 'never', '', String(rule.approvals), rule.roles?.join(', ') ?? 'any'],
    ]),
  ]
  const warning = mode === 'single-person' ? ['Single person: nothing waits for approval.'] : []
  return [...warning, table(['act', 'above>', 'per maker and day>', 'approvals>', 'roles'], rows)].join('\n')
}
