-- How places in rooms are given and turns move on (ADR 0033).

-- Seats of a room that anybody could hold at this instant, the most of them in one slot, those that are still to open, and
-- how long a slot is. The seat engine asks the same again when it gives a seat.
CREATE FUNCTION room_seats(p_room int, p_now timestamptz, OUT free int, OUT largest int, OUT coming int, OUT minutes int)
LANGUAGE sql STABLE AS $$
  WITH s AS MATERIALIZED (
    SELECT s.id, s.planner_id, s.day, s.opens_at <= p_now AS is_open, p.quotas IS NOT NULL AS quoted, s.capacity - s.taken AS seats,
           extract(epoch FROM s.ends_at - s.starts_at) / 60 AS minutes
    FROM room r JOIN room_planner rp ON rp.room_id = r.id JOIN planner p ON p.id = rp.planner_id AND p.published
    JOIN slot s ON s.planner_id = p.id AND s.open AND s.day >= (p_now AT TIME ZONE 'UTC')::date - 1
    WHERE r.id = p_room AND s.starts_at > p_now AND s.starts_at >= p_now + make_interval(mins => p.notice_minutes)
      AND (p.audience = 'everybody' OR s.starts_at <= p_now + make_interval(mins => p.audience_until_minutes))
      AND CASE WHEN r.gated_from IS NOT NULL THEN s.opens_at BETWEEN r.gated_from AND r.gated_to
               -- without a release: whatever is open, but for what another room stands before
               ELSE s.opens_at <= p_now AND NOT EXISTS (
                 SELECT FROM room o JOIN room_planner op ON op.room_id = o.id
                 WHERE op.planner_id = s.planner_id AND o.id <> r.id AND o.state <> 'ended'
                   AND s.opens_at BETWEEN o.gated_from AND o.gated_to) END
  ), quoted AS (
    SELECT s.planner_id, s.day, least(sum(q.room), max(q.day_room))::int AS room, max(q.room) AS largest
    FROM (SELECT DISTINCT x.planner_id FROM s x WHERE x.quoted AND x.is_open) pl
    CROSS JOIN LATERAL (SELECT min(x.day) AS first, max(x.day) AS last FROM s x WHERE x.planner_id = pl.planner_id) d
    CROSS JOIN LATERAL quota_rooms(p_now, pl.planner_id, 'web:unsaid', d.first, d.last) q
    JOIN s ON s.id = q.slot_id AND s.is_open GROUP BY 1, 2
  )
  SELECT (coalesce((SELECT sum(s.seats) FROM s WHERE s.is_open AND NOT s.quoted), 0) + coalesce((SELECT sum(q.room) FROM quoted q), 0))::int,
         greatest((SELECT max(s.seats) FROM s WHERE s.is_open AND NOT s.quoted), (SELECT max(q.largest) FROM quoted q), 0)::int,
         coalesce((SELECT sum(s.seats) FROM s WHERE NOT s.is_open), 0)::int,
         greatest(1, coalesce((SELECT min(s.minutes) FROM s), 1))::int
$$;

-- Gives places to a batch of people who join, in the order they came, in one transaction: under the row of the room, so that
-- numbers have no gaps and a person has one live ticket, whichever account or process asks.
CREATE FUNCTION join_room(p_room int, p_now timestamptz, p_offering int[], p_account int[], p_entered_by int[], p_pseudonym text[],
  p_people bytea[], p_keys bytea[], p_key_at int[], p_party int[], p_own boolean[], p_proved boolean[], p_weight int[], p_channel text[],
  p_language text[], p_device text[], p_most int)
RETURNS TABLE (ord int, status text, number int, joined_at timestamptz, offering_id int)
LANGUAGE plpgsql SET enable_seqscan = off AS $$
#variable_conflict use_column
DECLARE
  v_room room;
  v_at timestamptz;
  v_last timestamptz;
  v_keys bytea[];
  v_displaced int[];
  v_there int;
  v_proved boolean;
  v_held int;
  c record;
  i int;
