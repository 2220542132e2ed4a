import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Command } from 'commander'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { makeServer, payment, type TestServer } from '../../../test/api-server.ts'
import { DEFAULT_POLICY, writePolicy } from '../../approvals/policy.ts'
import { SCOPES } from '../../users/identity.ts'
import { approvalsCommand } from './approvals.ts'
import { refundCommand } from './refund.ts'

let api: TestServer
let folder: string
let other: string
beforeAll(async () => {
  api = await makeServer()
  folder = await mkdtemp(path.join(tmpdir(), 'recoup-approvals-'))
  vi.stubEnv('RECOUP_URL', await api.app.listen({ port: 0, host: '127.0.0.1' }))
  other = await api.makeKey(SCOPES)
  await api.world.db.transaction((tx) => writePolicy(tx, DEFAULT_POLICY))
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await api.close()
  await rm(folder, { recursive: true })
})

async function recoup(key: string, ...args: string[]): Promise<string> {
  vi.stubEnv('RECOUP_KEY', key)
  const written: string[] = []
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean(written.push(String(text))))
  const quiet = vi.spyOn(process.stderr, 'write').mockImplementation(() => true)
  try {
    const program = new Command('recoup').exitOverride()
    approvalsCommand(program)
    refundCommand(program)
    await program.parseAsync(args, { from: 'user' })
  } finally {
    spy.mockRestore()
    quiet.mockRestore()
  }
  return written.join('')
}

it('a refund that waits says so, and is approved by another key', async () => {
  expect(await recoup(api.key, 'approvals', 'list')).toContain('No approvals are pending')
  const charge = (await api.post('/v1/charges', payment('20000.00'))).body.id
  const answer = await recoup(api.key, 'refund', charge, '--yes')
  expect(answer).toMatch(/Nothing is done yet: apr_\w+ \(refund\) needs 1 approval/)
  const id = /apr_\w+/.exec(answer)![0]
  const list = await recoup(other, 'approvals', 'list')
  expect(list).toContain(id)
  expect(list).toContain('20000.00')
  expect(await recoup(other, 'approvals', 'show', id)).toContain(charge)
  await expect(recoup(api.key, 'approvals', 'approve', id)).rejects.toThrow()
  expect(await recoup(other, 'approvals', 'approve', id, '--note', 'checked')).toContain('executed')
  expect((await api.get(`/v1/charges/${charge}`)).body.status).toBe('refunded')
})

it('declines and withdraws', async () => {
  const charge = (await api.post('/v1/charges', payment('20000.00'))).body.id
  const submit = async () => JSON.parse(await recoup(api.key, 'refund', charge, '--yes', '--json')).id as string
  expect(await recoup(other, 'approvals', 'decline', await submit(), '--note', 'no')).toContain('declined')
  expect(await recoup(api.key, 'approvals', 'withdraw', await submit())).toContain('withdrawn')
})

it('shows the policy and replaces it from a file', async () => {
  expect(await recoup(api.key, 'approvals', 'policy')).toMatch(/journal-entry\s+10000\s+10000/)
  const file = path.join(folder, 'policy.json')
  const policy = JSON.parse(await recoup(api.key, 'approvals', 'policy', '--json'))
  await writeFile(file, JSON.stringify({ ...policy, mode: 'single-person' }))
  expect(await recoup(api.key, 'approvals', 'policy', '--file', file)).toContain('nothing waits for approval')
  await writeFile(file, '{')
  await expect(recoup(api.key, 'approvals', 'policy', '--file', file)).rejects.toThrow('is not JSON')
  await expect(recoup(api.key, 'approvals', 'policy', '--file', `${file}.none`)).rejects.toThrow('ENOENT')
})
