/**
 * Receives webhooks.
 *
 * ```sh
 * WEBHOOK_SECRET=whsec_… node sdk/examples/node/webhooks.ts
 * ```
 */
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { verifyWebhook, WebhookVerificationError } from '@recoup/sdk/webhooks'

const secret = process.env.WEBHOOK_SECRET
if (!secret) throw new Error('set WEBHOOK_SECRET')

/** In your own program: a table with a unique column, written in the same transaction as the effects of the event. */
const seen = new Set<string>()

createServer(async (request, response) => {
  try {
    const event = verifyWebhook<{ type: string }>(secret, request.headers, await text(request))
    const id = String(request.headers['webhook-id'])
    if (!seen.has(id)) console.log(event.type, event)
    seen.add(id)
    response.writeHead(204).end()
  } catch (error) {
    response.writeHead(error instanceof WebhookVerificationError ? 401 : 500).end()
  }
}).listen(4880, () => console.log('listening on http://127.0.0.1:4880'))
