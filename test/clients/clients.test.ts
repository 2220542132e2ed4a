/**
 * Programs in other languages that use clients generated from openapi.json: each creates a charge, lists charges page
 * by page, previews a refund and executes it. A language is skipped if its generator is not installed, unless
 * `RECOUP_CLIENTS=required`.
 */
import { execFile, execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, realpathSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeServer, payment, type TestServer } from '../api-server.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')
const DOCUMENT = path.join(ROOT, 'openapi.json')
const CHARGED_BEFORE = 4
const MAX_MS = 600_000
const run = promisify(execFile)

interface Language {
  readonly name: string
  /** The program that generates the client; undefined if it is not installed. */
  readonly generator: string | undefined
  readonly install: string
  /** Generates the client into the folder and compiles the program there. Returns the command that runs it. */
  prepare(folder: string, generator: string): Promise<readonly [string, ...string[]]>
}

const goPath = tryRun('go', ['env', 'GOPATH'])

const languages: readonly Language[] = [
  {
    name: 'typescript',
    generator: firstExisting(
      path.join(ROOT, 'sdk/node_modules/.bin/openapi-typescript'),
      path.join(ROOT, 'node_modules/.bin/openapi-typescript'),
    ),
    install: 'npm ci',
    async prepare(folder, generator) {
      symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'))
      await run(generator, [DOCUMENT, '--default-non-nullable', 'false', '--output', 'generated.ts'], { cwd: folder })
      await run(path.join(ROOT, 'node_modules/.bin/tsc'), ['-p', '.'], { cwd: folder })
      return [process.execPath, 'flow.ts']
    },
  },
  {
    name: 'python',
    generator: onPath('openapi-python-client'),
    install: 'pip install openapi-python-client',
    async prepare(folder, generator) {
      await run(generator, ['generate', '--path', DOCUMENT, '--meta', 'none', '--output-path', 'recoup_client'], {
        cwd: folder,
      })
      // The interpreter of the generator has the libraries that the generated package imports.
      const beside = path.join(path.dirname(realpathSync(generator)), 'python3')
      const python = existsSync(beside) ? beside : 'python3'
      await run(python, ['-m', 'compileall', '-q', '.'], { cwd: folder })
      return [python, 'flow.py']
    },
  },
  {
    name: 'go',
    generator: onPath('oapi-codegen') ?? firstExisting(path.join(goPath, 'bin/oapi-codegen')),
    install: 'go install github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen@latest',
    async prepare(folder, generator) {
      // oapi-codegen drops the schemas that only webhooks use, though it generates the webhooks (2.8.2): skip-prune.
      const options = ['-generate', 'types,client,skip-prune', '-package', 'recoup', '-o', 'client.go', DOCUMENT]
      await run(generator, options, { cwd: folder })
      await run('mkdir', ['recoup'], { cwd: folder })
      renameSync(path.join(folder, 'client.go'), path.join(folder, 'recoup/client.go'))
      await run('go', ['build', '-o', 'flow', '.'], { cwd: folder })
      return ['./flow']
    },
  },
]

function onPath(name: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  return firstExisting(...folders.map((folder) => path.join(folder, name)))
}

function firstExisting(...files: string[]): string | undefined {
  return files.find((file) => existsSync(file))
}

function tryRun(program: string, args: readonly string[]): string {
  try {
    return execFileSync(program, args, { encoding: 'utf8' }).trim()
  } catch {
    return ''
  }
}

let server: TestServer
let url: string
beforeAll(async () => {
  server = await makeServer({ docs: false })
  url = await server.app.listen({ port: 0, host: '127.0.0.1' })
  for (let n = 0; n < CHARGED_BEFORE; n += 1) await server.post('/v1/charges', payment('10.00'))
})
afterAll(() => server.close())

describe('a client generated for', () => {
  for (const { name, generator, install, prepare } of languages) {
    it(`${name} charges, lists pages, previews a refund and executes it`, { timeout: MAX_MS }, async ({ skip }) => {
      if (generator === undefined) {
        const reason = `did not run: the generator for ${name} is not installed (${install})`
        if (process.env.RECOUP_CLIENTS === 'required') throw new Error(reason)
        console.warn(`${reason}`)
        return skip(reason)
      }
      const before = await countCharges()
      const folder = mkdtempSync(path.join(tmpdir(), `recoup-client-${name}-`))
      try {
        cpSync(path.join(import.meta.dirname, name), folder, { recursive: true })
        const [program, ...args] = await prepare(folder, generator)
        const env = { ...process.env, RECOUP_URL: url, RECOUP_KEY: server.key }
        const { stdout } = await run(program, args, { cwd: folder, env })
        const made = JSON.parse(stdout) as { charge: string; refund: string }
        expect(made).toMatchObject({ listed: before + 1, refunded: '40.00' })
        const refund = await server.get(`/v1/refunds/${made.refund}`)
        expect(refund.body).toMatchObject({ charge: made.charge, amount: { amount: '40.00', currency: 'CNY' } })
        expect((await server.get(`/v1/charges/${made.charge}`)).body.status).toBe('partially-refunded')
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    })
  }
})

async function countCharges(): Promise<number> {
  return (await server.get('/v1/charges?limit=200')).body.data.length
}
