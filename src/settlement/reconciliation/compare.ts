/**
 * Compares a staged bill with the ledger, in set-based SQL inside the caller's transaction.
 *
 * Lines are joined by number, never by date: by our number of the order or refund, else by the provider's number, which
 * is the reference of what was imported from a bill or charged outside of a gateway. For dates: a provider dates a refund by its acceptance and never updates the bill, so
 * the status on the bill counts only where it is final (https://pay.weixin.qq.com/doc/v3/merchant/4012556654). A
 * payment or refund that is on no bill is a difference once every day on which the provider may have dated it has a
 * completed run; until then it is in transit (`open`) and compared again by the next run.
 *
 * Fees: the ledger is finer than a minor unit, the provider charges whole ones, so a fee differs only if it is off by
 * one minor unit or more. The sum of a day's rounding differences, if it reaches a minor unit, is one difference of its
 * own.
 */
import type { TenantQueryable } from '../../db/connect.ts'
import { type Micros, minorUnit } from '../../money/amount.ts'
import { KEY_PREFIX } from '../../processing/payments.ts'
import type { RunRow } from './record.ts'

export interface CompareOptions {
  readonly feeTolerance: Micros
  readonly transitDays: number
  /** Currencies on the bill. */
  readonly units: ReadonlySet<string>
}

/**
 * The lines of the bill and, with n null, the payments and refunds that may be missing on it, with the matching rows of
 * the ledger.
 */
const COMPARED = `CREATE TEMP TABLE reconciliation_compared (
  n integer, kind text, number text, gateway_order text, occurrence integer,
  charge uuid, charge_batch bigint, charge_unit text, captured bigint,
  refund uuid, refund_batch bigint, refund_unit text, refund_amount bigint, refund_status text,
  linked uuid, linked_batch bigint, linked_amount bigint,
  adjustments bigint, adjusted bigint, fee_adjusted bigint,
  payment uuid, payment_status text, payment_fits boolean, absent text, outside boolean
) ON COMMIT DROP`

/** Earlier corrections of a number: all of them if it is not on the bill, else those of the same occurrence. */
const adjustmentsOf = (of: string, occurrence: string) => `CROSS JOIN LATERAL (
    SELECT count(*) AS n, coalesce(sum(x.amount), 0) AS amount, coalesce(sum(x.fee), 0) AS fee,
           max(x.refund::text)::uuid AS refund, max(x.asked_at) AS asked_at
    FROM reconciliation_adjustment x WHERE x.tenant = $1 AND x.gateway = $3 AND x.kind = ${of}.kind AND x.number = ${of}.number
      AND (${occurrence}) OFFSET 0) a
  LEFT JOIN LATERAL (SELECT r.id, r.batch, r.amount FROM refund r WHERE r.tenant = $1 AND r.id = a.refund OFFSET 0) k ON true`

