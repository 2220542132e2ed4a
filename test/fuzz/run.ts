/**
 * Runs Schemathesis against a server with real objects, then checks the books and that money has moved. See run.sh.
 * The last line of the output is the result as JSON.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { freePort, Site } from '../soak/site.ts'
import { makeObjects, PREFIXES } from './objects.ts'

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '600' },
    seed: { type: 'string', default: '1' },
    /** Comma-separated phases of Schemathesis. */
    phases: { type: 'string', default: 'examples,coverage,fuzzing,stateful' },
    only: { type: 'string' },
  },
})

const folder = mkdtempSync(path.join(os.tmpdir(), 'recoup-fuzz-'))
const site = new Site(folder, await freePort())
Object.assign(site.env, { RATE_LIMIT: '100000' })
try {
  await site.start()
  const key = readFileSync(path.join(site.data, 'key'), 'utf8').trim()
  const objects = await makeObjects(site)
  const file = path.join(folder, 'objects.json')
  writeFileSync(file, JSON.stringify({ ...objects, prefixes: PREFIXES, ownKey: await ownKey() }))
  const before = await transfers()
  const code = await schemathesis(key, file)
  const after = await transfers()
  const check = await site.call<{ ok: boolean; faults: unknown[] }>('GET', '/v1/ledger/check')
  const ok = code === 0 && check.body.ok && after > before
  console.log(
    JSON.stringify({
      fuzz: 'schemathesis',
      ok,
      code,
      transfersBefore: before,
      transfersAfter: after,
      books: check.body.ok,
    }),
  )
  process.exitCode = ok ? 0 : 1
} finally {
  await site.stop()
  rmSync(folder, { recursive: true, force: true })
}

async function ownKey(): Promise<string> {
  const { body } = await site.call<{ key: string }>('GET', '/v1/me')
  return body.key
}

/** Number of transfers in the ledger. */
async function transfers(): Promise<number> {
  const { stdout } = await site.recoup('check', '--json')
  return Number((JSON.parse(stdout) as { transfers: string | number }).transfers)
}

function schemathesis(key: string, objects: string): Promise<number> {
  const config = path.join(import.meta.dirname, 'schemathesis.toml')
  const args = ['--config-file', config, 'run', `${site.url}/openapi.json`, '--header', `Authorization: Bearer ${key}`]
  args.push(
    '--exclude-checks',
    'ignored_auth',
    '--phases',
    values.phases,
    '--max-time',
    values.seconds,
    '--seed',
    values.seed,
  )
  args.push('--continue-on-failure', '--request-timeout', '30', '--suppress-health-check', 'all')
  if (values.only) args.push('--include-operation-id-regex', values.only)
  const env = {
    ...process.env,
    ...{ SCHEMATHESIS_HOOKS: 'hooks', PYTHONPATH: import.meta.dirname, PYTHONDONTWRITEBYTECODE: '1' },
    ...{ FUZZ_OBJECTS: objects, FUZZ_SEED: values.seed },
  }
  const child = spawn(process.env.SCHEMATHESIS!, args, { env, cwd: folder, stdio: ['ignore', 'inherit', 'inherit'] })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}
