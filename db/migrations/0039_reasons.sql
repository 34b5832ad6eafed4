-- Why people come and what follows from it: what to bring, what it costs, from when a card may be renewed; and how many
-- appointments one account may have at a time.

ALTER TABLE service
  -- by kind of office: what the catalogue knows beyond its texts, as the code reads it (ServiceRules)
  ADD COLUMN rules jsonb NOT NULL DEFAULT '{}';

ALTER TABLE offering
  -- the reason may be left out: nothing more than names and codice fiscale is needed to book
  ADD COLUMN reason_optional boolean NOT NULL DEFAULT false,
  -- what the office says beside each reason, by its code
  ADD COLUMN reason_texts jsonb NOT NULL DEFAULT '{}',
  -- a card may be renewed from so many days before it expires; null: nobody asks
  ADD COLUMN renewal_days integer CHECK (renewal_days BETWEEN 1 AND 3650),
  -- in cents, with where and how to pay; null: the text says what it costs
  ADD COLUMN fees jsonb,
  -- live bookings that one account may have at a time among offerings with such a limit; null: any number
  ADD COLUMN live_limit integer CHECK (live_limit BETWEEN 1 AND 100);

UPDATE offering o SET live_limit = 5 FROM office f WHERE f.id = o.office_id AND f.kind = 'municipal';

ALTER TABLE booking
  -- what it cost when it was booked: later changes of the office's fees do not reach it
  ADD COLUMN fees jsonb;

ALTER TABLE booking_person
  -- what was answered so that the list of documents fits: encrypted, as it says something about the person
  ADD COLUMN visit_cipher bytea,
  -- keyed hash of name and birth date: finds one person booked with and without codice fiscale; null where no birth date is known
  ADD COLUMN likeness_key bytea;

CREATE INDEX booking_person_likeness ON booking_person (likeness_key, service_code) WHERE live AND likeness_key IS NOT NULL;
