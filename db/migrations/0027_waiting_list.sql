-- People wait for a seat where there is none, and a seat that comes back asks them first (ADR 0019).
CREATE TABLE waiting_list (
  offering_id integer PRIMARY KEY REFERENCES offering (id) ON DELETE CASCADE,
  -- false: nobody may join, whoever waits goes on waiting
  open boolean NOT NULL DEFAULT true,
  -- what the office says to those who wait
  text jsonb,
  -- how long a seat offered waits for an answer
  offer_hours integer NOT NULL DEFAULT 48 CHECK (offer_hours BETWEEN 12 AND 168),
  -- offers in a row left without an answer, after which nothing is offered until the person says it is still needed
  most_lapses integer NOT NULL DEFAULT 2 CHECK (most_lapses BETWEEN 1 AND 9)
);

CREATE TABLE waiting_entry (
  id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  account_id integer NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  -- the account's person; where it has none, its own keyed hash
  person_key bytea NOT NULL,
  -- the office joined; the others are in waiting_place
  offering_id integer NOT NULL REFERENCES offering (id) ON DELETE CASCADE,
  service_code text NOT NULL,
  party integer NOT NULL CHECK (party BETWEEN 1 AND 20),
  -- ISO days, 1 is Monday
  weekdays integer[] NOT NULL DEFAULT '{1,2,3,4,5,6,7}' CHECK (weekdays <@ '{1,2,3,4,5,6,7}' AND cardinality(weekdays) > 0),
  from_day date,
  to_day date,
  -- the visit starts from … and before …, on the office's clock
  from_time time,
  to_time time,
  language text NOT NULL DEFAULT 'it',
  state text NOT NULL DEFAULT 'waiting'
    CHECK (state IN ('waiting', 'asleep', 'accepted', 'booked', 'left', 'removed', 'ended')),
  live boolean NOT NULL GENERATED ALWAYS AS (state IN ('waiting', 'asleep')) STORED,
  -- why it sleeps: offers left unanswered, the monthly question left unanswered, the days wished are over
  asleep_why text CHECK (asleep_why IN ('lapses', 'unanswered', 'days-over')),
  requested_at timestamptz NOT NULL,
  state_at timestamptz NOT NULL,
  -- when the person last said or showed that it is needed, and when we last asked
  needed_at timestamptz NOT NULL,
  asked_at timestamptz,
  lapses integer NOT NULL DEFAULT 0,
  -- the office's words to whoever it removed
  reason_cipher bytea,
  closed_by integer REFERENCES account (id),
  CONSTRAINT waiting_days CHECK (from_day <= to_day),
  CONSTRAINT waiting_hours CHECK (from_time < to_time),
  CONSTRAINT waiting_asleep CHECK ((state = 'asleep') = (asleep_why IS NOT NULL))
);
CREATE UNIQUE INDEX waiting_entry_one_live ON waiting_entry (person_key, service_code) WHERE live;
CREATE UNIQUE INDEX waiting_entry_one_live_account ON waiting_entry (account_id, service_code) WHERE live;
CREATE INDEX waiting_entry_account ON waiting_entry (account_id);
CREATE INDEX waiting_entry_live ON waiting_entry (state, needed_at) WHERE live;
CREATE INDEX waiting_entry_offering ON waiting_entry (offering_id, state_at);

-- The lists an entry stands in: that of the office joined, and of the others the person would go to.
CREATE TABLE waiting_place (
  offering_id integer NOT NULL REFERENCES offering (id) ON DELETE CASCADE,
  entry_id bigint NOT NULL REFERENCES waiting_entry (id) ON DELETE CASCADE,
  PRIMARY KEY (offering_id, entry_id)
);
CREATE INDEX waiting_place_entry ON waiting_place (entry_id);

CREATE TABLE waiting_offer (
  id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  entry_id bigint NOT NULL REFERENCES waiting_entry (id) ON DELETE CASCADE,
  offering_id integer NOT NULL REFERENCES offering (id) ON DELETE CASCADE,
  -- not a foreign key: holds that are over are deleted after a week
  hold_id uuid NOT NULL,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  offered_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  state text NOT NULL DEFAULT 'offered' CHECK (state IN ('offered', 'accepted', 'declined', 'lapsed', 'withdrawn')),
  decided_at timestamptz,
  booking_id bigint REFERENCES booking (id) ON DELETE SET NULL,
  -- the operator who offered it by hand, and why
  offered_by integer REFERENCES account (id),
  reason_cipher bytea,
  CONSTRAINT waiting_offer_decided CHECK ((state = 'offered') = (decided_at IS NULL))
);
CREATE UNIQUE INDEX waiting_offer_one_open ON waiting_offer (entry_id) WHERE state = 'offered';
CREATE UNIQUE INDEX waiting_offer_hold ON waiting_offer (hold_id);
CREATE INDEX waiting_offer_expiry ON waiting_offer (expires_at) WHERE state = 'offered';
CREATE INDEX waiting_offer_offering ON waiting_offer (offering_id, decided_at);

