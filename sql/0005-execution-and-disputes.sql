-- Payments and refunds through gateways, and disputes. A refund through a gateway is reserved and posted first, with the
-- payer's part standing on the gateway's clearing account; once the provider says what became of it, it is settled.

ALTER TABLE charge
  -- the configured gateway that carried the payment, and our number of the order there
  ADD COLUMN gateway text,
  ADD COLUMN gateway_order text;
CREATE UNIQUE INDEX charge_order ON charge (tenant, gateway, gateway_order) WHERE gateway IS NOT NULL;

CREATE OR REPLACE FUNCTION guard_charge() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW.tenant, NEW.id, NEW.batch, NEW.line, NEW.product, NEW.payer, NEW.unit, NEW.captured, NEW.kept,
       NEW.effective_at, NEW.recorded_at, NEW.rate_card, NEW.contract, NEW.revenue, NEW.cost, NEW.gateway, NEW.gateway_order)
     IS NOT DISTINCT FROM (OLD.tenant, OLD.id, OLD.batch, OLD.line, OLD.product, OLD.payer,
       OLD.unit, OLD.captured, OLD.kept, OLD.effective_at, OLD.recorded_at, OLD.rate_card, OLD.contract, OLD.revenue, OLD.cost,
       OLD.gateway, OLD.gateway_order)
     AND NEW.draft = OLD.draft AND NEW.event IS NOT DISTINCT FROM OLD.event THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'charge: % refused', TG_OP USING ERRCODE = 'restrict_violation';
END $$;

ALTER TABLE refund DROP CONSTRAINT refund_status_check;
ALTER TABLE refund
  ADD CONSTRAINT refund_status CHECK (status IN ('pending', 'succeeded', 'failed', 'reversed')),
  ADD COLUMN kind text NOT NULL DEFAULT 'refund' CHECK (kind IN ('refund', 'chargeback')),
  -- the gateway that carries it to the payer; null: it was given back at once
  ADD COLUMN gateway text,
  ADD COLUMN dispute uuid,
  -- when it stopped being pending (or was reversed), in which batch, and why where it failed
  ADD COLUMN settled_at timestamptz,
  ADD COLUMN settled_batch bigint,
  ADD COLUMN failure text;
CREATE INDEX refund_pending ON refund (tenant, id) WHERE status = 'pending';

-- What was refunded stays as it was; it is settled once, and a chargeback that is won later is reversed once.
DROP TRIGGER refund_append_only ON refund;
CREATE FUNCTION guard_refund() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE'
     AND ((OLD.status = 'pending' AND NEW.status IN ('succeeded', 'failed'))
       OR (OLD.status = 'succeeded' AND OLD.kind = 'chargeback' AND NEW.status = 'reversed'))
     AND (NEW.tenant, NEW.id, NEW.charge, NEW.batch, NEW.unit, NEW.amount, NEW.reason, NEW.reference, NEW.idempotency_key,
       NEW.fingerprint, NEW.effective_at, NEW.recorded_at, NEW.plan, NEW.kind, NEW.gateway, NEW.dispute)
     IS NOT DISTINCT FROM (OLD.tenant, OLD.id, OLD.charge, OLD.batch, OLD.unit, OLD.amount, OLD.reason, OLD.reference,
       OLD.idempotency_key, OLD.fingerprint, OLD.effective_at, OLD.recorded_at, OLD.plan, OLD.kind, OLD.gateway, OLD.dispute) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'refund: % refused', TG_OP USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER refund_guard BEFORE UPDATE OR DELETE ON refund FOR EACH ROW EXECUTE FUNCTION guard_refund();

-- A payment provider as a tenant uses it.
CREATE TABLE gateway (
  tenant      integer NOT NULL,
  id          uuid NOT NULL,
  -- what charges name it by
  name        text NOT NULL,
  -- which program speaks to it: sandbox, wechatpay
  kind        text NOT NULL,
  -- sealed JSON (src/seal.ts)
  settings    bytea NOT NULL,
  -- the secret part of the address that the provider notifies
  notify_token text NOT NULL,
  enabled     boolean NOT NULL DEFAULT true,
  created_at  timestamptz NOT NULL DEFAULT now(),
  updated_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant, id),
  UNIQUE (tenant, name)
);

