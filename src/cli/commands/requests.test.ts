import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Command } from 'commander'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { makeServer, payment, type TestServer } from '../../../test/api-server.ts'
import { Jobs } from '../../jobs/jobs.ts'
import { workRequests } from '../../refund-requests/workers.ts'
import { SCOPES } from '../../users/identity.ts'
import { requestsCommand } from './requests.ts'

let api: TestServer
let jobs: Jobs
let folder: string
beforeAll(async () => {
  api = await makeServer()
  jobs = await Jobs.start(api.world.database, { pollMs: 50 })
  await workRequests(jobs, { engine: api.world.engine })
  folder = await mkdtemp(path.join(tmpdir(), 'recoup-requests-'))
  vi.stubEnv('RECOUP_URL', await api.app.listen({ port: 0, host: '127.0.0.1' }))
  vi.stubEnv('RECOUP_KEY', api.key)
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await jobs.stop()
  await api.close()
  await rm(folder, { recursive: true })
})

async function recoup(...args: string[]): Promise<string> {
  const written: string[] = []
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean(written.push(String(text))))
  const quiet = vi.spyOn(process.stderr, 'write').mockImplementation(() => true)
  try {
    const program = new Command('recoup').exitOverride()
    requestsCommand(program)
    await program.parseAsync(['requests', ...args], { from: 'user' })
  } finally {
    spy.mockRestore()
    quiet.mockRestore()
  }
  return written.join('')
}
const charged = async () => (await api.post('/v1/charges', payment('10.00'))).body.id as string

it('lists, shows and declines requests', async () => {
  expect(await recoup('list')).toContain('No matching requests')
  const charge = await charged()
  const requested = { charge, reason: 'minor', asker: 'agent' }
  const { body } = await api.post('/v1/refund-requests', requested)
  expect(await recoup('list', '--status', 'declined')).toContain(body.id)
  expect(await recoup('show', body.id)).toContain('Declined: Reason not accepted')
  await api.post(`/v1/refund-requests/${body.id}/appeal`, { text: 'please' })
  expect(await recoup('decline', body.id, '--code', 'policy')).toContain('declined')
  await expect(recoup('approve', body.id)).rejects.toThrow('gives nothing back')
})

it('prepares, approves and runs a bulk refund', async () => {
  const file = path.join(folder, 'rows.csv')
  const rows = await Promise.all([charged(), charged()])
  await writeFile(file, `charge,amount,currency\n${rows[0]},,\n${rows[1]},4.00,CNY\nchg_nothing,,\n`)
  await expect(recoup('bulk', 'prepare', file, '--reason', 'goodwill')).rejects.toThrow('Row 3')
  await writeFile(file, `charge,amount,currency\n${rows[0]},,\n${rows[1]},4.00,CNY\n`)
  const bulk = JSON.parse(await recoup('bulk', 'prepare', file, '--reason', 'goodwill', '--json'))
  expect(bulk).toMatchObject({ status: 'ready', preview: { totals: [{ amount: '14.00', count: 2 }] } })
  const hash = ['--preview-hash', bulk.preview.hash]
  await expect(recoup('bulk', 'approve', bulk.id, ...hash)).rejects.toThrow('You created this request')
  vi.stubEnv('RECOUP_KEY', await api.makeKey(SCOPES))
  expect(await recoup('bulk', 'approve', bulk.id, ...hash)).toContain('approved')
  expect(await recoup('bulk', 'run', bulk.id)).toContain('2 given back, 0 failed, 0 left')
  expect(await recoup('bulk', 'show', bulk.id)).toContain('done')
})
