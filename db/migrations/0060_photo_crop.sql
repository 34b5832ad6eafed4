-- While a photo is proposed, its person may cut it otherwise: the picture it is cut from is kept beside it, upright, encoded
-- anew by us, sealed, and gone with the yes. What was sent itself is never kept.
ALTER TABLE booking_photo
  ADD COLUMN source bytea,
  ADD COLUMN source_width int,
  ADD COLUMN source_height int,
  -- the cut that we proposed, in pixels of the source; `crop` is the one in use
  ADD COLUMN proposed_crop jsonb,
  -- what its person says of it: what no check can tell, a covered head, why it is kept against the checks. It may speak of
  -- health or religion.
  ADD COLUMN said_cipher bytea,
  ADD CONSTRAINT booking_photo_source_check CHECK (
    (source IS NULL) = (source_width IS NULL) AND (source IS NULL) = (source_height IS NULL)
    AND (source IS NULL) = (proposed_crop IS NULL)),
  ADD CONSTRAINT booking_photo_no_source_check CHECK (state = 'proposed' OR source IS NULL);
