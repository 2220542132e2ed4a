/**
 * A fake of WeChat Pay as far as the gateway uses it, on loopback and in memory: the same paths, fields, signatures and
 * rules. For tests, soaks and demonstrations only; production code must not import it.
 */
import type { KeyObject } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gunzipSync, gzipSync } from 'node:zlib'
import { Clock } from './clock.ts'
import { type Fault, type FaultKind, Faults } from './faults.ts'
import { type KeyPair, type PlatformCertificate, platformCertificate, rsaKeys } from './keys.ts'
import { type FakeNotification, Notifier } from './notifications.ts'
import { pay } from './orders.ts'
import { fundWaiting } from './refunds.ts'
import { type Fields, parameterError, Refusal } from './refusal.ts'
import { routes } from './routes.ts'
import { type Conduct, type FakeReceiver, providerNumber, type State } from './state.ts'
import { type BillFiles, billFile } from './trade-bill.ts'
import { certificatesJson, Doorkeeper, type PlatformKey, signatureHeaders } from './transport.ts'

export type { Fault, FaultKind } from './faults.ts'
export type { FakeNotification } from './notifications.ts'
export type { Conduct } from './state.ts'

export interface FakeOptions extends Partial<Conduct> {
  /** The fake's time until it is moved; without it, its time runs from now. */
  readonly start?: Date
  /** The merchant's initial funds, in fen. */
  readonly balance?: number
  /**
   * Runs due actions by itself at this interval of real time; without it only `advance`, `tick`, `pay` and `topUp` do.
   */
  readonly tickMilliseconds?: number
  /** Keys to use instead of new ones, which take a tenth of a second each to create. */
  readonly merchantKeys?: KeyPair
  readonly platformKeys?: KeyPair
}

const MCHID = '1900000109'
const APPID = 'wx8888888888888888'
const API_V3_KEY = 'fakeApiV3KeyOf32BytesForTestsxxx'
const CERTIFICATE_SERIAL = '5157F09EFDC096DE15EBE81A47057A7232F1B8E1'
const PUBLIC_KEY_ID = 'PUB_KEY_ID_0119000001092026112300000001'

const CONDUCT: Conduct = {
  refundSeconds: 300,
  splitSeconds: 5,
  shortFunds: 'wait',
  feeBasisPoints: 60,
  maxRatioBasisPoints: 3_000,
  returnTimeoutSeconds: 7 * 86_400,
  notifications: true,
  notifyWith: 'publicKey',
}

/** Starts a fake on a free port. */
export async function startFakeWechatPay(options: FakeOptions = {}): Promise<FakeWechatPay> {
  const [merchantKeys, certificate, keys] = await Promise.all([
    options.merchantKeys ?? rsaKeys(),
    platformCertificate(),
    options.platformKeys ?? rsaKeys(),
  ])
  const fake = new FakeWechatPay(options, merchantKeys, certificate, keys)
  await fake.listen()
  return fake
}

export class FakeWechatPay {
  /** Can be changed while it runs. */
  readonly conduct: Conduct
  /** Changes the unpacked bytes of bills on their way, after their digest was sent. */
  spoilBills: ((bytes: Buffer) => Buffer) | null = null
  /** Every accepted request, "POST /v3/…", with its status (0: no response). */
  readonly requests: { readonly request: string; readonly status: number }[] = []
  readonly merchant = { mchid: MCHID, appid: APPID, certificateSerial: CERTIFICATE_SERIAL, apiV3Key: API_V3_KEY }
  readonly publicKeyId = PUBLIC_KEY_ID
  readonly certificates: PlatformCertificate[]
  private readonly merchantKeys: KeyPair
  private readonly platformKeys: KeyPair
  private readonly clock: Clock
  private readonly state: State
  private readonly notifier: Notifier
  private readonly faults = new Faults()
  private readonly files: BillFiles = { files: new Map(), rewrite: null }
  private readonly doorkeeper: Doorkeeper
  private readonly server: Server
  private ticking: NodeJS.Timeout | null = null

  constructor(options: FakeOptions, merchantKeys: KeyPair, certificate: PlatformCertificate, platformKeys: KeyPair) {
    const { start, balance, tickMilliseconds, merchantKeys: _, platformKeys: __, ...conduct } = options
    this.conduct = { ...CONDUCT, ...conduct }
    this.merchantKeys = merchantKeys
    this.platformKeys = platformKeys
    this.certificates = [certificate]
    this.clock = new Clock(start ?? null)
    this.notifier = new Notifier(this.clock, API_V3_KEY, () => this.keyFor(this.conduct.notifyWith))
    this.doorkeeper = new Doorkeeper({ ...this.merchant, publicKey: merchantKeys.publicKey })
    this.state = this.emptyState(balance ?? 0)
    this.server = createServer((request, response) => {
      this.serve(request, response).catch((error: unknown) => response.destroy(error as Error))
    })
    if (tickMilliseconds) this.ticking = setInterval(() => void this.tick(), tickMilliseconds).unref()
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }

