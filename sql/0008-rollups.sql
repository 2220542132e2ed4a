-- Rollups: sums that reports are made of, kept in the transaction that moves the money (docs/decisions/0013-rollups.md).

-- What one batch adds: appended, never updated, so that batches of any number of processes don't wait for each other.
CREATE TABLE rollup_delta (
  tenant      integer NOT NULL,
  id          bigint GENERATED ALWAYS AS IDENTITY,
  -- of the effective time, in the tenant's time zone
  day         date NOT NULL,
  line        text NOT NULL,
  product     text NOT NULL,
  unit        text NOT NULL,
  -- side by side: what was counted, the part of it ('' where it has none), and how much (micros where it is money)
  measures    text[] NOT NULL,
  parts       text[] NOT NULL,
  amounts     numeric[] NOT NULL,
  -- who paid, each once; and those of them who paid more than once
  payers      text[] NOT NULL,
  again       text[] NOT NULL,
  PRIMARY KEY (tenant, id)
) WITH (toast_tuple_target = 8160);
ALTER TABLE rollup_delta ALTER COLUMN payers SET STORAGE EXTERNAL;

-- Deltas folded together, by one process at a time (src/rollups/fold.ts). Numeric: a sum for a report is never too large.
CREATE TABLE rollup (
  tenant      integer NOT NULL,
  line        text NOT NULL,
  -- each sum is kept twice, by day and by month: a year is read as twelve months, and only what sticks out as days
  span        text NOT NULL CHECK (span IN ('day', 'month')),
  -- the first one of it
  day         date NOT NULL,
  product     text NOT NULL,
  unit        text NOT NULL,
  measure     text NOT NULL,
  part        text NOT NULL,
  amount      numeric NOT NULL,
  PRIMARY KEY (tenant, line, span, day, product, unit, measure, part)
) WITH (fillfactor = 70);

-- Who paid in a month: for a product, and for any (line and product are '').
CREATE TABLE rollup_payer (
  tenant      integer NOT NULL,
  month       date NOT NULL,
  line        text NOT NULL,
  product     text NOT NULL,
  payer       text NOT NULL,
  -- more than once
  again       boolean NOT NULL,
  PRIMARY KEY (tenant, month, line, product, payer)
) WITH (fillfactor = 90);

-- Stretches of days that customers bought: a term is renewed when another goes on from its end.
CREATE TABLE rollup_term (
  tenant      integer NOT NULL,
  charge      uuid NOT NULL,
  line        text NOT NULL,
  product     text NOT NULL,
  payer       text NOT NULL,
  starts      date NOT NULL,
  -- the first day after it
  ends        date NOT NULL,
  -- given back whole: as if it had not been sold
  void        boolean NOT NULL DEFAULT false,
  PRIMARY KEY (tenant, charge)
);
CREATE INDEX rollup_term_due ON rollup_term (tenant, line, ends);

-- How many people used the platform in a month, paying or not: told by the platform.
CREATE TABLE active_users (
  tenant      integer NOT NULL,
  month       date NOT NULL CHECK (extract(day FROM month) = 1),
  users       bigint NOT NULL CHECK (users >= 0),
  updated_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant, month)
);

-- Tenants whose charges are older than these tables: a server rebuilds theirs once.
CREATE TABLE rollup_rebuild (
  tenant      integer PRIMARY KEY
);
INSERT INTO rollup_rebuild SELECT id FROM tenant;

-- Days are counted in the tenant's zone when they are written: the zone of a tenant stays what it is.
CREATE FUNCTION refuse_time_zone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the time zone of a tenant never changes: its reports and billing days are counted in it'
    USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER tenant_time_zone BEFORE UPDATE OF time_zone ON tenant FOR EACH ROW
  WHEN (NEW.time_zone IS DISTINCT FROM OLD.time_zone) EXECUTE FUNCTION refuse_time_zone();

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['rollup_delta', 'rollup', 'rollup_payer', 'rollup_term', 'active_users', 'rollup_rebuild'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant_only ON %I USING (tenant = (SELECT current_tenant()))', name);
  END LOOP;
END $$;
