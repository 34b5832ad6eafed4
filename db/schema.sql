-- What the migrations make: the tables, indexes, views and functions of Turno.
-- Written by `npm run turno -- schema`, never by hand; a test compares it with a migrated database.

CREATE TABLE access_rule (
  office_id integer,
  second_factor boolean NOT NULL,
  grace_days integer NOT NULL,
  idle_minutes integer NOT NULL,
  shared_idle_minutes integer NOT NULL,
  changed_at timestamp with time zone NOT NULL,
  changed_by integer,
  CONSTRAINT access_rule_once UNIQUE NULLS NOT DISTINCT (office_id),
  CONSTRAINT access_rule_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES account(id),
  CONSTRAINT access_rule_office_id_fkey FOREIGN KEY (office_id) REFERENCES office(id),
  CONSTRAINT access_rule_grace_days_check CHECK (((grace_days >= 0) AND (grace_days <= 30))),
  CONSTRAINT access_rule_idle_minutes_check CHECK (((idle_minutes >= 5) AND (idle_minutes <= 240))),
  CONSTRAINT access_rule_shared_idle_minutes_check CHECK (((shared_idle_minutes >= 2) AND (shared_idle_minutes <= 60)))
);

CREATE TABLE accessibility_report (
  id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
  created_at timestamp with time zone NOT NULL,
  language text NOT NULL,
  content bytea NOT NULL,
  answer bytea,
  closed_at timestamp with time zone,
  closed_by integer,
  CONSTRAINT accessibility_report_pkey PRIMARY KEY (id),
  CONSTRAINT accessibility_report_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES account(id),
  CONSTRAINT accessibility_report_answered_is_closed CHECK (((answer IS NULL) OR (closed_at IS NOT NULL))),
  CONSTRAINT accessibility_report_closed_by_somebody CHECK (((closed_at IS NULL) = (closed_by IS NULL)))
);
CREATE INDEX accessibility_report_open ON public.accessibility_report USING btree (created_at) WHERE (closed_at IS NULL);

CREATE TABLE account (
  id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
  email text NOT NULL,
  email_verified_at timestamp with time zone,
  password_hash text,
  must_change_password boolean DEFAULT false NOT NULL,
  given_name text NOT NULL,
  family_name text NOT NULL,
  birth_date date,
  birth_place text,
  codice_fiscale_cipher bytea,
  codice_fiscale_key bytea,
  phone text,
  office_id integer,
  language text DEFAULT 'it'::text NOT NULL,
  demo boolean DEFAULT false NOT NULL,
  created_at timestamp with time zone NOT NULL,
  person_key bytea,
  closed_at timestamp with time zone,
  restricted_until timestamp with time zone,
  user_name text,
  used_on date,
  unused_warned_on date,
  CONSTRAINT account_pkey PRIMARY KEY (id),
  CONSTRAINT account_office_id_fkey FOREIGN KEY (office_id) REFERENCES office(id),
  CONSTRAINT account_closed_is_empty CHECK (((closed_at IS NULL) OR ((password_hash IS NULL) AND (email_verified_at IS NULL) AND (birth_date IS NULL) AND (birth_place IS NULL) AND (codice_fiscale_cipher IS NULL) AND (codice_fiscale_key IS NULL) AND (person_key IS NULL) AND (phone IS NULL)))),
  CONSTRAINT account_user_name_check CHECK ((user_name !~ '@'::text))
);
CREATE INDEX account_birth ON public.account USING btree (birth_date, lower(family_name)) WHERE (birth_date IS NOT NULL);
CREATE INDEX account_codice_fiscale ON public.account USING btree (codice_fiscale_key) WHERE (codice_fiscale_key IS NOT NULL);
CREATE INDEX account_created ON public.account USING btree (created_at) WHERE (closed_at IS NULL);
CREATE UNIQUE INDEX account_email ON public.account USING btree (lower(email));
CREATE INDEX account_office ON public.account USING btree (office_id) WHERE (office_id IS NOT NULL);
CREATE INDEX account_person ON public.account USING btree (person_key) WHERE (person_key IS NOT NULL);
CREATE INDEX account_phone ON public.account USING btree (phone) WHERE (phone IS NOT NULL);
CREATE INDEX account_unproved ON public.account USING btree (created_at) WHERE ((email_verified_at IS NULL) AND (closed_at IS NULL));
CREATE UNIQUE INDEX account_user_name ON public.account USING btree (lower(user_name)) WHERE (user_name IS NOT NULL);

CREATE TABLE account_alias (
  id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
  email text NOT NULL,
  account_id integer NOT NULL,
  closed_id integer NOT NULL,
  office_id integer,
  merged_by integer NOT NULL,
  merged_at timestamp with time zone NOT NULL,
  CONSTRAINT account_alias_pkey PRIMARY KEY (id),
  CONSTRAINT account_alias_closed_id_key UNIQUE (closed_id),
  CONSTRAINT account_alias_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
  CONSTRAINT account_alias_closed_id_fkey FOREIGN KEY (closed_id) REFERENCES account(id),
  CONSTRAINT account_alias_merged_by_fkey FOREIGN KEY (merged_by) REFERENCES account(id),
  CONSTRAINT account_alias_office_id_fkey FOREIGN KEY (office_id) REFERENCES office(id)
);
CREATE INDEX account_alias_account ON public.account_alias USING btree (account_id);
CREATE UNIQUE INDEX account_alias_email ON public.account_alias USING btree (email);

CREATE TABLE account_appeal (
  id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
  account_id integer NOT NULL,
  office_id integer,
  block_id integer,
  booking_id bigint,
  text_cipher bytea NOT NULL,
  created_at timestamp with time zone NOT NULL,
  outcome text,
  answer_cipher bytea,
  decided_by integer,
  decided_at timestamp with time zone,
  CONSTRAINT account_appeal_pkey PRIMARY KEY (id),
  CONSTRAINT account_appeal_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
  CONSTRAINT account_appeal_block_id_fkey FOREIGN KEY (block_id) REFERENCES account_block(id) ON DELETE CASCADE,
  CONSTRAINT account_appeal_booking_id_fkey FOREIGN KEY (booking_id) REFERENCES booking(id) ON DELETE CASCADE,
  CONSTRAINT account_appeal_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES account(id),
  CONSTRAINT account_appeal_office_id_fkey FOREIGN KEY (office_id) REFERENCES office(id),
  CONSTRAINT account_appeal_about CHECK (((block_id IS NULL) <> (booking_id IS NULL))),
  CONSTRAINT account_appeal_decided CHECK ((((outcome IS NULL) = (decided_at IS NULL)) AND ((outcome IS NULL) = (answer_cipher IS NULL)))),
  CONSTRAINT account_appeal_outcome_check CHECK ((outcome = ANY (ARRAY['lifted'::text, 'shortened'::text, 'kept'::text])))
);
CREATE INDEX account_appeal_account ON public.account_appeal USING btree (account_id);
CREATE INDEX account_appeal_office ON public.account_appeal USING btree (office_id, created_at) WHERE (outcome IS NULL);
CREATE UNIQUE INDEX account_appeal_one_open ON public.account_appeal USING btree (block_id) WHERE (outcome IS NULL);
CREATE UNIQUE INDEX account_appeal_one_pause ON public.account_appeal USING btree (booking_id) WHERE (booking_id IS NOT NULL);

CREATE TABLE account_block (
  id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
  account_id integer NOT NULL,
  office_id integer,
  kind text NOT NULL,
  reason_cipher bytea NOT NULL,
  last_day date,
  ends_at timestamp with time zone,
  created_by integer NOT NULL,
  created_at timestamp with time zone NOT NULL,
  lifted_at timestamp with time zone,
  lifted_by integer,
  CONSTRAINT account_block_pkey PRIMARY KEY (id),
  CONSTRAINT account_block_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
  CONSTRAINT account_block_created_by_fkey FOREIGN KEY (created_by) REFERENCES account(id),
  CONSTRAINT account_block_lifted_by_fkey FOREIGN KEY (lifted_by) REFERENCES account(id),
  CONSTRAINT account_block_office_id_fkey FOREIGN KEY (office_id) REFERENCES office(id),
  CONSTRAINT account_block_end CHECK (((last_day IS NULL) = (ends_at IS NULL))),
  CONSTRAINT account_block_kind_check CHECK ((kind = ANY (ARRAY['third-party-contacts'::text, 'several-identities'::text, 'no-shows'::text, 'abuse'::text]))),
  CONSTRAINT account_block_lifted CHECK (((lifted_at IS NULL) = (lifted_by IS NULL)))
);
CREATE INDEX account_block_account ON public.account_block USING btree (account_id);
CREATE INDEX account_block_office ON public.account_block USING btree (office_id) WHERE (lifted_at IS NULL);

CREATE TABLE account_block_decision (
  id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
  block_id integer NOT NULL,
  outcome text NOT NULL,
  last_day date,
  reason_cipher bytea NOT NULL,
  decided_by integer NOT NULL,
  decided_at timestamp with time zone NOT NULL,
  CONSTRAINT account_block_decision_pkey PRIMARY KEY (id),
  CONSTRAINT account_block_decision_block_id_fkey FOREIGN KEY (block_id) REFERENCES account_block(id) ON DELETE CASCADE,
  CONSTRAINT account_block_decision_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES account(id),
  CONSTRAINT account_block_decision_outcome_check CHECK ((outcome = ANY (ARRAY['lifted'::text, 'shortened'::text, 'kept'::text])))
);
CREATE INDEX account_block_decision_block ON public.account_block_decision USING btree (block_id);

CREATE TABLE account_change (
  id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
  account_id integer NOT NULL,
  old_cipher bytea NOT NULL,
  new_cipher bytea NOT NULL,
  why_cipher bytea NOT NULL,
  created_at timestamp with time zone NOT NULL,
  outcome text,
  answer_cipher bytea,
  bookings_too boolean DEFAULT false NOT NULL,
  decided_by integer,
  decided_office integer,
  decided_at timestamp with time zone,
  CONSTRAINT account_change_pkey PRIMARY KEY (id),
  CONSTRAINT account_change_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
  CONSTRAINT account_change_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES account(id),
  CONSTRAINT account_change_decided_office_fkey FOREIGN KEY (decided_office) REFERENCES office(id),
  CONSTRAINT account_change_decided CHECK (((outcome IS NULL) = (decided_at IS NULL))),
  CONSTRAINT account_change_outcome_check CHECK ((outcome = ANY (ARRAY['accepted'::text, 'refused'::text, 'withdrawn'::text])))
);
CREATE INDEX account_change_account ON public.account_change USING btree (account_id);
CREATE UNIQUE INDEX account_change_one_open ON public.account_change USING btree (account_id) WHERE (outcome IS NULL);

CREATE TABLE account_identity (
  id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
  account_id integer NOT NULL,
  scheme text NOT NULL,
  subject_key bytea NOT NULL,
  provider text NOT NULL,
  level smallint NOT NULL,
  linked_at timestamp with time zone NOT NULL,
  used_at timestamp with time zone NOT NULL,
  CONSTRAINT account_identity_pkey PRIMARY KEY (id),
  CONSTRAINT account_identity_one_door UNIQUE (account_id, scheme),
  CONSTRAINT account_identity_subject UNIQUE (scheme, subject_key),
  CONSTRAINT account_identity_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
  CONSTRAINT account_identity_level_check CHECK (((level >= 1) AND (level <= 3))),
  CONSTRAINT account_identity_scheme_check CHECK ((scheme = ANY (ARRAY['spid'::text, 'cie'::text, 'eidas'::text]))),
  CONSTRAINT account_identity_subject_key_check CHECK ((octet_length(subject_key) = 32))
);
CREATE INDEX account_identity_person ON public.account_identity USING btree (subject_key);

CREATE TABLE account_office_change (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  account_id integer NOT NULL,
  from_office_id integer,
  to_office_id integer,
  changed_at timestamp with time zone NOT NULL,
  CONSTRAINT account_office_change_pkey PRIMARY KEY (id),
  CONSTRAINT account_office_change_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
  CONSTRAINT account_office_change_from_office_id_fkey FOREIGN KEY (from_office_id) REFERENCES office(id),
  CONSTRAINT account_office_change_to_office_id_fkey FOREIGN KEY (to_office_id) REFERENCES office(id)
);
CREATE INDEX account_office_change_account ON public.account_office_change USING btree (account_id, changed_at);

CREATE TABLE account_role (
  account_id integer NOT NULL,
  role text NOT NULL,
  office_id integer,
  with_sites boolean DEFAULT false NOT NULL,
  organisation text,
  CONSTRAINT account_role_once UNIQUE NULLS NOT DISTINCT (account_id, role, office_id),
  CONSTRAINT account_role_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
  CONSTRAINT account_role_office_id_fkey FOREIGN KEY (office_id) REFERENCES office(id),
  CONSTRAINT account_role_organisation CHECK (((organisation IS NULL) OR (role = 'helper'::text))),
  CONSTRAINT account_role_organisation_check CHECK (((length(organisation) >= 1) AND (length(organisation) <= 100))),
  CONSTRAINT account_role_role_check CHECK ((role = ANY (ARRAY['helper'::text, 'operator'::text, 'officer'::text, 'planner-manager'::text, 'office-admin'::text, 'network-admin'::text, 'auditor'::text, 'integration'::text]))),
  CONSTRAINT account_role_sites CHECK (((NOT with_sites) OR (office_id IS NOT NULL)))
);

CREATE TABLE activation (
  id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
  office_id integer NOT NULL,
  recipient text NOT NULL,
  way text NOT NULL,
  created_by integer,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  used_at timestamp with time zone,
  used_by integer,
  withdrawn_at timestamp with time zone,
  CONSTRAINT activation_pkey PRIMARY KEY (id),
  CONSTRAINT activation_created_by_fkey FOREIGN KEY (created_by) REFERENCES account(id) ON DELETE SET NULL,
  CONSTRAINT activation_office_id_fkey FOREIGN KEY (office_id) REFERENCES office(id),
  CONSTRAINT activation_used_by_fkey FOREIGN KEY (used_by) REFERENCES account(id) ON DELETE SET NULL,
  CONSTRAINT activation_way_check CHECK ((way = ANY (ARRAY['certified'::text, 'by-hand'::text])))
);
CREATE INDEX activation_office ON public.activation USING btree (office_id, id DESC);
CREATE UNIQUE INDEX activation_open ON public.activation USING btree (office_id) WHERE ((used_at IS NULL) AND (withdrawn_at IS NULL));

CREATE TABLE attachment (
  id uuid NOT NULL,
  hold_id uuid,
  booking_id bigint,
  account_id integer NOT NULL,
  file_code text NOT NULL,
  label jsonb NOT NULL,
  name_cipher bytea NOT NULL,
  media_type text NOT NULL,
  size integer NOT NULL,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT attachment_pkey PRIMARY KEY (id),
  CONSTRAINT attachment_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  CONSTRAINT attachment_booking_id_fkey FOREIGN KEY (booking_id) REFERENCES booking(id) ON DELETE CASCADE,
  CONSTRAINT attachment_media_type_check CHECK ((media_type = ANY (ARRAY['application/pdf'::text, 'image/jpeg'::text, 'image/png'::text]))),
  CONSTRAINT attachment_of_something CHECK (((hold_id IS NOT NULL) OR (booking_id IS NOT NULL))),
  CONSTRAINT attachment_size_check CHECK ((size > 0))
);
CREATE INDEX attachment_account ON public.attachment USING btree (account_id);
CREATE INDEX attachment_booking ON public.attachment USING btree (booking_id) WHERE (booking_id IS NOT NULL);
CREATE INDEX attachment_hold ON public.attachment USING btree (hold_id) WHERE (booking_id IS NULL);

CREATE TABLE attachment_part (
  attachment_id uuid NOT NULL,
  "position" integer NOT NULL,
  content bytea NOT NULL,
  CONSTRAINT attachment_part_pkey PRIMARY KEY (attachment_id, "position"),
  CONSTRAINT attachment_part_attachment_id_fkey FOREIGN KEY (attachment_id) REFERENCES attachment(id) ON DELETE CASCADE
);

CREATE TABLE audit_cut (
  seq bigint NOT NULL,
  hash bytea NOT NULL,
  cut_at timestamp with time zone NOT NULL,
  signature text NOT NULL,
  CONSTRAINT audit_cut_pkey PRIMARY KEY (seq)
);

CREATE TABLE audit_entry (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  at timestamp with time zone NOT NULL,
  account_id integer NOT NULL,
  office_id integer,
  action text NOT NULL,
  subject text,
  detail jsonb DEFAULT '{}'::jsonb NOT NULL,
  CONSTRAINT audit_entry_pkey PRIMARY KEY (id),
  CONSTRAINT audit_entry_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  CONSTRAINT audit_entry_office_id_fkey FOREIGN KEY (office_id) REFERENCES office(id)
);
CREATE INDEX audit_entry_account ON public.audit_entry USING btree (account_id, id DESC);
CREATE INDEX audit_entry_office ON public.audit_entry USING btree (office_id, at);
CREATE INDEX audit_entry_seen ON public.audit_entry USING gin (((detail -> 'bookings'::text))) WHERE (jsonb_typeof((detail -> 'bookings'::text)) = 'array'::text);
CREATE INDEX audit_entry_seen_accounts ON public.audit_entry USING gin (((detail -> 'accounts'::text))) WHERE (jsonb_typeof((detail -> 'accounts'::text)) = 'array'::text);
CREATE INDEX audit_entry_subject ON public.audit_entry USING btree (subject) WHERE (subject IS NOT NULL);

CREATE TABLE audit_link (
  seq bigint NOT NULL,
  entry_id bigint NOT NULL,
  linked_at timestamp with time zone NOT NULL,
  hash bytea NOT NULL,
  signature text,
  CONSTRAINT audit_link_pkey PRIMARY KEY (seq),
  CONSTRAINT audit_link_entry UNIQUE (entry_id),
  CONSTRAINT audit_link_seq_check CHECK ((seq > 0))
);

CREATE TABLE audit_unlinked (
  entry_id bigint NOT NULL,
  CONSTRAINT audit_unlinked_pkey PRIMARY KEY (entry_id)
);

CREATE TABLE authenticator_app (
  account_id integer NOT NULL,
  secret_cipher bytea,
  added_at timestamp with time zone,
  last_step bigint DEFAULT 0 NOT NULL,
  next_cipher bytea,
  next_at timestamp with time zone,
  CONSTRAINT authenticator_app_pkey PRIMARY KEY (account_id),
  CONSTRAINT authenticator_app_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
  CONSTRAINT authenticator_app_added CHECK (((secret_cipher IS NULL) = (added_at IS NULL))),
  CONSTRAINT authenticator_app_next CHECK (((next_cipher IS NULL) = (next_at IS NULL)))
);

CREATE TABLE booking (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  code text NOT NULL,
  hold_id uuid,
  account_id integer,
  office_id integer NOT NULL,
  offering_id integer NOT NULL,
  service_code text NOT NULL,
  planner_id integer NOT NULL,
  slot_ids bigint[] NOT NULL,
  slot_id bigint NOT NULL,
  starts_at timestamp with time zone NOT NULL,
  ends_at timestamp with time zone NOT NULL,
  party integer NOT NULL,
  channel text NOT NULL,
  status text NOT NULL,
  live boolean DEFAULT true NOT NULL,
  cancelled_by text,
  cancel_reason text,
  contact_email text,
  contact_phone text,
  language text NOT NULL,
  reason text,
  notes_cipher bytea,
  delivery_cipher bytea,
  confirm_by text NOT NULL,
  confirm_opens_at timestamp with time zone,
  confirm_closes_at timestamp with time zone,
  confirm_requested_at timestamp with time zone,
  reminded_at timestamp with time zone,
  cancel_closes_at timestamp with time zone NOT NULL,
  taken_in_charge_at timestamp with time zone,
  taken_in_charge_by integer,
  privacy_accepted_at timestamp with time zone,
  created_by integer,
  created_at timestamp with time zone NOT NULL,
  cancel_reason_cipher bytea,
  confirm_sent_at timestamp with time zone,
  confirm_undelivered_at timestamp with time zone,
  confirm_undelivered_why text,
  contact_corrected_at timestamp with time zone,
  pre_check text,
  pre_check_since timestamp with time zone,
  pre_check_due_at timestamp with time zone,
  pre_check_reminded_at timestamp with time zone,
  pre_check_missing_cipher bytea,
  citizen_confirmed_at timestamp with time zone,
  helper_organisation text,
  completion_reminded_at timestamp with time zone,
  fees jsonb,
  quota_group text,
  forgotten_at timestamp with time zone,
  CONSTRAINT booking_pkey PRIMARY KEY (id),
  CONSTRAINT booking_code UNIQUE (code),
  CONSTRAINT booking_hold UNIQUE (hold_id),
  CONSTRAINT booking_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  CONSTRAINT booking_created_by_fkey FOREIGN KEY (created_by) REFERENCES account(id),
  CONSTRAINT booking_offering_id_fkey FOREIGN KEY (offering_id) REFERENCES offering(id),
  CONSTRAINT booking_office_id_fkey FOREIGN KEY (office_id) REFERENCES office(id),
  CONSTRAINT booking_planner_id_fkey FOREIGN KEY (planner_id) REFERENCES planner(id),
  CONSTRAINT booking_service_code_fkey FOREIGN KEY (service_code) REFERENCES service(code),
  CONSTRAINT booking_slot_id_fkey FOREIGN KEY (slot_id) REFERENCES slot(id),
  CONSTRAINT booking_taken_in_charge_by_fkey FOREIGN KEY (taken_in_charge_by) REFERENCES account(id),
  CONSTRAINT booking_cancelled CHECK (((status = 'cancelled'::text) = (cancelled_by IS NOT NULL))),
  CONSTRAINT booking_cancelled_by_check CHECK ((cancelled_by = ANY (ARRAY['citizen'::text, 'office'::text, 'rejected'::text, 'not-confirmed'::text, 'clearance-refused'::text, 'clearance-late'::text]))),
  CONSTRAINT booking_channel_check CHECK ((channel = ANY (ARRAY['web'::text, 'desk'::text, 'phone'::text, 'partner-desk'::text, 'totem'::text, 'api'::text]))),
  CONSTRAINT booking_confirm_by_check CHECK ((confirm_by = ANY (ARRAY['citizen'::text, 'office'::text, 'nobody'::text]))),
  CONSTRAINT booking_confirm_undelivered_why_check CHECK ((confirm_undelivered_why = ANY (ARRAY['refused'::text, 'bounced'::text, 'not-sent'::text, 'too-late'::text, 'no-address'::text]))),
  CONSTRAINT booking_live CHECK ((live = (status = ANY (ARRAY['awaiting-clearance'::text, 'awaiting-office'::text, 'booked'::text, 'confirmed'::text, 'checked-in'::text])))),
  CONSTRAINT booking_party_check CHECK (((party >= 1) AND (party <= 20))),
  CONSTRAINT booking_pre_check_check CHECK ((pre_check = ANY (ARRAY['to-send'::text, 'to-examine'::text, 'to-regularise'::text, 'fine'::text, 'rejected'::text]))),
  CONSTRAINT booking_pre_check_due CHECK ((COALESCE((pre_check = ANY (ARRAY['to-send'::text, 'to-regularise'::text])), false) = (pre_check_due_at IS NOT NULL))),
  CONSTRAINT booking_pre_check_since CHECK (((pre_check IS NULL) = (pre_check_since IS NULL))),
  CONSTRAINT booking_quota_group_check CHECK ((quota_group ~ '^[a-z-]+:(resident|elsewhere|unsaid)$'::text)),
  CONSTRAINT booking_status_check CHECK ((status = ANY (ARRAY['awaiting-clearance'::text, 'awaiting-office'::text, 'booked'::text, 'confirmed'::text, 'checked-in'::text, 'served'::text, 'no-show'::text, 'cancelled'::text]))),
  CONSTRAINT booking_undelivered_why CHECK (((confirm_undelivered_at IS NULL) = (confirm_undelivered_why IS NULL)))
) WITH (fillfactor=80);
CREATE INDEX booking_account ON public.booking USING btree (account_id, starts_at);
CREATE INDEX booking_agenda ON public.booking USING btree (office_id, starts_at);
CREATE INDEX booking_awaiting_office ON public.booking USING btree (office_id, starts_at) WHERE (status = 'awaiting-office'::text);
CREATE INDEX booking_created ON public.booking USING btree (created_at);
CREATE INDEX booking_no_show ON public.booking USING btree (account_id, office_id, starts_at) WHERE (status = 'no-show'::text);
CREATE INDEX booking_pre_check_to_remind ON public.booking USING btree (pre_check_due_at) WHERE (live AND (pre_check = ANY (ARRAY['to-send'::text, 'to-regularise'::text])) AND (pre_check_reminded_at IS NULL));
CREATE INDEX booking_queue ON public.booking USING btree (office_id, starts_at, id) WHERE (live AND ((status = 'awaiting-office'::text) OR (pre_check = ANY (ARRAY['to-send'::text, 'to-examine'::text, 'to-regularise'::text]))));
CREATE INDEX booking_queue_due ON public.booking USING btree (office_id, COALESCE(pre_check_due_at, starts_at), id) WHERE (live AND ((status = 'awaiting-office'::text) OR (pre_check = ANY (ARRAY['to-send'::text, 'to-examine'::text, 'to-regularise'::text]))));
CREATE INDEX booking_queue_overdue ON public.booking USING btree (office_id, pre_check_due_at, id) WHERE (live AND (pre_check = ANY (ARRAY['to-send'::text, 'to-regularise'::text])));
CREATE INDEX booking_quota ON public.booking USING btree (planner_id, starts_at) WHERE ((quota_group IS NOT NULL) AND (status <> 'cancelled'::text));
CREATE INDEX booking_slot ON public.booking USING btree (slot_id) WHERE live;
CREATE INDEX booking_to_ask ON public.booking USING btree (confirm_opens_at) WHERE ((status = 'booked'::text) AND (confirm_requested_at IS NULL));
CREATE INDEX booking_to_remind ON public.booking USING btree (starts_at) WHERE (live AND (reminded_at IS NULL));
CREATE INDEX booking_unconfirmed ON public.booking USING btree (confirm_closes_at) WHERE (status = 'booked'::text);
CREATE INDEX booking_undelivered ON public.booking USING btree (office_id, starts_at) WHERE (confirm_undelivered_at IS NOT NULL);

CREATE TABLE booking_event (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  booking_id bigint NOT NULL,
  at timestamp with time zone NOT NULL,
  kind text NOT NULL,
  actor text NOT NULL,
  account_id integer,
  detail jsonb DEFAULT '{}'::jsonb NOT NULL,
  CONSTRAINT booking_event_pkey PRIMARY KEY (id),
  CONSTRAINT booking_event_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  CONSTRAINT booking_event_booking_id_fkey FOREIGN KEY (booking_id) REFERENCES booking(id) ON DELETE CASCADE,
  CONSTRAINT booking_event_actor_check CHECK ((actor = ANY (ARRAY['citizen'::text, 'office'::text, 'system'::text])))
);
CREATE INDEX booking_event_booking ON public.booking_event USING btree (booking_id, at);

