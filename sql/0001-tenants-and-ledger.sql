-- Tenants, keys, parties, and the double-entry ledger.
-- Row-level security: every table of a tenant shows only the rows of the tenant named by the session setting
-- `recoup.tenant`; without the setting it shows none. `tenant` and `api_key` are read before a tenant is known and
-- hold no money; their statements name what they look for.

CREATE TABLE tenant (
  id          integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name        text NOT NULL UNIQUE,
  time_zone   text NOT NULL,
  created_at  timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE api_key (
  id          uuid PRIMARY KEY,
  tenant      integer NOT NULL REFERENCES tenant,
  name        text NOT NULL,
  -- SHA-256 of the key: the key has 256 random bits, so a slow hash would add nothing.
  hash        bytea NOT NULL UNIQUE,
  scopes      text[] NOT NULL,
  -- A key bound to a party sees only what that party paid or earned.
  party       text,
  created_at  timestamptz NOT NULL DEFAULT now(),
  revoked_at  timestamptz
);

CREATE FUNCTION current_tenant() RETURNS integer LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('recoup.tenant', true), '')::integer $$;

CREATE TABLE party (
  tenant      integer NOT NULL,
  id          text NOT NULL,
  kind        text NOT NULL,
  name        text NOT NULL,
  attributes  jsonb NOT NULL DEFAULT '{}',
  created_at  timestamptz NOT NULL DEFAULT now(),
  updated_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant, id)
);

-- Amounts are micros: millionths of the main unit.
CREATE TABLE account (
  tenant      integer NOT NULL,
  id          bigint GENERATED ALWAYS AS IDENTITY,
  -- party/purpose
  path        text NOT NULL,
  unit        text NOT NULL,
  -- credits minus debits
  balance     bigint NOT NULL DEFAULT 0,
  -- reserved by open holds
  held        bigint NOT NULL DEFAULT 0 CHECK (held >= 0),
  -- balance - held may not go below it; null: no floor. Whether there is one never changes (it decides the lock order).
  floor       bigint,
  -- the account that carries what this one owes after a clawback; set when it first owes
  debt        bigint,
  created_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant, id),
  UNIQUE (tenant, path, unit),
  CONSTRAINT account_floor CHECK (floor IS NULL OR balance - held >= floor)
) WITH (fillfactor = 60); -- room for HOT updates: the balance changes all the time, no index does

-- A block of the hash chain: made after the fact, off the write path (src/ledger/chain.ts).
CREATE TABLE block (
  tenant      integer NOT NULL,
  id          bigint NOT NULL,
  previous    bytea NOT NULL,
  hash        bytea NOT NULL,
  created_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant, id)
);

-- What was posted in one database transaction.
CREATE TABLE batch (
  tenant      integer NOT NULL,
  id          bigint GENERATED ALWAYS AS IDENTITY,
  recorded_at timestamptz NOT NULL,
  block       bigint,
  PRIMARY KEY (tenant, id)
) WITH (fillfactor = 80);
CREATE INDEX batch_unchained ON batch (tenant, id) WHERE block IS NULL;
CREATE INDEX batch_block ON batch (tenant, block) WHERE block IS NOT NULL;

CREATE TABLE transfer (
  tenant      integer NOT NULL,
  batch       bigint NOT NULL,
  n           integer NOT NULL,
  -- the charge, refund or journal entry that it belongs to, and which component of it (null: not a component)
  posting     uuid NOT NULL,
  component   smallint,
  debit       bigint NOT NULL,
  credit      bigint NOT NULL CHECK (credit <> debit),
  amount      bigint NOT NULL CHECK (amount > 0),
  kind        text NOT NULL,
  effective_at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, batch, n)
);
CREATE INDEX transfer_debit ON transfer (tenant, debit, batch);
CREATE INDEX transfer_credit ON transfer (tenant, credit, batch);

-- Money moved by hand: funding a campaign or a wallet, a correction. Everything else is a charge or a refund.
CREATE TABLE journal (
  tenant      integer NOT NULL,
  id          uuid NOT NULL,
  batch       bigint NOT NULL,
  description text NOT NULL,
  idempotency_key text,
  fingerprint bytea,
  created_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant, id)
);
CREATE UNIQUE INDEX journal_idempotency ON journal (tenant, idempotency_key) WHERE idempotency_key IS NOT NULL;

