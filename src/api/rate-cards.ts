import Type, { type Static } from 'typebox'
import { listRateCards, type RateCardDates, readRateCard } from '../catalog/rate-card.ts'
import type { Engine } from '../lines/engine.ts'
import { Problem } from '../problem.ts'
import { type Api, operation } from './operation.ts'
import type { Services } from './services.ts'
import { Currency, Instant, named } from './shapes.ts'

const Version = Type.Integer({ minimum: 1, maximum: 2_147_483_647, examples: [1] })

const dates = {
  version: Version,
  effectiveAt: { ...Instant, description: 'From when on it prices' } as typeof Instant,
  createdAt: Instant,
  inForce: Type.Boolean({ description: 'It has come into force, and no later one has' }),
}

const RateCardSummary = named('RateCardSummary', Type.Object(dates))

const RateCard = named(
  'RateCard',
  Type.Object(
    {
      ...dates,
      currency: Currency,
      products: Type.Record(Type.String(), Type.Unknown(), {
        description: 'Terms by line/product; /v1/products has the schema of each',
      }),
    },
    { description: 'What everything costs, from a date on. A version never changes' },
  ),
)

const list = operation({
  id: 'listRateCards',
  tag: 'Catalog',
  summary: 'Versions of the rate card, latest first',
  scope: 'catalog:read',
  answers: {
    200: {
      description: 'All versions',
      schema: named('RateCardList', Type.Object({ data: Type.Array(RateCardSummary), nextCursor: Type.Null() })),
    },
  },
})

const current = operation({
  id: 'getCurrentRateCard',
  tag: 'Catalog',
  summary: 'The rate card in force',
  scope: 'catalog:read',
  answers: { 200: { description: 'The rate card', schema: RateCard } },
  problems: ['rate_card_unknown'],
})

const read = operation({
  id: 'getRateCard',
  tag: 'Catalog',
  summary: 'One version of the rate card',
  scope: 'catalog:read',
  params: Type.Object({ version: Version }),
  answers: { 200: { description: 'The rate card', schema: RateCard } },
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

  app.get('/v1/rate-cards/:version', read, async ({ identity: { tenant }, params: { version } }) => {
    const found = (await versions(engine, tenant)).find((each) => each.version === version)
    if (!found) throw new Problem('rate_card_unknown', { version })
    return readWhole(engine, tenant, found)
  })
}

async function versions(engine: Engine, tenant: number): Promise<Static<typeof RateCardSummary>[]> {
  const rows = await listRateCards(engine.tenant(tenant).db, tenant)
  const inForce = rows.find((row) => row.inForce)
  return rows.map((row) => toSummary(row, row === inForce))
}

function toSummary({ version, effectiveAt, createdAt }: RateCardDates, inForce: boolean) {
  return { version, effectiveAt: effectiveAt.toISOString(), createdAt: createdAt.toISOString(), inForce }
}

async function readWhole(
  engine: Engine,
  tenant: number,
  summary: Static<typeof RateCardSummary>,
): Promise<Static<typeof RateCard>> {
  const row = await readRateCard(engine.tenant(tenant).db, tenant, summary.version)
  const { currency, products } = row!.card
  return { ...summary, currency, products: { ...products } }
}