/** A payment that the till revoked at once has no refund number; its refund is found through the charge. */
const LINES = `WITH lines AS MATERIALIZED (
    SELECT l.n, l.kind, l.number, l.gateway_order, l.provider_number, l.payment_number, l.status, l.payment, l.amount, l.unit,
           (row_number() OVER (PARTITION BY l.kind, l.number ORDER BY l.n))::int AS place
    FROM reconciliation_line l WHERE l.tenant = $1 AND l.reconciliation = $2),
  placed AS MATERIALIZED (
    SELECT l.*, (l.place + e.count)::int AS occurrence FROM lines l CROSS JOIN LATERAL (
      SELECT count(*) FROM reconciliation_line o JOIN reconciliation r ON r.tenant = $1 AND r.id = o.reconciliation
      WHERE o.tenant = $1 AND o.gateway = $3 AND o.kind = l.kind AND o.number = l.number AND o.status IS NOT NULL
        AND r.status = 'completed' AND r.date < $4 OFFSET 0) e)
  INSERT INTO reconciliation_compared
  SELECT l.n, l.kind, l.number, l.gateway_order, l.occurrence, c.id, c.batch, c.unit, c.captured,
         g.id, g.batch, g.unit, g.amount, g.status, k.id, k.batch, k.amount, a.n, a.amount, a.fee,
         p.id, p.status, p.amount = l.amount AND p.unit = l.unit, NULL,
         CASE l.kind WHEN 'payment' THEN c.place ELSE g.place END > 1
  FROM placed l
  LEFT JOIN LATERAL (SELECT * FROM (
      SELECT c.id, c.batch, c.unit, c.captured, 1 AS place FROM charge c
      WHERE c.tenant = $1 AND c.gateway = $3 AND c.gateway_order = l.gateway_order
      UNION ALL SELECT c.id, c.batch, c.unit, c.captured, 2 FROM charge c
      WHERE c.tenant = $1 AND c.gateway IS NULL AND c.reference = l.payment_number) t ORDER BY place, id LIMIT 1) c ON true
  LEFT JOIN LATERAL (SELECT * FROM (
      SELECT g.refund AS id, g.unit, g.amount, r.batch, r.status, 1 AS place FROM gateway_refund g
      JOIN refund r ON r.tenant = $1 AND r.id = g.refund
      WHERE g.tenant = $1 AND g.gateway = $3 AND g.number = l.number AND l.kind = 'refund' AND l.occurrence = 1
      UNION ALL SELECT r.id, r.unit, r.amount, r.batch, r.status, 2 FROM refund r
      WHERE r.tenant = $1 AND r.gateway IS NULL AND r.reference = l.provider_number AND l.kind = 'refund' AND l.occurrence = 1
      UNION ALL SELECT r.id, r.unit, r.amount, r.batch, r.status, 3 FROM refund r
      WHERE r.tenant = $1 AND r.gateway IS NULL AND r.reference IS NULL AND r.charge = c.id AND l.status = 'revoked'
        AND l.provider_number = l.payment_number AND l.occurrence = 1) t ORDER BY place, id LIMIT 1) g ON true
  LEFT JOIN LATERAL (SELECT p.id, p.status, p.amount, p.unit FROM payment p
    WHERE p.tenant = $1 AND p.id = l.payment AND p.gateway = $3 AND l.kind = 'payment' AND l.occurrence = 1 OFFSET 0) p ON true
  ${adjustmentsOf('l', 'x.occurrence = l.occurrence')}`

/**
 * An imported bill is booked in settled amounts, an order in the amount that the payer saw. A line is compared by the
 * amount that its entry in the ledger was booked in.
 */
const SETTLED = `UPDATE reconciliation_line l SET amount = l.settled FROM reconciliation_compared c
  WHERE l.tenant = $1 AND l.reconciliation = $2 AND l.n = c.n AND l.settled <> l.amount
    AND l.settled = CASE l.kind WHEN 'payment' THEN c.captured ELSE c.refund_amount END`

/**
 * Own payments made and refunds accepted since the previous bill, and what was in transit then. $5: since; $6, $7:
 * start and end of the day; $8: its time zone; $9: previous run; $10: days in transit. A payment that was only reported
 * to us (a charge of an order made elsewhere) may have been paid up to an hour earlier or later by the provider's
 * clock.
 */
