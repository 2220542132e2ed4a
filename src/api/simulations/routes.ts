import { PassThrough } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import Type, { type Static } from 'typebox'
import type { RateCard } from '../../catalog/rate-card.ts'
import { compileCard } from '../../catalog/terms.ts'
import { parseInstant } from '../../http/instants.ts'
import { type Api, operation } from '../../http/operation.ts'
import { asKnown, languageOf, logFailure, problemBody } from '../../http/problems.ts'
import { Currency, Decimal, named, nullableText, PartyId } from '../../http/shapes.ts'
import { Turns } from '../../http/turns.ts'
import type { Language } from '../../language.ts'
import { lines } from '../../lines/index.ts'
import { formatMicros } from '../../money/amount.ts'
import { Problem } from '../../problem.ts'
import { described } from '../../schema.ts'
import { type Simulation, type SimulationAsk, type SimulationProgress, simulate } from '../../simulation/simulate.ts'
import type { Sums } from '../../simulation/tally.ts'
import { assumptions, describeCause } from '../../simulation/words.ts'
import { cardContents } from '../catalog/rate-cards.ts'
import type { Services } from '../services.ts'

const Moment = (description: string) =>
  Type.String({
    pattern: '^\\d{4}-\\d\\d-\\d\\d(T.{1,40})?$',
    description: `${description}: a day in the tenant's time zone, or RFC 3339 with an offset`,
    examples: ['2026-11-01'],
  })

const Day = Type.String({ description: 'Day in the tenant’s time zone (YYYY-MM-DD)', examples: ['2026-11-20'] })
const Name = { line: Type.String({ examples: ['payments'] }), product: Type.String({ examples: ['scan-pay'] }) }

const Change = named(
  'SimulatedAmount',
  Type.Object(
    { before: Decimal, after: Decimal, change: Decimal },
    { description: 'Amount as charged and under the new rate card' },
  ),
)
const sums = {
  events: Type.Integer(),
  changed: Type.Integer({ description: 'Number of events with a different result' }),
  revenue: Change,
  cost: described(Change, 'Costs paid by the platform'),
}
const PartyChange = named(
  'SimulatedParty',
  Type.Object({
    party: PartyId,
    currency: Type.String(),
    change: described(Decimal, 'How much more or less the party ends up with'),
    events: Type.Integer(),
  }),
)
const Cause = named(
  'SimulatedCause',
  Type.Object({
    ...Name,
    text: Type.String({ description: 'Human-readable description of the change' }),
    terms: Type.Array(
      Type.Object({
        kind: Type.String({ description: 'Kind of component' }),
        step: Type.String({ description: 'Explanation step that differs' }),
        term: Type.String(),
        before: nullableText(),
        after: nullableText(),
        where: Type.Record(Type.String(), Type.String(), { description: 'Conditions that select the term' }),
      }),
    ),
    events: Type.Integer(),
    revenue: described(Decimal, 'Change in revenue'),
    cost: described(Decimal, 'Change in cost'),
  }),
)
const Unpriced = named(
  'SimulatedLeftOut',
  Type.Object({
    code: Type.String({ examples: ['charged_differently'] }),
    ...Name,
    currency: Type.String(),
    count: Type.Integer(),
    revenue: described(Decimal, 'Charged amount before refunds; not included in either total'),
    detail: Type.String({ description: 'Explanation for the first of them' }),
  }),
)

const SimulationShape = named(
  'Simulation',
  Type.Object(
    {
      currency: Currency,
      timeZone: Type.String({ examples: ['Asia/Shanghai'] }),
      from: Type.String(),
      to: Type.String(),
      events: Type.Integer({ description: 'Number of events in the period, including those left out' }),
      total: named('SimulatedTotal', Type.Object(sums)),
      lines: Type.Array(Type.Object({ line: Name.line, ...sums })),
      products: Type.Array(Type.Object({ ...Name, ...sums })),
      days: Type.Array(Type.Object({ day: Day, ...sums })),
      rows: Type.Array(Type.Object({ ...Name, day: Day, ...sums }), { description: 'Totals by line, product and day' }),
      gain: Type.Array(PartyChange, { description: 'Parties that gain most, excluding the platform' }),
      lose: Type.Array(PartyChange, { description: 'Parties that lose most, excluding the platform' }),
      partiesExact: Type.Boolean({ description: 'False if there were too many parties to include all small changes' }),
      causes: Type.Array(Cause, { description: 'Terms that changed the revenue, largest change first' }),
      leftOut: Type.Array(Unpriced, { description: 'Events that could not be repriced; not included in either total' }),
      assumptions: Type.Array(Type.String(), { description: 'Assumptions behind the result' }),
    },
    { description: 'The result under another rate card; nothing was posted' },
  ),
)

const Body = named(
  'SimulationRequest',
  Type.Object(
    {
      card: Type.Object(cardContents, {
        additionalProperties: false,
        description: 'A rate card, as returned by `/v1/rate-cards/current`',
      }),
      from: Moment('Start of the period'),
      to: Moment('End of the period (exclusive)'),
      top: Type.Optional(
        Type.Integer({ minimum: 1, maximum: 1_000, default: 10, description: 'Maximum number of parties and causes' }),
      ),
      progress: Type.Optional(
        Type.Boolean({
          default: false,
          description:
            'If true, the response is a stream of JSON lines (`application/x-ndjson`): `{"progress":{"events","share"}}` periodically, then `{"simulation":…}` or `{"problem":…}`',
        }),
      ),
    },
    { additionalProperties: false },
  ),
)

/** Per tenant, including those that wait. */
const SIMULATIONS_AT_ONCE = 2

