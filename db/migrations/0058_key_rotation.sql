-- Searches among accounts name those they showed, so that people can be told who saw theirs (ADR 0044).
CREATE INDEX audit_entry_seen_accounts ON audit_entry USING gin ((detail -> 'accounts')) WHERE jsonb_typeof(detail -> 'accounts') = 'array';

-- What is kept of a person goes after a time, and what the office needs for its figures stays.
ALTER TABLE booking ADD COLUMN forgotten_at timestamptz;

ALTER TABLE account
  -- the day of the last login
  ADD COLUMN used_on date,
  -- since when its owner has been told that it will be closed, because nobody uses it
  ADD COLUMN unused_warned_on date;
UPDATE account a SET used_on = greatest(
  (a.created_at AT TIME ZONE 'UTC')::date,
  (SELECT max(s.created_at AT TIME ZONE 'UTC')::date FROM session s WHERE s.account_id = a.id),
  (SELECT max(b.created_at AT TIME ZONE 'UTC')::date FROM booking b WHERE b.account_id = a.id));

CREATE FUNCTION account_used() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE account a SET used_on = s.day, unused_warned_on = NULL
  FROM (SELECT account_id, max((created_at AT TIME ZONE 'UTC')::date) AS day FROM opened GROUP BY account_id) s
  WHERE a.id = s.account_id AND (a.used_on IS NULL OR a.used_on < s.day);
  RETURN NULL;
END $$;
CREATE TRIGGER session_uses_account AFTER INSERT ON session
  REFERENCING NEW TABLE AS opened FOR EACH STATEMENT EXECUTE FUNCTION account_used();

-- Who is served by a booking does not change; it may be forgotten.
CREATE OR REPLACE FUNCTION booking_is_nominal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT NEW.live AND NEW.given_name = '' AND NEW.family_name = '' AND NEW.birth_date IS NULL
     AND NEW.codice_fiscale_cipher IS NULL AND NEW.codice_fiscale_key IS NULL THEN
    RETURN NEW;
  END IF;
  -- The same, encrypted with another key.
  IF current_setting('turno.re_encrypting', true) = 'on' AND NEW.codice_fiscale_cipher IS NOT NULL
     AND (NEW.booking_id, NEW.position, NEW.given_name, NEW.family_name, NEW.birth_date, NEW.codice_fiscale_key, NEW.person_key, NEW.likeness_key)
       IS NOT DISTINCT FROM
     (OLD.booking_id, OLD.position, OLD.given_name, OLD.family_name, OLD.birth_date, OLD.codice_fiscale_key, OLD.person_key, OLD.likeness_key) THEN
    RETURN NEW;
  END IF;
  IF current_setting('turno.correcting', true) IS DISTINCT FROM OLD.booking_id::text THEN
    RAISE EXCEPTION 'who is served by a booking does not change' USING ERRCODE = 'check_violation', CONSTRAINT = 'booking_is_nominal';
  END IF;
  RETURN NEW;
END $$;

-- A seed is the one that was promised, whichever key it is kept under.
CREATE OR REPLACE FUNCTION keep_draw() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.room_id, NEW.rules, NEW.commitment, NEW.public_key, NEW.announced_at, NEW.announced_signature)
       IS DISTINCT FROM
     (OLD.room_id, OLD.rules, OLD.commitment, OLD.public_key, OLD.announced_at, OLD.announced_signature)
     OR NEW.seed_cipher IS DISTINCT FROM OLD.seed_cipher AND current_setting('turno.re_encrypting', true) IS DISTINCT FROM 'on'
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