CREATE TABLE booking_person (
  booking_id bigint NOT NULL,
  "position" integer NOT NULL,
  given_name text NOT NULL,
  family_name text NOT NULL,
  birth_date date,
  birth_place text,
  relationship text NOT NULL,
  codice_fiscale_cipher bytea,
  codice_fiscale_key bytea,
  answers_cipher bytea,
  person_key bytea NOT NULL,
  service_code text NOT NULL,
  live boolean DEFAULT true NOT NULL,
  visit_cipher bytea,
  likeness_key bytea,
  CONSTRAINT booking_person_pkey PRIMARY KEY (booking_id, "position"),
  CONSTRAINT booking_person_booking_id_fkey FOREIGN KEY (booking_id) REFERENCES booking(id) ON DELETE CASCADE
);
CREATE INDEX booking_person_codice_fiscale ON public.booking_person USING btree (codice_fiscale_key) WHERE (codice_fiscale_key IS NOT NULL);
CREATE INDEX booking_person_likeness ON public.booking_person USING btree (likeness_key, service_code) WHERE (live AND (likeness_key IS NOT NULL));
CREATE INDEX booking_person_name ON public.booking_person USING btree (lower(family_name) text_pattern_ops);
CREATE UNIQUE INDEX booking_person_one_live ON public.booking_person USING btree (person_key, service_code) WHERE live;
CREATE INDEX booking_person_past ON public.booking_person USING btree (person_key, service_code) WHERE (NOT live);

CREATE TABLE booking_photo (
  booking_id bigint NOT NULL,
  "position" integer NOT NULL,
  state text NOT NULL,
  id uuid NOT NULL,
  content bytea NOT NULL,
  size integer NOT NULL,
  width integer NOT NULL,
  height integer NOT NULL,
  verdict text NOT NULL,
  checks jsonb NOT NULL,
  rules_version integer NOT NULL,
  crop jsonb NOT NULL,
  created_at timestamp with time zone NOT NULL,
  source bytea,
  source_width integer,
  source_height integer,
  proposed_crop jsonb,
  said_cipher bytea,
  CONSTRAINT booking_photo_pkey PRIMARY KEY (booking_id, "position", state),
  CONSTRAINT booking_photo_person_fkey FOREIGN KEY (booking_id, "position") REFERENCES booking_person(booking_id, "position") ON DELETE CASCADE,
  CONSTRAINT booking_photo_no_source_check CHECK (((state = 'proposed'::text) OR (source IS NULL))),
  CONSTRAINT booking_photo_size_check CHECK ((size <= 500000)),
  CONSTRAINT booking_photo_source_check CHECK ((((source IS NULL) = (source_width IS NULL)) AND ((source IS NULL) = (source_height IS NULL)) AND ((source IS NULL) = (proposed_crop IS NULL)))),
  CONSTRAINT booking_photo_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'at-desk'::text, 'accepted'::text]))),
  CONSTRAINT booking_photo_verdict_check CHECK ((verdict = ANY (ARRAY['pass'::text, 'warn'::text, 'fail'::text, 'not-assessed'::text])))
);
CREATE UNIQUE INDEX booking_photo_id ON public.booking_photo USING btree (id);
CREATE INDEX booking_photo_proposed ON public.booking_photo USING btree (created_at) WHERE (state <> 'accepted'::text);

CREATE TABLE booking_request (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  booking_id bigint NOT NULL,
  office_id integer NOT NULL,
  kind text NOT NULL,
  text_cipher bytea NOT NULL,
  state text NOT NULL,
  answer_cipher bytea,
  answered_by integer,
  created_at timestamp with time zone NOT NULL,
  answered_at timestamp with time zone,
  CONSTRAINT booking_request_pkey PRIMARY KEY (id),
  CONSTRAINT booking_request_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES account(id),
  CONSTRAINT booking_request_booking_id_fkey FOREIGN KEY (booking_id) REFERENCES booking(id) ON DELETE CASCADE,
  CONSTRAINT booking_request_office_id_fkey FOREIGN KEY (office_id) REFERENCES office(id),
  CONSTRAINT booking_request_answer CHECK (((state = 'answered'::text) = (answer_cipher IS NOT NULL))),
  CONSTRAINT booking_request_kind_check CHECK ((kind = ANY (ARRAY['cancel'::text, 'change'::text]))),
  CONSTRAINT booking_request_state_check CHECK ((state = ANY (ARRAY['open'::text, 'answered'::text, 'done'::text])))
);
CREATE INDEX booking_request_booking ON public.booking_request USING btree (booking_id, created_at);
CREATE INDEX booking_request_office ON public.booking_request USING btree (office_id, created_at) WHERE (state = 'open'::text);
CREATE UNIQUE INDEX booking_request_one_open ON public.booking_request USING btree (booking_id, kind) WHERE (state = 'open'::text);

CREATE TABLE browser_account (
  browser_key bytea NOT NULL,
  account_id integer NOT NULL,
  first_at timestamp with time zone NOT NULL,
  last_at timestamp with time zone NOT NULL,
  CONSTRAINT browser_account_pkey PRIMARY KEY (browser_key, account_id),
  CONSTRAINT browser_account_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE
);
CREATE INDEX browser_account_account ON public.browser_account USING btree (account_id);
CREATE INDEX browser_account_last ON public.browser_account USING btree (last_at);

CREATE TABLE caught_mail (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  recipient text NOT NULL,
  subject text NOT NULL,
  text text NOT NULL,
  html text NOT NULL,
  attachments jsonb DEFAULT '[]'::jsonb NOT NULL,
  sent_at timestamp with time zone NOT NULL,
  CONSTRAINT caught_mail_pkey PRIMARY KEY (id)
);
CREATE INDEX caught_mail_recipient ON public.caught_mail USING btree (lower(recipient), id DESC);

CREATE TABLE certified_account (
  id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
  office_id integer,
  sender text NOT NULL,
  smtp_host text NOT NULL,
  smtp_port integer NOT NULL,
  imap_host text NOT NULL,
  imap_port integer NOT NULL,
  username text NOT NULL,
  password_cipher bytea NOT NULL,
  folder text NOT NULL,
  done_folder text,
  active boolean DEFAULT true NOT NULL,
  uid_validity bigint,
  last_uid bigint DEFAULT 0 NOT NULL,
  read_at timestamp with time zone,
  read_fault text,
  created_at timestamp with time zone NOT NULL,
  changed_at timestamp with time zone NOT NULL,
  changed_by integer,
  CONSTRAINT certified_account_pkey PRIMARY KEY (id),
  CONSTRAINT certified_account_once UNIQUE NULLS NOT DISTINCT (office_id),
  CONSTRAINT certified_account_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES account(id) ON DELETE SET NULL,
  CONSTRAINT certified_account_office_id_fkey FOREIGN KEY (office_id) REFERENCES office(id) ON DELETE CASCADE,
  CONSTRAINT certified_account_imap_port_check CHECK (((imap_port >= 1) AND (imap_port <= 65535))),
  CONSTRAINT certified_account_smtp_port_check CHECK (((smtp_port >= 1) AND (smtp_port <= 65535)))
);

CREATE TABLE certified_answer (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  message_id bigint NOT NULL,
  own_id text NOT NULL,
  certified boolean NOT NULL,
  sender text NOT NULL,
  subject_cipher bytea NOT NULL,
  text_cipher bytea NOT NULL,
  arrived_at timestamp with time zone NOT NULL,
  settled_at timestamp with time zone,
  settled_by integer,
  CONSTRAINT certified_answer_pkey PRIMARY KEY (id),
  CONSTRAINT certified_answer_once UNIQUE (message_id, own_id),
  CONSTRAINT certified_answer_message_id_fkey FOREIGN KEY (message_id) REFERENCES certified_message(id) ON DELETE CASCADE,
  CONSTRAINT certified_answer_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES account(id) ON DELETE SET NULL
);
CREATE INDEX certified_answer_open ON public.certified_answer USING btree (message_id) WHERE (settled_at IS NULL);

CREATE TABLE certified_answer_file (
  answer_id bigint NOT NULL,
  "position" integer NOT NULL,
  name_cipher bytea NOT NULL,
  size integer NOT NULL,
  content_cipher bytea NOT NULL,
  CONSTRAINT certified_answer_file_pkey PRIMARY KEY (answer_id, "position"),
  CONSTRAINT certified_answer_file_answer_id_fkey FOREIGN KEY (answer_id) REFERENCES certified_answer(id) ON DELETE CASCADE,
  CONSTRAINT certified_answer_file_size_check CHECK ((size > 0))
);

CREATE TABLE certified_message (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  office_id integer NOT NULL,
  account_id integer,
  about text NOT NULL,
  about_id text NOT NULL,
  payload jsonb NOT NULL,
  dedupe text NOT NULL,
  recipient text NOT NULL,
  message_id text NOT NULL,
  mark text NOT NULL,
  provider_id text,
  state text NOT NULL,
  fault text,
  attempts integer DEFAULT 0 NOT NULL,
  next_try_at timestamp with time zone NOT NULL,
  created_at timestamp with time zone NOT NULL,
  sent_at timestamp with time zone,
  accepted_at timestamp with time zone,
  delivered_at timestamp with time zone,
  failed_at timestamp with time zone,
  settled_at timestamp with time zone,
  settled_by integer,
  CONSTRAINT certified_message_pkey PRIMARY KEY (id),
  CONSTRAINT certified_message_mark_key UNIQUE (mark),
  CONSTRAINT certified_message_message_id_key UNIQUE (message_id),
  CONSTRAINT certified_message_once UNIQUE (dedupe),
  CONSTRAINT certified_message_account_id_fkey FOREIGN KEY (account_id) REFERENCES certified_account(id) ON DELETE SET NULL,
  CONSTRAINT certified_message_office_id_fkey FOREIGN KEY (office_id) REFERENCES office(id),
  CONSTRAINT certified_message_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES account(id) ON DELETE SET NULL,
  CONSTRAINT certified_message_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'accepted'::text, 'delivered'::text, 'failed'::text, 'dropped'::text])))
);
CREATE INDEX certified_message_about ON public.certified_message USING btree (about, about_id, id);
CREATE INDEX certified_message_account ON public.certified_message USING btree (account_id, created_at);
CREATE INDEX certified_message_failed ON public.certified_message USING btree (office_id, failed_at) WHERE ((state = 'failed'::text) AND (settled_at IS NULL));
CREATE INDEX certified_message_provider ON public.certified_message USING btree (provider_id) WHERE (provider_id IS NOT NULL);
CREATE INDEX certified_message_waiting ON public.certified_message USING btree (next_try_at) WHERE (state = 'waiting'::text);

CREATE TABLE certified_receipt (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  message_id bigint NOT NULL,
  kind text NOT NULL,
  own_id text NOT NULL,
  at timestamp with time zone NOT NULL,
  error text,
  words text,
  read_at timestamp with time zone NOT NULL,
  raw_cipher bytea NOT NULL,
  CONSTRAINT certified_receipt_pkey PRIMARY KEY (id),
  CONSTRAINT certified_receipt_once UNIQUE (message_id, own_id),
  CONSTRAINT certified_receipt_message_id_fkey FOREIGN KEY (message_id) REFERENCES certified_message(id) ON DELETE CASCADE,
  CONSTRAINT certified_receipt_kind_check CHECK ((kind = ANY (ARRAY['accettazione'::text, 'non-accettazione'::text, 'presa-in-carico'::text, 'avvenuta-consegna'::text, 'errore-consegna'::text, 'preavviso-errore-consegna'::text, 'rilevazione-virus'::text])))
);

CREATE TABLE cie_login_log (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  provider text NOT NULL,
  chain_digest bytea,
  outcome text NOT NULL,
  messages_cipher bytea NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT cie_login_log_pkey PRIMARY KEY (id),
  CONSTRAINT cie_login_log_chain_digest_fkey FOREIGN KEY (chain_digest) REFERENCES cie_trust_chain(digest)
);
CREATE INDEX cie_login_log_at ON public.cie_login_log USING btree (at);

CREATE TABLE cie_membership (
  part text NOT NULL,
  content_cipher bytea NOT NULL,
  changed_at timestamp with time zone NOT NULL,
  CONSTRAINT cie_membership_pkey PRIMARY KEY (part),
  CONSTRAINT cie_membership_part_check CHECK ((part = ANY (ARRAY['keys'::text, 'trust-anchor'::text, 'trust-marks'::text])))
);

CREATE TABLE cie_request (
  state_key bytea NOT NULL,
  browser_key bytea NOT NULL,
  provider text NOT NULL,
  level smallint NOT NULL,
  secret_cipher bytea NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  CONSTRAINT cie_request_pkey PRIMARY KEY (state_key),
  CONSTRAINT cie_request_level_check CHECK (((level >= 1) AND (level <= 3)))
);
CREATE INDEX cie_request_expiry ON public.cie_request USING btree (expires_at);

CREATE TABLE cie_token (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  browser_key bytea NOT NULL,
  provider text NOT NULL,
  token_cipher bytea NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  CONSTRAINT cie_token_pkey PRIMARY KEY (id)
);
CREATE INDEX cie_token_browser ON public.cie_token USING btree (browser_key);
CREATE INDEX cie_token_expiry ON public.cie_token USING btree (expires_at);

CREATE TABLE cie_trust_chain (
  digest bytea NOT NULL,
  statements text[] NOT NULL,
  used_at timestamp with time zone NOT NULL,
  CONSTRAINT cie_trust_chain_pkey PRIMARY KEY (digest)
);
CREATE INDEX cie_trust_chain_used ON public.cie_trust_chain USING btree (used_at);

CREATE TABLE clearance (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  booking_id bigint NOT NULL,
  office_id integer NOT NULL,
  municipality_code text,
  answering_office_id integer,
  mode text NOT NULL,
  state text NOT NULL,
  channel text,
  asked_on date,
  protocol text,
  due_on date,
  reminded_on date,
  answered_on date,
  answer_protocol text,
  reason_cipher bytea,
  recorded_by integer,
  created_at timestamp with time zone NOT NULL,
  changed_at timestamp with time zone NOT NULL,
  at_deadline text DEFAULT 'stays'::text NOT NULL,
  round integer DEFAULT 0 NOT NULL,
  reminders smallint DEFAULT 0 NOT NULL,
  certified boolean DEFAULT false NOT NULL,
  passed_on_at timestamp with time zone,
  answered_by text,
  CONSTRAINT clearance_pkey PRIMARY KEY (id),
  CONSTRAINT clearance_booking UNIQUE (booking_id),
  CONSTRAINT clearance_answering_office_id_fkey FOREIGN KEY (answering_office_id) REFERENCES office(id),
  CONSTRAINT clearance_booking_id_fkey FOREIGN KEY (booking_id) REFERENCES booking(id) ON DELETE CASCADE,
  CONSTRAINT clearance_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES municipality(code),
  CONSTRAINT clearance_office_id_fkey FOREIGN KEY (office_id) REFERENCES office(id),
  CONSTRAINT clearance_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES account(id),
  CONSTRAINT clearance_answered CHECK (((state = ANY (ARRAY['granted'::text, 'refused'::text, 'told'::text])) = (answered_on IS NOT NULL))),
  CONSTRAINT clearance_answered_by_check CHECK ((length(answered_by) <= 120)),
  CONSTRAINT clearance_asked CHECK (((state <> 'asked'::text) OR ((asked_on IS NOT NULL) AND (due_on IS NOT NULL)))),
  CONSTRAINT clearance_at_deadline_check CHECK ((at_deadline = ANY (ARRAY['cancel'::text, 'stays'::text]))),
  CONSTRAINT clearance_channel_check CHECK ((channel = ANY (ARRAY['pec'::text, 'email'::text, 'phone'::text, 'post'::text, 'portal'::text, 'turno'::text]))),
  CONSTRAINT clearance_mode CHECK (((mode = 'notify'::text) = (state = ANY (ARRAY['to-tell'::text, 'told'::text])))),
  CONSTRAINT clearance_mode_check CHECK ((mode = ANY (ARRAY['notify'::text, 'required'::text]))),
  CONSTRAINT clearance_state_check CHECK ((state = ANY (ARRAY['to-ask'::text, 'asked'::text, 'granted'::text, 'refused'::text, 'to-tell'::text, 'told'::text])))
);
CREATE INDEX clearance_deadline ON public.clearance USING btree (due_on) WHERE ((state = 'asked'::text) AND (mode = 'required'::text));
CREATE INDEX clearance_inbox ON public.clearance USING btree (answering_office_id, changed_at DESC, id DESC) WHERE (answering_office_id IS NOT NULL);
CREATE INDEX clearance_open ON public.clearance USING btree (office_id, due_on, id) WHERE (state = ANY (ARRAY['to-ask'::text, 'asked'::text, 'to-tell'::text]));
CREATE INDEX clearance_to_pass_on ON public.clearance USING btree (booking_id) WHERE ((state = 'to-tell'::text) AND (passed_on_at IS NULL));

CREATE TABLE closure (
  id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
  office_id integer NOT NULL,
  planner_id integer,
  first_day date NOT NULL,
  last_day date NOT NULL,
  starts time without time zone,
  ends time without time zone,
  reason jsonb NOT NULL,
  created_at timestamp with time zone NOT NULL,
  yearly boolean DEFAULT false NOT NULL,
  CONSTRAINT closure_pkey PRIMARY KEY (id),
  CONSTRAINT closure_office_id_fkey FOREIGN KEY (office_id) REFERENCES office(id),
  CONSTRAINT closure_planner_id_fkey FOREIGN KEY (planner_id) REFERENCES planner(id) ON DELETE CASCADE,
  CONSTRAINT closure_check CHECK ((last_day >= first_day)),
  CONSTRAINT closure_check1 CHECK (((starts IS NULL) = (ends IS NULL))),
  CONSTRAINT closure_check2 CHECK ((ends > starts))
);
CREATE INDEX closure_office ON public.closure USING btree (office_id, last_day);

CREATE TABLE consular_territory (
  office_id integer NOT NULL,
  country character(2),
  name jsonb NOT NULL,
  as_of date,
  part boolean DEFAULT false NOT NULL,
  CONSTRAINT consular_territory_country_fkey FOREIGN KEY (country) REFERENCES country(code),
  CONSTRAINT consular_territory_office_id_fkey FOREIGN KEY (office_id) REFERENCES office(id)
);
CREATE INDEX consular_territory_country ON public.consular_territory USING btree (country);
CREATE UNIQUE INDEX consular_territory_once ON public.consular_territory USING btree (office_id, country, name) NULLS NOT DISTINCT;

CREATE TABLE contact_import (
  id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
  account_id integer NOT NULL,
  content text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  applied_at timestamp with time zone,
  changed integer,
  CONSTRAINT contact_import_pkey PRIMARY KEY (id),
  CONSTRAINT contact_import_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE
);

CREATE TABLE country (
  code character(2) NOT NULL,
  name jsonb NOT NULL,
  belfiore_code text,
  CONSTRAINT country_pkey PRIMARY KEY (code)
);

CREATE TABLE data_import (
  name text NOT NULL,
  hash text NOT NULL,
  imported_at timestamp with time zone NOT NULL,
  CONSTRAINT data_import_pkey PRIMARY KEY (name)
);

CREATE TABLE draw (
  room_id integer NOT NULL,
  rules text NOT NULL,
  commitment text NOT NULL,
  seed_cipher bytea NOT NULL,
  mixing jsonb,
  public_value text,
  first_value text,
  first_by integer,
  first_at timestamp with time zone,
  second_by integer,
  second_at timestamp with time zone,
  list text,
  list_root text,
  closed_at timestamp with time zone,
  seed text,
  drawn_at timestamp with time zone,
  places integer[],
  public_key text NOT NULL,
  announced_at timestamp with time zone NOT NULL,
  announced_signature text NOT NULL,
  unmixed_reason text,
  listed integer,
  closed_signature text,
  drawn_signature text,
  late_told_at timestamp with time zone,
  CONSTRAINT draw_pkey PRIMARY KEY (room_id),
  CONSTRAINT draw_first_by_fkey FOREIGN KEY (first_by) REFERENCES account(id),
  CONSTRAINT draw_room_id_fkey FOREIGN KEY (room_id) REFERENCES room(id) ON DELETE CASCADE,
  CONSTRAINT draw_second_by_fkey FOREIGN KEY (second_by) REFERENCES account(id),
  CONSTRAINT draw_closed CHECK ((((list IS NULL) = (closed_at IS NULL)) AND ((list IS NULL) = (list_root IS NULL)) AND ((list IS NULL) = (listed IS NULL)) AND ((list IS NULL) = (closed_signature IS NULL)))),
  CONSTRAINT draw_commitment_check CHECK ((commitment ~ '^[0-9a-f]{64}$'::text)),
  CONSTRAINT draw_drawn CHECK ((((places IS NULL) = (drawn_at IS NULL)) AND ((places IS NULL) = (drawn_signature IS NULL)))),
  CONSTRAINT draw_in_order CHECK (((places IS NULL) OR ((list IS NOT NULL) AND (seed IS NOT NULL)))),
  CONSTRAINT draw_public_key_check CHECK ((public_key ~ '^[0-9a-f]{64}$'::text)),
  CONSTRAINT draw_value_by_two CHECK (((public_value IS NULL) OR ((mixing IS NOT NULL) AND (closed_at IS NOT NULL) AND (first_by IS NOT NULL) AND (second_by IS NOT NULL) AND (first_by <> second_by))))
);

CREATE TABLE draw_weight (
  person_key bytea NOT NULL,
  offering_id integer NOT NULL,
  weight integer NOT NULL,
  changed_at timestamp with time zone NOT NULL,
  CONSTRAINT draw_weight_pkey PRIMARY KEY (person_key, offering_id),
  CONSTRAINT draw_weight_offering_id_fkey FOREIGN KEY (offering_id) REFERENCES offering(id) ON DELETE CASCADE,
  CONSTRAINT draw_weight_weight_check CHECK (((weight >= 2) AND (weight <= 100)))
);

CREATE TABLE email_failure (
  address text NOT NULL,
  failed_at timestamp with time zone NOT NULL,
  reason text NOT NULL,
  taken_at timestamp with time zone,
  CONSTRAINT email_failure_pkey PRIMARY KEY (address),
  CONSTRAINT email_failure_address_check CHECK ((address = lower(address))),
  CONSTRAINT email_failure_reason_check CHECK ((reason = ANY (ARRAY['address'::text, 'mailbox'::text, 'other'::text])))
);

CREATE TABLE email_proof (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  account_id integer NOT NULL,
  purpose text NOT NULL,
  attempts integer DEFAULT 0 NOT NULL,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  used_at timestamp with time zone,
  new_email text,
  old_email text,
  CONSTRAINT email_proof_pkey PRIMARY KEY (id),
  CONSTRAINT email_proof_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
  CONSTRAINT email_proof_change CHECK (((purpose = 'change-email'::text) OR ((new_email IS NULL) AND (old_email IS NULL)))),
  CONSTRAINT email_proof_purpose_check CHECK ((purpose = ANY (ARRAY['verify-email'::text, 'reset-password'::text, 'change-email'::text])))
);
CREATE INDEX email_proof_account ON public.email_proof USING btree (account_id, purpose, created_at);

CREATE TABLE extra_opening (
  id integer DEFAULT nextval('closure_id_seq'::regclass) NOT NULL,
  planner_id integer NOT NULL,
  first_day date NOT NULL,
  last_day date NOT NULL,
  starts time without time zone NOT NULL,
  ends time without time zone NOT NULL,
  minutes smallint NOT NULL,
  desks smallint NOT NULL,
  reason jsonb NOT NULL,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT extra_opening_pkey PRIMARY KEY (id),
  CONSTRAINT extra_opening_planner_id_fkey FOREIGN KEY (planner_id) REFERENCES planner(id) ON DELETE CASCADE,
  CONSTRAINT extra_opening_check CHECK ((last_day >= first_day)),
  CONSTRAINT extra_opening_check1 CHECK ((ends > starts)),
  CONSTRAINT extra_opening_desks_check CHECK (((desks >= 1) AND (desks <= 5000))),
  CONSTRAINT extra_opening_minutes_check CHECK (((minutes >= 1) AND (minutes <= 480)))
);
CREATE INDEX extra_opening_planner ON public.extra_opening USING btree (planner_id, last_day);

CREATE TABLE fairness_figure (
  code text NOT NULL,
  part text NOT NULL,
  value text NOT NULL,
  people integer,
  winners integer,
  CONSTRAINT fairness_figure_pkey PRIMARY KEY (code, part, value),
  CONSTRAINT fairness_figure_code_fkey FOREIGN KEY (code) REFERENCES fairness_report(code) ON DELETE CASCADE,
  CONSTRAINT fairness_figure_part_check CHECK ((part = ANY (ARRAY['outcome'::text, 'quarter'::text, 'channel'::text, 'language'::text, 'device'::text, 'hour'::text, 'party'::text]))),
  CONSTRAINT fairness_figure_people_check CHECK (((people = 0) OR (people >= 5))),
  CONSTRAINT fairness_figure_winners_check CHECK (((winners = 0) OR (winners >= 5)))
);

CREATE TABLE fairness_report (
  code text NOT NULL,
  office_id integer NOT NULL,
  release_id bigint,
  room_id integer,
  source text NOT NULL,
  ordering text,
  outcome text,
  planners text[] NOT NULL,
  joins_at timestamp with time zone,
  closes_at timestamp with time zone,
  opens_at timestamp with time zone NOT NULL,
  sold_out_at timestamp with time zone,
  ended_at timestamp with time zone,
  seats integer,
  people integer,
  winners integer,
  answered integer,
  median_seconds integer,
  most_seconds integer,
  correlation real,
  made_at timestamp with time zone NOT NULL,
  published_at timestamp with time zone,
  published_by integer,
  CONSTRAINT fairness_report_pkey PRIMARY KEY (code),
  CONSTRAINT fairness_report_office_id_fkey FOREIGN KEY (office_id) REFERENCES office(id),
  CONSTRAINT fairness_report_published_by_fkey FOREIGN KEY (published_by) REFERENCES account(id),
  CONSTRAINT fairness_report_release_id_fkey FOREIGN KEY (release_id) REFERENCES release(id) ON DELETE SET NULL,
  CONSTRAINT fairness_report_room_id_fkey FOREIGN KEY (room_id) REFERENCES room(id) ON DELETE SET NULL,
  CONSTRAINT fairness_report_answered_check CHECK (((answered = 0) OR (answered >= 5))),
  CONSTRAINT fairness_report_correlation_check CHECK (((correlation >= ('-1'::integer)::double precision) AND (correlation <= (1)::double precision))),
  CONSTRAINT fairness_report_median_seconds_check CHECK ((median_seconds >= 0)),
  CONSTRAINT fairness_report_most_seconds_check CHECK ((most_seconds >= 0)),
  CONSTRAINT fairness_report_ordering_check CHECK ((ordering = ANY (ARRAY['first-come'::text, 'draw'::text, 'registration-draw'::text]))),
  CONSTRAINT fairness_report_outcome_check CHECK ((outcome = ANY (ARRAY['sold-out'::text, 'emptied'::text]))),
  CONSTRAINT fairness_report_people_check CHECK (((people = 0) OR (people >= 5))),
  CONSTRAINT fairness_report_published CHECK (((published_at IS NULL) = (published_by IS NULL))),
  CONSTRAINT fairness_report_seats_check CHECK ((seats >= 0)),
  CONSTRAINT fairness_report_source_check CHECK ((source = ANY (ARRAY['tickets'::text, 'holds'::text]))),
  CONSTRAINT fairness_report_winners_check CHECK (((winners = 0) OR (winners >= 5)))
);
CREATE INDEX fairness_report_office ON public.fairness_report USING btree (office_id, opens_at);
CREATE INDEX fairness_report_release ON public.fairness_report USING btree (release_id) WHERE (release_id IS NOT NULL);

CREATE TABLE federation_key (
  id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
  profile text NOT NULL,
  state text NOT NULL,
  private_key_cipher bytea NOT NULL,
  certificate text NOT NULL,
  made_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  CONSTRAINT federation_key_pkey PRIMARY KEY (id),
  CONSTRAINT federation_key_profile_check CHECK ((profile = ANY (ARRAY['spid'::text, 'cie'::text]))),
  CONSTRAINT federation_key_state_check CHECK ((state = ANY (ARRAY['next'::text, 'in-use'::text, 'retired'::text])))
);
CREATE UNIQUE INDEX federation_key_one_live ON public.federation_key USING btree (profile, state) WHERE (state <> 'retired'::text);

