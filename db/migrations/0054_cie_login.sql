-- Logins with CIE over OpenID Connect (ADR 0041).

-- Somebody left for the provider. Taken out when they come back, by the browser they left with: good once, for minutes.
CREATE TABLE cie_request (
  -- keyed hashes: who reads the table can neither come back in somebody's place nor tell browsers apart
  state_key bytea PRIMARY KEY,
  browser_key bytea NOT NULL,
  provider text NOT NULL,
  level smallint NOT NULL CHECK (level BETWEEN 1 AND 3),
  -- nonce, code verifier, the request as it was sent, and where to go on
  secret_cipher bytea NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX cie_request_expiry ON cie_request (expires_at);

-- Access tokens in force, to be revoked at logout; nothing else is done with them.
CREATE TABLE cie_token (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  browser_key bytea NOT NULL,
  provider text NOT NULL,
  token_cipher bytea NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX cie_token_browser ON cie_token (browser_key);
CREATE INDEX cie_token_expiry ON cie_token (expires_at);

-- What makes us one of the federation: our keys, the keys of its trust anchor, and its marks on us.
CREATE TABLE cie_membership (
  part text PRIMARY KEY CHECK (part IN ('keys', 'trust-anchor', 'trust-marks')),
  content_cipher bytea NOT NULL,
  changed_at timestamptz NOT NULL
);

-- What was said in each login, kept for 24 months as the federation asks; the chain of statements by which the provider
-- was trusted is the same for many of them.
CREATE TABLE cie_trust_chain (
  digest bytea PRIMARY KEY,
  statements text[] NOT NULL,
  used_at timestamptz NOT NULL
);
CREATE TABLE cie_login_log (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  provider text NOT NULL,
  chain_digest bytea REFERENCES cie_trust_chain (digest),
  -- `logged-in`, `revoked`, or why not
  outcome text NOT NULL,
  messages_cipher bytea NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX cie_login_log_at ON cie_login_log (at);
CREATE INDEX cie_trust_chain_used ON cie_trust_chain (used_at);
