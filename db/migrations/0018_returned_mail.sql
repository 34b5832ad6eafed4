-- How many e-mails came back in the last day is asked at every reading of the metrics.
CREATE INDEX message_outcome ON message (outcome_at) WHERE outcome_at IS NOT NULL;
