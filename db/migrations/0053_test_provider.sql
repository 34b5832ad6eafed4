-- The demo's test identity provider (ADR 0040): who has logged in with it, so that both sides can end a login.
-- Invented people alone; empty wherever the demo set-up is off.
CREATE TABLE test_provider_session (
  session_index text PRIMARY KEY,
  -- the transient name that the service provider was told
  name_id text NOT NULL,
  profile text NOT NULL CHECK (profile IN ('spid', 'cie', 'eidas')),
  -- which of the invented people
  person text NOT NULL,
  -- the request that was answered
  request_id text NOT NULL,
  -- of the request to log out that the provider sent; null before
  logout_id text UNIQUE,
  created_at timestamptz NOT NULL,
  ended_at timestamptz
);
CREATE INDEX test_provider_session_created ON test_provider_session (created_at);
