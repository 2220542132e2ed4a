/** Stages a bill in the database, in pages of lines, so that memory does not grow with the bill. */
import { bigints, instants, integers, texts, uuids } from '../../db/arrays.ts'
import { prepared, type TenantQueryable } from '../../db/connect.ts'
import type { BillLine } from '../../gateways/gateway.ts'
import { idToUuid } from '../../ids.ts'

const PAGE = 2_000

const insert = prepared(`INSERT INTO reconciliation_line
    (tenant, reconciliation, n, gateway, kind, number, gateway_order, provider_number, unit, amount, fee, at, status, payment,
     payment_number, settled)
  SELECT $1, $2, n, $3, kind, number, gateway_order, provider_number, unit, amount, fee, at, status, payment,
    payment_number, settled
  FROM unnest($4::int[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::bigint[], $11::bigint[],
    $12::timestamptz[], $13::text[], $14::uuid[], $15::text[], $16::bigint[])
    AS t(n, kind, number, gateway_order, provider_number, unit, amount, fee, at, status, payment,
      payment_number, settled)`)

export interface Staged {
  readonly count: number
  /** Currencies on the bill. */
  readonly units: ReadonlySet<string>
}

/**
 * Writes the lines as they arrive; `page` is called after each page with the number of lines so far. Whether the bill
 * is complete is known only at the end of the iteration, whose errors are passed on.
 */
export async function stageLines(
  db: TenantQueryable,
  run: { readonly id: string; readonly gateway: string },
  lines: AsyncIterable<BillLine>,
  page: (count: number) => Promise<void>,
): Promise<Staged> {
  const units = new Set<string>()
  let count = 0
  let held: BillLine[] = []
  const flush = async () => {
    if (held.length === 0) return
    await db.execute(insert, [db.tenant, run.id, run.gateway, ...columns(held, count)])
    count += held.length
    held = []
    await page(count)
  }
  for await (const line of lines) {
    units.add(line.unit)
    held.push(line)
    if (held.length === PAGE) await flush()
  }
  await flush()
  return { count, units }
}

function columns(lines: readonly BillLine[], first: number): Buffer[] {
  return [
    integers(lines.map((_, index) => first + index)),
    texts(lines.map(({ kind }) => kind)),
    texts(lines.map(({ number }) => number)),
    texts(lines.map(({ order }) => order)),
    texts(lines.map(({ providerNumber }) => providerNumber)),
    texts(lines.map(({ unit }) => unit)),
    bigints(lines.map(({ amount }) => amount)),
    bigints(lines.map(({ fee }) => fee)),
    instants(lines.map(({ at }) => at)),
    texts(lines.map(({ status }) => status)),
    uuids(lines.map(({ kind, number }) => (kind === 'payment' ? paymentOf(number) : null))),
    texts(lines.map(({ paymentNumber }) => paymentNumber ?? null)),
    bigints(lines.map(({ settled }) => settled ?? null)),
  ]
}

/** Returns the payment of an order number; our own orders are numbered by their payment. */
function paymentOf(number: string): string | null {
  if (!number.startsWith('pay_')) return null
  try {
    return idToUuid('pay', number)
  } catch {
    return null
  }
}
