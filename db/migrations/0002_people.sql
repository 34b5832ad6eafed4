-- Accounts, roles, sessions, and proofs by e-mail.

CREATE TABLE account (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email text NOT NULL,
  email_verified_at timestamptz,
  password_hash text,
  must_change_password boolean NOT NULL DEFAULT false,
  given_name text NOT NULL,
  family_name text NOT NULL,
  birth_date date,
  birth_place text,
  codice_fiscale_cipher bytea,
  codice_fiscale_key bytea,            -- keyed hash, for exact search
  phone text,
  office_id int REFERENCES office,     -- the office a citizen belongs to
  language text NOT NULL DEFAULT 'it',
  failed_logins int NOT NULL DEFAULT 0,
  failed_since timestamptz,
  locked_until timestamptz,
  demo boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX account_email ON account (lower(email));
CREATE INDEX account_codice_fiscale ON account (codice_fiscale_key) WHERE codice_fiscale_key IS NOT NULL;

CREATE TABLE account_role (
  account_id int NOT NULL REFERENCES account ON DELETE CASCADE,
  role text NOT NULL CHECK (role IN ('helper', 'operator', 'officer', 'planner-manager', 'office-admin',
                                     'network-admin', 'auditor', 'integration')),
  office_id int REFERENCES office,     -- null only for the roles of the whole network
  CONSTRAINT account_role_once UNIQUE NULLS NOT DISTINCT (account_id, role, office_id)
);

CREATE TABLE session (
  token_hash bytea PRIMARY KEY,
  account_id int NOT NULL REFERENCES account ON DELETE CASCADE,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX session_account ON session (account_id);
CREATE INDEX session_expiry ON session (expires_at);

-- A link or a six-digit code sent to a mailbox. Neither is stored: both are derived from the row's id and our secret.
CREATE TABLE email_proof (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account_id int NOT NULL REFERENCES account ON DELETE CASCADE,
  purpose text NOT NULL CHECK (purpose IN ('verify-email', 'reset-password')),
  attempts int NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz
);
CREATE INDEX email_proof_account ON email_proof (account_id, purpose, created_at);

CREATE TABLE audit_entry (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL,
  account_id int NOT NULL REFERENCES account,
  office_id int REFERENCES office,
  action text NOT NULL,
  subject text,                        -- 'booking:K7QF29MX', 'planner:12'; never a person's data
  detail jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX audit_entry_office ON audit_entry (office_id, at);
