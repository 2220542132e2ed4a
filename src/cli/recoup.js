#!/usr/bin/env node
/**
 * The way in. Plain JavaScript, because it must also run on a Node that is too old for the rest: the program itself is
 * TypeScript, which Node runs as it is from 22.18 on. Where the running Node is older, the one that `npm ci` put into
 * node_modules takes over.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import module from 'node:module'
import { constants } from 'node:os'
import { fileURLToPath } from 'node:url'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
const isNewEnough = major > 22 || (major === 22 && minor >= 18)

if (isNewEnough) {
  // Starts three times as fast. Not in the shared temporary folder, where others could put code into it.
  module.enableCompileCache?.(fileURLToPath(new URL('../../node_modules/.cache/recoup', import.meta.url)))
  await import('./main.ts')
} else handOver()

/** Runs the same command on the newer Node: signals go on to it, and its exit code comes back. */
function handOver() {
  const node = fileURLToPath(new URL('../../node_modules/.bin/node', import.meta.url))
  if (!existsSync(node)) {
    console.error(
      `recoup needs Node 22.18 or newer; this is ${process.versions.node}, and ${node} is missing.\n` +
        'Run “npm ci” in the project folder (without --omit=optional): it brings a newer Node with it. ' +
        'Or install Node 24 from https://nodejs.org.',
    )
    process.exitCode = 4
    return
  }
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, RECOUP_FOLLOW_PARENT: '1' },
  })
  // A Ctrl-C in the terminal reaches the child twice then, which it knows how to take (server/lifetime.ts).
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    console.error(`recoup: ${node} does not run here: ${error.message}`)
    process.exitCode = 4
  })
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (constants.signals[signal ?? 'SIGTERM'] ?? 15)
  })
}
