-- What a tenant asks of its users: second factors, proof before sensitive operations, and the end of idle sessions.
CREATE TABLE sign_in_settings (
  tenant      integer PRIMARY KEY,
  settings    json NOT NULL,
  updated_by  text NOT NULL,
  updated_at  timestamptz NOT NULL DEFAULT now()
);
ALTER TABLE sign_in_settings ENABLE ROW LEVEL SECURITY;
ALTER TABLE sign_in_settings FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_or_system ON sign_in_settings
  USING ((SELECT current_tenant()) IS NULL OR tenant = (SELECT current_tenant()));

-- When the user last proved who signs in: at the sign-in, or by a step-up. Null: only a step-up counts.
ALTER TABLE user_session ADD COLUMN verified_at timestamptz;
-- Written at most once a minute.
ALTER TABLE user_session ADD COLUMN used_at timestamptz NOT NULL DEFAULT now();
-- The identity provider of an OIDC session is responsible for its second factor.
ALTER TABLE user_session ADD COLUMN by_oidc boolean NOT NULL DEFAULT false;
