-- The audit log is only added to, and each entry is chained to the one before it (ADR 0044).

-- What is not in the chain yet: written with the entry, taken off by the worker.
CREATE TABLE audit_unlinked (
  entry_id bigint PRIMARY KEY
);

-- One link an entry, in the order in which they were chained. No foreign key: a link outlives what is removed unlawfully.
CREATE TABLE audit_link (
  seq bigint PRIMARY KEY CHECK (seq > 0),
  entry_id bigint NOT NULL CONSTRAINT audit_link_entry UNIQUE,
  linked_at timestamptz NOT NULL,
  -- SHA-256 of the hash of the link before and of what this entry says
  hash bytea NOT NULL,
  -- signature of number and hash, on the last link of each round
  signature text
);

-- Where retention has taken away the beginning of the chain: it goes on after this link.
CREATE TABLE audit_cut (
  seq bigint PRIMARY KEY,
  hash bytea NOT NULL,
  cut_at timestamptz NOT NULL,
  signature text NOT NULL
);

CREATE FUNCTION audit_to_link() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO audit_unlinked SELECT id FROM written;
  RETURN NULL;
END $$;

CREATE FUNCTION audit_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('turno.audit_cut', true) = 'on' THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'the audit log is only added to' USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER audit_entry_to_link AFTER INSERT ON audit_entry
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION audit_to_link();

CREATE TRIGGER audit_entry_kept BEFORE UPDATE OR DELETE ON audit_entry
  FOR EACH ROW EXECUTE FUNCTION audit_only_grows();
CREATE TRIGGER audit_entry_not_emptied BEFORE TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION audit_only_grows();
CREATE TRIGGER audit_link_kept BEFORE UPDATE OR DELETE ON audit_link
  FOR EACH ROW EXECUTE FUNCTION audit_only_grows();
CREATE TRIGGER audit_link_not_emptied BEFORE TRUNCATE ON audit_link
  FOR EACH STATEMENT EXECUTE FUNCTION audit_only_grows();
CREATE TRIGGER audit_cut_kept BEFORE UPDATE OR DELETE ON audit_cut
  FOR EACH ROW EXECUTE FUNCTION audit_only_grows();
CREATE TRIGGER audit_cut_not_emptied BEFORE TRUNCATE ON audit_cut
  FOR EACH STATEMENT EXECUTE FUNCTION audit_only_grows();

-- What was written before is chained as it stands today.
INSERT INTO audit_unlinked SELECT id FROM audit_entry;

-- Lists and searches name the bookings they showed, so that people can be told who saw theirs.
CREATE INDEX audit_entry_seen ON audit_entry USING gin ((detail -> 'bookings')) WHERE jsonb_typeof(detail -> 'bookings') = 'array';
