/**
 * The keys with which WeChat Pay signs: its public key where the merchant has one (`PUB_KEY_ID_…`), otherwise its
 * certificates, which are downloaded, decrypted with the APIv3 key and cached. While the provider migrates a merchant
 * from certificates to the public key, either may sign a notification, so the serial beside each signature decides, not
 * the settings. @see https://pay.weixin.qq.com/doc/v3/merchant/4012154180
 */
import { type KeyObject, X509Certificate } from 'node:crypto'
import Type, { type Static } from 'typebox'
import { Compile } from 'typebox/compile'
import { GatewayError } from '../gateway.ts'
import type { WechatPaySettings } from './settings.ts'
import { decryptText, isSigned, type ProviderSignature } from './signing.ts'

/** Header names in lower case. */
type Headers = Readonly<Record<string, string | undefined>>

export interface SignedText {
  readonly headers: Headers
  readonly body: string
}

export type SignatureFault = 'signature_missing' | 'signature_expired' | 'serial_unknown' | 'signature_invalid'

/** Maximum age of a signature in seconds, also into the future. */
const AGE_MAX = 300
/** Minimum interval between downloads for unknown serials, which any client can send … */
const FETCH_PAUSE_MS = 60_000
/** … and between attempts while downloads fail. */
const FAILURE_PAUSE_MS = 1_000

const Certificate = Type.Object({
  serial_no: Type.String(),
  encrypt_certificate: Type.Object({
    algorithm: Type.String(),
    nonce: Type.String(),
    associated_data: Type.String(),
    ciphertext: Type.String(),
  }),
})
const certificateList = Compile(Type.Object({ data: Type.Array(Certificate) }))

export class PlatformKeys {
  private readonly settings: WechatPaySettings
  /** Calls GET /v3/certificates and returns its answer, signature not yet verified. */
  private readonly download: () => Promise<SignedText>
  private readonly now: () => Date
  private certificates: ReadonlyMap<string, X509Certificate> = new Map()
  private fetching: Promise<void> | null = null
  private last: { readonly at: number; readonly failure: unknown } | null = null

  constructor(settings: WechatPaySettings, download: () => Promise<SignedText>, now: () => Date) {
    this.settings = settings
    this.download = download
    this.now = now
  }

  /**
   * Returns the fault of a signature; null if it is valid.
   * @throws GatewayError of the download when the serial needs a certificate that is unavailable.
   */
  async fault(text: SignedText): Promise<SignatureFault | null> {
    const parts = signatureOf(text.headers)
    if (!parts) return 'signature_missing'
    if (!this.isFresh(parts.timestamp)) return 'signature_expired'
    const key = this.known(parts.serial) ?? (await this.fetched(parts.serial))
    if (!key) return 'serial_unknown'
    return isSigned(text.body, parts, key) ? null : 'signature_invalid'
  }

  /**
   * Returns whether the text has a wrong signature under a known key: sufficient to reject an answer that need not be
   * signed.
   */
  contradicts(text: SignedText): boolean {
    const parts = signatureOf(text.headers)
    const key = parts && this.known(parts.serial)
    return key !== null && key !== undefined && !isSigned(text.body, parts!, key)
  }

  /** Returns whether the text has a valid signature under a known key. */
  proves(text: SignedText): boolean {
    const parts = signatureOf(text.headers)
    const key = parts && this.known(parts.serial)
    return key !== null && key !== undefined && this.isFresh(parts!.timestamp) && isSigned(text.body, parts!, key)
  }

  /** Returns the key for encrypting fields for the provider, with its serial. */
  async forEncryption(): Promise<{ readonly serial: string; readonly key: KeyObject }> {
    const { publicKey } = this.settings
    if (publicKey) return { serial: publicKey.id, key: publicKey.key }
    if (this.valid().length === 0) await this.fetchOnce()
    const [newest] = this.valid().sort(
      (one, other) => other[1].validFromDate.getTime() - one[1].validFromDate.getTime(),
    )
    if (!newest)
      throw new GatewayError('busy', 'certificates_missing', 'WeChat Pay has no certificate for this merchant.')
    return { serial: newest[0], key: newest[1].publicKey }
  }

