-- What an office tells the public beside its contacts, who changed it last, and contacts that come in bulk.

ALTER TABLE office ADD COLUMN hours jsonb;                 -- opening hours to the public, in words: {"it": "…", "en": "…"}
ALTER TABLE office ADD COLUMN privacy jsonb;               -- {"controller": "…", "dpo": "…", "text": {"it": "…"}}; what is missing has a default
ALTER TABLE office ADD COLUMN details_changed_at timestamptz;
ALTER TABLE office ADD COLUMN details_changed_by int REFERENCES account;

-- A file of contacts between its upload and the moment somebody applies it. Contacts of offices, never of people.
CREATE TABLE contact_import (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account_id int NOT NULL REFERENCES account ON DELETE CASCADE,
  content text NOT NULL,
  created_at timestamptz NOT NULL,
  applied_at timestamptz,
  changed int                                              -- offices changed when it was applied
);
