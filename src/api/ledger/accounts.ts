import Type, { type Static } from 'typebox'
import type { Engine } from '../../engine/engine.ts'
import { byNumber, page } from '../../http/cursor.ts'
import { parseInstant } from '../../http/instants.ts'
import { type Api, operation } from '../../http/operation.ts'
import {
  AccountPath,
  Currency,
  Decimal,
  Instant,
  named,
  nullableText,
  oneOf,
  PageQuery,
  PartyId,
  pageOf,
} from '../../http/shapes.ts'
import { type AccountId, type AccountName, parsePath, purposes } from '../../ledger/account.ts'
import { type AccountBalance, balanceAt, listAccounts, readAccount } from '../../ledger/history.ts'
import { formatMicros } from '../../money/amount.ts'
import { Problem } from '../../problem.ts'
import { described } from '../../schema.ts'
import type { Services } from '../services.ts'
import { TransferPage, transferPage } from './schema.ts'

const Purpose = oneOf(Object.keys(purposes), { description: 'Purpose of the account', examples: ['balance'] })
export const Basis = oneOf(['recorded', 'effective'], {
  description: 'Whether `at` refers to the time of recording (the default) or the effective time',
})

const Account = named(
  'Account',
  Type.Object(
    {
      path: AccountPath,
      currency: Currency,
      balance: Decimal,
      held: described(Decimal, 'Amount reserved by holds'),
      available: nullableText({
        description: 'Amount that can be debited now; null if the account has no minimum balance',
      }),
      floor: nullableText({ description: 'Minimum balance; null if there is none' }),
    },
    { description: 'The balance of a party in one currency for one purpose' },
  ),
)

const Balance = named(
  'Balance',
  Type.Object(
    {
      path: AccountPath,
      currency: Currency,
      balance: Decimal,
      held: Type.Optional(Decimal),
      available: Type.Optional(nullableText()),
      floor: Type.Optional(nullableText()),
      at: Type.Optional(Instant),
      basis: Type.Optional(Basis),
    },
    { description: 'The current balance of an account, or its balance at a past time (with `at` and `basis`)' },
  ),
)

const ByName = Type.Object({ party: PartyId, purpose: Purpose })
const cursor = byNumber<AccountId>('accounts')

const list = operation({
  id: 'listAccounts',
  tag: 'Accounts',
  summary: 'List accounts',
  description: 'Ordered by when they were opened.',
  scope: 'accounts:read',
  forParties: true,
  query: Type.Object(
    { party: Type.Optional(PartyId), currency: Type.Optional(Currency), ...PageQuery },
    { additionalProperties: false },
  ),
  answers: { 200: { description: 'A page of accounts', schema: pageOf('AccountPage', Account) } },
  problems: ['cursor_invalid'],
})

const read = operation({
  id: 'getBalance',
  tag: 'Accounts',
  summary: 'Retrieve the balance of an account',
  description: 'The current balance, or the balance at a past time with `at` and `basis`.',
  scope: 'accounts:read',
  forParties: true,
  params: ByName,
  query: Type.Object(
    { currency: Currency, at: Type.Optional(Instant), basis: Type.Optional(Basis) },
    { additionalProperties: false },
  ),
  answers: { 200: { description: 'The balance', schema: Balance } },
  problems: ['account_unknown', 'time_invalid'],
})

const statement = operation({
  id: 'listAccountTransfers',
  tag: 'Accounts',
  summary: 'List the transfers of an account',
  description: 'Most recently recorded first.',
  scope: 'accounts:read',
  forParties: true,
  params: ByName,
  query: Type.Object({ currency: Currency, ...PageQuery }, { additionalProperties: false }),
  answers: { 200: { description: 'A page of transfers', schema: TransferPage } },
  problems: ['account_unknown', 'cursor_invalid'],
})

export function accountRoutes(app: Api, { engine }: Services): void {
  app.get('/v1/accounts', list, async ({ identity: { tenant, party }, query }) => {
    const { currency: unit } = query
    // For a key bound to a party, the accounts of other parties look like those of an unknown party: there are none.
    if (party !== null && (query.party ?? party) !== party) return { data: [], nextCursor: null }
    return page(cursor, query, {
      read: (limit, after) =>
        listAccounts(engine.tenant(tenant).db, { party: party ?? query.party, unit }, limit, after),
      keyOf: (row) => row.id,
      show: toAccount,
    })
  })

  app.get('/v1/accounts/:party/:purpose', read, async ({ identity: { tenant, party }, params, query }) => {
    const { at, basis = 'recorded', currency } = query
    const account = await readAccessible(engine, tenant, party, nameOf(params, currency))
    if (at === undefined) return toAccount(account)
    const moment = parseInstant(at)
    const balance = await balanceAt(engine.tenant(tenant).db, account.id, { at: moment, basis })
    const { path, unit } = account
    return { path, currency: unit, balance: formatMicros(balance, unit), at: moment.toISOString(), basis }
  })

  app.get('/v1/accounts/:party/:purpose/transfers', statement, async ({ identity, params, query }) => {
    const { tenant, party } = identity
    const account = await readAccessible(engine, tenant, party, nameOf(params, query.currency))
    return transferPage(engine.tenant(tenant).db, 'statement', query, { account: account.id })
  })
}

function nameOf({ party, purpose }: Static<typeof ByName>, unit: string): AccountName {
  const path = `${party}/${purpose}`
  parsePath(path)
  return { path, unit }
}

/** @throws Problem `account_unknown`. */
async function readAccessible(
  engine: Engine,
  tenant: number,
  party: string | null,
  name: AccountName,
): Promise<AccountBalance> {
  const account = await readAccount(engine.tenant(tenant).db, name)
  if (!account || (party !== null && parsePath(name.path).party !== party)) {
    throw new Problem('account_unknown', { path: name.path, unit: name.unit })
  }
  return account
}

function toAccount({ path, unit, balance, held, available, floor }: AccountBalance): Static<typeof Account> {
  const text = (micros: bigint) => formatMicros(micros, unit)
  return {
    path,
    currency: unit,
    balance: text(balance),
    held: text(held),
    available: available === null ? null : text(available),
    floor: floor === null ? null : text(floor),
  }
}
