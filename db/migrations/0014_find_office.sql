-- Offices are looked for under many names: in other languages, of municipalities that have been merged, of the country,
-- the province or the region, of a town abroad without an office of its own.

-- What searches compare: lower case, no accents, no punctuation, single spaces. `searchText` in the code does the same.
CREATE FUNCTION search_text(given text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN trim(regexp_replace(lower(regexp_replace(normalize(given, NFD), '[\u0300-\u036f]', '', 'g')), '[^[:alnum:]]+', ' ', 'g'));

-- Written by the import alone, all rows anew each time.
CREATE TABLE place_name (
  kind text NOT NULL CHECK (kind IN ('seat', 'municipality', 'former', 'lost', 'province', 'region', 'country', 'served', 'town')),
  code text NOT NULL,        -- of the office, the municipality, the province, the country; the name of the region or of the town
  within text NOT NULL,      -- the province of a municipality, the country of a seat and of a town; else empty
  name text NOT NULL,        -- as people write it
  words text NOT NULL,       -- the name as searches compare it
  joined text NOT NULL,      -- without spaces: laquila
  key text NOT NULL,         -- without spaces and small words: reggioemilia
  label jsonb NOT NULL,      -- what we call the place
  size int NOT NULL,         -- people who live there, to put the larger first
  until int,                 -- the last year of a municipality that is no more, where it is known
  lat double precision,
  lon double precision,
  PRIMARY KEY (words, kind, code, within)
);
CREATE INDEX place_name_words ON place_name (words text_pattern_ops);
CREATE INDEX place_name_joined ON place_name (joined);
CREATE INDEX place_name_key ON place_name (key);

-- Words of weight A name the office or its city, the others say where it is.
ALTER TABLE office
  ADD COLUMN search_more text NOT NULL DEFAULT '',
  ADD COLUMN search_words tsvector NOT NULL GENERATED ALWAYS AS (
    setweight(to_tsvector('simple', search_text(
      coalesce(name ->> 'it', '') || ' ' || coalesce(name ->> 'en', '') || ' '
      || coalesce(city ->> 'it', '') || ' ' || coalesce(city ->> 'en', ''))), 'A')
    || setweight(to_tsvector('simple', search), 'A')
    || setweight(to_tsvector('simple', search_more), 'B')) STORED;
CREATE INDEX office_search_words ON office USING gin (search_words);
