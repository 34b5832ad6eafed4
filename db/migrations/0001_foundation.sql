-- Reference data, offices, people who use the system, planners and their slots.
-- Texts for people are jsonb objects by language: {"it": "…", "en": "…"}.

CREATE TABLE data_import (
  name text PRIMARY KEY,
  hash text NOT NULL,
  imported_at timestamptz NOT NULL
);

CREATE TABLE country (
  code char(2) PRIMARY KEY,
  name jsonb NOT NULL,
  belfiore_code text
);

CREATE TABLE municipality (
  code text PRIMARY KEY,               -- cadastral code, H501
  istat text NOT NULL,
  name text NOT NULL,
  other_name text,
  province_code text NOT NULL,         -- RM
  province text NOT NULL,
  region text NOT NULL,
  postcode text,
  lat double precision,
  lon double precision,
  population int,
  active boolean NOT NULL DEFAULT true,
  search text NOT NULL                 -- lower case, no accents
);

CREATE TABLE consular_territory (
  country_name text NOT NULL,
  territory text NOT NULL,
  mae_code text NOT NULL,
  PRIMARY KEY (country_name, territory, mae_code)
);

-- Holidays are suggestions: an office turns them into closures of its own.
CREATE TABLE holiday (
  country char(2) NOT NULL,
  scope text NOT NULL DEFAULT 'national',   -- 'national', or a province code for a patron saint
  day date NOT NULL,
  name jsonb NOT NULL,
  sure boolean NOT NULL DEFAULT true,
  PRIMARY KEY (country, scope, day, name)
);

CREATE TABLE service (
  code text PRIMARY KEY,
  kinds text[] NOT NULL,
  name jsonb NOT NULL,
  summary jsonb NOT NULL,
  instructions jsonb NOT NULL,   -- {"consular": {"it": ["…"], "en": ["…"]}, "municipal": {…}}
  documents jsonb NOT NULL,      -- {"consular": [{"text": {"it","en"}, "when": {"it","en"} | null}], "municipal": […]}
  fee jsonb,                     -- {"consular": {"it","en"}, …} or null
  bookable boolean NOT NULL,     -- by default, where an office opens it
  position int NOT NULL
);

CREATE TABLE office (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code text NOT NULL CONSTRAINT office_code UNIQUE,
  kind text NOT NULL CHECK (kind IN ('consular', 'municipal')),
  name jsonb NOT NULL,
  city jsonb NOT NULL,
  country char(2) NOT NULL REFERENCES country,
  municipality_code text REFERENCES municipality,
  province_code text,
  mae_code text,
  time_zone text NOT NULL,
  lat double precision,
  lon double precision,
  languages text[] NOT NULL,
  jurisdiction jsonb,
  -- what only the office can say; null means it has not entered it yet
  address text,
  email text,
  phone text,
  website text,
  directions jsonb,
  accessibility jsonb,
  notice jsonb,
  search text NOT NULL,
  demo boolean NOT NULL DEFAULT false,
  updated_at timestamptz NOT NULL
);
CREATE INDEX office_municipality ON office (municipality_code);
CREATE INDEX office_country ON office (country);

CREATE TABLE offering (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  office_id int NOT NULL REFERENCES office,
  service_code text NOT NULL REFERENCES service,
  active boolean NOT NULL DEFAULT true,
  instructions jsonb,                          -- the office's own, shown before the national ones: {"it": ["…"]}
  duration_minutes int CHECK (duration_minutes BETWEEN 1 AND 480),   -- null: one slot of the planner
  party_max int NOT NULL DEFAULT 1 CHECK (party_max BETWEEN 1 AND 20),
  codice_fiscale text NOT NULL DEFAULT 'if-any' CHECK (codice_fiscale IN ('required', 'if-any')),
  birth_date text NOT NULL DEFAULT 'required' CHECK (birth_date IN ('required', 'not-asked')),
  confirm_by text NOT NULL DEFAULT 'citizen' CHECK (confirm_by IN ('citizen', 'office', 'nobody')),
  confirm_opens_days int NOT NULL DEFAULT 10,  -- calendar days before, in the office's zone
  confirm_closes_days int NOT NULL DEFAULT 3,
  confirm_exempt_channels text[] NOT NULL DEFAULT '{desk,phone,partner-desk,totem}',
  cancel_cutoff_hours int NOT NULL DEFAULT 0 CHECK (cancel_cutoff_hours >= 0),
  reasons text[] NOT NULL DEFAULT '{}',        -- codes of why the service is asked for; empty: not asked
  notes_allowed boolean NOT NULL DEFAULT true,
  CONSTRAINT offering_once UNIQUE (office_id, service_code),
  CHECK (confirm_opens_days > confirm_closes_days AND confirm_closes_days >= 0)
);

