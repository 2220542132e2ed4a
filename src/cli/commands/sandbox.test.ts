import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { recoup, root, run } from '../../../test/program.ts'
import { sandboxGateway } from '../../gateways/sandbox/client.ts'

it('recoup sandbox runs a usable provider until stopped', async () => {
  const data = mkdtempSync(path.join(tmpdir(), 'sandbox-cli-'))
  const args = ['sandbox', '--port', '0', '--data', data, '--seed', '7', '--merchant', 'shop', '--json']
  const program = run(process.execPath, [path.join(root, 'src/cli/recoup.js'), ...args], {})
  try {
    await program.until(/\n\}\n/)
    const ready = JSON.parse(program.said().stdout)
    expect(ready).toMatchObject({ dataFolder: data, seed: '7', merchants: [{ id: 'shop' }] })
    const gateway = sandboxGateway({ baseUrl: ready.url, merchant: 'shop', secret: ready.merchants[0].secret })
    await expect(gateway.queryOrder('o')).rejects.toMatchObject({ kind: 'not_found', code: 'order_not_found' })
  } finally {
    program.child.kill('SIGTERM')
    const { code, stderr } = await program.ended
    rmSync(data, { recursive: true })
    expect([code, stderr]).toEqual([0, ''])
  }
})

it('refuses invalid faults as a usage error', async () => {
  const { code, stderr } = await recoup(['sandbox', '--data', '/nowhere', '--faults', '{"busy":'], {})
  expect(code).toBe(2)
  expect(stderr).toContain('--faults is not JSON')
})
