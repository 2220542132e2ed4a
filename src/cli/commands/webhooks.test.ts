import { Command } from 'commander'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { makeServer, type TestServer } from '../../../test/api-server.ts'
import { announce } from '../../events/announce.ts'
import { webhooksCommand } from './webhooks.ts'

let api: TestServer
beforeAll(async () => {
  api = await makeServer()
  vi.stubEnv('RECOUP_URL', await api.app.listen({ port: 0, host: '127.0.0.1' }))
  vi.stubEnv('RECOUP_KEY', api.key)
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await api.close()
})

async function recoup(...args: string[]): Promise<string> {
  const written: string[] = []
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean(written.push(String(text))))
  try {
    const program = new Command('recoup').exitOverride()
    webhooksCommand(program)
    await program.parseAsync(['webhooks', ...args], { from: 'user' })
  } finally {
    spy.mockRestore()
  }
  return written.join('')
}

it('adds and lists endpoints, shows deliveries and retries them', async () => {
  expect(await recoup('list')).toContain('There are no webhooks yet')
  const made = JSON.parse(
    await recoup('add', 'http://127.0.0.1:1/x', '--event', 'refund.failed', '--party', 'mch_1', '--json'),
  )
  expect(made).toMatchObject({
    eventTypes: ['refund.failed'],
    party: 'mch_1',
    secret: expect.stringMatching(/^whsec_/),
  })
  expect(await recoup('list')).toContain(made.id)
  await api.world.db.transaction((tx) =>
    announce(tx, [{ type: 'refund.failed', subject: 'rfd_x', parties: ['mch_1'], data: {} }]),
  )
  const [delivery] = JSON.parse(await recoup('deliveries', made.id, '--json')).data
  expect(delivery).toMatchObject({ type: 'refund.failed', status: 'pending' })
  expect(await recoup('deliveries', made.id)).toContain(delivery.id)
  await api.world.db.execute(
    "UPDATE webhook_delivery SET status = 'failed', next_attempt_at = NULL, completed_at = now()",
  )
  expect(await recoup('replay', made.id, '--since', '2026-01-01T00:00:00Z')).toContain('1 delivery begun again')
  await expect(recoup('replay', made.id)).rejects.toThrow('--delivery or --since')
  await expect(recoup('replay', made.id, '--delivery', delivery.id)).rejects.toThrow('retried automatically')
})
