-- How fair a release was (ADR 0038): figures without people, kept when tickets and holds are long gone. A number is null
-- where nobody knows it, or where it would tell of fewer than five people.
CREATE TABLE fairness_report (
  -- of the room; of a release without one, the release's own
  code text PRIMARY KEY,
  office_id int NOT NULL REFERENCES office (id),
  release_id bigint REFERENCES release (id) ON DELETE SET NULL,
  room_id int REFERENCES room (id) ON DELETE SET NULL,
  -- what is known comes from tickets, or from seats held and booked
  source text NOT NULL CHECK (source IN ('tickets', 'holds')),
  ordering text CHECK (ordering IN ('first-come', 'draw', 'registration-draw')),
  outcome text CHECK (outcome IN ('sold-out', 'emptied')),
  planners text[] NOT NULL,
  joins_at timestamptz,
  closes_at timestamptz,
  opens_at timestamptz NOT NULL,
  sold_out_at timestamptz,
  ended_at timestamptz,
  seats int CHECK (seats >= 0),
  people int CHECK (people = 0 OR people >= 5),
  winners int CHECK (winners = 0 OR winners >= 5),
  answered int CHECK (answered = 0 OR answered >= 5),
  -- from joining to the answer, in seconds: of half of the people, of nine in ten
  median_seconds int CHECK (median_seconds >= 0),
  most_seconds int CHECK (most_seconds >= 0),
  -- between the numbers in order of joining and the places drawn: 0 none, 1 the same order
  correlation real CHECK (correlation BETWEEN -1 AND 1),
  made_at timestamptz NOT NULL,
  published_at timestamptz,
  published_by int REFERENCES account (id),
  CONSTRAINT fairness_report_published CHECK ((published_at IS NULL) = (published_by IS NULL))
);
CREATE INDEX fairness_report_office ON fairness_report (office_id, opens_at);
CREATE INDEX fairness_report_release ON fairness_report (release_id) WHERE release_id IS NOT NULL;

CREATE TABLE fairness_figure (
  code text NOT NULL REFERENCES fairness_report (code) ON DELETE CASCADE,
  part text NOT NULL CHECK (part IN ('outcome', 'quarter', 'channel', 'language', 'device', 'hour', 'party')),
  value text NOT NULL,
  people int CHECK (people = 0 OR people >= 5),
  winners int CHECK (winners = 0 OR winners >= 5),
  PRIMARY KEY (code, part, value)
);

-- Why no public value is mixed into the draws of a planner's releases (null: the usual one is), and one step back for who saved
-- a rule too early.
ALTER TABLE room_rule ADD COLUMN unmixed_reason text CHECK (unmixed_reason <> ''), ADD COLUMN before jsonb;
