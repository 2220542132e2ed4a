/** Integrity checks between charges, refunds and the ledger, run together with those of the ledger. */

import type { TenantDatabase } from '../db/connect.ts'
import { checkLedger, type LedgerReport, type Question } from '../ledger/check.ts'

/** Runs the complete integrity check of a tenant. */
export function checkBooks(db: TenantDatabase): Promise<LedgerReport> {
  return checkLedger(db, [refundsAreSums, disputesAreSums, postingsAreWhole, payersWerePaidBack, clearingIsPending])
}

/** Refunded and pending amounts of a charge are the sums of its refunds, and never exceed the captured amount. */
const refundsAreSums: Question = async (tx) => {
  const rows = await tx.query<{ id: string }>(
    `SELECT c.id FROM charge c
     LEFT JOIN (SELECT charge, sum(amount) FILTER (WHERE status = 'succeeded') AS succeeded,
                       sum(amount) FILTER (WHERE status = 'pending') AS pending, count(*) AS n
                FROM refund WHERE tenant = $1 AND status IN ('pending', 'succeeded') GROUP BY charge) r ON r.charge = c.id
     WHERE c.tenant = $1 AND (c.refunded <> coalesce(r.succeeded, 0) OR c.pending <> coalesce(r.pending, 0)
        OR c.refunds <> coalesce(r.n, 0)
        OR c.kept + c.refunded + c.pending + c.disputed > c.captured) LIMIT 100`,
    [tx.tenant],
  )
  return rows.map(({ id }) => ({ code: 'refunds_differ', detail: `charge ${id}` }))
}

/** The disputed amount of a charge is what its open disputes reserve. */
const disputesAreSums: Question = async (tx) => {
  const rows = await tx.query<{ id: string }>(
    `SELECT c.id FROM charge c
     LEFT JOIN (SELECT charge, sum(reserved) AS reserved FROM dispute WHERE tenant = $1 AND status = 'open' GROUP BY charge) d
       ON d.charge = c.id
     WHERE c.tenant = $1 AND c.disputed <> coalesce(d.reserved, 0) LIMIT 100`,
    [tx.tenant],
  )
  return rows.map(({ id }) => ({ code: 'disputes_differ', detail: `charge ${id}` }))
}

/** Each charge and refund has exactly its own transfers, and every transfer belongs to a posting. */
const postingsAreWhole: Question = async (tx) => {
  const rows = await tx.query<{ id: string }>(
    `WITH said AS (
       SELECT id, batch, (SELECT count(*) FROM json_array_elements(draft::json->'items') i, json_array_elements(i->'components') k
                          WHERE (k->'amount'->>'amount')::numeric > 0) AS n FROM charge WHERE tenant = $1
       UNION ALL SELECT id, batch, (SELECT count(*) FROM json_array_elements(plan::json->'transfers') t
                                    WHERE t->>'component' IS NOT NULL) FROM refund WHERE tenant = $1
       UNION ALL SELECT id, settled_batch, 0 FROM refund WHERE tenant = $1 AND settled_batch IS NOT NULL),
     posted AS (SELECT posting, batch, count(component) AS n FROM transfer WHERE tenant = $1 GROUP BY posting, batch)
     SELECT coalesce(s.id, p.posting) AS id FROM said s FULL JOIN posted p ON p.posting = s.id AND p.batch = s.batch
     WHERE (s.n IS DISTINCT FROM p.n)
       AND NOT (s.n = 0 AND p.n IS NULL)
       AND NOT (s.id IS NULL AND EXISTS (SELECT 1 FROM journal j WHERE j.tenant = $1 AND j.id = p.posting AND j.batch = p.batch))
       AND NOT (s.id IS NULL AND p.n = 0 AND EXISTS (SELECT 1 FROM dispute d WHERE d.tenant = $1 AND d.id = p.posting))
     LIMIT 100`,
    [tx.tenant],
  )
  return rows.map(({ id }) => ({ code: 'posting_not_whole', detail: `charge, refund or journal entry ${id}` }))
}

/**
 * The amount returned to the payer of a charge matches its refunds, directly or through a gateway's clearing account.
 * The account is computed first, because row-level security prevents values extracted from JSON from being used in an
 * index lookup.
 */
const payersWerePaidBack: Question = async (tx) => {
  const rows = await tx.query<{ id: string }>(
    `WITH backs AS MATERIALIZED (
       SELECT r.id, r.batch, r.amount, c.unit, true AS components,
              coalesce(r.gateway || '/clearing', c.draft::json->>'payerAccount') AS path
       FROM refund r JOIN charge c ON c.tenant = r.tenant AND c.id = r.charge WHERE r.tenant = $1
       UNION ALL
       SELECT r.id, r.settled_batch, g.amount, c.unit, false, c.draft::json->>'payerAccount'
       FROM refund r JOIN charge c ON c.tenant = r.tenant AND c.id = r.charge
         JOIN gateway_refund g ON g.tenant = r.tenant AND g.refund = r.id
       WHERE r.tenant = $1 AND r.status = 'succeeded')
     SELECT b.id FROM backs b, LATERAL (
       SELECT coalesce(sum(t.amount), 0) AS amount FROM account a, transfer t
       WHERE a.tenant = $1 AND a.path = b.path AND a.unit = b.unit
         AND t.tenant = $1 AND t.credit = a.id AND t.batch = b.batch AND t.posting = b.id
         AND (t.component IS NOT NULL OR NOT b.components) OFFSET 0) paid
     WHERE paid.amount <> b.amount LIMIT 100`,
    [tx.tenant],
  )
  return rows.map(({ id }) => ({ code: 'payer_not_paid_back', detail: `refund ${id}` }))
}

/** The balance of a gateway's clearing account is the sum of its unconfirmed refunds. */
const clearingIsPending: Question = async (tx) => {
  const rows = await tx.query<{ path: string }>(
    `SELECT coalesce(a.path, p.path) AS path
     FROM (SELECT path, unit, balance FROM account WHERE tenant = $1 AND path LIKE '%/clearing') a
     FULL JOIN (SELECT g.gateway || '/clearing' AS path, g.unit, sum(g.amount) AS amount FROM refund r
                JOIN gateway_refund g ON g.tenant = r.tenant AND g.refund = r.id
                WHERE r.tenant = $1 AND r.status = 'pending' GROUP BY 1, 2) p ON p.path = a.path AND p.unit = a.unit
     WHERE coalesce(a.balance, 0) <> coalesce(p.amount, 0) LIMIT 100`,
    [tx.tenant],
  )
  return rows.map(({ path }) => ({ code: 'clearing_differs', detail: `account ${path}` }))
}
