-- Charges and refunds that were not ordered through a gateway carry the provider's number as their reference.
-- The provider's number of the payment that a line belongs to; null: the provider has none.
ALTER TABLE reconciliation_line ADD COLUMN payment_number text;
-- The amount less coupons that are not settled; null: the same as amount.
ALTER TABLE reconciliation_line ADD COLUMN settled bigint;
