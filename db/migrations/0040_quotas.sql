-- Quotas: of the seats of a slot or of a day of a planner, at most so many for a group of people, or so many kept for it. A
-- group is where somebody lives (`resident`, `elsewhere`) or how they book (`web`, `phone`, `desk`, `partner-desk`, `totem`).
-- [{ "who", "kind": "at-most" | "reserved", "seats", "per": "slot" | "day", "untilMinutes": null | … }]: so many minutes
-- before an appointment the rule lets go of it. null: the planner has none, and nothing of this is ever looked at.
ALTER TABLE planner
  ADD COLUMN quotas jsonb CHECK (jsonb_typeof(quotas) = 'array' AND jsonb_array_length(quotas) BETWEEN 1 AND 20),
  -- how long a seat is kept while somebody fills in the form; null: the usual ten minutes
  ADD COLUMN hold_minutes int CHECK (hold_minutes BETWEEN 5 AND 20),
  -- an extra opening of its own, announced by name: { "name": { "it", … }, "text": { … } | null }
  ADD COLUMN open_day jsonb;

-- Desks were capped at 200, which some halls have. Nothing but the size of the number limits an office now.
ALTER TABLE opening_rule DROP CONSTRAINT opening_rule_desks_check, ADD CONSTRAINT opening_rule_desks_check CHECK (desks BETWEEN 1 AND 5000);
ALTER TABLE extra_opening DROP CONSTRAINT extra_opening_desks_check, ADD CONSTRAINT extra_opening_desks_check CHECK (desks BETWEEN 1 AND 5000);

-- What a seat counts as: 'web:resident', 'desk:unsaid' … Kept where the planner has quotas; what is used is counted from
-- these rows, never noted anywhere else, so that it cannot be forgotten.
ALTER TABLE hold ADD COLUMN quota_group text CHECK (quota_group ~ '^[a-z-]+:(resident|elsewhere|unsaid)$');
ALTER TABLE booking ADD COLUMN quota_group text CHECK (quota_group ~ '^[a-z-]+:(resident|elsewhere|unsaid)$');
CREATE INDEX hold_quota ON hold (planner_id, day)
  WHERE quota_group IS NOT NULL AND (state = 'live' OR (state = 'released' AND NOT seats_returned));
CREATE INDEX booking_quota ON booking (planner_id, starts_at) WHERE quota_group IS NOT NULL AND status <> 'cancelled';

-- Beside what can be booked: whether several planners serve it side by side, and whether it matters where people live.
CREATE OR REPLACE VIEW bookable_offering AS
  SELECT o.id AS offering_id, o.office_id, o.service_code,
    (SELECT count(*) > 1 FROM planner_offering po JOIN planner p ON p.id = po.planner_id
     WHERE po.offering_id = o.id AND p.published) AS several_planners,
    EXISTS (SELECT FROM planner_offering po JOIN planner p ON p.id = po.planner_id
            WHERE po.offering_id = o.id AND p.published
              AND p.quotas @? '$[*] ? (@.who == "resident" || @.who == "elsewhere")') AS asks_residence
  FROM offering o
  WHERE o.active AND EXISTS (SELECT FROM office f WHERE f.id = o.office_id AND f.active)
    AND EXISTS (SELECT FROM planner_offering po JOIN planner p ON p.id = po.planner_id WHERE po.offering_id = o.id AND p.published);

