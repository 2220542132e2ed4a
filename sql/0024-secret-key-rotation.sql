-- The installation's key can be replaced (src/server/secret-rotation.ts).
ALTER TABLE seal_key
  -- mark of the key before, while secrets are left that are sealed with it
  ADD COLUMN previous bytea;

-- Keys derived from an earlier key of the installation on which printed receipts depend, sealed with the present one.
CREATE TABLE retired_key (
  purpose     text NOT NULL,
  -- what is made later does not depend on it
  until       timestamptz NOT NULL,
  sealed      bytea NOT NULL,
  PRIMARY KEY (purpose, until)
);

-- A payout's destination may be sealed again with another key; nothing else of the row changes then.
CREATE OR REPLACE FUNCTION guard_payout() RETURNS trigger LANGUAGE plpgsql AS $$
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
  IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'destination' = to_jsonb(OLD) - 'destination'
     AND substring(NEW.destination FROM 1 FOR 5) <> substring(OLD.destination FROM 1 FOR 5) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'payout: % refused', TG_OP USING ERRCODE = 'restrict_violation';
END $$;
