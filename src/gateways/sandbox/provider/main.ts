/**
 * Entry point of the sandbox process started by ../process.ts: reads options as JSON from the first line of standard
 * input and prints one line of JSON when ready. It exits on SIGTERM and when standard input ends, so it never outlives
 * the process that started it.
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
