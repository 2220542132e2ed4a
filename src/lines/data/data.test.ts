import fc from 'fast-check'
import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeWorld, type World } from '../../../test/world.ts'
import { publishRateCard } from '../../catalog/rate-card.ts'
import { defaultCard } from '../../catalog/terms.ts'
import { uuidToId } from '../../ids.ts'
import { postJournal } from '../../ledger/journal.ts'
import { formatMicros, parseMicros } from '../../money/amount.ts'
import { lines } from '../index.ts'
import { audienceReport } from './audience-report.ts'
import { data } from './index.ts'
import { PRIVACY_UNIT } from './privacy.ts'
import { trainingSet } from './training-set.ts'

const facts = (members?: string) => ({
  party: (id: string) => ({
    ...{ id, kind: 'platform' as const, name: id, createdAt: new Date(0), updatedAt: new Date(0) },
    attributes: members === undefined ? ({} as Record<string, string>) : { members },
  }),
  balance: () => 0n,
  series: () => undefined,
})
const report = audienceReport.compile(audienceReport.defaultTerms, 'CNY')
const disclosure = { population: 'pop_1', release: 'rel_1', nanoRho: '5000000' }
const cny = (amount: string) => ({ amount, currency: 'CNY' })

describe('what is sold', () => {
  it('never costs less than 50,000 per copy', () => {
    const event = { buyer: 'cmp_1', copies: 3, disclosure }
    const price = (priced: { amount: string; currency: string }) =>
      report.charge({ ...event, price: priced }, facts('20000')).items[0]!.components[0]!.amount
    expect(formatMicros(price(cny('60000.00')), 'CNY')).toBe('180000.00')
    expect(() => price(cny('49999.99'))).toThrow('outside')
    expect(() => price({ amount: '60000.00', currency: 'USD' })).toThrow('CNY')
  })

  it('the milestones of a project add up to its quote, to the fen', () => {
    const { charge } = trainingSet.compile(trainingSet.defaultTerms, 'CNY')
    const property = fc.property(fc.bigInt(10n ** 7n, 10n ** 10n), (fen) => {
      const event = { buyer: 'cmp_1', project: 'prj_1', quote: cny(formatMicros(fen * 10_000n, 'CNY')) }
      const parts = ['start', 'delivery', 'acceptance'].map((milestone) => {
        const due = { ...event, milestone, ...(milestone === 'delivery' ? { disclosure } : {}) }
        return charge(due, facts('1000000')).items[0]!.components[0]!.amount
      })
      return parts.reduce((a, b) => a + b, 0n) === fen * 10_000n
    })
    fc.assert(property)
  })

  it('data leave with the delivery of a project, and only with it', () => {
    const { charge } = trainingSet.compile(trainingSet.defaultTerms, 'CNY')
    const event = { buyer: 'cmp_1', project: 'prj_1', quote: cny('800000.00') }
    expect(() => charge({ ...event, milestone: 'delivery' }, facts('1000000'))).toThrow('disclosure')
    expect(() => charge({ ...event, milestone: 'start', disclosure }, facts('1000000'))).toThrow(
      'does not disclose data',
    )
  })

  it('states its compliance risk as in the product list', () => {
    const risks = data.products.map(({ id, defaultTerms }) => [
      id,
      (defaultTerms as { privacy: { risk: string } }).privacy.risk,
    ])
    expect(Object.fromEntries(risks)).toEqual({
      'audience-report': 'medium',
      'white-paper': 'low',
      'training-set': 'high',
    })
  })
})

describe('user data', () => {
  /** Everything that an event of a product can contain: each field with the schema of its value. */
  function* fields(schema: TSchema, path = ''): Generator<{ path: string; schema: Record<string, unknown> }> {
    const { properties } = schema as { properties?: Record<string, TSchema> }
    if (!properties) {
      yield { path, schema: schema as Record<string, unknown> }
      return
    }
    expect(schema, `${path} takes nothing that it doesn't name`).toMatchObject({ additionalProperties: false })
    for (const [name, each] of Object.entries(properties)) yield* fields(each, `${path}/${name}`)
  }

  it('has no field for it: only ids, numbers, amounts and names from our own lists', () => {
    const known = [
      '/buyer',
      '/copies',
      '/project',
      '/milestone',
      ...['/price', '/quote'].flatMap((money) => [`${money}/amount`, `${money}/currency`]),
      ...['/population', '/release', '/nanoRho'].map((name) => `/disclosure${name}`),
    ]
    for (const { id, event } of data.products) {
      for (const { path, schema } of fields(event)) {
        expect(known, `${id}${path}`).toContain(path)
        const bounded = schema.type === 'integer' || 'pattern' in schema || schema.maxLength !== undefined
        expect(bounded, `${id}${path} takes no free text`).toBe(true)
      }
    }
  })

  it('is refused under any name, in addition to a valid event or in place of any part of it', () => {
    const person = fc.record({ name: fc.string(), phone: fc.string() })
    const carried = fc.oneof(person, fc.array(person), fc.string({ minLength: 65 }))
    for (const { event, example } of data.products) {
      const check = Compile(event)
      const sample = example.event as Record<string, unknown>
      const names = fc.oneof(
        fc.string(),
        fc.constantFrom('users', 'records', 'phone', 'profile', ...Object.keys(sample)),
      )
      const property = fc.property(names, carried, (name, value) => !check.Check({ ...sample, [name]: value }))
      fc.assert(property)
      expect(check.Check(sample)).toBe(true)
    }
  })

  it('cannot be obtained by declaring one or a few people a population', () => {
    const event = { buyer: 'cmp_1', disclosure }
    for (const members of ['0', '1', '50', '9999']) {
      expect(() => report.charge(event, facts(members)), members).toThrow('“members” is')
    }
    expect(() => report.charge(event, facts())).toThrow('members')
    expect(() => report.charge(event, facts('many'))).toThrow('decimal')
    expect(report.charge(event, facts('10000')).items).toHaveLength(1)
  })
})