CREATE TABLE guarded_count (
  minute timestamp with time zone NOT NULL,
  kind text NOT NULL,
  count integer NOT NULL,
  CONSTRAINT guarded_count_pkey PRIMARY KEY (minute, kind)
);

CREATE TABLE half_login (
  token_hash bytea NOT NULL,
  account_id integer NOT NULL,
  shared boolean NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  CONSTRAINT half_login_pkey PRIMARY KEY (token_hash),
  CONSTRAINT half_login_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE
);
CREATE INDEX half_login_account ON public.half_login USING btree (account_id);
CREATE INDEX half_login_expiry ON public.half_login USING btree (expires_at);

CREATE TABLE help_message (
  id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
  request_id integer NOT NULL,
  at timestamp with time zone NOT NULL,
  author text NOT NULL,
  account_id integer,
  text_cipher bytea NOT NULL,
  CONSTRAINT help_message_pkey PRIMARY KEY (id),
  CONSTRAINT help_message_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE SET NULL,
  CONSTRAINT help_message_request_id_fkey FOREIGN KEY (request_id) REFERENCES help_request(id) ON DELETE CASCADE,
  CONSTRAINT help_message_author_check CHECK ((author = ANY (ARRAY['citizen'::text, 'office'::text])))
);
CREATE INDEX help_message_request ON public.help_message USING btree (request_id, id);

CREATE TABLE help_picture (
  id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
  message_id integer NOT NULL,
  media_type text NOT NULL,
  size integer NOT NULL,
  content bytea NOT NULL,
  CONSTRAINT help_picture_pkey PRIMARY KEY (id),
  CONSTRAINT help_picture_message_id_fkey FOREIGN KEY (message_id) REFERENCES help_message(id) ON DELETE CASCADE,
  CONSTRAINT help_picture_media_type_check CHECK ((media_type = ANY (ARRAY['image/jpeg'::text, 'image/png'::text, 'image/webp'::text]))),
  CONSTRAINT help_picture_size_check CHECK ((size > 0))
);
CREATE INDEX help_picture_message ON public.help_picture USING btree (message_id);

CREATE TABLE help_request (
  id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
  office_id integer,
  account_id integer,
  email_cipher bytea NOT NULL,
  proved boolean NOT NULL,
  language text NOT NULL,
  page text,
  browser text,
  state text NOT NULL,
  taken_by integer,
  created_at timestamp with time zone NOT NULL,
  changed_at timestamp with time zone NOT NULL,
  from_office_id integer,
  CONSTRAINT help_request_pkey PRIMARY KEY (id),
  CONSTRAINT help_request_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE SET NULL,
  CONSTRAINT help_request_from_office_id_fkey FOREIGN KEY (from_office_id) REFERENCES office(id),
  CONSTRAINT help_request_office_id_fkey FOREIGN KEY (office_id) REFERENCES office(id),
  CONSTRAINT help_request_taken_by_fkey FOREIGN KEY (taken_by) REFERENCES account(id),
  CONSTRAINT help_request_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'answered'::text, 'closed'::text])))
);
CREATE INDEX help_request_account ON public.help_request USING btree (account_id, id DESC) WHERE (account_id IS NOT NULL);
CREATE INDEX help_request_closed ON public.help_request USING btree (changed_at) WHERE (state <> 'waiting'::text);
CREATE INDEX help_request_inbox ON public.help_request USING btree (office_id, changed_at) WHERE (state = 'waiting'::text);
CREATE INDEX help_request_office ON public.help_request USING btree (office_id, id DESC);

CREATE TABLE hold (
  id uuid NOT NULL,
  owner text NOT NULL,
  account_id integer,
  slot_ids bigint[] NOT NULL,
  slot_id bigint NOT NULL,
  planner_id integer NOT NULL,
  offering_id integer NOT NULL,
  day date NOT NULL,
  starts_at timestamp with time zone NOT NULL,
  ends_at timestamp with time zone NOT NULL,
  party integer NOT NULL,
  reschedule_of bigint,
  state text NOT NULL,
  seats_returned boolean DEFAULT false NOT NULL,
  created_at timestamp with time zone NOT NULL,
  first_expires_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  extended boolean DEFAULT false NOT NULL,
  draft bytea,
  quota_group text,
  CONSTRAINT hold_pkey PRIMARY KEY (id),
  CONSTRAINT hold_slot_id_fkey FOREIGN KEY (slot_id) REFERENCES slot(id),
  CONSTRAINT hold_party_check CHECK (((party >= 1) AND (party <= 20))),
  CONSTRAINT hold_quota_group_check CHECK ((quota_group ~ '^[a-z-]+:(resident|elsewhere|unsaid)$'::text)),
  CONSTRAINT hold_state_check CHECK ((state = ANY (ARRAY['live'::text, 'booked'::text, 'released'::text])))
) WITH (fillfactor=70);
CREATE INDEX hold_anonymous ON public.hold USING btree (planner_id, day) WHERE ((state = 'live'::text) AND (account_id IS NULL));
CREATE INDEX hold_expiry ON public.hold USING btree (expires_at) WHERE ((state = 'live'::text) AND (expires_at IS NOT NULL));
CREATE INDEX hold_not_public ON public.hold USING btree (planner_id, day) WHERE ((state = 'live'::text) AND ("left"(owner, 2) = ANY (ARRAY['f:'::text, 'w:'::text, 'l:'::text])));
CREATE UNIQUE INDEX hold_one_live ON public.hold USING btree (owner) WHERE (state = 'live'::text);
CREATE INDEX hold_quota ON public.hold USING btree (planner_id, day) WHERE ((quota_group IS NOT NULL) AND ((state = 'live'::text) OR ((state = 'released'::text) AND (NOT seats_returned))));
CREATE INDEX hold_slot ON public.hold USING btree (slot_id);
CREATE INDEX hold_unreturned ON public.hold USING btree (id) WHERE ((state = 'released'::text) AND (NOT seats_returned));

CREATE TABLE hold_ticket (
  hold_id uuid NOT NULL,
  room_id integer NOT NULL,
  number integer NOT NULL,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT hold_ticket_pkey PRIMARY KEY (hold_id),
  CONSTRAINT hold_ticket_room_id_number_fkey FOREIGN KEY (room_id, number) REFERENCES ticket(room_id, number) ON DELETE CASCADE
);
CREATE INDEX hold_ticket_ticket ON public.hold_ticket USING btree (room_id, number);

CREATE TABLE holiday (
  country character(2) NOT NULL,
  scope text DEFAULT 'national'::text NOT NULL,
  day date NOT NULL,
  name jsonb NOT NULL,
  sure boolean DEFAULT true NOT NULL,
  CONSTRAINT holiday_pkey PRIMARY KEY (country, scope, day, name)
);

CREATE TABLE idempotent_answer (
  caller text NOT NULL,
  key text NOT NULL,
  body_hash bytea NOT NULL,
  status integer,
  hold_id uuid,
  created_at timestamp with time zone NOT NULL,
  body_cipher bytea,
  CONSTRAINT idempotent_answer_pkey PRIMARY KEY (caller, key)
);
CREATE INDEX idempotent_answer_age ON public.idempotent_answer USING btree (created_at);

CREATE TABLE identification (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  account_id integer NOT NULL,
  how text NOT NULL,
  identified_at timestamp with time zone NOT NULL,
  identified_by integer,
  office_id integer,
  undone_at timestamp with time zone,
  undone_by integer,
  CONSTRAINT identification_pkey PRIMARY KEY (id),
  CONSTRAINT identification_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
  CONSTRAINT identification_identified_by_fkey FOREIGN KEY (identified_by) REFERENCES account(id),
  CONSTRAINT identification_office_id_fkey FOREIGN KEY (office_id) REFERENCES office(id),
  CONSTRAINT identification_undone_by_fkey FOREIGN KEY (undone_by) REFERENCES account(id),
  CONSTRAINT identification_how_check CHECK ((how = ANY (ARRAY['passport'::text, 'identity-card'::text, 'driving-licence'::text, 'residence-permit'::text, 'other-document'::text, 'spid'::text, 'cie'::text, 'eidas'::text])))
);
CREATE UNIQUE INDEX identification_live ON public.identification USING btree (account_id) WHERE (undone_at IS NULL);

CREATE TABLE identity_provider (
  profile text NOT NULL,
  entity_id text NOT NULL,
  metadata text NOT NULL,
  source text,
  signer text NOT NULL,
  imported_at timestamp with time zone NOT NULL,
  CONSTRAINT identity_provider_pkey PRIMARY KEY (profile, entity_id),
  CONSTRAINT identity_provider_profile_check CHECK ((profile = ANY (ARRAY['spid'::text, 'cie'::text])))
);

CREATE TABLE import_run (
  id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
  account_id integer NOT NULL,
  file_name text NOT NULL,
  kind text NOT NULL,
  started_at timestamp with time zone NOT NULL,
  finished_at timestamp with time zone,
  counts jsonb DEFAULT '{}'::jsonb NOT NULL,
  refused jsonb DEFAULT '[]'::jsonb NOT NULL,
  CONSTRAINT import_run_pkey PRIMARY KEY (id),
  CONSTRAINT import_run_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id)
);

CREATE TABLE imported_booking (
  booking_id bigint NOT NULL,
  office_id integer NOT NULL,
  source text,
  external_code text,
  code_key text,
  seat text,
  wrong_codes integer[] DEFAULT '{}'::integer[] NOT NULL,
  imported_at timestamp with time zone NOT NULL,
  CONSTRAINT imported_booking_pkey PRIMARY KEY (booking_id),
  CONSTRAINT imported_booking_booking_id_fkey FOREIGN KEY (booking_id) REFERENCES booking(id) ON DELETE CASCADE,
  CONSTRAINT imported_booking_office_id_fkey FOREIGN KEY (office_id) REFERENCES office(id),
  CONSTRAINT imported_booking_code CHECK (((external_code IS NULL) = (code_key IS NULL))),
  CONSTRAINT imported_booking_seat_check CHECK ((seat = ANY (ARRAY['beyond'::text, 'outside'::text])))
);
CREATE INDEX imported_booking_key ON public.imported_booking USING btree (code_key);
CREATE UNIQUE INDEX imported_booking_once ON public.imported_booking USING btree (office_id, external_code);

CREATE TABLE invitation (
  id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
  offering_id integer NOT NULL,
  salt bytea NOT NULL,
  code_key bytea NOT NULL,
  person_cipher bytea,
  email_cipher bytea,
  note_cipher bytea,
  valid_until timestamp with time zone NOT NULL,
  created_by integer,
  created_at timestamp with time zone NOT NULL,
  revoked_at timestamp with time zone,
  hold_id uuid,
  booking_id bigint,
  used_at timestamp with time zone,
  language text,
  CONSTRAINT invitation_pkey PRIMARY KEY (id),
  CONSTRAINT invitation_code UNIQUE (code_key),
  CONSTRAINT invitation_booking_id_fkey FOREIGN KEY (booking_id) REFERENCES booking(id) ON DELETE SET NULL,
  CONSTRAINT invitation_created_by_fkey FOREIGN KEY (created_by) REFERENCES account(id),
  CONSTRAINT invitation_offering_id_fkey FOREIGN KEY (offering_id) REFERENCES offering(id) ON DELETE CASCADE
);
CREATE INDEX invitation_booking ON public.invitation USING btree (booking_id) WHERE (booking_id IS NOT NULL);
CREATE INDEX invitation_hold ON public.invitation USING btree (hold_id) WHERE (hold_id IS NOT NULL);
CREATE INDEX invitation_of_offering ON public.invitation USING btree (offering_id, id DESC);

CREATE TABLE kept_work (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  account_id integer NOT NULL,
  path text NOT NULL,
  values_cipher bytea NOT NULL,
  kept_at timestamp with time zone NOT NULL,
  CONSTRAINT kept_work_pkey PRIMARY KEY (id),
  CONSTRAINT kept_work_once UNIQUE (account_id, path),
  CONSTRAINT kept_work_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE
);
CREATE INDEX kept_work_age ON public.kept_work USING btree (kept_at);

CREATE TABLE local_account_rule (
  id integer DEFAULT 1 NOT NULL,
  last_opening_day date,
  last_use_day date,
  warn_days integer DEFAULT 90 NOT NULL,
  changed_at timestamp with time zone NOT NULL,
  changed_by integer,
  CONSTRAINT local_account_rule_pkey PRIMARY KEY (id),
  CONSTRAINT local_account_rule_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES account(id),
  CONSTRAINT local_account_rule_id_check CHECK ((id = 1)),
  CONSTRAINT local_account_rule_order CHECK ((last_opening_day <= last_use_day)),
  CONSTRAINT local_account_rule_warn_days_check CHECK (((warn_days >= 0) AND (warn_days <= 365)))
);

CREATE TABLE local_account_warning (
  account_id integer NOT NULL,
  last_use_day date NOT NULL,
  kind text NOT NULL,
  warned_at timestamp with time zone NOT NULL,
  CONSTRAINT local_account_warning_pkey PRIMARY KEY (account_id, last_use_day, kind),
  CONSTRAINT local_account_warning_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
  CONSTRAINT local_account_warning_kind_check CHECK ((kind = ANY (ARRAY['ahead'::text, 'soon'::text])))
);

CREATE TABLE login_failure (
  email_key bytea NOT NULL,
  device text NOT NULL,
  failures integer NOT NULL,
  first_at timestamp with time zone NOT NULL,
  locked_until timestamp with time zone,
  CONSTRAINT login_failure_pkey PRIMARY KEY (email_key, device)
);
CREATE INDEX login_failure_age ON public.login_failure USING btree (first_at);

CREATE TABLE mass_action (
  id uuid NOT NULL,
  office_id integer NOT NULL,
  kind text NOT NULL,
  total integer NOT NULL,
  words_cipher bytea,
  asked_by integer,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT mass_action_pkey PRIMARY KEY (id),
  CONSTRAINT mass_action_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES account(id),
  CONSTRAINT mass_action_office_id_fkey FOREIGN KEY (office_id) REFERENCES office(id),
  CONSTRAINT mass_action_kind_check CHECK ((kind = ANY (ARRAY['move'::text, 'cancel'::text, 'message'::text])))
);
CREATE INDEX mass_action_office ON public.mass_action USING btree (office_id, created_at);

CREATE TABLE mass_item (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  mass_id uuid NOT NULL,
  booking_id bigint NOT NULL,
  state text DEFAULT 'waiting'::text NOT NULL,
  why text,
  decided_at timestamp with time zone,
  CONSTRAINT mass_item_pkey PRIMARY KEY (id),
  CONSTRAINT mass_item_once UNIQUE (mass_id, booking_id),
  CONSTRAINT mass_item_booking_id_fkey FOREIGN KEY (booking_id) REFERENCES booking(id) ON DELETE CASCADE,
  CONSTRAINT mass_item_mass_id_fkey FOREIGN KEY (mass_id) REFERENCES mass_action(id) ON DELETE CASCADE,
  CONSTRAINT mass_item_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'done'::text, 'skipped'::text])))
);
CREATE INDEX mass_item_booking ON public.mass_item USING btree (booking_id);
CREATE INDEX mass_item_waiting ON public.mass_item USING btree (mass_id, id) WHERE (state = 'waiting'::text);

CREATE TABLE message (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  dedupe_key text NOT NULL,
  kind text NOT NULL,
  booking_id bigint,
  account_id integer,
  detail jsonb DEFAULT '{}'::jsonb NOT NULL,
  recipient text NOT NULL,
  language text NOT NULL,
  status text DEFAULT 'queued'::text NOT NULL,
  attempts integer DEFAULT 0 NOT NULL,
  last_error text,
  created_at timestamp with time zone NOT NULL,
  sent_at timestamp with time zone,
  next_attempt_at timestamp with time zone NOT NULL,
  outcome_at timestamp with time zone,
  outcome_code text,
  CONSTRAINT message_pkey PRIMARY KEY (id),
  CONSTRAINT message_once UNIQUE (dedupe_key),
  CONSTRAINT message_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
  CONSTRAINT message_booking_id_fkey FOREIGN KEY (booking_id) REFERENCES booking(id) ON DELETE CASCADE,
  CONSTRAINT message_status_check CHECK ((status = ANY (ARRAY['queued'::text, 'sent'::text, 'failed'::text, 'dropped'::text, 'refused'::text, 'bounced'::text, 'delivered'::text])))
);
CREATE INDEX message_booking ON public.message USING btree (booking_id);
CREATE INDEX message_due ON public.message USING btree (next_attempt_at) WHERE (status = 'queued'::text);
CREATE INDEX message_outcome ON public.message USING btree (outcome_at) WHERE (outcome_at IS NOT NULL);

CREATE TABLE municipality (
  code text NOT NULL,
  istat text NOT NULL,
  name text NOT NULL,
  other_name text,
  province_code text NOT NULL,
  province text NOT NULL,
  region text NOT NULL,
  postcode text,
  lat double precision,
  lon double precision,
  population integer,
  active boolean DEFAULT true NOT NULL,
  search text NOT NULL,
  CONSTRAINT municipality_pkey PRIMARY KEY (code)
);

CREATE TABLE municipality_contact (
  municipality_code text NOT NULL,
  pec text,
  email text,
  phone text,
  CONSTRAINT municipality_contact_pkey PRIMARY KEY (municipality_code),
  CONSTRAINT municipality_contact_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES municipality(code)
);

CREATE TABLE municipality_mailbox (
  code text NOT NULL,
  address text NOT NULL,
  changed_at timestamp with time zone NOT NULL,
  changed_by integer,
  office_id integer NOT NULL,
  CONSTRAINT municipality_mailbox_pkey PRIMARY KEY (office_id, code),
  CONSTRAINT municipality_mailbox_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES account(id) ON DELETE SET NULL,
  CONSTRAINT municipality_mailbox_code_fkey FOREIGN KEY (code) REFERENCES municipality(code),
  CONSTRAINT municipality_mailbox_office_id_fkey FOREIGN KEY (office_id) REFERENCES office(id)
);

CREATE TABLE no_show_excuse (
  booking_id bigint NOT NULL,
  excused_by integer NOT NULL,
  excused_at timestamp with time zone NOT NULL,
  CONSTRAINT no_show_excuse_pkey PRIMARY KEY (booking_id),
  CONSTRAINT no_show_excuse_booking_id_fkey FOREIGN KEY (booking_id) REFERENCES booking(id) ON DELETE CASCADE,
  CONSTRAINT no_show_excuse_excused_by_fkey FOREIGN KEY (excused_by) REFERENCES account(id)
);

CREATE TABLE offering (
  id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
  office_id integer NOT NULL,
  service_code text NOT NULL,
  active boolean DEFAULT true NOT NULL,
  instructions jsonb,
  duration_minutes integer,
  party_max integer DEFAULT 1 NOT NULL,
  codice_fiscale text DEFAULT 'if-any'::text NOT NULL,
  birth_date text DEFAULT 'required'::text NOT NULL,
  confirm_by text DEFAULT 'citizen'::text NOT NULL,
  confirm_opens_days integer DEFAULT 10 NOT NULL,
  confirm_closes_days integer DEFAULT 3 NOT NULL,
  confirm_exempt_channels text[] DEFAULT '{desk,phone,partner-desk,totem}'::text[] NOT NULL,
  cancel_cutoff_hours integer DEFAULT 0 NOT NULL,
  reasons text[] DEFAULT '{}'::text[] NOT NULL,
  notes_allowed boolean DEFAULT true NOT NULL,
  documents jsonb,
  audience jsonb,
  min_age integer,
  max_age integer,
  horizon_from_days integer DEFAULT 0 NOT NULL,
  horizon_days integer,
  notice_minutes integer,
  party_modes text[] DEFAULT '{single,with-companions,companions-only}'::text[] NOT NULL,
  relationships text[],
  login_level text DEFAULT 'account'::text NOT NULL,
  waiting_list boolean DEFAULT false NOT NULL,
  fee_notice jsonb,
  invite_only boolean DEFAULT false NOT NULL,
  one_time_code boolean DEFAULT false NOT NULL,
  served_only boolean DEFAULT false NOT NULL,
  pre_check boolean DEFAULT false NOT NULL,
  pre_check_days integer DEFAULT 8 NOT NULL,
  clearance text DEFAULT 'none'::text NOT NULL,
  clearance_days integer,
  clearance_too_late text DEFAULT 'shorten'::text NOT NULL,
  clearance_at_deadline text,
  confirm_closes_hours integer,
  photo text DEFAULT 'none'::text NOT NULL,
  delivery text DEFAULT 'none'::text NOT NULL,
  delivery_modes text[] DEFAULT '{office}'::text[] NOT NULL,
  delegate boolean DEFAULT false NOT NULL,
  completion_cutoff_hours integer DEFAULT 24 NOT NULL,
  reason_optional boolean DEFAULT false NOT NULL,
  reason_texts jsonb DEFAULT '{}'::jsonb NOT NULL,
  renewal_days integer,
  fees jsonb,
  live_limit integer,
  CONSTRAINT offering_pkey PRIMARY KEY (id),
  CONSTRAINT offering_once UNIQUE (office_id, service_code),
  CONSTRAINT offering_office_id_fkey FOREIGN KEY (office_id) REFERENCES office(id),
  CONSTRAINT offering_service_code_fkey FOREIGN KEY (service_code) REFERENCES service(code),
  CONSTRAINT offering_ages CHECK ((min_age <= max_age)),
  CONSTRAINT offering_birth_date_check CHECK ((birth_date = ANY (ARRAY['required'::text, 'not-asked'::text]))),
  CONSTRAINT offering_cancel_cutoff_hours_check CHECK ((cancel_cutoff_hours >= 0)),
  CONSTRAINT offering_check CHECK (((confirm_opens_days > confirm_closes_days) AND (confirm_closes_days >= 0))),
  CONSTRAINT offering_clearance_at_deadline_check CHECK ((clearance_at_deadline = ANY (ARRAY['cancel'::text, 'stays'::text]))),
  CONSTRAINT offering_clearance_check CHECK ((clearance = ANY (ARRAY['none'::text, 'notify'::text, 'required'::text]))),
  CONSTRAINT offering_clearance_days_check CHECK (((clearance_days >= 1) AND (clearance_days <= 180))),
  CONSTRAINT offering_clearance_too_late_check CHECK ((clearance_too_late = ANY (ARRAY['refuse'::text, 'shorten'::text]))),
  CONSTRAINT offering_codice_fiscale_check CHECK ((codice_fiscale = ANY (ARRAY['required'::text, 'if-any'::text]))),
  CONSTRAINT offering_completion_cutoff_check CHECK (((completion_cutoff_hours >= 0) AND (completion_cutoff_hours <= 720))),
  CONSTRAINT offering_confirm_by_check CHECK ((confirm_by = ANY (ARRAY['citizen'::text, 'office'::text, 'nobody'::text]))),
  CONSTRAINT offering_confirm_closes_hours_check CHECK (((confirm_closes_hours >= 1) AND (confirm_closes_hours <= 720))),
  CONSTRAINT offering_delivery_check CHECK ((delivery = ANY (ARRAY['none'::text, 'optional'::text, 'asked'::text]))),
  CONSTRAINT offering_delivery_modes_check CHECK (((cardinality(delivery_modes) > 0) AND (delivery_modes <@ ARRAY['office'::text, 'italy'::text, 'abroad'::text]))),
  CONSTRAINT offering_duration_minutes_check CHECK (((duration_minutes >= 1) AND (duration_minutes <= 480))),
  CONSTRAINT offering_horizon_days_check CHECK (((horizon_days >= 1) AND (horizon_days <= 400))),
  CONSTRAINT offering_horizon_from_days_check CHECK (((horizon_from_days >= 0) AND (horizon_from_days <= 400))),
  CONSTRAINT offering_live_limit_check CHECK (((live_limit >= 1) AND (live_limit <= 100))),
  CONSTRAINT offering_login_level_check CHECK ((login_level = ANY (ARRAY['account'::text, 'identified'::text, 'digital-2'::text, 'digital-3'::text]))),
  CONSTRAINT offering_max_age_check CHECK (((max_age >= 0) AND (max_age <= 120))),
  CONSTRAINT offering_min_age_check CHECK (((min_age >= 0) AND (min_age <= 120))),
  CONSTRAINT offering_notice_minutes_check CHECK (((notice_minutes >= 0) AND (notice_minutes <= 525600))),
  CONSTRAINT offering_party_max_check CHECK (((party_max >= 1) AND (party_max <= 20))),
  CONSTRAINT offering_party_modes_check CHECK (((party_modes <@ '{single,with-companions,companions-only}'::text[]) AND (cardinality(party_modes) > 0))),
  CONSTRAINT offering_photo_check CHECK ((photo = ANY (ARRAY['none'::text, 'optional'::text, 'asked'::text]))),
  CONSTRAINT offering_pre_check_days_check CHECK (((pre_check_days >= 1) AND (pre_check_days <= 60))),
  CONSTRAINT offering_renewal_days_check CHECK (((renewal_days >= 1) AND (renewal_days <= 3650)))
);

CREATE TABLE office (
  id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
  code text NOT NULL,
  kind text NOT NULL,
  name jsonb NOT NULL,
  city jsonb NOT NULL,
  country character(2) NOT NULL,
  municipality_code text,
  province_code text,
  mae_code text,
  time_zone text NOT NULL,
  lat double precision,
  lon double precision,
  languages text[] NOT NULL,
  jurisdiction jsonb,
  address text,
  email text,
  phone text,
  website text,
  directions jsonb,
  accessibility jsonb,
  notice jsonb,
  search text NOT NULL,
  demo boolean DEFAULT false NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  remark jsonb,
  reference jsonb DEFAULT '{}'::jsonb NOT NULL,
  search_more text DEFAULT ''::text NOT NULL,
  search_words tsvector GENERATED ALWAYS AS ((setweight(to_tsvector('simple'::regconfig, search_text(((((((COALESCE((name ->> 'it'::text), ''::text) || ' '::text) || COALESCE((name ->> 'en'::text), ''::text)) || ' '::text) || COALESCE((city ->> 'it'::text), ''::text)) || ' '::text) || COALESCE((city ->> 'en'::text), ''::text)))), 'A'::"char") || setweight(to_tsvector('simple'::regconfig, search), 'A'::"char")) || setweight(to_tsvector('simple'::regconfig, search_more), 'B'::"char")) STORED NOT NULL,
  hours jsonb,
  privacy jsonb,
  details_changed_at timestamp with time zone,
  details_changed_by integer,
  territory_changed_at timestamp with time zone,
  territory_changed_by integer,
  parent_id integer,
  site_kind text,
  active boolean DEFAULT true NOT NULL,
  names_operator boolean DEFAULT false NOT NULL,
  no_show_limit integer,
  no_show_months integer,
  no_show_days integer,
  no_show_scope text,
  CONSTRAINT office_pkey PRIMARY KEY (id),
  CONSTRAINT office_code UNIQUE (code),
  CONSTRAINT office_country_fkey FOREIGN KEY (country) REFERENCES country(code),
  CONSTRAINT office_details_changed_by_fkey FOREIGN KEY (details_changed_by) REFERENCES account(id),
  CONSTRAINT office_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES municipality(code),
  CONSTRAINT office_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES office(id),
  CONSTRAINT office_territory_changed_by_fkey FOREIGN KEY (territory_changed_by) REFERENCES account(id),
  CONSTRAINT office_kind_check CHECK ((kind = ANY (ARRAY['consular'::text, 'municipal'::text]))),
  CONSTRAINT office_no_show_days_check CHECK (((no_show_days >= 1) AND (no_show_days <= 90))),
  CONSTRAINT office_no_show_limit_check CHECK (((no_show_limit >= 2) AND (no_show_limit <= 10))),
  CONSTRAINT office_no_show_months_check CHECK (((no_show_months >= 1) AND (no_show_months <= 24))),
  CONSTRAINT office_no_show_rule CHECK ((num_nulls(no_show_limit, no_show_months, no_show_days, no_show_scope) = ANY (ARRAY[0, 4]))),
  CONSTRAINT office_no_show_scope_check CHECK ((no_show_scope = ANY (ARRAY['service'::text, 'office'::text]))),
  CONSTRAINT office_not_own_parent CHECK ((parent_id <> id)),
  CONSTRAINT office_site CHECK (((parent_id IS NULL) = (site_kind IS NULL))),
  CONSTRAINT office_site_kind_check CHECK ((site_kind = ANY (ARRAY['honorary'::text, 'correspondent'::text, 'branch'::text])))
);
CREATE INDEX office_country ON public.office USING btree (country);
CREATE INDEX office_municipality ON public.office USING btree (municipality_code);
CREATE INDEX office_parent ON public.office USING btree (parent_id) WHERE (parent_id IS NOT NULL);
CREATE INDEX office_place ON public.office USING btree (lat, lon) WHERE active;
CREATE INDEX office_search_words ON public.office USING gin (search_words);