-- A reserved amount: authorized, then captured (in whole or part) by a charge, voided, or expired.
CREATE TABLE hold (
  tenant      integer NOT NULL,
  id          uuid NOT NULL,
  account     bigint NOT NULL,
  amount      bigint NOT NULL CHECK (amount > 0),
  captured    bigint NOT NULL DEFAULT 0 CHECK (captured BETWEEN 0 AND amount),
  status      text NOT NULL DEFAULT 'authorized' CHECK (status IN ('authorized', 'captured', 'voided', 'expired')),
  expires_at  timestamptz NOT NULL,
  idempotency_key text,
  fingerprint bytea,
  created_at  timestamptz NOT NULL DEFAULT now(),
  closed_at   timestamptz,
  PRIMARY KEY (tenant, id)
);
CREATE UNIQUE INDEX hold_idempotency ON hold (tenant, idempotency_key) WHERE idempotency_key IS NOT NULL;
CREATE INDEX hold_expiry ON hold (expires_at) WHERE status = 'authorized';

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER transfer_append_only BEFORE UPDATE OR DELETE ON transfer FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER transfer_no_truncate BEFORE TRUNCATE ON transfer FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER block_append_only BEFORE UPDATE OR DELETE ON block FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER journal_append_only BEFORE UPDATE OR DELETE ON journal FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A batch changes once: when the chain takes it in.
CREATE FUNCTION guard_batch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.block IS NULL AND (NEW.tenant, NEW.id, NEW.recorded_at) = (OLD.tenant, OLD.id, OLD.recorded_at) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'batch is append-only: % refused', TG_OP USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER batch_guard BEFORE UPDATE OR DELETE ON batch FOR EACH ROW EXECUTE FUNCTION guard_batch();

-- Writes one batch whose outcome the program has worked out under lock (src/ledger/post.ts): the transfers, then the
-- balances. Accounts with a floor are locked by the caller already; those without are locked here, last and in id
-- order, so that a hot account is held only for this update and the commit.
CREATE FUNCTION post_batch(
  p_tenant integer,
  p_posting uuid[], p_component smallint[], p_debit bigint[], p_credit bigint[], p_amount bigint[], p_kind text[],
  p_effective timestamptz[],
  p_account bigint[], p_delta bigint[]
) RETURNS TABLE (batch_id bigint, batch_recorded_at timestamptz) LANGUAGE plpgsql
AS $$
DECLARE
  v_batch bigint;
  -- milliseconds: what a JavaScript Date carries, so that a time read and handed back is the same time
  v_at timestamptz := date_trunc('milliseconds', clock_timestamp());
BEGIN
  INSERT INTO batch (tenant, recorded_at) VALUES (p_tenant, v_at) RETURNING id INTO v_batch;
  INSERT INTO transfer (tenant, batch, n, posting, component, debit, credit, amount, kind, effective_at, recorded_at)
  SELECT p_tenant, v_batch, t.n, t.posting, t.component, t.debit, t.credit, t.amount, t.kind, coalesce(t.effective, v_at), v_at
  FROM unnest(p_posting, p_component, p_debit, p_credit, p_amount, p_kind, p_effective)
    WITH ORDINALITY AS t(posting, component, debit, credit, amount, kind, effective, n);
  -- LATERAL with a lock or OFFSET 0 is looked up row by row through the key, whatever the planner believes of the table's
  -- size: a session keeps its first plan, and that was made while the table was empty.
  PERFORM 1 FROM (SELECT id FROM unnest(p_account) AS t(id) ORDER BY id) d,
    LATERAL (SELECT 1 FROM account a WHERE a.tenant = p_tenant AND a.id = d.id AND a.floor IS NULL FOR NO KEY UPDATE) locked;
  UPDATE account a SET balance = a.balance + d.delta
  FROM unnest(p_account, p_delta) AS d(id, delta),
    LATERAL (SELECT b.ctid FROM account b WHERE b.tenant = p_tenant AND b.id = d.id OFFSET 0) found
  WHERE a.ctid = found.ctid;
  RETURN QUERY SELECT v_batch, v_at;
END $$;

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['party', 'account', 'block', 'batch', 'transfer', 'journal', 'hold'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant_only ON %I USING (tenant = (SELECT current_tenant()))', name);
  END LOOP;
END $$;
