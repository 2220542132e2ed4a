/**
 * The privacy side of a data product. A population has a budget, kept on the ledger like money in the unit `nano-rho`
 * (a billionth of ρ of zero-concentrated differential privacy). A disclosure moves budget from the remaining to the
 * spent account; the floor at zero refuses overspending, and nothing ever moves back: money can be refunded, a
 * disclosure cannot be undone.
 *
 * A population is a party that represents many people. The rate card sets their minimum number, so that no person can
 * be a population.
 */
import Type, { type Static } from 'typebox'
import type { Facts } from '../../catalog/product.ts'
import type { Component } from '../../charges/draft.ts'
import { PartyId } from '../../engine/schemas.ts'
import { accountName } from '../../ledger/account.ts'
import { formatMicros, minorUnit, parseMicros } from '../../money/amount.ts'
import { Decimal } from '../../pricing/terms.ts'
import { Problem } from '../../problem.ts'
import { described } from '../../schema.ts'

export const PRIVACY_UNIT = 'nano-rho'

const NanoRho = Type.String({
  pattern: '^[1-9]\\d{0,11}$',
  description: 'Privacy budget spent, in whole nano-rho',
  examples: ['5000000'],
})

/** What a release discloses about a population: whose budget it spends, and how much. */
export const Disclosure = Type.Object(
  {
    population: described(PartyId, 'The party that represents the people described by the data'),
    release: Type.String({
      pattern: '^rel_[a-z0-9]{1,40}$',
      description: 'Id of the release approved by the privacy gate',
      examples: ['rel_1'],
    }),
    nanoRho: NanoRho,
  },
  { additionalProperties: false },
)
export type Disclosure = Static<typeof Disclosure>

const Risk = Type.Union([Type.Literal('low'), Type.Literal('medium'), Type.Literal('high')], {
  description: 'Compliance risk of the product, which determines the approvals',
})

export const PrivacyTerms = Type.Object(
  {
    risk: Risk,
    /** The maximum disclosure of one release of the product. */
    nanoRhoMax: NanoRho,
    /** The minimum number of people in a population: its attribute `members`. */
    membersMin: Decimal,
  },
  { additionalProperties: false },
)
export type PrivacyTerms = Static<typeof PrivacyTerms>

/** Compiles to the component that spends the budget. @throws Problem `price_outside_band`, `price_input_missing`. */
export function compileDisclosure(
  product: string,
  { risk, nanoRhoMax, membersMin }: PrivacyTerms,
): (disclosure: Disclosure, facts: Facts) => Component {
  const most = parseMicros(nanoRhoMax)
  const fewest = parseMicros(membersMin)
  return ({ population, release, nanoRho }, facts) => {
    const { members } = facts.party(population).attributes
    if (members === undefined) throw new Problem('price_input_missing', { model: product, field: 'members' })
    if (parseMicros(members) < fewest) {
      throw new Problem('price_outside_band', { name: 'members', value: members, min: membersMin, max: '∞' })
    }
    const amount = parseMicros(nanoRho)
    if (amount > most) {
      throw new Problem('price_outside_band', { name: 'nanoRho', value: nanoRho, min: '1', max: nanoRhoMax })
    }
    const spent = formatMicros(amount, PRIVACY_UNIT)
    return {
      kind: 'privacy',
      from: accountName(population, 'privacy', PRIVACY_UNIT).path,
      to: accountName(population, 'disclosed', PRIVACY_UNIT).path,
      amount,
      unit: PRIVACY_UNIT,
      returns: 'never',
      quantum: minorUnit(PRIVACY_UNIT),
      why: [
        { code: 'privacy_spent', params: { release, population, members, spent, unit: PRIVACY_UNIT } },
        { code: 'privacy_risk', params: { product, risk } },
      ],
    }
  }
}

/** The opening privacy budget of a population, for examples. */
export function budget(population: string, nanoRho: string) {
  return [{ path: accountName(population, 'privacy', PRIVACY_UNIT).path, amount: nanoRho, unit: PRIVACY_UNIT }]
}