-- Seats that came back and are not public: f: the list is being asked, w: withheld until a drawn instant, l: offered.
CREATE INDEX hold_not_public ON hold (planner_id, day) WHERE state = 'live' AND left(owner, 2) IN ('f:', 'w:', 'l:');

-- A share between 0 and 1 that nobody can foresee: the first 48 bits of a version 4 UUID, which all come from the
-- operating system's source of randomness.
CREATE FUNCTION unforeseeable_share() RETURNS double precision LANGUAGE sql VOLATILE AS $$
  SELECT ('x' || left(replace(gen_random_uuid()::text, '-', ''), 12))::bit(48)::bigint / 281474976710656::double precision
$$;

-- Gives back the seats of a booking, or of a seat that was offered to somebody: to the list, if somebody waits; else at
-- a drawn instant, where the planner says so; else at once. What is not public is a hold row of one slot, which
-- release_seats ends by its expiry whatever else happens. Seats that the planner keeps for some (0030) are not the list's,
-- until so shortly before they begin that they are everybody's; the drawn instant holds for them as for all.
CREATE FUNCTION free_seats(p_now timestamptz, p_slots bigint[], p_seats int, p_offering int, p_ask_list boolean)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_planner int; v_mode text; v_min int; v_max int; v_list boolean; v_asked boolean := false;
  v_until timestamptz; v_most double precision; v_kept int; v_id uuid; s record;
  v_audience text; v_audience_until int; v_ask boolean;
BEGIN
  PERFORM 1 FROM slot x WHERE x.id = ANY (p_slots) ORDER BY x.id FOR NO KEY UPDATE;
  SELECT p.id, p.returned_seats, p.returned_min_minutes, p.returned_max_minutes, p.audience, p.audience_until_minutes
    INTO v_planner, v_mode, v_min, v_max, v_audience, v_audience_until
    FROM slot x JOIN planner p ON p.id = x.planner_id WHERE x.id = p_slots[1];
  v_list := p_ask_list AND EXISTS (
    SELECT FROM planner_offering po JOIN offering o ON o.id = po.offering_id AND o.waiting_list AND o.active
    JOIN waiting_place wp ON wp.offering_id = po.offering_id JOIN waiting_entry e ON e.id = wp.entry_id AND e.state = 'waiting'
    WHERE po.planner_id = v_planner);
  FOR s IN SELECT x.* FROM slot x WHERE x.id = ANY (p_slots) ORDER BY x.id LOOP
    v_until := NULL;
    v_id := gen_random_uuid();
    v_ask := v_list AND s.starts_at > p_now + interval '12 hours'
      AND (v_audience = 'everybody' OR coalesce(s.starts_at <= p_now + make_interval(mins => v_audience_until), false));
    IF v_ask THEN
      -- Until the worker has asked the list, which takes moments; the hour is for a worker that is down.
      v_until := p_now + interval '1 hour';
    ELSIF v_mode = 'random' THEN
      -- Never past half of the time that is left, so that somebody can still come.
      v_most := least(v_max, extract(epoch FROM s.starts_at - p_now) / 120);
      IF v_most > 0 THEN
        v_until := p_now + make_interval(
          secs => 60 * (least(v_min, v_most) + unforeseeable_share() * (v_most - least(v_min, v_most))));
      END IF;
    END IF;
    -- Seats beyond what the office has room for now are gone, not returned.
    v_kept := CASE WHEN v_until IS NULL THEN 0 ELSE least(p_seats, greatest(0, s.planned - (s.taken - p_seats))) END;
    IF v_kept < p_seats THEN
      UPDATE slot SET taken = s.taken - p_seats + v_kept, capacity = greatest(s.planned, s.taken - p_seats + v_kept)
      WHERE id = s.id;
    END IF;
    IF v_kept > 0 THEN
      v_asked := v_asked OR v_ask;
      INSERT INTO hold (id, owner, slot_ids, slot_id, planner_id, offering_id, day, starts_at, ends_at, party, state,
                        created_at, first_expires_at, expires_at)
      VALUES (v_id, CASE WHEN v_ask THEN 'f:' ELSE 'w:' END || v_id, ARRAY[s.id], s.id,
              s.planner_id, p_offering, s.day, s.starts_at, s.ends_at, v_kept, 'live', p_now, v_until, v_until);
    END IF;
  END LOOP;
  IF v_asked THEN
    INSERT INTO outbox (task, payload, created_at)
    VALUES ('waiting-list-offers', jsonb_build_object('plannerId', v_planner), p_now);
  END IF;