CREATE TABLE office_hand_over (
  id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
  office_id integer NOT NULL,
  from_account integer NOT NULL,
  to_account integer NOT NULL,
  keeps text[] NOT NULL,
  asked_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  ended_at timestamp with time zone,
  outcome text,
  CONSTRAINT office_hand_over_pkey PRIMARY KEY (id),
  CONSTRAINT office_hand_over_from_account_fkey FOREIGN KEY (from_account) REFERENCES account(id) ON DELETE CASCADE,
  CONSTRAINT office_hand_over_office_id_fkey FOREIGN KEY (office_id) REFERENCES office(id),
  CONSTRAINT office_hand_over_to_account_fkey FOREIGN KEY (to_account) REFERENCES account(id) ON DELETE CASCADE,
  CONSTRAINT office_hand_over_end CHECK (((ended_at IS NULL) = (outcome IS NULL))),
  CONSTRAINT office_hand_over_outcome_check CHECK ((outcome = ANY (ARRAY['accepted'::text, 'declined'::text, 'withdrawn'::text]))),
  CONSTRAINT office_hand_over_two CHECK ((from_account <> to_account))
);
CREATE INDEX office_hand_over_from ON public.office_hand_over USING btree (from_account);
CREATE UNIQUE INDEX office_hand_over_open ON public.office_hand_over USING btree (office_id) WHERE (ended_at IS NULL);
CREATE INDEX office_hand_over_to ON public.office_hand_over USING btree (to_account);

CREATE TABLE office_set_up (
  office_id integer NOT NULL,
  started_at timestamp with time zone NOT NULL,
  details_at timestamp with time zone,
  hours jsonb,
  hours_at timestamp with time zone,
  services_at timestamp with time zone,
  planner_id integer,
  planner_at timestamp with time zone,
  published_at timestamp with time zone,
  CONSTRAINT office_set_up_pkey PRIMARY KEY (office_id),
  CONSTRAINT office_set_up_office_id_fkey FOREIGN KEY (office_id) REFERENCES office(id),
  CONSTRAINT office_set_up_planner_id_fkey FOREIGN KEY (planner_id) REFERENCES planner(id) ON DELETE SET NULL
);

CREATE TABLE one_time_code (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  hold_id uuid NOT NULL,
  account_id integer NOT NULL,
  session_key bytea NOT NULL,
  salt bytea NOT NULL,
  code_key bytea NOT NULL,
  attempts integer DEFAULT 0 NOT NULL,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  CONSTRAINT one_time_code_pkey PRIMARY KEY (id),
  CONSTRAINT one_time_code_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
  CONSTRAINT one_time_code_hold_id_fkey FOREIGN KEY (hold_id) REFERENCES hold(id) ON DELETE CASCADE,
  CONSTRAINT one_time_code_attempts CHECK (((attempts >= 0) AND (attempts <= 5)))
);
CREATE INDEX one_time_code_account ON public.one_time_code USING btree (account_id, created_at);
CREATE INDEX one_time_code_hold ON public.one_time_code USING btree (hold_id, id);

CREATE TABLE opening_rule (
  id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
  planner_id integer NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  weekdays smallint[] NOT NULL,
  starts time without time zone NOT NULL,
  ends time without time zone NOT NULL,
  breaks jsonb DEFAULT '[]'::jsonb NOT NULL,
  minutes smallint NOT NULL,
  desks smallint NOT NULL,
  CONSTRAINT opening_rule_pkey PRIMARY KEY (id),
  CONSTRAINT opening_rule_planner_id_fkey FOREIGN KEY (planner_id) REFERENCES planner(id) ON DELETE CASCADE,
  CONSTRAINT opening_rule_check CHECK ((ends > starts)),
  CONSTRAINT opening_rule_check1 CHECK (((valid_to IS NULL) OR (valid_to >= valid_from))),
  CONSTRAINT opening_rule_desks_check CHECK (((desks >= 1) AND (desks <= 5000))),
  CONSTRAINT opening_rule_minutes_check CHECK (((minutes >= 1) AND (minutes <= 480)))
);
CREATE INDEX opening_rule_planner ON public.opening_rule USING btree (planner_id);

CREATE TABLE outbox (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  task text NOT NULL,
  payload jsonb NOT NULL,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT outbox_pkey PRIMARY KEY (id)
);

CREATE TABLE passkey (
  id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
  account_id integer NOT NULL,
  credential_id text NOT NULL,
  public_key bytea NOT NULL,
  counter bigint NOT NULL,
  transports text[] NOT NULL,
  name text NOT NULL,
  added_at timestamp with time zone NOT NULL,
  used_at timestamp with time zone,
  CONSTRAINT passkey_pkey PRIMARY KEY (id),
  CONSTRAINT passkey_credential_id_key UNIQUE (credential_id),
  CONSTRAINT passkey_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
  CONSTRAINT passkey_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60)))
);
CREATE INDEX passkey_account ON public.passkey USING btree (account_id);

CREATE TABLE passkey_challenge (
  challenge text NOT NULL,
  account_id integer NOT NULL,
  purpose text NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  CONSTRAINT passkey_challenge_pkey PRIMARY KEY (challenge),
  CONSTRAINT passkey_challenge_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
  CONSTRAINT passkey_challenge_purpose_check CHECK ((purpose = ANY (ARRAY['add'::text, 'prove'::text])))
);
CREATE INDEX passkey_challenge_account ON public.passkey_challenge USING btree (account_id);
CREATE INDEX passkey_challenge_expiry ON public.passkey_challenge USING btree (expires_at);

CREATE TABLE photo_decision (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  booking_id bigint NOT NULL,
  "position" integer NOT NULL,
  photo_id uuid NOT NULL,
  outcome text NOT NULL,
  why_cipher bytea,
  decided_by integer NOT NULL,
  decided_at timestamp with time zone NOT NULL,
  undone_by integer,
  undone_at timestamp with time zone,
  CONSTRAINT photo_decision_pkey PRIMARY KEY (id),
  CONSTRAINT photo_decision_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES account(id),
  CONSTRAINT photo_decision_person_fkey FOREIGN KEY (booking_id, "position") REFERENCES booking_person(booking_id, "position") ON DELETE CASCADE,
  CONSTRAINT photo_decision_undone_by_fkey FOREIGN KEY (undone_by) REFERENCES account(id),
  CONSTRAINT photo_decision_outcome_check CHECK ((outcome = ANY (ARRAY['accepted'::text, 'overridden'::text, 'another-asked'::text]))),
  CONSTRAINT photo_decision_undone_check CHECK (((undone_at IS NULL) = (undone_by IS NULL))),
  CONSTRAINT photo_decision_why_check CHECK (((why_cipher IS NOT NULL) OR (outcome = 'accepted'::text)))
);
CREATE INDEX photo_decision_of_booking ON public.photo_decision USING btree (booking_id, "position");
CREATE UNIQUE INDEX photo_decision_once ON public.photo_decision USING btree (booking_id, "position", photo_id) WHERE (undone_at IS NULL);

CREATE TABLE place_name (
  kind text NOT NULL,
  code text NOT NULL,
  within text NOT NULL,
  name text NOT NULL,
  words text NOT NULL,
  joined text NOT NULL,
  key text NOT NULL,
  label jsonb NOT NULL,
  size integer NOT NULL,
  until integer,
  lat double precision,
  lon double precision,
  CONSTRAINT place_name_pkey PRIMARY KEY (words, kind, code, within),
  CONSTRAINT place_name_kind_check CHECK ((kind = ANY (ARRAY['seat'::text, 'municipality'::text, 'former'::text, 'lost'::text, 'province'::text, 'region'::text, 'country'::text, 'served'::text, 'town'::text])))
);
CREATE INDEX place_name_joined ON public.place_name USING btree (joined);
CREATE INDEX place_name_key ON public.place_name USING btree (key);
CREATE INDEX place_name_words ON public.place_name USING btree (words text_pattern_ops);

CREATE TABLE planner (
  id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
  office_id integer NOT NULL,
  name text NOT NULL,
  published boolean DEFAULT false NOT NULL,
  horizon_days integer DEFAULT 90 NOT NULL,
  notice_minutes integer DEFAULT 0 NOT NULL,
  release_time time without time zone DEFAULT '00:00:00'::time without time zone NOT NULL,
  published_through date,
  version integer DEFAULT 1 NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  published_rules jsonb,
  returned_seats text DEFAULT 'at-once'::text NOT NULL,
  returned_min_minutes integer DEFAULT 30 NOT NULL,
  returned_max_minutes integer DEFAULT 720 NOT NULL,
  release_rule jsonb,
  release_secret text DEFAULT ((gen_random_uuid())::text || (gen_random_uuid())::text) NOT NULL,
  audience text DEFAULT 'everybody'::text NOT NULL,
  priority_grounds text[] DEFAULT '{}'::text[] NOT NULL,
  priority_min_age integer DEFAULT 65 NOT NULL,
  audience_until_minutes integer,
  without_proof text DEFAULT 'serve'::text NOT NULL,
  quotas jsonb,
  hold_minutes integer,
  open_day jsonb,
  CONSTRAINT planner_pkey PRIMARY KEY (id),
  CONSTRAINT planner_office_id_fkey FOREIGN KEY (office_id) REFERENCES office(id),
  CONSTRAINT planner_audience_check CHECK ((audience = ANY (ARRAY['everybody'::text, 'priority'::text, 'desk'::text]))),
  CONSTRAINT planner_audience_until_minutes_check CHECK (((audience_until_minutes >= 1) AND (audience_until_minutes <= 525600))),
  CONSTRAINT planner_hold_minutes_check CHECK (((hold_minutes >= 5) AND (hold_minutes <= 20))),
  CONSTRAINT planner_horizon_days_check CHECK (((horizon_days >= 1) AND (horizon_days <= 400))),
  CONSTRAINT planner_notice_minutes_check CHECK ((notice_minutes >= 0)),
  CONSTRAINT planner_priority CHECK (((audience <> 'priority'::text) OR (cardinality(priority_grounds) > 0))),
  CONSTRAINT planner_priority_grounds_check CHECK ((priority_grounds <@ '{age,disability,pregnancy,urgency}'::text[])),
  CONSTRAINT planner_priority_min_age_check CHECK (((priority_min_age >= 1) AND (priority_min_age <= 120))),
  CONSTRAINT planner_quotas_check CHECK (((jsonb_typeof(quotas) = 'array'::text) AND ((jsonb_array_length(quotas) >= 1) AND (jsonb_array_length(quotas) <= 20)))),
  CONSTRAINT planner_returned CHECK ((returned_min_minutes <= returned_max_minutes)),
  CONSTRAINT planner_returned_max_minutes_check CHECK (((returned_max_minutes >= 1) AND (returned_max_minutes <= 10080))),
  CONSTRAINT planner_returned_min_minutes_check CHECK (((returned_min_minutes >= 0) AND (returned_min_minutes <= 10080))),
  CONSTRAINT planner_returned_seats_check CHECK ((returned_seats = ANY (ARRAY['at-once'::text, 'random'::text]))),
  CONSTRAINT planner_without_proof_check CHECK ((without_proof = ANY (ARRAY['serve'::text, 'send-back'::text])))
);
CREATE INDEX planner_office ON public.planner USING btree (office_id);

CREATE TABLE planner_edit (
  planner_id integer NOT NULL,
  number integer NOT NULL,
  kind text NOT NULL,
  account_id integer NOT NULL,
  at timestamp with time zone NOT NULL,
  before jsonb NOT NULL,
  after jsonb NOT NULL,
  undone boolean DEFAULT false NOT NULL,
  CONSTRAINT planner_edit_pkey PRIMARY KEY (planner_id, number),
  CONSTRAINT planner_edit_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  CONSTRAINT planner_edit_planner_id_fkey FOREIGN KEY (planner_id) REFERENCES planner(id) ON DELETE CASCADE,
  CONSTRAINT planner_edit_number_check CHECK ((number >= 1))
);

CREATE TABLE planner_offering (
  planner_id integer NOT NULL,
  offering_id integer NOT NULL,
  CONSTRAINT planner_offering_pkey PRIMARY KEY (planner_id, offering_id),
  CONSTRAINT planner_offering_offering_id_fkey FOREIGN KEY (offering_id) REFERENCES offering(id),
  CONSTRAINT planner_offering_planner_id_fkey FOREIGN KEY (planner_id) REFERENCES planner(id) ON DELETE CASCADE
);
CREATE INDEX planner_offering_offering ON public.planner_offering USING btree (offering_id);

CREATE TABLE planner_version (
  planner_id integer NOT NULL,
  number integer NOT NULL,
  published_at timestamp with time zone NOT NULL,
  account_id integer,
  rules jsonb NOT NULL,
  settings jsonb NOT NULL,
  slots_made integer,
  seats integer NOT NULL,
  CONSTRAINT planner_version_pkey PRIMARY KEY (planner_id, number),
  CONSTRAINT planner_version_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  CONSTRAINT planner_version_planner_id_fkey FOREIGN KEY (planner_id) REFERENCES planner(id) ON DELETE CASCADE,
  CONSTRAINT planner_version_number_check CHECK ((number >= 1))
);

CREATE TABLE priority_claim (
  hold_id uuid NOT NULL,
  planner_id integer NOT NULL,
  ground_cipher bytea NOT NULL,
  min_age integer,
  proof text,
  proof_at timestamp with time zone,
  proof_by integer,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT priority_claim_pkey PRIMARY KEY (hold_id, planner_id),
  CONSTRAINT priority_claim_planner_id_fkey FOREIGN KEY (planner_id) REFERENCES planner(id) ON DELETE CASCADE,
  CONSTRAINT priority_claim_proof_by_fkey FOREIGN KEY (proof_by) REFERENCES account(id),
  CONSTRAINT priority_claim_proof CHECK (((proof IS NULL) = (proof_at IS NULL))),
  CONSTRAINT priority_claim_proof_check CHECK ((proof = ANY (ARRAY['seen'::text, 'not-shown'::text])))
);
CREATE INDEX priority_claim_age ON public.priority_claim USING btree (created_at);

CREATE TABLE proof_demand (
  id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
  cause text NOT NULL,
  figures jsonb DEFAULT '{}'::jsonb NOT NULL,
  began_at timestamp with time zone NOT NULL,
  until_at timestamp with time zone NOT NULL,
  created_by integer,
  ended_by integer,
  CONSTRAINT proof_demand_pkey PRIMARY KEY (id),
  CONSTRAINT proof_demand_created_by_fkey FOREIGN KEY (created_by) REFERENCES account(id),
  CONSTRAINT proof_demand_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES account(id),
  CONSTRAINT proof_demand_cause_check CHECK ((cause = ANY (ARRAY['signs'::text, 'by-hand'::text]))),
  CONSTRAINT proof_demand_hand CHECK (((cause = 'by-hand'::text) = (created_by IS NOT NULL))),
  CONSTRAINT proof_demand_order CHECK ((until_at >= began_at))
);
CREATE INDEX proof_demand_until ON public.proof_demand USING btree (until_at);

CREATE TABLE proof_used (
  key bytea NOT NULL,
  request_key bytea NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  CONSTRAINT proof_used_pkey PRIMARY KEY (key)
);
CREATE INDEX proof_used_expiry ON public.proof_used USING btree (expires_at);

CREATE TABLE proposal (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  booking_id bigint NOT NULL,
  office_id integer NOT NULL,
  cause text NOT NULL,
  state text NOT NULL,
  hold_id uuid,
  old_starts_at timestamp with time zone NOT NULL,
  starts_at timestamp with time zone,
  ends_at timestamp with time zone,
  expires_at timestamp with time zone,
  offered_by integer,
  created_at timestamp with time zone NOT NULL,
  decided_at timestamp with time zone,
  settled_at timestamp with time zone,
  mass_id uuid,
  CONSTRAINT proposal_pkey PRIMARY KEY (id),
  CONSTRAINT proposal_booking_id_fkey FOREIGN KEY (booking_id) REFERENCES booking(id) ON DELETE CASCADE,
  CONSTRAINT proposal_mass_id_fkey FOREIGN KEY (mass_id) REFERENCES mass_action(id) ON DELETE SET NULL,
  CONSTRAINT proposal_offered_by_fkey FOREIGN KEY (offered_by) REFERENCES account(id),
  CONSTRAINT proposal_office_id_fkey FOREIGN KEY (office_id) REFERENCES office(id),
  CONSTRAINT proposal_cause_check CHECK ((cause = ANY (ARRAY['planner'::text, 'closure'::text, 'office'::text]))),
  CONSTRAINT proposal_has_seat CHECK (((state = 'no-seat'::text) = (hold_id IS NULL))),
  CONSTRAINT proposal_over CHECK (((state <> ALL (ARRAY['accepted'::text, 'withdrawn'::text])) OR (settled_at IS NOT NULL))),
  CONSTRAINT proposal_state_check CHECK ((state = ANY (ARRAY['offered'::text, 'accepted'::text, 'declined'::text, 'expired'::text, 'withdrawn'::text, 'no-seat'::text])))
);
CREATE INDEX proposal_booking ON public.proposal USING btree (booking_id);
CREATE INDEX proposal_expiry ON public.proposal USING btree (expires_at) WHERE (state = 'offered'::text);
CREATE INDEX proposal_mass ON public.proposal USING btree (mass_id) WHERE (mass_id IS NOT NULL);
CREATE INDEX proposal_office ON public.proposal USING btree (office_id, created_at) WHERE (settled_at IS NULL);
CREATE UNIQUE INDEX proposal_one_open ON public.proposal USING btree (booking_id) WHERE (settled_at IS NULL);

CREATE TABLE question (
  id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
  offering_id integer NOT NULL,
  code text NOT NULL,
  asked_of text[] NOT NULL,
  control text NOT NULL,
  label jsonb NOT NULL,
  hint jsonb,
  mandatory boolean NOT NULL,
  max_length integer DEFAULT 100 NOT NULL,
  pattern text,
  pattern_message jsonb,
  options jsonb DEFAULT '[]'::jsonb NOT NULL,
  "position" integer NOT NULL,
  CONSTRAINT question_pkey PRIMARY KEY (id),
  CONSTRAINT question_code UNIQUE (offering_id, code),
  CONSTRAINT question_offering_id_fkey FOREIGN KEY (offering_id) REFERENCES offering(id) ON DELETE CASCADE,
  CONSTRAINT question_asked_of_check CHECK (((asked_of <@ '{applicant,companion}'::text[]) AND (cardinality(asked_of) > 0))),
  CONSTRAINT question_code_check CHECK ((code ~ '^[a-z][a-z0-9-]{0,39}$'::text)),
  CONSTRAINT question_control_check CHECK ((control = ANY (ARRAY['date'::text, 'text'::text, 'choice'::text]))),
  CONSTRAINT question_max_length_check CHECK (((max_length >= 1) AND (max_length <= 500))),
  CONSTRAINT question_pattern CHECK (((pattern IS NULL) OR (control = 'text'::text))),
  CONSTRAINT question_pattern_check CHECK (((length(pattern) >= 1) AND (length(pattern) <= 200)))
);
CREATE INDEX question_of_offering ON public.question USING btree (offering_id, "position");

CREATE TABLE recovery_code (
  account_id integer NOT NULL,
  mark text NOT NULL,
  code_hash text NOT NULL,
  made_at timestamp with time zone NOT NULL,
  CONSTRAINT recovery_code_pkey PRIMARY KEY (account_id, mark),
  CONSTRAINT recovery_code_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
  CONSTRAINT recovery_code_mark_check CHECK ((length(mark) = 2))
);

CREATE TABLE registration (
  room_id integer NOT NULL,
  number integer NOT NULL,
  account_id integer,
  wishes jsonb NOT NULL,
  offering_ids integer[] NOT NULL,
  quota_group text NOT NULL,
  answers_cipher bytea,
  salt text NOT NULL,
  wishes_hash text NOT NULL,
  wants_waiting boolean NOT NULL,
  registered_at timestamp with time zone NOT NULL,
  changed_at timestamp with time zone NOT NULL,
  place integer,
  state text DEFAULT 'registered'::text NOT NULL,
  why text,
  decided_at timestamp with time zone,
  offering_id integer,
  slot_ids bigint[],
  starts_at timestamp with time zone,
  booking_id bigint,
  next_weight integer,
  waiting text,
  CONSTRAINT registration_pkey PRIMARY KEY (room_id, number),
  CONSTRAINT registration_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  CONSTRAINT registration_booking_id_fkey FOREIGN KEY (booking_id) REFERENCES booking(id) ON DELETE SET NULL,
  CONSTRAINT registration_offering_id_fkey FOREIGN KEY (offering_id) REFERENCES offering(id),
  CONSTRAINT registration_room_id_number_fkey FOREIGN KEY (room_id, number) REFERENCES ticket(room_id, number) ON DELETE CASCADE,
  CONSTRAINT registration_decided CHECK (((state = 'registered'::text) = (decided_at IS NULL))),
  CONSTRAINT registration_offering_ids_check CHECK (((cardinality(offering_ids) >= 1) AND (cardinality(offering_ids) <= 31))),
  CONSTRAINT registration_salt_check CHECK ((salt ~ '^[0-9a-f]{32}$'::text)),
  CONSTRAINT registration_seat CHECK (((state = 'assigned'::text) = (slot_ids IS NOT NULL))),
  CONSTRAINT registration_state_check CHECK ((state = ANY (ARRAY['registered'::text, 'assigned'::text, 'not-drawn'::text, 'refused'::text]))),
  CONSTRAINT registration_wishes_hash_check CHECK ((wishes_hash ~ '^[0-9a-f]{64}$'::text))
);
CREATE INDEX registration_account ON public.registration USING btree (account_id) WHERE (account_id IS NOT NULL);
CREATE INDEX registration_to_assign ON public.registration USING btree (room_id, place) WHERE ((state = 'registered'::text) AND (place IS NOT NULL));
CREATE INDEX registration_to_forget ON public.registration USING btree (decided_at) WHERE (answers_cipher IS NOT NULL);
CREATE INDEX registration_to_hand_over ON public.registration USING btree (room_id, place) WHERE ((state = 'not-drawn'::text) AND (waiting IS NULL));

CREATE TABLE registration_draw (
  room_id integer NOT NULL,
  wishes_list text,
  wishes_root text,
  seats_at_closing jsonb,
  fixed_at timestamp with time zone,
  seats_offered jsonb,
  begun_at timestamp with time zone,
  assigned_at timestamp with time zone,
  cancelled_at timestamp with time zone,
  cancelled_by integer,
  cancel_reason jsonb,
  told_cancelled_at timestamp with time zone,
  CONSTRAINT registration_draw_pkey PRIMARY KEY (room_id),
  CONSTRAINT registration_draw_cancelled_by_fkey FOREIGN KEY (cancelled_by) REFERENCES account(id),
  CONSTRAINT registration_draw_room_id_fkey FOREIGN KEY (room_id) REFERENCES room(id) ON DELETE CASCADE,
  CONSTRAINT registration_draw_wishes_root_check CHECK ((wishes_root ~ '^[0-9a-f]{64}$'::text))
);

CREATE TABLE release (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  code text NOT NULL,
  planner_id integer NOT NULL,
  kind text NOT NULL,
  opens_at timestamp with time zone NOT NULL,
  last_opens_at timestamp with time zone NOT NULL,
  told_from timestamp with time zone,
  told_by timestamp with time zone,
  first_day date NOT NULL,
  last_day date NOT NULL,
  seats integer NOT NULL,
  sold_out_at timestamp with time zone,
  created_by integer,
  created_at timestamp with time zone NOT NULL,
  cancelled_at timestamp with time zone,
  cancelled_by integer,
  CONSTRAINT release_pkey PRIMARY KEY (id),
  CONSTRAINT release_code UNIQUE (code),
  CONSTRAINT release_cancelled_by_fkey FOREIGN KEY (cancelled_by) REFERENCES account(id),
  CONSTRAINT release_created_by_fkey FOREIGN KEY (created_by) REFERENCES account(id),
  CONSTRAINT release_planner_id_fkey FOREIGN KEY (planner_id) REFERENCES planner(id) ON DELETE CASCADE,
  CONSTRAINT release_days CHECK ((last_day >= first_day)),
  CONSTRAINT release_kind_check CHECK ((kind = ANY (ARRAY['rolling'::text, 'batch'::text, 'manual'::text, 'drip'::text, 'returned'::text]))),
  CONSTRAINT release_order CHECK ((last_opens_at >= opens_at)),
  CONSTRAINT release_seats_check CHECK ((seats >= 0)),
  CONSTRAINT release_told CHECK (((told_from IS NULL) = (told_by IS NULL)))
);
CREATE INDEX release_planner ON public.release USING btree (planner_id, opens_at);
CREATE INDEX release_unsold ON public.release USING btree (opens_at) WHERE ((sold_out_at IS NULL) AND (cancelled_at IS NULL));

CREATE TABLE report_changed_day (
  day date NOT NULL,
  CONSTRAINT report_changed_day_pkey PRIMARY KEY (day)
);

CREATE TABLE report_day (
  place_id integer NOT NULL,
  day date NOT NULL,
  service_code text NOT NULL,
  channel text NOT NULL,
  made integer DEFAULT 0 NOT NULL,
  appointments integer DEFAULT 0 NOT NULL,
  people integer DEFAULT 0 NOT NULL,
  confirmed integer DEFAULT 0 NOT NULL,
  cancelled_citizen integer DEFAULT 0 NOT NULL,
  cancelled_office integer DEFAULT 0 NOT NULL,
  cancelled_unconfirmed integer DEFAULT 0 NOT NULL,
  cancelled_clearance integer DEFAULT 0 NOT NULL,
  served integer DEFAULT 0 NOT NULL,
  absent integer DEFAULT 0 NOT NULL,
  CONSTRAINT report_day_pkey PRIMARY KEY (place_id, day, service_code, channel),
  CONSTRAINT report_day_place_id_fkey FOREIGN KEY (place_id) REFERENCES report_place(id) ON DELETE CASCADE
);
CREATE INDEX report_day_day ON public.report_day USING btree (day);

