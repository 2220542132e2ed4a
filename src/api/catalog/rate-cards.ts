import Type, { type Static } from 'typebox'
import { admit } from '../../approvals/pending.ts'
import { changesBetween } from '../../catalog/changes.ts'
import { describeChanges } from '../../catalog/changes-in-words.ts'
import { checkConfirmed, confirmationOf } from '../../catalog/confirmation.ts'
import { publish, rehearse } from '../../catalog/price-changes.ts'
import { type RateCard as Card, listRateCards, type RateCardEntry, readRateCard } from '../../catalog/rate-card.ts'
import { warningsOf } from '../../catalog/warnings.ts'
import type { Engine } from '../../engine/engine.ts'
import { parseOptionalInstant } from '../../http/instants.ts'
import { type Api, operation } from '../../http/operation.ts'
import { languageOf } from '../../http/problems.ts'
import {
  Currency,
  Instant,
  Language as LanguageShape,
  NextCursor,
  named,
  nullableText,
  oneOf,
} from '../../http/shapes.ts'
import type { Language } from '../../language.ts'
import { Problem } from '../../problem.ts'
import { described } from '../../schema.ts'
import type { ApprovedAct } from '../approvals/execute.ts'
import { toApproval, WAITING } from '../approvals/schema.ts'
import type { Services } from '../services.ts'

const Version = Type.Integer({ minimum: 1, maximum: 2_147_483_647, examples: [1] })

const dates = {
  version: Version,
  effectiveAt: described(Instant, 'When the version takes effect'),
  createdAt: Instant,
  createdBy: Type.String({ description: 'The actor who published it' }),
  inForce: Type.Boolean({ description: 'Whether this is the current version' }),
}

const RateCardSummary = named('RateCardSummary', Type.Object(dates))

export const cardContents = {
  currency: Currency,
  units: Type.Optional(
    Type.Array(Type.String({ minLength: 2, maxLength: 32 }), {
      maxItems: 50,
      uniqueItems: true,
      description: 'Custom units beside ISO 4217 currencies, such as points; lower-case',
      examples: [['points']],
    }),
  ),
  products: Type.Record(Type.String(), Type.Unknown(), {
    description: 'Terms by `line/product`; their schemas are in `/v1/products`',
  }),
}

const RateCard = named(
  'RateCard',
  Type.Object({ ...dates, ...cardContents }, { description: 'All prices from a date on. Versions are immutable' }),
)

const RateCardRequest = named(
  'RateCardRequest',
  Type.Object(
    {
      ...cardContents,
      effectiveAt: Type.Optional(described(Instant, 'When it takes effect; defaults to now')),
      confirm: Type.Optional(
        Type.String({
          pattern: '^[0-9a-f]{64}$',
          description:
            'Needed for a card that removes a product or changes the currency: the hash from `confirmation_required` or from validating the card',
        }),
      ),
    },
    { additionalProperties: false },
  ),
)

const Change = named(
  'RateCardChange',
  Type.Object(
    {
      pointer: Type.String({
        description: 'JSON pointer to the changed field',
        examples: ['/products/payments~1scan-pay/fee/rate'],
      }),
      kind: oneOf(['added', 'removed', 'changed']),
      before: Type.Optional(Type.Unknown()),
      after: Type.Optional(Type.Unknown()),
      text: Type.String({ description: 'Human-readable description of the change' }),
    },
    { description: 'A difference between two rate cards' },
  ),
)

const RateCardDiff = named(
  'RateCardDiff',
  Type.Object(
    {
      from: Version,
      to: Version,
      changes: Type.Array(Change, { description: 'Applied in order, they turn the first version into the second' }),
      text: Type.String({ description: 'All changes, one per line' }),
    },
    { description: 'The differences between two versions of the rate card' },
  ),
)

