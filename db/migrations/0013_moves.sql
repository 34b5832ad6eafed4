-- A seat that the office offers somebody instead of the one they have. The seat itself is a row of `hold`, owned by
-- `p:<booking>:<hold>`; the old seat stays theirs until they accept.
CREATE TABLE proposal (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  booking_id bigint NOT NULL REFERENCES booking ON DELETE CASCADE,
  office_id int NOT NULL REFERENCES office,
  cause text NOT NULL CHECK (cause IN ('planner', 'closure', 'office')),
  -- withdrawn: the booking was moved or cancelled, or another seat was offered; no-seat: none was found
  state text NOT NULL CHECK (state IN ('offered', 'accepted', 'declined', 'expired', 'withdrawn', 'no-seat')),
  hold_id uuid,
  old_starts_at timestamptz NOT NULL,
  starts_at timestamptz,
  ends_at timestamptz,
  expires_at timestamptz,
  -- the operator, when it was offered by hand
  offered_by int REFERENCES account,
  created_at timestamptz NOT NULL,
  decided_at timestamptz,
  -- from here on the office has nothing left to do about it
  settled_at timestamptz,
  CONSTRAINT proposal_has_seat CHECK ((state = 'no-seat') = (hold_id IS NULL)),
  CONSTRAINT proposal_over CHECK (state NOT IN ('accepted', 'withdrawn') OR settled_at IS NOT NULL)
);
CREATE UNIQUE INDEX proposal_one_open ON proposal (booking_id) WHERE settled_at IS NULL;
CREATE INDEX proposal_booking ON proposal (booking_id);
CREATE INDEX proposal_office ON proposal (office_id, created_at) WHERE settled_at IS NULL;
CREATE INDEX proposal_expiry ON proposal (expires_at) WHERE state = 'offered';

-- What a citizen asks of the office when they may not do it alone.
CREATE TABLE booking_request (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  booking_id bigint NOT NULL REFERENCES booking ON DELETE CASCADE,
  office_id int NOT NULL REFERENCES office,
  kind text NOT NULL CHECK (kind IN ('cancel', 'change')),
  text_cipher bytea NOT NULL,
  -- done: the booking was cancelled or moved, as asked
  state text NOT NULL CHECK (state IN ('open', 'answered', 'done')),
  answer_cipher bytea,
  answered_by int REFERENCES account,
  created_at timestamptz NOT NULL,
  answered_at timestamptz,
  CONSTRAINT booking_request_answer CHECK ((state = 'answered') = (answer_cipher IS NOT NULL))
);
CREATE UNIQUE INDEX booking_request_one_open ON booking_request (booking_id, kind) WHERE state = 'open';
CREATE INDEX booking_request_booking ON booking_request (booking_id, created_at);
CREATE INDEX booking_request_office ON booking_request (office_id, created_at) WHERE state = 'open';

-- What waits for the office's confirmation.
CREATE INDEX booking_awaiting_office ON booking (office_id, starts_at) WHERE status = 'awaiting-office';

-- Why an office cancels may say something about a person: new reasons are written encrypted, earlier ones stay readable.
ALTER TABLE booking ADD COLUMN cancel_reason_cipher bytea;
