-- A photo that the office adds at the desk waits for the office's yes in a place of its own: nobody at the office sees, or says
-- yes to, what its person has sent and not said yes to, and neither side drops what the other is looking at.
ALTER TABLE booking_photo
  DROP CONSTRAINT booking_photo_state_check,
  ADD CONSTRAINT booking_photo_state_check CHECK (state IN ('proposed', 'at-desk', 'accepted'));
DROP INDEX booking_photo_proposed;
CREATE INDEX booking_photo_proposed ON booking_photo (created_at) WHERE state <> 'accepted';