const OURS = `WITH carried AS MATERIALIZED (
    SELECT kind, number FROM reconciliation_line WHERE tenant = $1 AND reconciliation = $9 AND class = 'open'),
  payments AS (
    SELECT c.id, coalesce(p.paid_at, p.created_at) AS earliest, coalesce(p.paid_at, p.created_at) AS latest
    FROM payment p CROSS JOIN LATERAL (SELECT c.id FROM charge c WHERE c.tenant = $1 AND c.id = p.charge OFFSET 0) c
    WHERE p.tenant = $1 AND p.gateway = $3 AND p.charge IS NOT NULL
      AND coalesce(p.paid_at, p.created_at) >= $5 AND coalesce(p.paid_at, p.created_at) < $7
    UNION
    SELECT c.id, c.effective_at - interval '1 hour', c.effective_at + interval '1 hour' FROM charge c
    WHERE c.tenant = $1 AND c.gateway = $3 AND c.effective_at >= $5 AND c.effective_at < $7
      AND c.idempotency_key IS DISTINCT FROM '${KEY_PREFIX}' || c.gateway_order
    UNION
    SELECT c.id, c.effective_at - interval '1 hour', c.effective_at + interval '1 hour' FROM carried k
    CROSS JOIN LATERAL (SELECT c.id, c.effective_at FROM charge c
      WHERE c.tenant = $1 AND c.gateway = $3 AND c.gateway_order = k.number OFFSET 0) c WHERE k.kind = 'payment'),
  refunds AS (
    SELECT g.refund FROM gateway_refund g WHERE g.tenant = $1 AND g.gateway = $3 AND g.created_at >= $5 AND g.created_at < $7
    UNION
    SELECT g.refund FROM carried k CROSS JOIN LATERAL (SELECT g.refund FROM gateway_refund g
      WHERE g.tenant = $1 AND g.gateway = $3 AND g.number = k.number OFFSET 0) g WHERE k.kind = 'refund'),
  ours AS MATERIALIZED (
    SELECT 'payment' AS kind, c.gateway_order AS number, c.gateway_order, c.id AS charge, c.batch AS charge_batch,
           c.unit AS charge_unit, c.captured, NULL::uuid AS refund, NULL::bigint AS refund_batch, NULL AS refund_unit,
           NULL::bigint AS refund_amount, NULL AS refund_status, p.earliest, p.latest
    FROM payments p CROSS JOIN LATERAL (SELECT * FROM charge c WHERE c.tenant = $1 AND c.id = p.id OFFSET 0) c
    UNION ALL
    SELECT 'refund', g.number, g.gateway_order, r.charge, NULL, NULL, NULL, r.id, r.batch, g.unit, g.amount, r.status,
           g.created_at, coalesce(r.settled_at, 'infinity')
    FROM refunds f
    CROSS JOIN LATERAL (SELECT * FROM gateway_refund g WHERE g.tenant = $1 AND g.refund = f.refund OFFSET 0) g
    CROSS JOIN LATERAL (SELECT * FROM refund r WHERE r.tenant = $1 AND r.id = f.refund OFFSET 0) r
    WHERE r.status IN ('pending', 'succeeded')),
  seen AS MATERIALIZED (
    SELECT o.*, b.here, b.elsewhere FROM ours o CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE l.reconciliation = $2) AS here, count(*) FILTER (WHERE l.reconciliation <> $2) AS elsewhere
      FROM reconciliation_line l JOIN reconciliation r ON r.tenant = $1 AND r.id = l.reconciliation
      WHERE l.tenant = $1 AND l.gateway = $3 AND l.kind = o.kind AND l.number = o.number AND l.status IS NOT NULL
        AND (r.id = $2 OR (r.status = 'completed' AND r.date <> $4)) OFFSET 0) b)
  INSERT INTO reconciliation_compared
  SELECT NULL, o.kind, o.number, o.gateway_order, 1, o.charge, o.charge_batch, o.charge_unit, o.captured, o.refund,
         o.refund_batch, o.refund_unit, o.refund_amount, o.refund_status, NULL, NULL, NULL, a.n, a.amount, a.fee,
         NULL, NULL, NULL,
         CASE WHEN o.refund_status = 'pending' THEN
             CASE WHEN o.elsewhere = 0 AND (o.earliest AT TIME ZONE $8)::date <= $4::date - $10::int
                   AND coalesce(a.asked_at < $6, true) THEN 'late' ELSE 'open' END
           WHEN o.latest >= $7 OR d.runs < d.days THEN 'open' ELSE 'missing' END, false
  FROM seen o ${adjustmentsOf('o', 'true')}
  CROSS JOIN LATERAL (
    SELECT count(DISTINCT day) AS days, count(DISTINCT r.date) + (count(*) FILTER (WHERE day = $4::date) > 0)::int AS runs
    FROM generate_series((o.earliest AT TIME ZONE $8)::date, least((o.latest AT TIME ZONE $8)::date, $4::date), interval '1 day')
      AS t(day)
    LEFT JOIN LATERAL (SELECT r.date FROM reconciliation r WHERE r.tenant = $1 AND r.gateway = $3 AND r.status = 'completed'
      AND r.date = t.day::date AND r.date <> $4::date AND r.id <> $2 OFFSET 0) r ON true) d
  WHERE o.here = 0 AND (o.elsewhere = 0 OR o.refund_status = 'pending')
    AND NOT (a.n > 0 AND coalesce(o.captured, o.refund_amount) + a.amount = 0)`