CREATE TABLE planner (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  office_id int NOT NULL REFERENCES office,
  name text NOT NULL,
  published boolean NOT NULL DEFAULT false,
  horizon_days int NOT NULL DEFAULT 90 CHECK (horizon_days BETWEEN 1 AND 400),  -- how far ahead a day opens
  notice_minutes int NOT NULL DEFAULT 0 CHECK (notice_minutes >= 0),            -- how late one may book
  release_time time NOT NULL DEFAULT '00:00',   -- when the next day opens, in the office's zone
  published_through date,                       -- slots exist up to here
  version int NOT NULL DEFAULT 1,
  updated_at timestamptz NOT NULL
);
CREATE INDEX planner_office ON planner (office_id);

CREATE TABLE planner_offering (
  planner_id int NOT NULL REFERENCES planner ON DELETE CASCADE,
  offering_id int NOT NULL REFERENCES offering,
  PRIMARY KEY (planner_id, offering_id)
);
CREATE INDEX planner_offering_offering ON planner_offering (offering_id);

CREATE TABLE opening_rule (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  planner_id int NOT NULL REFERENCES planner ON DELETE CASCADE,
  valid_from date NOT NULL,
  valid_to date,
  weekdays smallint[] NOT NULL,        -- 1 Monday … 7 Sunday
  starts time NOT NULL,
  ends time NOT NULL,
  breaks jsonb NOT NULL DEFAULT '[]',  -- [{"starts": "13:00", "ends": "14:00"}]
  minutes smallint NOT NULL CHECK (minutes BETWEEN 1 AND 480),
  desks smallint NOT NULL CHECK (desks BETWEEN 1 AND 200),
  CHECK (ends > starts),
  CHECK (valid_to IS NULL OR valid_to >= valid_from)
);
CREATE INDEX opening_rule_planner ON opening_rule (planner_id);

CREATE TABLE closure (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  office_id int NOT NULL REFERENCES office,
  planner_id int REFERENCES planner ON DELETE CASCADE,   -- null: the whole office
  first_day date NOT NULL,
  last_day date NOT NULL,
  starts time,                          -- null: the whole day
  ends time,
  reason jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  CHECK (last_day >= first_day),
  CHECK ((starts IS NULL) = (ends IS NULL)),
  CHECK (ends > starts)
);
CREATE INDEX closure_office ON closure (office_id, last_day);

-- A slot that the rules no longer ask for, but that somebody has, keeps its row: planned falls to 0 and capacity
-- follows down as seats come back, so that it never opens again.
CREATE TABLE slot (
  id bigint GENERATED ALWAYS AS IDENTITY (CACHE 50) PRIMARY KEY,
  planner_id int NOT NULL REFERENCES planner,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  day date NOT NULL,                   -- in the office's calendar
  opens_at timestamptz NOT NULL,       -- not bookable before
  planned int NOT NULL CHECK (planned >= 0),
  capacity int NOT NULL,
  taken int NOT NULL DEFAULT 0,
  open boolean GENERATED ALWAYS AS (taken < capacity) STORED,
  CONSTRAINT slot_seats CHECK (taken BETWEEN 0 AND capacity),
  CONSTRAINT slot_once UNIQUE (planner_id, starts_at),
  CHECK (ends_at > starts_at)
) WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.05);
CREATE INDEX slot_open ON slot (planner_id, day) WHERE open;
