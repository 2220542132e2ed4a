/** `recoup webhooks`: webhook endpoints, their deliveries, and retries. */
import type { Command } from 'commander'
import { EVENT_TYPES } from '../../events/types.ts'
import { openClient } from '../client.ts'
import { addCommand, type Context, positiveNumber, runs, several } from '../command.ts'
import { ExitCode, UsageError } from '../exit-code.ts'
import { bold, count, faint, harmless, table } from '../screen.ts'

interface Webhook {
  readonly id: string
  readonly url: string
  readonly eventTypes: readonly string[]
  readonly party: string | null
  readonly enabled: boolean
  readonly disabledReason: string | null
  readonly failingSince: string | null
}

interface Delivery {
  readonly id: string
  readonly event: string
  readonly type: string
  readonly status: string
  readonly attempts: number
  readonly nextAttemptAt: string | null
  readonly log: readonly { readonly code: number | null; readonly error: string | null }[]
  readonly createdAt: string
}

export function webhooksCommand(program: Command): void {
  const webhooks = program.command('webhooks').description('Manage webhook endpoints and deliveries')
  runs(addCommand(webhooks, 'list', 'List webhooks'), list)
  const add = addCommand(webhooks, 'add <url>', 'Create a webhook endpoint. Its signing secret is shown once', [
    ['webhooks add https://example.com/recoup --event refund.succeeded --event refund.failed', 'these two'],
    ['webhooks add https://example.com/noodles --party mch_noodles', 'everything that is one party’s business'],
  ])
    .option('--event <type>', `event type; repeatable (default: all): ${EVENT_TYPES.join(', ')}`, several)
    .option('--party <party>', 'only events of this party')
    .option('--description <text>', 'for people')
  runs(add, make)
  const log = addCommand(webhooks, 'deliveries <webhook>', 'List deliveries, newest first', [
    ['webhooks deliveries whk_… --status failed', 'what did not arrive'],
  ])
    .option('--status <status>', 'pending, succeeded, failed or canceled')
    .option('--limit <number>', 'maximum number of rows', positiveNumber, 50)
  runs(log, deliveries)
  const again = addCommand(webhooks, 'replay <webhook>', 'Deliver again', [
    ['webhooks replay whk_… --delivery dlv_…', 'this one'],
    ['webhooks replay whk_… --since 2026-11-20T00:00:00Z', 'all that failed since then'],
  ])
    .option('--delivery <delivery>', 'one delivery, whatever its status')
    .option('--since <time>', 'all deliveries that failed or were canceled since this time (RFC 3339)')
  runs(again, replay)
}

async function list({ settings, screen }: Context): Promise<ExitCode> {
  const client = await openClient(settings)
  const found: Webhook[] = []
  for await (const webhook of client.list<Webhook>('/v1/webhooks')) found.push(webhook)
  screen.answer({ data: found }, () => {
    if (found.length === 0) return 'There are no webhooks yet: recoup webhooks add'
    const rows = found.map(({ id, url, eventTypes, party, enabled, disabledReason, failingSince }) => [
      ...[id, harmless(url)],
      eventTypes.length > 2 ? count(eventTypes.length, 'event type') : eventTypes.join(' '),
      party ?? '',
      enabled ? (failingSince ? `failing since ${failingSince}` : 'enabled') : `disabled: ${disabledReason}`,
    ])
    return table(['id', 'address', 'hears of', 'party', ''], rows)
  })
  return ExitCode.ok
}

async function make(
  { settings, screen }: Context,
  { event, party, description }: { event?: string[]; party?: string; description?: string },
  url: string,
): Promise<ExitCode> {
  const client = await openClient(settings)
  const body = { url, eventTypes: event ?? EVENT_TYPES, party, description }
  const { body: made } = await client.ask<Webhook & { secret: string }>('/v1/webhooks', { method: 'POST', body })
  screen.answer(
    made,
    () => `${bold(made.id)}\n${made.secret}\n\n${faint('The secret is shown once. Use it to verify signatures.')}`,
  )
  return ExitCode.ok
}

async function deliveries(
  { settings, screen }: Context,
  { status, limit }: { status?: string; limit: number },
  webhook: string,
): Promise<ExitCode> {
  const client = await openClient(settings)
  const found: Delivery[] = []
  let more = false
  for await (const delivery of client.list<Delivery>(`/v1/webhooks/${encodeURIComponent(webhook)}/deliveries`, {
    status,
  })) {
    more = found.length >= limit
    if (more) break
    found.push(delivery)
  }
  screen.answer({ data: found, more }, () => {
    if (found.length === 0) return 'Nothing was delivered.'
    const rows = found.map(({ id, type, status: state, attempts, nextAttemptAt, log, createdAt }) => {
      const last = log.at(-1)
      return [
        id,
        type,
        createdAt,
        state,
        String(attempts),
        String(last?.code ?? last?.error ?? ''),
        nextAttemptAt ?? '',
      ]
    })
    return table(['delivery', 'event', 'made', 'status', 'attempts>', 'answer', 'next'], rows)
  })
  if (more) screen.remark(`More are available: --limit ${limit * 10}`)
  return ExitCode.ok
}

async function replay(
  { settings, screen }: Context,
  { delivery, since }: { delivery?: string; since?: string },
  webhook: string,
): Promise<ExitCode> {
  if ((delivery === undefined) === (since === undefined)) throw new UsageError('give --delivery or --since')
  const client = await openClient(settings)
  const { body } = await client.ask<{ replayed: number }>(`/v1/webhooks/${encodeURIComponent(webhook)}/replay`, {
    method: 'POST',
    body: delivery === undefined ? { since } : { delivery },
  })
  screen.answer(body, () => `${count(body.replayed, 'delivery', 'deliveries')} begun again.`)
  return ExitCode.ok
}
