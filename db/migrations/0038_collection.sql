-- What may follow a booking: each person's photo, how the document reaches them, who may collect it; and until how many
-- hours before the appointment. A photo or a choice that is asked for is missing until it is there; it never undoes the
-- booking.
ALTER TABLE offering
  ADD COLUMN photo text NOT NULL DEFAULT 'none',
  ADD COLUMN delivery text NOT NULL DEFAULT 'none',
  ADD COLUMN delivery_modes text[] NOT NULL DEFAULT '{office}',
  ADD COLUMN delegate boolean NOT NULL DEFAULT false,
  ADD COLUMN completion_cutoff_hours int NOT NULL DEFAULT 24,
  ADD CONSTRAINT offering_photo_check CHECK (photo IN ('none', 'optional', 'asked')),
  ADD CONSTRAINT offering_delivery_check CHECK (delivery IN ('none', 'optional', 'asked')),
  ADD CONSTRAINT offering_delivery_modes_check CHECK (
    cardinality(delivery_modes) > 0 AND delivery_modes <@ ARRAY['office', 'italy', 'abroad']),
  ADD CONSTRAINT offering_completion_cutoff_check CHECK (completion_cutoff_hours BETWEEN 0 AND 720);

-- When people were reminded of what is missing: once for each appointment.
ALTER TABLE booking ADD COLUMN completion_reminded_at timestamptz;

-- The photo of one person: cut and encoded anew by us, encrypted; never what was sent. The one that is proposed waits for
-- its person's yes, and the accepted one stays until then.
CREATE TABLE booking_photo (
  booking_id bigint NOT NULL,
  position int NOT NULL,
  state text NOT NULL,
  id uuid NOT NULL,
  content bytea NOT NULL,
  size int NOT NULL,
  width int NOT NULL,
  height int NOT NULL,
  verdict text NOT NULL,
  checks jsonb NOT NULL,
  -- of the thresholds that the checks went by
  rules_version int NOT NULL,
  -- what was kept of the picture as sent, upright, in its pixels
  crop jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  CONSTRAINT booking_photo_pkey PRIMARY KEY (booking_id, position, state),
  CONSTRAINT booking_photo_person_fkey FOREIGN KEY (booking_id, position) REFERENCES booking_person ON DELETE CASCADE,
  CONSTRAINT booking_photo_state_check CHECK (state IN ('proposed', 'accepted')),
  CONSTRAINT booking_photo_verdict_check CHECK (verdict IN ('pass', 'warn', 'fail', 'not-assessed')),
  CONSTRAINT booking_photo_size_check CHECK (size <= 500000)
);
CREATE INDEX booking_photo_proposed ON booking_photo (created_at) WHERE state = 'proposed';