BEGIN
  SELECT * INTO v_room FROM room r WHERE r.id = p_room FOR NO KEY UPDATE;
  SELECT t.joined_at INTO v_last FROM ticket t WHERE t.room_id = p_room AND t.number = v_room.last_number;
  -- Clocks of machines differ: numbers and times go the same way, and nobody is drawn who came after the closing.
  v_at := greatest(p_now, v_last, CASE WHEN v_room.state IN ('closed', 'admitting') THEN v_room.closes_at END);

  FOR i IN 1..cardinality(p_account) LOOP
    ord := i; number := 0; joined_at := v_at; offering_id := p_offering[i];
    IF v_room.id IS NULL OR v_room.state = 'ended' OR (v_room.ordering = 'registration-draw' AND v_at >= v_room.closes_at) THEN
      status := 'over';
      RETURN NEXT;
      CONTINUE;
    END IF;
    IF p_now < v_room.joins_at THEN
      status := 'not-yet';
      RETURN NEXT;
      CONTINUE;
    END IF;

    v_keys := p_keys[p_key_at[i] : p_key_at[i] + p_party[i] - 1];
    v_displaced := '{}';
    v_there := NULL;
    -- An account proves who its own person is once an office has seen them.
    v_proved := p_proved[i] OR (p_own[i] AND (
      EXISTS (SELECT FROM identification n WHERE n.account_id = p_account[i] AND n.undone_at IS NULL)
      OR EXISTS (SELECT FROM booking b WHERE b.account_id = p_account[i] AND b.status <> 'cancelled')));
    status := 'joined';
    FOR c IN
      SELECT t.number, t.account_id, t.proved, t.state, t.party, t.joined_at, t.offering_id,
             count(*) AS matches, bool_or(tp.person_key = v_keys[1]) AS first_person
      FROM ticket_person tp JOIN ticket t ON t.room_id = tp.room_id AND t.number = tp.number
      WHERE tp.room_id = p_room AND tp.live AND tp.person_key = ANY (v_keys)
      GROUP BY t.room_id, t.number
    LOOP
      IF c.account_id = p_account[i] AND c.party = p_party[i] AND c.matches = p_party[i] THEN
        status := 'there';
        v_there := c.number; joined_at := c.joined_at; offering_id := c.offering_id;
      ELSIF v_proved AND NOT c.proved AND c.first_person AND c.matches = 1 AND c.account_id IS DISTINCT FROM p_account[i]
            AND c.state IN ('waiting', 'admitted') THEN
        v_displaced := v_displaced || c.number;
      ELSE
        status := 'already-waiting';
        EXIT;
      END IF;
    END LOOP;
    IF status = 'there' THEN number := v_there; END IF;
    IF status = 'joined' AND p_account[i] IS NOT NULL THEN
      SELECT count(*) INTO v_held FROM ticket t
      WHERE t.room_id = p_room AND t.account_id = p_account[i] AND t.state IN ('waiting', 'admitted');
      IF v_held >= p_most THEN status := 'too-many-tickets'; END IF;
    END IF;
    IF status <> 'joined' THEN
      RETURN NEXT;
      CONTINUE;
    END IF;

    IF cardinality(v_displaced) > 0 THEN
      WITH gone AS (
        UPDATE ticket t SET state = 'displaced', settled_at = v_at
        WHERE t.room_id = p_room AND t.number = ANY (v_displaced) RETURNING t.number, t.account_id
      ), freed AS (
        UPDATE ticket_person tp SET live = false FROM gone WHERE tp.room_id = p_room AND tp.number = gone.number
      )
      INSERT INTO outbox (task, payload, created_at)
      SELECT 'notify', jsonb_build_object('kind', 'ticket-displaced', 'roomId', p_room, 'number', gone.number), v_at
      FROM gone WHERE gone.account_id IS NOT NULL;
    END IF;
    v_room.last_number := v_room.last_number + 1;
    number := v_room.last_number;
    INSERT INTO ticket (room_id, number, offering_id, account_id, entered_by, pseudonym, party, people_cipher, proved, weight,
                        channel, language, device, joined_at)
    VALUES (p_room, v_room.last_number, p_offering[i], p_account[i], p_entered_by[i], p_pseudonym[i], p_party[i], p_people[i],
            v_proved, p_weight[i], p_channel[i], p_language[i], p_device[i], v_at);
    INSERT INTO ticket_person (room_id, number, person_key)
    SELECT p_room, v_room.last_number, k FROM unnest(v_keys) AS k ORDER BY k;
    RETURN NEXT;
  END LOOP;
  UPDATE room r SET last_number = v_room.last_number WHERE r.id = p_room AND r.last_number <> v_room.last_number;