END $$;
DROP FUNCTION return_seats(bigint[], int);

-- Ends holds that are over. A seat that was offered to somebody goes the way of a booking's; one the list was asked about
-- is withheld or public; that of somebody who was choosing is public at once.
CREATE OR REPLACE FUNCTION release_seats(p_now timestamptz, p_limit int) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  v_holds uuid[];
  v_slots bigint[];
  v_passed uuid[];
  v_count int;
  r record;
BEGIN
  SELECT array_agg(c.id) INTO v_holds FROM (
    (SELECT h.id FROM hold h WHERE h.state = 'live' AND h.expires_at <= p_now ORDER BY h.expires_at LIMIT p_limit)
    UNION ALL
    (SELECT h.id FROM hold h WHERE h.state = 'released' AND NOT h.seats_returned LIMIT p_limit)
  ) c;
  IF v_holds IS NULL THEN RETURN 0; END IF;

  SELECT array_agg(DISTINCT u.id) INTO v_slots FROM hold h CROSS JOIN unnest(h.slot_ids) AS u(id) WHERE h.id = ANY (v_holds);
  PERFORM 1 FROM slot s WHERE s.id = ANY (v_slots) ORDER BY s.id FOR NO KEY UPDATE;

  WITH closed AS (
    UPDATE hold h SET state = 'released', seats_returned = true
    WHERE h.id = ANY (v_holds)
      AND ((h.state = 'live' AND h.expires_at <= p_now) OR (h.state = 'released' AND NOT h.seats_returned))
    RETURNING h.id, left(h.owner, 2) IN ('p:', 'l:', 'f:') AS passed, h.slot_ids, h.party
  ), back AS (
    SELECT u.id, sum(c.party)::int AS seats FROM closed c CROSS JOIN unnest(c.slot_ids) AS u(id) WHERE NOT c.passed GROUP BY u.id
  ), returned AS (
    UPDATE slot s SET taken = s.taken - b.seats, capacity = greatest(s.planned, s.taken - b.seats)
    FROM back b WHERE s.id = b.id
  )
  SELECT count(*), array_agg(c.id) FILTER (WHERE c.passed) INTO v_count, v_passed FROM closed c;
  IF v_passed IS NOT NULL THEN
    FOR r IN SELECT h.* FROM hold h WHERE h.id = ANY (v_passed) ORDER BY h.id LOOP
      PERFORM free_seats(p_now, r.slot_ids, r.party, r.offering_id, left(r.owner, 2) <> 'f:');
    END LOOP;
  END IF;
  RETURN v_count;
END $$;

-- Takes seats of slots for somebody who comes before the public: what is not public first, then free seats. All or none.
CREATE FUNCTION claim_seats(p_now timestamptz, p_slots bigint[], p_seats int) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  v_left int; v_part int; s record; h record;
BEGIN
  PERFORM 1 FROM slot x WHERE x.id = ANY (p_slots) ORDER BY x.id FOR NO KEY UPDATE;
  PERFORM 1 FROM hold x WHERE x.slot_id = ANY (p_slots) AND x.state = 'live' AND left(x.owner, 2) IN ('f:', 'w:') ORDER BY x.id FOR UPDATE;
  FOR s IN
    SELECT x.id, x.starts_at, x.planned - x.taken AS free, coalesce(n.seats, 0) AS kept
    FROM slot x LEFT JOIN LATERAL (
      SELECT sum(k.party)::int AS seats FROM hold k
      WHERE k.slot_id = x.id AND k.state = 'live' AND left(k.owner, 2) IN ('f:', 'w:')) n ON true
    WHERE x.id = ANY (p_slots)
  LOOP
    IF s.starts_at <= p_now OR s.free + s.kept < p_seats THEN RETURN false; END IF;
  END LOOP;
  FOR s IN SELECT x.id FROM slot x WHERE x.id = ANY (p_slots) ORDER BY x.id LOOP
    v_left := p_seats;
    FOR h IN
      SELECT k.id, k.party FROM hold k
      WHERE k.slot_id = s.id AND k.state = 'live' AND left(k.owner, 2) IN ('f:', 'w:') ORDER BY k.expires_at, k.id
    LOOP
      EXIT WHEN v_left = 0;
      v_part := least(v_left, h.party);
      IF v_part = h.party THEN UPDATE hold SET state = 'released', seats_returned = true WHERE id = h.id;
      ELSE UPDATE hold SET party = h.party - v_part WHERE id = h.id;
      END IF;
      v_left := v_left - v_part;
    END LOOP;
    IF v_left > 0 THEN UPDATE slot SET taken = taken + v_left WHERE id = s.id; END IF;
  END LOOP;
  RETURN true;
END $$;

DROP FUNCTION retake_seats(timestamptz, bigint[], int);
