-- What a series by day reads: the sums of `rollup` of one day side by side in one row, parts added up
-- (docs/decisions/0013-rollups.md). A year of all lines is thousands of these rows; in `rollup` it is hundreds of thousands.
CREATE TABLE rollup_day (
  tenant        integer NOT NULL,
  line          text NOT NULL,
  day           date NOT NULL,
  product       text NOT NULL,
  unit          text NOT NULL,
  charges       numeric NOT NULL,
  captured      numeric NOT NULL,
  refunds       numeric NOT NULL,
  refunded      numeric NOT NULL,
  revenue       numeric NOT NULL,
  revenue_back  numeric NOT NULL,
  cost          numeric NOT NULL,
  cost_back     numeric NOT NULL,
  paid_out      numeric NOT NULL,
  paid_out_back numeric NOT NULL,
  -- measure → amount: what the line counts beside the money; what is zero is left out
  counts        jsonb NOT NULL,
  PRIMARY KEY (tenant, line, day, product, unit)
) WITH (fillfactor = 70);

-- Of every tenant at once: the owner is let past the policy for the statement.
ALTER TABLE rollup NO FORCE ROW LEVEL SECURITY;
INSERT INTO rollup_day
SELECT tenant, line, day, product, unit,
  coalesce(sum(amount) FILTER (WHERE measure = 'charges'), 0), coalesce(sum(amount) FILTER (WHERE measure = 'captured'), 0),
  coalesce(sum(amount) FILTER (WHERE measure = 'refunds'), 0), coalesce(sum(amount) FILTER (WHERE measure = 'refunded'), 0),
  coalesce(sum(amount) FILTER (WHERE measure = 'revenue'), 0), coalesce(sum(amount) FILTER (WHERE measure = 'revenueBack'), 0),
  coalesce(sum(amount) FILTER (WHERE measure = 'cost'), 0), coalesce(sum(amount) FILTER (WHERE measure = 'costBack'), 0),
  coalesce(sum(amount) FILTER (WHERE measure = 'paidOut'), 0), coalesce(sum(amount) FILTER (WHERE measure = 'paidOutBack'), 0),
  coalesce(jsonb_object_agg(measure, amount) FILTER (WHERE amount <> 0 AND measure NOT IN ('charges', 'captured', 'refunds',
    'refunded', 'revenue', 'revenueBack', 'cost', 'costBack', 'paidOut', 'paidOutBack')), '{}')
FROM (SELECT tenant, line, day, product, unit, measure, sum(amount) AS amount FROM rollup
      WHERE span = 'day' GROUP BY 1, 2, 3, 4, 5, 6) measures
GROUP BY 1, 2, 3, 4, 5;
ALTER TABLE rollup FORCE ROW LEVEL SECURITY;

ALTER TABLE rollup_day ENABLE ROW LEVEL SECURITY;
ALTER TABLE rollup_day FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_only ON rollup_day USING (tenant = (SELECT current_tenant()));