-- Whether a group ('web:resident') is among those a quota is about ('resident', 'web').
CREATE FUNCTION quota_about(p_who text, p_group text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN p_who = split_part(p_group, ':', 1) OR p_who = split_part(p_group, ':', 2)
  -- Who does not say where they live is taken to live elsewhere.
  OR (p_who = 'elsewhere' AND p_group LIKE '%:unsaid');

-- Seats of a slot that a group may take now: what is free, less what is kept for others and not yet used by them, and no more
-- than the group's own limits leave. p_slot_use and p_day_use: { group: seats } of the slot and of its whole day.
CREATE FUNCTION quota_room(p_quotas jsonb, p_group text, p_minutes_ahead double precision, p_slot_free int, p_day_free int,
                           p_slot_use jsonb, p_day_use jsonb) RETURNS int LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  q jsonb; v_about boolean; v_used int; v_slot int := p_slot_free; v_day int := p_day_free; v_most int; u record;
BEGIN
  FOR q IN SELECT * FROM jsonb_array_elements(p_quotas) LOOP
    CONTINUE WHEN coalesce((q ->> 'untilMinutes')::int >= p_minutes_ahead, false);
    v_about := quota_about(q ->> 'who', p_group);
    CONTINUE WHEN v_about <> (q ->> 'kind' = 'at-most');
    v_used := 0;
    FOR u IN SELECT * FROM jsonb_each_text(CASE q ->> 'per' WHEN 'day' THEN p_day_use ELSE p_slot_use END) LOOP
      IF quota_about(q ->> 'who', u.key) THEN v_used := v_used + u.value::int; END IF;
    END LOOP;
    IF v_about THEN
      v_most := least(v_most, (q ->> 'seats')::int - v_used);
    ELSIF q ->> 'per' = 'day' THEN
      v_day := v_day - greatest(0, (q ->> 'seats')::int - v_used);
    ELSE
      v_slot := v_slot - greatest(0, (q ->> 'seats')::int - v_used);
    END IF;
  END LOOP;
  RETURN greatest(0, least(v_slot, v_day, v_most));
END $$;

CREATE FUNCTION quota_used(p_use jsonb, p_group text, p_seats int) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN p_use || jsonb_build_object(p_group, coalesce((p_use ->> p_group)::int, 0) + p_seats);

-- Seats taken in each slot of a planner's days, by group: of live holds, of holds whose seats are still to come back, and of
-- bookings. One statement, so that a hold that becomes a booking is counted once.
CREATE FUNCTION quota_use(p_planner int, p_from date, p_to date) RETURNS TABLE (slot_id bigint, day date, use jsonb)
LANGUAGE sql STABLE AS $$
  WITH claim AS (
    SELECT u.id, h.quota_group AS grp, h.party FROM hold h CROSS JOIN unnest(h.slot_ids) AS u(id)
    WHERE h.planner_id = p_planner AND h.day BETWEEN p_from AND p_to AND h.quota_group IS NOT NULL
      AND (h.state = 'live' OR (h.state = 'released' AND NOT h.seats_returned))
    UNION ALL
    SELECT u.id, b.quota_group, b.party FROM booking b CROSS JOIN unnest(b.slot_ids) AS u(id)
    WHERE b.planner_id = p_planner AND b.quota_group IS NOT NULL AND b.status <> 'cancelled'
      AND b.starts_at >= p_from::timestamptz - interval '1 day' AND b.starts_at < p_to::timestamptz + interval '2 days'
  ), summed AS (SELECT c.id, c.grp, sum(c.party)::int AS seats FROM claim c GROUP BY 1, 2),
  used AS (SELECT m.id, jsonb_object_agg(m.grp, m.seats) AS use FROM summed m GROUP BY 1)
  SELECT u.id, s.day, u.use FROM used u JOIN slot s ON s.id = u.id WHERE s.day BETWEEN p_from AND p_to
$$;

-- Seats of a day of a planner that are free and still to come.
CREATE FUNCTION quota_day_free(p_now timestamptz, p_planner int, p_day date) RETURNS int LANGUAGE sql STABLE AS $$
  SELECT coalesce(sum(s.capacity - s.taken), 0)::int FROM slot s
  WHERE s.planner_id = p_planner AND s.day = p_day AND s.open AND s.starts_at > p_now
$$;

-- What a group may take of each open slot of a planner with quotas, from a day to another. The one answer to "how many are
-- free for me": calendars, first dates and lists ask here, and the seat engine reckons with the same `quota_room`. `day_room`:
-- what is left to the group of the whole day.
CREATE FUNCTION quota_rooms(p_now timestamptz, p_planner int, p_group text, p_from date, p_to date)
RETURNS TABLE (slot_id bigint, day date, room int, day_room int) LANGUAGE sql STABLE AS $$
  WITH used AS MATERIALIZED (SELECT * FROM quota_use(p_planner, p_from, p_to)),
  of_day AS (
    SELECT e.day, jsonb_object_agg(e.key, e.seats) AS use
    FROM (SELECT u.day, k.key, sum(k.value::int)::int AS seats FROM used u CROSS JOIN LATERAL jsonb_each_text(u.use) k GROUP BY 1, 2) e
    GROUP BY 1
  ), free AS MATERIALIZED (
    SELECT s.id, s.day, s.starts_at, s.capacity - s.taken AS seats, sum(s.capacity - s.taken) OVER (PARTITION BY s.day)::int AS of_day
    FROM slot s WHERE s.planner_id = p_planner AND s.open AND s.day BETWEEN p_from AND p_to AND s.starts_at > p_now
  )
  SELECT f.id, f.day, quota_room(p.quotas, p_group, extract(epoch FROM f.starts_at - p_now) / 60, f.seats, f.of_day,
                                 coalesce(u.use, '{}'), coalesce(d.use, '{}')),
         CASE WHEN p.quotas @? '$[*] ? (@.per == "day")'
           THEN quota_room(jsonb_path_query_array(p.quotas, '$[*] ? (@.per == "day")'), p_group,
                           extract(epoch FROM f.starts_at - p_now) / 60, f.of_day, f.of_day, '{}', coalesce(d.use, '{}'))
           ELSE f.of_day END
  FROM free f JOIN planner p ON p.id = p_planner LEFT JOIN used u ON u.slot_id = f.id LEFT JOIN of_day d ON d.day = f.day
$$;

-- The first time of a planner with quotas that a group may have, from a day to another: day by day, up to the first.
CREATE FUNCTION quota_first(p_now timestamptz, p_planner int, p_group text, p_first date, p_last date, p_notice int, p_minutes int)
RETURNS TABLE (day date, starts_at timestamptz) LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
DECLARE d date;
BEGIN
  FOR d IN
    SELECT DISTINCT s.day FROM slot s WHERE s.planner_id = p_planner AND s.open AND s.opens_at <= p_now AND s.starts_at > p_now
      AND s.day BETWEEN p_first AND p_last AND s.day >= (p_now AT TIME ZONE 'UTC')::date - 1 ORDER BY s.day
  LOOP
    RETURN QUERY
      WITH room AS MATERIALIZED (
        SELECT s.* FROM quota_rooms(p_now, p_planner, p_group, d, d) q JOIN slot s ON s.id = q.slot_id
        WHERE q.room >= 1 AND s.opens_at <= p_now)
      SELECT s.day, s.starts_at FROM room s JOIN planner p ON p.id = p_planner
      WHERE s.starts_at >= p_now + make_interval(mins => p_notice)
        AND (p.audience = 'everybody' OR s.starts_at <= p_now + make_interval(mins => p.audience_until_minutes))
        AND (p_minutes IS NULL OR (SELECT sum(n.ends_at - n.starts_at) FROM room n WHERE n.starts_at >= s.starts_at
               AND n.starts_at < s.starts_at + make_interval(mins => p_minutes)) >= make_interval(mins => p_minutes))
      ORDER BY s.starts_at LIMIT 1;
    EXIT WHEN FOUND;
  END LOOP;
END $$;

-- Seats that were given before a planner had quotas, or by an import, begin to count. Where people live is not known of them.
CREATE FUNCTION count_in_quotas(p_now timestamptz, p_planner int) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE hold h SET quota_group = CASE left(h.owner, 2) WHEN 'o:' THEN 'desk:unsaid' ELSE 'web:unsaid' END
  WHERE h.planner_id = p_planner AND h.state = 'live' AND h.quota_group IS NULL AND left(h.owner, 2) NOT IN ('f:', 'w:');
  UPDATE booking b SET quota_group = CASE b.channel WHEN 'api' THEN 'web' ELSE b.channel END || ':unsaid'
  WHERE b.planner_id = p_planner AND b.starts_at > p_now AND b.status <> 'cancelled' AND b.quota_group IS NULL;
END $$;

-- How full the days of planners are: { 'planner:day': [taken, seats] }.
CREATE FUNCTION day_loads(p_planners int[], p_days date[]) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT coalesce(jsonb_object_agg(d.planner_id || ':' || d.day, jsonb_build_array(l.taken, l.seats)), '{}')
  FROM (SELECT DISTINCT t.pl AS planner_id, t.dy AS day FROM unnest(p_planners, p_days) AS t(pl, dy) WHERE t.pl IS NOT NULL) d
  CROSS JOIN LATERAL (
    SELECT coalesce(sum(s.taken), 0)::int AS taken, coalesce(sum(s.capacity), 0)::int AS seats FROM slot s
    WHERE s.planner_id = d.planner_id AND s.day = d.day
      AND s.starts_at >= d.day::timestamptz - interval '1 day' AND s.starts_at < d.day::timestamptz + interval '2 days') l
$$;

-- The share of a planner's day that is taken; equal ones are told apart by the slot, not always in favour of the same planner.
CREATE FUNCTION day_load(p_loads jsonb, p_planner int, p_day date, p_slot bigint) RETURNS double precision LANGUAGE sql IMMUTABLE
RETURN (p_loads -> (p_planner || ':' || p_day) ->> 0)::double precision / greatest(1, (p_loads -> (p_planner || ':' || p_day) ->> 1)::int)
  + (hashint8(p_slot) & 1023) / 1e9;

-- Takes seats of slots for somebody who comes before the public: what is not public first, then free seats. All or none, and
-- no more than the quotas of the planner leave to their group.
DROP FUNCTION claim_seats(timestamptz, bigint[], int);
CREATE FUNCTION claim_seats(p_now timestamptz, p_slots bigint[], p_seats int, p_group text DEFAULT 'web:unsaid')
RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  v_left int; v_part int; s record; h record; v_planner int; v_quotas jsonb;
BEGIN
  PERFORM 1 FROM slot x WHERE x.id = ANY (p_slots) ORDER BY x.id FOR NO KEY UPDATE;
  PERFORM 1 FROM hold x WHERE x.slot_id = ANY (p_slots) AND x.state = 'live' AND left(x.owner, 2) IN ('f:', 'w:') ORDER BY x.id FOR UPDATE;
  SELECT p.id, p.quotas INTO v_planner, v_quotas FROM slot x JOIN planner p ON p.id = x.planner_id WHERE x.id = p_slots[1];
  IF v_quotas @? '$[*] ? (@.per == "day")' THEN
    PERFORM pg_advisory_xact_lock(-v_planner, d.day - date '2000-01-01')
    FROM (SELECT DISTINCT x.day FROM slot x WHERE x.id = ANY (p_slots) ORDER BY 1) d;
  END IF;
  FOR s IN
    SELECT x.id, x.day, x.starts_at, x.planned - x.taken AS free, coalesce(n.seats, 0) AS kept
    FROM slot x LEFT JOIN LATERAL (
      SELECT sum(k.party)::int AS seats FROM hold k
      WHERE k.slot_id = x.id AND k.state = 'live' AND left(k.owner, 2) IN ('f:', 'w:')) n ON true
    WHERE x.id = ANY (p_slots)
  LOOP
    IF s.starts_at <= p_now OR s.free + s.kept < p_seats THEN RETURN false; END IF;
    IF v_quotas IS NOT NULL THEN
      IF (SELECT quota_room(v_quotas, p_group, extract(epoch FROM s.starts_at - p_now) / 60, s.free + s.kept,
                            quota_day_free(p_now, v_planner, s.day) + s.kept,
                            coalesce((SELECT u.use FROM quota_use(v_planner, s.day, s.day) u WHERE u.slot_id = s.id), '{}'),
                            coalesce((SELECT jsonb_object_agg(e.key, e.seats)
                                      FROM (SELECT k.key, sum(k.value::int)::int AS seats FROM quota_use(v_planner, s.day, s.day) u
                                            CROSS JOIN LATERAL jsonb_each_text(u.use) k GROUP BY 1) e), '{}'))) < p_seats THEN
        RETURN false;
      END IF;
    END IF;
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

-- Decides a batch of requests for seats, in arrival order, in one transaction and one commit.
--
-- p_slots      every slot that any request may take: distinct, ascending
-- p_positions  candidate runs of all requests one after the other, as positions in p_slots (from 1)
-- Request i may take any of p_candidates[i] runs of p_length[i] consecutive slots; its runs start at p_positions[p_at[i]].
-- The first run with seats for the whole party wins.
--
-- p_for_others  the seat is for other people than the account's own person, who may have a live booking
--
-- An operator's requests (owner 'o:…') are not bound by the planner's notice: the desk may book up to the start. Seats kept
-- for some are given to operators, and to whoever has a claim on that planner under the id of the request.
--
-- p_group  whom the request is made for and how, as quotas know it ('web:elsewhere'). Of the planner's quotas `quota_room`
--          says what is left for them; planners without any cost nothing more.
--
-- Of several runs that start at the same time, in planners of their own, the one whose planner has the emptiest day is taken.
--
-- status: held      a new hold, or the same one again when the owner asks for the seat they already hold
--         full      no run has enough seats
--         quota     there are seats, but none for this group
--         closed    a slot is not open yet, is too near, was withdrawn, or does not serve this offering
--         booked    the account's own person has a live booking for this service already
--         cap       before login: a tenth of the day's free seats is already held without login
--         replay    this idempotency key was answered before: see idempotent_answer
--         key       this idempotency key was used for another request
--         again     decide me in another batch (the owner asked twice at once, or a seat came free meanwhile)
DROP FUNCTION hold_batch(timestamptz, bigint[], int[], uuid[], text[], int[], int[], int[], int[], int[], int[], timestamptz[], bigint[], boolean[], text[], bytea[]);
CREATE FUNCTION hold_batch(
  p_now timestamptz,
  p_slots bigint[],
  p_positions int[],
  p_id uuid[],
  p_owner text[],
  p_account int[],
  p_offering int[],
  p_party int[],
  p_at int[],
  p_candidates int[],
  p_length int[],
  p_expires timestamptz[],
  p_reschedule bigint[],
  p_for_others boolean[],
  p_key text[],
  p_key_hash bytea[],
  -- the default is for processes of an earlier build
  p_group text[] DEFAULT NULL
) RETURNS TABLE (ord int, status text, hold_id uuid, slot_id bigint, starts_at timestamptz, ends_at timestamptz, expires_at timestamptz)
LANGUAGE plpgsql SET enable_seqscan = off AS $$
#variable_conflict use_column
DECLARE
  n constant int := cardinality(p_id);
  -- Who could be anybody: a browser before login, an account whose address is not proved. An offered seat, the move of a
  -- booking and a booking at the desk have somebody behind them, account or not.
  v_anybody constant boolean[] := ARRAY(
    SELECT q.account IS NULL AND left(q.owner, 2) IN ('a:', 'b:')
    FROM unnest(p_account, p_owner) WITH ORDINALITY AS q(account, owner, ord) ORDER BY q.ord);
  anonymous constant boolean := true = ANY (v_anybody);
  keyed constant boolean := EXISTS (SELECT 1 FROM unnest(p_key) k WHERE k IS NOT NULL);
  v_status text[] := array_fill(NULL::text, ARRAY[n]);
  v_hold uuid[] := p_id;
  v_expires timestamptz[] := p_expires;
  v_run int[] := array_fill(0, ARRAY[n]);       -- where the winning run starts in p_positions
  v_free int[]; v_planner int[]; v_day date[]; v_starts timestamptz[]; v_ends timestamptz[]; v_bookable boolean[];
  v_near boolean[];                              -- within the planner's notice
  v_kept boolean[];                              -- for some only, at this instant
  v_taken int[] := array_fill(0, ARRAY[cardinality(p_slots)]);
  v_quotas jsonb[];                              -- of the slot's planner; null: none
  v_minutes int[];                               -- how long the planner keeps a seat; null: as the request says
  v_quoted boolean := false;
  v_group text[];
  v_slot_use jsonb[]; v_day_of int[]; v_day_use jsonb[]; v_day_free int[];
  v_ahead double precision[];
  v_shut text[] := '{}';
  v_load jsonb;                                  -- 'planner:day' → share taken and seats, once somebody has a choice
  v_best int; v_best_pos int; v_best_load double precision; v_rival double precision; v_short boolean;
  v_served text[];                               -- 'planner:offering' pairs
  v_cap jsonb := '{}';
  v_cap_key text;
  v_seen text[] := '{}';
  v_old uuid[];
  r record;
  i int; c int; k int; at_run int; pos int; prev int; k_room int; fits boolean; closed boolean; freed boolean := false;
BEGIN
  -- Known keys first: their answer never changes.
  IF keyed THEN
    FOR r IN
      SELECT q.ord, a.body_hash = q.hash AS same, a.hold_id
      FROM unnest(p_key, p_key_hash, p_owner) WITH ORDINALITY AS q(key, hash, owner, ord)
      CROSS JOIN LATERAL (
        SELECT i.body_hash, i.hold_id FROM idempotent_answer i WHERE i.caller = q.owner AND i.key = q.key LIMIT 1) a
    LOOP
      v_status[r.ord] := CASE WHEN r.same THEN 'replay' ELSE 'key' END;
      v_hold[r.ord] := coalesce(r.hold_id, v_hold[r.ord]);
    END LOOP;
  END IF;

  -- Sold out: no lock, no write. This answers the bulk of a rush.
  IF NOT EXISTS (SELECT 1 FROM slot s WHERE s.id = ANY (p_slots) AND s.open) THEN
    FOR r IN SELECT * FROM held_already(p_now, p_slots, p_positions, p_owner, p_offering, p_party, p_at, p_candidates) LOOP
      CONTINUE WHEN v_status[r.ord] IS NOT NULL;
      v_status[r.ord] := 'held';
      v_hold[r.ord] := r.id;
      v_expires[r.ord] := r.expires_at;
    END LOOP;
    RETURN QUERY
      SELECT q.ord::int, coalesce(v_status[q.ord], 'full'), v_hold[q.ord], s.id, s.starts_at, s.ends_at, v_expires[q.ord]
      FROM generate_series(1, n) AS q(ord) LEFT JOIN slot s ON s.id = p_slots[p_positions[p_at[q.ord]]];
    RETURN;
  END IF;

  IF anonymous THEN
    PERFORM pg_advisory_xact_lock(d.planner_id, d.day - date '2000-01-01')
    FROM (SELECT DISTINCT s.planner_id, s.day FROM slot s WHERE s.id = ANY (p_slots) ORDER BY 1, 2) d;
  END IF;

  WITH locked AS MATERIALIZED (
    SELECT s.id, s.capacity - s.taken AS free, s.planner_id, s.day, s.starts_at, s.ends_at, s.opens_at
    FROM slot s WHERE s.id = ANY (p_slots) ORDER BY s.id FOR NO KEY UPDATE
  )
  SELECT array_agg(coalesce(l.free, 0) ORDER BY w.pos), array_agg(l.planner_id ORDER BY w.pos), array_agg(l.day ORDER BY w.pos),
         array_agg(l.starts_at ORDER BY w.pos), array_agg(l.ends_at ORDER BY w.pos),
         array_agg(coalesce(p.published AND l.opens_at <= p_now AND l.starts_at > p_now, false) ORDER BY w.pos),
         array_agg(coalesce(l.starts_at < p_now + make_interval(mins => p.notice_minutes), false) ORDER BY w.pos),
         array_agg(p.quotas ORDER BY w.pos), array_agg(p.hold_minutes ORDER BY w.pos), coalesce(bool_or(p.quotas IS NOT NULL), false),
         array_agg(coalesce(p.audience <> 'everybody' AND (p.audience_until_minutes IS NULL
                            OR l.starts_at > p_now + make_interval(mins => p.audience_until_minutes)), false) ORDER BY w.pos)
    INTO v_free, v_planner, v_day, v_starts, v_ends, v_bookable, v_near, v_quotas, v_minutes, v_quoted, v_kept
    FROM unnest(p_slots) WITH ORDINALITY AS w(id, pos)
    LEFT JOIN locked l ON l.id = w.id
    LEFT JOIN planner p ON p.id = l.planner_id;

  IF v_quoted THEN
    -- Days counted as a whole: after the slots, in one order, and before what is counted is read.
    PERFORM pg_advisory_xact_lock(-d.planner_id, d.day - date '2000-01-01')
    FROM (SELECT DISTINCT t.pl AS planner_id, t.dy AS day FROM unnest(v_planner, v_day, v_quotas) AS t(pl, dy, q)
          WHERE t.q @? '$[*] ? (@.per == "day")' ORDER BY 1, 2) d;
    -- Whoever moves a booking keeps the group it was made in; the desk's own seats are the desk's.
    SELECT array_agg(CASE WHEN q.owner LIKE 'o:%' OR b.id IS NULL THEN coalesce(q.grp, CASE WHEN q.owner LIKE 'o:%' THEN 'desk:unsaid' ELSE 'web:unsaid' END)
                          -- who lives in one municipality does not live in another
                          ELSE regexp_replace(coalesce(b.quota_group, CASE b.channel WHEN 'api' THEN 'web' ELSE b.channel END || ':unsaid'), ':resident$',
                            CASE WHEN EXISTS (SELECT FROM planner t JOIN office o ON o.id = t.office_id JOIN office f ON f.id = b.office_id
                                              WHERE t.id = v_planner[q.ord] AND (o.id = f.id OR o.municipality_code = f.municipality_code))
                                 THEN ':resident' ELSE ':unsaid' END) END ORDER BY q.ord)
      INTO v_group
      FROM unnest(p_owner, coalesce(p_group, array_fill(NULL::text, ARRAY[n])), p_reschedule) WITH ORDINALITY AS q(owner, grp, reschedule, ord)
      LEFT JOIN booking b ON b.id = q.reschedule;
    WITH d AS (
      SELECT t.pl AS planner_id, t.dy AS day, row_number() OVER (ORDER BY t.pl, t.dy)::int AS n
      FROM (SELECT DISTINCT x.pl, x.dy FROM unnest(v_planner, v_day, v_quotas) AS x(pl, dy, q) WHERE x.q IS NOT NULL) t
    ), used AS MATERIALIZED (
      SELECT d.n, u.slot_id, u.use FROM d CROSS JOIN LATERAL quota_use(d.planner_id, d.day, d.day) u
    ), of_day AS (
      SELECT e.n, jsonb_object_agg(e.key, e.seats) AS use
      FROM (SELECT u.n, k.key, sum(k.value::int)::int AS seats FROM used u CROSS JOIN LATERAL jsonb_each_text(u.use) k GROUP BY 1, 2) e GROUP BY e.n
    ), days AS (
      SELECT array_agg(coalesce(o.use, '{}') ORDER BY d.n) AS use, array_agg(quota_day_free(p_now, d.planner_id, d.day) ORDER BY d.n) AS free
      FROM d LEFT JOIN of_day o ON o.n = d.n
    )
    SELECT array_agg(coalesce(u.use, '{}') ORDER BY w.pos), array_agg(d.n ORDER BY w.pos),
           array_agg(extract(epoch FROM w.starts - p_now) / 60 ORDER BY w.pos),
           (SELECT days.use FROM days), (SELECT days.free FROM days)
      INTO v_slot_use, v_day_of, v_ahead, v_day_use, v_day_free
      FROM unnest(p_slots, v_planner, v_day, v_starts) WITH ORDINALITY AS w(id, pl, dy, starts, pos)
      LEFT JOIN used u ON u.slot_id = w.id LEFT JOIN d ON d.planner_id = w.pl AND d.day = w.dy;
  END IF;

  -- A seat the owner holds already is not taken twice: a double click gets the same hold. Asked under the lock, since the
  -- first click may have been decided by another batch while this one waited.
  FOR r IN SELECT * FROM held_already(p_now, p_slots, p_positions, p_owner, p_offering, p_party, p_at, p_candidates) LOOP
    CONTINUE WHEN v_status[r.ord] IS NOT NULL;
    v_status[r.ord] := 'held';
    v_hold[r.ord] := r.id;
    v_expires[r.ord] := r.expires_at;
    v_run[r.ord] := -1;
  END LOOP;

  SELECT coalesce(array_agg(po.planner_id || ':' || po.offering_id), '{}') INTO v_served
    FROM planner_offering po JOIN offering o ON o.id = po.offering_id
    WHERE po.planner_id = ANY (v_planner) AND po.offering_id = ANY (p_offering) AND o.active;

  -- The account's own person may not hold a seat for what they have booked already.
  FOR r IN
    SELECT q.ord
    FROM unnest(p_owner, p_account, p_offering, p_reschedule, p_for_others)
         WITH ORDINALITY AS q(owner, account, offering, reschedule, others, ord)
    CROSS JOIN LATERAL (SELECT x.person_key FROM account x WHERE x.id = q.account LIMIT 1) a
    CROSS JOIN LATERAL (SELECT x.service_code FROM offering x WHERE x.id = q.offering LIMIT 1) o
    CROSS JOIN LATERAL (
      SELECT x.booking_id FROM booking_person x
      WHERE x.person_key = a.person_key AND x.service_code = o.service_code AND x.live LIMIT 1) bp
    WHERE q.owner = 'a:' || q.account AND NOT q.others AND bp.booking_id IS DISTINCT FROM q.reschedule
  LOOP
    v_status[r.ord] := coalesce(v_status[r.ord], 'booked');
  END LOOP;

  IF anonymous THEN
    SELECT coalesce(jsonb_object_agg(d.planner_id || ':' || d.day, jsonb_build_array(
             greatest(1, (d.free + coalesce(h.seats, 0)) / 10) - coalesce(h.seats, 0), coalesce(h.owners, '{}'))), '{}')
      INTO v_cap
      FROM (SELECT s.planner_id, s.day, sum(s.capacity - s.taken)::int AS free FROM slot s
            WHERE (s.planner_id, s.day) IN (SELECT DISTINCT pl, dy FROM unnest(v_planner, v_day) AS t(pl, dy))
            GROUP BY 1, 2) d
      LEFT JOIN LATERAL (
        SELECT sum(x.seats)::int AS seats, jsonb_object_agg(x.owner, x.seats) AS owners
        FROM (SELECT hh.owner, sum(hh.party) AS seats FROM hold hh
              WHERE hh.planner_id = d.planner_id AND hh.day = d.day AND hh.state = 'live' AND hh.account_id IS NULL AND left(hh.owner, 2) IN ('a:', 'b:')
                AND hh.expires_at > p_now GROUP BY hh.owner) x) h ON true;
  END IF;

  FOR i IN 1..n LOOP
    CONTINUE WHEN v_status[i] IS NOT NULL;
    IF p_owner[i] = ANY (v_seen) THEN
      v_status[i] := 'again';
      CONTINUE;
    END IF;
    v_seen := v_seen || p_owner[i];
    closed := false;
    v_short := false;
    v_best := NULL;
    FOR c IN 0..p_candidates[i] - 1 LOOP
      at_run := p_at[i] + c * p_length[i];
      fits := true;
      prev := NULL;
      FOR k IN 0..p_length[i] - 1 LOOP
        pos := p_positions[at_run + k];
        IF NOT v_bookable[pos] OR (v_near[pos] AND p_owner[i] NOT LIKE 'o:%') OR NOT (v_planner[pos] || ':' || p_offering[i]) = ANY (v_served)
           OR (prev IS NOT NULL AND (v_ends[prev] <> v_starts[pos] OR v_planner[prev] <> v_planner[pos])) THEN
          fits := false;
          closed := true;
          EXIT;
        END IF;
        -- A statement of its own: only where seats are kept is a claim looked for.
        IF v_kept[pos] AND p_owner[i] NOT LIKE 'o:%' THEN
          IF NOT EXISTS (SELECT 1 FROM priority_claim x WHERE x.hold_id = p_id[i] AND x.planner_id = v_planner[pos]) THEN
            fits := false;
            closed := true;
            EXIT;
          END IF;
        END IF;
        IF v_free[pos] < p_party[i] THEN
          fits := false;
          EXIT;
        END IF;
        IF v_quoted AND v_quotas[pos] IS NOT NULL THEN
          IF pos || v_group[i] = ANY (v_shut) THEN
            fits := false;
            v_short := true;
            EXIT;
          END IF;
          k_room := quota_room(v_quotas[pos], v_group[i], v_ahead[pos], v_free[pos], v_day_free[v_day_of[pos]],
                               v_slot_use[pos], v_day_use[v_day_of[pos]]);
          -- What is used up within a batch stays so: the next of the same group need not reckon again.
          IF k_room < 1 THEN v_shut := v_shut || (pos || v_group[i]); END IF;
          IF k_room < p_party[i] THEN
            fits := false;
            v_short := true;
            EXIT;
          END IF;
        END IF;
        prev := pos;
      END LOOP;
      pos := p_positions[at_run];
      IF fits AND v_best IS NULL THEN
        v_best := at_run;
        v_best_pos := pos;
      ELSIF fits THEN
        IF v_load IS NULL THEN v_load := day_loads(v_planner, v_day); v_best_load := NULL; END IF;
        v_best_load := day_load(v_load, v_planner[v_best_pos], v_day[v_best_pos], p_slots[v_best_pos]);
        v_rival := day_load(v_load, v_planner[pos], v_day[pos], p_slots[pos]);
        IF v_rival < v_best_load THEN
          v_best := at_run;
          v_best_pos := pos;
        END IF;
      END IF;
      -- A choice is only among those that start with the first that fits.
      EXIT WHEN v_best IS NOT NULL AND (c + 1 = p_candidates[i]
                OR v_starts[p_positions[at_run + p_length[i]]] IS DISTINCT FROM v_starts[v_best_pos]);
    END LOOP;
    IF v_best IS NULL THEN
      v_status[i] := CASE WHEN closed AND p_candidates[i] = 1 THEN 'closed' WHEN v_short AND v_starts[p_positions[p_at[i]]] = v_starts[p_positions[p_at[i] + (p_candidates[i] - 1) * p_length[i]]] THEN 'quota' ELSE 'full' END;
      CONTINUE;
    END IF;
    at_run := v_best;
    pos := v_best_pos;
    IF v_anybody[i] THEN
      v_cap_key := v_planner[pos] || ':' || v_day[pos];
      IF (v_cap -> v_cap_key ->> 0)::int + coalesce((v_cap -> v_cap_key -> 1 ->> p_owner[i])::int, 0) < p_party[i] THEN
        v_status[i] := 'cap';
        CONTINUE;
      END IF;
      v_cap := jsonb_set(v_cap, ARRAY[v_cap_key, '0'], to_jsonb((v_cap -> v_cap_key ->> 0)::int - p_party[i]));
    END IF;
    v_status[i] := 'won';
    v_run[i] := at_run;
    FOR k IN 0..p_length[i] - 1 LOOP
      pos := p_positions[at_run + k];
      v_free[pos] := v_free[pos] - p_party[i];
      IF v_quoted AND v_quotas[pos] IS NOT NULL THEN
        v_slot_use[pos] := quota_used(v_slot_use[pos], v_group[i], p_party[i]);
        v_day_use[v_day_of[pos]] := quota_used(v_day_use[v_day_of[pos]], v_group[i], p_party[i]);
        v_day_free[v_day_of[pos]] := v_day_free[v_day_of[pos]] - p_party[i];
      END IF;
    END LOOP;
    pos := v_best_pos;
    IF v_minutes[pos] IS NOT NULL AND left(p_owner[i], 2) IN ('a:', 'b:', 'm:', 'o:') THEN
      v_expires[i] := p_now + make_interval(mins => v_minutes[pos]);
    END IF;
    IF v_load IS NOT NULL THEN
      v_load := jsonb_set(v_load, ARRAY[v_planner[pos] || ':' || v_day[pos], '0'],
                          to_jsonb(coalesce((v_load -> (v_planner[pos] || ':' || v_day[pos]) ->> 0)::int, 0) + p_party[i] * p_length[i]));
    END IF;
  END LOOP;

  -- A key used at the same instant in another batch: let that one decide.
  IF keyed THEN
    FOR r IN
      WITH mine AS (
        SELECT q.ord, q.owner, q.key, q.hash, q.id
        FROM unnest(p_owner, p_key, p_key_hash, p_id, v_status) WITH ORDINALITY AS q(owner, key, hash, id, status, ord)
        WHERE q.status = 'won' AND q.key IS NOT NULL
      ), written AS (
        INSERT INTO idempotent_answer AS a (caller, key, body_hash, status, hold_id, created_at)
        SELECT owner, key, hash, 201, id, p_now FROM mine ORDER BY owner, key
        ON CONFLICT DO NOTHING RETURNING a.caller, a.key
      )
      SELECT m.ord FROM mine m LEFT JOIN written w ON w.caller = m.owner AND w.key = m.key WHERE w.key IS NULL
    LOOP
      v_status[r.ord] := 'again';
      freed := true;
    END LOOP;
  END IF;

  -- The new hold is won: the owner's old one goes. Its seats come back with release_seats, a moment later.
  SELECT array_agg(h.id ORDER BY h.id) INTO v_old
  FROM unnest(p_owner, v_status) AS q(owner, status)
  CROSS JOIN LATERAL (SELECT x.id FROM hold x WHERE x.owner = q.owner AND x.state = 'live' LIMIT 1) h
  WHERE q.status = 'won';
  IF v_old IS NOT NULL THEN
    PERFORM 1 FROM hold h WHERE h.id = ANY (v_old) ORDER BY h.id FOR NO KEY UPDATE;
    UPDATE hold h SET state = 'released' WHERE h.id = ANY (v_old) AND h.state = 'live';
  END IF;

  FOR r IN
    WITH won AS (
      SELECT q.ord::int, q.id, q.owner, q.account, q.offering, q.party, q.expires, q.reschedule, v_run[q.ord] AS run, p_length[q.ord] AS len
      FROM unnest(p_id, p_owner, p_account, p_offering, p_party, v_expires, p_reschedule, v_status)
           WITH ORDINALITY AS q(id, owner, account, offering, party, expires, reschedule, status, ord)
      WHERE q.status = 'won'
    ), written AS (
      INSERT INTO hold AS h (id, owner, account_id, slot_ids, slot_id, planner_id, offering_id, day, starts_at, ends_at, party,
                        reschedule_of, state, created_at, first_expires_at, expires_at, quota_group)
      SELECT w.id, w.owner, w.account,
             ARRAY(SELECT p_slots[x.pos] FROM unnest(p_positions[w.run : w.run + w.len - 1]) WITH ORDINALITY AS x(pos, o) ORDER BY x.o),
             p_slots[p_positions[w.run]], v_planner[p_positions[w.run]], w.offering, v_day[p_positions[w.run]],
             v_starts[p_positions[w.run]], v_ends[p_positions[w.run + w.len - 1]], w.party,
             w.reschedule, 'live', p_now, w.expires, w.expires,
             CASE WHEN v_quoted AND v_quotas[p_positions[w.run]] IS NOT NULL THEN v_group[w.ord] END
      FROM won w ORDER BY w.owner
      ON CONFLICT (owner) WHERE state = 'live' DO NOTHING
      RETURNING h.id
    )
    SELECT w.ord, w.run, w.len, w.party, x.id IS NOT NULL AS kept FROM won w LEFT JOIN written x ON x.id = w.id
  LOOP
    IF r.kept THEN
      v_status[r.ord] := 'held';
      FOR k IN 0..r.len - 1 LOOP
        pos := p_positions[r.run + k];
        v_taken[pos] := v_taken[pos] + r.party;
      END LOOP;
    ELSE
      v_status[r.ord] := 'again';
      freed := true;
      IF p_key[r.ord] IS NOT NULL THEN
        DELETE FROM idempotent_answer a WHERE a.caller = p_owner[r.ord] AND a.key = p_key[r.ord];
      END IF;
    END IF;
  END LOOP;

  UPDATE slot s SET taken = s.taken + v_taken[array_position(p_slots, s.id)]
  WHERE s.id = ANY (p_slots) AND v_taken[array_position(p_slots, s.id)] > 0;

  RETURN QUERY
    SELECT q.ord::int,
           CASE WHEN freed AND v_status[q.ord] IN ('full', 'quota') THEN 'again' ELSE v_status[q.ord] END,
           v_hold[q.ord], p_slots[q.pos], v_starts[q.pos],
           v_ends[CASE WHEN v_run[q.ord] > 0 THEN p_positions[v_run[q.ord] + p_length[q.ord] - 1] ELSE q.pos END],
           v_expires[q.ord]
    FROM (SELECT g AS ord, p_positions[CASE WHEN v_run[g] > 0 THEN v_run[g] ELSE p_at[g] END] AS pos
          FROM generate_series(1, n) AS g) AS q;
END $$;
