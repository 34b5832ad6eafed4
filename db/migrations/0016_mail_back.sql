-- What became of a message after it was handed over. `refused`: the recipient's address was turned down at once, for good.
-- `bounced`: a report came back later. `delivered`: a report said so. `sent` is all that is known of the others.
ALTER TABLE message DROP CONSTRAINT message_status_check;
ALTER TABLE message ADD CONSTRAINT message_status_check
  CHECK (status IN ('queued', 'sent', 'failed', 'dropped', 'refused', 'bounced', 'delivered'));
ALTER TABLE message ADD COLUMN outcome_at timestamptz;
ALTER TABLE message ADD COLUMN outcome_code text;     -- RFC 3463, as 5.1.1; never the server's words

-- Addresses whose e-mail comes back. Keyed by the address itself, so that a corrected one is clean.
CREATE TABLE email_failure (
  address text PRIMARY KEY CHECK (address = lower(address)),
  failed_at timestamptz NOT NULL,     -- the last time
  reason text NOT NULL CHECK (reason IN ('address', 'mailbox', 'other'))
);

-- A booking is cancelled by itself only when its confirmation request is known to have left in time and not to have come
-- back; otherwise it goes to the office's list.
ALTER TABLE booking ADD COLUMN confirm_sent_at timestamptz;
ALTER TABLE booking ADD COLUMN confirm_undelivered_at timestamptz;
ALTER TABLE booking ADD COLUMN confirm_undelivered_why text
  CHECK (confirm_undelivered_why IN ('refused', 'bounced', 'not-sent', 'too-late', 'no-address'));
ALTER TABLE booking ADD CONSTRAINT booking_undelivered_why
  CHECK ((confirm_undelivered_at IS NULL) = (confirm_undelivered_why IS NULL));
-- The office has corrected the address: it is used before the account's.
ALTER TABLE booking ADD COLUMN contact_corrected_at timestamptz;
CREATE INDEX booking_undelivered ON booking (office_id, starts_at) WHERE confirm_undelivered_at IS NOT NULL;
UPDATE booking b SET confirm_sent_at = m.sent_at FROM message m
  WHERE m.booking_id = b.id AND m.kind = 'confirm-request' AND m.status = 'sent' AND b.confirm_requested_at IS NOT NULL
    AND (m.detail ->> 'startsAt')::timestamptz = b.starts_at;

-- Gives seats back to a booking that lost them, for as many people as it had; false when they are gone or the slot has
-- begun, is closed or was withdrawn.
CREATE FUNCTION retake_seats(p_now timestamptz, p_slots bigint[], p_seats int) RETURNS boolean
LANGUAGE plpgsql AS $$
DECLARE
  v_free int;
BEGIN
  PERFORM 1 FROM slot s WHERE s.id = ANY (p_slots) ORDER BY s.id FOR NO KEY UPDATE;
  SELECT count(*) INTO v_free FROM slot s
  WHERE s.id = ANY (p_slots) AND s.starts_at > p_now AND least(s.capacity, s.planned) - s.taken >= p_seats;
  IF v_free < cardinality(p_slots) THEN RETURN false; END IF;
  UPDATE slot s SET taken = s.taken + p_seats WHERE s.id = ANY (p_slots);
  RETURN true;
END $$;