/**
 * Numbers that an earlier bill of this day listed without a counterpart in the ledger, booked on the suspense account,
 * and that are neither on this bill nor on any other: the booking has to be reversed.
 */
const STRAYS = `WITH booked AS MATERIALIZED (
    SELECT DISTINCT x.kind, x.number, x.occurrence FROM reconciliation r
    CROSS JOIN LATERAL (SELECT kind, number, occurrence FROM reconciliation_adjustment x
      WHERE x.tenant = $1 AND x.reconciliation = r.id AND x.refund IS NULL AND (x.amount <> 0 OR x.fee <> 0) OFFSET 0) x
    WHERE r.tenant = $1 AND r.gateway = $3 AND r.date = $4 AND r.id <> $2)
  INSERT INTO reconciliation_compared
  SELECT NULL, o.kind, o.number, l.gateway_order, o.occurrence, NULL, NULL, l.unit, NULL, NULL, NULL, l.unit, NULL, NULL,
         NULL, NULL, NULL, a.n, a.amount, a.fee, NULL, NULL, NULL, 'missing', false
  FROM booked o ${adjustmentsOf('o', 'x.occurrence = o.occurrence')}
  CROSS JOIN LATERAL (
    SELECT max(l.gateway_order) AS gateway_order, max(l.unit) AS unit,
           count(*) FILTER (WHERE l.status IS NOT NULL AND (r.id = $2 OR (r.status = 'completed' AND r.date <> $4))) AS shown
    FROM reconciliation_line l JOIN reconciliation r ON r.tenant = $1 AND r.id = l.reconciliation
    WHERE l.tenant = $1 AND l.gateway = $3 AND l.kind = o.kind AND l.number = o.number OFFSET 0) l
  WHERE (a.amount <> 0 OR a.fee <> 0) AND a.refund IS NULL AND l.shown < o.occurrence
    AND (o.occurrence > 1 OR CASE o.kind
      WHEN 'payment' THEN NOT EXISTS (SELECT FROM charge c WHERE c.tenant = $1 AND c.gateway = $3 AND c.gateway_order = o.number)
      ELSE NOT EXISTS (SELECT FROM gateway_refund g WHERE g.tenant = $1 AND g.gateway = $3 AND g.number = o.number) END)`

/**
 * What each charge and refund moved on the gateway's fee account; each batch of postings is read once. Entries from
 * outside of the gateway (an imported bill) are compared by the fee that the payee bears: that is the fee of the bill.
 */
const FEES = `WITH batches AS MATERIALIZED (
    SELECT charge_batch AS batch FROM reconciliation_compared WHERE kind = 'payment' AND charge_batch IS NOT NULL AND outside IS NOT TRUE
    UNION SELECT refund_batch FROM reconciliation_compared WHERE refund_batch IS NOT NULL AND outside IS NOT TRUE
    UNION SELECT linked_batch FROM reconciliation_compared WHERE linked_batch IS NOT NULL),
  accounts AS MATERIALIZED (SELECT id FROM account WHERE tenant = $1 AND path = $2)
  INSERT INTO reconciliation_fees
  SELECT t.posting, sum(t.amount) FROM accounts a CROSS JOIN batches b CROSS JOIN LATERAL (
    SELECT posting, amount FROM transfer WHERE tenant = $1 AND credit = a.id AND batch = b.batch
    UNION ALL SELECT posting, -amount FROM transfer WHERE tenant = $1 AND debit = a.id AND batch = b.batch OFFSET 0) t
  GROUP BY t.posting`

const FEES_OUTSIDE = `WITH entries AS MATERIALIZED (
    SELECT charge AS posting, charge_batch AS batch, 1 AS sign FROM reconciliation_compared WHERE kind = 'payment' AND outside
    UNION SELECT refund, refund_batch, -1 FROM reconciliation_compared WHERE kind = 'refund' AND outside),
  batches AS MATERIALIZED (SELECT DISTINCT batch FROM entries),
  paid AS MATERIALIZED (SELECT t.posting, sum(t.amount) AS amount FROM batches b CROSS JOIN LATERAL (
      SELECT posting, amount FROM transfer WHERE tenant = $1 AND batch = b.batch AND kind = 'fee' OFFSET 0) t GROUP BY t.posting)
  INSERT INTO reconciliation_fees SELECT e.posting, p.amount * e.sign FROM entries e JOIN paid p ON p.posting = e.posting`

