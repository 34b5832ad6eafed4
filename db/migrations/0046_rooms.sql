-- Waiting rooms: where people wait while seats of a release are contended, and the draws that put them in order
-- (ADR 0033, 0034). A room is over one release, or over planners whose seats are in demand without one.
CREATE TABLE room (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- in addresses; of a release it is the release's own code
  code text NOT NULL CONSTRAINT room_code UNIQUE,
  office_id int NOT NULL REFERENCES office (id),
  release_id bigint REFERENCES release (id) ON DELETE SET NULL,
  cause text NOT NULL CHECK (cause IN ('planned', 'demand', 'load')),
  ordering text NOT NULL CHECK (ordering IN ('first-come', 'draw', 'registration-draw')),
  -- announced → joining → closed (nobody who joins now is drawn) → admitting (turns begin) → ended
  state text NOT NULL CHECK (state IN ('announced', 'joining', 'closed', 'admitting', 'ended')),
  -- tickets are given from here on
  joins_at timestamptz NOT NULL,
  -- those who have joined by then are drawn, in no order of arrival; later ones line up behind them as they come
  closes_at timestamptz NOT NULL,
  -- seats open and turns begin, once the order is known
  opens_at timestamptz NOT NULL,
  -- only slots that open between these instants need a ticket; both null: every slot of the room's planners does
  gated_from timestamptz,
  gated_to timestamptz,
  -- how long a turn lasts
  turn_seconds int NOT NULL DEFAULT 600 CHECK (turn_seconds BETWEEN 120 AND 3600),
  -- the last number given
  last_number int NOT NULL DEFAULT 0,
  -- numbers 1 to this were drawn; null until the order is known
  drawn int,
  -- places up to this have had their turn
  admitted_through int NOT NULL DEFAULT 0,
  advanced_at timestamptz,
  -- seats free when it was last advanced, those that are still to open among them, and tickets per minute that got their turn lately
  free int NOT NULL DEFAULT 0,
  pace real,
  created_by int REFERENCES account (id),
  created_at timestamptz NOT NULL,
  ended_at timestamptz,
  -- once everybody was told how it ended for them, and once who they were is deleted
  settled_at timestamptz,
  forgotten_at timestamptz,
  -- how it ended: no seat is left, everybody had a turn, called off
  outcome text CHECK (outcome IN ('sold-out', 'emptied', 'cancelled')),
  CONSTRAINT room_times CHECK (joins_at <= closes_at AND closes_at <= opens_at),
  CONSTRAINT room_gate CHECK ((gated_from IS NULL) = (gated_to IS NULL)),
  CONSTRAINT room_ended CHECK ((state = 'ended') = (ended_at IS NOT NULL) AND (state = 'ended') = (outcome IS NOT NULL))
);
CREATE INDEX room_live ON room (joins_at) WHERE state <> 'ended';
CREATE INDEX room_lately ON room (ended_at) WHERE state = 'ended';
CREATE INDEX room_unsettled ON room (ended_at) WHERE state = 'ended' AND settled_at IS NULL;
CREATE INDEX room_office ON room (office_id, opens_at);
CREATE UNIQUE INDEX room_release ON room (release_id) WHERE release_id IS NOT NULL AND outcome IS DISTINCT FROM 'cancelled';

CREATE TABLE room_planner (
  room_id int NOT NULL REFERENCES room (id) ON DELETE CASCADE,
  planner_id int NOT NULL REFERENCES planner (id) ON DELETE CASCADE,
  PRIMARY KEY (room_id, planner_id)
);
CREATE INDEX room_planner_planner ON room_planner (planner_id);

