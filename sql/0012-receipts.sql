-- The payer's page.

-- How often an address has looked receipts up, and how often secrets of a receipt number were tried: counted before anything
-- is looked at, for all processes together, and before a tenant is known. Subjects are hashes: no address is kept.
CREATE TABLE receipt_attempt (
  subject     bytea PRIMARY KEY,
  count       integer NOT NULL,
  since       timestamptz NOT NULL
);
CREATE INDEX receipt_attempt_since ON receipt_attempt (since);
