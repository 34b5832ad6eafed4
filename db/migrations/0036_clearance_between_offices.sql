-- A municipality's consent asked of its own office in the system, or by a signed link; answered by a day after which the
-- booking ends or stays. And windows of confirmation that close some hours before the appointment.

ALTER TABLE offering
  -- days the municipality has for its answer; null: as usual for the kind of office
  ADD COLUMN clearance_days int CHECK (clearance_days BETWEEN 1 AND 180),
  -- booked too late for that many days: refused, or the municipality has fewer
  ADD COLUMN clearance_too_late text NOT NULL DEFAULT 'shorten' CHECK (clearance_too_late IN ('refuse', 'shorten')),
  -- without an answer on the last day the booking ends, or stays for the office to decide; null: as usual for the kind
  ADD COLUMN clearance_at_deadline text CHECK (clearance_at_deadline IN ('cancel', 'stays')),
  -- counted from the appointment, in place of the days
  ADD COLUMN confirm_closes_hours int CHECK (confirm_closes_hours BETWEEN 1 AND 720);

ALTER TABLE clearance
  -- the rule it was booked under
  ADD COLUMN at_deadline text NOT NULL DEFAULT 'stays' CHECK (at_deadline IN ('cancel', 'stays')),
  -- counts the requests: links of an earlier one open nothing
  ADD COLUMN round int NOT NULL DEFAULT 0,
  -- of this round: 1 before the last day, 2 on it
  ADD COLUMN reminders smallint NOT NULL DEFAULT 0,
  -- the request left from the system by certified mail
  ADD COLUMN certified boolean NOT NULL DEFAULT false,
  -- when the system handed it to the municipality's office, or to whoever sends certified mail
  ADD COLUMN passed_on_at timestamptz,
  -- who answered by a link, as they wrote it
  ADD COLUMN answered_by text CHECK (length(answered_by) <= 120);

DROP INDEX clearance_answering;
-- The inbox of the office that answers.
CREATE INDEX clearance_inbox ON clearance (answering_office_id, changed_at DESC, id DESC) WHERE answering_office_id IS NOT NULL;
CREATE INDEX clearance_deadline ON clearance (due_on) WHERE state = 'asked' AND mode = 'required';
CREATE INDEX clearance_to_pass_on ON clearance (booking_id) WHERE state = 'to-tell' AND passed_on_at IS NULL;

-- Where municipalities receive certified mail, as an office has entered it once for all.
CREATE TABLE municipality_mailbox (
  code text PRIMARY KEY REFERENCES municipality,
  address text NOT NULL,
  changed_at timestamptz NOT NULL,
  changed_by int REFERENCES account ON DELETE SET NULL
);
