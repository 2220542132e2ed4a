/** The pages of the console; a page about a single object gets one of the demo world. */
export interface PageToOpen {
  readonly name: string
  /** Path below /console/. */
  readonly where: string
  /** A selector that must match on the page. */
  readonly shows?: string
}

const ROWS = '.ant-table-tbody .ant-table-row'
const FIGURES = '.ant-table-row, .ant-statistic, dl, .ant-descriptions, svg'
const LINES = ['ads', 'goods', 'payments', 'enterprise', 'commerce', 'data', 'crossborder', 'apis']

const day = (after: number) => new Date(Date.now() + after * 86_400_000).toISOString().slice(0, 10)

// biome-ignore lint/suspicious/noExplicitAny: responses of every shape
type Answer = any

/** @param url Address of the server. @param key An API key that can read everything. */
export async function pagesOf(url: string, key: string): Promise<PageToOpen[]> {
  const get = async (what: string): Promise<Answer> => {
    const response = await fetch(`${url}/v1/${what}`, { headers: { authorization: `Bearer ${key}` } })
    if (!response.ok) throw new Error(`${what}: ${response.status} ${await response.text()}`)
    return response.json()
  }
  const first = async (what: string): Promise<Answer> => {
    const [found] = (await get(`${what}${what.includes('?') ? '&' : '?'}limit=1`)).data
    if (!found) throw new Error(`the world has no ${what}`)
    return found
  }
  const listed = (name: string): PageToOpen => ({ name, where: name, shows: ROWS })
  const one = (name: string, id: string): PageToOpen => ({ name: `${name}/…`, where: `${name}/${id}`, shows: FIGURES })
  const [debt, merchant] = [await first('debts'), 'mch_0001']
  const run = (await get('reconciliations?limit=10')).data.find(({ differences }: Answer) =>
    Object.values(differences ?? {}).some((count) => Number(count) > 0),
  )
  if (!run) throw new Error('the world has no reconciliation with differences')
  return [
    { name: 'overview', where: 'overview', shows: ROWS },
    ...LINES.map((line): PageToOpen => ({ name: `lines/${line}`, where: `lines/${line}`, shows: ROWS })),
    listed('charges'),
    { name: 'charges, of a payee', where: `charges?payee=${merchant}`, shows: ROWS },
    { name: 'charges, of a line', where: 'charges?line=data', shows: ROWS },
    one('charges', (await first('charges?line=payments')).id),
    listed('refund-requests'),
    one('refund-requests', (await first('refund-requests')).id),
    { name: 'refund-requests/new', where: 'refund-requests/new' },
    listed('bulk-refunds'),
    one('bulk-refunds', (await first('bulk-refunds')).id),
    { name: 'bulk-refunds/new', where: 'bulk-refunds/new' },
    listed('refunds'),
    listed('disputes'),
    listed('reconciliation'),
    one('reconciliation', run.id),
    listed('parties'),
    one('parties', merchant),
    listed('debts'),
    one('debts', debt.party),
    listed('payouts'),
    one('payouts', (await first('payouts')).id),
    {
      name: 'payouts/statement',
      where: `payouts/statement?party=${merchant}&currency=CNY&from=${day(-30)}&to=${day(0)}`,
      shows: FIGURES,
    },
    listed('ledger'),
    {
      name: 'ledger/account',
      where: `ledger/account?path=${encodeURIComponent(`${merchant}/balance`)}&currency=CNY`,
      shows: ROWS,
    },
    { name: 'ledger/account, the busiest', where: 'ledger/account?path=platform%2Frevenue&currency=CNY', shows: ROWS },
    { name: 'products', where: 'products', shows: FIGURES },
    listed('rate-cards'),
    { name: 'rate-cards/1', where: 'rate-cards/1' },
    { name: 'rate-cards/edit', where: 'rate-cards/edit' },
    { name: 'contracts', where: 'contracts' },
    listed('users'),
    one('users', (await first('users')).id),
    listed('keys'),
    listed('gateways'),
    listed('webhooks'),
    one('webhooks', (await first('webhooks')).id),
    listed('audit'),
    { name: 'settings', where: 'settings' },
  ]
}
