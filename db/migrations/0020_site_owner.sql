-- Who runs the site, as its legal pages say it: one row at most, written by the network's administrators.
CREATE TABLE site_owner (
  id int PRIMARY KEY DEFAULT 1 CHECK (id = 1),
  name text,
  address text,
  email text,
  phone text,
  dpo text,                                                -- contact of the data protection officer
  accessibility_email text,                                -- where reports on accessibility go; else email
  security_contact text,                                   -- e-mail or https address for security.txt
  source_url text,                                         -- where this installation's source code is published
  changed_at timestamptz NOT NULL,
  changed_by int REFERENCES account
);

-- What somebody could not use. Tools that somebody browses with tell of their health: all that was typed is encrypted.
CREATE TABLE accessibility_report (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  created_at timestamptz NOT NULL,
  language text NOT NULL,
  content bytea NOT NULL,                                  -- encrypted: page, problem, tools, e-mail
  answer bytea,                                            -- encrypted: what was answered
  closed_at timestamptz,
  closed_by int REFERENCES account,
  CONSTRAINT accessibility_report_closed_by_somebody CHECK ((closed_at IS NULL) = (closed_by IS NULL)),
  CONSTRAINT accessibility_report_answered_is_closed CHECK (answer IS NULL OR closed_at IS NOT NULL)
);
CREATE INDEX accessibility_report_open ON accessibility_report (created_at) WHERE closed_at IS NULL;
