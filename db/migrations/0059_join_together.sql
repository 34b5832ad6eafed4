-- Those who join a room together are asked about together: in a rush a place costs a third of what it did.
CREATE OR REPLACE FUNCTION join_room(p_room int, p_now timestamptz, p_offering int[], p_account int[], p_entered_by int[], p_pseudonym text[],
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
  v_plain boolean[];
  v_twice bytea[];
  v_ords int[] := '{}';
  v_numbers int[] := '{}';
  c record;
  i int;
BEGIN
  SELECT * INTO v_room FROM room r WHERE r.id = p_room FOR NO KEY UPDATE;
  SELECT t.joined_at INTO v_last FROM ticket t WHERE t.room_id = p_room AND t.number = v_room.last_number;
  -- Clocks of machines differ: numbers and times go the same way, and nobody is drawn who came after the closing.
  v_at := greatest(p_now, v_last, CASE WHEN v_room.state IN ('closed', 'admitting') THEN v_room.closes_at END);

  v_twice := ARRAY(SELECT k FROM unnest(p_keys) AS k GROUP BY k HAVING count(*) > 1);
  -- Most of a crowd comes alone, once, with an account that has no place here: nothing has to be asked about each of them.
  SELECT array_agg(u.alone AND NOT EXISTS (SELECT FROM ticket_person tp WHERE tp.room_id = p_room AND tp.live AND tp.person_key = u.key)
                           AND NOT EXISTS (SELECT FROM ticket t WHERE t.room_id = p_room AND t.account_id = u.account
                                             AND t.state IN ('waiting', 'admitted')) ORDER BY u.n) INTO v_plain
  FROM (
    SELECT q.n, q.account, k.key, q.account IS NOT NULL AND q.party = 1 AND count(*) OVER (PARTITION BY q.account) = 1
             AND NOT k.key = ANY (v_twice) AS alone
    FROM unnest(p_account, p_party, p_key_at) WITH ORDINALITY AS q(account, party, at, n)
    JOIN unnest(p_keys) WITH ORDINALITY AS k(key, at) ON k.at = q.at
  ) u;

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

    IF v_plain[i] THEN
      v_room.last_number := v_room.last_number + 1;
      number := v_room.last_number;
      status := 'joined';
      v_ords := v_ords || i;
      v_numbers := v_numbers || number;
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
  IF cardinality(v_ords) > 0 THEN
    WITH new AS (
      SELECT u.number, q.*, k.key
      FROM unnest(v_ords, v_numbers) AS u(i, number)
      JOIN unnest(p_offering, p_account, p_entered_by, p_pseudonym, p_people, p_key_at, p_own, p_proved, p_weight, p_channel, p_language,
                  p_device) WITH ORDINALITY
           AS q(offering, account, entered_by, pseudonym, people, key_at, own, proved, weight, channel, language, device, i) ON q.i = u.i
      JOIN unnest(p_keys) WITH ORDINALITY AS k(key, at) ON k.at = q.key_at
    ), given AS (
      INSERT INTO ticket (room_id, number, offering_id, account_id, entered_by, pseudonym, party, people_cipher, proved, weight,
                          channel, language, device, joined_at)
      SELECT p_room, new.number, new.offering, new.account, new.entered_by, new.pseudonym, 1, new.people,
             new.proved OR (new.own AND (
               EXISTS (SELECT FROM identification n WHERE n.account_id = new.account AND n.undone_at IS NULL)
               OR EXISTS (SELECT FROM booking b WHERE b.account_id = new.account AND b.status <> 'cancelled'))),
             new.weight, new.channel, new.language, new.device, v_at
      FROM new
    )
    INSERT INTO ticket_person (room_id, number, person_key) SELECT p_room, new.number, new.key FROM new;
  END IF;
  UPDATE room r SET last_number = v_room.last_number WHERE r.id = p_room AND r.last_number <> v_room.last_number;
END $$;
