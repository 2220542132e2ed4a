/** `recoup sandbox`: runs a payment provider for experiments in the foreground. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { type Command, InvalidArgumentError } from 'commander'
import type { Provider } from '../../gateways/sandbox/provider/start.ts'
import { watchLifetime } from '../../server/lifetime.ts'
import { addCommand, type Context, runs, several } from '../command.ts'
import { ExitCode, UsageError } from '../exit-code.ts'
import { bold, faint } from '../screen.ts'

interface Options {
  port: number
  host: string
  data?: string
  seed?: string
  faults?: string
  conditions?: string
  merchant?: string[]
}

export function sandboxCommand(program: Command): void {
  const command = addCommand(program, 'sandbox', 'Run a sandbox payment provider for testing. No real money moves', [
    ['sandbox', 'on port 4871, with a merchant named sandbox'],
    [`sandbox --seed 7 --faults '{"timeoutAfter":0.05,"lost":0.1}'`, 'with faults, the same ones every time'],
    ['sandbox --data /tmp/shop --faults faults.json --json', 'books and faults of your own; one document when ready'],
  ])
    .option('--port <port>', 'port to listen on; 0 picks a free port', portOf, 4871)
    .option('--host <host>', 'address to listen on; the test endpoints need no key', '127.0.0.1')
    .option('--data <folder>', 'folder for its data (default: sandbox in the data folder)')
    .option('--seed <text>', 'random seed for faults; stored with the data')
    .option('--faults <json>', 'fault rates as JSON, or a JSON file')
    .option('--conditions <json>', 'delays, windows and limits as JSON, or a JSON file')
    .option('--merchant <id>', 'merchant to create; repeatable (default: sandbox)', several)
  runs(command, sandbox)
}

async function sandbox({ settings, screen }: Context, options: Options): Promise<ExitCode> {
  const { port, host, seed, merchant } = options
  const dataFolder = path.resolve(options.data ?? path.join(settings.dataFolder, 'sandbox'))
  const provider = await start({
    port,
    host,
    dataFolder,
    ...(seed !== undefined && { seed }),
    ...(options.faults !== undefined && { faults: await jsonOf(options.faults, '--faults') }),
    ...(options.conditions !== undefined && { conditions: await jsonOf(options.conditions, '--conditions') }),
    ...(merchant && { merchants: merchant.map((id) => ({ id })) }),
  })
  const lifetime = watchLifetime()
  const merchants = provider.merchants.map(({ id, secret }) => ({ id, secret }))
  const ready = { url: provider.url, pid: process.pid, dataFolder, seed: provider.seed, merchants }
  screen.answer(ready, () => describe(provider, dataFolder))
  await lifetime.over
  await provider.close()
  return ExitCode.ok
}

/** Starts the provider, loaded on demand. Refused options are usage errors. */
async function start(options: Record<string, unknown>): Promise<Provider> {
  const { startProvider } = await import('../../gateways/sandbox/provider/start.ts')
  const { Refusal } = await import('../../gateways/sandbox/provider/refusal.ts')
  return startProvider(options as unknown as Parameters<typeof startProvider>[0]).catch((error) => {
    throw error instanceof Refusal ? new UsageError(error.message) : error
  })
}

/** Parses JSON from the command line if the text starts like an object, otherwise from a file. */
async function jsonOf(text: string, option: string): Promise<unknown> {
  const json = text.trimStart().startsWith('{')
    ? text
    : await readFile(text, 'utf8').catch((error: NodeJS.ErrnoException) => {
        throw new UsageError(`${option}: cannot read ${text} (${error.code ?? error.message})`)
      })
  try {
    return JSON.parse(json)
  } catch (error) {
    throw new UsageError(`${option} is not JSON: ${(error as Error).message}`)
  }
}

function portOf(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (!(port <= 65_535)) throw new InvalidArgumentError('a whole number from 0 to 65535')
  return port
}

function describe({ url, seed, merchants }: Provider, dataFolder: string): string {
  const lines = merchants.map(({ id, secret }) => `  merchant ${bold(id)}  secret ${secret}`)
  return [
    `${bold(url)}  ${faint(`books in ${dataFolder}, seed ${seed}`)}`,
    ...lines,
    '',
    'An order is paid with:',
    `  curl -X POST ${url}/orders/NUMBER/pay`,
    `Show its records: curl ${url}/books`,
  ].join('\n')
}
