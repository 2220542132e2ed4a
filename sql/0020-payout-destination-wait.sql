-- When the destination of a payout was set: a new destination is not paid before the waiting time in the settings.
ALTER TABLE payout ADD COLUMN destination_since timestamptz;
