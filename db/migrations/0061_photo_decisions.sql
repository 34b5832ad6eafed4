-- What the office decided about a person's photo: fine, fine against the checks, or another one is asked for. It speaks of
-- one photo, by its id; a photo sent afterwards is to be looked at anew. A wrong press is taken back and stays written as
-- taken back; all of it goes with the photo. The appointment itself never changes because of it.
CREATE TABLE photo_decision (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  booking_id bigint NOT NULL,
  position int NOT NULL,
  -- not a foreign key: what is asked for stands when its person takes the photo back
  photo_id uuid NOT NULL,
  outcome text NOT NULL,
  -- why, and the office's own words: they may speak of a face, health or religion
  why_cipher bytea,
  decided_by int NOT NULL REFERENCES account,
  decided_at timestamptz NOT NULL,
  undone_by int REFERENCES account,
  undone_at timestamptz,
  CONSTRAINT photo_decision_person_fkey FOREIGN KEY (booking_id, position) REFERENCES booking_person ON DELETE CASCADE,
  CONSTRAINT photo_decision_outcome_check CHECK (outcome IN ('accepted', 'overridden', 'another-asked')),
  -- whoever sends another photo, or reads why one counts against the checks, is told why
  CONSTRAINT photo_decision_why_check CHECK (why_cipher IS NOT NULL OR outcome = 'accepted'),
  CONSTRAINT photo_decision_undone_check CHECK ((undone_at IS NULL) = (undone_by IS NULL))
);
-- Two operators at the same photo: the second one is told.
CREATE UNIQUE INDEX photo_decision_once ON photo_decision (booking_id, position, photo_id) WHERE undone_at IS NULL;
CREATE INDEX photo_decision_of_booking ON photo_decision (booking_id, position);
