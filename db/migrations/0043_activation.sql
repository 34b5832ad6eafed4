-- Certified addresses of municipalities; offices that are activated by a link sent there, and set up step by step.

CREATE TABLE municipality_contact (
  municipality_code text PRIMARY KEY REFERENCES municipality,
  pec text,
  email text,
  phone text
);

CREATE TABLE activation (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  office_id int NOT NULL REFERENCES office,
  recipient text NOT NULL,                  -- the certified address it is meant for
  way text NOT NULL CHECK (way IN ('certified', 'by-hand')),
  created_by int REFERENCES account ON DELETE SET NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,                      -- good once
  used_by int REFERENCES account ON DELETE SET NULL,
  withdrawn_at timestamptz                  -- taken back, or another was made
);
CREATE INDEX activation_office ON activation (office_id, id DESC);
-- One link of an office is good at a time.
CREATE UNIQUE INDEX activation_open ON activation (office_id) WHERE used_at IS NULL AND withdrawn_at IS NULL;

-- How far an office's guided set-up is; what was typed is in the office's own tables, but for the hours of a planner not made yet.
CREATE TABLE office_set_up (
  office_id int PRIMARY KEY REFERENCES office,
  started_at timestamptz NOT NULL,
  details_at timestamptz,
  hours jsonb,
  hours_at timestamptz,
  services_at timestamptz,
  planner_id int REFERENCES planner ON DELETE SET NULL,
  planner_at timestamptz,
  published_at timestamptz
);

-- The log is read by person, by day and by what it is about.
CREATE INDEX audit_entry_account ON audit_entry (account_id, id DESC);
CREATE INDEX audit_entry_subject ON audit_entry (subject) WHERE subject IS NOT NULL;
