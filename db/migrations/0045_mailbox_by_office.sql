-- An address that an office enters for a municipality holds for that office's own requests: nobody's typing redirects what
-- other offices send. Which office an address entered so far came from is not known, so none is kept; the reference stays.
DELETE FROM municipality_mailbox;
ALTER TABLE municipality_mailbox
  DROP CONSTRAINT municipality_mailbox_pkey,
  ADD COLUMN office_id integer NOT NULL REFERENCES office (id),
  ADD PRIMARY KEY (office_id, code);
