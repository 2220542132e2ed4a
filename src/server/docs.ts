/**
 * The API reference as a web page. All of its resources are served from here: the policy below prevents the browser
 * from calling other hosts, no matter what the page tries to load or report.
 */
import scalar from '@scalar/fastify-api-reference'
import type { FastifyInstance } from 'fastify'

const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

export async function docsPage(app: FastifyInstance): Promise<void> {
  await app.register(scalar, {
    routePrefix: '/docs',
    hooks: {
      onRequest: (request, reply, done) => {
        const cached = request.url.endsWith('.js') ? 'max-age=3600' : 'no-cache'
        reply.header('content-security-policy', PAGE_POLICY).header('cache-control', cached)
        done()
      },
    },
    configuration: {
      url: '/openapi.json',
      pageTitle: 'Recoup API',
      telemetry: false,
      withDefaultFonts: false,
      hideClientButton: true,
      showDeveloperTools: 'never',
      agent: { disabled: true },
      mcp: { disabled: true },
    },
  })
}
