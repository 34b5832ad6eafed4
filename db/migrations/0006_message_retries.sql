-- When a message is tried next. A queued row is the source of truth: a lost job, a killed worker or a mail server that is
-- away only delay it. The same column is the lease of whoever is sending.
ALTER TABLE message ADD COLUMN next_attempt_at timestamptz;
UPDATE message SET next_attempt_at = created_at;
ALTER TABLE message ALTER COLUMN next_attempt_at SET NOT NULL;
DROP INDEX message_queued;
CREATE INDEX message_due ON message (next_attempt_at) WHERE status = 'queued';
