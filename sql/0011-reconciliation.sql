-- A provider's daily bill held against our books: runs, the lines of both sides, what differs, and what was corrected.

-- How a gateway is reconciled; without a row: the defaults below, and not by itself.
CREATE TABLE reconciliation_setting (
  tenant      integer NOT NULL,
  gateway     text NOT NULL,
  -- whether a run is started each day
  enabled     boolean NOT NULL DEFAULT false,
  -- from when on a day's bill is asked for, on the day after, in the provider's zone
  ready_at    text NOT NULL DEFAULT '10:30' CHECK (ready_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  -- micros, whatever the currency: by how much a fee may differ beyond rounding
  fee_tolerance bigint NOT NULL DEFAULT 0 CHECK (fee_tolerance >= 0),
  -- micros, whatever the currency: corrections above it need somebody else than who started the run; null: never
  two_people_above bigint DEFAULT 1000000000 CHECK (two_people_above >= 0),
  -- how many days a refund that the provider has not ended may be missing on its bills before it is a difference
  transit_days integer NOT NULL DEFAULT 1 CHECK (transit_days BETWEEN 1 AND 30),
  updated_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant, gateway)
);

CREATE TABLE reconciliation (
  tenant      integer NOT NULL,
  -- UUIDv7: sorts by the time it was made
  id          uuid NOT NULL,
  gateway     text NOT NULL,
  -- the provider's day, its zone, and when it began and ended
  date        date NOT NULL,
  time_zone   text NOT NULL,
  day_start   timestamptz NOT NULL,
  day_end     timestamptz NOT NULL,
  source      text NOT NULL CHECK (source IN ('download', 'upload')),
  -- superseded: a later run of the same day counts instead
  status      text NOT NULL DEFAULT 'running' CHECK (status IN ('running', 'completed', 'failed', 'superseded')),
  started_by  text NOT NULL,
  started_at  timestamptz NOT NULL DEFAULT date_trunc('milliseconds', clock_timestamp()),
  -- last sign of life while it is running
  updated_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  finished_at timestamptz,
  -- of the bill, read so far
  lines       bigint NOT NULL DEFAULT 0,
  failure     text,
  failure_message text,
  -- the run of the same day that this one took the place of, and what is different: differences new, and no longer there
  previous    uuid,
  appeared    integer,
  gone        integer,
  -- counts and sums by class, kind and unit, as they were found (src/settlement/reconciliation/record.ts)
  classes     json,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX reconciliation_day ON reconciliation (tenant, gateway, date) WHERE status = 'completed';
CREATE UNIQUE INDEX reconciliation_running ON reconciliation (tenant, gateway, date) WHERE status = 'running';

-- A line of the bill with what we have of it; or, without the bill's side, something of ours that should be on it.
CREATE TABLE reconciliation_line (
  tenant      integer NOT NULL,
  reconciliation uuid NOT NULL,
  -- place in the bill; what is only ours comes after it
  n           integer NOT NULL,
  gateway     text NOT NULL,
  kind        text NOT NULL CHECK (kind IN ('payment', 'refund')),
  number      text NOT NULL,
  gateway_order text NOT NULL,
  -- which of several lines with this number it is, earlier bills counted
  occurrence  integer NOT NULL DEFAULT 1,
  -- the bill's side; null: not on it. Amounts are micros of unit.
  status      text,
  provider_number text,
  unit        text NOT NULL,
  amount      bigint,
  fee         bigint,
  at          timestamptz,
  -- our side, corrections counted in
  our_status  text,
  our_unit    text,
  our_amount  bigint,
  our_fee     bigint,
  payment     uuid,
  charge      uuid,
  refund      uuid,
  -- null while the bill is still being read
  class       text CHECK (class IN ('matched', 'open', 'missing_there', 'missing_here', 'amount_differs', 'fee_differs',
                'status_differs')),
  PRIMARY KEY (tenant, reconciliation, n)
) WITH (fillfactor = 50); -- each line is written twice: as it is read, and compared; without indexes on what changes, in place
CREATE INDEX reconciliation_line_number ON reconciliation_line (tenant, gateway, kind, number);

CREATE TABLE reconciliation_difference (
  tenant      integer NOT NULL,
  reconciliation uuid NOT NULL,
  n           integer NOT NULL,
  -- null: the roundings of all fees of the day together
  line        integer,
  class       text NOT NULL,
  -- what is proposed (src/settlement/reconciliation/correction.ts)
  correction  text NOT NULL CHECK (correction IN ('take_in_payment', 'post_refund', 'ask_provider', 'settle_refund',
                'ask_again', 'book_suspense', 'book_fee', 'review')),
  -- somebody should look at it today
  alert       boolean NOT NULL DEFAULT false,
  -- micros of unit: what the provider has more than we, as the bill signs it: paid in, fee kept; given back, fee returned
  unit        text NOT NULL,
  amount      bigint NOT NULL,
  fee         bigint NOT NULL,
  status      text NOT NULL DEFAULT 'proposed' CHECK (status IN ('proposed', 'executing', 'done', 'declined')),
  decided_by  text,
  decided_at  timestamptz,
  note        text,
  -- code of what the last try ran into
  failure     text,
  journal     uuid,
  charge      uuid,
  refund      uuid,
  PRIMARY KEY (tenant, reconciliation, n)
);

-- What was corrected of a line's number: from then on part of our side, in every run.
CREATE TABLE reconciliation_adjustment (
  tenant      integer NOT NULL,
  reconciliation uuid NOT NULL,
  difference  integer NOT NULL,
  gateway     text NOT NULL,
  kind        text NOT NULL,
  number      text NOT NULL,
  occurrence  integer NOT NULL,
  amount      bigint NOT NULL DEFAULT 0,
  fee         bigint NOT NULL DEFAULT 0,
  -- a refund of ours that stands for the provider's
  refund      uuid,
  -- when the provider was to be asked again
  asked_at    timestamptz,
  PRIMARY KEY (tenant, reconciliation, difference, number, kind, occurrence)
);
CREATE INDEX reconciliation_adjustment_number ON reconciliation_adjustment (tenant, gateway, kind, number);
CREATE TRIGGER reconciliation_adjustment_append_only BEFORE UPDATE OR DELETE ON reconciliation_adjustment
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- What of ours a day's bill should show.
CREATE INDEX charge_gateway_time ON charge (tenant, gateway, effective_at) WHERE gateway IS NOT NULL;
CREATE INDEX payment_gateway_time ON payment (tenant, gateway, (coalesce(paid_at, created_at))) WHERE charge IS NOT NULL;
CREATE INDEX gateway_refund_time ON gateway_refund (tenant, gateway, created_at);

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['reconciliation_setting', 'reconciliation', 'reconciliation_line', 'reconciliation_difference',
    'reconciliation_adjustment'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant_only ON %I USING (tenant = (SELECT current_tenant()))', name);
  END LOOP;
END $$;
