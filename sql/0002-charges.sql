-- Rate cards, quotes, charges and refunds.

CREATE TABLE rate_card (
  tenant      integer NOT NULL,
  version     integer NOT NULL CHECK (version > 0),
  effective_at timestamptz NOT NULL,
  -- prices by product, as the lines define them (src/catalog/card.ts)
  card        json NOT NULL,
  created_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant, version)
);

CREATE TABLE quote (
  tenant      integer NOT NULL,
  id          uuid NOT NULL,
  -- the priced charge as it would be posted
  draft       json NOT NULL,
  expires_at  timestamptz NOT NULL,
  created_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant, id)
);

CREATE TABLE charge (
  tenant      integer NOT NULL,
  -- UUIDv7: sorts by the time it was made
  id          uuid NOT NULL,
  batch       bigint NOT NULL,
  line        text NOT NULL,
  product     text NOT NULL,
  payer       text NOT NULL,
  payee       text,
  unit        text NOT NULL,
  -- micros of unit: what the payer paid; the part of it that never comes back; and where the rest stands
  captured    bigint NOT NULL CHECK (captured >= 0),
  kept        bigint NOT NULL DEFAULT 0 CHECK (kept >= 0),
  refunded    bigint NOT NULL DEFAULT 0 CHECK (refunded >= 0),
  pending     bigint NOT NULL DEFAULT 0 CHECK (pending >= 0),
  disputed    bigint NOT NULL DEFAULT 0 CHECK (disputed >= 0),
  refunds     integer NOT NULL DEFAULT 0,
  last_refund_at timestamptz,
  -- by component, in the order of the draft: what has been given back; by item: how many. Null until the first refund.
  returned    bigint[],
  returned_quantity bigint[],
  reference   text,
  idempotency_key text,
  fingerprint bytea,
  quote       uuid,
  effective_at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  -- items, components, steps, refund policy and rates as they were frozen (src/charges/draft.ts): JSON, kept as text
  -- because the program writes and reads it whole and parsing it on the way in is cost for nothing
  draft       text NOT NULL,
  PRIMARY KEY (tenant, id),
  CONSTRAINT charge_refundable CHECK (kept + refunded + pending + disputed <= captured)
) WITH (fillfactor = 90, toast_tuple_target = 4080);
-- Two kilobytes of draft stay in the row, uncompressed: putting them aside or compressing them costs more than it saves.
ALTER TABLE charge ALTER COLUMN draft SET STORAGE EXTERNAL;
CREATE UNIQUE INDEX charge_idempotency ON charge (tenant, idempotency_key) WHERE idempotency_key IS NOT NULL;
CREATE UNIQUE INDEX charge_quote ON charge (tenant, quote) WHERE quote IS NOT NULL;
CREATE INDEX charge_reference ON charge (tenant, reference) WHERE reference IS NOT NULL;
CREATE INDEX charge_payer ON charge (tenant, payer, id);
CREATE INDEX charge_payee ON charge (tenant, payee, id);

CREATE TABLE refund (
  tenant      integer NOT NULL,
  id          uuid NOT NULL,
  charge      uuid NOT NULL,
  batch       bigint NOT NULL,
  unit        text NOT NULL,
  amount      bigint NOT NULL CHECK (amount > 0),
  status      text NOT NULL CHECK (status IN ('succeeded')),
  reason      text,
  reference   text,
  idempotency_key text,
  fingerprint bytea,
  effective_at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  -- who gave back what, as previewed and executed (src/charges/refund.ts): JSON, as above
  plan        text NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE UNIQUE INDEX refund_idempotency ON refund (tenant, idempotency_key) WHERE idempotency_key IS NOT NULL;
CREATE INDEX refund_charge ON refund (tenant, charge, id);
CREATE INDEX refund_reference ON refund (tenant, reference) WHERE reference IS NOT NULL;

-- What was charged stays as it was; only where the money stands may move.
CREATE FUNCTION guard_charge() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW.tenant, NEW.id, NEW.batch, NEW.line, NEW.product, NEW.payer, NEW.unit, NEW.captured, NEW.kept,
       NEW.effective_at, NEW.recorded_at) IS NOT DISTINCT FROM (OLD.tenant, OLD.id, OLD.batch, OLD.line, OLD.product, OLD.payer,
       OLD.unit, OLD.captured, OLD.kept, OLD.effective_at, OLD.recorded_at)
     AND NEW.draft = OLD.draft THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'charge: % refused', TG_OP USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER charge_guard BEFORE UPDATE OR DELETE ON charge FOR EACH ROW EXECUTE FUNCTION guard_charge();
CREATE TRIGGER refund_append_only BEFORE UPDATE OR DELETE ON refund FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER rate_card_append_only BEFORE UPDATE OR DELETE ON rate_card FOR EACH ROW EXECUTE FUNCTION refuse_change();

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['rate_card', 'quote', 'charge', 'refund'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant_only ON %I USING (tenant = (SELECT current_tenant()))', name);
  END LOOP;
END $$;