END $$;

-- That a ticket of somebody whose turn it is stands behind a seat just now: it is held, and the hold has not run out.
CREATE FUNCTION ticket_holds_seat(p_room int, p_number int, p_now timestamptz) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM hold_ticket ht JOIN hold h ON h.id = ht.hold_id
                 WHERE ht.room_id = p_room AND ht.number = p_number AND h.state = 'live' AND h.expires_at > p_now)
$$;

-- Moves a room on by its times and gives turns: never to more people than there are free seats beside those whose turn it is.
-- One process does it at a time, whichever comes; `p_least` is how long after the last time it is worth doing again. Answers
-- `draw` where the order has to be found first, else the state of the room.
CREATE FUNCTION advance_room(p_room int, p_now timestamptz, p_least interval) RETURNS text
LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
  r room;
  v_now timestamptz := p_now;
  v_state text;
  v_places int[];
  v_drawn int;                 -- how many places the draw gave
  v_last int;
  v_through int;
  v_upto int;
  v_admitted int := 0;
  v_given int;
  v_free int; v_largest int; v_coming int; v_minutes int; v_turns int; v_open int;
  v_blocked int;
  v_used int;
  v_outcome text;
  v_pace real;
  v_seconds double precision;
BEGIN
  SELECT state INTO v_state FROM room WHERE id = p_room AND (state = 'ended' OR advanced_at > p_now - p_least);
  IF FOUND THEN RETURN v_state; END IF;
  IF NOT pg_try_advisory_xact_lock(470001, p_room) THEN RETURN 'busy'; END IF;
  SELECT * INTO r FROM room WHERE id = p_room FOR NO KEY UPDATE;
  IF NOT FOUND OR r.state = 'ended' THEN RETURN 'ended'; END IF;
  v_now := greatest(p_now, r.advanced_at);
  v_state := r.state;
  v_through := r.admitted_through;

  IF v_state = 'announced' AND v_now >= r.joins_at THEN v_state := 'joining'; END IF;
  IF v_state = 'joining' AND v_now >= r.closes_at THEN v_state := 'closed'; END IF;
  -- Nobody could join before the closing: all line up as they come.
  IF v_state = 'closed' AND r.drawn IS NULL AND (r.joins_at = r.closes_at OR (r.last_number = 0 AND r.ordering = 'first-come')) THEN
    r.drawn := 0;
  END IF;
  IF v_state = 'closed' AND r.drawn IS NOT NULL AND v_now >= r.opens_at AND r.ordering <> 'registration-draw' THEN
    v_state := 'admitting';
  END IF;
  SELECT s.free, s.largest, s.coming, s.minutes INTO v_free, v_largest, v_coming, v_minutes FROM room_seats(p_room, v_now) s;

  IF v_state = 'admitting' THEN
    -- A turn that was not used ends; a moment later than people are told, for what is still on its way.
    WITH gone AS (
      UPDATE ticket t SET state = 'lapsed', settled_at = v_now
      WHERE t.room_id = p_room AND t.state = 'admitted' AND t.turn_ends_at <= v_now - interval '2 seconds'
        AND NOT ticket_holds_seat(p_room, t.number, v_now)
      RETURNING t.number
    )
    UPDATE ticket_person tp SET live = false FROM gone WHERE tp.room_id = p_room AND tp.number = gone.number;

    -- Seats, and those who may take one, as of one instant.
    SELECT s.free, s.largest, s.coming, s.minutes, t.turns, s.free - t.promised INTO v_free, v_largest, v_coming, v_minutes, v_turns, v_open
    FROM room_seats(p_room, v_now) s
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS turns,
             coalesce(sum(t.party * ceil(coalesce(o.duration_minutes, 1)::numeric / s.minutes))
                        FILTER (WHERE NOT ticket_holds_seat(p_room, t.number, v_now)), 0)::int AS promised
      FROM ticket t JOIN offering o ON o.id = t.offering_id WHERE t.room_id = p_room AND t.state = 'admitted') t;

    SELECT coalesce(cardinality(d.places), 0) INTO v_drawn FROM draw d WHERE d.room_id = p_room;
    v_drawn := coalesce(v_drawn, 0);
    v_last := greatest(r.last_number, v_drawn);
    WHILE v_open > 0 AND v_through < v_last LOOP
      v_upto := least(v_through + 2000, v_last);
      v_places := NULL;
      IF v_through < v_drawn THEN
        SELECT d.places[v_through + 1 : v_upto] INTO v_places FROM draw d WHERE d.room_id = p_room;
      END IF;
      -- Whoever does not fit now holds up those behind: the order is the order.
      WITH w AS MATERIALIZED (
        SELECT g.place, CASE WHEN g.place <= v_drawn THEN v_places[g.place - v_through] WHEN g.place > r.drawn THEN g.place END AS number
        FROM generate_series(v_through + 1, v_upto) AS g(place)
      ), next AS MATERIALIZED (
        SELECT w.place, t.number, c.cost, sum(c.cost) OVER (ORDER BY w.place) AS used,
               bool_or(t.party > v_largest) OVER (ORDER BY w.place) AS blocked
        FROM w JOIN ticket t ON t.room_id = p_room AND t.number = w.number AND t.state = 'waiting'
        JOIN offering o ON o.id = t.offering_id
        CROSS JOIN LATERAL (SELECT t.party * ceil(coalesce(o.duration_minutes, 1)::numeric / v_minutes) AS cost) c
      ), given AS (
        UPDATE ticket t SET state = 'admitted', admitted_at = v_now, turn_ends_at = v_now + make_interval(secs => r.turn_seconds)
        FROM next WHERE t.room_id = p_room AND t.number = next.number AND next.used <= v_open AND NOT next.blocked
        RETURNING t.number, t.account_id, next.cost
      ), told AS (
        INSERT INTO outbox (task, payload, created_at)
        SELECT 'notify', jsonb_build_object('kind', 'turn-come', 'roomId', p_room, 'number', g.number), v_now
        FROM given g WHERE g.account_id IS NOT NULL
      )
      SELECT (SELECT count(*) FROM given), (SELECT coalesce(sum(cost), 0) FROM given),
             (SELECT min(place) FROM next WHERE used > v_open OR blocked)
        INTO v_given, v_used, v_blocked;
      v_admitted := v_admitted + v_given;
      v_turns := v_turns + v_given;
      v_open := v_open - v_used;
      v_through := coalesce(v_blocked - 1, v_upto);
      IF v_blocked IS NOT NULL THEN
        -- Nothing is held that could come back: this party will not fit any more, and those behind it may go.
        EXIT WHEN v_turns > 0 OR v_coming > 0;
        WITH w AS (
          SELECT CASE WHEN v_blocked <= v_drawn THEN (SELECT d.places[v_blocked] FROM draw d WHERE d.room_id = p_room) ELSE v_blocked END AS number
        ), gone AS (
          UPDATE ticket t SET state = 'over', settled_at = v_now FROM w WHERE t.room_id = p_room AND t.number = w.number
          RETURNING t.number, t.account_id
        ), freed AS (
          UPDATE ticket_person tp SET live = false FROM gone WHERE tp.room_id = p_room AND tp.number = gone.number
        )
        INSERT INTO outbox (task, payload, created_at)
        SELECT 'notify', jsonb_build_object('kind', 'room-over', 'roomId', p_room, 'number', g.number), v_now
        FROM gone g WHERE g.account_id IS NOT NULL;
        v_through := v_blocked;
      END IF;
    END LOOP;

    IF v_turns = 0 AND v_coming = 0 AND v_now >= coalesce(r.gated_to, v_now) THEN
      IF v_free = 0 THEN
        -- A seat that somebody still holds may come back in a moment.
        IF NOT EXISTS (
          SELECT FROM hold h JOIN slot s ON s.id = h.slot_id JOIN room_planner rp ON rp.room_id = p_room AND rp.planner_id = h.planner_id
          WHERE h.state = 'live' AND h.expires_at > v_now - interval '1 minute' AND left(h.owner, 2) IN ('a:', 'b:', 'o:', 'm:')
            AND (r.gated_from IS NULL OR s.opens_at BETWEEN r.gated_from AND r.gated_to))
           AND NOT EXISTS (
          SELECT FROM hold h JOIN slot s ON s.id = h.slot_id JOIN room_planner rp ON rp.room_id = p_room AND rp.planner_id = h.planner_id
          WHERE h.state = 'released' AND NOT h.seats_returned
            AND (r.gated_from IS NULL OR s.opens_at BETWEEN r.gated_from AND r.gated_to)) THEN
          v_outcome := 'sold-out';
        END IF;
      ELSIF NOT EXISTS (SELECT FROM ticket t WHERE t.room_id = p_room AND t.state = 'waiting')
            AND v_now >= greatest(r.opens_at, r.created_at) + interval '1 minute'
            AND NOT EXISTS (SELECT FROM ticket t WHERE t.room_id = p_room AND t.number = r.last_number AND t.joined_at > v_now - interval '30 seconds') THEN
        v_outcome := 'emptied';
      END IF;
    END IF;
  END IF;

  -- Tickets a minute, older minutes counting less and less.
  v_seconds := extract(epoch FROM v_now - coalesce(r.advanced_at, r.opens_at));
  IF v_state = 'admitting' AND v_seconds > 0 THEN
    v_pace := coalesce(r.pace, 0) + (1 - exp(-v_seconds / 120)) * (v_admitted / v_seconds * 60 - coalesce(r.pace, 0));
  ELSE
    v_pace := r.pace;
  END IF;
  UPDATE room SET state = CASE WHEN v_outcome IS NULL THEN v_state ELSE 'ended' END, outcome = v_outcome,
    ended_at = CASE WHEN v_outcome IS NULL THEN NULL ELSE v_now END, drawn = r.drawn, admitted_through = v_through,
    advanced_at = v_now, free = v_free + v_coming, pace = v_pace
  WHERE id = p_room;
  RETURN CASE WHEN v_outcome IS NOT NULL THEN 'ended' WHEN v_state = 'closed' AND r.drawn IS NULL THEN 'draw' ELSE v_state END;