/** `our_status` null: the number is unknown to the ledger. */
const JUDGED = `CREATE TEMP TABLE reconciliation_judged (
  n integer, line integer, kind text, number text, gateway_order text, occurrence integer, status text, unit text, amount bigint,
  fee bigint, our_status text, our_unit text, our_amount bigint, our_fee bigint, payment uuid, charge uuid, refund uuid,
  absent text, on_missing text, on_status text, amount_differs boolean, fee_differs boolean, rounding bigint, class text
) ON COMMIT DROP`

/** $3, $4: minor unit by currency; $5: fee tolerance. */
const JUDGE = `WITH ours AS (
    SELECT c.n, c.kind, c.number, c.gateway_order, c.occurrence, l.status, coalesce(l.unit, c.charge_unit, c.refund_unit) AS unit,
      l.amount, l.fee, c.charge, coalesce(c.refund, c.linked) AS refund, coalesce(c.payment, l.payment) AS payment, c.absent,
      c.payment_fits, c.payment_status,
      CASE c.kind WHEN 'payment' THEN CASE WHEN c.charge IS NOT NULL AND c.occurrence = 1 THEN 'charged'
                                           WHEN c.adjustments > 0 THEN 'corrected' END
        ELSE CASE WHEN c.refund_status = 'pending' THEN 'pending' WHEN c.linked IS NOT NULL OR c.refund_status = 'succeeded'
                    THEN 'succeeded' WHEN c.adjustments > 0 THEN 'corrected' ELSE c.refund_status END END AS our_status,
      coalesce(CASE c.kind WHEN 'payment' THEN CASE WHEN c.occurrence = 1 OR c.n IS NULL THEN c.charge_unit END ELSE c.refund_unit END, l.unit)
        AS our_unit,
      CASE c.kind WHEN 'payment' THEN CASE WHEN c.occurrence = 1 THEN coalesce(c.captured, 0) ELSE 0 END
        ELSE CASE WHEN c.refund_status IN ('pending', 'succeeded') THEN c.refund_amount ELSE 0 END + coalesce(c.linked_amount, 0) END
        + c.adjusted AS our_amount,
      CASE c.kind WHEN 'payment' THEN CASE WHEN c.occurrence = 1 THEN coalesce(fc.amount, 0) ELSE 0 END
        ELSE -CASE WHEN c.refund_status IN ('pending', 'succeeded') THEN coalesce(fr.amount, 0) ELSE 0 END
             - coalesce(fl.amount, 0) END + c.fee_adjusted AS our_fee
    FROM reconciliation_compared c
    LEFT JOIN LATERAL (SELECT * FROM reconciliation_line l WHERE l.tenant = $1 AND l.reconciliation = $2 AND l.n = c.n OFFSET 0) l ON true
    LEFT JOIN reconciliation_fees fc ON fc.posting = c.charge AND c.kind = 'payment'
    LEFT JOIN reconciliation_fees fr ON fr.posting = c.refund
    LEFT JOIN reconciliation_fees fl ON fl.posting = c.linked),
  verdict AS (
    SELECT o.*,
      CASE WHEN o.n IS NULL OR o.our_status IS NOT NULL OR o.status = 'closed' THEN NULL
        WHEN o.kind = 'payment' THEN CASE WHEN o.payment_fits THEN 'take_in_payment' ELSE 'book_suspense' END
        WHEN o.status NOT IN ('succeeded', 'revoked') THEN 'ask_provider'
        WHEN o.charge IS NOT NULL THEN 'post_refund' ELSE 'book_suspense' END AS on_missing,
      CASE WHEN o.n IS NULL OR o.kind = 'payment' OR o.status NOT IN ('succeeded', 'revoked', 'closed') THEN NULL
        WHEN o.our_status = 'pending' THEN 'settle_refund'
        WHEN o.status = 'closed' AND o.our_amount <> 0 THEN 'book_suspense'
        WHEN o.status <> 'closed' AND o.our_status IN ('failed', 'reversed') AND o.our_amount = 0
          THEN CASE WHEN o.charge IS NOT NULL THEN 'post_refund' ELSE 'book_suspense' END END AS on_status,
      o.n IS NOT NULL AND o.our_status IS NOT NULL AND o.status <> 'closed'
        AND (o.our_status NOT IN ('failed', 'reversed') OR o.our_amount <> 0) AS comparable
    FROM ours o),
  measured AS (
    SELECT v.*, comparable AND (our_unit <> v.unit OR our_amount <> amount) AS amount_differs,
      comparable AND fee IS NOT NULL AND our_unit = v.unit AND abs(fee - our_fee) >= m.minor + $5 AS fee_differs,
      CASE WHEN comparable AND fee IS NOT NULL AND our_unit = v.unit AND abs(fee - our_fee) < m.minor + $5
        THEN CASE kind WHEN 'payment' THEN fee - our_fee ELSE our_fee - fee END END AS rounding
    FROM verdict v LEFT JOIN unnest($3::text[], $4::bigint[]) AS m(unit, minor) ON m.unit = v.unit)
  INSERT INTO reconciliation_judged
  SELECT n, coalesce(n, (SELECT coalesce(max(n), -1) FROM reconciliation_compared)
                        + (row_number() OVER (PARTITION BY n IS NULL ORDER BY kind, number))::int),
    kind, number, gateway_order, occurrence, status, unit, amount, fee, coalesce(our_status, payment_status),
    CASE WHEN our_status IS NOT NULL THEN our_unit END, CASE WHEN our_status IS NOT NULL THEN our_amount END,
    CASE WHEN our_status IS NOT NULL AND (comparable OR status = 'closed' OR n IS NULL) THEN our_fee END, payment, charge, refund,
    absent, on_missing, on_status, coalesce(amount_differs, false), coalesce(fee_differs, false), rounding,
    CASE WHEN n IS NULL THEN CASE absent WHEN 'open' THEN 'open' ELSE 'missing_there' END
      WHEN on_missing IS NOT NULL THEN 'missing_here' WHEN on_status IS NOT NULL THEN 'status_differs'
      WHEN amount_differs THEN 'amount_differs' WHEN fee_differs THEN 'fee_differs'
      WHEN our_status = 'pending' THEN 'open' ELSE 'matched' END
  FROM measured`

