-- A closure that comes back every year on the same days, as a patron saint.
ALTER TABLE closure ADD COLUMN yearly boolean NOT NULL DEFAULT false;

-- Every time a closure comes, for whoever asks which days are closed. Thirty years are more than any horizon sees.
CREATE VIEW closure_occurrence AS
  SELECT c.id, c.office_id, c.planner_id, (c.first_day + make_interval(years => n))::date AS first_day,
         (c.first_day + make_interval(years => n))::date + (c.last_day - c.first_day) AS last_day,
         c.starts, c.ends, c.reason, c.yearly, c.created_at
  FROM closure c CROSS JOIN LATERAL generate_series(0, CASE WHEN c.yearly THEN 30 ELSE 0 END) AS n;

-- Hours in which a planner works beside its rules, closed or not. Numbered with the closures: in an office's calendar
-- one number is one entry.
CREATE TABLE extra_opening (
  id int PRIMARY KEY DEFAULT nextval('closure_id_seq'),
  planner_id int NOT NULL REFERENCES planner ON DELETE CASCADE,
  first_day date NOT NULL,
  last_day date NOT NULL,
  starts time NOT NULL,
  ends time NOT NULL,
  minutes smallint NOT NULL CHECK (minutes BETWEEN 1 AND 480),
  desks smallint NOT NULL CHECK (desks BETWEEN 1 AND 200),
  reason jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  CHECK (last_day >= first_day),
  CHECK (ends > starts)
);
CREATE INDEX extra_opening_planner ON extra_opening (planner_id, last_day);
