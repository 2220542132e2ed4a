-- An email address belongs to a user of one tenant; other tenants neither see nor block it.
ALTER TABLE app_user DROP CONSTRAINT app_user_email_key;
CREATE UNIQUE INDEX app_user_tenant_email ON app_user (tenant, email);
-- Signing in starts from the email alone.
CREATE INDEX app_user_email ON app_user (email);
