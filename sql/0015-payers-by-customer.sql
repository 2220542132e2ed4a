-- Who paid, in one row for each payer and product instead of one for each month too: customers of a period are counted by
-- reading each of them once (measured: a year of 15,000 customers of a line 120–165 ms as 180,000 rows, 32 ms as these).
ALTER TABLE rollup_payer RENAME TO rollup_payer_month;
ALTER TABLE rollup_payer_month RENAME CONSTRAINT rollup_payer_pkey TO rollup_payer_month_pkey;

-- For a product, and for any (line and product are '').
CREATE TABLE rollup_payer (
  tenant      integer NOT NULL,
  line        text NOT NULL,
  product     text NOT NULL,
  payer       text NOT NULL,
  -- the months in which he paid, whole; those that follow each other are one range
  paid        datemultirange NOT NULL,
  -- of them, those in which he paid more than once
  again       datemultirange NOT NULL,
  PRIMARY KEY (tenant, line, product, payer)
) WITH (fillfactor = 80);

-- Of every tenant at once: the owner is let past the policy for the statement.
ALTER TABLE rollup_payer_month NO FORCE ROW LEVEL SECURITY;
INSERT INTO rollup_payer
SELECT tenant, line, product, payer, range_agg(daterange(month, (month + interval '1 month')::date)),
  coalesce(range_agg(daterange(month, (month + interval '1 month')::date)) FILTER (WHERE again), '{}')
FROM rollup_payer_month GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4;
DROP TABLE rollup_payer_month;

ALTER TABLE rollup_payer ENABLE ROW LEVEL SECURITY;
ALTER TABLE rollup_payer FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_only ON rollup_payer USING (tenant = (SELECT current_tenant()));

-- A stretch of days without a day could neither end nor be renewed.
ALTER TABLE rollup_term ADD CONSTRAINT rollup_term_days CHECK (ends > starts);
