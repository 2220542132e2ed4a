import Fastify from 'fastify'
import { expect, it } from 'vitest'
import type { FailedCall } from '../outgoing/outgoing.ts'
import { failedCallLog, loggerOptions } from './log.ts'

it('logs why a call failed, once in a while for each tenant, target and reason', async () => {
  const lines: (FailedCall & { msg: string })[] = []
  const stream = { write: (line: string) => void lines.push(JSON.parse(line)) }
  const app = Fastify({ logger: loggerOptions({ level: 'info', stream }) })
  const report = failedCallLog(app.log)
  const failure = { tenant: 1, origin: 'https://a.example', code: 'no_answer', reason: 'ECONNRESET' }
  for (let n = 0; n < 1_000; n += 1) report(failure)
  report({ ...failure, tenant: 2 })
  report({ ...failure, reason: 'timeout' })
  expect(lines.map(({ tenant, reason, msg }) => [tenant, reason, msg])).toEqual([
    [1, 'ECONNRESET', 'outgoing call failed'],
    [2, 'ECONNRESET', 'outgoing call failed'],
    [1, 'timeout', 'outgoing call failed'],
  ])
  for (let n = 0; n < 5_000; n += 1) report({ ...failure, origin: `https://${n}.example` })
  await app.close()
})
