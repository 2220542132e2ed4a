/** The engine's measurement over HTTP: the server runs in a process of its own, as in production. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import autocannon from 'autocannon'
import { cpuBetween, cpuSeconds, type Measure, processTree } from './measure.ts'
import { payment, type Spread } from './shop.ts'

export interface ServerProcess {
  readonly url: string
  readonly pid: number
  readonly key: string
  acknowledged: number
  memoryMb(): Promise<number>
  stop(): Promise<void>
}

export async function startServer(databaseUrl: string, key: string): Promise<ServerProcess> {
  const child = spawn(
    process.execPath,
    [
      ...(process.env.BENCH_PROFILE ? ['--cpu-prof', '--cpu-prof-dir=/tmp/prof'] : []),
      path.join(import.meta.dirname, 'serve.ts'),
    ],
    {
      env: { ...process.env, DATABASE_URL: databaseUrl },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()))
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
  })
  const pid = child.pid!
  process.once('exit', () => child.kill('SIGKILL'))
  return {
    url,
    pid,
    key,
    acknowledged: 0,
    memoryMb: async () =>
      Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024),
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.kill('SIGTERM')
      }),
  }
}

let serial = 0

export async function httpLoad(
  server: ServerProcess,
  postmaster: number,
  { spread, connections, seconds }: { readonly spread: Spread; readonly connections: number; readonly seconds: number },
): Promise<Measure> {
  const before = { server: cpuSeconds([server.pid]), database: cpuSeconds(processTree(postmaster)) }
  const result = await autocannon({
    url: `${server.url}/v1/charges`,
    connections,
    duration: seconds,
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${server.key}` },
    requests: [
      {
        setupRequest: (request) => {
          const n = serial++
          request.body = JSON.stringify(payment(n, spread))
          request.headers = { ...request.headers, 'idempotency-key': `http-${n}` }
          return request
        },
      },
    ],
  })
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${result.non2xx} refused, ${result.errors} errors`)
  const ok = result['2xx']
  server.acknowledged += ok
  const charges = ok / result.duration
  return {
    charges,
    transfers: charges * 4,
    p50: result.latency.p50,
    p99: result.latency.p99,
    serverCpuMs: (cpuBetween(before.server, cpuSeconds([server.pid])) * 1000) / ok,
    databaseCpuMs: (cpuBetween(before.database, cpuSeconds(processTree(postmaster))) * 1000) / ok,
  }
}
