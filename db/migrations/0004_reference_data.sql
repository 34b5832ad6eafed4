-- The data shipped with the product are imported again at each version. What they said last time is kept beside what an
-- office or an administrator wrote, so that an import never replaces a text that somebody has changed.

ALTER TABLE office
  ADD COLUMN remark jsonb,             -- what the data say about the office itself: consular section closed, not verified
  ADD COLUMN reference jsonb NOT NULL DEFAULT '{}';

ALTER TABLE service
  ADD COLUMN reference jsonb NOT NULL DEFAULT '{}';

-- Joined to offices by their code: offices opened since 2016 have no code of the ministry in the data.
DROP TABLE consular_territory;
CREATE TABLE consular_territory (
  office_id int NOT NULL REFERENCES office,
  country char(2) REFERENCES country,  -- null for the two territories without an ISO code
  name jsonb NOT NULL,
  as_of date,                          -- the state of the list that says so
  PRIMARY KEY (office_id, name)
);
CREATE INDEX consular_territory_country ON consular_territory (country);
