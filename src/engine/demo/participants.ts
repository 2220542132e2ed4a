/**
 * The participants of the demo world: their names, and the attributes that decide their prices (category, industry).
 * Pure.
 */
import type { Party, PartyKind } from '../../ledger/party.ts'
import * as names from './names.ts'
import { randomFor } from './random.ts'

type Person = Pick<Party, 'id' | 'kind' | 'name' | 'attributes'>

interface Seller {
  readonly id: string
  readonly category: string
}

export interface Participants {
  readonly parties: readonly Person[]
  readonly users: readonly string[]
  readonly merchants: readonly string[]
  readonly sellers: readonly Seller[]
  readonly creators: readonly string[]
  readonly carriers: readonly string[]
  readonly advertisers: readonly string[]
  readonly publishers: readonly string[]
  readonly developers: readonly { readonly id: string; readonly industry: string }[]
  /** Ids by industry. */
  readonly companies: ReadonlyMap<string, readonly string[]>
  readonly issuers: readonly string[]
  readonly funds: readonly string[]
  readonly abroad: readonly { readonly id: string; readonly market: string; readonly currency: string }[]
  /** Recipients of remittances. */
  readonly relatives: readonly string[]
}

/** Id of the campaign that pays the rewards on the default rate card. */
export const CAMPAIGN = 'cmp_cashback'
/** Populations of statistical queries, with their number of members. */
export const POPULATIONS = [
  { id: 'pop_cities', name: '十大城市成年人 Adults of the ten largest cities', members: '61000000' },
  { id: 'pop_country', name: '全体用户 All users', members: '900000000' },
  { id: 'pop_forum', name: '公开帖子作者 Authors of public posts', members: '4200000' },
] as const

const DEVELOPERS = ['finance', 'healthcare', 'internet', 'games']

/** `users`: number of people; the number of businesses follows from it. */
export function participantsOf(seed: number, users: number): Participants {
  const many = (most: number, least: number) => Math.max(least, Math.min(most, Math.round((most * users) / 1_300)))
  const random = randomFor(seed, 'cast')
  const [first, second] = [Math.floor(random() * 16), Math.floor(random() * 16)]
  const parties: Person[] = []
  const enter = (kind: PartyKind, id: string, name: string, attributes: Record<string, string> = {}) => {
    parties.push({ id, kind, name, attributes })
    return id
  }
  const called = (n: number, [zh, en]: readonly [string, string]) => {
    const [wordZh, wordEn] = names.WORDS[(n * 7 + first) % names.WORDS.length]!
    return `${wordZh}${zh} ${wordEn} ${en}`
  }
  const row = (kind: PartyKind, prefix: string, count: number, trades: readonly (readonly [string, string])[]) =>
    Array.from({ length: count }, (_, n) =>
      enter(kind, `${prefix}_${number(n)}`, called(n, trades[n % trades.length]!)),
    )
  const person = (n: number) => {
    const [surnameZh, surnameEn] = names.SURNAMES[(n * 3 + second) % names.SURNAMES.length]!
    const [givenZh, givenEn] = names.GIVEN[Math.floor(n / 20 + n * 5) % names.GIVEN.length]!
    return `${surnameZh}${givenZh} ${givenEn} ${surnameEn}`
  }
  enter('campaign', CAMPAIGN, '手续费返还 Cashback')
  for (const { id, name, members } of POPULATIONS) enter('population', id, name, { members })
  return {
    parties,
    users: Array.from({ length: users }, (_, n) => enter('consumer', `usr_${number(n)}`, person(n))),
    merchants: Array.from({ length: many(120, 12) }, (_, n) => {
      const [merchantCategory, zh, en] = names.SHOPS[n % names.SHOPS.length]!
      return enter('merchant', `mch_${number(n)}`, called(n, [zh, en]), { merchantCategory })
    }),
    sellers: Array.from({ length: many(64, 8) }, (_, n) => {
      const [category, zh, en] = names.GOODS[n % names.GOODS.length]!
      return { id: enter('merchant', `sel_${number(n)}`, called(n + 3, [zh, en])), category }
    }),
    creators: row('creator', 'crt', many(40, 6), names.CREATORS),
    carriers: row('carrier', 'car', many(4, 2), names.CARRIERS),
    advertisers: row('advertiser', 'adv', many(40, 4), names.ADVERTISERS),
    publishers: row('publisher', 'pub', many(15, 3), names.PUBLISHERS),
    developers: Array.from({ length: many(24, 4) }, (_, n) => {
      const industry = DEVELOPERS[n % DEVELOPERS.length]!
      const name = called(n, names.COMPANIES[industry]!)
      return { id: enter('developer', `dev_${number(n)}`, name, { industry }), industry }
    }),
    companies: new Map(
      Object.entries(names.COMPANIES).map(([industry, trade], i) => [
        industry,
        Array.from({ length: many(24, 5) }, (_, n) =>
          enter('company', `cmp_${industry.replaceAll(' ', '-')}_${number(n)}`, called(n + i, trade), { industry }),
        ),
      ]),
    ),
    issuers: row('company', 'bnk', 4, [
      ['银行', 'Bank'],
      ['商业银行', 'Commercial Bank'],
    ]),
    funds: row('company', 'fnd', 2, [['货币基金', 'Money Fund']]),
    abroad: names.ABROAD.map(([market, currency, name], n) => ({
      id: enter('merchant', `mch_abroad_${number(n)}`, name),
      market,
      currency,
    })),
    relatives: Array.from({ length: many(60, 8) }, (_, n) =>
      enter('consumer', `usr_abroad_${number(n)}`, person(n + 7)),
    ),
  }
}

const number = (n: number) => String(n + 1).padStart(4, '0')
