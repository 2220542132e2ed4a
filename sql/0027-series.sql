-- Charges that belong together under terms agreed once (src/charges/series.ts).
CREATE TABLE series (
  tenant      integer NOT NULL,
  key         text NOT NULL,
  -- what the first charge froze
  terms       jsonb NOT NULL,
  -- charge id by entry
  entries     jsonb NOT NULL,
  created_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant, key)
);
ALTER TABLE series ENABLE ROW LEVEL SECURITY;
ALTER TABLE series FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_only ON series USING (tenant = (SELECT current_tenant()));
