-- A draw is announced once and never changes: what was signed when, and a guard that keeps what is published as it is
-- (ADR 0034).
ALTER TABLE draw
  -- Ed25519, 64 hexadecimal digits: the key of receipts and statements, bound by the rules
  ADD public_key text NOT NULL CHECK (public_key ~ '^[0-9a-f]{64}$'),
  ADD announced_at timestamptz NOT NULL,
  ADD announced_signature text NOT NULL,
  -- why no public value is mixed in
  ADD unmixed_reason text,
  -- how many tickets the list has
  ADD listed int,
  ADD closed_signature text,
  ADD drawn_signature text,
  -- when those who joined were told that the public value is late
  ADD late_told_at timestamptz,
  ADD CONSTRAINT draw_closed CHECK ((list IS NULL) = (closed_at IS NULL) AND (list IS NULL) = (list_root IS NULL)
    AND (list IS NULL) = (listed IS NULL) AND (list IS NULL) = (closed_signature IS NULL)),
  ADD CONSTRAINT draw_drawn CHECK ((places IS NULL) = (drawn_at IS NULL) AND (places IS NULL) = (drawn_signature IS NULL)),
  ADD CONSTRAINT draw_in_order CHECK (places IS NULL OR (list IS NOT NULL AND seed IS NOT NULL)),
  ADD CONSTRAINT draw_value_by_two CHECK (public_value IS NULL OR (mixing IS NOT NULL AND closed_at IS NOT NULL
    AND first_by IS NOT NULL AND second_by IS NOT NULL AND first_by <> second_by));

CREATE FUNCTION keep_draw() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.room_id, NEW.rules, NEW.commitment, NEW.seed_cipher, NEW.public_key, NEW.announced_at, NEW.announced_signature)
       IS DISTINCT FROM
     (OLD.room_id, OLD.rules, OLD.commitment, OLD.seed_cipher, OLD.public_key, OLD.announced_at, OLD.announced_signature)
     OR NEW.mixing IS DISTINCT FROM OLD.mixing
     OR OLD.list IS NOT NULL AND (NEW.list_root, NEW.listed, NEW.closed_at, NEW.closed_signature)
       IS DISTINCT FROM (OLD.list_root, OLD.listed, OLD.closed_at, OLD.closed_signature)
     OR OLD.list IS NOT NULL AND NEW.list IS DISTINCT FROM OLD.list
     OR OLD.seed IS NOT NULL AND NEW.seed IS DISTINCT FROM OLD.seed
     OR OLD.public_value IS NOT NULL AND NEW.public_value IS DISTINCT FROM OLD.public_value
     OR OLD.places IS NOT NULL AND (NEW.places, NEW.drawn_at, NEW.drawn_signature)
       IS DISTINCT FROM (OLD.places, OLD.drawn_at, OLD.drawn_signature)
  THEN RAISE EXCEPTION 'what is published of a draw never changes' USING ERRCODE = 'check_violation', CONSTRAINT = 'draw_kept';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER draw_kept BEFORE UPDATE ON draw FOR EACH ROW EXECUTE FUNCTION keep_draw();

-- The times of a room are part of the rules of its draw.
CREATE FUNCTION keep_drawn_room() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.code, NEW.ordering, NEW.joins_at, NEW.closes_at, NEW.opens_at, NEW.turn_seconds)
       IS DISTINCT FROM (OLD.code, OLD.ordering, OLD.joins_at, OLD.closes_at, OLD.opens_at, OLD.turn_seconds)
     AND EXISTS (SELECT FROM draw WHERE room_id = OLD.id)
  THEN RAISE EXCEPTION 'the rules of a draw never change' USING ERRCODE = 'check_violation', CONSTRAINT = 'room_drawn_kept';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER room_drawn_kept BEFORE UPDATE OF code, ordering, joins_at, closes_at, opens_at, turn_seconds ON room
  FOR EACH ROW EXECUTE FUNCTION keep_drawn_room();
