-- How many e-mails came back in the last day is asked at every reading of the metrics.
CREATE INDEX message_outcome ON message (outcome_at) WHERE outcome_at IS NOT NULL;
-- A mail server has taken an e-mail to this address since. When nothing comes back for two days, the address works again.
ALTER TABLE email_failure ADD COLUMN taken_at timestamptz;
