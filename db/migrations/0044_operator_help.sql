-- Whoever works at an office asks the network for help: the office it is asked from.
ALTER TABLE help_request ADD COLUMN from_office_id integer REFERENCES office (id);