CREATE TABLE report_hour (
  place_id integer NOT NULL,
  day date NOT NULL,
  hour integer NOT NULL,
  service_code text NOT NULL,
  appointments integer NOT NULL,
  served integer NOT NULL,
  absent integer NOT NULL,
  CONSTRAINT report_hour_pkey PRIMARY KEY (place_id, day, hour, service_code),
  CONSTRAINT report_hour_place_id_fkey FOREIGN KEY (place_id) REFERENCES report_place(id) ON DELETE CASCADE,
  CONSTRAINT report_hour_hour_check CHECK (((hour >= 0) AND (hour <= 23)))
);
CREATE INDEX report_hour_day ON public.report_hour USING btree (day);

CREATE TABLE report_month (
  month date NOT NULL,
  place_id integer NOT NULL,
  service_code text NOT NULL,
  appointments integer NOT NULL,
  served integer NOT NULL,
  absent integer NOT NULL,
  cancelled integer NOT NULL,
  offered integer NOT NULL,
  taken integer NOT NULL,
  samples integer NOT NULL,
  days integer NOT NULL,
  without integer NOT NULL,
  CONSTRAINT report_month_pkey PRIMARY KEY (month, place_id, service_code),
  CONSTRAINT report_month_place_id_fkey FOREIGN KEY (place_id) REFERENCES report_place(id) ON DELETE CASCADE,
  CONSTRAINT report_month_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric))
);

CREATE TABLE report_open_data (
  month date NOT NULL,
  rows jsonb NOT NULL,
  made_at timestamp with time zone NOT NULL,
  CONSTRAINT report_open_data_pkey PRIMARY KEY (month),
  CONSTRAINT report_open_data_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric))
);

CREATE TABLE report_place (
  id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
  office_id integer,
  kind text,
  area text,
  CONSTRAINT report_place_pkey PRIMARY KEY (id),
  CONSTRAINT report_place_area UNIQUE (kind, area),
  CONSTRAINT report_place_office UNIQUE (office_id),
  CONSTRAINT report_place_office_id_fkey FOREIGN KEY (office_id) REFERENCES office(id),
  CONSTRAINT report_place_kind_check CHECK ((kind = ANY (ARRAY['consular'::text, 'municipal'::text]))),
  CONSTRAINT report_place_one CHECK (((num_nulls(office_id, kind) = 1) AND ((kind IS NULL) = (area IS NULL))))
);

CREATE TABLE report_progress (
  id integer DEFAULT 1 NOT NULL,
  event_id bigint NOT NULL,
  event_id_before bigint NOT NULL,
  counted_at timestamp with time zone NOT NULL,
  added_up_at timestamp with time zone,
  CONSTRAINT report_progress_pkey PRIMARY KEY (id),
  CONSTRAINT report_progress_id_check CHECK ((id = 1))
);

CREATE TABLE report_sample (
  place_id integer NOT NULL,
  day date NOT NULL,
  hour integer NOT NULL,
  service_code text NOT NULL,
  samples integer NOT NULL,
  days integer NOT NULL,
  without integer NOT NULL,
  CONSTRAINT report_sample_pkey PRIMARY KEY (place_id, day, hour, service_code),
  CONSTRAINT report_sample_place_id_fkey FOREIGN KEY (place_id) REFERENCES report_place(id) ON DELETE CASCADE,
  CONSTRAINT report_sample_hour_check CHECK ((hour = ANY (ARRAY[9, 12, 16]))),
  CONSTRAINT report_sample_without CHECK (((without >= 0) AND (without <= samples)))
);
CREATE INDEX report_sample_day ON public.report_sample USING btree (day);

CREATE TABLE report_seats (
  place_id integer NOT NULL,
  day date NOT NULL,
  hour integer NOT NULL,
  services text[] NOT NULL,
  offered integer NOT NULL,
  taken integer NOT NULL,
  CONSTRAINT report_seats_pkey PRIMARY KEY (place_id, day, hour, services),
  CONSTRAINT report_seats_place_id_fkey FOREIGN KEY (place_id) REFERENCES report_place(id) ON DELETE CASCADE,
  CONSTRAINT report_seats_hour_check CHECK (((hour >= 0) AND (hour <= 23))),
  CONSTRAINT report_seats_taken CHECK (((taken >= 0) AND (taken <= offered)))
);
CREATE INDEX report_seats_day ON public.report_seats USING btree (day);

CREATE TABLE report_spread (
  place_id integer NOT NULL,
  day date NOT NULL,
  figure text NOT NULL,
  service_code text NOT NULL,
  amounts integer[] NOT NULL,
  counts integer[] NOT NULL,
  CONSTRAINT report_spread_pkey PRIMARY KEY (place_id, day, figure, service_code),
  CONSTRAINT report_spread_place_id_fkey FOREIGN KEY (place_id) REFERENCES report_place(id) ON DELETE CASCADE,
  CONSTRAINT report_spread_figure_check CHECK ((figure = ANY (ARRAY['lead-days'::text, 'sell-out-minutes'::text, 'not-sold-out'::text, 'clearance-open-days'::text, 'clearance-granted-days'::text, 'clearance-refused-days'::text, 'waiting-days'::text]))),
  CONSTRAINT report_spread_pairs CHECK ((cardinality(amounts) = cardinality(counts)))
);
CREATE INDEX report_spread_day ON public.report_spread USING btree (day);

CREATE TABLE report_subscription (
  office_id integer NOT NULL,
  account_id integer NOT NULL,
  subscribed boolean NOT NULL,
  changed_at timestamp with time zone NOT NULL,
  CONSTRAINT report_subscription_pkey PRIMARY KEY (office_id, account_id),
  CONSTRAINT report_subscription_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
  CONSTRAINT report_subscription_office_id_fkey FOREIGN KEY (office_id) REFERENCES office(id)
);

CREATE TABLE request_count (
  key bytea NOT NULL,
  since timestamp with time zone NOT NULL,
  count integer NOT NULL,
  CONSTRAINT request_count_pkey PRIMARY KEY (key, since)
) WITH (fillfactor=50);
CREATE INDEX request_count_age ON public.request_count USING btree (since);

CREATE TABLE requested_file (
  id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
  offering_id integer NOT NULL,
  code text NOT NULL,
  label jsonb NOT NULL,
  hint jsonb,
  mandatory boolean NOT NULL,
  max_bytes integer DEFAULT 5242880 NOT NULL,
  "position" integer NOT NULL,
  CONSTRAINT requested_file_pkey PRIMARY KEY (id),
  CONSTRAINT requested_file_code UNIQUE (offering_id, code),
  CONSTRAINT requested_file_offering_id_fkey FOREIGN KEY (offering_id) REFERENCES offering(id) ON DELETE CASCADE,
  CONSTRAINT requested_file_code_check CHECK ((code ~ '^[a-z][a-z0-9-]{0,39}$'::text)),
  CONSTRAINT requested_file_max_bytes_check CHECK (((max_bytes >= 65536) AND (max_bytes <= 10485760)))
);
CREATE INDEX requested_file_of_offering ON public.requested_file USING btree (offering_id, "position");

CREATE TABLE room (
  id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
  code text NOT NULL,
  office_id integer NOT NULL,
  release_id bigint,
  cause text NOT NULL,
  ordering text NOT NULL,
  state text NOT NULL,
  joins_at timestamp with time zone NOT NULL,
  closes_at timestamp with time zone NOT NULL,
  opens_at timestamp with time zone NOT NULL,
  gated_from timestamp with time zone,
  gated_to timestamp with time zone,
  turn_seconds integer DEFAULT 600 NOT NULL,
  last_number integer DEFAULT 0 NOT NULL,
  drawn integer,
  admitted_through integer DEFAULT 0 NOT NULL,
  advanced_at timestamp with time zone,
  free integer DEFAULT 0 NOT NULL,
  pace real,
  created_by integer,
  created_at timestamp with time zone NOT NULL,
  ended_at timestamp with time zone,
  settled_at timestamp with time zone,
  forgotten_at timestamp with time zone,
  outcome text,
  CONSTRAINT room_pkey PRIMARY KEY (id),
  CONSTRAINT room_code UNIQUE (code),
  CONSTRAINT room_created_by_fkey FOREIGN KEY (created_by) REFERENCES account(id),
  CONSTRAINT room_office_id_fkey FOREIGN KEY (office_id) REFERENCES office(id),
  CONSTRAINT room_release_id_fkey FOREIGN KEY (release_id) REFERENCES release(id) ON DELETE SET NULL,
  CONSTRAINT room_cause_check CHECK ((cause = ANY (ARRAY['planned'::text, 'demand'::text, 'load'::text]))),
  CONSTRAINT room_ended CHECK ((((state = 'ended'::text) = (ended_at IS NOT NULL)) AND ((state = 'ended'::text) = (outcome IS NOT NULL)))),
  CONSTRAINT room_gate CHECK (((gated_from IS NULL) = (gated_to IS NULL))),
  CONSTRAINT room_ordering_check CHECK ((ordering = ANY (ARRAY['first-come'::text, 'draw'::text, 'registration-draw'::text]))),
  CONSTRAINT room_outcome_check CHECK ((outcome = ANY (ARRAY['sold-out'::text, 'emptied'::text, 'cancelled'::text]))),
  CONSTRAINT room_state_check CHECK ((state = ANY (ARRAY['announced'::text, 'joining'::text, 'closed'::text, 'admitting'::text, 'ended'::text]))),
  CONSTRAINT room_times CHECK (((joins_at <= closes_at) AND (closes_at <= opens_at))),
  CONSTRAINT room_turn_seconds_check CHECK (((turn_seconds >= 120) AND (turn_seconds <= 3600)))
);
CREATE INDEX room_lately ON public.room USING btree (ended_at) WHERE (state = 'ended'::text);
CREATE INDEX room_live ON public.room USING btree (joins_at) WHERE (state <> 'ended'::text);
CREATE INDEX room_office ON public.room USING btree (office_id, opens_at);
CREATE UNIQUE INDEX room_release ON public.room USING btree (release_id) WHERE ((release_id IS NOT NULL) AND (outcome IS DISTINCT FROM 'cancelled'::text));
CREATE INDEX room_unsettled ON public.room USING btree (ended_at) WHERE ((state = 'ended'::text) AND (settled_at IS NULL));

CREATE TABLE room_planner (
  room_id integer NOT NULL,
  planner_id integer NOT NULL,
  CONSTRAINT room_planner_pkey PRIMARY KEY (room_id, planner_id),
  CONSTRAINT room_planner_planner_id_fkey FOREIGN KEY (planner_id) REFERENCES planner(id) ON DELETE CASCADE,
  CONSTRAINT room_planner_room_id_fkey FOREIGN KEY (room_id) REFERENCES room(id) ON DELETE CASCADE
);
CREATE INDEX room_planner_planner ON public.room_planner USING btree (planner_id);

CREATE TABLE room_rule (
  planner_id integer NOT NULL,
  room text DEFAULT 'demand'::text NOT NULL,
  ordering text DEFAULT 'first-come'::text NOT NULL,
  joins_minutes integer DEFAULT 30 NOT NULL,
  closes_minutes integer DEFAULT 0 NOT NULL,
  turn_seconds integer DEFAULT 600 NOT NULL,
  mixing jsonb,
  updated_at timestamp with time zone NOT NULL,
  unmixed_reason text,
  before jsonb,
  CONSTRAINT room_rule_pkey PRIMARY KEY (planner_id),
  CONSTRAINT room_rule_planner_id_fkey FOREIGN KEY (planner_id) REFERENCES planner(id) ON DELETE CASCADE,
  CONSTRAINT room_rule_closes_minutes_check CHECK (((closes_minutes >= 0) AND (closes_minutes <= 20160))),
  CONSTRAINT room_rule_joins_minutes_check CHECK (((joins_minutes >= 5) AND (joins_minutes <= 43200))),
  CONSTRAINT room_rule_minutes CHECK ((closes_minutes < joins_minutes)),
  CONSTRAINT room_rule_ordering_check CHECK ((ordering = ANY (ARRAY['first-come'::text, 'draw'::text, 'registration-draw'::text]))),
  CONSTRAINT room_rule_room_check CHECK ((room = ANY (ARRAY['always'::text, 'demand'::text, 'never'::text]))),
  CONSTRAINT room_rule_turn_seconds_check CHECK (((turn_seconds >= 120) AND (turn_seconds <= 3600))),
  CONSTRAINT room_rule_unmixed_reason_check CHECK ((unmixed_reason <> ''::text))
);

CREATE TABLE saml_login (
  request_id text NOT NULL,
  profile text NOT NULL,
  provider text NOT NULL,
  browser_key bytea NOT NULL,
  level smallint NOT NULL,
  attribute_set smallint NOT NULL,
  intent text,
  language text NOT NULL,
  request_cipher bytea NOT NULL,
  requested_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  answered_at timestamp with time zone,
  outcome text,
  response_cipher bytea,
  CONSTRAINT saml_login_pkey PRIMARY KEY (request_id),
  CONSTRAINT saml_login_answered CHECK (((answered_at IS NULL) = (response_cipher IS NULL))),
  CONSTRAINT saml_login_level_check CHECK (((level >= 1) AND (level <= 3))),
  CONSTRAINT saml_login_outcome CHECK (((outcome IS NULL) OR (answered_at IS NOT NULL))),
  CONSTRAINT saml_login_profile_check CHECK ((profile = ANY (ARRAY['spid'::text, 'cie'::text])))
);
CREATE INDEX saml_login_requested ON public.saml_login USING btree (requested_at);

CREATE TABLE second_factor_asked (
  account_id integer NOT NULL,
  first_at timestamp with time zone NOT NULL,
  CONSTRAINT second_factor_asked_pkey PRIMARY KEY (account_id),
  CONSTRAINT second_factor_asked_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE
);

CREATE TABLE service (
  code text NOT NULL,
  kinds text[] NOT NULL,
  name jsonb NOT NULL,
  summary jsonb NOT NULL,
  instructions jsonb NOT NULL,
  documents jsonb NOT NULL,
  fee jsonb,
  bookable boolean NOT NULL,
  "position" integer NOT NULL,
  reference jsonb DEFAULT '{}'::jsonb NOT NULL,
  rules jsonb DEFAULT '{}'::jsonb NOT NULL,
  CONSTRAINT service_pkey PRIMARY KEY (code)
);

CREATE TABLE session (
  token_hash bytea NOT NULL,
  account_id integer NOT NULL,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  scheme text DEFAULT 'local'::text NOT NULL,
  level smallint DEFAULT 1 NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  device text,
  seen_at timestamp with time zone,
  idle_minutes integer,
  shared boolean DEFAULT false NOT NULL,
  CONSTRAINT session_pkey PRIMARY KEY (token_hash),
  CONSTRAINT session_id UNIQUE (id),
  CONSTRAINT session_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
  CONSTRAINT session_device_check CHECK ((length(device) <= 80)),
  CONSTRAINT session_level_check CHECK (((level >= 1) AND (level <= 3))),
  CONSTRAINT session_scheme_check CHECK ((scheme = ANY (ARRAY['local'::text, 'spid'::text, 'cie'::text, 'eidas'::text])))
);
CREATE INDEX session_account ON public.session USING btree (account_id);
CREATE INDEX session_expiry ON public.session USING btree (expires_at);

CREATE TABLE signal (
  id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
  kind text NOT NULL,
  subject_key bytea NOT NULL,
  evidence jsonb NOT NULL,
  first_at timestamp with time zone NOT NULL,
  last_at timestamp with time zone NOT NULL,
  decision text,
  reason_cipher bytea,
  decided_office integer,
  decided_by integer,
  decided_at timestamp with time zone,
  CONSTRAINT signal_pkey PRIMARY KEY (id),
  CONSTRAINT signal_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES account(id),
  CONSTRAINT signal_decided_office_fkey FOREIGN KEY (decided_office) REFERENCES office(id),
  CONSTRAINT signal_decided CHECK ((((decision IS NULL) = (decided_at IS NULL)) AND ((decision IS NULL) = (decided_by IS NULL)))),
  CONSTRAINT signal_decision_check CHECK ((decision = ANY (ARRAY['no-matter'::text, 'warn'::text, 'identify'::text, 'block'::text]))),
  CONSTRAINT signal_kind_check CHECK ((kind = ANY (ARRAY['speed'::text, 'shared-browser'::text, 'account-pattern'::text, 'cancelling'::text, 'mass-joins'::text, 'dropped-holds'::text])))
);
CREATE INDEX signal_last ON public.signal USING btree (last_at);
CREATE UNIQUE INDEX signal_one_open ON public.signal USING btree (kind, subject_key) WHERE (decision IS NULL);

CREATE TABLE signal_account (
  signal_id integer NOT NULL,
  account_id integer NOT NULL,
  CONSTRAINT signal_account_pkey PRIMARY KEY (signal_id, account_id),
  CONSTRAINT signal_account_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
  CONSTRAINT signal_account_signal_id_fkey FOREIGN KEY (signal_id) REFERENCES signal(id) ON DELETE CASCADE
);
CREATE INDEX signal_account_account ON public.signal_account USING btree (account_id);

CREATE TABLE signal_booking (
  signal_id integer NOT NULL,
  booking_id bigint NOT NULL,
  CONSTRAINT signal_booking_pkey PRIMARY KEY (signal_id, booking_id),
  CONSTRAINT signal_booking_booking_id_fkey FOREIGN KEY (booking_id) REFERENCES booking(id) ON DELETE CASCADE,
  CONSTRAINT signal_booking_signal_id_fkey FOREIGN KEY (signal_id) REFERENCES signal(id) ON DELETE CASCADE
);
CREATE INDEX signal_booking_booking ON public.signal_booking USING btree (booking_id);

CREATE TABLE signal_count (
  month date NOT NULL,
  kind text NOT NULL,
  decision text NOT NULL,
  count integer NOT NULL,
  CONSTRAINT signal_count_pkey PRIMARY KEY (month, kind, decision)
);

CREATE TABLE signal_notice (
  id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
  account_id integer NOT NULL,
  office_id integer,
  signal_kind text NOT NULL,
  decision text NOT NULL,
  reason_cipher bytea NOT NULL,
  created_by integer NOT NULL,
  created_at timestamp with time zone NOT NULL,
  appeal_cipher bytea,
  appealed_at timestamp with time zone,
  outcome text,
  answer_cipher bytea,
  answered_by integer,
  answered_at timestamp with time zone,
  CONSTRAINT signal_notice_pkey PRIMARY KEY (id),
  CONSTRAINT signal_notice_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
  CONSTRAINT signal_notice_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES account(id),
  CONSTRAINT signal_notice_created_by_fkey FOREIGN KEY (created_by) REFERENCES account(id),
  CONSTRAINT signal_notice_office_id_fkey FOREIGN KEY (office_id) REFERENCES office(id),
  CONSTRAINT signal_notice_answer CHECK ((((outcome IS NULL) = (answered_at IS NULL)) AND ((outcome IS NULL) = (answer_cipher IS NULL)))),
  CONSTRAINT signal_notice_answered CHECK (((outcome IS NULL) OR (appealed_at IS NOT NULL))),
  CONSTRAINT signal_notice_appeal CHECK (((appeal_cipher IS NULL) = (appealed_at IS NULL))),
  CONSTRAINT signal_notice_decision_check CHECK ((decision = ANY (ARRAY['warn'::text, 'identify'::text]))),
  CONSTRAINT signal_notice_outcome_check CHECK ((outcome = ANY (ARRAY['kept'::text, 'withdrawn'::text])))
);
CREATE INDEX signal_notice_account ON public.signal_notice USING btree (account_id);
CREATE INDEX signal_notice_open ON public.signal_notice USING btree (office_id) WHERE ((appealed_at IS NOT NULL) AND (outcome IS NULL));

CREATE TABLE signal_ticket (
  signal_id integer NOT NULL,
  room_id integer NOT NULL,
  number integer NOT NULL,
  CONSTRAINT signal_ticket_pkey PRIMARY KEY (signal_id, room_id, number),
  CONSTRAINT signal_ticket_room_id_number_fkey FOREIGN KEY (room_id, number) REFERENCES ticket(room_id, number) ON DELETE CASCADE,
  CONSTRAINT signal_ticket_signal_id_fkey FOREIGN KEY (signal_id) REFERENCES signal(id) ON DELETE CASCADE
);
CREATE INDEX signal_ticket_ticket ON public.signal_ticket USING btree (room_id, number);

CREATE TABLE site_owner (
  id integer DEFAULT 1 NOT NULL,
  name text,
  address text,
  email text,
  phone text,
  dpo text,
  accessibility_email text,
  security_contact text,
  source_url text,
  changed_at timestamp with time zone NOT NULL,
  changed_by integer,
  CONSTRAINT site_owner_pkey PRIMARY KEY (id),
  CONSTRAINT site_owner_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES account(id),
  CONSTRAINT site_owner_id_check CHECK ((id = 1))
);

CREATE TABLE slot (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  planner_id integer NOT NULL,
  starts_at timestamp with time zone NOT NULL,
  ends_at timestamp with time zone NOT NULL,
  day date NOT NULL,
  opens_at timestamp with time zone NOT NULL,
  planned integer NOT NULL,
  capacity integer NOT NULL,
  taken integer DEFAULT 0 NOT NULL,
  open boolean GENERATED ALWAYS AS (taken < capacity) STORED,
  release_id bigint,
  CONSTRAINT slot_pkey PRIMARY KEY (id),
  CONSTRAINT slot_once UNIQUE (planner_id, starts_at),
  CONSTRAINT slot_planner_id_fkey FOREIGN KEY (planner_id) REFERENCES planner(id),
  CONSTRAINT slot_check CHECK ((ends_at > starts_at)),
  CONSTRAINT slot_planned_check CHECK ((planned >= 0)),
  CONSTRAINT slot_seats CHECK (((taken >= 0) AND (taken <= capacity)))
) WITH (fillfactor=50, autovacuum_vacuum_scale_factor=0.05);
CREATE INDEX slot_open ON public.slot USING btree (planner_id, day) WHERE open;

CREATE TABLE test_provider_session (
  session_index text NOT NULL,
  name_id text NOT NULL,
  profile text NOT NULL,
  person text NOT NULL,
  request_id text NOT NULL,
  logout_id text,
  created_at timestamp with time zone NOT NULL,
  ended_at timestamp with time zone,
  CONSTRAINT test_provider_session_pkey PRIMARY KEY (session_index),
  CONSTRAINT test_provider_session_logout_id_key UNIQUE (logout_id),
  CONSTRAINT test_provider_session_profile_check CHECK ((profile = ANY (ARRAY['spid'::text, 'cie'::text, 'eidas'::text])))
);
CREATE INDEX test_provider_session_created ON public.test_provider_session USING btree (created_at);

CREATE TABLE ticket (
  room_id integer NOT NULL,
  number integer NOT NULL,
  offering_id integer NOT NULL,
  account_id integer,
  entered_by integer,
  pseudonym text NOT NULL,
  party integer NOT NULL,
  people_cipher bytea NOT NULL,
  proved boolean DEFAULT false NOT NULL,
  weight integer DEFAULT 1 NOT NULL,
  channel text NOT NULL,
  language text NOT NULL,
  device text NOT NULL,
  joined_at timestamp with time zone NOT NULL,
  state text DEFAULT 'waiting'::text NOT NULL,
  admitted_at timestamp with time zone,
  turn_ends_at timestamp with time zone,
  settled_at timestamp with time zone,
  booking_id bigint,
  told_near_at timestamp with time zone,
  CONSTRAINT ticket_pkey PRIMARY KEY (room_id, number),
  CONSTRAINT ticket_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  CONSTRAINT ticket_booking_id_fkey FOREIGN KEY (booking_id) REFERENCES booking(id) ON DELETE SET NULL,
  CONSTRAINT ticket_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES account(id),
  CONSTRAINT ticket_offering_id_fkey FOREIGN KEY (offering_id) REFERENCES offering(id),
  CONSTRAINT ticket_room_id_fkey FOREIGN KEY (room_id) REFERENCES room(id) ON DELETE CASCADE,
  CONSTRAINT ticket_device_check CHECK ((device = ANY (ARRAY['phone'::text, 'tablet'::text, 'computer'::text, 'program'::text, 'none'::text]))),
  CONSTRAINT ticket_party_check CHECK (((party >= 1) AND (party <= 20))),
  CONSTRAINT ticket_pseudonym_check CHECK ((pseudonym ~ '^[0-9a-f]{32}$'::text)),
  CONSTRAINT ticket_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'admitted'::text, 'booked'::text, 'lapsed'::text, 'left'::text, 'displaced'::text, 'not-drawn'::text, 'over'::text]))),
  CONSTRAINT ticket_weight_check CHECK (((weight >= 1) AND (weight <= 100)))
) WITH (fillfactor=80);
CREATE INDEX ticket_account ON public.ticket USING btree (account_id, room_id) WHERE (account_id IS NOT NULL);
CREATE INDEX ticket_in_turn ON public.ticket USING btree (room_id, turn_ends_at) WHERE (state = 'admitted'::text);
CREATE INDEX ticket_settled ON public.ticket USING btree (room_id, settled_at) WHERE (settled_at IS NOT NULL);
CREATE INDEX ticket_waiting ON public.ticket USING btree (room_id, number) WHERE (state = 'waiting'::text);

CREATE TABLE ticket_person (
  room_id integer NOT NULL,
  number integer NOT NULL,
  person_key bytea NOT NULL,
  live boolean DEFAULT true NOT NULL,
  CONSTRAINT ticket_person_pkey PRIMARY KEY (room_id, number, person_key),
  CONSTRAINT ticket_person_room_id_number_fkey FOREIGN KEY (room_id, number) REFERENCES ticket(room_id, number) ON DELETE CASCADE
);
CREATE UNIQUE INDEX ticket_person_one_live ON public.ticket_person USING btree (room_id, person_key) WHERE live;

CREATE TABLE waiting_entry (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  account_id integer NOT NULL,
  person_key bytea NOT NULL,
  offering_id integer NOT NULL,
  service_code text NOT NULL,
  party integer NOT NULL,
  weekdays integer[] DEFAULT '{1,2,3,4,5,6,7}'::integer[] NOT NULL,
  from_day date,
  to_day date,
  from_time time without time zone,
  to_time time without time zone,
  language text DEFAULT 'it'::text NOT NULL,
  state text DEFAULT 'waiting'::text NOT NULL,
  live boolean GENERATED ALWAYS AS (state = ANY (ARRAY['waiting'::text, 'asleep'::text])) STORED NOT NULL,
  asleep_why text,
  requested_at timestamp with time zone NOT NULL,
  state_at timestamp with time zone NOT NULL,
  needed_at timestamp with time zone NOT NULL,
  asked_at timestamp with time zone,
  lapses integer DEFAULT 0 NOT NULL,
  reason_cipher bytea,
  closed_by integer,
  likeness_key bytea,
  CONSTRAINT waiting_entry_pkey PRIMARY KEY (id),
  CONSTRAINT waiting_entry_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
  CONSTRAINT waiting_entry_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES account(id),
  CONSTRAINT waiting_entry_offering_id_fkey FOREIGN KEY (offering_id) REFERENCES offering(id) ON DELETE CASCADE,
  CONSTRAINT waiting_asleep CHECK (((state = 'asleep'::text) = (asleep_why IS NOT NULL))),
  CONSTRAINT waiting_days CHECK ((from_day <= to_day)),
  CONSTRAINT waiting_entry_asleep_why_check CHECK ((asleep_why = ANY (ARRAY['lapses'::text, 'unanswered'::text, 'days-over'::text]))),
  CONSTRAINT waiting_entry_party_check CHECK (((party >= 1) AND (party <= 20))),
  CONSTRAINT waiting_entry_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'asleep'::text, 'accepted'::text, 'booked'::text, 'left'::text, 'removed'::text, 'ended'::text]))),
  CONSTRAINT waiting_entry_weekdays_check CHECK (((weekdays <@ '{1,2,3,4,5,6,7}'::integer[]) AND (cardinality(weekdays) > 0))),
  CONSTRAINT waiting_hours CHECK ((from_time < to_time))
);
CREATE INDEX waiting_entry_account ON public.waiting_entry USING btree (account_id);
CREATE INDEX waiting_entry_live ON public.waiting_entry USING btree (state, needed_at) WHERE live;
CREATE INDEX waiting_entry_offering ON public.waiting_entry USING btree (offering_id, state_at);
CREATE UNIQUE INDEX waiting_entry_one_live ON public.waiting_entry USING btree (person_key, service_code) WHERE live;
CREATE UNIQUE INDEX waiting_entry_one_live_account ON public.waiting_entry USING btree (account_id, service_code) WHERE live;

