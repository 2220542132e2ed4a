CREATE TABLE parking_visit (
  tenant   integer NOT NULL REFERENCES tenant (id),
  charge   uuid NOT NULL,
  minutes  integer NOT NULL,
  left_at  timestamptz,
  PRIMARY KEY (tenant, charge)
);
ALTER TABLE parking_visit ENABLE ROW LEVEL SECURITY;
ALTER TABLE parking_visit FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON parking_visit
  USING (tenant = NULLIF(current_setting('recoup.tenant', true), '')::integer);
