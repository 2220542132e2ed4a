/**
 * Compares the movements of an account with the trade lines of completed reconciliations, which are compared with the
 * ledger themselves, and where there is none with the ledger. Business names are WeChat Pay's: 交易, 退款,
 * 扣除交易手续费 and so on; names with 手续费 are fees, which move apart from the amount that they belong to.
 */
import type { TenantQueryable } from '../../db/connect.ts'

/** Names that have a payment or refund. Others are business between the merchant and the provider. */
const PRINCIPAL = `m.name IN ('交易', '退款')`
const FEE = `m.name LIKE '%手续费%'`

/**
 * Several movements can have one number, and a fee its own sign; sums by number and kind are compared. A trade line
 * states the settled amount and the fee. $3: gateway.
 */
const MATCH = `WITH moved AS MATERIALIZED (
    SELECT m.number, ${FEE} AS is_fee, sum(m.amount)::bigint AS amount FROM fund_movement m
    WHERE m.tenant = $1 AND m.bill = $2 AND m.number <> '' AND (${PRINCIPAL} OR ${FEE}) GROUP BY 1, 2),
  lines AS MATERIALIZED (
    SELECT m.number, m.is_fee, m.amount, l.kind, l.settled, l.fee, l.charge, l.refund
    FROM moved m LEFT JOIN LATERAL (
      SELECT l.kind, coalesce(l.settled, l.amount) AS settled, l.fee, l.charge, l.refund FROM reconciliation_line l
      JOIN reconciliation r ON r.tenant = $1 AND r.id = l.reconciliation AND r.status = 'completed'
      WHERE l.tenant = $1 AND l.gateway = $3 AND l.provider_number = m.number AND l.status IS NOT NULL
      ORDER BY l.occurrence LIMIT 1) l ON true),
  known AS MATERIALIZED (
    SELECT m.number, m.is_fee, m.amount, coalesce(m.charge, c.id) AS charge, coalesce(m.refund, g.id) AS refund,
      CASE WHEN m.kind = 'payment' THEN CASE WHEN m.is_fee THEN -m.fee ELSE m.settled END
           WHEN m.kind = 'refund' THEN CASE WHEN m.is_fee THEN m.fee ELSE -m.settled END
           WHEN NOT m.is_fee THEN CASE WHEN c.id IS NOT NULL THEN c.captured ELSE -g.amount END END AS expected,
      m.kind IS NOT NULL OR c.id IS NOT NULL OR g.id IS NOT NULL AS found
    FROM lines m
    LEFT JOIN LATERAL (SELECT * FROM (
        SELECT c.id, c.captured FROM charge c WHERE c.tenant = $1 AND c.reference = m.number AND c.unit = 'CNY'
        UNION ALL SELECT c.id, c.captured FROM payment p JOIN charge c ON c.tenant = $1 AND c.id = p.charge
          WHERE p.tenant = $1 AND p.gateway = $3 AND p.provider_number = m.number) c LIMIT 1) c ON m.kind IS NULL
    LEFT JOIN LATERAL (SELECT * FROM (
        SELECT r.id, r.amount FROM refund r WHERE r.tenant = $1 AND r.reference = m.number AND r.unit = 'CNY'
        UNION ALL SELECT r.id, g.amount FROM gateway_refund g JOIN refund r ON r.tenant = $1 AND r.id = g.refund
          WHERE g.tenant = $1 AND g.gateway = $3 AND g.provider_number = m.number) g LIMIT 1) g ON m.kind IS NULL AND c.id IS NULL)
  UPDATE fund_movement m SET charge = k.charge, refund = k.refund, expected = k.expected,
    class = CASE WHEN NOT k.found THEN 'missing_here' WHEN k.expected IS NULL THEN 'other'
      WHEN k.expected = k.amount THEN 'matched' ELSE 'amount_differs' END
  FROM known k WHERE m.tenant = $1 AND m.bill = $2 AND m.number = k.number AND (${PRINCIPAL} OR ${FEE})
    AND (${FEE}) = k.is_fee`

/** Settled trade lines of the day's reconciliation without a movement. $4: day; $5: number of movements so far. */
const MISSING_THERE = `INSERT INTO fund_movement (tenant, bill, n, at, number, name, type, amount, note, class, expected, charge, refund)
  SELECT $1, $2, $5::int + row_number() OVER (ORDER BY l.n), coalesce(l.at, r.day_start), l.provider_number,
    CASE l.kind WHEN 'payment' THEN '交易' ELSE '退款' END, '', 0, '', 'missing_there',
    CASE l.kind WHEN 'payment' THEN coalesce(l.settled, l.amount) ELSE -coalesce(l.settled, l.amount) END, l.charge, l.refund
  FROM reconciliation r JOIN reconciliation_line l ON l.tenant = $1 AND l.reconciliation = r.id
  WHERE r.tenant = $1 AND r.gateway = $3 AND r.date = $4 AND r.status = 'completed' AND l.provider_number IS NOT NULL
    AND l.status IN ('paid', 'succeeded') AND coalesce(l.settled, l.amount) <> 0
    AND NOT EXISTS (SELECT FROM fund_movement m WHERE m.tenant = $1 AND m.bill = $2 AND m.number = l.provider_number)`

export async function compareMovements(
  tx: TenantQueryable,
  {
    id,
    gateway,
    date,
    count,
  }: { readonly id: string; readonly gateway: string; readonly date: string; readonly count: number },
): Promise<void> {
  await tx.execute(MATCH, [tx.tenant, id, gateway])
  await tx.execute(MISSING_THERE, [tx.tenant, id, gateway, date, count])
}