CREATE TABLE waiting_list (
  offering_id integer NOT NULL,
  open boolean DEFAULT true NOT NULL,
  text jsonb,
  offer_hours integer DEFAULT 48 NOT NULL,
  most_lapses integer DEFAULT 2 NOT NULL,
  least_hours integer DEFAULT 12 NOT NULL,
  CONSTRAINT waiting_list_pkey PRIMARY KEY (offering_id),
  CONSTRAINT waiting_list_offering_id_fkey FOREIGN KEY (offering_id) REFERENCES offering(id) ON DELETE CASCADE,
  CONSTRAINT waiting_list_least_hours_check CHECK (((least_hours >= 2) AND (least_hours <= 72))),
  CONSTRAINT waiting_list_most_lapses_check CHECK (((most_lapses >= 1) AND (most_lapses <= 9))),
  CONSTRAINT waiting_list_offer_hours_check CHECK (((offer_hours >= 12) AND (offer_hours <= 168)))
);

CREATE TABLE waiting_offer (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  entry_id bigint NOT NULL,
  offering_id integer NOT NULL,
  hold_id uuid NOT NULL,
  starts_at timestamp with time zone NOT NULL,
  ends_at timestamp with time zone NOT NULL,
  offered_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  state text DEFAULT 'offered'::text NOT NULL,
  decided_at timestamp with time zone,
  booking_id bigint,
  offered_by integer,
  reason_cipher bytea,
  CONSTRAINT waiting_offer_pkey PRIMARY KEY (id),
  CONSTRAINT waiting_offer_booking_id_fkey FOREIGN KEY (booking_id) REFERENCES booking(id) ON DELETE SET NULL,
  CONSTRAINT waiting_offer_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES waiting_entry(id) ON DELETE CASCADE,
  CONSTRAINT waiting_offer_offered_by_fkey FOREIGN KEY (offered_by) REFERENCES account(id),
  CONSTRAINT waiting_offer_offering_id_fkey FOREIGN KEY (offering_id) REFERENCES offering(id) ON DELETE CASCADE,
  CONSTRAINT waiting_offer_decided CHECK (((state = 'offered'::text) = (decided_at IS NULL))),
  CONSTRAINT waiting_offer_state_check CHECK ((state = ANY (ARRAY['offered'::text, 'accepted'::text, 'declined'::text, 'lapsed'::text, 'withdrawn'::text])))
);
CREATE INDEX waiting_offer_expiry ON public.waiting_offer USING btree (expires_at) WHERE (state = 'offered'::text);
CREATE UNIQUE INDEX waiting_offer_hold ON public.waiting_offer USING btree (hold_id);
CREATE INDEX waiting_offer_offering ON public.waiting_offer USING btree (offering_id, decided_at);
CREATE UNIQUE INDEX waiting_offer_one_open ON public.waiting_offer USING btree (entry_id) WHERE (state = 'offered'::text);

CREATE TABLE waiting_place (
  offering_id integer NOT NULL,
  entry_id bigint NOT NULL,
  CONSTRAINT waiting_place_pkey PRIMARY KEY (offering_id, entry_id),
  CONSTRAINT waiting_place_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES waiting_entry(id) ON DELETE CASCADE,
  CONSTRAINT waiting_place_offering_id_fkey FOREIGN KEY (offering_id) REFERENCES offering(id) ON DELETE CASCADE
);
CREATE INDEX waiting_place_entry ON public.waiting_place USING btree (entry_id);

CREATE VIEW bookable_offering AS
 SELECT id AS offering_id,
    office_id,
    service_code,
    ( SELECT (count(*) > 1)
           FROM (planner_offering po
             JOIN planner p ON ((p.id = po.planner_id)))
          WHERE ((po.offering_id = o.id) AND p.published)) AS several_planners,
    (EXISTS ( SELECT
           FROM (planner_offering po
             JOIN planner p ON ((p.id = po.planner_id)))
          WHERE ((po.offering_id = o.id) AND p.published AND (p.quotas @? '$[*]?(@."who" == "resident" || @."who" == "elsewhere")'::jsonpath)))) AS asks_residence
   FROM offering o
  WHERE (active AND (EXISTS ( SELECT
           FROM office f
          WHERE ((f.id = o.office_id) AND f.active))) AND (EXISTS ( SELECT
           FROM (planner_offering po
             JOIN planner p ON ((p.id = po.planner_id)))
          WHERE ((po.offering_id = o.id) AND p.published))));

CREATE VIEW closure_occurrence AS
 SELECT c.id,
    c.office_id,
    c.planner_id,
    ((c.first_day + make_interval(years => n.n)))::date AS first_day,
    (((c.first_day + make_interval(years => n.n)))::date + (c.last_day - c.first_day)) AS last_day,
    c.starts,
    c.ends,
    c.reason,
    c.yearly,
    c.created_at
   FROM (closure c
     CROSS JOIN LATERAL generate_series(0,
        CASE
            WHEN c.yearly THEN 30
            ELSE 0
        END) n(n));

CREATE OR REPLACE FUNCTION public.account_used()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  UPDATE account a SET used_on = s.day, unused_warned_on = NULL
  FROM (SELECT account_id, max((created_at AT TIME ZONE 'UTC')::date) AS day FROM opened GROUP BY account_id) s
  WHERE a.id = s.account_id AND (a.used_on IS NULL OR a.used_on < s.day);
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.advance_room(p_room integer, p_now timestamp with time zone, p_least interval)
 RETURNS text
 LANGUAGE plpgsql
 SET enable_seqscan TO 'off'
AS $function$
DECLARE
  r room;
  v_now timestamptz := p_now;
  v_state text;
  v_places int[];
  v_drawn int;                 -- how many places the draw gave
  v_last int;
  v_through int;
  v_upto int;
  v_admitted int := 0;
  v_given int;
  v_free int; v_largest int; v_coming int; v_minutes int; v_turns int; v_open int;
  v_blocked int;
  v_used int;
  v_outcome text;
  v_pace real;
  v_seconds double precision;
BEGIN
  SELECT state INTO v_state FROM room WHERE id = p_room AND (state = 'ended' OR advanced_at > p_now - p_least);
  IF FOUND THEN RETURN v_state; END IF;
  IF NOT pg_try_advisory_xact_lock(470001, p_room) THEN RETURN 'busy'; END IF;
  SELECT * INTO r FROM room WHERE id = p_room FOR NO KEY UPDATE;
  IF NOT FOUND OR r.state = 'ended' THEN RETURN 'ended'; END IF;
  v_now := greatest(p_now, r.advanced_at);
  v_state := r.state;
  v_through := r.admitted_through;

  IF v_state = 'announced' AND v_now >= r.joins_at THEN v_state := 'joining'; END IF;
  IF v_state = 'joining' AND v_now >= r.closes_at THEN v_state := 'closed'; END IF;
  -- Nobody could join before the closing: all line up as they come.
  IF v_state = 'closed' AND r.drawn IS NULL AND (r.joins_at = r.closes_at OR (r.last_number = 0 AND r.ordering = 'first-come')) THEN
    r.drawn := 0;
  END IF;
  IF v_state = 'closed' AND r.drawn IS NOT NULL AND v_now >= r.opens_at AND r.ordering <> 'registration-draw' THEN
    v_state := 'admitting';
  END IF;
  SELECT s.free, s.largest, s.coming, s.minutes INTO v_free, v_largest, v_coming, v_minutes FROM room_seats(p_room, v_now) s;

  IF v_state = 'admitting' THEN
    -- A turn that was not used ends; a moment later than people are told, for what is still on its way.
    WITH gone AS (
      UPDATE ticket t SET state = 'lapsed', settled_at = v_now
      WHERE t.room_id = p_room AND t.state = 'admitted' AND t.turn_ends_at <= v_now - interval '2 seconds'
        AND NOT ticket_holds_seat(p_room, t.number, v_now)
      RETURNING t.number
    )
    UPDATE ticket_person tp SET live = false FROM gone WHERE tp.room_id = p_room AND tp.number = gone.number;

    -- Seats, and those who may take one, as of one instant.
    SELECT s.free, s.largest, s.coming, s.minutes, t.turns, s.free - t.promised INTO v_free, v_largest, v_coming, v_minutes, v_turns, v_open
    FROM room_seats(p_room, v_now) s
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS turns,
             coalesce(sum(t.party * ceil(coalesce(o.duration_minutes, 1)::numeric / s.minutes))
                        FILTER (WHERE NOT ticket_holds_seat(p_room, t.number, v_now)), 0)::int AS promised
      FROM ticket t JOIN offering o ON o.id = t.offering_id WHERE t.room_id = p_room AND t.state = 'admitted') t;

    SELECT coalesce(cardinality(d.places), 0) INTO v_drawn FROM draw d WHERE d.room_id = p_room;
    v_drawn := coalesce(v_drawn, 0);
    v_last := greatest(r.last_number, v_drawn);
    WHILE v_open > 0 AND v_through < v_last LOOP
      v_upto := least(v_through + 2000, v_last);
      v_places := NULL;
      IF v_through < v_drawn THEN
        SELECT d.places[v_through + 1 : v_upto] INTO v_places FROM draw d WHERE d.room_id = p_room;
      END IF;
      -- Whoever does not fit now holds up those behind: the order is the order.
      WITH w AS MATERIALIZED (
        SELECT g.place, CASE WHEN g.place <= v_drawn THEN v_places[g.place - v_through] WHEN g.place > r.drawn THEN g.place END AS number
        FROM generate_series(v_through + 1, v_upto) AS g(place)
      ), next AS MATERIALIZED (
        SELECT w.place, t.number, c.cost, sum(c.cost) OVER (ORDER BY w.place) AS used,
               bool_or(t.party > v_largest) OVER (ORDER BY w.place) AS blocked
        FROM w JOIN ticket t ON t.room_id = p_room AND t.number = w.number AND t.state = 'waiting'
        JOIN offering o ON o.id = t.offering_id
        CROSS JOIN LATERAL (SELECT t.party * ceil(coalesce(o.duration_minutes, 1)::numeric / v_minutes) AS cost) c
      ), given AS (
        UPDATE ticket t SET state = 'admitted', admitted_at = v_now, turn_ends_at = v_now + make_interval(secs => r.turn_seconds)
        FROM next WHERE t.room_id = p_room AND t.number = next.number AND next.used <= v_open AND NOT next.blocked
        RETURNING t.number, t.account_id, next.cost
      ), told AS (
        INSERT INTO outbox (task, payload, created_at)
        SELECT 'notify', jsonb_build_object('kind', 'turn-come', 'roomId', p_room, 'number', g.number), v_now
        FROM given g WHERE g.account_id IS NOT NULL
      )
      SELECT (SELECT count(*) FROM given), (SELECT coalesce(sum(cost), 0) FROM given),
             (SELECT min(place) FROM next WHERE used > v_open OR blocked)
        INTO v_given, v_used, v_blocked;
      v_admitted := v_admitted + v_given;
      v_turns := v_turns + v_given;
      v_open := v_open - v_used;
      v_through := coalesce(v_blocked - 1, v_upto);
      IF v_blocked IS NOT NULL THEN
        -- Nothing is held that could come back: this party will not fit any more, and those behind it may go.
        EXIT WHEN v_turns > 0 OR v_coming > 0;
        WITH w AS (
          SELECT CASE WHEN v_blocked <= v_drawn THEN (SELECT d.places[v_blocked] FROM draw d WHERE d.room_id = p_room) ELSE v_blocked END AS number
        ), gone AS (
          UPDATE ticket t SET state = 'over', settled_at = v_now FROM w WHERE t.room_id = p_room AND t.number = w.number
          RETURNING t.number, t.account_id
        ), freed AS (
          UPDATE ticket_person tp SET live = false FROM gone WHERE tp.room_id = p_room AND tp.number = gone.number
        )
        INSERT INTO outbox (task, payload, created_at)
        SELECT 'notify', jsonb_build_object('kind', 'room-over', 'roomId', p_room, 'number', g.number), v_now
        FROM gone g WHERE g.account_id IS NOT NULL;
        v_through := v_blocked;
      END IF;
    END LOOP;

    IF v_turns = 0 AND v_coming = 0 AND v_now >= coalesce(r.gated_to, v_now) THEN
      IF v_free = 0 THEN
        -- A seat that somebody still holds may come back in a moment.
        IF NOT EXISTS (
          SELECT FROM hold h JOIN slot s ON s.id = h.slot_id JOIN room_planner rp ON rp.room_id = p_room AND rp.planner_id = h.planner_id
          WHERE h.state = 'live' AND h.expires_at > v_now - interval '1 minute' AND left(h.owner, 2) IN ('a:', 'b:', 'o:', 'm:')
            AND (r.gated_from IS NULL OR s.opens_at BETWEEN r.gated_from AND r.gated_to))
           AND NOT EXISTS (
          SELECT FROM hold h JOIN slot s ON s.id = h.slot_id JOIN room_planner rp ON rp.room_id = p_room AND rp.planner_id = h.planner_id
          WHERE h.state = 'released' AND NOT h.seats_returned
            AND (r.gated_from IS NULL OR s.opens_at BETWEEN r.gated_from AND r.gated_to)) THEN
          v_outcome := 'sold-out';
        END IF;
      ELSIF NOT EXISTS (SELECT FROM ticket t WHERE t.room_id = p_room AND t.state = 'waiting')
            AND v_now >= greatest(r.opens_at, r.created_at) + interval '1 minute'
            AND NOT EXISTS (SELECT FROM ticket t WHERE t.room_id = p_room AND t.number = r.last_number AND t.joined_at > v_now - interval '30 seconds') THEN
        v_outcome := 'emptied';
      END IF;
    END IF;
  END IF;

  -- Tickets a minute, older minutes counting less and less.
  v_seconds := extract(epoch FROM v_now - coalesce(r.advanced_at, r.opens_at));
  IF v_state = 'admitting' AND v_seconds > 0 THEN
    v_pace := coalesce(r.pace, 0) + (1 - exp(-v_seconds / 120)) * (v_admitted / v_seconds * 60 - coalesce(r.pace, 0));
  ELSE
    v_pace := r.pace;
  END IF;
  UPDATE room SET state = CASE WHEN v_outcome IS NULL THEN v_state ELSE 'ended' END, outcome = v_outcome,
    ended_at = CASE WHEN v_outcome IS NULL THEN NULL ELSE v_now END, drawn = r.drawn, admitted_through = v_through,
    advanced_at = v_now, free = v_free + v_coming, pace = v_pace
  WHERE id = p_room;
  RETURN CASE WHEN v_outcome IS NOT NULL THEN 'ended' WHEN v_state = 'closed' AND r.drawn IS NULL THEN 'draw' ELSE v_state END;
END $function$;

CREATE OR REPLACE FUNCTION public.audit_only_grows()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('turno.audit_cut', true) = 'on' THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'the audit log is only added to' USING ERRCODE = 'insufficient_privilege';
END $function$;

CREATE OR REPLACE FUNCTION public.audit_to_link()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  INSERT INTO audit_unlinked SELECT id FROM written;
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.booking_is_nominal()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF NOT NEW.live AND NEW.given_name = '' AND NEW.family_name = '' AND NEW.birth_date IS NULL
     AND NEW.codice_fiscale_cipher IS NULL AND NEW.codice_fiscale_key IS NULL THEN
    RETURN NEW;
  END IF;
  -- The same, encrypted with another key.
  IF current_setting('turno.re_encrypting', true) = 'on' AND NEW.codice_fiscale_cipher IS NOT NULL
     AND (NEW.booking_id, NEW.position, NEW.given_name, NEW.family_name, NEW.birth_date, NEW.codice_fiscale_key, NEW.person_key, NEW.likeness_key)
       IS NOT DISTINCT FROM
     (OLD.booking_id, OLD.position, OLD.given_name, OLD.family_name, OLD.birth_date, OLD.codice_fiscale_key, OLD.person_key, OLD.likeness_key) THEN
    RETURN NEW;
  END IF;
  IF current_setting('turno.correcting', true) IS DISTINCT FROM OLD.booking_id::text THEN
    RAISE EXCEPTION 'who is served by a booking does not change' USING ERRCODE = 'check_violation', CONSTRAINT = 'booking_is_nominal';
  END IF;
  RETURN NEW;
END $function$;

CREATE OR REPLACE FUNCTION public.claim_seats(p_now timestamp with time zone, p_slots bigint[], p_seats integer, p_group text DEFAULT 'web:unsaid'::text)
 RETURNS boolean
 LANGUAGE plpgsql
AS $function$
DECLARE
  v_left int; v_part int; s record; h record; v_planner int; v_quotas jsonb;
BEGIN
  PERFORM 1 FROM slot x WHERE x.id = ANY (p_slots) ORDER BY x.id FOR NO KEY UPDATE;
  PERFORM 1 FROM hold x WHERE x.slot_id = ANY (p_slots) AND x.state = 'live' AND left(x.owner, 2) IN ('f:', 'w:') ORDER BY x.id FOR UPDATE;
  SELECT p.id, p.quotas INTO v_planner, v_quotas FROM slot x JOIN planner p ON p.id = x.planner_id WHERE x.id = p_slots[1];
  IF v_quotas @? '$[*] ? (@.per == "day")' THEN
    PERFORM pg_advisory_xact_lock(-v_planner, d.day - date '2000-01-01')
    FROM (SELECT DISTINCT x.day FROM slot x WHERE x.id = ANY (p_slots) ORDER BY 1) d;
  END IF;
  FOR s IN
    SELECT x.id, x.day, x.starts_at, x.planned - x.taken AS free, coalesce(n.seats, 0) AS kept
    FROM slot x LEFT JOIN LATERAL (
      SELECT sum(k.party)::int AS seats FROM hold k
      WHERE k.slot_id = x.id AND k.state = 'live' AND left(k.owner, 2) IN ('f:', 'w:')) n ON true
    WHERE x.id = ANY (p_slots)
  LOOP
    IF s.starts_at <= p_now OR s.free + s.kept < p_seats THEN RETURN false; END IF;
    IF v_quotas IS NOT NULL THEN
      IF (SELECT quota_room(v_quotas, p_group, extract(epoch FROM s.starts_at - p_now) / 60, s.free + s.kept,
                            quota_day_free(p_now, v_planner, s.day) + s.kept,
                            coalesce((SELECT u.use FROM quota_use(v_planner, s.day, s.day) u WHERE u.slot_id = s.id), '{}'),
                            coalesce((SELECT jsonb_object_agg(e.key, e.seats)
                                      FROM (SELECT k.key, sum(k.value::int)::int AS seats FROM quota_use(v_planner, s.day, s.day) u
                                            CROSS JOIN LATERAL jsonb_each_text(u.use) k GROUP BY 1) e), '{}'))) < p_seats THEN
        RETURN false;
      END IF;
    END IF;
  END LOOP;
  FOR s IN SELECT x.id FROM slot x WHERE x.id = ANY (p_slots) ORDER BY x.id LOOP
    v_left := p_seats;
    FOR h IN
      SELECT k.id, k.party FROM hold k
      WHERE k.slot_id = s.id AND k.state = 'live' AND left(k.owner, 2) IN ('f:', 'w:') ORDER BY k.expires_at, k.id
    LOOP
      EXIT WHEN v_left = 0;
      v_part := least(v_left, h.party);
      IF v_part = h.party THEN UPDATE hold SET state = 'released', seats_returned = true WHERE id = h.id;
      ELSE UPDATE hold SET party = h.party - v_part WHERE id = h.id;
      END IF;
      v_left := v_left - v_part;
    END LOOP;
    IF v_left > 0 THEN UPDATE slot SET taken = taken + v_left WHERE id = s.id; END IF;
  END LOOP;
  RETURN true;
END $function$;

CREATE OR REPLACE FUNCTION public.count_in_quotas(p_now timestamp with time zone, p_planner integer)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
BEGIN
  UPDATE hold h SET quota_group = CASE left(h.owner, 2) WHEN 'o:' THEN 'desk:unsaid' ELSE 'web:unsaid' END
  WHERE h.planner_id = p_planner AND h.state = 'live' AND h.quota_group IS NULL AND left(h.owner, 2) NOT IN ('f:', 'w:');
  UPDATE booking b SET quota_group = CASE b.channel WHEN 'api' THEN 'web' ELSE b.channel END || ':unsaid'
  WHERE b.planner_id = p_planner AND b.starts_at > p_now AND b.status <> 'cancelled' AND b.quota_group IS NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.day_load(p_loads jsonb, p_planner integer, p_day date, p_slot bigint)
 RETURNS double precision
 LANGUAGE sql
 IMMUTABLE
RETURN (((((p_loads -> ((p_planner || ':'::text) || p_day)) ->> 0))::double precision / (GREATEST(1, (((p_loads -> ((p_planner || ':'::text) || p_day)) ->> 1))::integer))::double precision) + ((((hashint8(p_slot) & 1023))::numeric / '1000000000'::numeric))::double precision);

CREATE OR REPLACE FUNCTION public.day_loads(p_planners integer[], p_days date[])
 RETURNS jsonb
 LANGUAGE sql
 STABLE
AS $function$
  SELECT coalesce(jsonb_object_agg(d.planner_id || ':' || d.day, jsonb_build_array(l.taken, l.seats)), '{}')
  FROM (SELECT DISTINCT t.pl AS planner_id, t.dy AS day FROM unnest(p_planners, p_days) AS t(pl, dy) WHERE t.pl IS NOT NULL) d
  CROSS JOIN LATERAL (
    SELECT coalesce(sum(s.taken), 0)::int AS taken, coalesce(sum(s.capacity), 0)::int AS seats FROM slot s
    WHERE s.planner_id = d.planner_id AND s.day = d.day
      AND s.starts_at >= d.day::timestamptz - interval '1 day' AND s.starts_at < d.day::timestamptz + interval '2 days') l
$function$;

CREATE OR REPLACE FUNCTION public.free_seats(p_now timestamp with time zone, p_slots bigint[], p_seats integer, p_offering integer, p_ask_list boolean)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
DECLARE
  v_planner int; v_mode text; v_min int; v_max int; v_asked boolean := false;
  v_until timestamptz; v_most double precision; v_kept int; v_id uuid; s record;
  v_audience text; v_audience_until int; v_ask boolean; v_least int;
BEGIN
  PERFORM 1 FROM slot x WHERE x.id = ANY (p_slots) ORDER BY x.id FOR NO KEY UPDATE;
  SELECT p.id, p.returned_seats, p.returned_min_minutes, p.returned_max_minutes, p.audience, p.audience_until_minutes
    INTO v_planner, v_mode, v_min, v_max, v_audience, v_audience_until
    FROM slot x JOIN planner p ON p.id = x.planner_id WHERE x.id = p_slots[1];
  -- The least among the lists where somebody waits; whoever's own list wants more is passed over by the worker.
  IF p_ask_list THEN
    SELECT min(coalesce(w.least_hours, 12)) INTO v_least
      FROM planner_offering po JOIN offering o ON o.id = po.offering_id AND o.waiting_list AND o.active
      LEFT JOIN waiting_list w ON w.offering_id = o.id
      WHERE po.planner_id = v_planner AND EXISTS (
        SELECT FROM waiting_place wp JOIN waiting_entry e ON e.id = wp.entry_id AND e.state = 'waiting'
        WHERE wp.offering_id = o.id);
  END IF;
  FOR s IN SELECT x.* FROM slot x WHERE x.id = ANY (p_slots) ORDER BY x.id LOOP
    v_until := NULL;
    v_id := gen_random_uuid();
    -- Two hours more than the answer takes, for getting there.
    v_ask := v_least IS NOT NULL AND s.starts_at >= p_now + make_interval(hours => v_least + 2)
      AND (v_audience = 'everybody' OR coalesce(s.starts_at <= p_now + make_interval(mins => v_audience_until), false));
    IF v_ask THEN
      -- Until the worker has asked the list, which takes moments; the hour is for a worker that is down.
      v_until := p_now + interval '1 hour';
    ELSIF v_mode = 'random' THEN
      -- Never past half of the time that is left, so that somebody can still come.
      v_most := least(v_max, extract(epoch FROM s.starts_at - p_now) / 120);
      IF v_most > 0 THEN
        v_until := p_now + make_interval(
          secs => 60 * (least(v_min, v_most) + unforeseeable_share() * (v_most - least(v_min, v_most))));
      END IF;
    END IF;
    -- Seats beyond what the office has room for now are gone, not returned.
    v_kept := CASE WHEN v_until IS NULL THEN 0 ELSE least(p_seats, greatest(0, s.planned - (s.taken - p_seats))) END;
    IF v_kept < p_seats THEN
      UPDATE slot SET taken = s.taken - p_seats + v_kept, capacity = greatest(s.planned, s.taken - p_seats + v_kept)
      WHERE id = s.id;
    END IF;
    IF v_kept > 0 THEN
      v_asked := v_asked OR v_ask;
      INSERT INTO hold (id, owner, slot_ids, slot_id, planner_id, offering_id, day, starts_at, ends_at, party, state,
                        created_at, first_expires_at, expires_at)
      VALUES (v_id, CASE WHEN v_ask THEN 'f:' ELSE 'w:' END || v_id, ARRAY[s.id], s.id,
              s.planner_id, p_offering, s.day, s.starts_at, s.ends_at, v_kept, 'live', p_now, v_until, v_until);
    END IF;
  END LOOP;
  IF v_asked THEN
    INSERT INTO outbox (task, payload, created_at)
    VALUES ('waiting-list-offers', jsonb_build_object('plannerId', v_planner), p_now);
  END IF;
END $function$;

CREATE OR REPLACE FUNCTION public.held_already(p_now timestamp with time zone, p_slots bigint[], p_positions integer[], p_owner text[], p_offering integer[], p_party integer[], p_at integer[], p_candidates integer[])
 RETURNS TABLE(ord integer, id uuid, expires_at timestamp with time zone)
 LANGUAGE sql
 STABLE
AS $function$
  SELECT q.ord::int, h.id, h.expires_at
  FROM unnest(p_owner, p_party, p_offering, p_at, p_candidates) WITH ORDINALITY AS q(owner, party, offering, at, candidates, ord)
  CROSS JOIN LATERAL (SELECT x.* FROM hold x WHERE x.owner = q.owner AND x.state = 'live' LIMIT 1) h
  WHERE q.candidates = 1 AND h.expires_at > p_now AND h.party = q.party AND h.offering_id = q.offering
    AND h.slot_id = p_slots[p_positions[q.at]]
$function$;

CREATE OR REPLACE FUNCTION public.hold_batch(p_now timestamp with time zone, p_slots bigint[], p_positions integer[], p_id uuid[], p_owner text[], p_account integer[], p_offering integer[], p_party integer[], p_at integer[], p_candidates integer[], p_length integer[], p_expires timestamp with time zone[], p_reschedule bigint[], p_for_others boolean[], p_key text[], p_key_hash bytea[], p_group text[] DEFAULT NULL::text[])
 RETURNS TABLE(ord integer, status text, hold_id uuid, slot_id bigint, starts_at timestamp with time zone, ends_at timestamp with time zone, expires_at timestamp with time zone)
 LANGUAGE plpgsql
 SET enable_seqscan TO 'off'
