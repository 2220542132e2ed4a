-- People who sign in, their sessions, and the audit trail.
-- The tables of people are read before a tenant is known, as `api_key` is: without a tenant (the system) all rows are seen,
-- with one only its own. Sign-in itself is better-auth (src/users/sign-in.ts); the columns carry its fields in snake_case.

CREATE TABLE app_user (
  id          uuid PRIMARY KEY,
  tenant      integer NOT NULL REFERENCES tenant,
  -- in lower case; one person has one tenant, so an address is taken once on an installation
  email       text NOT NULL UNIQUE CHECK (email = lower(email)),
  email_verified boolean NOT NULL DEFAULT false,
  name        text NOT NULL,
  image       text,
  role        text NOT NULL CHECK (role IN ('admin', 'finance', 'agent', 'product', 'viewer', 'party')),
  -- whom a user of the role `party` acts for
  party       text,
  two_factor_enabled boolean NOT NULL DEFAULT false,
  disabled_at timestamptz,
  last_sign_in_at timestamptz,
  created_at  timestamptz NOT NULL DEFAULT now(),
  updated_at  timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT app_user_party CHECK ((role = 'party') = (party IS NOT NULL))
);
CREATE INDEX app_user_tenant ON app_user (tenant, id);

CREATE TABLE user_session (
  id          uuid PRIMARY KEY,
  user_id     uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
  -- the cookie is this and a signature under a key that is not in the database: reading this table lets nobody in
  token       text NOT NULL UNIQUE,
  expires_at  timestamptz NOT NULL,
  ip_address  text,
  user_agent  text,
  created_at  timestamptz NOT NULL DEFAULT now(),
  updated_at  timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX user_session_user ON user_session (user_id);
CREATE INDEX user_session_expiry ON user_session (expires_at);

-- How a user proves who he is: a password (provider `credential`, scrypt), or the subject that an OIDC issuer knows him by.
CREATE TABLE user_credential (
  id          uuid PRIMARY KEY,
  user_id     uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
  provider_id text NOT NULL,
  account_id  text NOT NULL,
  password    text,
  -- better-auth's fields for tokens of the issuer; never filled: nothing is asked of the issuer after the sign-in
  access_token text,
  refresh_token text,
  id_token    text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope       text,
  created_at  timestamptz NOT NULL DEFAULT now(),
  updated_at  timestamptz NOT NULL DEFAULT now(),
  UNIQUE (provider_id, account_id),
  CONSTRAINT user_credential_no_tokens CHECK (access_token IS NULL AND refresh_token IS NULL AND id_token IS NULL)
);
CREATE INDEX user_credential_user ON user_credential (user_id);

CREATE TABLE user_two_factor (
  id          uuid PRIMARY KEY,
  user_id     uuid NOT NULL UNIQUE REFERENCES app_user ON DELETE CASCADE,
  -- both encrypted under a key that is not in the database
  secret      text NOT NULL,
  backup_codes text NOT NULL,
  verified    boolean NOT NULL DEFAULT false,
  failed_verification_count integer NOT NULL DEFAULT 0,
  locked_until timestamptz
);

-- Codes of authenticators that have signed somebody in: one works once (RFC 6238 §5.2). Hashed, and forgotten soon.
CREATE TABLE user_used_code (
  user_id     uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
  code        bytea NOT NULL,
  used_at     timestamptz NOT NULL,
  PRIMARY KEY (user_id, code)
);

-- What waits for its answer: links that set a password, second factors, OIDC states. Identifiers are hashed.
CREATE TABLE user_verification (
  id          uuid PRIMARY KEY,
  identifier  text NOT NULL,
  value       text NOT NULL,
  expires_at  timestamptz NOT NULL,
  created_at  timestamptz NOT NULL DEFAULT now(),
  updated_at  timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX user_verification_identifier ON user_verification (identifier);
CREATE INDEX user_verification_expiry ON user_verification (expires_at);

-- Tries to sign in, by what is tried against: a hash of an email, an address, both.
CREATE TABLE sign_in_attempt (
  subject     bytea PRIMARY KEY,
  count       integer NOT NULL,
  since       timestamptz NOT NULL
);
CREATE INDEX sign_in_attempt_since ON sign_in_attempt (since);

-- The actor who made a key over the API ("user usr_…", "key key_…"), as whom all that the key does counts: who makes himself
-- a second key is no second person. Null: made where the database is; the key is an actor of its own.
ALTER TABLE api_key ADD COLUMN made_by text;
CREATE INDEX api_key_maker ON api_key (tenant, made_by) WHERE made_by IS NOT NULL AND revoked_at IS NULL;

-- Who did what, for good.
CREATE TABLE audit (
  tenant      integer NOT NULL,
  id          bigint GENERATED ALWAYS AS IDENTITY,
  at          timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- "user usr_…", "key key_…", "oidc", "command line"
  actor       text NOT NULL,
  action      text NOT NULL,
  -- the id of what it was done to
  subject     text,
  detail      jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (tenant, id)
);
CREATE INDEX audit_actor ON audit (tenant, actor, id);
CREATE INDEX audit_action ON audit (tenant, action, id);
CREATE INDEX audit_subject ON audit (tenant, subject, id) WHERE subject IS NOT NULL;
CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE audit ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_only ON audit USING (tenant = (SELECT current_tenant()));

ALTER TABLE app_user ENABLE ROW LEVEL SECURITY;
ALTER TABLE app_user FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_or_system ON app_user
  USING ((SELECT current_tenant()) IS NULL OR tenant = (SELECT current_tenant()));

-- Of these a tenant sees those of its users.
ALTER TABLE user_session ENABLE ROW LEVEL SECURITY;
ALTER TABLE user_session FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_or_system ON user_session
  USING ((SELECT current_tenant()) IS NULL OR EXISTS (SELECT FROM app_user u WHERE u.id = user_id));
ALTER TABLE user_credential ENABLE ROW LEVEL SECURITY;
ALTER TABLE user_credential FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_or_system ON user_credential
  USING ((SELECT current_tenant()) IS NULL OR EXISTS (SELECT FROM app_user u WHERE u.id = user_id));
ALTER TABLE user_two_factor ENABLE ROW LEVEL SECURITY;
ALTER TABLE user_two_factor FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_or_system ON user_two_factor
  USING ((SELECT current_tenant()) IS NULL OR EXISTS (SELECT FROM app_user u WHERE u.id = user_id));
ALTER TABLE user_used_code ENABLE ROW LEVEL SECURITY;
ALTER TABLE user_used_code FORCE ROW LEVEL SECURITY;
CREATE POLICY system_only ON user_used_code USING ((SELECT current_tenant()) IS NULL);
ALTER TABLE user_verification ENABLE ROW LEVEL SECURITY;
ALTER TABLE user_verification FORCE ROW LEVEL SECURITY;
CREATE POLICY system_only ON user_verification USING ((SELECT current_tenant()) IS NULL);
