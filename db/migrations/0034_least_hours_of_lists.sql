-- Gives back the seats of a booking, or of a seat that was offered to somebody: to the list, if somebody waits; else at
-- a drawn instant, where the planner says so; else at once. What is not public is a hold row of one slot, which
-- release_seats ends by its expiry whatever else happens. Seats that the planner keeps for some (0030) are not the list's,
-- until so shortly before they begin that they are everybody's; the drawn instant holds for them as for all. Nor are those
-- that begin before anybody could answer and get there: 0027 took twelve hours for that, now each list says how few are enough.
CREATE OR REPLACE FUNCTION free_seats(p_now timestamptz, p_slots bigint[], p_seats int, p_offering int, p_ask_list boolean)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_planner int; v_mode text; v_min int; v_max int; v_asked boolean := false;
  v_until timestamptz; v_most double precision; v_kept int; v_id uuid; s record;
  v_audience text; v_audience_until int; v_ask boolean; v_least int;
BEGIN
  PERFORM 1 FROM slot x WHERE x.id = ANY (p_slots) ORDER BY x.id FOR NO KEY UPDATE;
  SELECT p.id, p.returned_seats, p.returned_min_minutes, p.returned_max_minutes, p.audience, p.audience_until_minutes
    INTO v_planner, v_mode, v_min, v_max, v_audience, v_audience_until
    FROM slot x JOIN planner p ON p.id = x.planner_id WHERE x.id = p_slots[1];
  -- The least among the lists where somebody waits; whoever's own list wants more is passed over by the worker.
  IF p_ask_list THEN
    SELECT min(coalesce(w.least_hours, 12)) INTO v_least
      FROM planner_offering po JOIN offering o ON o.id = po.offering_id AND o.waiting_list AND o.active
      LEFT JOIN waiting_list w ON w.offering_id = o.id
      WHERE po.planner_id = v_planner AND EXISTS (
        SELECT FROM waiting_place wp JOIN waiting_entry e ON e.id = wp.entry_id AND e.state = 'waiting'
        WHERE wp.offering_id = o.id);
  END IF;
  FOR s IN SELECT x.* FROM slot x WHERE x.id = ANY (p_slots) ORDER BY x.id LOOP
    v_until := NULL;
    v_id := gen_random_uuid();
    -- Two hours more than the answer takes, for getting there.
    v_ask := v_least IS NOT NULL AND s.starts_at >= p_now + make_interval(hours => v_least + 2)
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
