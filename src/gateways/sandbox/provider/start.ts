/** The sandbox provider as an HTTP server. Listens on the loopback interface unless another host is configured. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { Problem } from '../../../problem.ts'
import { type Answer, doCall, type Ending } from './call.ts'
import { type ContextOptions, type Merchant, ProviderContext } from './context.ts'
import { control } from './control.ts'
import { Delivery } from './delivery.ts'
import { MerchantApi } from './merchant-api.ts'
import { Refusal } from './refusal.ts'
import type { Incoming } from './route.ts'

export interface ProviderOptions extends ContextOptions {
  /** 0: any free port. */
  readonly port: number
  readonly host?: string
  /** Created where missing; by default one merchant named `sandbox`. */
  readonly merchants?: readonly (Partial<Merchant> & { readonly id: string })[]
}

export interface Provider {
  readonly url: string
  readonly seed: string
  /** Including their secrets. */
  readonly merchants: readonly Merchant[]
  close(): Promise<void>
}

const BODY_MAX = 64 * 1024

/** @throws Problem `port_taken`, `address_unusable`, `data_folder_in_use`, `data_folder_not_writable`; Refusal for options. */
export async function startProvider(options: ProviderOptions): Promise<Provider> {
  const context = new ProviderContext(options)
  try {
    for (const merchant of options.merchants ?? []) context.addMerchant(merchant)
    if (context.merchants().length === 0) context.addMerchant({ id: 'sandbox' })
    const delivery = new Delivery(context)
    const listener = new Listener(context, delivery)
    const url = await listener.listen(options.port, options.host ?? '127.0.0.1')
    delivery.wake()
    return {
      url,
      seed: context.faults.seed,
      merchants: context.merchants(),
      async close() {
        await listener.close()
        await delivery.stop()
        context.books.close()
      },
    }
  } catch (error) {
    context.books.close()
    throw error
  }
}

class Listener {
  readonly #context: ProviderContext
  readonly #delivery: Delivery
  readonly #api: MerchantApi
  readonly #server: Server
  readonly #stopped = new AbortController()

  constructor(context: ProviderContext, delivery: Delivery) {
    this.#context = context
    this.#delivery = delivery
    this.#api = new MerchantApi(context)
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch((error) => {
        // An internal error of the sandbox, not a drawn fault.
        process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
        response.socket?.destroy()
      })
    })
  }

  async listen(port: number, host: string): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject).listen(port, host, resolve)
    }).catch(({ code, message }: NodeJS.ErrnoException) => {
      if (code === 'EADDRINUSE') throw new Problem('port_taken', { host, port })
      throw new Problem('address_unusable', { host, port, reason: code ?? message })
    })
    const { address, family, port: taken } = this.#server.address() as AddressInfo
    return `http://${family === 'IPv6' ? `[${address}]` : address}:${taken}`
  }

  async close(): Promise<void> {
    this.#stopped.abort()
    const closed = new Promise((resolve) => this.#server.close(resolve))
    this.#server.closeAllConnections()
    await closed
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const ending = await this.#endingOf(request)
    if (this.#stopped.signal.aborted) return
    this.#delivery.wakeSoon()
    if (ending.kind === 'answer') return write(response, ending.answer)
    const { socket } = response
    if (ending.kind === 'break') socket?.destroy()
    else if (ending.kind === 'cut') cut(response, ending.answer)
    else if (socket) this.#hang(socket)
  }

  async #endingOf(request: IncomingMessage): Promise<Ending> {
    try {
      const incoming = await read(request)
      const call = this.#api.read(incoming)
      if (call) {
        const work = () => {
          this.#delivery.catchUp()
          return call.work()
        }
        return await doCall(this.#context, call.subject, work, this.#stopped.signal)
      }
      const answer = await control({ context: this.#context, delivery: this.#delivery }, incoming)
      if (answer) return { kind: 'answer', answer }
      // Not 404, which on an order or refund means that it doesn't exist.
      throw new Refusal(400, 'route_unknown', `there is no ${incoming.method} ${incoming.path.slice(0, 200)}`)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return { kind: 'answer', answer: { status: error.status, body: { code: error.code, message: error.message } } }
    }
  }

  /** Leaves the connection open until the caller gives up or `hangMs` elapses. */
  #hang(socket: Socket): void {
    const timer = setTimeout(() => socket.destroy(), this.#context.conditions.hangMs)
    socket.once('close', () => clearTimeout(timer))
  }
}

async function read(request: IncomingMessage): Promise<Incoming> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > BODY_MAX) throw new Refusal(413, 'request_too_large', `at most ${BODY_MAX} bytes`)
    chunks.push(chunk)
  }
  const { method = '', url = '', headers } = request
  const body = Buffer.concat(chunks)
  const parsed = URL.parse(url, 'http://sandbox')
  if (!parsed) throw new Refusal(400, 'request_invalid', 'the URL is invalid')
  try {
    const json: unknown = body.length > 0 ? JSON.parse(body.toString('utf8')) : {}
    const path = decodeURIComponent(parsed.pathname)
    return { method, target: url, path, query: parsed.searchParams, headers, body, json }
  } catch {
    throw new Refusal(400, 'request_invalid', 'the body is not valid JSON, or the URL is invalid')
  }
}

function write(response: ServerResponse, { status, body }: Answer): void {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(body === undefined ? '' : JSON.stringify(body))
  const type = Buffer.isBuffer(body) ? 'text/csv; charset=utf-8' : 'application/json'
  response.writeHead(status, { 'content-length': bytes.length, ...(bytes.length > 0 && { 'content-type': type }) })
  response.end(bytes)
}

/** Sends half of the answer and cuts the connection. */
function cut(response: ServerResponse, { status, body }: Answer): void {
  const bytes = body as Buffer
  response.writeHead(status, { 'content-length': bytes.length, 'content-type': 'text/csv; charset=utf-8' })
  response.write(bytes.subarray(0, bytes.length >> 1), () => response.socket?.destroy())
}
