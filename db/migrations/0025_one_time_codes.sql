-- A code sent by e-mail before an offering is booked, where the office asks for it. The digits are nowhere: they follow
-- from `salt` and the master secret, and what is typed is compared with `code_key`, a keyed hash over the hold, the
-- account, the service, the session and the digits. Only the newest of a hold is good.
CREATE TABLE one_time_code (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  hold_id uuid NOT NULL REFERENCES hold ON DELETE CASCADE,
  account_id int NOT NULL REFERENCES account ON DELETE CASCADE,
  -- keyed hash of the session that asked
  session_key bytea NOT NULL,
  salt bytea NOT NULL,
  code_key bytea NOT NULL,
  attempts int NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  CONSTRAINT one_time_code_attempts CHECK (attempts BETWEEN 0 AND 5)
);
CREATE INDEX one_time_code_hold ON one_time_code (hold_id, id);
CREATE INDEX one_time_code_account ON one_time_code (account_id, created_at);

-- What an office does to many bookings at once: offers other seats, cancels, writes. Each booking is an item, done by the
-- worker in its own transaction, so that a run that was killed goes on where it stood.
CREATE TABLE mass_action (
  id uuid PRIMARY KEY,
  office_id int NOT NULL REFERENCES office,
  kind text NOT NULL CHECK (kind IN ('move', 'cancel', 'message')),
  -- bookings that were chosen
  total int NOT NULL,
  -- what people are told, in each language
  words_cipher bytea,
  asked_by int REFERENCES account,
  created_at timestamptz NOT NULL
);
CREATE INDEX mass_action_office ON mass_action (office_id, created_at);

CREATE TABLE mass_item (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  mass_id uuid NOT NULL REFERENCES mass_action ON DELETE CASCADE,
  booking_id bigint NOT NULL REFERENCES booking ON DELETE CASCADE,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'done', 'skipped')),
  -- of one that was skipped
  why text,
  decided_at timestamptz,
  CONSTRAINT mass_item_once UNIQUE (mass_id, booking_id)
);
CREATE INDEX mass_item_waiting ON mass_item (mass_id, id) WHERE state = 'waiting';
CREATE INDEX mass_item_booking ON mass_item (booking_id);

-- The mass action that made an offer: its results are read from the offers.
ALTER TABLE proposal ADD COLUMN mass_id uuid REFERENCES mass_action ON DELETE SET NULL;
CREATE INDEX proposal_mass ON proposal (mass_id) WHERE mass_id IS NOT NULL;