const RateCardCheck = named(
  'RateCardCheck',
  Type.Object(
    {
      valid: Type.Boolean(),
      code: nullableText({ description: 'Problem code that publishing would return' }),
      detail: nullableText({ description: 'Human-readable explanation of the problem' }),
      errors: Type.Array(Type.Object({ pointer: Type.String(), message: Type.String() }), {
        description: 'All invalid fields, as JSON pointers',
      }),
      changes: Type.Array(Change, { description: 'Changes from the preceding version' }),
      warnings: Type.Array(Type.Object({ pointer: Type.String(), text: Type.String() }), {
        description:
          'What a valid card may do unexpectedly, such as a fee above the sale; it can be published all the same',
      }),
      confirm: nullableText({ description: 'Hash to send as `confirm`; null if no confirmation is needed' }),
      lost: Type.Array(Type.String(), {
        description: 'Products that the card removes, and the currency if it changes; to be confirmed',
        examples: [['payments/scan-pay']],
      }),
    },
    { description: 'The result of validating a rate card' },
  ),
)

const list = operation({
  id: 'listRateCards',
  tag: 'Catalog',
  summary: 'List rate card versions',
  description: 'Newest first.',
  scope: 'catalog:read',
  answers: {
    200: {
      description: 'All versions of the rate card',
      schema: named('RateCardList', Type.Object({ data: Type.Array(RateCardSummary), nextCursor: NextCursor })),
    },
  },
})

const current = operation({
  id: 'getCurrentRateCard',
  tag: 'Catalog',
  summary: 'Retrieve the current rate card',
  scope: 'catalog:read',
  answers: { 200: { description: 'The rate card', schema: RateCard } },
  problems: ['rate_card_unknown'],
})

const read = operation({
  id: 'getRateCard',
  tag: 'Catalog',
  summary: 'Retrieve a rate card version',
  scope: 'catalog:read',
  params: Type.Object({ version: Version }),
  answers: { 200: { description: 'The rate card', schema: RateCard } },
  problems: ['rate_card_unknown'],
})

const make = operation({
  id: 'publishRateCard',
  tag: 'Catalog',
  summary: 'Publish a rate card',
  description:
    'Creates the next version. Existing charges are not affected. A version can take effect in the past only if nothing has been charged since then. Publishing a card identical to the one in force at that time creates no version, so the request is safe to repeat.',
  scope: 'catalog:write',
  body: RateCardRequest,
  answers: {
    201: { description: 'The published rate card', schema: RateCard },
    200: { description: 'An identical rate card is already in force at that time', schema: RateCard },
    202: WAITING,
  },
  problems: [
    'rate_card_invalid',
    'rate_card_breaks_contract',
    'price_change_in_past',
    'confirmation_required',
    'time_invalid',
  ],
})

const check = operation({
  id: 'validateRateCard',
  tag: 'Catalog',
  summary: 'Validate a rate card',
  description: 'Checks whether a rate card could be published, and what it would change. Nothing is published.',
  scope: 'catalog:read',
  body: RateCardRequest,
  answers: { 200: { description: 'The result of the validation', schema: RateCardCheck } },
  problems: ['time_invalid'],
})

const compare = operation({
  id: 'compareRateCards',
  tag: 'Catalog',
  summary: 'Compare two rate card versions',
  description: 'Lists every change, with a sentence that describes it.',
  scope: 'catalog:read',
  query: Type.Object(
    { from: Version, to: Version, language: Type.Optional(LanguageShape) },
    { additionalProperties: false },
  ),
  answers: { 200: { description: 'The changes', schema: RateCardDiff } },
  problems: ['rate_card_unknown'],
})

