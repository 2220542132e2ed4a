/** References for the engine: the same books kept with simpler methods, on the same server. */
import { randomUUID } from 'node:crypto'
import { type Database, openDatabase, prepared } from '../../src/db/connect.ts'
import { type Measure, repeat } from './measure.ts'
import { MERCHANTS, type Spread } from './shop.ts'

/** Rows per insert: the transfers of 400 charges. */
const ROWS = 1_600
const CONNECTIONS = 16

const SCHEMA = `
  CREATE SCHEMA reference;
  CREATE TABLE reference.account (id bigint PRIMARY KEY, balance bigint NOT NULL DEFAULT 0) WITH (fillfactor = 60);
  INSERT INTO reference.account SELECT n FROM generate_series(1, ${2 * MERCHANTS + 10}) n;
  CREATE TABLE reference.transfer (
    tenant integer NOT NULL, batch bigint NOT NULL, n integer NOT NULL, posting uuid NOT NULL, component smallint,
    debit bigint NOT NULL, credit bigint NOT NULL CHECK (credit <> debit), amount bigint NOT NULL CHECK (amount > 0),
    kind text NOT NULL, effective_at timestamptz NOT NULL, recorded_at timestamptz NOT NULL,
    PRIMARY KEY (tenant, batch, n));
  CREATE INDEX ON reference.transfer (tenant, debit, batch);
  CREATE INDEX ON reference.transfer (tenant, credit, batch);
  CREATE TABLE reference.charge (id uuid PRIMARY KEY, key text UNIQUE, amount bigint NOT NULL);
  CREATE SEQUENCE reference.batch;
  CREATE FUNCTION reference.move(p_posting uuid, p_debit bigint, p_credit bigint, p_amount bigint, p_kind text) RETURNS void
  LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM 1 FROM reference.account WHERE id IN (p_debit, p_credit) ORDER BY id FOR UPDATE;
    INSERT INTO reference.transfer VALUES (1, nextval('reference.batch'), 0, p_posting, 0, p_debit, p_credit, p_amount, p_kind, now(), now());
    UPDATE reference.account SET balance = balance - p_amount WHERE id = p_debit;
    UPDATE reference.account SET balance = balance + p_amount WHERE id = p_credit;
  END $$;`

const REVENUE = 2 * MERCHANTS + 1
const COST = REVENUE + 1
const FEES = REVENUE + 2
const CAMPAIGN = REVENUE + 3

let serial = 0

/**
 * Returns the transfers of the n-th charge: payer → merchant, merchant → revenue, cost → channel, campaign → merchant.
 */
function transfersOf(n: number, spread: Spread): [debit: number, credit: number, amount: number, kind: string][] {
  const payer = 1 + ((n * 7919) % MERCHANTS)
  const merchant = MERCHANTS + 1 + (spread === 'hot' ? 0 : (n * 6367) % MERCHANTS)
  return [
    [payer, merchant, 100_000_000, 'principal'],
    [merchant, REVENUE, 600_000, 'fee'],
    [COST, FEES, 210_000, 'cost'],
    [CAMPAIGN, merchant, 120_000, 'reward'],
  ]
}

const LOCK = prepared('SELECT 1 FROM reference.account WHERE id = ANY ($1::bigint[]) ORDER BY id FOR UPDATE')
const INSERT = `INSERT INTO reference.transfer SELECT 1, $1, n - 1, posting, 0, debit, credit, amount, kind, now(), now()
  FROM unnest($2::uuid[], $3::bigint[], $4::bigint[], $5::bigint[], $6::text[]) WITH ORDINALITY AS t(posting, debit, credit, amount, kind, n)`
const UPDATE = prepared(`UPDATE reference.account a SET balance = balance + d.delta
  FROM (SELECT id, sum(delta) AS delta FROM unnest($1::bigint[], $2::bigint[]) AS t(id, delta) GROUP BY id) d WHERE a.id = d.id`)
const CHARGE = prepared('INSERT INTO reference.charge VALUES ($1, $2, $3)')
const MOVE = prepared('SELECT reference.move($1, $2, $3, $4, $5)')
const INSERT_MANY = prepared(INSERT)

export async function makeReferences(url: string) {
  const database = openDatabase(url, { max: CONNECTIONS })
  await database.system.query(SCHEMA)
  await database.system.query('ANALYZE reference.account')
  return {
    insert: (seconds: number) => bareInsert(database, seconds),
    perCharge: (spread: Spread, seconds: number) => onePerCharge(database, spread, seconds),
    perTransfer: (spread: Spread, seconds: number) => onePerTransfer(database, spread, seconds),
  }
}

async function bareInsert(database: Database, seconds: number): Promise<Measure> {
  const transfers = await repeat(1, seconds, async () => {
    const rows = Array.from({ length: ROWS / 4 }, () => transfersOf(serial++, 'uniform')).flat()
    await database.system.query(INSERT_MANY, columns(randomUUID(), rows))
    return ROWS
  })
  return { charges: transfers / 4, transfers }
}

const accountsOf = (rows: ReturnType<typeof transfersOf>) => rows.flatMap((row) => [row[0], row[1]])

let batch = 1_000_000_000
const columns = (posting: string, rows: ReturnType<typeof transfersOf>) => [
  batch++,
  rows.map(() => posting),
  rows.map(([debit]) => debit),
  rows.map(([, credit]) => credit),
  rows.map(([, , amount]) => amount),
  rows.map(([, , , kind]) => kind),
]

async function onePerCharge(database: Database, spread: Spread, seconds: number): Promise<Measure> {
  const charges = await repeat(CONNECTIONS, seconds, async () => {
    const rows = transfersOf(serial++, spread)
    const id = randomUUID()
    await database.system.transaction(async (tx) => {
      await tx.query(LOCK, [accountsOf(rows)])
      await tx.query(CHARGE, [id, id, 100_000_000])
      await tx.query(INSERT_MANY, columns(id, rows))
      await tx.query(UPDATE, [accountsOf(rows), rows.flatMap(([, , amount]) => [-amount, amount])])
    })
    return 1
  })
  return { charges, transfers: charges * 4 }
}

async function onePerTransfer(database: Database, spread: Spread, seconds: number): Promise<Measure> {
  const transfers = await repeat(CONNECTIONS, seconds, async () => {
    const id = randomUUID()
    for (const [debit, credit, amount, kind] of transfersOf(serial++, spread)) {
      await database.system.query(MOVE, [id, debit, credit, amount, kind])
    }
    return 4
  })
  return { charges: transfers / 4, transfers }
}