END $$;

-- Tells those who still wait in a room that has ended, so many at a time; answers how many they were.
CREATE FUNCTION settle_room(p_room int, p_now timestamptz, p_most int) RETURNS int
LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
  v_count int;
BEGIN
  WITH waits AS (
    SELECT t.number FROM ticket t WHERE t.room_id = p_room AND t.state IN ('waiting', 'admitted')
      AND NOT (t.state = 'admitted' AND ticket_holds_seat(p_room, t.number, p_now))
    ORDER BY t.number LIMIT p_most FOR NO KEY UPDATE SKIP LOCKED
  ), ended AS (
    UPDATE ticket t SET state = 'over', settled_at = p_now FROM waits WHERE t.room_id = p_room AND t.number = waits.number
    RETURNING t.number, t.account_id
  ), freed AS (
    UPDATE ticket_person tp SET live = false FROM ended WHERE tp.room_id = p_room AND tp.number = ended.number
  ), told AS (
    INSERT INTO outbox (task, payload, created_at)
    SELECT 'notify', jsonb_build_object('kind', 'room-over', 'roomId', p_room, 'number', ended.number), p_now
    FROM ended WHERE ended.account_id IS NOT NULL
  )
  SELECT count(*) INTO v_count FROM ended;
  RETURN v_count;
