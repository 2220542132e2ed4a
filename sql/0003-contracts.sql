-- Contracts: what one customer pays for one product instead of the rate card, from a date until a date.

CREATE TABLE contract (
  tenant      integer NOT NULL,
  -- UUIDv7: sorts by the time it was made
  id          uuid NOT NULL,
  party       text NOT NULL,
  line        text NOT NULL,
  product     text NOT NULL,
  -- a merge patch (RFC 7396) over the product's terms on the rate card
  terms       json NOT NULL,
  reference   text,
  effective_at timestamptz NOT NULL,
  -- as agreed, exclusive; null: until further notice
  until_at    timestamptz,
  -- ended before that: set once
  ended_at    timestamptz,
  idempotency_key text,
  fingerprint bytea,
  created_at  timestamptz NOT NULL DEFAULT date_trunc('milliseconds', clock_timestamp()),
  PRIMARY KEY (tenant, id),
  CONSTRAINT contract_period CHECK (until_at > effective_at)
);
CREATE INDEX contract_party ON contract (tenant, party);
CREATE UNIQUE INDEX contract_idempotency ON contract (tenant, idempotency_key) WHERE idempotency_key IS NOT NULL;

-- What was agreed stays as it was; that it ended early is added, once.
CREATE FUNCTION guard_contract() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL
     AND (NEW.tenant, NEW.id, NEW.party, NEW.line, NEW.product, NEW.terms::text, NEW.reference, NEW.effective_at, NEW.until_at,
       NEW.idempotency_key, NEW.fingerprint, NEW.created_at) IS NOT DISTINCT FROM (OLD.tenant, OLD.id, OLD.party, OLD.line,
       OLD.product, OLD.terms::text, OLD.reference, OLD.effective_at, OLD.until_at, OLD.idempotency_key, OLD.fingerprint,
       OLD.created_at) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'contract: % refused', TG_OP USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER contract_guard BEFORE UPDATE OR DELETE ON contract FOR EACH ROW EXECUTE FUNCTION guard_contract();

ALTER TABLE contract ENABLE ROW LEVEL SECURITY;
ALTER TABLE contract FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_only ON contract USING (tenant = (SELECT current_tenant()));
