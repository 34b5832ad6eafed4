-- For whom a planner's seats are: everybody; people with a right to be served first, who say on which ground and prove it at
-- the desk; or bookings that the office and its helpers make.
ALTER TABLE planner
  ADD COLUMN audience text NOT NULL DEFAULT 'everybody' CHECK (audience IN ('everybody', 'priority', 'desk')),
  ADD COLUMN priority_grounds text[] NOT NULL DEFAULT '{}' CHECK (priority_grounds <@ '{age,disability,pregnancy,urgency}'),
  ADD COLUMN priority_min_age int NOT NULL DEFAULT 65 CHECK (priority_min_age BETWEEN 1 AND 120),
  -- seats that nobody took are everybody's so long before they begin; null: never
  ADD COLUMN audience_until_minutes int CHECK (audience_until_minutes BETWEEN 1 AND 525600),
  -- what the office means to do with whoever shows no proof; a person decides each time
  ADD COLUMN without_proof text NOT NULL DEFAULT 'serve' CHECK (without_proof IN ('serve', 'send-back')),
  ADD CONSTRAINT planner_priority CHECK (audience <> 'priority' OR cardinality(priority_grounds) > 0);

-- That somebody has a right to seats kept for some. Written before the hold that it is for, under that hold's id, and kept
-- with the booking that the hold becomes. The ground says something about a person: encrypted, for operators alone.
CREATE TABLE priority_claim (
  hold_id uuid NOT NULL,
  planner_id int NOT NULL REFERENCES planner ON DELETE CASCADE,
  ground_cipher bytea NOT NULL,
  -- years on the day of the appointment, where the ground is age
  min_age int,
  proof text CHECK (proof IN ('seen', 'not-shown')),
  proof_at timestamptz,
  proof_by int REFERENCES account,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (hold_id, planner_id),
  CONSTRAINT priority_claim_proof CHECK ((proof IS NULL) = (proof_at IS NULL))
);
CREATE INDEX priority_claim_age ON priority_claim (created_at);

-- For whom a helper works: a patronato, a call centre, a partner desk. Written with each booking they make, as it was then.
ALTER TABLE account_role
  ADD COLUMN organisation text CHECK (length(organisation) BETWEEN 1 AND 100),
  ADD CONSTRAINT account_role_organisation CHECK (organisation IS NULL OR role = 'helper');
ALTER TABLE booking ADD COLUMN helper_organisation text;

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
-- status: held      a new hold, or the same one again when the owner asks for the seat they already hold
--         full      no run has enough seats
--         closed    a slot is not open yet, is too near, was withdrawn, or does not serve this offering
--         booked    the account's own person has a live booking for this service already
--         cap       before login: a tenth of the day's free seats is already held without login
--         replay    this idempotency key was answered before: see idempotent_answer
--         key       this idempotency key was used for another request
--         again     decide me in another batch (the owner asked twice at once, or a seat came free meanwhile)
CREATE OR REPLACE FUNCTION hold_batch(
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
  p_key_hash bytea[]
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
  v_served text[];                               -- 'planner:offering' pairs
  v_cap jsonb := '{}';
  v_cap_key text;
  v_seen text[] := '{}';
  v_old uuid[];
  r record;
  i int; c int; k int; at_run int; pos int; prev int; fits boolean; closed boolean; freed boolean := false;
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
         array_agg(coalesce(p.audience <> 'everybody' AND (p.audience_until_minutes IS NULL
                            OR l.starts_at > p_now + make_interval(mins => p.audience_until_minutes)), false) ORDER BY w.pos)
    INTO v_free, v_planner, v_day, v_starts, v_ends, v_bookable, v_near, v_kept
    FROM unnest(p_slots) WITH ORDINALITY AS w(id, pos)
    LEFT JOIN locked l ON l.id = w.id
    LEFT JOIN planner p ON p.id = l.planner_id;

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
    fits := false;
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
        prev := pos;
      END LOOP;
      EXIT WHEN fits;
    END LOOP;
    IF NOT fits THEN
      v_status[i] := CASE WHEN closed AND p_candidates[i] = 1 THEN 'closed' ELSE 'full' END;
      CONTINUE;
    END IF;
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
    END LOOP;
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
      FROM unnest(p_id, p_owner, p_account, p_offering, p_party, p_expires, p_reschedule, v_status)
           WITH ORDINALITY AS q(id, owner, account, offering, party, expires, reschedule, status, ord)
      WHERE q.status = 'won'
    ), written AS (
      INSERT INTO hold AS h (id, owner, account_id, slot_ids, slot_id, planner_id, offering_id, day, starts_at, ends_at, party,
                        reschedule_of, state, created_at, first_expires_at, expires_at)
      SELECT w.id, w.owner, w.account,
             ARRAY(SELECT p_slots[x.pos] FROM unnest(p_positions[w.run : w.run + w.len - 1]) WITH ORDINALITY AS x(pos, o) ORDER BY x.o),
             p_slots[p_positions[w.run]], v_planner[p_positions[w.run]], w.offering, v_day[p_positions[w.run]],
             v_starts[p_positions[w.run]], v_ends[p_positions[w.run + w.len - 1]], w.party,
             w.reschedule, 'live', p_now, w.expires, w.expires
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
           CASE WHEN freed AND v_status[q.ord] = 'full' THEN 'again' ELSE v_status[q.ord] END,
           v_hold[q.ord], p_slots[q.pos], v_starts[q.pos],
           v_ends[CASE WHEN v_run[q.ord] > 0 THEN p_positions[v_run[q.ord] + p_length[q.ord] - 1] ELSE q.pos END],
           v_expires[q.ord]
    FROM (SELECT g AS ord, p_positions[CASE WHEN v_run[g] > 0 THEN v_run[g] ELSE p_at[g] END] AS pos
          FROM generate_series(1, n) AS g) AS q;
END $$;