AS $function$
#variable_conflict use_column
DECLARE
  n constant int := cardinality(p_id);
  -- Who could be anybody: a browser before login, an account whose address is not proved. An offered seat, the move of a
  -- booking and a booking at the desk have somebody behind them, account or not.
  v_anybody constant boolean[] := ARRAY(
    SELECT q.account IS NULL AND left(q.owner, 2) IN ('a:', 'b:')
    FROM unnest(p_account, p_owner) WITH ORDINALITY AS q(account, owner, ord) ORDER BY q.ord);
  anonymous constant boolean := true = ANY (v_anybody);
  keyed constant boolean := EXISTS (SELECT 1 FROM unnest(p_key) k WHERE k IS NOT NULL);
  v_status text[] := array_fill(NULL::text, ARRAY[n]);
  v_hold uuid[] := p_id;
  v_expires timestamptz[] := p_expires;
  v_run int[] := array_fill(0, ARRAY[n]);       -- where the winning run starts in p_positions
  v_free int[]; v_planner int[]; v_day date[]; v_starts timestamptz[]; v_ends timestamptz[]; v_bookable boolean[];
  v_near boolean[];                              -- within the planner's notice
  v_kept boolean[];                              -- for some only, at this instant
  v_taken int[] := array_fill(0, ARRAY[cardinality(p_slots)]);
  v_quotas jsonb[];                              -- of the slot's planner; null: none
  v_minutes int[];                               -- how long the planner keeps a seat; null: as the request says
  v_quoted boolean := false;
  v_group text[];
  v_slot_use jsonb[]; v_day_of int[]; v_day_use jsonb[]; v_day_free int[];
  v_ahead double precision[];
  v_shut text[] := '{}';
  v_load jsonb;                                  -- 'planner:day' → share taken and seats, once somebody has a choice
  v_best int; v_best_pos int; v_best_load double precision; v_rival double precision; v_short boolean;
  v_served text[];                               -- 'planner:offering' pairs
  v_cap jsonb := '{}';
  v_cap_key text;
  v_seen text[] := '{}';
  v_old uuid[];
  r record;
  i int; c int; k int; at_run int; pos int; prev int; k_room int; fits boolean; closed boolean; freed boolean := false;
BEGIN
  -- Known keys first: their answer never changes.
  IF keyed THEN
    FOR r IN
      SELECT q.ord, a.body_hash = q.hash AS same, a.hold_id
      FROM unnest(p_key, p_key_hash, p_owner) WITH ORDINALITY AS q(key, hash, owner, ord)
      CROSS JOIN LATERAL (
        SELECT i.body_hash, i.hold_id FROM idempotent_answer i WHERE i.caller = q.owner AND i.key = q.key LIMIT 1) a
    LOOP
      v_status[r.ord] := CASE WHEN r.same THEN 'replay' ELSE 'key' END;
      v_hold[r.ord] := coalesce(r.hold_id, v_hold[r.ord]);
    END LOOP;
  END IF;

  -- Sold out: no lock, no write. This answers the bulk of a rush.
  IF NOT EXISTS (SELECT 1 FROM slot s WHERE s.id = ANY (p_slots) AND s.open) THEN
    FOR r IN SELECT * FROM held_already(p_now, p_slots, p_positions, p_owner, p_offering, p_party, p_at, p_candidates) LOOP
      CONTINUE WHEN v_status[r.ord] IS NOT NULL;
      v_status[r.ord] := 'held';
      v_hold[r.ord] := r.id;
      v_expires[r.ord] := r.expires_at;
    END LOOP;
    RETURN QUERY
      SELECT q.ord::int, coalesce(v_status[q.ord], 'full'), v_hold[q.ord], s.id, s.starts_at, s.ends_at, v_expires[q.ord]
      FROM generate_series(1, n) AS q(ord) LEFT JOIN slot s ON s.id = p_slots[p_positions[p_at[q.ord]]];
    RETURN;
  END IF;

  IF anonymous THEN
    PERFORM pg_advisory_xact_lock(d.planner_id, d.day - date '2000-01-01')
    FROM (SELECT DISTINCT s.planner_id, s.day FROM slot s WHERE s.id = ANY (p_slots) ORDER BY 1, 2) d;
  END IF;

  WITH locked AS MATERIALIZED (
    SELECT s.id, s.capacity - s.taken AS free, s.planner_id, s.day, s.starts_at, s.ends_at, s.opens_at
    FROM slot s WHERE s.id = ANY (p_slots) ORDER BY s.id FOR NO KEY UPDATE
  )
  SELECT array_agg(coalesce(l.free, 0) ORDER BY w.pos), array_agg(l.planner_id ORDER BY w.pos), array_agg(l.day ORDER BY w.pos),
         array_agg(l.starts_at ORDER BY w.pos), array_agg(l.ends_at ORDER BY w.pos),
         array_agg(coalesce(p.published AND l.opens_at <= p_now AND l.starts_at > p_now, false) ORDER BY w.pos),
         array_agg(coalesce(l.starts_at < p_now + make_interval(mins => p.notice_minutes), false) ORDER BY w.pos),
         array_agg(p.quotas ORDER BY w.pos), array_agg(p.hold_minutes ORDER BY w.pos), coalesce(bool_or(p.quotas IS NOT NULL), false),
         array_agg(coalesce(p.audience <> 'everybody' AND (p.audience_until_minutes IS NULL
                            OR l.starts_at > p_now + make_interval(mins => p.audience_until_minutes)), false) ORDER BY w.pos)
    INTO v_free, v_planner, v_day, v_starts, v_ends, v_bookable, v_near, v_quotas, v_minutes, v_quoted, v_kept
    FROM unnest(p_slots) WITH ORDINALITY AS w(id, pos)
    LEFT JOIN locked l ON l.id = w.id
    LEFT JOIN planner p ON p.id = l.planner_id;

  IF v_quoted THEN
    -- Days counted as a whole: after the slots, in one order, and before what is counted is read.
    PERFORM pg_advisory_xact_lock(-d.planner_id, d.day - date '2000-01-01')
    FROM (SELECT DISTINCT t.pl AS planner_id, t.dy AS day FROM unnest(v_planner, v_day, v_quotas) AS t(pl, dy, q)
          WHERE t.q @? '$[*] ? (@.per == "day")' ORDER BY 1, 2) d;
    -- Whoever moves a booking keeps the group it was made in; the desk's own seats are the desk's.
    SELECT array_agg(CASE WHEN q.owner LIKE 'o:%' OR b.id IS NULL THEN coalesce(q.grp, CASE WHEN q.owner LIKE 'o:%' THEN 'desk:unsaid' ELSE 'web:unsaid' END)
                          -- who lives in one municipality does not live in another
                          ELSE regexp_replace(coalesce(b.quota_group, CASE b.channel WHEN 'api' THEN 'web' ELSE b.channel END || ':unsaid'), ':resident$',
                            CASE WHEN EXISTS (SELECT FROM planner t JOIN office o ON o.id = t.office_id JOIN office f ON f.id = b.office_id
                                              WHERE t.id = v_planner[q.ord] AND (o.id = f.id OR o.municipality_code = f.municipality_code))
                                 THEN ':resident' ELSE ':unsaid' END) END ORDER BY q.ord)
      INTO v_group
      FROM unnest(p_owner, coalesce(p_group, array_fill(NULL::text, ARRAY[n])), p_reschedule) WITH ORDINALITY AS q(owner, grp, reschedule, ord)
      LEFT JOIN booking b ON b.id = q.reschedule;
    WITH d AS (
      SELECT t.pl AS planner_id, t.dy AS day, row_number() OVER (ORDER BY t.pl, t.dy)::int AS n
      FROM (SELECT DISTINCT x.pl, x.dy FROM unnest(v_planner, v_day, v_quotas) AS x(pl, dy, q) WHERE x.q IS NOT NULL) t
    ), used AS MATERIALIZED (
      SELECT d.n, u.slot_id, u.use FROM d CROSS JOIN LATERAL quota_use(d.planner_id, d.day, d.day) u
    ), of_day AS (
      SELECT e.n, jsonb_object_agg(e.key, e.seats) AS use
      FROM (SELECT u.n, k.key, sum(k.value::int)::int AS seats FROM used u CROSS JOIN LATERAL jsonb_each_text(u.use) k GROUP BY 1, 2) e GROUP BY e.n
    ), days AS (
      SELECT array_agg(coalesce(o.use, '{}') ORDER BY d.n) AS use, array_agg(quota_day_free(p_now, d.planner_id, d.day) ORDER BY d.n) AS free
      FROM d LEFT JOIN of_day o ON o.n = d.n
    )
    SELECT array_agg(coalesce(u.use, '{}') ORDER BY w.pos), array_agg(d.n ORDER BY w.pos),
           array_agg(extract(epoch FROM w.starts - p_now) / 60 ORDER BY w.pos),
           (SELECT days.use FROM days), (SELECT days.free FROM days)
      INTO v_slot_use, v_day_of, v_ahead, v_day_use, v_day_free
      FROM unnest(p_slots, v_planner, v_day, v_starts) WITH ORDINALITY AS w(id, pl, dy, starts, pos)
      LEFT JOIN used u ON u.slot_id = w.id LEFT JOIN d ON d.planner_id = w.pl AND d.day = w.dy;
  END IF;

  -- A seat the owner holds already is not taken twice: a double click gets the same hold. Asked under the lock, since the
  -- first click may have been decided by another batch while this one waited.
  FOR r IN SELECT * FROM held_already(p_now, p_slots, p_positions, p_owner, p_offering, p_party, p_at, p_candidates) LOOP
    CONTINUE WHEN v_status[r.ord] IS NOT NULL;
    v_status[r.ord] := 'held';
    v_hold[r.ord] := r.id;
    v_expires[r.ord] := r.expires_at;
    v_run[r.ord] := -1;
  END LOOP;

  SELECT coalesce(array_agg(po.planner_id || ':' || po.offering_id), '{}') INTO v_served
    FROM planner_offering po JOIN offering o ON o.id = po.offering_id
    WHERE po.planner_id = ANY (v_planner) AND po.offering_id = ANY (p_offering) AND o.active;

  -- The account's own person may not hold a seat for what they have booked already.
  FOR r IN
    SELECT q.ord
    FROM unnest(p_owner, p_account, p_offering, p_reschedule, p_for_others)
         WITH ORDINALITY AS q(owner, account, offering, reschedule, others, ord)
    CROSS JOIN LATERAL (SELECT x.person_key FROM account x WHERE x.id = q.account LIMIT 1) a
    CROSS JOIN LATERAL (SELECT x.service_code FROM offering x WHERE x.id = q.offering LIMIT 1) o
    CROSS JOIN LATERAL (
      SELECT x.booking_id FROM booking_person x
      WHERE x.person_key = a.person_key AND x.service_code = o.service_code AND x.live LIMIT 1) bp
    WHERE q.owner = 'a:' || q.account AND NOT q.others AND bp.booking_id IS DISTINCT FROM q.reschedule
  LOOP
    v_status[r.ord] := coalesce(v_status[r.ord], 'booked');
  END LOOP;

  IF anonymous THEN
    SELECT coalesce(jsonb_object_agg(d.planner_id || ':' || d.day, jsonb_build_array(
             greatest(1, (d.free + coalesce(h.seats, 0)) / 10) - coalesce(h.seats, 0), coalesce(h.owners, '{}'))), '{}')
      INTO v_cap
      FROM (SELECT s.planner_id, s.day, sum(s.capacity - s.taken)::int AS free FROM slot s
            WHERE (s.planner_id, s.day) IN (SELECT DISTINCT pl, dy FROM unnest(v_planner, v_day) AS t(pl, dy))
            GROUP BY 1, 2) d
      LEFT JOIN LATERAL (
        SELECT sum(x.seats)::int AS seats, jsonb_object_agg(x.owner, x.seats) AS owners
        FROM (SELECT hh.owner, sum(hh.party) AS seats FROM hold hh
              WHERE hh.planner_id = d.planner_id AND hh.day = d.day AND hh.state = 'live' AND hh.account_id IS NULL AND left(hh.owner, 2) IN ('a:', 'b:')
                AND hh.expires_at > p_now GROUP BY hh.owner) x) h ON true;
  END IF;

  FOR i IN 1..n LOOP
    CONTINUE WHEN v_status[i] IS NOT NULL;
    IF p_owner[i] = ANY (v_seen) THEN
      v_status[i] := 'again';
      CONTINUE;
    END IF;
    v_seen := v_seen || p_owner[i];
    closed := false;
    v_short := false;
    v_best := NULL;
    FOR c IN 0..p_candidates[i] - 1 LOOP
      at_run := p_at[i] + c * p_length[i];
      fits := true;
      prev := NULL;
      FOR k IN 0..p_length[i] - 1 LOOP
        pos := p_positions[at_run + k];
        IF NOT v_bookable[pos] OR (v_near[pos] AND p_owner[i] NOT LIKE 'o:%') OR NOT (v_planner[pos] || ':' || p_offering[i]) = ANY (v_served)
           OR (prev IS NOT NULL AND (v_ends[prev] <> v_starts[pos] OR v_planner[prev] <> v_planner[pos])) THEN
          fits := false;
          closed := true;
          EXIT;
        END IF;
        -- A statement of its own: only where seats are kept is a claim looked for.
        IF v_kept[pos] AND p_owner[i] NOT LIKE 'o:%' THEN
          IF NOT EXISTS (SELECT 1 FROM priority_claim x WHERE x.hold_id = p_id[i] AND x.planner_id = v_planner[pos]) THEN
            fits := false;
            closed := true;
            EXIT;
          END IF;
        END IF;
        IF v_free[pos] < p_party[i] THEN
          fits := false;
          EXIT;
        END IF;
        IF v_quoted AND v_quotas[pos] IS NOT NULL THEN
          IF pos || v_group[i] = ANY (v_shut) THEN
            fits := false;
            v_short := true;
            EXIT;
          END IF;
          k_room := quota_room(v_quotas[pos], v_group[i], v_ahead[pos], v_free[pos], v_day_free[v_day_of[pos]],
                               v_slot_use[pos], v_day_use[v_day_of[pos]]);
          -- What is used up within a batch stays so: the next of the same group need not reckon again.
          IF k_room < 1 THEN v_shut := v_shut || (pos || v_group[i]); END IF;
          IF k_room < p_party[i] THEN
            fits := false;
            v_short := true;
            EXIT;
          END IF;
        END IF;
        prev := pos;
      END LOOP;
      pos := p_positions[at_run];
      IF fits AND v_best IS NULL THEN
        v_best := at_run;
        v_best_pos := pos;
      ELSIF fits THEN
        IF v_load IS NULL THEN v_load := day_loads(v_planner, v_day); v_best_load := NULL; END IF;
        v_best_load := day_load(v_load, v_planner[v_best_pos], v_day[v_best_pos], p_slots[v_best_pos]);
        v_rival := day_load(v_load, v_planner[pos], v_day[pos], p_slots[pos]);
        IF v_rival < v_best_load THEN
          v_best := at_run;
          v_best_pos := pos;
        END IF;
      END IF;
      -- A choice is only among those that start with the first that fits.
      EXIT WHEN v_best IS NOT NULL AND (c + 1 = p_candidates[i]
                OR v_starts[p_positions[at_run + p_length[i]]] IS DISTINCT FROM v_starts[v_best_pos]);
    END LOOP;
    IF v_best IS NULL THEN
      v_status[i] := CASE WHEN closed AND p_candidates[i] = 1 THEN 'closed' WHEN v_short AND v_starts[p_positions[p_at[i]]] = v_starts[p_positions[p_at[i] + (p_candidates[i] - 1) * p_length[i]]] THEN 'quota' ELSE 'full' END;
      CONTINUE;
    END IF;
    at_run := v_best;
    pos := v_best_pos;
    IF v_anybody[i] THEN
      v_cap_key := v_planner[pos] || ':' || v_day[pos];
      IF (v_cap -> v_cap_key ->> 0)::int + coalesce((v_cap -> v_cap_key -> 1 ->> p_owner[i])::int, 0) < p_party[i] THEN
        v_status[i] := 'cap';
        CONTINUE;
      END IF;
      v_cap := jsonb_set(v_cap, ARRAY[v_cap_key, '0'], to_jsonb((v_cap -> v_cap_key ->> 0)::int - p_party[i]));
    END IF;
    v_status[i] := 'won';
    v_run[i] := at_run;
    FOR k IN 0..p_length[i] - 1 LOOP
      pos := p_positions[at_run + k];
      v_free[pos] := v_free[pos] - p_party[i];
      IF v_quoted AND v_quotas[pos] IS NOT NULL THEN
        v_slot_use[pos] := quota_used(v_slot_use[pos], v_group[i], p_party[i]);
        v_day_use[v_day_of[pos]] := quota_used(v_day_use[v_day_of[pos]], v_group[i], p_party[i]);
        v_day_free[v_day_of[pos]] := v_day_free[v_day_of[pos]] - p_party[i];
      END IF;
    END LOOP;
    pos := v_best_pos;
    IF v_minutes[pos] IS NOT NULL AND left(p_owner[i], 2) IN ('a:', 'b:', 'm:', 'o:') THEN
      v_expires[i] := p_now + make_interval(mins => v_minutes[pos]);
    END IF;
    IF v_load IS NOT NULL THEN
      v_load := jsonb_set(v_load, ARRAY[v_planner[pos] || ':' || v_day[pos], '0'],
                          to_jsonb(coalesce((v_load -> (v_planner[pos] || ':' || v_day[pos]) ->> 0)::int, 0) + p_party[i] * p_length[i]));
    END IF;
  END LOOP;

  -- A key used at the same instant in another batch: let that one decide.
  IF keyed THEN
    FOR r IN
      WITH mine AS (
        SELECT q.ord, q.owner, q.key, q.hash, q.id
        FROM unnest(p_owner, p_key, p_key_hash, p_id, v_status) WITH ORDINALITY AS q(owner, key, hash, id, status, ord)
        WHERE q.status = 'won' AND q.key IS NOT NULL
      ), written AS (
        INSERT INTO idempotent_answer AS a (caller, key, body_hash, status, hold_id, created_at)
        SELECT owner, key, hash, 201, id, p_now FROM mine ORDER BY owner, key
        ON CONFLICT DO NOTHING RETURNING a.caller, a.key
      )
      SELECT m.ord FROM mine m LEFT JOIN written w ON w.caller = m.owner AND w.key = m.key WHERE w.key IS NULL
    LOOP
      v_status[r.ord] := 'again';
      freed := true;
    END LOOP;
  END IF;

  -- The new hold is won: the owner's old one goes. Its seats come back with release_seats, a moment later.
  SELECT array_agg(h.id ORDER BY h.id) INTO v_old
  FROM unnest(p_owner, v_status) AS q(owner, status)
  CROSS JOIN LATERAL (SELECT x.id FROM hold x WHERE x.owner = q.owner AND x.state = 'live' LIMIT 1) h
  WHERE q.status = 'won';
  IF v_old IS NOT NULL THEN
    PERFORM 1 FROM hold h WHERE h.id = ANY (v_old) ORDER BY h.id FOR NO KEY UPDATE;
    UPDATE hold h SET state = 'released' WHERE h.id = ANY (v_old) AND h.state = 'live';
  END IF;

  FOR r IN
    WITH won AS (
      SELECT q.ord::int, q.id, q.owner, q.account, q.offering, q.party, q.expires, q.reschedule, v_run[q.ord] AS run, p_length[q.ord] AS len
      FROM unnest(p_id, p_owner, p_account, p_offering, p_party, v_expires, p_reschedule, v_status)
           WITH ORDINALITY AS q(id, owner, account, offering, party, expires, reschedule, status, ord)
      WHERE q.status = 'won'
    ), written AS (
      INSERT INTO hold AS h (id, owner, account_id, slot_ids, slot_id, planner_id, offering_id, day, starts_at, ends_at, party,
                        reschedule_of, state, created_at, first_expires_at, expires_at, quota_group)
      SELECT w.id, w.owner, w.account,
             ARRAY(SELECT p_slots[x.pos] FROM unnest(p_positions[w.run : w.run + w.len - 1]) WITH ORDINALITY AS x(pos, o) ORDER BY x.o),
             p_slots[p_positions[w.run]], v_planner[p_positions[w.run]], w.offering, v_day[p_positions[w.run]],
             v_starts[p_positions[w.run]], v_ends[p_positions[w.run + w.len - 1]], w.party,
             w.reschedule, 'live', p_now, w.expires, w.expires,
             CASE WHEN v_quoted AND v_quotas[p_positions[w.run]] IS NOT NULL THEN v_group[w.ord] END
      FROM won w ORDER BY w.owner
      ON CONFLICT (owner) WHERE state = 'live' DO NOTHING
      RETURNING h.id
    )
    SELECT w.ord, w.run, w.len, w.party, x.id IS NOT NULL AS kept FROM won w LEFT JOIN written x ON x.id = w.id
  LOOP
    IF r.kept THEN
      v_status[r.ord] := 'held';
      FOR k IN 0..r.len - 1 LOOP
        pos := p_positions[r.run + k];
        v_taken[pos] := v_taken[pos] + r.party;
      END LOOP;
    ELSE
      v_status[r.ord] := 'again';
      freed := true;
      IF p_key[r.ord] IS NOT NULL THEN
        DELETE FROM idempotent_answer a WHERE a.caller = p_owner[r.ord] AND a.key = p_key[r.ord];
      END IF;
    END IF;
  END LOOP;

  UPDATE slot s SET taken = s.taken + v_taken[array_position(p_slots, s.id)]
  WHERE s.id = ANY (p_slots) AND v_taken[array_position(p_slots, s.id)] > 0;

  RETURN QUERY
    SELECT q.ord::int,
           CASE WHEN freed AND v_status[q.ord] IN ('full', 'quota') THEN 'again' ELSE v_status[q.ord] END,
           v_hold[q.ord], p_slots[q.pos], v_starts[q.pos],
           v_ends[CASE WHEN v_run[q.ord] > 0 THEN p_positions[v_run[q.ord] + p_length[q.ord] - 1] ELSE q.pos END],
           v_expires[q.ord]
    FROM (SELECT g AS ord, p_positions[CASE WHEN v_run[g] > 0 THEN v_run[g] ELSE p_at[g] END] AS pos
          FROM generate_series(1, n) AS g) AS q;
END $function$;

CREATE OR REPLACE FUNCTION public.join_room(p_room integer, p_now timestamp with time zone, p_offering integer[], p_account integer[], p_entered_by integer[], p_pseudonym text[], p_people bytea[], p_keys bytea[], p_key_at integer[], p_party integer[], p_own boolean[], p_proved boolean[], p_weight integer[], p_channel text[], p_language text[], p_device text[], p_most integer)
 RETURNS TABLE(ord integer, status text, number integer, joined_at timestamp with time zone, offering_id integer)
 LANGUAGE plpgsql
 SET enable_seqscan TO 'off'
AS $function$
#variable_conflict use_column
DECLARE
  v_room room;
  v_at timestamptz;
  v_last timestamptz;
  v_keys bytea[];
  v_displaced int[];
  v_there int;
  v_proved boolean;
  v_held int;
  v_plain boolean[];
  v_twice bytea[];
  v_ords int[] := '{}';
  v_numbers int[] := '{}';
  c record;
  i int;
BEGIN
  SELECT * INTO v_room FROM room r WHERE r.id = p_room FOR NO KEY UPDATE;
  SELECT t.joined_at INTO v_last FROM ticket t WHERE t.room_id = p_room AND t.number = v_room.last_number;
  -- Clocks of machines differ: numbers and times go the same way, and nobody is drawn who came after the closing.
  v_at := greatest(p_now, v_last, CASE WHEN v_room.state IN ('closed', 'admitting') THEN v_room.closes_at END);

  v_twice := ARRAY(SELECT k FROM unnest(p_keys) AS k GROUP BY k HAVING count(*) > 1);
  -- Most of a crowd comes alone, once, with an account that has no place here: nothing has to be asked about each of them.
  SELECT array_agg(u.alone AND NOT EXISTS (SELECT FROM ticket_person tp WHERE tp.room_id = p_room AND tp.live AND tp.person_key = u.key)
                           AND NOT EXISTS (SELECT FROM ticket t WHERE t.room_id = p_room AND t.account_id = u.account
                                             AND t.state IN ('waiting', 'admitted')) ORDER BY u.n) INTO v_plain
  FROM (
    SELECT q.n, q.account, k.key, q.account IS NOT NULL AND q.party = 1 AND count(*) OVER (PARTITION BY q.account) = 1
             AND NOT k.key = ANY (v_twice) AS alone
    FROM unnest(p_account, p_party, p_key_at) WITH ORDINALITY AS q(account, party, at, n)
    JOIN unnest(p_keys) WITH ORDINALITY AS k(key, at) ON k.at = q.at
  ) u;

  FOR i IN 1..cardinality(p_account) LOOP
    ord := i; number := 0; joined_at := v_at; offering_id := p_offering[i];
    IF v_room.id IS NULL OR v_room.state = 'ended' OR (v_room.ordering = 'registration-draw' AND v_at >= v_room.closes_at) THEN
      status := 'over';
      RETURN NEXT;
      CONTINUE;
    END IF;
    IF p_now < v_room.joins_at THEN
      status := 'not-yet';
      RETURN NEXT;
      CONTINUE;
    END IF;

    IF v_plain[i] THEN
      v_room.last_number := v_room.last_number + 1;
      number := v_room.last_number;
      status := 'joined';
      v_ords := v_ords || i;
      v_numbers := v_numbers || number;
      RETURN NEXT;
      CONTINUE;
    END IF;

    v_keys := p_keys[p_key_at[i] : p_key_at[i] + p_party[i] - 1];
    v_displaced := '{}';
    v_there := NULL;
    -- An account proves who its own person is once an office has seen them.
    v_proved := p_proved[i] OR (p_own[i] AND (
      EXISTS (SELECT FROM identification n WHERE n.account_id = p_account[i] AND n.undone_at IS NULL)
      OR EXISTS (SELECT FROM booking b WHERE b.account_id = p_account[i] AND b.status <> 'cancelled')));
    status := 'joined';
    FOR c IN
      SELECT t.number, t.account_id, t.proved, t.state, t.party, t.joined_at, t.offering_id,
             count(*) AS matches, bool_or(tp.person_key = v_keys[1]) AS first_person
      FROM ticket_person tp JOIN ticket t ON t.room_id = tp.room_id AND t.number = tp.number
      WHERE tp.room_id = p_room AND tp.live AND tp.person_key = ANY (v_keys)
      GROUP BY t.room_id, t.number
    LOOP
      IF c.account_id = p_account[i] AND c.party = p_party[i] AND c.matches = p_party[i] THEN
        status := 'there';
        v_there := c.number; joined_at := c.joined_at; offering_id := c.offering_id;
      ELSIF v_proved AND NOT c.proved AND c.first_person AND c.matches = 1 AND c.account_id IS DISTINCT FROM p_account[i]
            AND c.state IN ('waiting', 'admitted') THEN
        v_displaced := v_displaced || c.number;
      ELSE
        status := 'already-waiting';
        EXIT;
      END IF;
    END LOOP;
    IF status = 'there' THEN number := v_there; END IF;
    IF status = 'joined' AND p_account[i] IS NOT NULL THEN
      SELECT count(*) INTO v_held FROM ticket t
      WHERE t.room_id = p_room AND t.account_id = p_account[i] AND t.state IN ('waiting', 'admitted');
      IF v_held >= p_most THEN status := 'too-many-tickets'; END IF;
    END IF;
    IF status <> 'joined' THEN
      RETURN NEXT;
      CONTINUE;
    END IF;

    IF cardinality(v_displaced) > 0 THEN
      WITH gone AS (
        UPDATE ticket t SET state = 'displaced', settled_at = v_at
        WHERE t.room_id = p_room AND t.number = ANY (v_displaced) RETURNING t.number, t.account_id
      ), freed AS (
        UPDATE ticket_person tp SET live = false FROM gone WHERE tp.room_id = p_room AND tp.number = gone.number
      )
      INSERT INTO outbox (task, payload, created_at)
      SELECT 'notify', jsonb_build_object('kind', 'ticket-displaced', 'roomId', p_room, 'number', gone.number), v_at
      FROM gone WHERE gone.account_id IS NOT NULL;
    END IF;
    v_room.last_number := v_room.last_number + 1;
    number := v_room.last_number;
    INSERT INTO ticket (room_id, number, offering_id, account_id, entered_by, pseudonym, party, people_cipher, proved, weight,
                        channel, language, device, joined_at)
    VALUES (p_room, v_room.last_number, p_offering[i], p_account[i], p_entered_by[i], p_pseudonym[i], p_party[i], p_people[i],
            v_proved, p_weight[i], p_channel[i], p_language[i], p_device[i], v_at);
    INSERT INTO ticket_person (room_id, number, person_key)
    SELECT p_room, v_room.last_number, k FROM unnest(v_keys) AS k ORDER BY k;
    RETURN NEXT;
  END LOOP;
  IF cardinality(v_ords) > 0 THEN
    WITH new AS (
      SELECT u.number, q.*, k.key
      FROM unnest(v_ords, v_numbers) AS u(i, number)
      JOIN unnest(p_offering, p_account, p_entered_by, p_pseudonym, p_people, p_key_at, p_own, p_proved, p_weight, p_channel, p_language,
                  p_device) WITH ORDINALITY
           AS q(offering, account, entered_by, pseudonym, people, key_at, own, proved, weight, channel, language, device, i) ON q.i = u.i
      JOIN unnest(p_keys) WITH ORDINALITY AS k(key, at) ON k.at = q.key_at
    ), given AS (
      INSERT INTO ticket (room_id, number, offering_id, account_id, entered_by, pseudonym, party, people_cipher, proved, weight,
                          channel, language, device, joined_at)
      SELECT p_room, new.number, new.offering, new.account, new.entered_by, new.pseudonym, 1, new.people,
             new.proved OR (new.own AND (
               EXISTS (SELECT FROM identification n WHERE n.account_id = new.account AND n.undone_at IS NULL)
               OR EXISTS (SELECT FROM booking b WHERE b.account_id = new.account AND b.status <> 'cancelled'))),
             new.weight, new.channel, new.language, new.device, v_at
      FROM new
    )
    INSERT INTO ticket_person (room_id, number, person_key) SELECT p_room, new.number, new.key FROM new;
  END IF;
  UPDATE room r SET last_number = v_room.last_number WHERE r.id = p_room AND r.last_number <> v_room.last_number;
