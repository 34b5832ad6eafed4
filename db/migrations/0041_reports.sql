-- What reports are made of: counts by day that stay when the appointments themselves are deleted (ADR 0030).

-- Whom a count is about: an office, all offices of a kind in an area (a province, or a country), or all of a kind (area '').
CREATE TABLE report_place (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  office_id int REFERENCES office (id),
  kind text CHECK (kind IN ('consular', 'municipal')),
  area text,
  CONSTRAINT report_place_office UNIQUE (office_id),
  CONSTRAINT report_place_area UNIQUE (kind, area),
  CONSTRAINT report_place_one CHECK (num_nulls(office_id, kind) = 1 AND (kind IS NULL) = (area IS NULL))
);

-- Appointments by the office's calendar day they are for; `made` by the day they were made.
CREATE TABLE report_day (
  place_id int NOT NULL REFERENCES report_place (id) ON DELETE CASCADE,
  day date NOT NULL,
  service_code text NOT NULL,
  channel text NOT NULL,
  made int NOT NULL DEFAULT 0,
  appointments int NOT NULL DEFAULT 0,
  people int NOT NULL DEFAULT 0,
  confirmed int NOT NULL DEFAULT 0,
  cancelled_citizen int NOT NULL DEFAULT 0,
  cancelled_office int NOT NULL DEFAULT 0,
  cancelled_unconfirmed int NOT NULL DEFAULT 0,
  cancelled_clearance int NOT NULL DEFAULT 0,
  served int NOT NULL DEFAULT 0,
  absent int NOT NULL DEFAULT 0,
  PRIMARY KEY (place_id, day, service_code, channel)
);
CREATE INDEX report_day_day ON report_day (day);

-- Appointments by the hour they begin, those that were not cancelled.
CREATE TABLE report_hour (
  place_id int NOT NULL REFERENCES report_place (id) ON DELETE CASCADE,
  day date NOT NULL,
  hour int NOT NULL CHECK (hour BETWEEN 0 AND 23),
  service_code text NOT NULL,
  appointments int NOT NULL,
  served int NOT NULL,
  absent int NOT NULL,
  PRIMARY KEY (place_id, day, hour, service_code)
);
CREATE INDEX report_hour_day ON report_hour (day);

-- Seats by the hour they begin. A seat is of all services of its planner.
CREATE TABLE report_seats (
  place_id int NOT NULL REFERENCES report_place (id) ON DELETE CASCADE,
  day date NOT NULL,
  hour int NOT NULL CHECK (hour BETWEEN 0 AND 23),
  services text[] NOT NULL,
  offered int NOT NULL,
  taken int NOT NULL,
  PRIMARY KEY (place_id, day, hour, services),
  CONSTRAINT report_seats_taken CHECK (taken BETWEEN 0 AND offered)
);
CREATE INDEX report_seats_day ON report_seats (day);

-- How far the first free date was, looked at three times a day; `days` is the sum over the samples that found one.
CREATE TABLE report_sample (
  place_id int NOT NULL REFERENCES report_place (id) ON DELETE CASCADE,
  day date NOT NULL,
  hour int NOT NULL CHECK (hour IN (9, 12, 16)),
  service_code text NOT NULL,
  samples int NOT NULL,
  days int NOT NULL,
  without int NOT NULL,
  PRIMARY KEY (place_id, day, hour, service_code),
  CONSTRAINT report_sample_without CHECK (without BETWEEN 0 AND samples)
);
CREATE INDEX report_sample_day ON report_sample (day);

-- Figures of which the middle matters: each value, and how often it was.
CREATE TABLE report_spread (
  place_id int NOT NULL REFERENCES report_place (id) ON DELETE CASCADE,
  day date NOT NULL,
  figure text NOT NULL CHECK (figure IN ('lead-days', 'sell-out-minutes', 'not-sold-out', 'clearance-open-days',
    'clearance-granted-days', 'clearance-refused-days', 'waiting-days')),
  service_code text NOT NULL,
  amounts int[] NOT NULL,
  counts int[] NOT NULL,
  PRIMARY KEY (place_id, day, figure, service_code),
  CONSTRAINT report_spread_pairs CHECK (cardinality(amounts) = cardinality(counts))
);
CREATE INDEX report_spread_day ON report_spread (day);

-- Offices by month, to be compared with one another; service '' is all services together.
CREATE TABLE report_month (
  month date NOT NULL CHECK (extract(day FROM month) = 1),
  place_id int NOT NULL REFERENCES report_place (id) ON DELETE CASCADE,
  service_code text NOT NULL,
  appointments int NOT NULL,
  served int NOT NULL,
  absent int NOT NULL,
  cancelled int NOT NULL,
  offered int NOT NULL,
  taken int NOT NULL,
  samples int NOT NULL,
  days int NOT NULL,
  without int NOT NULL,
  PRIMARY KEY (month, place_id, service_code)
);

-- How far the history of bookings has been counted. The run before last is looked at again: what was being written then is in it now.
CREATE TABLE report_progress (
  id int PRIMARY KEY DEFAULT 1 CHECK (id = 1),
  event_id bigint NOT NULL,
  event_id_before bigint NOT NULL,
  counted_at timestamptz NOT NULL,
  added_up_at timestamptz
);

-- Days of which an office's counts changed since areas were added up.
CREATE TABLE report_changed_day (day date PRIMARY KEY);

-- Who gets the monthly report beside, or instead of, an office's administrators.
CREATE TABLE report_subscription (
  office_id int NOT NULL REFERENCES office (id),
  account_id int NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  subscribed boolean NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (office_id, account_id)
);

-- A month as it was published: never changed afterwards, so that nothing can be told from two versions.
CREATE TABLE report_open_data (
  month date PRIMARY KEY CHECK (extract(day FROM month) = 1),
  rows jsonb NOT NULL,
  made_at timestamptz NOT NULL
);
