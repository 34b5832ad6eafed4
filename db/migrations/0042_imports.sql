-- What came from another system, and how: bookings keep the code they had there, operators the name they logged in with.

ALTER TABLE account ADD COLUMN user_name text CHECK (user_name !~ '@');
CREATE UNIQUE INDEX account_user_name ON account (lower(user_name)) WHERE user_name IS NOT NULL;

CREATE TABLE imported_booking (
  booking_id bigint PRIMARY KEY REFERENCES booking (id) ON DELETE CASCADE,
  office_id integer NOT NULL REFERENCES office (id),
  -- The name of the system it comes from, where it was said.
  source text,
  -- As it was written there, and as it is searched: capitals and figures only.
  external_code text,
  code_key text,
  -- A seat beyond what the planner had room for, or at a time that it does not open.
  seat text CHECK (seat IN ('beyond', 'outside')),
  -- Places of the people whose codice fiscale is wrong and was taken as it is.
  wrong_codes integer[] NOT NULL DEFAULT '{}',
  imported_at timestamptz NOT NULL,
  CONSTRAINT imported_booking_code CHECK ((external_code IS NULL) = (code_key IS NULL))
);
CREATE UNIQUE INDEX imported_booking_once ON imported_booking (office_id, external_code);
CREATE INDEX imported_booking_key ON imported_booking (code_key);

CREATE TABLE import_run (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account_id integer NOT NULL REFERENCES account (id),
  file_name text NOT NULL,
  kind text NOT NULL,
  started_at timestamptz NOT NULL,
  finished_at timestamptz,
  -- Rows by what became of them.
  counts jsonb NOT NULL DEFAULT '{}',
  -- The first refused rows: line, column, reason; never a value.
  refused jsonb NOT NULL DEFAULT '[]'
);

-- Takes seats for appointments that were promised elsewhere: whoever has one keeps it, so a slot that is full gets a seat
-- more, which goes again when it is given back. Pairs of an appointment and a slot; p_room is what the planner means to
-- have there where it has not made its slots yet. Answers which appointments stand beyond the room there is.
CREATE FUNCTION take_promised_seats(p_ord integer[], p_slot bigint[], p_seats integer[], p_room integer[])
  RETURNS TABLE (ord integer) LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM slot s WHERE s.id = ANY (p_slot) ORDER BY s.id FOR NO KEY UPDATE;
  RETURN QUERY
    SELECT DISTINCT a.ord
    FROM (SELECT u.ord, u.slot, u.room, sum(u.seats) OVER (PARTITION BY u.slot ORDER BY u.ord ROWS UNBOUNDED PRECEDING) AS upto
          FROM unnest(p_ord, p_slot, p_seats, p_room) AS u(ord, slot, seats, room)) a
    JOIN slot s ON s.id = a.slot
    WHERE s.taken + a.upto > greatest(s.planned, a.room);
  UPDATE slot s SET taken = s.taken + a.seats, capacity = greatest(s.capacity, s.taken + a.seats)
  FROM (SELECT u.slot, sum(u.seats)::int AS seats FROM unnest(p_slot, p_seats) AS u(slot, seats) GROUP BY u.slot) a
  WHERE s.id = a.slot;
END $$;
