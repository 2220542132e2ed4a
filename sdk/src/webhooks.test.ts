import { randomBytes } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { expect, it } from 'vitest'
import { verifyWebhook, WebhookVerificationError } from './webhooks.ts'

const secret = `whsec_${randomBytes(24).toString('base64')}`
const body = '{"type":"refund.succeeded","data":{"id":"rfd_1"}}'

function signed(at: Date, text = body) {
  return {
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign('msg_1', at, text),
  }
}

it('returns the event of a genuine, recent delivery', () => {
  expect(verifyWebhook(secret, signed(new Date()), body)).toEqual(JSON.parse(body))
  expect(verifyWebhook(secret, new Headers(signed(new Date())), body)).toEqual(JSON.parse(body))
})

it('refuses a delivery that was changed, is too old, or has a wrong signature', () => {
  const refused = [
    () => verifyWebhook(secret, signed(new Date()), `${body} `),
    () => verifyWebhook(secret, signed(new Date(Date.now() - 600_000)), body),
    () => verifyWebhook(`whsec_${randomBytes(24).toString('base64')}`, signed(new Date()), body),
    () => verifyWebhook(secret, {}, body),
  ]
  for (const verify of refused) expect(verify).toThrow(WebhookVerificationError)
})
