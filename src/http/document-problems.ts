/** The problems of routes in the OpenAPI document: the codes for each status. */
import type { ProblemCode } from '../problem.ts'
import { problemTable } from '../problems.ts'
import { PROBLEM_MEDIA_TYPE } from './problems.ts'

type Json = Record<string, unknown>
type Codes = readonly ProblemCode[]

/** Responses shared by several routes, by the name of their component. */
export type SharedAnswers = ReadonlyMap<string, Codes>

/** Responses with more codes than this are not shared: their name would be longer than the response. */
const CODES_IN_A_NAME = 4

const byStatus = (codes: Codes) => Map.groupBy(codes.toSorted(), (code) => problemTable[code].status)

export function sharedAnswers(routes: readonly Codes[]): SharedAnswers {
  const seen = new Map<string, Codes>()
  const shared = new Map<string, Codes>()
  for (const group of routes.flatMap((codes) => [...byStatus(codes).values()])) {
    if (group.length > CODES_IN_A_NAME) continue
    const name = answerName(group)
    if (seen.has(name)) shared.set(name, group)
    seen.set(name, group)
  }
  return shared
}

/** key_missing, key_unknown → KeyMissingOrKeyUnknown */
function answerName(codes: Codes): string {
  const words = (code: string) => code.split('_').map((word) => word[0]!.toUpperCase() + word.slice(1))
  return codes.map((code) => words(code).join('')).join('Or')
}

export function problemsOf(codes: Codes, shared: SharedAnswers): Json {
  const answer = (group: Codes) => {
    const name = answerName(group)
    return shared.has(name) ? { $ref: `#/components/responses/${name}` } : problemAnswer(group)
  }
  return Object.fromEntries([...byStatus(codes)].map(([status, group]) => [status, answer(group)]))
}

export function problemAnswer(codes: readonly ProblemCode[]): Json {
  const preview = codes.includes('refund_preview_stale')
    ? { preview: { $ref: '#/components/schemas/RefundPreview' } }
    : {}
  return {
    description: codes.map((code) => `\`${code}\`: ${problemTable[code].title.en}`).join('\n\n'),
    headers: { 'X-Request-Id': { $ref: '#/components/headers/RequestId' } },
    content: {
      [PROBLEM_MEDIA_TYPE]: {
        schema: {
          allOf: [
            { $ref: '#/components/schemas/Problem' },
            { properties: { code: { type: 'string', enum: codes }, ...preview } },
          ],
        },
      },
    },
  }
}