END $$;

-- Releases before which a room is to be made now: where the office wants one always, or as it is usual where the last three sold
-- out within ten minutes, or as many people wait as there are seats. A moment that is told to nobody is not told by a room.
CREATE FUNCTION rooms_due(p_now timestamptz, p_usual boolean)
RETURNS TABLE (release_id bigint, code text, planner_id int, office_id int, opens_at timestamptz, last_opens_at timestamptz, ordering text,
               joins_minutes int, closes_minutes int, turn_seconds int)
LANGUAGE sql STABLE AS $$
  SELECT l.id, l.code, l.planner_id, p.office_id, l.opens_at, l.last_opens_at, coalesce(u.ordering, 'first-come'),
         coalesce(u.joins_minutes, 30), coalesce(u.closes_minutes, 0), coalesce(u.turn_seconds, 600)
  FROM release l
  JOIN planner p ON p.id = l.planner_id AND p.published AND p.audience = 'everybody'
  LEFT JOIN room_rule u ON u.planner_id = l.planner_id
  WHERE l.cancelled_at IS NULL AND l.seats > 0 AND l.told_from IS NULL AND l.opens_at > p_now
    -- told of a day before one may join
    AND l.opens_at <= p_now + make_interval(mins => coalesce(u.joins_minutes, 30)) + interval '1 day'
    AND coalesce(u.room, 'demand') <> 'never' AND coalesce(u.ordering, 'first-come') <> 'registration-draw'
    AND NOT EXISTS (SELECT FROM room r WHERE r.release_id = l.id AND r.outcome IS DISTINCT FROM 'cancelled')
    AND NOT EXISTS (SELECT FROM room r JOIN room_planner rp ON rp.room_id = r.id
                    WHERE rp.planner_id = l.planner_id AND r.state <> 'ended' AND l.opens_at BETWEEN r.gated_from AND r.gated_to)
    AND (u.room = 'always' OR (p_usual AND (
      (SELECT count(*) > 0 AND bool_and(last.fast) FROM (
         SELECT coalesce(o.sold_out_at <= o.last_opens_at + interval '10 minutes', false) AS fast FROM release o
         WHERE o.planner_id = l.planner_id AND o.cancelled_at IS NULL AND o.seats > 0 AND o.last_opens_at < p_now - interval '10 minutes'
         ORDER BY o.opens_at DESC LIMIT 3) last)
      OR (SELECT count(*) FROM planner_offering po JOIN waiting_entry w ON w.offering_id = po.offering_id AND w.live
          WHERE po.planner_id = l.planner_id) >= l.seats)))
