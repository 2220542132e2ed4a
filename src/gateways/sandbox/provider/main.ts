/**
 * The sandbox as a process of its own, for ../process.ts: options as JSON on its first line of standard input, one line of
 * JSON when it is ready. It ends on SIGTERM, and when its standard input ends: with the process that started it.
 */
import { createInterface } from 'node:readline'
import { type ProviderOptions, startProvider } from './start.ts'

const input = createInterface({ input: process.stdin })
const { promise: gone, resolve: end } = Promise.withResolvers<void>()
input.once('close', end)
process.once('SIGTERM', end)

input.once('line', async (line) => {
  try {
    const provider = await startProvider(JSON.parse(line) as ProviderOptions)
    const { url, seed, merchants } = provider
    process.stdout.write(`${JSON.stringify({ url, seed, merchants })}\n`)
    await gone
    await provider.close()
    process.exit(0)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(4)
  }
})
