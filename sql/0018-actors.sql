-- Who wrote each row: "user usr_…", "key key_…", "gateway …", or a component of the program, as in audit.actor.
-- Rows from before this migration say 'unknown'; new rows must name their actor.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['charge', 'refund', 'journal', 'hold', 'quote', 'rate_card', 'contract', 'party',
                              'webhook_endpoint', 'dispute', 'gateway', 'payment'] LOOP
    EXECUTE format('ALTER TABLE %I ADD COLUMN actor text NOT NULL DEFAULT ''unknown''', name);
    EXECUTE format('ALTER TABLE %I ALTER COLUMN actor DROP DEFAULT', name);
  END LOOP;
END $$;

-- The API key that an actor used; null: a session, or a component of the program.
ALTER TABLE audit ADD COLUMN key text;
-- The block of the hash chain that covers the entry (src/ledger/chain.ts); set once, some time after the entry.
ALTER TABLE audit ADD COLUMN block bigint;
CREATE INDEX audit_unchained ON audit (tenant, id) WHERE block IS NULL;
CREATE INDEX audit_block ON audit (tenant, block) WHERE block IS NOT NULL;
CREATE INDEX audit_at ON audit (tenant, at, id);
DROP TRIGGER audit_append_only ON audit;
CREATE FUNCTION guard_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.block IS NULL AND NEW.block IS NOT NULL
     AND (NEW.tenant, NEW.id, NEW.at, NEW.actor, NEW.key, NEW.action, NEW.subject, NEW.detail)
       IS NOT DISTINCT FROM (OLD.tenant, OLD.id, OLD.at, OLD.actor, OLD.key, OLD.action, OLD.subject, OLD.detail) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'audit is append-only: % refused', TG_OP USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER audit_guard BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION guard_audit();
