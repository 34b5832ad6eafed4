-- When seats become bookable. Null: one more day opens every day, at release_time of the office's clock, horizon_days ahead.
ALTER TABLE planner ADD COLUMN release_rule jsonb;

-- What moments that are drawn are drawn from. Apart from the rule, which is read, copied and written down with each version;
-- 244 bits from the operating system's source of randomness, of each planner its own.
ALTER TABLE planner ADD COLUMN release_secret text NOT NULL DEFAULT gen_random_uuid()::text || gen_random_uuid()::text;

-- A moment at which seats open: those of a planner's rule, written down as their slots are made, and those an office plans
-- or does by hand.
CREATE TABLE release (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code text NOT NULL CONSTRAINT release_code UNIQUE,     -- its name in the API
  planner_id int NOT NULL REFERENCES planner ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('rolling', 'batch', 'manual', 'drip', 'returned')),
  opens_at timestamptz NOT NULL,
  last_opens_at timestamptz NOT NULL,                    -- of a drip; otherwise the same instant
  -- what people are told where the moment itself is drawn: between when and when
  told_from timestamptz,
  told_by timestamptz,
  first_day date NOT NULL,                               -- days of the appointments, in the office's calendar
  last_day date NOT NULL,
  seats int NOT NULL CHECK (seats >= 0),
  sold_out_at timestamptz,
  created_by int REFERENCES account,                     -- null: by the planner's rule
  created_at timestamptz NOT NULL,
  cancelled_at timestamptz,
  cancelled_by int REFERENCES account,
  CONSTRAINT release_days CHECK (last_day >= first_day),
  CONSTRAINT release_told CHECK ((told_from IS NULL) = (told_by IS NULL)),
  CONSTRAINT release_order CHECK (last_opens_at >= opens_at)
);
CREATE INDEX release_planner ON release (planner_id, opens_at);
CREATE INDEX release_unsold ON release (opens_at) WHERE sold_out_at IS NULL AND cancelled_at IS NULL;

-- Seats that an office opens apart from the rule belong to that release: the rule no longer decides when they open.
ALTER TABLE slot ADD COLUMN release_id bigint;
COMMENT ON COLUMN slot.release_id IS 'no foreign key: a slot is written for every seat, this one hardly ever';

-- What is about to open where slots exist already; the past is not made up.
INSERT INTO release (code, planner_id, kind, opens_at, last_opens_at, first_day, last_day, seats, created_at)
SELECT 'rolling-' || s.planner_id || '-' || min(s.day), s.planner_id, 'rolling', s.opens_at, s.opens_at, min(s.day), max(s.day),
       sum(s.planned), s.opens_at
FROM slot s JOIN planner p ON p.id = s.planner_id AND p.published
WHERE s.planned > 0 AND s.day >= p.published_through - 8
GROUP BY s.planner_id, s.opens_at;
