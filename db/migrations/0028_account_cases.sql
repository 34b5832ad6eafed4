-- Blocks are decided by people, say why, and stop new bookings only: nothing reads them but the question whether somebody
-- may book. Merged accounts, changes of profile data and a rule for appointments missed are decided by people too.

CREATE TABLE account_block (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account_id int NOT NULL REFERENCES account ON DELETE CASCADE,
  office_id int REFERENCES office,     -- null: at every office, by the network's administrators
  kind text NOT NULL CHECK (kind IN ('third-party-contacts', 'several-identities', 'no-shows', 'abuse')),
  reason_cipher bytea NOT NULL,
  last_day date,                       -- null: until somebody decides
  ends_at timestamptz,                 -- the end of the last day, by the office's clock
  created_by int NOT NULL REFERENCES account,
  created_at timestamptz NOT NULL,
  lifted_at timestamptz,
  lifted_by int REFERENCES account,
  CONSTRAINT account_block_end CHECK ((last_day IS NULL) = (ends_at IS NULL)),
  CONSTRAINT account_block_lifted CHECK ((lifted_at IS NULL) = (lifted_by IS NULL))
);
CREATE INDEX account_block_account ON account_block (account_id);
CREATE INDEX account_block_office ON account_block (office_id) WHERE lifted_at IS NULL;

-- What was decided about a block after it was made, with or without an appeal, and why.
CREATE TABLE account_block_decision (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  block_id int NOT NULL REFERENCES account_block ON DELETE CASCADE,
  outcome text NOT NULL CHECK (outcome IN ('lifted', 'shortened', 'kept')),
  last_day date,
  reason_cipher bytea NOT NULL,
  decided_by int NOT NULL REFERENCES account,
  decided_at timestamptz NOT NULL
);
CREATE INDEX account_block_decision_block ON account_block_decision (block_id);

-- What somebody answers to a block, or to the pause after appointments missed (then the last of them is named).
CREATE TABLE account_appeal (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account_id int NOT NULL REFERENCES account ON DELETE CASCADE,
  office_id int REFERENCES office,     -- who decides; null: the network's administrators
  block_id int REFERENCES account_block ON DELETE CASCADE,
  booking_id bigint REFERENCES booking ON DELETE CASCADE,
  text_cipher bytea NOT NULL,
  created_at timestamptz NOT NULL,
  outcome text CHECK (outcome IN ('lifted', 'shortened', 'kept')),
  answer_cipher bytea,
  decided_by int REFERENCES account,
  decided_at timestamptz,
  CONSTRAINT account_appeal_about CHECK ((block_id IS NULL) <> (booking_id IS NULL)),
  CONSTRAINT account_appeal_decided CHECK ((outcome IS NULL) = (decided_at IS NULL) AND (outcome IS NULL) = (answer_cipher IS NULL))
);
CREATE UNIQUE INDEX account_appeal_one_open ON account_appeal (block_id) WHERE outcome IS NULL;
CREATE UNIQUE INDEX account_appeal_one_pause ON account_appeal (booking_id) WHERE booking_id IS NOT NULL;
CREATE INDEX account_appeal_account ON account_appeal (account_id);
CREATE INDEX account_appeal_office ON account_appeal (office_id, created_at) WHERE outcome IS NULL;

-- Until when any block holds, so that whoever has none is not asked about. Far in the future: until somebody decides.
ALTER TABLE account ADD COLUMN restricted_until timestamptz;

-- Names, birth and codice fiscale that somebody asks to have put right. Old and new values are encrypted.
CREATE TABLE account_change (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account_id int NOT NULL REFERENCES account ON DELETE CASCADE,
  old_cipher bytea NOT NULL,
  new_cipher bytea NOT NULL,
  why_cipher bytea NOT NULL,
  created_at timestamptz NOT NULL,
  outcome text CHECK (outcome IN ('accepted', 'refused', 'withdrawn')),
  answer_cipher bytea,
  bookings_too boolean NOT NULL DEFAULT false,
  decided_by int REFERENCES account,
  decided_office int REFERENCES office,
  decided_at timestamptz,
  CONSTRAINT account_change_decided CHECK ((outcome IS NULL) = (decided_at IS NULL))
);
CREATE UNIQUE INDEX account_change_one_open ON account_change (account_id) WHERE outcome IS NULL;
CREATE INDEX account_change_account ON account_change (account_id);

-- The addresses of accounts that were merged into another lead to the one that remained.
CREATE TABLE account_alias (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email text NOT NULL,                 -- lower case
  account_id int NOT NULL REFERENCES account ON DELETE CASCADE,
  closed_id int NOT NULL UNIQUE REFERENCES account,
  office_id int REFERENCES office,
  merged_by int NOT NULL REFERENCES account,
  merged_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX account_alias_email ON account_alias (email);
CREATE INDEX account_alias_account ON account_alias (account_id);

-- After so many appointments missed in so many months, a pause of so many days for new bookings. Off unless set.
ALTER TABLE office
  ADD COLUMN no_show_limit int CHECK (no_show_limit BETWEEN 2 AND 10),
  ADD COLUMN no_show_months int CHECK (no_show_months BETWEEN 1 AND 24),
  ADD COLUMN no_show_days int CHECK (no_show_days BETWEEN 1 AND 90),
  ADD COLUMN no_show_scope text CHECK (no_show_scope IN ('service', 'office')),
  ADD CONSTRAINT office_no_show_rule CHECK (num_nulls(no_show_limit, no_show_months, no_show_days, no_show_scope) IN (0, 4));

CREATE INDEX booking_no_show ON booking (account_id, office_id, starts_at) WHERE status = 'no-show';

-- Appointments missed for a reason the office accepts: they no longer count.
CREATE TABLE no_show_excuse (
  booking_id bigint PRIMARY KEY REFERENCES booking ON DELETE CASCADE,
  excused_by int NOT NULL REFERENCES account,
  excused_at timestamptz NOT NULL
);

CREATE INDEX account_phone ON account (phone) WHERE phone IS NOT NULL;
CREATE INDEX account_person ON account (person_key) WHERE person_key IS NOT NULL;
CREATE INDEX account_birth ON account (birth_date, lower(family_name)) WHERE birth_date IS NOT NULL;
CREATE INDEX account_office ON account (office_id) WHERE office_id IS NOT NULL;
