/** Paths and methods without a route: 404 for an unknown path, 405 with `Allow` for a method that a path lacks. */
import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify'
import { Problem } from '../problem.ts'
import { unknownRoute } from './problems.ts'

interface KnownPath {
  readonly segments: readonly string[]
  readonly methods: Set<string>
}

/**
 * Answers before a body is read: a request without a route costs nothing but its headers. Call before adding routes.
 */
export function answerMissingMethods(app: FastifyInstance): void {
  const paths = new Map<string, KnownPath>()
  app.addHook('onRoute', ({ url, method }: RouteOptions) => {
    const path = paths.get(url) ?? { segments: url.split('/'), methods: new Set() }
    paths.set(url, path)
    for (const each of [method].flat()) path.methods.add(each)
  })
  app.addHook('onRequest', async (request, reply) => {
    if (!request.is404) {
      if (hasEmptyParameter(request)) throw unknownRoute(request)
      return
    }
    const allowed = allowedAt(paths, request)
    if (allowed.length === 0) throw unknownRoute(request)
    reply.header('allow', allowed.join(', '))
    if (request.method === 'OPTIONS') return reply.code(204).send()
    throw new Problem('method_not_allowed', {
      ...{ method: request.method, path: pathOf(request).slice(0, 200) },
      allowed: allowed.join(', '),
    })
  })
}

/** `/v1/charges/` matches the route of a charge, with an empty id. */
function hasEmptyParameter({ params }: FastifyRequest): boolean {
  return Object.entries((params ?? {}) as Record<string, string>).some(([name, value]) => name !== '*' && value === '')
}

function allowedAt(paths: ReadonlyMap<string, KnownPath>, request: FastifyRequest): string[] {
  const segments = pathOf(request).split('/')
  const found = new Set(
    [...paths.values()].filter((path) => matches(path, segments)).flatMap(({ methods }) => [...methods]),
  )
  return found.size === 0 ? [] : [...found, 'OPTIONS'].toSorted()
}

function matches({ segments: pattern }: KnownPath, segments: readonly string[]): boolean {
  const isOpen = pattern.at(-1) === '*'
  if (isOpen ? segments.length < pattern.length : segments.length !== pattern.length) return false
  return pattern.every((part, i) => {
    if (part === '*' && i === pattern.length - 1) return true
    return part.startsWith(':') ? segments[i] !== '' : part === segments[i]
  })
}

const pathOf = ({ url }: FastifyRequest) => url.split('?', 1)[0]!
