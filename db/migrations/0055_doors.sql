-- One person, several doors (ADR 0042): SPID, CIE and eIDAS beside e-mail and password, all leading to one account.

-- Who a federation says somebody is, and the account that is theirs. The subject is a keyed hash: of the codice fiscale, the
-- same for SPID and CIE, or of the identifier of an eIDAS person.
CREATE TABLE account_identity (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account_id int NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  scheme text NOT NULL CHECK (scheme IN ('spid', 'cie', 'eidas')),
  subject_key bytea NOT NULL CHECK (octet_length(subject_key) = 32),
  -- entityID or issuer of the last login, and its level
  provider text NOT NULL,
  level smallint NOT NULL CHECK (level BETWEEN 1 AND 3),
  linked_at timestamptz NOT NULL,
  used_at timestamptz NOT NULL,
  CONSTRAINT account_identity_subject UNIQUE (scheme, subject_key),
  CONSTRAINT account_identity_one_door UNIQUE (account_id, scheme)
);
CREATE INDEX account_identity_person ON account_identity (subject_key);

-- How somebody logged in, and how surely: a password is level 1, a second factor level 2.
ALTER TABLE session
  ADD COLUMN scheme text NOT NULL DEFAULT 'local' CHECK (scheme IN ('local', 'spid', 'cie', 'eidas')),
  ADD COLUMN level smallint NOT NULL DEFAULT 1 CHECK (level BETWEEN 1 AND 3);

-- What a service asks of who books: any account, somebody who has shown who they are once, or a login with SPID or CIE now.
ALTER TABLE offering DROP CONSTRAINT offering_login_level_check;
ALTER TABLE offering ADD CONSTRAINT offering_login_level_check
  CHECK (login_level IN ('account', 'identified', 'digital-2', 'digital-3'));

ALTER TABLE identification DROP CONSTRAINT identification_how_check;
ALTER TABLE identification ADD CONSTRAINT identification_how_check
  CHECK (how IN ('passport', 'identity-card', 'driving-licence', 'residence-permit', 'other-document', 'spid', 'cie', 'eidas'));

-- Until when accounts with e-mail and password may be opened and used by citizens of consular offices (dates of law). One
-- row at most; null: no end is set. The last day counts whole, in Italy.
CREATE TABLE local_account_rule (
  id int PRIMARY KEY DEFAULT 1 CHECK (id = 1),
  last_opening_day date,
  last_use_day date,
  -- how long before the last day of use people are told
  warn_days int NOT NULL DEFAULT 90 CHECK (warn_days BETWEEN 0 AND 365),
  changed_at timestamptz NOT NULL,
  changed_by int REFERENCES account (id),
  CONSTRAINT local_account_rule_order CHECK (last_opening_day <= last_use_day)
);

-- Who has been told by e-mail that the password ends, and of which day: once well ahead, once in the last weeks.
CREATE TABLE local_account_warning (
  account_id int NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  last_use_day date NOT NULL,
  kind text NOT NULL CHECK (kind IN ('ahead', 'soon')),
  warned_at timestamptz NOT NULL,
  PRIMARY KEY (account_id, last_use_day, kind)
);