const WRITE_LINES = `UPDATE reconciliation_line l SET occurrence = j.occurrence, our_status = j.our_status, our_unit = j.our_unit,
    our_amount = j.our_amount, our_fee = j.our_fee, payment = j.payment, charge = j.charge, refund = j.refund, class = j.class
  FROM reconciliation_judged j, LATERAL (SELECT b.ctid FROM reconciliation_line b
    WHERE b.tenant = $1 AND b.reconciliation = $2 AND b.n = j.n OFFSET 0) found
  WHERE l.ctid = found.ctid`

const WRITE_OURS = `INSERT INTO reconciliation_line (tenant, reconciliation, n, gateway, kind, number, gateway_order, occurrence, unit,
    our_status, our_unit, our_amount, our_fee, charge, refund, class)
  SELECT $1, $2, line, $3, kind, number, gateway_order, occurrence, unit, our_status, our_unit, our_amount, our_fee, charge, refund, class
  FROM reconciliation_judged WHERE n IS NULL`

/** One row for each way in which a line differs. An amount in another currency has no computable difference. */
const WRITE_DIFFERENCES = `INSERT INTO reconciliation_difference
    (tenant, reconciliation, n, line, class, correction, alert, unit, amount, fee)
  SELECT $1, $2, row_number() OVER (ORDER BY line, place), line, class, correction, alert, unit, amount, fee FROM (
    SELECT 1 AS place, line, 'missing_here' AS class, on_missing AS correction, false AS alert, unit, amount,
      coalesce(fee, 0) AS fee FROM reconciliation_judged WHERE on_missing IS NOT NULL
    UNION ALL SELECT 1, line, 'missing_there', CASE absent WHEN 'late' THEN 'ask_again' ELSE 'book_suspense' END,
      absent = 'missing', unit, -our_amount, -our_fee FROM reconciliation_judged WHERE absent IN ('late', 'missing')
    UNION ALL SELECT 1, line, 'status_differs', on_status, on_status = 'book_suspense', unit,
      CASE WHEN on_status = 'settle_refund' THEN 0 WHEN status = 'closed' THEN -our_amount ELSE amount END,
      CASE WHEN on_status = 'settle_refund' THEN 0 WHEN status = 'closed' THEN -our_fee ELSE coalesce(fee, 0) END
      FROM reconciliation_judged WHERE on_status IS NOT NULL
    UNION ALL SELECT 2, line, 'amount_differs', CASE WHEN our_unit = unit THEN 'book_suspense' ELSE 'review' END, true, unit,
      CASE WHEN our_unit = unit THEN amount - our_amount ELSE amount END, 0
      FROM reconciliation_judged WHERE amount_differs
    UNION ALL SELECT 3, line, 'fee_differs', 'book_fee', false, unit, 0, fee - our_fee FROM reconciliation_judged WHERE fee_differs
    UNION ALL SELECT 4, NULL, 'fee_differs', 'book_fee', false, j.unit, 0, sum(rounding)::bigint FROM reconciliation_judged j
      JOIN unnest($3::text[], $4::bigint[]) AS m(unit, minor) ON m.unit = j.unit
      WHERE rounding <> 0 GROUP BY j.unit, m.minor HAVING abs(sum(rounding)) >= m.minor
  ) d`