describe('on the ledger', () => {
  let world: World
  beforeAll(async () => {
    world = await makeWorld()
    await world.party('pop_1', { members: '61000000' }, 'platform')
    await addBudget('12000000')
  })
  afterAll(() => world.close())

  const addBudget = async (nanoRho: string) => {
    const amount = parseMicros(nanoRho)
    await postJournal(world.db, world.engine.tenant(world.tenant).directory, {
      description: 'privacy budget of the year',
      transfers: [{ from: 'world/funding', to: 'pop_1/privacy', amount, unit: PRIVACY_UNIT, kind: 'funding' }],
      ...{ effectiveAt: null, idempotency: null },
    })
  }
  const sell = async (nanoRho: string) => {
    const event = { buyer: 'cmp_1', disclosure: { ...disclosure, nanoRho } }
    return (await world.engine.charge(world.tenant, { of: { line: 'data', product: 'audience-report', event } })).charge
  }

  it('refunds money but not privacy budget, and never overspends a budget', async () => {
    const charge = await sell('5000000')
    const nothing = { reason: null, reference: null, effectiveAt: null, previewHash: null }
    await world.engine.refund(world.tenant, { charge: uuidToId('chg', charge.id), ask: {}, ...nothing })
    expect(await world.balance('cmp_1/external')).toBe('0.00')
    expect(await world.balance('pop_1/disclosed', PRIVACY_UNIT)).toBe('5000000')
    await expect(sell('7000001')).rejects.toMatchObject({ code: 'insufficient_funds' })
    expect(await world.balance('cmp_1/external')).toBe('0.00')
    await sell('7000000')
    expect(await world.balance('pop_1/privacy', PRIVACY_UNIT)).toBe('0')
    await expect(sell('1')).rejects.toMatchObject({ code: 'insufficient_funds' })
    await expect(sell('50000001')).rejects.toMatchObject({ code: 'price_outside_band' })
  })

  const project = (id: string) => {
    const due = (milestone: string, quote = '699000.00', more: object = {}) => ({
      ...{ line: 'data', product: 'training-set' },
      event: {
        ...(milestone === 'delivery' && { disclosure: { ...disclosure, nanoRho: '1' } }),
        ...{ buyer: 'cmp_2', project: id, quote: cny(quote), milestone, ...more },
      },
    })
    const charge = async (...of: Parameters<typeof due>) =>
      (await world.engine.charge(world.tenant, { of: due(...of) })).charge
    return { due, charge }
  }

  it('a project keeps the quote and the buyer of its first milestone, and charges each milestone once', async () => {
    const { due, charge } = project('prj_once')
    await addBudget('10')
    const start = await charge('start')
    expect(formatMicros(start.captured, 'CNY')).toBe('209700.00')
    await expect(charge('delivery', '999000.00')).rejects.toMatchObject({
      ...{ code: 'series_terms_differ' },
      params: { field: 'quote', agreed: '699000.00 CNY', given: '999000.00 CNY' },
    })
    await expect(charge('acceptance', undefined, { buyer: 'cmp_3' })).rejects.toMatchObject({
      params: { field: 'buyer' },
    })
    await expect(charge('start')).rejects.toMatchObject({
      ...{ code: 'series_entry_charged', params: { charge: uuidToId('chg', start.id) } },
    })
    await expect(world.engine.price(world.tenant, due('start'))).rejects.toMatchObject({ code: 'series_entry_charged' })
    const before = await world.balance('pop_1/disclosed', PRIVACY_UNIT)
    const tries = await Promise.allSettled([1, 2, 3, 4].map(() => charge('delivery')))
    expect(tries.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected', 'rejected', 'rejected'])
    expect(BigInt(await world.balance('pop_1/disclosed', PRIVACY_UNIT)) - BigInt(before)).toBe(1n)
  })

  it('a project keeps its milestones if the rate card changes, so that they add up to the quote', async () => {
    const { charge } = project('prj_card')
    const parts = [await charge('start')]
    const usual = trainingSet.defaultTerms as { project: { milestones: { id: string; share: string }[] } }
    const { milestones } = usual.project
    const changed = milestones.map((each) => ({ ...each, share: each.id === 'delivery' ? '0.3' : '0.35' }))
    const terms = { ...usual, project: { model: 'quoted', min: '900000', milestones: changed } }
    const card = defaultCard(lines)
    const products = { ...card.products, 'data/training-set': terms }
    await world.db.transaction((tx) => publishRateCard(tx, { ...card, products }, new Date(Date.now() - 1)))
    parts.push(await charge('delivery'), await charge('acceptance'))
    expect(
      formatMicros(
        parts.reduce((sum, { captured }) => sum + captured, 0n),
        'CNY',
      ),
    ).toBe('699000.00')
    await expect(project('prj_next').charge('start')).rejects.toMatchObject({ code: 'price_outside_band' })
  })

  it('of two quotes for one project at the same time, one counts; a refused milestone opens nothing', async () => {
    const two = project('prj_race')
    const tries = await Promise.allSettled([two.charge('start', '950000.00'), two.charge('acceptance', '960000.00')])
    expect(tries.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const short = project('prj_short')
    const spent = { disclosure: { ...disclosure, nanoRho: '100000000' } }
    await expect(short.charge('delivery', '900000.00', spent)).rejects.toMatchObject({ code: 'insufficient_funds' })
    const rows = await world.db.query('SELECT key FROM series WHERE tenant = $1 AND key LIKE $2', [
      ...[world.tenant, '%prj_short'],
    ])
    expect(rows).toEqual([])
  })
})
