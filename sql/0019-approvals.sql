-- Maker and checker: which acts need how many approvals, the acts that wait for them, and what each maker did today.

-- One row per tenant that has changed the defaults (src/approvals/policy.ts).
CREATE TABLE approval_policy (
  tenant      integer PRIMARY KEY,
  policy      json NOT NULL,
  updated_by  text NOT NULL,
  updated_at  timestamptz NOT NULL DEFAULT now()
);

-- Sum of what one maker did without approval on one day of the tenant's calendar: the limit per day counts it.
CREATE TABLE approval_usage (
  tenant      integer NOT NULL,
  maker       text NOT NULL,
  act         text NOT NULL,
  unit        text NOT NULL,
  day         date NOT NULL,
  amount      numeric NOT NULL CHECK (amount >= 0),
  PRIMARY KEY (tenant, maker, act, unit, day)
);

CREATE TABLE approval (
  tenant      integer NOT NULL,
  id          uuid NOT NULL,
  act         text NOT NULL,
  status      text NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'approved', 'executed', 'failed', 'declined', 'withdrawn')),
  maker       text NOT NULL,
  -- the id of the object that the act is about
  subject     text,
  -- micros of unit; null where the act moves no money
  amount      bigint,
  unit        text,
  -- the validated request that is executed once it is approved
  request     json NOT NULL,
  approvals   smallint NOT NULL CHECK (approvals BETWEEN 1 AND 5),
  approved_by text[] NOT NULL DEFAULT '{}',
  decided_by  text,
  note        text,
  -- the id of what was made, or the code of the problem that refused it
  result      text,
  problem     text,
  idempotency_key text,
  fingerprint bytea,
  created_at  timestamptz NOT NULL DEFAULT date_trunc('milliseconds', clock_timestamp()),
  decided_at  timestamptz,
  PRIMARY KEY (tenant, id)
);
CREATE UNIQUE INDEX approval_idempotency ON approval (tenant, act, idempotency_key) WHERE idempotency_key IS NOT NULL;
CREATE INDEX approval_status ON approval (tenant, status, id);

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['approval_policy', 'approval_usage', 'approval'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant_only ON %I USING (tenant = (SELECT current_tenant()))', name);
  END LOOP;
END $$;
