-- Refund requests, claims of gifts, and bulk refunds.

CREATE TABLE refund_request (
  tenant      integer NOT NULL,
  -- UUIDv7: sorts by the time it was asked
  id          uuid NOT NULL,
  charge      uuid NOT NULL,
  -- of the charge, for lists
  line        text NOT NULL,
  product     text NOT NULL,
  payer       text NOT NULL,
  payee       text,
  unit        text NOT NULL,
  -- requested: waits for approvals; needs-evidence: waits for something to be shown or stated; approved: is executed when its
  -- time comes; executing: the refund is being made, or a gateway has it
  status      text NOT NULL CHECK (status IN
              ('requested', 'needs-evidence', 'approved', 'declined', 'executing', 'done', 'failed', 'withdrawn')),
  -- in what role it was asked, by whom, and on behalf of which party (that party sees it)
  asker       text NOT NULL,
  asked_by    text NOT NULL,
  party       text,
  reason      text NOT NULL,
  -- JSON that only the program reads: what is asked, what is known of the use, the rate of the day, the decision of policy
  ask         text NOT NULL,
  use         text,
  rate        text,
  decision    text NOT NULL,
  -- what is given back as it was approved (ask, policy, exchange, rate): frozen, so that a retry is the same refund
  execution   text,
  note        text,
  reference   text,
  -- kinds of evidence that are there
  evidence    text[] NOT NULL DEFAULT '{}',
  -- micros of unit: what it gives the payer by the latest decision
  amount      bigint NOT NULL CHECK (amount >= 0),
  not_before  timestamptz,
  -- who approved (actors), of the preview with this hash
  approved_by text[] NOT NULL DEFAULT '{}',
  approved_hash text,
  -- who declined: a code, a text, and who, for the second look by another person
  decline_code text,
  decline_text text,
  declined_by text,
  appealed    boolean NOT NULL DEFAULT false,
  -- the person who looks after it, and when it is to be answered
  assignee    uuid,
  due_at      timestamptz NOT NULL,
  reminded_at timestamptz,
  refund      uuid,
  failure     text,
  -- how many events it has: the number of the last
  events      integer NOT NULL DEFAULT 0,
  idempotency_key text,
  fingerprint bytea,
  asked_at    timestamptz NOT NULL,
  updated_at  timestamptz NOT NULL,
  closed_at   timestamptz,
  PRIMARY KEY (tenant, id)
);
CREATE UNIQUE INDEX refund_request_idempotency ON refund_request (tenant, idempotency_key) WHERE idempotency_key IS NOT NULL;
CREATE INDEX refund_request_charge ON refund_request (tenant, charge, id);
CREATE INDEX refund_request_party ON refund_request (tenant, party, id) WHERE party IS NOT NULL;
CREATE INDEX refund_request_status ON refund_request (tenant, status, id);
CREATE INDEX refund_request_assignee ON refund_request (tenant, assignee, id) WHERE assignee IS NOT NULL;

-- Everything that happened to a request: its audit trail.
CREATE TABLE refund_request_event (
  tenant      integer NOT NULL,
  request     uuid NOT NULL,
  number      integer NOT NULL CHECK (number > 0),
  at          timestamptz NOT NULL,
  actor       text NOT NULL,
  type        text NOT NULL,
  -- status before and after; the same where it did not change
  from_status text,
  to_status   text NOT NULL,
  detail      text NOT NULL,
  PRIMARY KEY (tenant, request, number)
);
CREATE TRIGGER refund_request_event_append_only BEFORE UPDATE OR DELETE ON refund_request_event
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- What was asked stays as it was.
CREATE FUNCTION guard_refund_request() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW.tenant, NEW.id, NEW.charge, NEW.asker, NEW.asked_by, NEW.party, NEW.reason, NEW.ask, NEW.asked_at,
       NEW.idempotency_key, NEW.fingerprint)
     IS NOT DISTINCT FROM (OLD.tenant, OLD.id, OLD.charge, OLD.asker, OLD.asked_by, OLD.party, OLD.reason, OLD.ask, OLD.asked_at,
       OLD.idempotency_key, OLD.fingerprint)
     AND (OLD.refund IS NULL OR NEW.refund = OLD.refund) AND NEW.events >= OLD.events
     AND (OLD.status NOT IN ('done', 'withdrawn') OR NEW.status = OLD.status) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'refund_request: % refused', TG_OP USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER refund_request_guard BEFORE UPDATE OR DELETE ON refund_request
  FOR EACH ROW EXECUTE FUNCTION guard_refund_request();

-- How a tenant wants requests handled; without a row, the program's own figures.
CREATE TABLE refund_request_settings (
  tenant      integer PRIMARY KEY,
  -- days in which a request is to be answered
  answer_days integer NOT NULL CHECK (answer_days BETWEEN 1 AND 90),
  -- micros of a main unit of any currency: a bulk refund above it is approved by two people
  bulk_two_people_above bigint NOT NULL CHECK (bulk_two_people_above >= 0)
);

