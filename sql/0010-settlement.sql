-- The payee side: what parties owe and how it is brought back, and payouts of what they earned.

-- How a tenant settles with its parties ('' stands for all that have none of their own). JSON that only the program reads.
CREATE TABLE settlement_settings (
  tenant      integer NOT NULL,
  party       text NOT NULL,
  settings    text NOT NULL,
  -- the first day for which a changed schedule counts, in the tenant's time zone
  schedule_since date NOT NULL,
  updated_by  text NOT NULL,
  updated_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant, party)
);

-- The most that a party may owe ('': each that has no limit of its own), as refunds read it (src/charges/shortage.ts).
CREATE TABLE debt_limit (
  tenant      integer NOT NULL,
  party       text NOT NULL,
  unit        text NOT NULL,
  -- micros
  amount      bigint NOT NULL CHECK (amount >= 0),
  -- what becomes of a refund that would make it owe more: refused, or advanced by the platform
  beyond      text NOT NULL CHECK (beyond IN ('refuse', 'advance')),
  PRIMARY KEY (tenant, party, unit)
);

-- Accounts on which parties owe. The path never changes, so it costs postings nothing.
CREATE INDEX account_owing ON account (tenant, id) WHERE path LIKE '%/debt' OR path LIKE '%/advance';

-- What was done about a debt other than a refund making it or a charge paying it off.
CREATE TABLE debt_entry (
  tenant      integer NOT NULL,
  -- UUIDv7; once posted, its journal entry has the same
  id          uuid NOT NULL,
  party       text NOT NULL,
  kind        text NOT NULL CHECK (kind IN ('debt', 'advance')),
  -- recoup: from the party's balance; repay: paid in from outside; write-off: the platform's loss; restore: the reverse of that
  action      text NOT NULL CHECK (action IN ('recoup', 'repay', 'write-off', 'restore')),
  unit        text NOT NULL,
  amount      bigint NOT NULL CHECK (amount > 0),
  status      text NOT NULL CHECK (status IN ('proposed', 'posted', 'declined')),
  reason      text,
  -- the payout that it was taken out of first
  payout      uuid,
  created_by  text NOT NULL,
  -- the second person
  decided_by  text,
  idempotency_key text,
  fingerprint bytea,
  created_at  timestamptz NOT NULL DEFAULT date_trunc('milliseconds', clock_timestamp()),
  decided_at  timestamptz,
  PRIMARY KEY (tenant, id)
);
CREATE UNIQUE INDEX debt_entry_idempotency ON debt_entry (tenant, idempotency_key) WHERE idempotency_key IS NOT NULL;
CREATE INDEX debt_entry_party ON debt_entry (tenant, party, id);
CREATE INDEX debt_entry_proposed ON debt_entry (tenant, id) WHERE status = 'proposed';

CREATE FUNCTION guard_debt_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.status = 'proposed' AND NEW.status <> 'proposed'
     AND (NEW.tenant, NEW.id, NEW.party, NEW.kind, NEW.action, NEW.unit, NEW.amount, NEW.reason, NEW.payout, NEW.created_by,
       NEW.idempotency_key, NEW.fingerprint, NEW.created_at) IS NOT DISTINCT FROM (OLD.tenant, OLD.id, OLD.party, OLD.kind,
       OLD.action, OLD.unit, OLD.amount, OLD.reason, OLD.payout, OLD.created_by, OLD.idempotency_key, OLD.fingerprint,
       OLD.created_at) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'debt_entry: % refused', TG_OP USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER debt_entry_guard BEFORE UPDATE OR DELETE ON debt_entry FOR EACH ROW EXECUTE FUNCTION guard_debt_entry();

-- Where a party is paid.
CREATE TABLE payout_destination (
  tenant      integer NOT NULL,
  party       text NOT NULL,
  unit        text NOT NULL,
  -- sealed JSON (src/seal.ts), and as much of it as may be shown
  sealed      bytea NOT NULL,
  hint        text NOT NULL,
  updated_by  text NOT NULL,
  updated_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant, party, unit)
);

