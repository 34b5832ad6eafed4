-- A code sent by e-mail before an offering is booked, where the office asks for it. The digits are nowhere: they follow
-- from `salt` and the master secret, and what is typed is compared with `code_key`, a keyed hash over the hold, the
-- account, the service, the session and the digits. Only the newest of a hold is good.
CREATE TABLE one_time_code (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  hold_id uuid NOT NULL REFERENCES hold ON DELETE CASCADE,
  account_id int NOT NULL REFERENCES account ON DELETE CASCADE,
  -- keyed hash of the session that asked
  session_key bytea NOT NULL,
  salt bytea NOT NULL,
  code_key bytea NOT NULL,
  attempts int NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  CONSTRAINT one_time_code_attempts CHECK (attempts BETWEEN 0 AND 5)
);
CREATE INDEX one_time_code_hold ON one_time_code (hold_id, id);
CREATE INDEX one_time_code_account ON one_time_code (account_id, created_at);
