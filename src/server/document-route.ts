/** Serves the OpenAPI document in the client's preferred encoding. It is serialized and compressed once. */
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import type { FastifyInstance } from 'fastify'

const encodings = {
  br: promisify(brotliCompress),
  gzip: promisify(gzip),
  identity: async (text: string) => Buffer.from(text),
}
type Encoding = keyof typeof encodings

export function documentRoute(app: FastifyInstance): void {
  const bodies = new Map<Encoding, Promise<Buffer>>()
  const bodyIn = (encoding: Encoding) => {
    const body = bodies.get(encoding) ?? encodings[encoding](JSON.stringify(app.openapi()))
    bodies.set(encoding, body)
    return body
  }
  app.get('/openapi.json', async (request, reply) => {
    const encoding = preferredEncoding(request.headers['accept-encoding'])
    if (encoding !== 'identity') reply.header('content-encoding', encoding)
    reply.header('vary', 'accept-encoding').type('application/json; charset=utf-8')
    return reply.send(await bodyIn(encoding))
  })
}

/** Returns the encoding with the highest weight in `Accept-Encoding`; Brotli, the smallest, among equals. */
function preferredEncoding(header: string | string[] | undefined): Encoding {
  const weights = new Map(
    String(header ?? '')
      .split(',')
      .map((part) => {
        const [name = '', ...params] = part
          .trim()
          .toLowerCase()
          .split(/\s*;\s*/)
        const q = params.find((param) => param.startsWith('q='))
        return [name, q === undefined ? 1 : Number(q.slice(2)) || 0] as const
      }),
  )
  const weightOf = (encoding: Encoding) => weights.get(encoding) ?? weights.get('*') ?? 0
  const best = weightOf('br') >= weightOf('gzip') ? 'br' : 'gzip'
  return weightOf(best) > (weights.get('identity') ?? 0) ? best : 'identity'
}
