/**
 * The OpenAPI document on disk: `--write` writes it, `--check` fails when it differs from the routes. Needs no
 * database.
 */

import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { PROGRAM } from '../actor.ts'
import type { Database } from '../db/connect.ts'
import { Engine } from '../engine/engine.ts'
import { lines } from '../lines/index.ts'
import { buildServer } from './http-server.ts'

const FILE = fileURLToPath(new URL('../../openapi.json', import.meta.url))

/** Returns the document as deterministic text. */
export async function openapiText(): Promise<string> {
  const app = await buildServer({ database: nowhere, engine: new Engine(nowhere, lines), settings: { docs: false } })
  await app.ready()
  const text = `${JSON.stringify(app.openapi(), null, 2)}\n`
  await app.close()
  return text
}

/** Routes are described without being called. */
const unused = (): never => {
  throw new Error('there is no database here')
}
const noScope = { query: unused, execute: unused, transaction: unused }
const nowhere: Database = {
  tenant: (tenant) => ({ ...noScope, tenant, by: PROGRAM, as: unused }),
  system: noScope,
  session: unused,
  load: { total: 0, idle: 0, waiting: 0 },
  close: async () => {},
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { write: { type: 'boolean' }, check: { type: 'boolean' } } })
  const text = await openapiText()
  if (values.write) {
    await writeFile(FILE, text)
  } else if (values.check) {
    const stored = await readFile(FILE, 'utf8').catch(() => '')
    if (stored === text) return
    console.error('openapi.json is not what the routes say: run `npm run openapi`')
    process.exitCode = 1
  } else {
    process.stdout.write(text)
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main()
