/** Receives notifications, as the merchant's server would. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Received {
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

export interface Inbox {
  readonly url: string
  readonly received: Received[]
  /** The response from now on. */
  status: number
  stop(): Promise<void>
}

export async function openInbox(): Promise<Inbox> {
  const received: Received[] = []
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = []
    for await (const piece of request) pieces.push(piece as Buffer)
    received.push({ headers: request.headers as Record<string, string>, body: Buffer.concat(pieces) })
    response.writeHead(inbox.status).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const inbox: Inbox = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/notify`,
    received,
    status: 200,
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return inbox
}
