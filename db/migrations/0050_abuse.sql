-- Against resale and bots, without hurting people (ADR 0036).

-- When a proof of work is asked for: under attack by itself, or for an hour by the hand of an administrator.
CREATE TABLE proof_demand (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  cause text NOT NULL CHECK (cause IN ('signs', 'by-hand')),
  -- what was seen, as figures
  figures jsonb NOT NULL DEFAULT '{}',
  began_at timestamptz NOT NULL,
  until_at timestamptz NOT NULL,
  created_by int REFERENCES account (id),
  ended_by int REFERENCES account (id),
  CONSTRAINT proof_demand_order CHECK (until_at >= began_at),
  CONSTRAINT proof_demand_hand CHECK ((cause = 'by-hand') = (created_by IS NOT NULL))
);
CREATE INDEX proof_demand_until ON proof_demand (until_at);

-- How often what an attack goes for was asked for, by minute, of all processes together.
CREATE TABLE guarded_count (
  minute timestamptz NOT NULL,
  kind text NOT NULL,
  count int NOT NULL,
  PRIMARY KEY (minute, kind)
);

-- Proofs and waits that were handed in: each is good once.
CREATE TABLE proof_used (
  key bytea PRIMARY KEY,
  -- the request it was handed in with: the same one may be sent again
  request_key bytea NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX proof_used_expiry ON proof_used (expires_at);

-- Browsers by which more than one account was entered, as a keyed hash of a mark the site gave; only to be counted.
CREATE TABLE browser_account (
  browser_key bytea NOT NULL,
  account_id int NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  first_at timestamptz NOT NULL,
  last_at timestamptz NOT NULL,
  PRIMARY KEY (browser_key, account_id)
);
CREATE INDEX browser_account_account ON browser_account (account_id);
CREATE INDEX browser_account_last ON browser_account (last_at);

-- Something that a person should look at. Nothing follows from it by itself.
CREATE TABLE signal (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('speed', 'shared-browser', 'account-pattern', 'cancelling', 'mass-joins', 'dropped-holds')),
  -- keyed hash of whom it is about, so that it is found again
  subject_key bytea NOT NULL,
  -- figures only
  evidence jsonb NOT NULL,
  first_at timestamptz NOT NULL,
  last_at timestamptz NOT NULL,
  decision text CHECK (decision IN ('no-matter', 'warn', 'identify', 'block')),
  reason_cipher bytea,
  decided_office int REFERENCES office (id),
  decided_by int REFERENCES account (id),
  decided_at timestamptz,
  CONSTRAINT signal_decided CHECK ((decision IS NULL) = (decided_at IS NULL) AND (decision IS NULL) = (decided_by IS NULL))
);
CREATE UNIQUE INDEX signal_one_open ON signal (kind, subject_key) WHERE decision IS NULL;
CREATE INDEX signal_last ON signal (last_at);

CREATE TABLE signal_account (
  signal_id int NOT NULL REFERENCES signal (id) ON DELETE CASCADE,
  account_id int NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  PRIMARY KEY (signal_id, account_id)
);
CREATE INDEX signal_account_account ON signal_account (account_id);

-- The appointments concerned; their offices see the signal.
CREATE TABLE signal_booking (
  signal_id int NOT NULL REFERENCES signal (id) ON DELETE CASCADE,
  booking_id bigint NOT NULL REFERENCES booking (id) ON DELETE CASCADE,
  PRIMARY KEY (signal_id, booking_id)
);
CREATE INDEX signal_booking_booking ON signal_booking (booking_id);

-- Places in waiting rooms concerned.
CREATE TABLE signal_ticket (
  signal_id int NOT NULL REFERENCES signal (id) ON DELETE CASCADE,
  room_id int NOT NULL,
  number int NOT NULL,
  PRIMARY KEY (signal_id, room_id, number),
  FOREIGN KEY (room_id, number) REFERENCES ticket (room_id, number) ON DELETE CASCADE
);
CREATE INDEX signal_ticket_ticket ON signal_ticket (room_id, number);

-- A warning, or being asked to show a document at the office, with the person's answer. A block is a row of account_block.
CREATE TABLE signal_notice (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account_id int NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  -- null: the network's administrators
  office_id int REFERENCES office (id),
  signal_kind text NOT NULL,
  decision text NOT NULL CHECK (decision IN ('warn', 'identify')),
  reason_cipher bytea NOT NULL,
  created_by int NOT NULL REFERENCES account (id),
  created_at timestamptz NOT NULL,
  appeal_cipher bytea,
  appealed_at timestamptz,
  outcome text CHECK (outcome IN ('kept', 'withdrawn')),
  answer_cipher bytea,
  answered_by int REFERENCES account (id),
  answered_at timestamptz,
  CONSTRAINT signal_notice_appeal CHECK ((appeal_cipher IS NULL) = (appealed_at IS NULL)),
  CONSTRAINT signal_notice_answer CHECK ((outcome IS NULL) = (answered_at IS NULL) AND (outcome IS NULL) = (answer_cipher IS NULL)),
  CONSTRAINT signal_notice_answered CHECK (outcome IS NULL OR appealed_at IS NOT NULL)
);
CREATE INDEX signal_notice_account ON signal_notice (account_id);
CREATE INDEX signal_notice_open ON signal_notice (office_id) WHERE appealed_at IS NOT NULL AND outcome IS NULL;

-- What became of signals, kept as counts after they are deleted: how many were false alarms.
CREATE TABLE signal_count (
  month date NOT NULL,
  kind text NOT NULL,
  decision text NOT NULL,
  count int NOT NULL,
  PRIMARY KEY (month, kind, decision)
);

-- Detectors look at what was booked and cancelled lately.
CREATE INDEX booking_created ON booking (created_at);
CREATE INDEX account_created ON account (created_at) WHERE closed_at IS NULL;

-- Bookings are nominal: who is served by one is written when it is made. Only the correction of a mistake, by an office,
-- passes, and says so for that booking (booking/account-cases/correct-people.ts).
CREATE FUNCTION booking_is_nominal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('turno.correcting', true) IS DISTINCT FROM OLD.booking_id::text THEN
    RAISE EXCEPTION 'who is served by a booking does not change' USING ERRCODE = 'check_violation', CONSTRAINT = 'booking_is_nominal';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER booking_is_nominal BEFORE UPDATE OF booking_id, position, given_name, family_name, birth_date, codice_fiscale_cipher,
  codice_fiscale_key, person_key, likeness_key ON booking_person FOR EACH ROW EXECUTE FUNCTION booking_is_nominal();
-- How often a person booked a service and cancelled again; rows get here only when a booking ends.
CREATE INDEX booking_person_past ON booking_person (person_key, service_code) WHERE NOT live;
-- Who waits, by name and birth date as they were at joining: a seat offered is for them. Null where no birth date was known.
ALTER TABLE waiting_entry ADD COLUMN likeness_key bytea;
