-- A bank can return a payout after it was paid.
ALTER TABLE payout
  DROP CONSTRAINT payout_status_check,
  ADD CONSTRAINT payout_status_check
    CHECK (status IN ('created', 'approved', 'sent', 'paid', 'failed', 'canceled', 'returned'));

CREATE OR REPLACE FUNCTION guard_payout() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE'
     AND (NEW.tenant, NEW.id, NEW.party, NEW.unit, NEW.amount, NEW.recovered, NEW.held_back, NEW.people, NEW.created_by,
       NEW.destination, NEW.run, NEW.idempotency_key, NEW.fingerprint, NEW.created_at) IS NOT DISTINCT FROM
       (OLD.tenant, OLD.id, OLD.party, OLD.unit, OLD.amount, OLD.recovered, OLD.held_back, OLD.people, OLD.created_by,
       OLD.destination, OLD.run, OLD.idempotency_key, OLD.fingerprint, OLD.created_at)
     AND (OLD.status, NEW.status) IN (('created', 'created'), ('created', 'approved'), ('created', 'canceled'),
       ('approved', 'sent'), ('approved', 'canceled'), ('approved', 'paid'), ('approved', 'failed'),
       ('sent', 'paid'), ('sent', 'failed'), ('paid', 'returned')) THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'destination' = to_jsonb(OLD) - 'destination'
     AND substring(NEW.destination FROM 1 FOR 5) <> substring(OLD.destination FROM 1 FOR 5) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'payout: % refused', TG_OP USING ERRCODE = 'restrict_violation';
END $$;