-- Charges with gifts: what nobody claims goes back by itself. A row is written with its charge; the time of return, which
-- the charge's policy says, is worked out by the program soon after.
CREATE TABLE gift (
  tenant      integer NOT NULL,
  charge      uuid NOT NULL,
  -- new: not looked at yet; open: can be claimed, and goes back at returns_at if that is set; closed: the time is over
  status      text NOT NULL DEFAULT 'new' CHECK (status IN ('new', 'open', 'closed')),
  returns_at  timestamptz,
  closed_at   timestamptz,
  PRIMARY KEY (tenant, charge)
);
CREATE INDEX gift_new ON gift (tenant, charge) WHERE status = 'new';
CREATE INDEX gift_returns ON gift (tenant, returns_at) WHERE status = 'open';

CREATE FUNCTION note_gift() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO gift (tenant, charge) VALUES (NEW.tenant, NEW.id);
  RETURN NULL;
END $$;
-- The draft writes a gift as "gift":true and nothing else like it: texts have their quotes escaped.
CREATE TRIGGER charge_gift AFTER INSERT ON charge FOR EACH ROW
  WHEN (strpos(NEW.draft, '"gift":true') > 0) EXECUTE FUNCTION note_gift();

CREATE TABLE claim (
  tenant      integer NOT NULL,
  id          uuid NOT NULL,
  charge      uuid NOT NULL,
  item        text NOT NULL,
  quantity    bigint NOT NULL CHECK (quantity > 0),
  reference   text,
  claimed_at  timestamptz NOT NULL,
  idempotency_key text,
  fingerprint bytea,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX claim_charge ON claim (tenant, charge, item);
CREATE UNIQUE INDEX claim_idempotency ON claim (tenant, idempotency_key) WHERE idempotency_key IS NOT NULL;
CREATE TRIGGER claim_append_only BEFORE UPDATE OR DELETE ON claim FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE bulk_refund (
  tenant      integer NOT NULL,
  id          uuid NOT NULL,
  -- collecting: rows are taken in, or the filter is run; previewing: every row is looked at; ready: waits for approvals
  status      text NOT NULL CHECK (status IN
              ('collecting', 'previewing', 'ready', 'approved', 'running', 'paused', 'done', 'cancelled', 'failed')),
  -- JSON; null: a list
  filter      text,
  reason      text NOT NULL,
  evidence    text[] NOT NULL DEFAULT '{}',
  reference   text,
  note        text,
  created_by  text NOT NULL,
  -- how many rows there are, and have been looked at; of these so many can be given back, are refused, were given back, failed
  total       integer NOT NULL DEFAULT 0,
  looked      integer NOT NULL DEFAULT 0,
  ready       integer NOT NULL DEFAULT 0,
  refused     integer NOT NULL DEFAULT 0,
  refunded    integer NOT NULL DEFAULT 0,
  failed      integer NOT NULL DEFAULT 0,
  -- where the filter or the look has got to: a charge, and the number of a row of it
  at_charge   uuid,
  at_number   integer,
  -- the preview in sum (JSON), and its name: a hash over every row
  preview     text,
  hash        text,
  -- how many people must approve, and who has
  approvals   smallint,
  approved_by text[] NOT NULL DEFAULT '{}',
  failure     text,
  idempotency_key text,
  fingerprint bytea,
  created_at  timestamptz NOT NULL,
  updated_at  timestamptz NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE UNIQUE INDEX bulk_refund_idempotency ON bulk_refund (tenant, idempotency_key) WHERE idempotency_key IS NOT NULL;

CREATE TABLE bulk_refund_row (
  tenant      integer NOT NULL,
  bulk        uuid NOT NULL,
  number      integer NOT NULL CHECK (number > 0),
  -- as it was given: the charge, or our caller's reference of it; micros of unit, or all that may come back
  charge      uuid,
  reference   text,
  asked       bigint,
  asked_unit  text,
  status      text NOT NULL DEFAULT 'new' CHECK (status IN ('new', 'ready', 'refused', 'refunded', 'failed')),
  -- micros of unit: what it gives the payer by the preview, then what it gave
  amount      bigint,
  unit        text,
  approvals   smallint,
  -- why it was refused or failed: a code with its parameters (JSON)
  problem     text,
  params      text,
  refund      uuid,
  PRIMARY KEY (tenant, bulk, number)
) WITH (fillfactor = 70);
-- Partial, so that no plan takes it for a look at one row by its number.
CREATE INDEX bulk_refund_row_look ON bulk_refund_row (tenant, bulk, charge, number) WHERE charge IS NOT NULL;

-- What the ready rows take from each account, for the shortages of the preview.
CREATE TABLE bulk_refund_need (
  tenant      integer NOT NULL,
  bulk        uuid NOT NULL,
  path        text NOT NULL,
  unit        text NOT NULL,
  amount      numeric NOT NULL,
  PRIMARY KEY (tenant, bulk, path, unit)
);

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['refund_request', 'refund_request_event', 'refund_request_settings', 'gift', 'claim', 'bulk_refund',
    'bulk_refund_row', 'bulk_refund_need'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant_only ON %I USING (tenant = (SELECT current_tenant()))', name);
  END LOOP;
END $$;