$$;

-- Tells those whose turn is near, each once: as many as get theirs in a quarter of an hour, or when the seats open.
CREATE FUNCTION tell_near(p_room int, p_now timestamptz) RETURNS int
LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
  r room;
  v_drawn int;
  v_numbers int[];
  v_count int;
  v_many int;
BEGIN
  SELECT * INTO r FROM room WHERE id = p_room;
  IF r.drawn IS NULL OR r.ordering = 'registration-draw' OR NOT (r.state = 'admitting' OR (r.state = 'closed' AND r.opens_at <= p_now + interval '1 hour')) THEN
    RETURN 0;
  END IF;
  v_many := CASE WHEN r.state = 'closed' THEN r.free ELSE least(500, greatest(10, ceil(coalesce(r.pace, 0) * 15)::int)) END;
  SELECT coalesce(cardinality(d.places), 0), d.places[r.admitted_through + 1 : r.admitted_through + v_many] INTO v_drawn, v_numbers
  FROM draw d WHERE d.room_id = p_room;
  v_drawn := coalesce(v_drawn, 0);
  v_many := v_many - coalesce(cardinality(v_numbers), 0);
  v_numbers := coalesce(v_numbers, '{}') || ARRAY(
    SELECT n FROM generate_series(greatest(r.admitted_through, r.drawn) + 1, least(greatest(r.admitted_through, r.drawn) + v_many, r.last_number)) n);
  WITH near AS (
    UPDATE ticket t SET told_near_at = p_now
    WHERE t.room_id = p_room AND t.number = ANY (v_numbers) AND t.state = 'waiting' AND t.told_near_at IS NULL
      -- whoever has just joined is looking
      AND t.account_id IS NOT NULL AND t.joined_at < p_now - interval '5 minutes'
    RETURNING t.number
  ), told AS (
    INSERT INTO outbox (task, payload, created_at)
    SELECT 'notify', jsonb_build_object('kind', 'turn-near', 'roomId', p_room, 'number', near.number), p_now FROM near
  )
  SELECT count(*) INTO v_count FROM near;
  RETURN v_count;
END $$;
