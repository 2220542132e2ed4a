/**
 * Calls to WeChat Pay, signed with the merchant's key. Answers are used only after their signature was verified;
 * everything else is mapped to one of the four ends of a gateway call.
 */
import type { TSchema } from 'typebox'
import type { Validator } from 'typebox/compile'
import type { Caller, Answer as HttpAnswer, Call as HttpCall } from '../../outgoing/outgoing.ts'
import { throwGatewayError, unguarded } from '../calls.ts'
import { GatewayError } from '../gateway.ts'
import { errorOfAnswer, notBelieved } from './errors.ts'
import { PlatformKeys, type SignedText } from './platform-keys.ts'
import type { WechatPaySettings } from './settings.ts'
import { authorization, encryptField } from './signing.ts'

export interface WechatPayOptions {
  /** Clock for the age of signatures. */
  readonly now?: () => Date
  /** Makes the calls. Default: to any address, for programs that choose the address themselves. */
  readonly caller?: Caller
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
/** Limit for the duration of a download. A pause in it is limited by the time-out of an answer. */
const FILE_TIMEOUT_MS = 30 * 60_000

interface Answer extends SignedText {
  readonly status: number
}

export class WechatPayClient {
  readonly settings: WechatPaySettings
  readonly keys: PlatformKeys
  readonly now: () => Date
  private readonly caller: Caller

  constructor(settings: WechatPaySettings, { now = () => new Date(), caller = unguarded() }: WechatPayOptions) {
    this.settings = settings
    this.now = now
    this.caller = caller
    this.keys = new PlatformKeys(settings, () => this.certificates(), now)
  }

  get tenant(): number {
    return this.caller.tenant
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
  async *file(url: string, bytesMax: number): AsyncGenerator<Buffer, void, undefined> {
    const limits = { timeoutMs: FILE_TIMEOUT_MS, pauseMs: this.settings.timeoutMs, bytesMax }
    const refuse = ({ status, body }: HttpAnswer) => errorOfAnswer(status, body.toString('utf8'), false)
    try {
      yield* this.caller.download(this.sign({ method: 'GET', path: url }), limits, refuse)
    } catch (error) {
      throwGatewayError(error)
    }
  }

  /** Encrypts a field of a call for the provider. */
  async encrypt(text: string): Promise<{ readonly text: string; readonly serial: string }> {
    const { serial, key } = await this.keys.forEncryption()
    return { text: encryptField(text, key), serial }
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
    const limits = { timeoutMs: this.settings.timeoutMs, bytesMax: ANSWER_BYTES_MAX }
    const { status, headers, body, complete } = await this.caller.ask(this.sign(call), limits).catch(throwGatewayError)
    if (!complete) throw notBelieved('answer_invalid', 'The response of WeChat Pay is too large.')
    const answer: Answer = { status, headers, body: body.toString('utf8') }
    if (status === 200 || status === 204) return answer
    if (this.keys.contradicts(answer))
      throw notBelieved('signature_invalid', 'The response is not signed by WeChat Pay.')
    throw errorOfAnswer(status, answer.body, this.keys.proves(answer))
  }

  private sign({ method, path, query, body: fields, encryptedWith }: Call): HttpCall {
    const url = new URL(path, this.settings.baseUrl)
    for (const [name, value] of Object.entries(query ?? {})) url.searchParams.append(name, value)
    const body = fields === undefined ? '' : JSON.stringify(fields)
    // Selects the key with which the provider signs the answer.
    const serial = encryptedWith ?? this.settings.publicKey?.id
    const headers = {
      accept: 'application/json',
      'user-agent': 'Recoup/1',
      authorization: authorization(this.settings, { method, target: url.pathname + url.search, body }),
      ...(body && { 'content-type': 'application/json' }),
      ...(serial && { 'wechatpay-serial': serial }),
    }
    return { method, url: url.href, headers, ...(body && { body }) }
  }
}
