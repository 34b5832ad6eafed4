-- Wrong passwords are counted by address, whether or not it has an account: a lock must not tell which addresses do.
-- A browser that has logged in before is counted on its own, so that strangers cannot lock out a citizen.
ALTER TABLE account
  DROP COLUMN failed_logins,
  DROP COLUMN failed_since,
  DROP COLUMN locked_until;

CREATE TABLE login_failure (
  email_key bytea NOT NULL,            -- keyed hash of the address
  device text NOT NULL,                -- '' for browsers nobody has logged in from
  failures int NOT NULL,
  first_at timestamptz NOT NULL,
  locked_until timestamptz,
  PRIMARY KEY (email_key, device)
);
CREATE INDEX login_failure_age ON login_failure (first_at);