const SUM = `SELECT class, kind, unit, count(*)::int AS count, coalesce(sum(amount), 0)::text AS amount,
    coalesce(sum(fee), 0)::text AS fee, coalesce(sum(our_amount), 0)::text AS "ourAmount", coalesce(sum(our_fee), 0)::text AS "ourFee"
  FROM reconciliation_judged GROUP BY class, kind, unit ORDER BY class, kind, unit`

/** Compares the staged bill, writes the differences, and returns the figures by class in the form stored as JSON. */
export async function compare(tx: TenantQueryable, run: RunRow, options: CompareOptions): Promise<object[]> {
  const { id, gateway, date } = run
  const [before] = await tx.query<{ id: string; dayEnd: Date }>(
    `SELECT id, day_end AS "dayEnd" FROM reconciliation WHERE tenant = $1 AND gateway = $2 AND status = 'completed' AND date < $3
     ORDER BY date DESC LIMIT 1`,
    [tx.tenant, gateway, date],
  )
  await tx.execute(COMPARED)
  await tx.execute(LINES, [tx.tenant, id, gateway, date])
  await tx.execute(SETTLED, [tx.tenant, id])
  const days = [before?.dayEnd ?? run.dayStart, run.dayStart, run.dayEnd, run.timeZone, before?.id ?? null]
  await tx.execute(OURS, [tx.tenant, id, gateway, date, ...days, options.transitDays])
  await tx.execute(STRAYS, [tx.tenant, id, gateway, date])
  await tx.execute('CREATE TEMP TABLE reconciliation_fees (posting uuid, amount bigint) ON COMMIT DROP')
  await tx.execute('ANALYZE reconciliation_compared')
  await tx.execute(FEES, [tx.tenant, `${gateway}/fees`])
  await tx.execute(FEES_OUTSIDE, [tx.tenant])
  await tx.execute('ANALYZE reconciliation_fees')
  await tx.execute(JUDGED)
  const units = [...options.units]
  const minors = [units, units.map(minorUnit)]
  // The temporary tables have no indexes and are joined as a whole. Only here are sequential scans the right plan.
  await tx.execute('SET LOCAL enable_seqscan = on')
  await tx.execute(JUDGE, [tx.tenant, id, ...minors, options.feeTolerance])
  await tx.execute('ANALYZE reconciliation_judged')
  await tx.execute(WRITE_LINES, [tx.tenant, id])
  await tx.execute(WRITE_OURS, [tx.tenant, id, gateway])
  await tx.execute(WRITE_DIFFERENCES, [tx.tenant, id, ...minors])
  const figures = await tx.query(SUM)
  await tx.execute('SET LOCAL enable_seqscan = off')
  return figures
}
