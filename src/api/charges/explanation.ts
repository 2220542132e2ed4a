import type { FastifyRequest } from 'fastify'
import { languageOf } from '../../http/problems.ts'
import type { Explanation } from '../../http/shapes.ts'
import type { Language } from '../../language.ts'
import { lines } from '../../lines/index.ts'
import type { Step } from '../../pricing/price.ts'
import { isAccountOf } from './schema.ts'

/** Steps with their texts, in the given language or else in that of the request. */
export function explanation(steps: readonly Step[], request: FastifyRequest, language?: Language): Explanation {
  const texts = lines.explanations.render(steps, language ?? languageOf(request), request.identity.timeZone)
  return {
    steps: steps.map(({ code, params }, index) => ({ code, params, text: texts[index]! })),
    text: texts.join('\n'),
  }
}

/** Leaves out steps about other parties' accounts and about component kinds that the party cannot see. */
export function stepsSeenBy(party: string | null, steps: readonly Step[], kinds: ReadonlySet<string>): Step[] {
  if (party === null) return [...steps]
  return steps.filter(({ params: { from, to, account, kind } }) => {
    const accounts = [from, to, account].filter((path) => path !== undefined)
    if (accounts.length > 0) return accounts.some((path) => isAccountOf(party, path))
    return kind === undefined || kinds.has(kind)
  })
}
