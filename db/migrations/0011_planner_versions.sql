-- What a planner was each time it was published, so that it can be seen and brought back.
CREATE TABLE planner_version (
  planner_id int NOT NULL REFERENCES planner ON DELETE CASCADE,
  number int NOT NULL CHECK (number >= 1),
  published_at timestamptz NOT NULL,
  account_id int REFERENCES account,   -- null: published before versions were kept
  rules jsonb NOT NULL,
  settings jsonb NOT NULL,
  slots_made int,                      -- new slots; null: published before versions were kept
  seats int NOT NULL,                  -- all seats that these rules gave from then to the horizon
  PRIMARY KEY (planner_id, number)
);

-- What was done to a planner's draft, step by step: each can be undone, and done again until something else is done.
CREATE TABLE planner_edit (
  planner_id int NOT NULL REFERENCES planner ON DELETE CASCADE,
  number int NOT NULL CHECK (number >= 1),
  kind text NOT NULL,
  account_id int NOT NULL REFERENCES account,
  at timestamptz NOT NULL,
  before jsonb NOT NULL,
  after jsonb NOT NULL,
  undone boolean NOT NULL DEFAULT false,
  PRIMARY KEY (planner_id, number)
);

INSERT INTO planner_version (planner_id, number, published_at, rules, settings, seats)
SELECT p.id, 1, p.updated_at, p.published_rules,
       jsonb_build_object('name', p.name, 'horizonDays', p.horizon_days, 'noticeMinutes', p.notice_minutes,
                          'releaseTime', left(p.release_time::text, 5),
                          'offeringIds', (SELECT coalesce(jsonb_agg(po.offering_id ORDER BY po.offering_id), '[]')
                                          FROM planner_offering po WHERE po.planner_id = p.id)),
       (SELECT coalesce(sum(s.planned), 0) FROM slot s WHERE s.planner_id = p.id AND s.starts_at > p.updated_at)
FROM planner p WHERE p.published_rules IS NOT NULL;
