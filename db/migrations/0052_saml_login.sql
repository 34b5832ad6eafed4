-- Logging in with SPID and CIE over SAML (ADR 0039).

-- Our keys in each federation: those in use, and those that will follow and are published already.
CREATE TABLE federation_key (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  profile text NOT NULL CHECK (profile IN ('spid', 'cie')),
  state text NOT NULL CHECK (state IN ('next', 'in-use', 'retired')),
  private_key_cipher bytea NOT NULL,
  certificate text NOT NULL,
  made_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX federation_key_one_live ON federation_key (profile, state) WHERE state <> 'retired';

-- Providers whose metadata were imported, each with who signed them.
CREATE TABLE identity_provider (
  profile text NOT NULL CHECK (profile IN ('spid', 'cie')),
  entity_id text NOT NULL,
  metadata text NOT NULL,
  source text,
  signer text NOT NULL,
  imported_at timestamptz NOT NULL,
  PRIMARY KEY (profile, entity_id)
);

-- A question to a provider and its answer: used once, then kept for 24 months.
CREATE TABLE saml_login (
  request_id text PRIMARY KEY,
  profile text NOT NULL CHECK (profile IN ('spid', 'cie')),
  provider text NOT NULL,
  browser_key bytea NOT NULL,
  level smallint NOT NULL CHECK (level BETWEEN 1 AND 3),
  attribute_set smallint NOT NULL,
  intent text,
  language text NOT NULL,
  request_cipher bytea NOT NULL,
  requested_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  answered_at timestamptz,
  outcome text,
  response_cipher bytea,
  CONSTRAINT saml_login_answered CHECK ((answered_at IS NULL) = (response_cipher IS NULL)),
  CONSTRAINT saml_login_outcome CHECK (outcome IS NULL OR answered_at IS NOT NULL)
);
CREATE INDEX saml_login_requested ON saml_login (requested_at);
