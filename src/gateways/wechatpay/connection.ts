/**
 * Calls to WeChat Pay, signed with the merchant's key by wechatpay-axios-plugin. Answers are used only after their
 * signature was verified; everything else is mapped to one of the four ends of a gateway call.
 */
import { createPublicKey } from 'node:crypto'
import type { Readable } from 'node:stream'
import type { TSchema } from 'typebox'
import type { Validator } from 'typebox/compile'
import { Decorator, Rsa } from 'wechatpay-axios-plugin'
import { agentsFor } from '../../outgoing/clients.ts'
import type { OutgoingTargets } from '../../outgoing/targets.ts'
import { GatewayError } from '../gateway.ts'
import { errorOfAnswer, errorOfTransport, notBelieved } from './errors.ts'
import { type Headers, PlatformKeys, type SignedText } from './platform-keys.ts'
import type { WechatPaySettings } from './settings.ts'

export interface WechatPayOptions {
  /** Clock for the age of signatures. */
  readonly now?: () => Date
  /** Default: any, for programs that choose the address themselves. */
  readonly targets?: OutgoingTargets
}

export interface Call {
  readonly method: 'GET' | 'POST'
  /** The caller percent-encodes the numbers in it. */
  readonly path: string
  readonly query?: Readonly<Record<string, string>>
  readonly body?: Readonly<Record<string, unknown>>
  /** Serial of the key with which fields of the body are encrypted. */
  readonly encryptedWith?: string
}

/** Limit for answers other than bills, far above their real sizes. */
const ANSWER_BYTES_MAX = 4 * 1024 * 1024

interface Answer extends SignedText {
  readonly status: number
}

export class WechatPayClient {
  readonly settings: WechatPaySettings
  readonly keys: PlatformKeys
  readonly now: () => Date
  private readonly http: ReturnType<typeof Decorator.jsonBased>

  constructor(settings: WechatPaySettings, { now = () => new Date(), targets = 'any' }: WechatPayOptions) {
    this.settings = settings
    this.now = now
    this.keys = new PlatformKeys(settings, () => this.certificates(), now)
    this.http = Decorator.jsonBased({
      mchid: settings.mchid,
      serial: settings.certificateSerial,
      privateKey: settings.privateKey,
      // The plugin requires a fixed list of certificates to verify answers. Ours grows at run time and is also needed
      // for notifications, so answers are received unchecked and verified in one place (PlatformKeys).
      certs: { unused: createPublicKey(settings.privateKey) },
    })
    Object.assign(this.http.defaults, { baseURL: settings.baseUrl, timeout: settings.timeoutMs, maxRedirects: 0 })
    Object.assign(this.http.defaults, agentsFor(targets))
  }

  /**
   * Sends a call and reads its answer.
   * @throws GatewayError of any kind; `unknown` as well where the answer is not signed or not of the expected shape.
   */
  async call<Schema extends TSchema, Value>(
    call: Call,
    shape: Validator<Record<never, never>, Schema, unknown, Value>,
  ): Promise<Value> {
    const answer = await this.send(call)
    await this.believe(answer)
    let value: unknown
    try {
      value = JSON.parse(answer.body)
    } catch {
      throw notBelieved('answer_invalid', 'The response of WeChat Pay is not valid JSON.')
    }
    if (!shape.Check(value)) throw notBelieved('answer_invalid', 'The response of WeChat Pay lacks required fields.')
    return value as Value
  }

  /** Like {@link call}, for calls without an answer body. */
  async tell(call: Call): Promise<void> {
    await this.believe(await this.send(call))
  }

  /**
   * Downloads a file named by an answer. Files are not signed; the answer contains their digest.
   * @throws GatewayError, also while the file is read.
   */
  async *file(url: string): AsyncGenerator<Buffer, void, undefined> {
    const { status, data } = await this.request<Readable>({ method: 'GET', path: url }, 'stream')
    if (status !== 200) throw errorOfAnswer(status, await textOf(data), false)
    yield* steadily(data, this.settings.timeoutMs)
  }

  /** Encrypts a field of a call for the provider. */
  async encrypt(text: string): Promise<{ readonly text: string; readonly serial: string }> {
    const { serial, key } = await this.keys.forEncryption()
    return { text: Rsa.encrypt(text, key), serial }
  }

  private async believe(answer: Answer): Promise<void> {
    const fault = await this.keys.fault(answer).catch((error: unknown) => {
      // The request was executed and only its answer can't be verified, so this is never "busy".
      const { code } = error as GatewayError
      throw notBelieved(code, 'The answer of WeChat Pay can’t be checked: its certificates can’t be had.')
    })
    if (fault) throw notBelieved(fault, 'The signature of WeChat Pay’s response is invalid.')
  }

  private async certificates(): Promise<SignedText> {
    try {
      return await this.send({ method: 'GET', path: '/v3/certificates' })
    } catch (error) {
      const { code, message } = error as GatewayError
      throw new GatewayError('busy', code, `The certificates of WeChat Pay could not be downloaded: ${message}`)
    }
  }

  private async send(call: Call): Promise<Answer> {
    const { status, headers, data } = await this.request<Buffer>(call, 'arraybuffer')
    const answer = { status, headers, body: data.toString('utf8') }
    if (status === 200 || status === 204) return answer
    if (this.keys.contradicts(answer))
      throw notBelieved('signature_invalid', 'The response is not signed by WeChat Pay.')
    throw errorOfAnswer(status, answer.body, this.keys.proves(answer))
  }

  private async request<Data>(call: Call, responseType: 'arraybuffer' | 'stream') {
    const { publicKey, timeoutMs } = this.settings
    // Selects the key with which the provider signs the answer.
    const serial = call.encryptedWith ?? publicKey?.id
    try {
      const response = await this.http.request<Data>({
        method: call.method,
        url: call.path,
        responseType,
        maxContentLength: responseType === 'stream' ? -1 : ANSWER_BYTES_MAX,
        validateStatus: () => true,
        transformResponse: [(data: unknown) => data],
        ...(call.query && { params: call.query }),
        ...(call.body && { data: call.body }),
        ...(serial && { headers: { 'Wechatpay-Serial': serial } }),
        // The plugin's time-out restarts with every byte, so a slowly dripping answer would never time out.
        ...(responseType === 'arraybuffer' && { signal: AbortSignal.timeout(timeoutMs) }),
      })
      return { status: response.status, headers: plain(response.headers), data: response.data }
    } catch (error) {
      throw errorOfTransport(error)
    }
  }
}

function plain(headers: object): Headers {
  const entries = Object.entries(headers).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return Object.fromEntries(entries.map(([name, value]) => [name.toLowerCase(), value]))
}

/** Yields the chunks of a file; fails when a pause exceeds the time-out of a whole answer. */
async function* steadily(stream: Readable, pauseMs: number): AsyncGenerator<Buffer, void, undefined> {
  const stop = () => stream.destroy(Object.assign(new Error('stalled'), { code: 'ETIMEDOUT' }))
  let timer = setTimeout(stop, pauseMs)
  const pieces = stream.iterator() as AsyncIterableIterator<Buffer>
  try {
    for (;;) {
      const next = await pieces.next().catch((error: unknown) => {
        throw errorOfTransport(error)
      })
      clearTimeout(timer)
      if (next.done) return
      yield next.value
      timer = setTimeout(stop, pauseMs)
    }
  } finally {
    clearTimeout(timer)
    stream.destroy()
  }
}

async function textOf(stream: Readable): Promise<string> {
  let text = ''
  for await (const piece of stream) {
    text += String(piece)
    if (text.length > 65_536) break
  }
  return text
}
