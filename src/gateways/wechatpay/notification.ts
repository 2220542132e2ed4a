/**
 * Notifications of WeChat Pay: https://pay.weixin.qq.com/docs/merchant/products/notification/introduction.html, for
 * refunds https://pay.weixin.qq.com/doc/v3/merchant/4013071031. The signature in the headers covers the body; the body
 * contains the event, encrypted with the APIv3 key.
 */
import Type from 'typebox'
import { Compile } from 'typebox/compile'
import { GatewayError, type GatewayNotification } from '../gateway.ts'
import type { WechatPayClient } from './connection.ts'
import { orderState, Transaction } from './orders.ts'
import { NotifiedRefund, refundState } from './refunds.ts'
import { decryptText, type EncryptedText } from './signing.ts'

const BODY_BYTES_MAX = 256 * 1024

const shapes = {
  envelope: Compile(
    Type.Object({
      id: Type.String({ minLength: 1, maxLength: 64 }),
      event_type: Type.String(),
      resource: Type.Object({
        algorithm: Type.Literal('AEAD_AES_256_GCM'),
        ciphertext: Type.String(),
        associated_data: Type.Optional(Type.String()),
        nonce: Type.String(),
      }),
    }),
  ),
  transaction: Compile(Transaction),
  refund: Compile(NotifiedRefund),
}

export async function readNotification(
  client: WechatPayClient,
  headers: Readonly<Record<string, string>>,
  body: Buffer,
): Promise<GatewayNotification> {
  if (body.length > BODY_BYTES_MAX) throw refused('notification_too_large')
  const text = body.toString('utf8')
  const fault = await client.keys.fault({ headers, body: text })
  if (fault) throw refused(fault)
  const envelope = parsed(text)
  if (!shapes.envelope.Check(envelope)) throw refused('notification_invalid')
  const { id, event_type: type, resource } = envelope
  const content = decrypted(client, resource)
  try {
    return { id, ...understood(client, type, content) }
  } catch (error) {
    // Verified and decrypted but not understood: the error of an answer, reworded for a notification.
    if (error instanceof GatewayError && error.kind === 'unknown') throw refused('notification_invalid')
    throw error
  }
}

type Told = { readonly [Kind in GatewayNotification as Kind['kind']]: Omit<Kind, 'id'> }

function understood({ settings }: WechatPayClient, type: string, content: unknown): Told[keyof Told] {
  if (type === 'TRANSACTION.SUCCESS') {
    if (!shapes.transaction.Check(content)) throw refused('notification_invalid')
    if (content.mchid !== settings.mchid) throw refused('mchid_mismatch')
    return { kind: 'payment', order: orderState(content) }
  }
  if (/^REFUND\.(SUCCESS|ABNORMAL|CLOSED)$/.test(type)) {
    if (!shapes.refund.Check(content)) throw refused('notification_invalid')
    if (content.mchid !== settings.mchid) throw refused('mchid_mismatch')
    return { kind: 'refund', refund: refundState(content, content.refund_status) }
  }
  return { kind: 'other', type: type.slice(0, 64) }
}

function decrypted({ settings }: WechatPayClient, resource: EncryptedText): unknown {
  let text: string
  try {
    text = decryptText(resource, settings.apiV3Key)
  } catch {
    throw refused('decryption_failed')
  }
  return parsed(text)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw refused('notification_invalid')
  }
}

const WORDS: Readonly<Record<string, string>> = {
  signature_missing: 'it is not signed',
  signature_expired: 'its timestamp differs by more than five minutes',
  serial_unknown: 'it is signed with an unknown WeChat Pay key',
  signature_invalid: 'its signature is invalid',
  decryption_failed: 'it cannot be decrypted with the APIv3 key',
  mchid_mismatch: 'it belongs to another merchant',
  notification_too_large: 'it is too large',
  notification_invalid: 'its content is incomplete or malformed',
}

function refused(code: string): GatewayError {
  return new GatewayError('refused', code, `The notification is not taken: ${WORDS[code]}.`)
}
