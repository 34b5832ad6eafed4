-- What an office asks beyond the people's data, the files it asks for, and who may book a service by invitation.

-- Asked of the first person, of each companion, or of both; answers keep a copy of what was asked (ADR 0016).
CREATE TABLE question (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  offering_id int NOT NULL REFERENCES offering ON DELETE CASCADE,
  code text NOT NULL CHECK (code ~ '^[a-z][a-z0-9-]{0,39}$'),
  asked_of text[] NOT NULL CHECK (asked_of <@ '{applicant,companion}' AND cardinality(asked_of) > 0),
  control text NOT NULL CHECK (control IN ('date', 'text', 'choice')),
  label jsonb NOT NULL,
  hint jsonb,
  mandatory boolean NOT NULL,
  max_length int NOT NULL DEFAULT 100 CHECK (max_length BETWEEN 1 AND 500),
  pattern text CHECK (length(pattern) BETWEEN 1 AND 200),
  pattern_message jsonb,               -- what people read when the answer does not fit
  options jsonb NOT NULL DEFAULT '[]', -- of a choice: [{ code, label }]
  position int NOT NULL,
  CONSTRAINT question_code UNIQUE (offering_id, code),
  CONSTRAINT question_pattern CHECK (pattern IS NULL OR control = 'text')
);
CREATE INDEX question_of_offering ON question (offering_id, position);

CREATE TABLE requested_file (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  offering_id int NOT NULL REFERENCES offering ON DELETE CASCADE,
  code text NOT NULL CHECK (code ~ '^[a-z][a-z0-9-]{0,39}$'),
  label jsonb NOT NULL,
  hint jsonb,
  mandatory boolean NOT NULL,
  max_bytes int NOT NULL DEFAULT 5242880 CHECK (max_bytes BETWEEN 65536 AND 10485760),
  position int NOT NULL,
  CONSTRAINT requested_file_code UNIQUE (offering_id, code)
);
CREATE INDEX requested_file_of_offering ON requested_file (offering_id, position);

-- A file sent by a citizen: with the hold until it is booked, then with the booking.
CREATE TABLE attachment (
  id uuid PRIMARY KEY,
  hold_id uuid,                        -- no foreign key: holds that came to nothing go after a week, their files after a day
  booking_id bigint REFERENCES booking ON DELETE CASCADE,
  account_id int NOT NULL REFERENCES account,
  file_code text NOT NULL,             -- of the requested file
  label jsonb NOT NULL,                -- what was asked for, as it was called then
  name_cipher bytea NOT NULL,
  media_type text NOT NULL CHECK (media_type IN ('application/pdf', 'image/jpeg', 'image/png')),
  size int NOT NULL CHECK (size > 0),
  created_at timestamptz NOT NULL,
  CONSTRAINT attachment_of_something CHECK (hold_id IS NOT NULL OR booking_id IS NOT NULL)
);
CREATE INDEX attachment_booking ON attachment (booking_id) WHERE booking_id IS NOT NULL;
CREATE INDEX attachment_hold ON attachment (hold_id) WHERE booking_id IS NULL;
CREATE INDEX attachment_account ON attachment (account_id);

-- Encrypted in pieces, so that no more than one is ever in memory when it is read.
CREATE TABLE attachment_part (
  attachment_id uuid NOT NULL REFERENCES attachment ON DELETE CASCADE,
  position int NOT NULL,
  content bytea NOT NULL,
  PRIMARY KEY (attachment_id, position)
);
ALTER TABLE attachment_part ALTER COLUMN content SET STORAGE EXTERNAL;

-- The right to book a service once. The code follows from id and salt by a key of the server; here is only its hash.
CREATE TABLE invitation (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  offering_id int NOT NULL REFERENCES offering ON DELETE CASCADE,
  salt bytea NOT NULL,
  code_key bytea NOT NULL CONSTRAINT invitation_code UNIQUE,
  person_cipher bytea,                 -- whom it is for, in the office's words
  email_cipher bytea,
  note_cipher bytea,
  valid_until timestamptz NOT NULL,    -- the first instant that is too late
  created_by int REFERENCES account,
  created_at timestamptz NOT NULL,
  revoked_at timestamptz,
  hold_id uuid,                        -- the seat that was held with it last
  booking_id bigint REFERENCES booking ON DELETE SET NULL,
  used_at timestamptz
);
CREATE INDEX invitation_of_offering ON invitation (offering_id, id DESC);
CREATE INDEX invitation_hold ON invitation (hold_id) WHERE hold_id IS NOT NULL;
CREATE INDEX invitation_booking ON invitation (booking_id) WHERE booking_id IS NOT NULL;
