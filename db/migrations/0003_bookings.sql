-- Holds, bookings, their people and history; what the worker must do; answers kept for idempotency keys.

CREATE TABLE hold (
  id uuid PRIMARY KEY,
  owner text NOT NULL,                 -- 'a:<account id>', 'b:<hash of the browser''s secret>' before login, 'o:<operator>' at the desk
  -- Only the slot is a foreign key: a hold lives for minutes, and each check costs the rush as much as the row itself.
  account_id int,                      -- null before login
  slot_ids bigint[] NOT NULL,          -- by start; more than one for a service longer than a slot
  slot_id bigint NOT NULL REFERENCES slot,
  planner_id int NOT NULL,
  offering_id int NOT NULL,
  day date NOT NULL,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  party int NOT NULL CHECK (party BETWEEN 1 AND 20),
  reschedule_of bigint,
  state text NOT NULL CHECK (state IN ('live', 'booked', 'released')),
  seats_returned boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL,
  first_expires_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  extended boolean NOT NULL DEFAULT false,
  draft bytea                          -- the form as typed so far, encrypted
) WITH (fillfactor = 70);
CREATE UNIQUE INDEX hold_one_live ON hold (owner) WHERE state = 'live';
CREATE INDEX hold_expiry ON hold (expires_at) WHERE state = 'live';
CREATE INDEX hold_unreturned ON hold (id) WHERE state = 'released' AND NOT seats_returned;
CREATE INDEX hold_anonymous ON hold (planner_id, day) WHERE state = 'live' AND account_id IS NULL;
CREATE INDEX hold_slot ON hold (slot_id);

CREATE TABLE booking (
  id bigint GENERATED ALWAYS AS IDENTITY (CACHE 20) PRIMARY KEY,
  code text NOT NULL CONSTRAINT booking_code UNIQUE,
  hold_id uuid CONSTRAINT booking_hold UNIQUE,
  account_id int REFERENCES account,   -- null: booked at the desk for somebody without an account
  office_id int NOT NULL REFERENCES office,
  offering_id int NOT NULL REFERENCES offering,
  service_code text NOT NULL REFERENCES service,
  planner_id int NOT NULL REFERENCES planner,
  slot_ids bigint[] NOT NULL,
  slot_id bigint NOT NULL REFERENCES slot,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  party int NOT NULL CHECK (party BETWEEN 1 AND 20),
  channel text NOT NULL CHECK (channel IN ('web', 'desk', 'phone', 'partner-desk', 'totem', 'api')),
  status text NOT NULL CHECK (status IN ('awaiting-clearance', 'awaiting-office', 'booked', 'confirmed',
                                         'checked-in', 'served', 'no-show', 'cancelled')),
  live boolean NOT NULL DEFAULT true,  -- false once it is over: the people may book again
  cancelled_by text CHECK (cancelled_by IN ('citizen', 'office', 'rejected', 'not-confirmed', 'clearance-refused',
                                            'clearance-late')),
  cancel_reason text,
  contact_email text,
  contact_phone text,
  language text NOT NULL,
  reason text,                         -- why the service is asked for, a code
  notes_cipher bytea,
  delivery_cipher bytea,
  confirm_by text NOT NULL CHECK (confirm_by IN ('citizen', 'office', 'nobody')),
  confirm_opens_at timestamptz,
  confirm_closes_at timestamptz,       -- the first instant that is too late
  confirm_requested_at timestamptz,
  reminded_at timestamptz,
  cancel_closes_at timestamptz NOT NULL,
  taken_in_charge_at timestamptz,
  taken_in_charge_by int REFERENCES account,
  privacy_accepted_at timestamptz,
  created_by int REFERENCES account,
  created_at timestamptz NOT NULL,
  CONSTRAINT booking_cancelled CHECK ((status = 'cancelled') = (cancelled_by IS NOT NULL)),
  CONSTRAINT booking_live CHECK (live = (status IN ('awaiting-clearance', 'awaiting-office', 'booked', 'confirmed',
                                                    'checked-in')))
) WITH (fillfactor = 80);
CREATE INDEX booking_agenda ON booking (office_id, starts_at);
CREATE INDEX booking_account ON booking (account_id, starts_at);
CREATE INDEX booking_slot ON booking (slot_id) WHERE live;
CREATE INDEX booking_to_ask ON booking (confirm_opens_at) WHERE status = 'booked' AND confirm_requested_at IS NULL;
CREATE INDEX booking_unconfirmed ON booking (confirm_closes_at) WHERE status = 'booked';
CREATE INDEX booking_to_remind ON booking (starts_at) WHERE live AND reminded_at IS NULL;