  listen(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.server.once('error', reject).listen(0, '127.0.0.1', resolve)
    })
  }

  async stop(): Promise<void> {
    if (this.ticking) clearInterval(this.ticking)
    this.server.closeAllConnections()
    await new Promise((resolve) => this.server.close(resolve))
  }

  /** The merchant's settings for `parseWechatPaySettings`. */
  settings(more: Readonly<Record<string, unknown>> = {}, keys: 'publicKey' | 'certificates' = 'publicKey') {
    const { mchid, appid, certificateSerial, apiV3Key } = this.merchant
    const pem = (key: KeyObject, type: 'pkcs8' | 'spki') => String(key.export({ type, format: 'pem' } as never))
    return {
      mchid,
      appid,
      certificateSerial,
      apiV3Key,
      privateKey: pem(this.merchantKeys.privateKey, 'pkcs8'),
      ...(keys === 'publicKey' && {
        publicKeyId: PUBLIC_KEY_ID,
        publicKey: pem(this.platformKeys.publicKey, 'spki'),
      }),
      notifyUrl: 'http://127.0.0.1:9/notify',
      baseUrl: this.url,
      ...more,
    }
  }

  /** Later bills are written differently, with a matching digest. */
  rewriteBills(rewrite: ((bill: string) => string) | null): void {
    this.files.rewrite = rewrite
  }

  now(): Date {
    return this.clock.now()
  }

  /** Moves the fake's time forward and runs due actions. */
  advance(seconds: number): Promise<void> {
    return this.clock.advance(seconds)
  }

  tick(): Promise<void> {
    return this.clock.tick()
  }

  /** The payer pays an order. @returns the provider's number of it. */
  async pay(number: string): Promise<string> {
    const order = pay(this.state, number)
    await this.tick()
    return order.transactionId!
  }

  /** From now on the payer's card accepts no refunds. */
  losePayer(number: string): void {
    this.state.orders.get(number)!.payerGone = true
  }

  /** The merchant's available funds, in fen. */
  get balance(): number {
    return this.state.balance
  }

  async topUp(fen: number): Promise<void> {
    this.state.balance += fen
    fundWaiting(this.state)
    await this.tick()
  }

  withdraw(fen: number): void {
    this.state.balance -= fen
  }

  /** A receiver added before; can be changed. */
  receiver(account: string): FakeReceiver {
    return this.state.receivers.get(account)!
  }

  disturb(fault: Fault): void {
    this.faults.add(fault)
  }

  calm(): void {
    this.faults.clear()
  }

  get notifications(): readonly FakeNotification[] {
    return this.notifier.sent
  }

  notifyAgain(notification: FakeNotification): Promise<void> {
    return this.notifier.again(notification)
  }

  /** Headers and body of a notification as it would be sent now, without sending it. */
  signed(notification: Pick<FakeNotification, 'body'>, age = 0): { headers: Record<string, string>; body: Buffer } {
    const headers = signatureHeaders(notification.body, this.keyFor(this.conduct.notifyWith), age)
    const lower = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])
    return { headers: Object.fromEntries(lower), body: Buffer.from(notification.body) }
  }

  /** From now on signs with a new certificate; the old one stays on the list. */
  async changeCertificate(): Promise<PlatformCertificate> {
    const certificate = await platformCertificate()
    this.certificates.unshift(certificate)
    return certificate
  }

  private emptyState(balance: number): State {
    const state: State = {
      ...this.merchant,
      clock: this.clock,
      conduct: this.conduct,
      orders: new Map(),
      refunds: new Map(),
      receivers: new Map(),
      splits: new Map(),
      returns: new Map(),
      balance,
      sequence: 0,
      notify: (url, eventType, originalType, resource) => {
        if (!this.conduct.notifications) return
        this.notifier.announce(providerNumber(state, 'EV-'), url, { eventType, originalType, resource })
      },
    }
    return state
  }

  private keyFor(kind: 'publicKey' | 'certificate'): PlatformKey {
    const [certificate] = this.certificates
    if (kind === 'certificate') return { id: certificate!.serial, privateKey: certificate!.privateKey }
    return { id: PUBLIC_KEY_ID, privateKey: this.platformKeys.privateKey }
  }

  /** Responses are signed with the key that the request names, or with the certificate. */
  private answerKey(request: IncomingMessage): PlatformKey {
    return this.keyFor(request.headers['wechatpay-serial'] === PUBLIC_KEY_ID ? 'publicKey' : 'certificate')
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request)
    const url = new URL(request.url ?? '/', this.url)
    const name = `${request.method} ${url.pathname}`
    const fault = this.faults.take(name)
    const answer = this.answer(request, url, body, fault)
    const done = fault?.startsWith('hang') || fault === 'drop_after'
    this.requests.push({ request: name, status: done ? 0 : answer.status })
    if (fault === 'drop_after') request.socket.destroy()
    if (!done) this.send(response, this.answerKey(request), answer, fault)
  }

  private answer(request: IncomingMessage, url: URL, body: string, fault: FaultKind | null): Answer {
    try {
      if (fault === 'error_before' || fault === 'hang_before') throw systemError()
      if (fault === 'busy') throw new Refusal(429, 'FREQUENCY_LIMITED', '频率超限')
      if (fault === 'proxy') return { status: 403, type: 'text/html', body: Buffer.from('<h1>Forbidden</h1>') }
      const target = `${url.pathname}${url.search}`
      const authorization = request.headers.authorization ?? ''
      this.doorkeeper.admit({ method: request.method!, target, authorization, body })
      const query = Object.fromEntries(url.searchParams)
      if (url.pathname === '/v3/billdownload/file') {
        return {
          status: 200,
          type: 'application/octet-stream',
          body: this.bill(query),
          unsigned: true,
        }
      }
      const result = this.dispatch(request, url.pathname, query, body)
      if (fault === 'error_after') throw systemError()
      return result === null ? { status: 204, body: Buffer.alloc(0) } : json(200, result)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const { status, code, message } = error
      if (fault === 'old_names') return json(status, { error_code: code, error_msg: message })
      return json(status, { code, message, detail: {} })
    }
  }

  private bill(query: Fields): Buffer {
    const bytes = billFile(this.state, this.files, query)
    if (!this.spoilBills) return bytes
    return gzipSync(this.spoilBills(gunzipSync(bytes)))
  }

  private dispatch(request: IncomingMessage, path: string, query: Fields, body: string): Fields | null {
    if (!request.headers.accept) throw parameterError('Http头缺少Accept')
    if (path === '/v3/certificates') return certificatesJson(this.certificates, API_V3_KEY)
    for (const route of routes) {
      const match = request.method === route.method ? route.path.exec(path) : null
      if (!match) continue
      return route.handle({
        state: this.state,
        files: this.files,
        baseUrl: this.url,
        parameter: decodeURIComponent(match[1] ?? ''),
        query,
        body: route.method === 'POST' ? fieldsOf(body) : {},
        decryptionKey: this.decryptionKey(request),
      })
    }
    throw new Refusal(404, 'RESOURCE_NOT_EXISTS', '接口不存在')
  }

  private decryptionKey(request: IncomingMessage): KeyObject | null {
    const serial = request.headers['wechatpay-serial']
    if (serial === PUBLIC_KEY_ID) return this.platformKeys.privateKey
    return this.certificates.find((certificate) => certificate.serial === serial)?.privateKey ?? null
  }

  private send(response: ServerResponse, key: PlatformKey, answer: Answer, fault: FaultKind | null): void {
    response.statusCode = answer.status
    if (answer.type) response.setHeader('Content-Type', answer.type)
    if (!answer.unsigned && fault !== 'unsigned' && fault !== 'proxy') {
      const headers = signatureHeaders(answer.body.toString('utf8'), key, fault === 'stale' ? 600 : 0)
      if (fault === 'wrong_signature')
        headers['Wechatpay-Signature'] = `WECHATPAY/SIGNTEST/${headers['Wechatpay-Signature']}`
      if (fault === 'unknown_serial') headers['Wechatpay-Serial'] = '0123456789ABCDEF0123456789ABCDEF01234567'
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    }
    if (fault === 'stall') {
      response.setHeader('Content-Length', answer.body.length)
      response.write(answer.body.subarray(0, answer.body.length / 2))
    } else response.end(answer.body)
  }
}

interface Answer {
  readonly status: number
  readonly body: Buffer
  readonly type?: string
  readonly unsigned?: boolean
}

function json(status: number, value: Fields): Answer {
  return { status, type: 'application/json; charset=utf-8', body: Buffer.from(JSON.stringify(value)) }
}

function systemError(): Refusal {
  return new Refusal(500, 'SYSTEM_ERROR', '系统异常，请稍后重试')
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece as Buffer)
  return Buffer.concat(pieces).toString('utf8')
}

function fieldsOf(body: string): Fields {
  try {
    const fields = JSON.parse(body) as unknown
    if (typeof fields === 'object' && fields !== null && !Array.isArray(fields)) return fields as Fields
  } catch {
    // Not JSON: refused below.
  }
  throw parameterError('请求体不是JSON对象')
}
