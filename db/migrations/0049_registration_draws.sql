-- Registration draws (ADR 0035): people say beforehand when and where they could come, the draw puts them in order, and
-- each gets the earliest seat left that suits them.
CREATE TABLE registration (
  room_id int NOT NULL,
  number int NOT NULL,
  account_id int REFERENCES account (id),
  -- { party, weekdays, from, to, fromTime, toTime }, as canonical JSON spells it
  wishes jsonb NOT NULL,
  -- the offices where they would go, the one they prefer first, as offerings of one service
  offering_ids int[] NOT NULL CHECK (cardinality(offering_ids) BETWEEN 1 AND 31),
  -- what their channel and where they live make them count as where planners have quotas (`groupOf`)
  quota_group text NOT NULL,
  -- people, contacts, reason, notes and residence, as a booking asks for them; forgotten some time after the draw
  answers_cipher bytea,
  -- of the wishes with a salt that only the person is shown: fixed at closing, published, and theirs to check
  salt text NOT NULL CHECK (salt ~ '^[0-9a-f]{32}$'),
  wishes_hash text NOT NULL CHECK (wishes_hash ~ '^[0-9a-f]{64}$'),
  -- to be put on the waiting list, if not drawn
  wants_waiting boolean NOT NULL,
  registered_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  -- in the order drawn; null before
  place int,
  state text NOT NULL DEFAULT 'registered' CHECK (state IN ('registered', 'assigned', 'not-drawn', 'refused')),
  -- why nothing was assigned: no seat left that suits; none would have suited in the first place; or what kept them from booking
  why text,
  decided_at timestamptz,
  offering_id int REFERENCES offering (id),
  slot_ids bigint[],
  starts_at timestamptz,
  booking_id bigint REFERENCES booking (id) ON DELETE SET NULL,
  -- what they count as in the next registration draw, where that changed
  next_weight int,
  -- what came of the wish for the waiting list: 'joined', or why not
  waiting text,
  PRIMARY KEY (room_id, number),
  FOREIGN KEY (room_id, number) REFERENCES ticket (room_id, number) ON DELETE CASCADE,
  CONSTRAINT registration_decided CHECK ((state = 'registered') = (decided_at IS NULL)),
  CONSTRAINT registration_seat CHECK ((state = 'assigned') = (slot_ids IS NOT NULL))
);
CREATE INDEX registration_account ON registration (account_id) WHERE account_id IS NOT NULL;
CREATE INDEX registration_to_assign ON registration (room_id, place) WHERE state = 'registered' AND place IS NOT NULL;
CREATE INDEX registration_to_hand_over ON registration (room_id, place) WHERE state = 'not-drawn' AND waiting IS NULL;
CREATE INDEX registration_to_forget ON registration (decided_at) WHERE answers_cipher IS NOT NULL;

-- How far a registration draw is, beside its room and its draw.
CREATE TABLE registration_draw (
  room_id int PRIMARY KEY REFERENCES room (id) ON DELETE CASCADE,
  -- fixed at closing: a line `number pseudonym wishes_hash` each, and their hash; and the seats as they were then
  wishes_list text,
  wishes_root text CHECK (wishes_root ~ '^[0-9a-f]{64}$'),
  seats_at_closing jsonb,
  fixed_at timestamptz,
  -- the seats as they were when the first was assigned
  seats_offered jsonb,
  begun_at timestamptz,
  assigned_at timestamptz,
  -- called off by the office before it was drawn
  cancelled_at timestamptz,
  cancelled_by int REFERENCES account (id),
  cancel_reason jsonb,
  told_cancelled_at timestamptz
);
