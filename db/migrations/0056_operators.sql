-- Accounts of those who work (ADR 0043): a second factor, sessions that one sees and ends, the automatic logout with the
-- work that was half done, offices handed over.

-- What is asked of those who work: in the whole network (office_id null) and, more strictly, at one office. No row: what
-- the program asks by itself.
CREATE TABLE access_rule (
  office_id int REFERENCES office (id),
  second_factor boolean NOT NULL,
  -- days from the first login at which it was asked for, before nothing goes on without it
  grace_days int NOT NULL CHECK (grace_days BETWEEN 0 AND 30),
  -- without a click, until the automatic logout: at one's own computer, and at one that others use too
  idle_minutes int NOT NULL CHECK (idle_minutes BETWEEN 5 AND 240),
  shared_idle_minutes int NOT NULL CHECK (shared_idle_minutes BETWEEN 2 AND 60),
  changed_at timestamptz NOT NULL,
  changed_by int REFERENCES account (id),
  CONSTRAINT access_rule_once UNIQUE NULLS NOT DISTINCT (office_id)
);

-- When somebody who works first logged in where a second factor is asked for, and had none.
CREATE TABLE second_factor_asked (
  account_id int PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
  first_at timestamptz NOT NULL
);

-- The app that shows codes (TOTP, RFC 6238). The next one is set up beside the one in use, until its first code is right.
CREATE TABLE authenticator_app (
  account_id int PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
  secret_cipher bytea,
  added_at timestamptz,
  -- the last step of thirty seconds whose code was used: no code is good twice
  last_step bigint NOT NULL DEFAULT 0,
  next_cipher bytea,
  next_at timestamptz,
  CONSTRAINT authenticator_app_added CHECK ((secret_cipher IS NULL) = (added_at IS NULL)),
  CONSTRAINT authenticator_app_next CHECK ((next_cipher IS NULL) = (next_at IS NULL))
);

-- Passkeys (WebAuthn): public keys, nothing secret.
CREATE TABLE passkey (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account_id int NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  credential_id text NOT NULL UNIQUE,
  public_key bytea NOT NULL,
  counter bigint NOT NULL,
  transports text[] NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  added_at timestamptz NOT NULL,
  used_at timestamptz
);
CREATE INDEX passkey_account ON passkey (account_id);

-- What a browser was asked to sign; good once.
CREATE TABLE passkey_challenge (
  challenge text PRIMARY KEY,
  account_id int NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  purpose text NOT NULL CHECK (purpose IN ('add', 'prove')),
  expires_at timestamptz NOT NULL
);
CREATE INDEX passkey_challenge_expiry ON passkey_challenge (expires_at);
CREATE INDEX passkey_challenge_account ON passkey_challenge (account_id);

-- For when telephone and keys are lost: each good once. Two letters say which it is, the rest is hashed like a password.
CREATE TABLE recovery_code (
  account_id int NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  mark text NOT NULL CHECK (length(mark) = 2),
  code_hash text NOT NULL,
  made_at timestamptz NOT NULL,
  PRIMARY KEY (account_id, mark)
);

-- The password was right and the second factor is still to come: no session yet.
CREATE TABLE half_login (
  token_hash bytea PRIMARY KEY,
  account_id int NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  shared boolean NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX half_login_account ON half_login (account_id);
CREATE INDEX half_login_expiry ON half_login (expires_at);

ALTER TABLE session
  -- by which its owner ends it; the token itself is nowhere
  ADD COLUMN id bigint GENERATED ALWAYS AS IDENTITY,
  -- browser and system in words, or a program's
  ADD COLUMN device text CHECK (length(device) <= 80),
  -- of those who work: the last click, and how many minutes without one end it; null: only its end does
  ADD COLUMN seen_at timestamptz,
  ADD COLUMN idle_minutes int,
  ADD COLUMN shared boolean NOT NULL DEFAULT false;
ALTER TABLE session ADD CONSTRAINT session_id UNIQUE (id);

-- A form that was sent, or left, when the automatic logout had come: its owner finds it after the next login.
CREATE TABLE kept_work (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account_id int NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  path text NOT NULL,
  -- the page's title and the fields
  values_cipher bytea NOT NULL,
  kept_at timestamptz NOT NULL,
  CONSTRAINT kept_work_once UNIQUE (account_id, path)
);
CREATE INDEX kept_work_age ON kept_work (kept_at);

-- An office passes from one administrator to another, when the other says yes.
CREATE TABLE office_hand_over (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  office_id int NOT NULL REFERENCES office (id),
  from_account int NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  to_account int NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  -- the roles that the one who leaves goes on with
  keeps text[] NOT NULL,
  asked_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  ended_at timestamptz,
  outcome text CHECK (outcome IN ('accepted', 'declined', 'withdrawn')),
  CONSTRAINT office_hand_over_end CHECK ((ended_at IS NULL) = (outcome IS NULL)),
  CONSTRAINT office_hand_over_two CHECK (from_account <> to_account)
);
CREATE UNIQUE INDEX office_hand_over_open ON office_hand_over (office_id) WHERE ended_at IS NULL;
CREATE INDEX office_hand_over_from ON office_hand_over (from_account);
CREATE INDEX office_hand_over_to ON office_hand_over (to_account);
