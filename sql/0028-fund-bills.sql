-- Fund-flow bills of a gateway's account, one per gateway and day, compared with the trade bills and the ledger
-- (src/settlement/fund-bills). A later bill of the same day replaces the former one.
CREATE TABLE fund_bill (
  tenant      integer NOT NULL,
  id          uuid NOT NULL,
  gateway     text NOT NULL,
  date        date NOT NULL,
  unit        text NOT NULL,
  -- balances of the account in micros; null: a day without movements
  opening     bigint,
  closing     bigint,
  movements   integer NOT NULL,
  income      bigint NOT NULL,
  expense     bigint NOT NULL,
  created_by  text NOT NULL,
  created_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant, id),
  UNIQUE (tenant, gateway, date)
);
-- The rows of the bill, and the trade lines of the day that have none: those have no flow number.
CREATE TABLE fund_movement (
  tenant      integer NOT NULL,
  bill        uuid NOT NULL,
  n           integer NOT NULL,
  at          timestamptz NOT NULL,
  -- the provider's number of the payment or refund; empty for some kinds of business
  number      text NOT NULL,
  flow        text,
  name        text NOT NULL,
  type        text NOT NULL,
  -- signed micros: what the account received or paid
  amount      bigint NOT NULL,
  balance     bigint,
  note        text NOT NULL,
  class       text NOT NULL DEFAULT 'other'
    CHECK (class IN ('matched', 'amount_differs', 'missing_here', 'missing_there', 'other')),
  -- what the trade bill or the ledger states for it
  expected    bigint,
  charge      uuid,
  refund      uuid,
  PRIMARY KEY (tenant, bill, n),
  FOREIGN KEY (tenant, bill) REFERENCES fund_bill ON DELETE CASCADE
);
CREATE INDEX fund_movement_number ON fund_movement (tenant, bill, number);
CREATE INDEX reconciliation_line_provider ON reconciliation_line (tenant, gateway, provider_number);

ALTER TABLE fund_bill ENABLE ROW LEVEL SECURITY;
ALTER TABLE fund_bill FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_only ON fund_bill USING (tenant = (SELECT current_tenant()));
ALTER TABLE fund_movement ENABLE ROW LEVEL SECURITY;
ALTER TABLE fund_movement FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_only ON fund_movement USING (tenant = (SELECT current_tenant()));
