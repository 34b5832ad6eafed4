-- Certified e-mail (PEC): the mailboxes it leaves from, what was sent, the receipts that came and the answers.

CREATE TABLE certified_account (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  office_id int REFERENCES office ON DELETE CASCADE,  -- null: of the whole network
  sender text NOT NULL,                               -- the certified address
  smtp_host text NOT NULL,
  smtp_port int NOT NULL CHECK (smtp_port BETWEEN 1 AND 65535),
  imap_host text NOT NULL,
  imap_port int NOT NULL CHECK (imap_port BETWEEN 1 AND 65535),
  username text NOT NULL,
  password_cipher bytea NOT NULL,
  folder text NOT NULL,                               -- where receipts arrive
  done_folder text,                                   -- where they are moved once read; null: they stay, marked as read
  active boolean NOT NULL DEFAULT true,
  -- How far the mailbox was read: what lies up to here is kept in this database already.
  uid_validity bigint,
  last_uid bigint NOT NULL DEFAULT 0,
  read_at timestamptz,                                -- when it was last tried
  read_fault text,                                    -- why that failed; null: it did not
  created_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  changed_by int REFERENCES account ON DELETE SET NULL,
  CONSTRAINT certified_account_once UNIQUE NULLS NOT DISTINCT (office_id)
);

CREATE TABLE certified_message (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  office_id int NOT NULL REFERENCES office,
  account_id int REFERENCES certified_account ON DELETE SET NULL,
  about text NOT NULL,                                -- what it is about, and which: 'clearance' 17
  about_id text NOT NULL,
  payload jsonb NOT NULL,                             -- ids, from which its text is written at each attempt
  dedupe text NOT NULL CONSTRAINT certified_message_once UNIQUE,
  recipient text NOT NULL,
  message_id text NOT NULL UNIQUE,                    -- with a proof of ours: receipts name it
  mark text NOT NULL UNIQUE,                          -- the same in the subject, for answers that name nothing else
  provider_id text,                                   -- the provider's own identifier of the message, from its receipts
  state text NOT NULL CHECK (state IN ('waiting', 'sent', 'accepted', 'delivered', 'failed', 'dropped')),
  fault text,                                         -- why it failed
  attempts int NOT NULL DEFAULT 0,
  next_try_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  sent_at timestamptz,
  accepted_at timestamptz,
  delivered_at timestamptz,
  failed_at timestamptz,
  settled_at timestamptz,                             -- an operator has seen to what failed
  settled_by int REFERENCES account ON DELETE SET NULL
);
CREATE INDEX certified_message_about ON certified_message (about, about_id, id);
CREATE INDEX certified_message_waiting ON certified_message (next_try_at) WHERE state = 'waiting';
CREATE INDEX certified_message_failed ON certified_message (office_id, failed_at) WHERE state = 'failed' AND settled_at IS NULL;
CREATE INDEX certified_message_account ON certified_message (account_id, created_at);
CREATE INDEX certified_message_provider ON certified_message (provider_id) WHERE provider_id IS NOT NULL;

CREATE TABLE certified_receipt (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  message_id bigint NOT NULL REFERENCES certified_message ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('accettazione', 'non-accettazione', 'presa-in-carico', 'avvenuta-consegna',
                                     'errore-consegna', 'preavviso-errore-consegna', 'rilevazione-virus')),
  own_id text NOT NULL,                               -- the receipt's own Message-ID: it counts once
  at timestamptz NOT NULL,                            -- as the provider certifies
  error text,
  words text,                                         -- the provider's own about the error
  read_at timestamptz NOT NULL,
  raw_cipher bytea NOT NULL,                          -- the whole e-mail with the provider's signature, sealed
  CONSTRAINT certified_receipt_once UNIQUE (message_id, own_id)
);
ALTER TABLE certified_receipt ALTER COLUMN raw_cipher SET STORAGE EXTERNAL;

CREATE TABLE certified_answer (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  message_id bigint NOT NULL REFERENCES certified_message ON DELETE CASCADE,
  own_id text NOT NULL,
  certified boolean NOT NULL,                         -- it came by certified e-mail itself
  sender text NOT NULL,
  subject_cipher bytea NOT NULL,
  text_cipher bytea NOT NULL,
  arrived_at timestamptz NOT NULL,
  settled_at timestamptz,
  settled_by int REFERENCES account ON DELETE SET NULL,
  CONSTRAINT certified_answer_once UNIQUE (message_id, own_id)
);
CREATE INDEX certified_answer_open ON certified_answer (message_id) WHERE settled_at IS NULL;

CREATE TABLE certified_answer_file (
  answer_id bigint NOT NULL REFERENCES certified_answer ON DELETE CASCADE,
  position int NOT NULL,
  name_cipher bytea NOT NULL,
  size int NOT NULL CHECK (size > 0),
  content_cipher bytea NOT NULL,
  PRIMARY KEY (answer_id, position)
);
ALTER TABLE certified_answer_file ALTER COLUMN content_cipher SET STORAGE EXTERNAL;
