-- The language an invitation is written in; null: every language of the site, as nobody knows which the person reads.
ALTER TABLE invitation ADD COLUMN language text;
