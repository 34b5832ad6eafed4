-- Questions to an office, or to whoever runs the site, with their answers: threads. Texts and pictures are encrypted.

CREATE TABLE help_request (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  office_id int REFERENCES office,     -- who is asked; null: whoever runs the site
  account_id int REFERENCES account ON DELETE SET NULL,
  email_cipher bytea NOT NULL,         -- where answers go
  proved boolean NOT NULL,             -- written by whoever is logged in with that address
  language text NOT NULL,
  page text,                           -- the path of the page it was written from, without anything secret
  browser text,                        -- as it calls itself
  state text NOT NULL CHECK (state IN ('waiting', 'answered', 'closed')),
  taken_by int REFERENCES account,
  created_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL
);
CREATE INDEX help_request_inbox ON help_request (office_id, changed_at) WHERE state = 'waiting';
CREATE INDEX help_request_office ON help_request (office_id, id DESC);
CREATE INDEX help_request_account ON help_request (account_id, id DESC) WHERE account_id IS NOT NULL;
CREATE INDEX help_request_closed ON help_request (changed_at) WHERE state <> 'waiting';

CREATE TABLE help_message (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  request_id int NOT NULL REFERENCES help_request ON DELETE CASCADE,
  at timestamptz NOT NULL,
  author text NOT NULL CHECK (author IN ('citizen', 'office')),
  account_id int REFERENCES account ON DELETE SET NULL,
  text_cipher bytea NOT NULL
);
CREATE INDEX help_message_request ON help_message (request_id, id);

CREATE TABLE help_picture (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  message_id int NOT NULL REFERENCES help_message ON DELETE CASCADE,
  media_type text NOT NULL CHECK (media_type IN ('image/jpeg', 'image/png', 'image/webp')),
  size int NOT NULL CHECK (size > 0),
  content bytea NOT NULL
);
CREATE INDEX help_picture_message ON help_picture (message_id);
ALTER TABLE help_picture ALTER COLUMN content SET STORAGE EXTERNAL;