export function rateCardRoutes(app: Api, { engine }: Services): void {
  app.get('/v1/rate-cards', list, async ({ identity: { tenant } }) => ({
    data: await versions(engine, tenant),
    nextCursor: null,
  }))

  app.get('/v1/rate-cards/current', current, async ({ identity: { tenant } }) => {
    const inForce = (await versions(engine, tenant)).find((each) => each.inForce)
    if (!inForce) throw new Problem('rate_card_unknown', { version: 'current' })
    return readWhole(engine, tenant, inForce)
  })

  app.post('/v1/rate-cards', make, async ({ identity, body }, reply) => {
    const { tenant } = identity
    const { db } = engine.tenant(tenant, identity)
    const { effectiveAt, confirm, ...card } = body
    const at = parseOptionalInstant(effectiveAt)
    // A card that cannot be published does not wait for approval either.
    checkConfirmed(await rehearse(engine.products, db, card, at), card, confirm)
    const submitted = { act: 'rate-card', subject: null, request: body, idempotency: null } as const
    const admission = await admit(db, submitted, () => publish(engine.products, db, card, { effectiveAt: at, confirm }))
    if ('waiting' in admission) return reply.code(202).send(toApproval(admission.waiting))
    const { version, made } = admission.done
    const summary = (await versions(engine, tenant)).find((each) => each.version === version.version)!
    return reply.code(made ? 201 : 200).send(await readWhole(engine, tenant, summary))
  })

  app.post('/v1/rate-cards/validate', check, async (request) => {
    const { effectiveAt, confirm: _, ...card } = request.body
    const { db } = engine.tenant(request.identity.tenant)
    const language = languageOf(request)
    try {
      const current = await rehearse(engine.products, db, card, parseOptionalInstant(effectiveAt))
      const changes = current ? difference(current.card, card, language) : []
      const { hash = null, lost = [] } = confirmationOf(current, card) ?? {}
      const warnings = warningsOf(engine.products, card, language)
      return { valid: true, code: null, detail: null, errors: [], changes, warnings, confirm: hash, lost: [...lost] }
    } catch (error) {
      if (!(error instanceof Problem) || !REFUSALS.has(error.code)) throw error
      const errors = [...(error.errors ?? [])]
      return {
        valid: false,
        code: error.code,
        detail: error.detail(language, request.identity.timeZone),
        errors,
        ...{ changes: [], warnings: [], confirm: null, lost: [] },
      }
    }
  })

  app.get('/v1/rate-cards/diff', compare, async (request) => {
    const { from, to, language = languageOf(request) } = request.query
    const { tenant } = request.identity
    const [before, after] = await Promise.all([from, to].map((version) => readCard(engine, tenant, version)))
    const changes = difference(before!, after!, language)
    return { from, to, changes, text: changes.map(({ text }) => text).join('\n') }
  })

  app.get('/v1/rate-cards/:version', read, async ({ identity: { tenant }, params: { version } }) => {
    const found = (await versions(engine, tenant)).find((each) => each.version === version)
    if (!found) throw new Problem('rate_card_unknown', { version })
    return readWhole(engine, tenant, found)
  })
}

export async function executeRateCard({ services, tenant, maker, request }: ApprovedAct): Promise<string> {
  const { db } = services.engine.tenant(tenant, { actor: maker })
  const { effectiveAt: at, confirm, ...card } = request as Static<typeof RateCardRequest>
  const effectiveAt = parseOptionalInstant(at)
  const { version } = await publish(services.engine.products, db, card, { effectiveAt, confirm })
  return String(version.version)
}

async function versions(engine: Engine, tenant: number): Promise<Static<typeof RateCardSummary>[]> {
  const rows = await listRateCards(engine.tenant(tenant).db)
  const inForce = rows.find((row) => row.inForce)
  return rows.map((row) => toSummary(row, row === inForce))
}

function toSummary({ version, effectiveAt, createdAt, actor: createdBy }: RateCardEntry, inForce: boolean) {
  return { version, effectiveAt: effectiveAt.toISOString(), createdAt: createdAt.toISOString(), createdBy, inForce }
}

async function readWhole(
  engine: Engine,
  tenant: number,
  summary: Static<typeof RateCardSummary>,
): Promise<Static<typeof RateCard>> {
  const row = await readRateCard(engine.tenant(tenant).db, summary.version)
  const { currency, units, products } = row!.card
  return { ...summary, currency, ...(units && { units: [...units] }), products: { ...products } }
}

/** Problems that mean that a card cannot be published; any others are errors of the request. */
const REFUSALS: ReadonlySet<string> = new Set([
  'rate_card_invalid',
  'rate_card_breaks_contract',
  'price_change_in_past',
])

/** @throws Problem `rate_card_unknown`. */
async function readCard(engine: Engine, tenant: number, version: number): Promise<Card> {
  const row = await readRateCard(engine.tenant(tenant).db, version)
  if (!row) throw new Problem('rate_card_unknown', { version })
  return row.card
}

function difference(before: Card, after: Card, language: Language): Static<typeof Change>[] {
  const changes = changesBetween(before, after)
  const texts = describeChanges(changes, before, after, language)
  return changes.map((change, i) => ({ ...change, text: texts[i]! }))
}