-- One place in a room: of the person to be served, or of the few who come together.
CREATE TABLE ticket (
  room_id int NOT NULL REFERENCES room (id) ON DELETE CASCADE,
  -- in order of joining, without gaps; after the draw the place is found from it
  number int NOT NULL,
  offering_id int NOT NULL REFERENCES offering (id),
  -- who waits; null: entered by an operator for somebody without an account
  account_id int REFERENCES account (id),
  entered_by int REFERENCES account (id),
  -- keyed hash of the first person in this room, in hexadecimal: the name under which the public knows the ticket
  pseudonym text NOT NULL CHECK (pseudonym ~ '^[0-9a-f]{32}$'),
  party int NOT NULL CHECK (party BETWEEN 1 AND 20),
  -- who is to be served, and what they asked for: encrypted JSON
  people_cipher bytea NOT NULL,
  -- somebody saw who they are (an office, SPID, CIE)
  proved boolean NOT NULL DEFAULT false,
  weight int NOT NULL DEFAULT 1 CHECK (weight BETWEEN 1 AND 100),
  channel text NOT NULL,
  language text NOT NULL,
  device text NOT NULL CHECK (device IN ('phone', 'tablet', 'computer', 'program', 'none')),
  joined_at timestamptz NOT NULL,
  state text NOT NULL DEFAULT 'waiting'
    CHECK (state IN ('waiting', 'admitted', 'booked', 'lapsed', 'left', 'displaced', 'not-drawn', 'over')),
  admitted_at timestamptz,
  turn_ends_at timestamptz,
  settled_at timestamptz,
  booking_id bigint REFERENCES booking (id) ON DELETE SET NULL,
  told_near_at timestamptz,
  PRIMARY KEY (room_id, number)
) WITH (fillfactor = 80);
CREATE INDEX ticket_account ON ticket (account_id, room_id) WHERE account_id IS NOT NULL;
CREATE INDEX ticket_in_turn ON ticket (room_id, turn_ends_at) WHERE state = 'admitted';
CREATE INDEX ticket_waiting ON ticket (room_id, number) WHERE state = 'waiting';
CREATE INDEX ticket_settled ON ticket (room_id, settled_at) WHERE settled_at IS NOT NULL;

-- Who is on a ticket; a person is on one live ticket of a room.
CREATE TABLE ticket_person (
  room_id int NOT NULL,
  number int NOT NULL,
  person_key bytea NOT NULL,
  live boolean NOT NULL DEFAULT true,
  PRIMARY KEY (room_id, number, person_key),
  FOREIGN KEY (room_id, number) REFERENCES ticket (room_id, number) ON DELETE CASCADE
);
CREATE UNIQUE INDEX ticket_person_one_live ON ticket_person (room_id, person_key) WHERE live;

-- The ticket that a seat is held with, noted before the seat is asked for.
CREATE TABLE hold_ticket (
  hold_id uuid PRIMARY KEY,
  room_id int NOT NULL,
  number int NOT NULL,
  created_at timestamptz NOT NULL,
  FOREIGN KEY (room_id, number) REFERENCES ticket (room_id, number) ON DELETE CASCADE
);
CREATE INDEX hold_ticket_ticket ON hold_ticket (room_id, number);

-- How a room's order is found: all of it is public but the seed, until it is revealed.
CREATE TABLE draw (
  room_id int PRIMARY KEY REFERENCES room (id) ON DELETE CASCADE,
  -- the rules in their published spelling (canonical JSON), of which the commitment is made with the seed
  rules text NOT NULL,
  commitment text NOT NULL CHECK (commitment ~ '^[0-9a-f]{64}$'),
  seed_cipher bytea NOT NULL,
  -- a public value that nobody can know at closing: how it is named beforehand, or null
  mixing jsonb,
  public_value text,
  first_value text,
  first_by int REFERENCES account (id),
  first_at timestamptz,
  second_by int REFERENCES account (id),
  second_at timestamptz,
  -- fixed at closing: the list of tickets, a line each, and its hash
  list text,
  list_root text,
  closed_at timestamptz,
  -- revealed
  seed text,
  drawn_at timestamptz,
  -- numbers of tickets in the order drawn
  places int[]
);

-- Those who were not drawn in a registration draw have more weight in the next one of the same office and service.
CREATE TABLE draw_weight (
  person_key bytea NOT NULL,
  offering_id int NOT NULL REFERENCES offering (id) ON DELETE CASCADE,
  weight int NOT NULL CHECK (weight BETWEEN 2 AND 100),
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (person_key, offering_id)
);

-- How an office wants the releases of a planner to be: `room` says when people wait, `ordering` how they are put in order.
CREATE TABLE room_rule (
  planner_id int PRIMARY KEY REFERENCES planner (id) ON DELETE CASCADE,
  room text NOT NULL DEFAULT 'demand' CHECK (room IN ('always', 'demand', 'never')),
  ordering text NOT NULL DEFAULT 'first-come' CHECK (ordering IN ('first-come', 'draw', 'registration-draw')),
  -- people may join so long before the seats open
  joins_minutes int NOT NULL DEFAULT 30 CHECK (joins_minutes BETWEEN 5 AND 43200),
  -- so long before the seats open nobody more is drawn
  closes_minutes int NOT NULL DEFAULT 0 CHECK (closes_minutes BETWEEN 0 AND 20160),
  turn_seconds int NOT NULL DEFAULT 600 CHECK (turn_seconds BETWEEN 120 AND 3600),
  mixing jsonb,
  updated_at timestamptz NOT NULL,
  CONSTRAINT room_rule_minutes CHECK (closes_minutes < joins_minutes)
);
