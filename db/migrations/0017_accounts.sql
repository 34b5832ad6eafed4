-- Requests counted for limits, shared by all processes. Whoever asks is kept as a keyed hash, for a day at most.
CREATE TABLE request_count (
  key bytea NOT NULL,
  since timestamptz NOT NULL,          -- when the window began
  count int NOT NULL,
  PRIMARY KEY (key, since)
) WITH (fillfactor = 50);
CREATE INDEX request_count_age ON request_count (since);

-- A new address is proved before it takes the place of the old one. No new address: it belongs to somebody else, and
-- no code proves it. The old one is kept with the proof, since it is told of the change afterwards.
ALTER TABLE email_proof DROP CONSTRAINT email_proof_purpose_check;
ALTER TABLE email_proof ADD CONSTRAINT email_proof_purpose_check
  CHECK (purpose IN ('verify-email', 'reset-password', 'change-email'));
ALTER TABLE email_proof ADD COLUMN new_email text;
ALTER TABLE email_proof ADD COLUMN old_email text;
ALTER TABLE email_proof ADD CONSTRAINT email_proof_change CHECK (purpose = 'change-email' OR (new_email IS NULL AND old_email IS NULL));

-- An account closed by its owner keeps its number, for the bookings it made, and nothing that says whose it was.
ALTER TABLE account ADD COLUMN closed_at timestamptz;
ALTER TABLE account ADD CONSTRAINT account_closed_is_empty CHECK (
  closed_at IS NULL OR (password_hash IS NULL AND email_verified_at IS NULL AND birth_date IS NULL AND birth_place IS NULL
    AND codice_fiscale_cipher IS NULL AND codice_fiscale_key IS NULL AND person_key IS NULL AND phone IS NULL));
CREATE INDEX account_unproved ON account (created_at) WHERE email_verified_at IS NULL AND closed_at IS NULL;
