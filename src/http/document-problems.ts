/**
 * Problems in the OpenAPI document: one shared response for each status. The codes that a status can have stand in
 * `x-problem-codes`: those of every route at the shared response, and at an operation those that it has instead.
 */
import { STATUS_CODES } from 'node:http'
import type { ProblemCode } from '../problem.ts'
import { problemTable } from '../problems.ts'
import { PROBLEM_MEDIA_TYPE } from './problems.ts'

type Json = Record<string, unknown>
type Codes = readonly ProblemCode[]

/** Statuses whose answer says when to try again. */
const RETRIED = new Set([429, 503])

const byStatus = (codes: Codes) => Map.groupBy(codes.toSorted(), (code) => problemTable[code].status)
const inStatusOrder = (codes: Codes) => [...byStatus(codes)].toSorted(([a], [b]) => a - b)

/** 404 → NotFound */
const responseName = (status: number) => STATUS_CODES[status]!.replaceAll(/[^A-Za-z]/g, '')

/** Such a problem carries the new preview beside its code. */
const carriesPreview = (codes: Codes) => codes.includes('refund_preview_stale')
const PREVIEW = 'WithPreview'

/** The shared responses of the statuses that any of the operations has. */
export function problemResponses(operations: readonly Codes[], common: Codes): Json {
  const groups = operations.flatMap((codes) => [...byStatus(codes)])
  const ofCommon = byStatus(common)
  const entries = [...new Set(groups.map(([status]) => status))].flatMap((status) => {
    const all = groups.filter(([each]) => each === status)
    const own = ofCommon.get(status) ?? []
    const response = (schema: string) => [
      `${responseName(status)}${schema === 'Problem' ? '' : PREVIEW}`,
      problemResponse(status, own, schema),
    ]
    const plain = all.some(([, codes]) => !carriesPreview(codes)) ? [response('Problem')] : []
    const preview = all.some(([, codes]) => carriesPreview(codes)) ? [response('StalePreviewProblem')] : []
    return [...plain, ...preview]
  })
  return Object.fromEntries(entries)
}

function problemResponse(status: number, codes: Codes, schema: string): Json {
  const titles = codes.map((code) => `\`${code}\`: ${problemTable[code].title.en}`)
  return {
    description: [STATUS_CODES[status], ...titles].join('\n\n'),
    headers: {
      'X-Request-Id': { $ref: '#/components/headers/RequestId' },
      ...(RETRIED.has(status) ? { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } } : {}),
    },
    content: { [PROBLEM_MEDIA_TYPE]: { schema: { $ref: `#/components/schemas/${schema}` } } },
    ...(codes.length > 0 ? { 'x-problem-codes': codes } : {}),
  }
}

/** The problems of one operation: its responses by status, and the codes where they are others than the shared ones. */
export function problemsOf(codes: Codes, common: Codes): { responses: Json; extension: Json } {
  const ofCommon = byStatus(common)
  const groups = inStatusOrder(codes)
  const responses = groups.map(([status, group]) => {
    const name = `${responseName(status)}${carriesPreview(group) ? PREVIEW : ''}`
    return [status, { $ref: `#/components/responses/${name}` }]
  })
  const own = groups.filter(([status, group]) => group.join() !== (ofCommon.get(status) ?? []).join())
  return {
    responses: Object.fromEntries(responses),
    extension: own.length > 0 ? { 'x-problem-codes': Object.fromEntries(own) } : {},
  }
}
