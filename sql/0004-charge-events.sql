-- What a charge was made of, so that the past can be priced again under other terms (src/simulation). Null on charges
-- that were made before this was kept.

ALTER TABLE charge
  -- the event as the line was told of it: JSON, as text for the same reason as the draft
  ADD COLUMN event text,
  -- version of the rate card that priced it
  ADD COLUMN rate_card integer,
  -- the contract that priced it over the card, if one did
  ADD COLUMN contract uuid,
  -- micros of unit: what its components brought to platform/revenue, and what they took from platform/cost
  ADD COLUMN revenue bigint,
  ADD COLUMN cost bigint;
ALTER TABLE charge ALTER COLUMN event SET STORAGE EXTERNAL;

CREATE OR REPLACE FUNCTION guard_charge() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW.tenant, NEW.id, NEW.batch, NEW.line, NEW.product, NEW.payer, NEW.unit, NEW.captured, NEW.kept,
       NEW.effective_at, NEW.recorded_at, NEW.rate_card, NEW.contract, NEW.revenue, NEW.cost)
     IS NOT DISTINCT FROM (OLD.tenant, OLD.id, OLD.batch, OLD.line, OLD.product, OLD.payer,
       OLD.unit, OLD.captured, OLD.kept, OLD.effective_at, OLD.recorded_at, OLD.rate_card, OLD.contract, OLD.revenue, OLD.cost)
     AND NEW.draft = OLD.draft AND NEW.event IS NOT DISTINCT FROM OLD.event THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'charge: % refused', TG_OP USING ERRCODE = 'restrict_violation';
END $$;