  private isFresh(timestamp: string): boolean {
    return Math.abs(this.now().getTime() / 1000 - Number(timestamp)) <= AGE_MAX
  }

  private known(serial: string): KeyObject | null {
    const { publicKey } = this.settings
    if (publicKey && serial === publicKey.id) return publicKey.key
    const certificate = this.certificates.get(serial)
    return certificate && this.isValid(certificate) ? certificate.publicKey : null
  }

  private valid(): [string, X509Certificate][] {
    return [...this.certificates].filter(([, certificate]) => this.isValid(certificate))
  }

  private isValid({ validFromDate, validToDate }: X509Certificate): boolean {
    const now = this.now()
    return validFromDate <= now && now < validToDate
  }

  private async fetched(serial: string): Promise<KeyObject | null> {
    // Public keys are not among the certificates.
    if (serial.startsWith('PUB_KEY_ID_')) return null
    await this.fetchOnce()
    return this.known(serial)
  }

  /** Downloads the certificates. Concurrent callers share one download, and callers shortly afterwards its outcome. */
  private async fetchOnce(): Promise<void> {
    if (!this.fetching && this.last && this.isRecent(this.last)) {
      if (this.last.failure) throw this.last.failure
      return
    }
    this.fetching ??= this.refresh()
      .then(() => this.remember(null))
      .catch((failure: unknown) => {
        this.remember(failure)
        throw failure
      })
    await this.fetching
  }

  private remember(failure: unknown): void {
    this.fetching = null
    this.last = { at: this.now().getTime(), failure }
  }

  private isRecent({ at, failure }: { readonly at: number; readonly failure: unknown }): boolean {
    const age = this.now().getTime() - at
    return age >= 0 && age < (failure ? FAILURE_PAUSE_MS : FETCH_PAUSE_MS)
  }

  private async refresh(): Promise<void> {
    const answer = await this.download()
    const certificates = this.open(answer.body)
    const { publicKey } = this.settings
    const parts = signatureOf(answer.headers)
    // The list is signed with one of its own certificates, which the APIv3 key authenticates, or with the public key.
    const key = parts?.serial === publicKey?.id ? publicKey?.key : certificates.get(parts?.serial ?? '')?.publicKey
    if (!parts || !key || !this.isFresh(parts.timestamp) || !isSigned(answer.body, parts, key)) {
      throw new GatewayError('busy', 'certificates_invalid', 'The signature of WeChat Pay’s certificates is invalid.')
    }
    this.certificates = certificates
  }

  private open(body: string): Map<string, X509Certificate> {
    try {
      const list = JSON.parse(body) as unknown
      if (!certificateList.Check(list)) throw new TypeError('shape')
      return new Map(list.data.map((item) => this.openOne(item)))
    } catch {
      throw new GatewayError('busy', 'certificates_invalid', 'The certificates of WeChat Pay could not be decrypted.')
    }
  }

  private openOne(item: Static<typeof Certificate>): [string, X509Certificate] {
    const certificate = new X509Certificate(decryptText(item.encrypt_certificate, this.settings.apiV3Key))
    if (certificate.serialNumber !== item.serial_no.toUpperCase()) throw new TypeError('serial')
    return [item.serial_no, certificate]
  }
}

interface Signature extends ProviderSignature {
  readonly serial: string
}

function signatureOf(headers: Headers): Signature | null {
  const timestamp = headers['wechatpay-timestamp']
  const nonce = headers['wechatpay-nonce']
  const serial = headers['wechatpay-serial']
  const signature = headers['wechatpay-signature']
  if (!timestamp || !/^\d{1,12}$/.test(timestamp) || !nonce || !serial || !signature) return null
  return { timestamp, nonce, serial, signature }
}