-- A payment through a gateway: an order that the payer pays, and the charge that comes of it.
CREATE TABLE payment (
  tenant      integer NOT NULL,
  id          uuid NOT NULL,
  gateway     text NOT NULL,
  -- created: not known to be at the provider; open: the payer can pay; paid: he has, and it isn't charged yet; charged;
  -- closed: it ended unpaid; failed: the provider refused it
  status      text NOT NULL DEFAULT 'created' CHECK (status IN ('created', 'open', 'paid', 'charged', 'closed', 'failed')),
  -- what is charged once it is paid
  quote       uuid NOT NULL,
  unit        text NOT NULL,
  amount      bigint NOT NULL CHECK (amount > 0),
  description text NOT NULL,
  method      json NOT NULL,
  -- what the payer's device needs
  handle      json,
  reference   text,
  provider_number text,
  paid_at     timestamptz,
  charge      uuid,
  -- why the provider refused it, or why what was paid could not be charged: a code
  failure     text,
  expires_at  timestamptz NOT NULL,
  idempotency_key text,
  fingerprint bytea,
  created_at  timestamptz NOT NULL DEFAULT now(),
  updated_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant, id)
);
CREATE UNIQUE INDEX payment_idempotency ON payment (tenant, idempotency_key) WHERE idempotency_key IS NOT NULL;
CREATE INDEX payment_waiting ON payment (tenant, id) WHERE status IN ('created', 'open', 'paid');

-- What the provider was asked for a refund, and what it last said.
CREATE TABLE gateway_refund (
  tenant      integer NOT NULL,
  refund      uuid NOT NULL,
  gateway     text NOT NULL,
  -- our number there: the same on every retry
  number      text NOT NULL,
  gateway_order text NOT NULL,
  -- micros: the order, and what of it goes back
  total       bigint NOT NULL CHECK (total > 0),
  amount      bigint NOT NULL CHECK (amount > 0),
  unit        text NOT NULL,
  -- queued: not asked yet; unknown: asked, no answer; processing: accepted; abnormal: waits for somebody's decision
  status      text NOT NULL DEFAULT 'queued'
              CHECK (status IN ('queued', 'unknown', 'processing', 'abnormal', 'succeeded', 'closed', 'refused')),
  provider_number text,
  calls       integer NOT NULL DEFAULT 0,
  -- the provider's last word where it wasn't a state: code and message
  last_code   text,
  last_message text,
  created_at  timestamptz NOT NULL DEFAULT now(),
  updated_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant, refund)
);
CREATE UNIQUE INDEX gateway_refund_number ON gateway_refund (tenant, gateway, number);

-- A payer's bank takes a payment back, or tries to. What of it could still be given back is reserved while it is open.
CREATE TABLE dispute (
  tenant      integer NOT NULL,
  id          uuid NOT NULL,
  charge      uuid NOT NULL,
  unit        text NOT NULL,
  amount      bigint NOT NULL CHECK (amount > 0),
  -- the part that was still refundable: the rest was given back already, and is never taken from the payees again
  reserved    bigint NOT NULL CHECK (reserved BETWEEN 0 AND amount),
  status      text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'won', 'lost')),
  lost        bigint NOT NULL DEFAULT 0 CHECK (lost BETWEEN 0 AND amount),
  reason      text,
  -- the provider's number of it
  reference   text,
  -- the chargeback that its loss was booked as
  refund      uuid,
  answer_by   timestamptz,
  idempotency_key text,
  fingerprint bytea,
  opened_at   timestamptz NOT NULL DEFAULT now(),
  resolved_at timestamptz,
  PRIMARY KEY (tenant, id)
);
CREATE UNIQUE INDEX dispute_idempotency ON dispute (tenant, idempotency_key) WHERE idempotency_key IS NOT NULL;
CREATE INDEX dispute_charge ON dispute (tenant, charge, id);

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['gateway', 'payment', 'gateway_refund', 'dispute'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant_only ON %I USING (tenant = (SELECT current_tenant()))', name);
  END LOOP;
END $$;
