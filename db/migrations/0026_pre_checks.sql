-- What an office looks at before the day: who examines a request, what came of it, what the citizen still has to send; and
-- the consent of the municipality of registration.

ALTER TABLE office
  -- whether citizens read the first name of who works on their booking; otherwise the office's name
  ADD COLUMN names_operator boolean NOT NULL DEFAULT false;

ALTER TABLE booking
  -- null: nothing is looked at before the day
  ADD COLUMN pre_check text CHECK (pre_check IN ('to-send', 'to-examine', 'to-regularise', 'fine', 'rejected')),
  ADD COLUMN pre_check_since timestamptz,
  -- the first instant that is too late for what the citizen has to send; set while it is the citizen's turn
  ADD COLUMN pre_check_due_at timestamptz,
  ADD COLUMN pre_check_reminded_at timestamptz,
  -- what is missing, in words: encrypted, as it says something about the person
  ADD COLUMN pre_check_missing_cipher bytea,
  -- said while the clearance is still awaited: the status waits for both
  ADD COLUMN citizen_confirmed_at timestamptz,
  ADD CONSTRAINT booking_pre_check_due
    CHECK (coalesce(pre_check IN ('to-send', 'to-regularise'), false) = (pre_check_due_at IS NOT NULL)),
  ADD CONSTRAINT booking_pre_check_since CHECK ((pre_check IS NULL) = (pre_check_since IS NULL));

-- The work queue of an office: what it has to examine, by appointment and by deadline.
CREATE INDEX booking_queue ON booking (office_id, starts_at, id)
  WHERE live AND (status = 'awaiting-office' OR pre_check IN ('to-send', 'to-examine', 'to-regularise'));
CREATE INDEX booking_queue_due ON booking (office_id, coalesce(pre_check_due_at, starts_at), id)
  WHERE live AND (status = 'awaiting-office' OR pre_check IN ('to-send', 'to-examine', 'to-regularise'));
CREATE INDEX booking_queue_overdue ON booking (office_id, pre_check_due_at, id)
  WHERE live AND pre_check IN ('to-send', 'to-regularise');
CREATE INDEX booking_pre_check_to_remind ON booking (pre_check_due_at)
  WHERE live AND pre_check IN ('to-send', 'to-regularise') AND pre_check_reminded_at IS NULL;

-- Consent of the municipality of residence or registration. `required` holds the confirmation up, `notify` does not.
CREATE TABLE clearance (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  booking_id bigint NOT NULL CONSTRAINT clearance_booking UNIQUE REFERENCES booking ON DELETE CASCADE,
  -- the office that needs it
  office_id int NOT NULL REFERENCES office,
  -- null: nobody has said it yet, as may be at the desk
  municipality_code text REFERENCES municipality,
  -- the office of that municipality that answers in the system; null while all is recorded by hand
  answering_office_id int REFERENCES office,
  mode text NOT NULL CHECK (mode IN ('notify', 'required')),
  state text NOT NULL CHECK (state IN ('to-ask', 'asked', 'granted', 'refused', 'to-tell', 'told')),
  channel text CHECK (channel IN ('pec', 'email', 'phone', 'post', 'portal', 'turno')),
  -- days as the office records them, by its own calendar
  asked_on date,
  protocol text,
  due_on date,
  reminded_on date,
  answered_on date,
  answer_protocol text,
  reason_cipher bytea,
  recorded_by int REFERENCES account,
  created_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  CONSTRAINT clearance_mode CHECK ((mode = 'notify') = (state IN ('to-tell', 'told'))),
  CONSTRAINT clearance_asked CHECK (state <> 'asked' OR (asked_on IS NOT NULL AND due_on IS NOT NULL)),
  CONSTRAINT clearance_answered CHECK ((state IN ('granted', 'refused', 'told')) = (answered_on IS NOT NULL))
);
CREATE INDEX clearance_open ON clearance (office_id, due_on, id) WHERE state IN ('to-ask', 'asked', 'to-tell');
CREATE INDEX clearance_answering ON clearance (answering_office_id, due_on, id)
  WHERE state = 'asked' AND answering_office_id IS NOT NULL;

