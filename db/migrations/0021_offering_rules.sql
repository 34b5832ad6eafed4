-- What an office decides about a service it offers, beyond what 0001 knew.
ALTER TABLE offering
  -- the office's own documents to bring, in place of the national ones
  ADD COLUMN documents jsonb,
  -- who it is for, in the office's words, and between which ages on the day of the appointment
  ADD COLUMN audience jsonb,
  ADD COLUMN min_age integer CHECK (min_age BETWEEN 0 AND 120),
  ADD COLUMN max_age integer CHECK (max_age BETWEEN 0 AND 120),
  -- bookable from this many days ahead of today, for this many days; null: as far as the planner reaches
  ADD COLUMN horizon_from_days integer NOT NULL DEFAULT 0 CHECK (horizon_from_days BETWEEN 0 AND 400),
  ADD COLUMN horizon_days integer CHECK (horizon_days BETWEEN 1 AND 400),
  -- null: the planner's
  ADD COLUMN notice_minutes integer CHECK (notice_minutes BETWEEN 0 AND 525600),
  -- who may come: the applicant alone, with others, or others without the applicant
  ADD COLUMN party_modes text[] NOT NULL DEFAULT '{single,with-companions,companions-only}'
    CHECK (party_modes <@ '{single,with-companions,companions-only}' AND cardinality(party_modes) > 0),
  -- null: each of the twelve
  ADD COLUMN relationships text[],
  ADD COLUMN login_level text NOT NULL DEFAULT 'account' CHECK (login_level IN ('account', 'identified')),
  ADD COLUMN waiting_list boolean NOT NULL DEFAULT false,
  -- what it costs, in the office's words; null: the national notice
  ADD COLUMN fee_notice jsonb,
  ADD COLUMN invite_only boolean NOT NULL DEFAULT false,
  ADD COLUMN one_time_code boolean NOT NULL DEFAULT false,
  ADD COLUMN served_only boolean NOT NULL DEFAULT false,
  -- the office looks at what was sent before the day; documents are due this many days after the booking
  ADD COLUMN pre_check boolean NOT NULL DEFAULT false,
  ADD COLUMN pre_check_days integer NOT NULL DEFAULT 8 CHECK (pre_check_days BETWEEN 1 AND 60),
  -- consent of the municipality of residence or registration: not asked, told afterwards, or awaited
  ADD COLUMN clearance text NOT NULL DEFAULT 'none' CHECK (clearance IN ('none', 'notify', 'required')),
  ADD CONSTRAINT offering_ages CHECK (min_age <= max_age);

COMMENT ON COLUMN offering.served_only IS 'only people the office serves by its jurisdiction may book';

-- What happens to a seat that comes back: free at once, or after a delay drawn between two limits.
ALTER TABLE planner
  ADD COLUMN returned_seats text NOT NULL DEFAULT 'at-once' CHECK (returned_seats IN ('at-once', 'random')),
  ADD COLUMN returned_min_minutes integer NOT NULL DEFAULT 30 CHECK (returned_min_minutes BETWEEN 0 AND 10080),
  ADD COLUMN returned_max_minutes integer NOT NULL DEFAULT 720 CHECK (returned_max_minutes BETWEEN 1 AND 10080),
  ADD CONSTRAINT planner_returned CHECK (returned_min_minutes <= returned_max_minutes);