CREATE TABLE payout (
  tenant      integer NOT NULL,
  id          uuid NOT NULL,
  party       text NOT NULL,
  unit        text NOT NULL,
  amount      bigint NOT NULL CHECK (amount > 0),
  -- created: waits for approvals; approved: waits to be sent; sent: with the bank; the others are final
  status      text NOT NULL CHECK (status IN ('created', 'approved', 'sent', 'paid', 'failed', 'canceled')),
  -- micros: what was taken out first for debts and advances, and what was held back then because it may be refunded
  recovered   bigint NOT NULL CHECK (recovered >= 0),
  held_back   bigint NOT NULL CHECK (held_back >= 0),
  -- how many people have to stand for it
  people      smallint NOT NULL CHECK (people BETWEEN 0 AND 2),
  created_by  text NOT NULL,
  approved_by text[] NOT NULL DEFAULT '{}',
  -- as it was when the payout was made: a later change does not redirect it. Null: there was none
  destination bytea,
  destination_hint text,
  -- the scheduled run that made it, by its day; null: by hand
  run         date,
  -- the payment file that it was sent with
  file        uuid,
  -- the bank's number of it, and why it failed
  reference   text,
  failure     text,
  -- the journal entry that put the money back or let it go
  closing     uuid,
  note        text,
  idempotency_key text,
  fingerprint bytea,
  created_at  timestamptz NOT NULL DEFAULT date_trunc('milliseconds', clock_timestamp()),
  approved_at timestamptz,
  sent_at     timestamptz,
  closed_at   timestamptz,
  PRIMARY KEY (tenant, id)
);
CREATE UNIQUE INDEX payout_idempotency ON payout (tenant, idempotency_key) WHERE idempotency_key IS NOT NULL;
CREATE INDEX payout_party ON payout (tenant, party, id);
CREATE INDEX payout_open ON payout (tenant, status, id) WHERE status IN ('created', 'approved', 'sent');
CREATE INDEX payout_of_file ON payout (tenant, file, id) WHERE file IS NOT NULL;

CREATE FUNCTION guard_payout() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE'
     AND (NEW.tenant, NEW.id, NEW.party, NEW.unit, NEW.amount, NEW.recovered, NEW.held_back, NEW.people, NEW.created_by,
       NEW.destination, NEW.run, NEW.idempotency_key, NEW.fingerprint, NEW.created_at) IS NOT DISTINCT FROM
       (OLD.tenant, OLD.id, OLD.party, OLD.unit, OLD.amount, OLD.recovered, OLD.held_back, OLD.people, OLD.created_by,
       OLD.destination, OLD.run, OLD.idempotency_key, OLD.fingerprint, OLD.created_at)
     AND (OLD.status, NEW.status) IN (('created', 'created'), ('created', 'approved'), ('created', 'canceled'),
       ('approved', 'sent'), ('approved', 'canceled'), ('approved', 'paid'), ('approved', 'failed'),
       ('sent', 'paid'), ('sent', 'failed')) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'payout: % refused', TG_OP USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER payout_guard BEFORE UPDATE OR DELETE ON payout FOR EACH ROW EXECUTE FUNCTION guard_payout();

-- Payouts that went to the bank as one list.
CREATE TABLE payout_file (
  tenant      integer NOT NULL,
  id          uuid NOT NULL,
  unit        text NOT NULL,
  payouts     integer NOT NULL CHECK (payouts > 0),
  total       bigint NOT NULL,
  created_by  text NOT NULL,
  created_at  timestamptz NOT NULL DEFAULT date_trunc('milliseconds', clock_timestamp()),
  PRIMARY KEY (tenant, id)
);
CREATE TRIGGER payout_file_append_only BEFORE UPDATE OR DELETE ON payout_file FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A scheduled run, by the day on which it was due in the tenant's time zone.
CREATE TABLE payout_run (
  tenant      integer NOT NULL,
  day         date NOT NULL,
  -- the last account that was looked at; null: none yet
  reached     bigint,
  started_at  timestamptz NOT NULL DEFAULT now(),
  done_at     timestamptz,
  PRIMARY KEY (tenant, day)
);

-- What is disputed is held back from payouts however old the charge is.
CREATE INDEX dispute_open ON dispute (tenant, charge) WHERE status = 'open';

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['settlement_settings', 'debt_limit', 'debt_entry', 'payout_destination', 'payout', 'payout_file',
    'payout_run'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant_only ON %I USING (tenant = (SELECT current_tenant()))', name);
  END LOOP;
END $$;