CREATE TABLE booking_person (
  booking_id bigint NOT NULL REFERENCES booking ON DELETE CASCADE,
  position int NOT NULL,
  given_name text NOT NULL,
  family_name text NOT NULL,
  birth_date date,
  birth_place text,
  relationship text NOT NULL,
  codice_fiscale_cipher bytea,
  codice_fiscale_key bytea,
  answers_cipher bytea,
  person_key bytea NOT NULL,           -- keyed hash of who the person is
  service_code text NOT NULL,
  live boolean NOT NULL DEFAULT true,
  PRIMARY KEY (booking_id, position)
);
-- One live booking per person and service, across all offices and accounts.
CREATE UNIQUE INDEX booking_person_one_live ON booking_person (person_key, service_code) WHERE live;
CREATE INDEX booking_person_name ON booking_person (lower(family_name) text_pattern_ops);
CREATE INDEX booking_person_codice_fiscale ON booking_person (codice_fiscale_key) WHERE codice_fiscale_key IS NOT NULL;

CREATE TABLE booking_event (
  id bigint GENERATED ALWAYS AS IDENTITY (CACHE 20) PRIMARY KEY,
  booking_id bigint NOT NULL REFERENCES booking ON DELETE CASCADE,
  at timestamptz NOT NULL,
  kind text NOT NULL,
  actor text NOT NULL CHECK (actor IN ('citizen', 'office', 'system')),
  account_id int REFERENCES account,
  detail jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX booking_event_booking ON booking_event (booking_id, at);

CREATE TABLE outbox (
  id bigint GENERATED ALWAYS AS IDENTITY (CACHE 50) PRIMARY KEY,
  task text NOT NULL,
  payload jsonb NOT NULL,
  created_at timestamptz NOT NULL
);

-- One row per message that must reach a person; its key makes it once in effect.
CREATE TABLE message (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  dedupe_key text NOT NULL CONSTRAINT message_once UNIQUE,
  kind text NOT NULL,
  booking_id bigint REFERENCES booking ON DELETE CASCADE,
  account_id int REFERENCES account ON DELETE CASCADE,
  detail jsonb NOT NULL DEFAULT '{}',
  recipient text NOT NULL,
  language text NOT NULL,
  status text NOT NULL DEFAULT 'queued' CHECK (status IN ('queued', 'sent', 'failed', 'dropped')),
  attempts int NOT NULL DEFAULT 0,
  last_error text,
  created_at timestamptz NOT NULL,
  sent_at timestamptz
);
CREATE INDEX message_booking ON message (booking_id);
CREATE INDEX message_queued ON message (created_at) WHERE status = 'queued';

-- Mail caught in the demo set-up.
CREATE TABLE caught_mail (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  recipient text NOT NULL,
  subject text NOT NULL,
  text text NOT NULL,
  html text NOT NULL,
  attachments jsonb NOT NULL DEFAULT '[]',
  sent_at timestamptz NOT NULL
);
CREATE INDEX caught_mail_recipient ON caught_mail (lower(recipient), id DESC);

-- The first answer to a request that came with an idempotency key.
CREATE TABLE idempotent_answer (
  caller text NOT NULL,
  key text NOT NULL,
  body_hash bytea NOT NULL,
  status int,                          -- null while the first request is being decided
  body text,
  hold_id uuid,                        -- for a hold: the answer is made again from the row
  created_at timestamptz NOT NULL,
  PRIMARY KEY (caller, key)
);
CREATE INDEX idempotent_answer_age ON idempotent_answer (created_at);