const make = operation({
  id: 'simulate',
  tag: 'Catalog',
  summary: 'Simulate a rate card',
  description:
    'Reprices past events under another rate card without posting anything. Reads every charge of the period, in separate threads. One simulation runs at a time; others wait, at most two per tenant. Closing the connection cancels the simulation.',
  scope: 'ledger:read',
  body: Body,
  answers: {
    200: {
      description: 'The difference that the rate card would have made',
      schema: SimulationShape,
      alsoAs: ['application/x-ndjson'],
    },
  },
  problems: ['rate_card_invalid', 'time_invalid', 'operations_limited'],
})

export function simulationRoutes(app: Api, { engine }: Services): void {
  // Each simulation uses all cores, so they run one after the other.
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work)
    last = mine.catch(() => {})
    return mine
  }

  const turns = new Turns(SIMULATIONS_AT_ONCE)
  app.post('/v1/simulations', make, async (request, reply) => {
    const { card, from, to, top, progress = false } = request.body
    const ask: SimulationAsk = { card, from: momentOf(from), to: momentOf(to), ...(top === undefined ? {} : { top }) }
    refuseFaulty(card)
    const { db } = engine.tenant(request.identity.tenant)
    const language = languageOf(request)
    const signal = goneSignal(reply)
    const run = (report?: (progress: SimulationProgress) => void) =>
      inTurn(async () => {
        signal.throwIfAborted()
        return toShape(await simulate(db, ask, { signal, ...(report ? { progress: report } : {}) }), language)
      })
    if (!progress) return turns.run(request.identity.tenant, () => run())
    const ended = turns.take(request.identity.tenant)
    reply.raw.once('close', ended)
    return reply.type('application/x-ndjson').send(streamed(run, request))
  })
}

/** Aborts when the client has disconnected. */
function goneSignal(reply: FastifyReply): AbortSignal {
  const gone = new AbortController()
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort(new Problem('shutting_down', {}))
  })
  return gone.signal
}

/** Called before the response starts. @throws Problem `rate_card_invalid` with pointers into the body. */
function refuseFaulty(card: RateCard): void {
  try {
    compileCard(lines, { version: 0, card })
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const errors = error.errors?.map(({ pointer, message }) => ({ pointer: `/card${pointer}`, message }))
    throw new Problem(error.code, error.params, errors)
  }
}

const TELL_EVERY_MS = 200

/** Streams the response line by line. A problem is sent as a line too, because the status has already been sent. */
function streamed(
  run: (report: (progress: SimulationProgress) => void) => Promise<Static<typeof SimulationShape>>,
  request: FastifyRequest,
): PassThrough {
  const stream = new PassThrough()
  const write = (line: object) => stream.write(`${JSON.stringify(line)}\n`)
  let toldAt = Number.NEGATIVE_INFINITY
  const report = (progress: SimulationProgress) => {
    if (performance.now() - toldAt < TELL_EVERY_MS) return
    toldAt = performance.now()
    write({ progress })
  }
  run(report)
    .then(
      (simulation) => write({ simulation }),
      (error: Error) => {
        const problem = asKnown(error, request)
        if (problem.status >= 500) logFailure(error, problem, request)
        write({ problem: problemBody(problem, languageOf(request), request.id) })
      },
    )
    .finally(() => stream.end())
  return stream
}

/** @throws Problem `time_invalid`. */
function momentOf(text: string): Date | string {
  if (text.includes('T')) return parseInstant(text)
  parseInstant(`${text}T00:00:00Z`)
  return text
}

function toShape(found: Simulation, language: Language): Static<typeof SimulationShape> {
  const { currency } = found
  const text = (micros: bigint, unit = currency) => formatMicros(micros, unit)
  const parties = (list: Simulation['gain']) =>
    list.map(({ party, unit, change, events }) => ({ party, currency: unit, change: text(change, unit), events }))
  const part = <Key extends object>(row: Sums & Key) => withSums(row, currency)
  return {
    currency,
    timeZone: found.timeZone,
    from: found.from.toISOString(),
    to: found.to.toISOString(),
    events: found.events,
    total: part(found.total),
    lines: found.lines.map(part),
    products: found.products.map(part),
    days: found.days.map(part),
    rows: found.rows.map(part),
    gain: parties(found.gain),
    lose: parties(found.lose),
    partiesExact: found.partiesExact,
    causes: found.causes.map(({ name, terms, events, revenue, cost }) => ({
      ...nameOf(name),
      text: describeCause(terms, language),
      terms: terms.map((term) => ({ ...term, where: { ...term.where } })),
      events,
      revenue: text(revenue),
      cost: text(cost),
    })),
    leftOut: found.unpriced.map(({ code, name, unit, count, revenue, detail }) => ({
      code,
      ...nameOf(name),
      currency: unit,
      count,
      revenue: text(revenue, unit),
      detail: detail[language],
    })),
    assumptions: assumptions.map((each) => each[language]),
  }
}

function nameOf(name: string): { line: string; product: string } {
  const [line, product] = name.split('/') as [string, string]
  return { line, product }
}

function withSums<Key extends object>(row: Sums & Key, unit: string) {
  const { events, changed, revenueBefore, revenueAfter, costBefore, costAfter, ...key } = row
  const change = (before: bigint, after: bigint) => ({
    before: formatMicros(before, unit),
    after: formatMicros(after, unit),
    change: formatMicros(after - before, unit),
  })
  return {
    ...(key as unknown as Key),
    events,
    changed,
    revenue: change(revenueBefore, revenueAfter),
    cost: change(costBefore, costAfter),
  }
}

export type SimulationAnswer = Static<typeof SimulationShape>
