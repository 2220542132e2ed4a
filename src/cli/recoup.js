#!/usr/bin/env node
/**
 * The entry point. Plain JavaScript, because it must also run on a Node too old for the rest: libraries of the server
 * need 22.19, and a clone is TypeScript, which Node runs directly since 22.18. On an older Node, the one that npm
 * installed beside the program takes over.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import module from 'node:module'
import { constants } from 'node:os'
import { fileURLToPath } from 'node:url'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
const isNewEnough = major > 22 || (major === 22 && minor >= 19)

if (isNewEnough) {
  // The cache makes the start three times as fast. It is not in the shared temporary folder, where others could inject
  // code.
  module.enableCompileCache?.(fileURLToPath(new URL('../../node_modules/.cache/recoup', import.meta.url)))
  // The package has the compiled file.
  const source = new URL('./main.ts', import.meta.url)
  await import(existsSync(source) ? source.href : './main.js')
} else handOver()

/** Runs the same command on the newer Node, forwards signals and returns its exit code. */
function handOver() {
  const node = findNewerNode()
  if (!node) {
    console.error(
      `recoup needs Node 22.19 or newer; this is ${process.versions.node}, and npm installed no newer one with it.\n` +
        'On Linux, install again without --omit=optional (“npm ci” in a clone): that brings a newer Node. ' +
        'Or install Node 24 from https://nodejs.org.',
    )
    process.exitCode = 4
    return
  }
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, RECOUP_FOLLOW_PARENT: '1' },
  })
  // A Ctrl-C in the terminal then reaches the child twice, which it handles (server/lifetime.ts).
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    console.error(`recoup: ${node} does not run here: ${error.message}`)
    process.exitCode = 4
  })
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (constants.signals[signal ?? 'SIGTERM'] ?? 15)
  })
}

/** Returns the Node that npm installed as an optional dependency, which exists for Linux. */
function findNewerNode() {
  try {
    return module.createRequire(import.meta.url).resolve(`node-${process.platform}-${process.arch}/bin/node`)
  } catch {
    return undefined
  }
}
