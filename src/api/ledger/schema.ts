/** The API representation of transfers and their pages. */

import Type, { type Static } from 'typebox'
import type { TenantDatabase } from '../../db/connect.ts'
import { type CursorKind, type Page, page } from '../../http/cursor.ts'
import { AccountPath, Instant, Money, named, nullableText, pageOf } from '../../http/shapes.ts'
import type { BatchId } from '../../ledger/account.ts'
import type { TransferFilter, TransferRow } from '../../ledger/history.ts'
import { listTransfers } from '../../ledger/history.ts'
import { postingIds } from '../../ledger/postings.ts'
import { wireMoney } from '../../money/amount.ts'

const Transfer = named(
  'Transfer',
  Type.Object(
    {
      id: Type.String({ description: 'Position in the ledger: batch and number', examples: ['1042-3'] }),
      kind: Type.String({ examples: ['fee'] }),
      from: AccountPath,
      to: AccountPath,
      amount: Money,
      of: nullableText({ description: 'Id of the charge, refund or journal entry' }),
      component: Type.Unsafe<number | null>({
        type: ['integer', 'null'],
        description: 'Index of the component in the charge, starting at 0; null if none',
      }),
      effectiveAt: Instant,
      recordedAt: Instant,
    },
    { description: 'A posted movement from one account to another' },
  ),
)

export const TransferPage = pageOf('TransferPage', Transfer)

interface Place {
  readonly batch: BatchId
  readonly n: number
}

/** Transfers have no id of their own: they are found by batch and number. */
const byPlace = (list: string): CursorKind<Place> => ({
  list,
  write: ({ batch, n }) => `${batch}-${n}`,
  read(text) {
    const match = /^(\d{1,18})-(\d{1,9})$/.exec(text)
    return match ? { batch: BigInt(match[1]!) as unknown as BatchId, n: Number(match[2]) } : undefined
  },
})
const cursors = { statement: byPlace('statement'), ledger: byPlace('transfers') }

/** A page of transfers, most recently recorded first. */
export async function transferPage(
  db: TenantDatabase,
  list: keyof typeof cursors,
  requested: { limit?: number | undefined; cursor?: string | undefined },
  filter: TransferFilter,
): Promise<Page<Static<typeof Transfer>>> {
  const found = await page(cursors[list], requested, {
    read: (limit, after) => listTransfers(db, filter, limit, after),
    keyOf: (row) => row,
    show: (row) => row,
  })
  const ids = await postingIds(
    db,
    found.data.map(({ posting }) => posting),
  )
  return { ...found, data: found.data.map((row) => toTransfer(row, ids.get(row.posting) ?? null)) }
}

function toTransfer(row: TransferRow, of: string | null): Static<typeof Transfer> {
  return {
    id: `${row.batch}-${row.n}`,
    kind: row.kind,
    from: row.from,
    to: row.to,
    amount: wireMoney(row.amount, row.unit),
    of,
    component: row.component,
    effectiveAt: row.effectiveAt.toISOString(),
    recordedAt: row.recordedAt.toISOString(),
  }
}