END $function$;

CREATE OR REPLACE FUNCTION public.keep_draw()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF (NEW.room_id, NEW.rules, NEW.commitment, NEW.public_key, NEW.announced_at, NEW.announced_signature)
       IS DISTINCT FROM
     (OLD.room_id, OLD.rules, OLD.commitment, OLD.public_key, OLD.announced_at, OLD.announced_signature)
     OR NEW.seed_cipher IS DISTINCT FROM OLD.seed_cipher AND current_setting('turno.re_encrypting', true) IS DISTINCT FROM 'on'
     OR NEW.mixing IS DISTINCT FROM OLD.mixing
     OR OLD.list IS NOT NULL AND (NEW.list_root, NEW.listed, NEW.closed_at, NEW.closed_signature)
       IS DISTINCT FROM (OLD.list_root, OLD.listed, OLD.closed_at, OLD.closed_signature)
     OR OLD.list IS NOT NULL AND NEW.list IS DISTINCT FROM OLD.list
     OR OLD.seed IS NOT NULL AND NEW.seed IS DISTINCT FROM OLD.seed
     OR OLD.public_value IS NOT NULL AND NEW.public_value IS DISTINCT FROM OLD.public_value
     OR OLD.places IS NOT NULL AND (NEW.places, NEW.drawn_at, NEW.drawn_signature)
       IS DISTINCT FROM (OLD.places, OLD.drawn_at, OLD.drawn_signature)
  THEN RAISE EXCEPTION 'what is published of a draw never changes' USING ERRCODE = 'check_violation', CONSTRAINT = 'draw_kept';
  END IF;
  RETURN NEW;
END $function$;

CREATE OR REPLACE FUNCTION public.keep_drawn_room()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF (NEW.code, NEW.ordering, NEW.joins_at, NEW.closes_at, NEW.opens_at, NEW.turn_seconds)
       IS DISTINCT FROM (OLD.code, OLD.ordering, OLD.joins_at, OLD.closes_at, OLD.opens_at, OLD.turn_seconds)
     AND EXISTS (SELECT FROM draw WHERE room_id = OLD.id)
  THEN RAISE EXCEPTION 'the rules of a draw never change' USING ERRCODE = 'check_violation', CONSTRAINT = 'room_drawn_kept';
  END IF;
  RETURN NEW;
END $function$;

CREATE OR REPLACE FUNCTION public.quota_about(p_who text, p_group text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ((p_who = split_part(p_group, ':'::text, 1)) OR (p_who = split_part(p_group, ':'::text, 2)) OR ((p_who = 'elsewhere'::text) AND (p_group ~~ '%:unsaid'::text)));

CREATE OR REPLACE FUNCTION public.quota_day_free(p_now timestamp with time zone, p_planner integer, p_day date)
 RETURNS integer
 LANGUAGE sql
 STABLE
AS $function$
  SELECT coalesce(sum(s.capacity - s.taken), 0)::int FROM slot s
  WHERE s.planner_id = p_planner AND s.day = p_day AND s.open AND s.starts_at > p_now
$function$;

CREATE OR REPLACE FUNCTION public.quota_first(p_now timestamp with time zone, p_planner integer, p_group text, p_first date, p_last date, p_notice integer, p_minutes integer)
 RETURNS TABLE(day date, starts_at timestamp with time zone)
 LANGUAGE plpgsql
 STABLE
AS $function$
#variable_conflict use_column
DECLARE d date;
BEGIN
  FOR d IN
    SELECT DISTINCT s.day FROM slot s WHERE s.planner_id = p_planner AND s.open AND s.opens_at <= p_now AND s.starts_at > p_now
      AND s.day BETWEEN p_first AND p_last AND s.day >= (p_now AT TIME ZONE 'UTC')::date - 1 ORDER BY s.day
  LOOP
    RETURN QUERY
      WITH room AS MATERIALIZED (
        SELECT s.* FROM quota_rooms(p_now, p_planner, p_group, d, d) q JOIN slot s ON s.id = q.slot_id
        WHERE q.room >= 1 AND s.opens_at <= p_now)
      SELECT s.day, s.starts_at FROM room s JOIN planner p ON p.id = p_planner
      WHERE s.starts_at >= p_now + make_interval(mins => p_notice)
        AND (p.audience = 'everybody' OR s.starts_at <= p_now + make_interval(mins => p.audience_until_minutes))
        AND (p_minutes IS NULL OR (SELECT sum(n.ends_at - n.starts_at) FROM room n WHERE n.starts_at >= s.starts_at
               AND n.starts_at < s.starts_at + make_interval(mins => p_minutes)) >= make_interval(mins => p_minutes))
      ORDER BY s.starts_at LIMIT 1;
    EXIT WHEN FOUND;
  END LOOP;
END $function$;

CREATE OR REPLACE FUNCTION public.quota_room(p_quotas jsonb, p_group text, p_minutes_ahead double precision, p_slot_free integer, p_day_free integer, p_slot_use jsonb, p_day_use jsonb)
 RETURNS integer
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE
AS $function$
DECLARE
  q jsonb; v_about boolean; v_used int; v_slot int := p_slot_free; v_day int := p_day_free; v_most int; u record;
BEGIN
  FOR q IN SELECT * FROM jsonb_array_elements(p_quotas) LOOP
    CONTINUE WHEN coalesce((q ->> 'untilMinutes')::int >= p_minutes_ahead, false);
    v_about := quota_about(q ->> 'who', p_group);
    CONTINUE WHEN v_about <> (q ->> 'kind' = 'at-most');
    v_used := 0;
    FOR u IN SELECT * FROM jsonb_each_text(CASE q ->> 'per' WHEN 'day' THEN p_day_use ELSE p_slot_use END) LOOP
      IF quota_about(q ->> 'who', u.key) THEN v_used := v_used + u.value::int; END IF;
    END LOOP;
    IF v_about THEN
      v_most := least(v_most, (q ->> 'seats')::int - v_used);
    ELSIF q ->> 'per' = 'day' THEN
      v_day := v_day - greatest(0, (q ->> 'seats')::int - v_used);
    ELSE
      v_slot := v_slot - greatest(0, (q ->> 'seats')::int - v_used);
    END IF;
  END LOOP;
  RETURN greatest(0, least(v_slot, v_day, v_most));
END $function$;

CREATE OR REPLACE FUNCTION public.quota_rooms(p_now timestamp with time zone, p_planner integer, p_group text, p_from date, p_to date)
 RETURNS TABLE(slot_id bigint, day date, room integer, day_room integer)
 LANGUAGE sql
 STABLE
AS $function$
  WITH used AS MATERIALIZED (SELECT * FROM quota_use(p_planner, p_from, p_to)),
  of_day AS (
    SELECT e.day, jsonb_object_agg(e.key, e.seats) AS use
    FROM (SELECT u.day, k.key, sum(k.value::int)::int AS seats FROM used u CROSS JOIN LATERAL jsonb_each_text(u.use) k GROUP BY 1, 2) e
    GROUP BY 1
  ), free AS MATERIALIZED (
    SELECT s.id, s.day, s.starts_at, s.capacity - s.taken AS seats, sum(s.capacity - s.taken) OVER (PARTITION BY s.day)::int AS of_day
    FROM slot s WHERE s.planner_id = p_planner AND s.open AND s.day BETWEEN p_from AND p_to AND s.starts_at > p_now
  )
  SELECT f.id, f.day, quota_room(p.quotas, p_group, extract(epoch FROM f.starts_at - p_now) / 60, f.seats, f.of_day,
                                 coalesce(u.use, '{}'), coalesce(d.use, '{}')),
         CASE WHEN p.quotas @? '$[*] ? (@.per == "day")'
           THEN quota_room(jsonb_path_query_array(p.quotas, '$[*] ? (@.per == "day")'), p_group,
                           extract(epoch FROM f.starts_at - p_now) / 60, f.of_day, f.of_day, '{}', coalesce(d.use, '{}'))
           ELSE f.of_day END
  FROM free f JOIN planner p ON p.id = p_planner LEFT JOIN used u ON u.slot_id = f.id LEFT JOIN of_day d ON d.day = f.day
$function$;

CREATE OR REPLACE FUNCTION public.quota_use(p_planner integer, p_from date, p_to date)
 RETURNS TABLE(slot_id bigint, day date, use jsonb)
 LANGUAGE sql
 STABLE
AS $function$
  WITH claim AS (
    SELECT u.id, h.quota_group AS grp, h.party FROM hold h CROSS JOIN unnest(h.slot_ids) AS u(id)
    WHERE h.planner_id = p_planner AND h.day BETWEEN p_from AND p_to AND h.quota_group IS NOT NULL
      AND (h.state = 'live' OR (h.state = 'released' AND NOT h.seats_returned))
    UNION ALL
    SELECT u.id, b.quota_group, b.party FROM booking b CROSS JOIN unnest(b.slot_ids) AS u(id)
    WHERE b.planner_id = p_planner AND b.quota_group IS NOT NULL AND b.status <> 'cancelled'
      AND b.starts_at >= p_from::timestamptz - interval '1 day' AND b.starts_at < p_to::timestamptz + interval '2 days'
  ), summed AS (SELECT c.id, c.grp, sum(c.party)::int AS seats FROM claim c GROUP BY 1, 2),
  used AS (SELECT m.id, jsonb_object_agg(m.grp, m.seats) AS use FROM summed m GROUP BY 1)
  SELECT u.id, s.day, u.use FROM used u JOIN slot s ON s.id = u.id WHERE s.day BETWEEN p_from AND p_to
$function$;

CREATE OR REPLACE FUNCTION public.quota_used(p_use jsonb, p_group text, p_seats integer)
 RETURNS jsonb
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (p_use || jsonb_build_object(p_group, (COALESCE(((p_use ->> p_group))::integer, 0) + p_seats)));

CREATE OR REPLACE FUNCTION public.release_seats(p_now timestamp with time zone, p_limit integer)
 RETURNS integer
 LANGUAGE plpgsql
AS $function$
DECLARE
  v_holds uuid[];
  v_slots bigint[];
  v_passed uuid[];
  v_count int;
  r record;
BEGIN
  SELECT array_agg(c.id) INTO v_holds FROM (
    (SELECT h.id FROM hold h WHERE h.state = 'live' AND h.expires_at <= p_now ORDER BY h.expires_at LIMIT p_limit)
    UNION ALL
    (SELECT h.id FROM hold h WHERE h.state = 'released' AND NOT h.seats_returned LIMIT p_limit)
  ) c;
  IF v_holds IS NULL THEN RETURN 0; END IF;

  SELECT array_agg(DISTINCT u.id) INTO v_slots FROM hold h CROSS JOIN unnest(h.slot_ids) AS u(id) WHERE h.id = ANY (v_holds);
  PERFORM 1 FROM slot s WHERE s.id = ANY (v_slots) ORDER BY s.id FOR NO KEY UPDATE;

  WITH closed AS (
    UPDATE hold h SET state = 'released', seats_returned = true
    WHERE h.id = ANY (v_holds)
      AND ((h.state = 'live' AND h.expires_at <= p_now) OR (h.state = 'released' AND NOT h.seats_returned))
    RETURNING h.id, left(h.owner, 2) IN ('p:', 'l:', 'f:') AS passed, h.slot_ids, h.party
  ), back AS (
    SELECT u.id, sum(c.party)::int AS seats FROM closed c CROSS JOIN unnest(c.slot_ids) AS u(id) WHERE NOT c.passed GROUP BY u.id
  ), returned AS (
    UPDATE slot s SET taken = s.taken - b.seats, capacity = greatest(s.planned, s.taken - b.seats)
    FROM back b WHERE s.id = b.id
  )
  SELECT count(*), array_agg(c.id) FILTER (WHERE c.passed) INTO v_count, v_passed FROM closed c;
  IF v_passed IS NOT NULL THEN
    FOR r IN SELECT h.* FROM hold h WHERE h.id = ANY (v_passed) ORDER BY h.id LOOP
      PERFORM free_seats(p_now, r.slot_ids, r.party, r.offering_id, left(r.owner, 2) <> 'f:');
    END LOOP;
  END IF;
  RETURN v_count;
END $function$;

CREATE OR REPLACE FUNCTION public.room_seats(p_room integer, p_now timestamp with time zone, OUT free integer, OUT largest integer, OUT coming integer, OUT minutes integer)
 RETURNS record
 LANGUAGE sql
 STABLE
AS $function$
  WITH s AS MATERIALIZED (
    SELECT s.id, s.planner_id, s.day, s.opens_at <= p_now AS is_open, p.quotas IS NOT NULL AS quoted, s.capacity - s.taken AS seats,
           extract(epoch FROM s.ends_at - s.starts_at) / 60 AS minutes
    FROM room r JOIN room_planner rp ON rp.room_id = r.id JOIN planner p ON p.id = rp.planner_id AND p.published
    JOIN slot s ON s.planner_id = p.id AND s.open AND s.day >= (p_now AT TIME ZONE 'UTC')::date - 1
    WHERE r.id = p_room AND s.starts_at > p_now AND s.starts_at >= p_now + make_interval(mins => p.notice_minutes)
      AND (p.audience = 'everybody' OR s.starts_at <= p_now + make_interval(mins => p.audience_until_minutes))
      AND CASE WHEN r.gated_from IS NOT NULL THEN s.opens_at BETWEEN r.gated_from AND r.gated_to
               -- without a release: whatever is open, but for what another room stands before
               ELSE s.opens_at <= p_now AND NOT EXISTS (
                 SELECT FROM room o JOIN room_planner op ON op.room_id = o.id
                 WHERE op.planner_id = s.planner_id AND o.id <> r.id AND o.state <> 'ended'
                   AND s.opens_at BETWEEN o.gated_from AND o.gated_to) END
  ), quoted AS (
    SELECT s.planner_id, s.day, least(sum(q.room), max(q.day_room))::int AS room, max(q.room) AS largest
    FROM (SELECT DISTINCT x.planner_id FROM s x WHERE x.quoted AND x.is_open) pl
    CROSS JOIN LATERAL (SELECT min(x.day) AS first, max(x.day) AS last FROM s x WHERE x.planner_id = pl.planner_id) d
    CROSS JOIN LATERAL quota_rooms(p_now, pl.planner_id, 'web:unsaid', d.first, d.last) q
    JOIN s ON s.id = q.slot_id AND s.is_open GROUP BY 1, 2
  )
  SELECT (coalesce((SELECT sum(s.seats) FROM s WHERE s.is_open AND NOT s.quoted), 0) + coalesce((SELECT sum(q.room) FROM quoted q), 0))::int,
         greatest((SELECT max(s.seats) FROM s WHERE s.is_open AND NOT s.quoted), (SELECT max(q.largest) FROM quoted q), 0)::int,
         coalesce((SELECT sum(s.seats) FROM s WHERE NOT s.is_open), 0)::int,
         greatest(1, coalesce((SELECT min(s.minutes) FROM s), 1))::int
$function$;

CREATE OR REPLACE FUNCTION public.rooms_due(p_now timestamp with time zone, p_usual boolean)
 RETURNS TABLE(release_id bigint, code text, planner_id integer, office_id integer, opens_at timestamp with time zone, last_opens_at timestamp with time zone, ordering text, joins_minutes integer, closes_minutes integer, turn_seconds integer)
 LANGUAGE sql
 STABLE
AS $function$
  SELECT l.id, l.code, l.planner_id, p.office_id, l.opens_at, l.last_opens_at, coalesce(u.ordering, 'first-come'),
         coalesce(u.joins_minutes, 30), coalesce(u.closes_minutes, 0), coalesce(u.turn_seconds, 600)
  FROM release l
  JOIN planner p ON p.id = l.planner_id AND p.published AND p.audience = 'everybody'
  LEFT JOIN room_rule u ON u.planner_id = l.planner_id
  WHERE l.cancelled_at IS NULL AND l.seats > 0 AND l.told_from IS NULL AND l.opens_at > p_now
    -- told of a day before one may join
    AND l.opens_at <= p_now + make_interval(mins => coalesce(u.joins_minutes, 30)) + interval '1 day'
    AND coalesce(u.room, 'demand') <> 'never' AND coalesce(u.ordering, 'first-come') <> 'registration-draw'
    AND NOT EXISTS (SELECT FROM room r WHERE r.release_id = l.id AND r.outcome IS DISTINCT FROM 'cancelled')
    AND NOT EXISTS (SELECT FROM room r JOIN room_planner rp ON rp.room_id = r.id
                    WHERE rp.planner_id = l.planner_id AND r.state <> 'ended' AND l.opens_at BETWEEN r.gated_from AND r.gated_to)
    AND (u.room = 'always' OR (p_usual AND (
      (SELECT count(*) > 0 AND bool_and(last.fast) FROM (
         SELECT coalesce(o.sold_out_at <= o.last_opens_at + interval '10 minutes', false) AS fast FROM release o
         WHERE o.planner_id = l.planner_id AND o.cancelled_at IS NULL AND o.seats > 0 AND o.last_opens_at < p_now - interval '10 minutes'
         ORDER BY o.opens_at DESC LIMIT 3) last)
      OR (SELECT count(*) FROM planner_offering po JOIN waiting_entry w ON w.offering_id = po.offering_id AND w.live
          WHERE po.planner_id = l.planner_id) >= l.seats)))
$function$;

CREATE OR REPLACE FUNCTION public.search_text(given text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN TRIM(BOTH FROM regexp_replace(lower(regexp_replace(NORMALIZE(given, NFD), '[\u0300-\u036f]'::text, ''::text, 'g'::text)), '[^[:alnum:]]+'::text, ' '::text, 'g'::text));

CREATE OR REPLACE FUNCTION public.settle_room(p_room integer, p_now timestamp with time zone, p_most integer)
 RETURNS integer
 LANGUAGE plpgsql
 SET enable_seqscan TO 'off'
AS $function$
DECLARE
  v_count int;
BEGIN
  WITH waits AS (
    SELECT t.number FROM ticket t WHERE t.room_id = p_room AND t.state IN ('waiting', 'admitted')
      AND NOT (t.state = 'admitted' AND ticket_holds_seat(p_room, t.number, p_now))
    ORDER BY t.number LIMIT p_most FOR NO KEY UPDATE SKIP LOCKED
  ), ended AS (
    UPDATE ticket t SET state = 'over', settled_at = p_now FROM waits WHERE t.room_id = p_room AND t.number = waits.number
    RETURNING t.number, t.account_id
  ), freed AS (
    UPDATE ticket_person tp SET live = false FROM ended WHERE tp.room_id = p_room AND tp.number = ended.number
  ), told AS (
    INSERT INTO outbox (task, payload, created_at)
    SELECT 'notify', jsonb_build_object('kind', 'room-over', 'roomId', p_room, 'number', ended.number), p_now
    FROM ended WHERE ended.account_id IS NOT NULL
  )
  SELECT count(*) INTO v_count FROM ended;
  RETURN v_count;
END $function$;

CREATE OR REPLACE FUNCTION public.take_promised_seats(p_ord integer[], p_slot bigint[], p_seats integer[], p_room integer[])
 RETURNS TABLE(ord integer)
 LANGUAGE plpgsql
AS $function$
BEGIN
  PERFORM 1 FROM slot s WHERE s.id = ANY (p_slot) ORDER BY s.id FOR NO KEY UPDATE;
  RETURN QUERY
    SELECT DISTINCT a.ord
    FROM (SELECT u.ord, u.slot, u.room, sum(u.seats) OVER (PARTITION BY u.slot ORDER BY u.ord ROWS UNBOUNDED PRECEDING) AS upto
          FROM unnest(p_ord, p_slot, p_seats, p_room) AS u(ord, slot, seats, room)) a
    JOIN slot s ON s.id = a.slot
    WHERE s.taken + a.upto > greatest(s.planned, a.room);
  UPDATE slot s SET taken = s.taken + a.seats, capacity = greatest(s.capacity, s.taken + a.seats)
  FROM (SELECT u.slot, sum(u.seats)::int AS seats FROM unnest(p_slot, p_seats) AS u(slot, seats) GROUP BY u.slot) a
  WHERE s.id = a.slot;
END $function$;

CREATE OR REPLACE FUNCTION public.tell_near(p_room integer, p_now timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SET enable_seqscan TO 'off'
AS $function$
DECLARE
  r room;
  v_drawn int;
  v_numbers int[];
  v_count int;
  v_many int;
BEGIN
  SELECT * INTO r FROM room WHERE id = p_room;
  IF r.drawn IS NULL OR r.ordering = 'registration-draw' OR NOT (r.state = 'admitting' OR (r.state = 'closed' AND r.opens_at <= p_now + interval '1 hour')) THEN
    RETURN 0;
  END IF;
  v_many := CASE WHEN r.state = 'closed' THEN r.free ELSE least(500, greatest(10, ceil(coalesce(r.pace, 0) * 15)::int)) END;
  SELECT coalesce(cardinality(d.places), 0), d.places[r.admitted_through + 1 : r.admitted_through + v_many] INTO v_drawn, v_numbers
  FROM draw d WHERE d.room_id = p_room;
  v_drawn := coalesce(v_drawn, 0);
  v_many := v_many - coalesce(cardinality(v_numbers), 0);
  v_numbers := coalesce(v_numbers, '{}') || ARRAY(
    SELECT n FROM generate_series(greatest(r.admitted_through, r.drawn) + 1, least(greatest(r.admitted_through, r.drawn) + v_many, r.last_number)) n);
  WITH near AS (
    UPDATE ticket t SET told_near_at = p_now
    WHERE t.room_id = p_room AND t.number = ANY (v_numbers) AND t.state = 'waiting' AND t.told_near_at IS NULL
      -- whoever has just joined is looking
      AND t.account_id IS NOT NULL AND t.joined_at < p_now - interval '5 minutes'
    RETURNING t.number
  ), told AS (
    INSERT INTO outbox (task, payload, created_at)
    SELECT 'notify', jsonb_build_object('kind', 'turn-near', 'roomId', p_room, 'number', near.number), p_now FROM near
  )
  SELECT count(*) INTO v_count FROM near;
  RETURN v_count;
END $function$;

CREATE OR REPLACE FUNCTION public.ticket_holds_seat(p_room integer, p_number integer, p_now timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  SELECT EXISTS (SELECT FROM hold_ticket ht JOIN hold h ON h.id = ht.hold_id
                 WHERE ht.room_id = p_room AND ht.number = p_number AND h.state = 'live' AND h.expires_at > p_now)
$function$;

CREATE OR REPLACE FUNCTION public.unforeseeable_share()
 RETURNS double precision
 LANGUAGE sql
AS $function$
  SELECT ('x' || left(replace(gen_random_uuid()::text, '-', ''), 12))::bit(48)::bigint / 281474976710656::double precision
$function$;

CREATE TRIGGER audit_cut_kept BEFORE DELETE OR UPDATE ON public.audit_cut FOR EACH ROW EXECUTE FUNCTION audit_only_grows();

CREATE TRIGGER audit_cut_not_emptied BEFORE TRUNCATE ON public.audit_cut FOR EACH STATEMENT EXECUTE FUNCTION audit_only_grows();

CREATE TRIGGER audit_entry_kept BEFORE DELETE OR UPDATE ON public.audit_entry FOR EACH ROW EXECUTE FUNCTION audit_only_grows();

CREATE TRIGGER audit_entry_not_emptied BEFORE TRUNCATE ON public.audit_entry FOR EACH STATEMENT EXECUTE FUNCTION audit_only_grows();

CREATE TRIGGER audit_entry_to_link AFTER INSERT ON public.audit_entry REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION audit_to_link();

CREATE TRIGGER audit_link_kept BEFORE DELETE OR UPDATE ON public.audit_link FOR EACH ROW EXECUTE FUNCTION audit_only_grows();

CREATE TRIGGER audit_link_not_emptied BEFORE TRUNCATE ON public.audit_link FOR EACH STATEMENT EXECUTE FUNCTION audit_only_grows();

CREATE TRIGGER booking_is_nominal BEFORE UPDATE OF booking_id, "position", given_name, family_name, birth_date, codice_fiscale_cipher, codice_fiscale_key, person_key, likeness_key ON public.booking_person FOR EACH ROW EXECUTE FUNCTION booking_is_nominal();

CREATE TRIGGER draw_kept BEFORE UPDATE ON public.draw FOR EACH ROW EXECUTE FUNCTION keep_draw();

CREATE TRIGGER room_drawn_kept BEFORE UPDATE OF code, ordering, joins_at, closes_at, opens_at, turn_seconds ON public.room FOR EACH ROW EXECUTE FUNCTION keep_drawn_room();

CREATE TRIGGER session_uses_account AFTER INSERT ON public.session REFERENCING NEW TABLE AS opened FOR EACH STATEMENT EXECUTE FUNCTION account_used();
