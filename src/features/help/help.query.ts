import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { Language, LocalText } from '#platform/language.ts';
import type { Secrets } from '#platform/secrets.ts';
import './tables.ts';

export type HelpState = 'waiting' | 'answered' | 'closed';

export interface HelpRequest {
  readonly id: number;
  readonly office: {
    readonly id: number;
    readonly code: string;
    readonly name: LocalText;
    readonly email: string | null;
  } | null;
  /** where whoever asks works; null for citizens */
  readonly fromOffice: { readonly code: string; readonly name: LocalText } | null;
  readonly accountId: number | null;
  /** the account's holder, where the address is one's */
  readonly accountName: string | null;
  readonly email: string;
  readonly proved: boolean;
  readonly language: Language;
  readonly page: string | null;
  readonly browser: string | null;
  readonly state: HelpState;
  readonly takenBy: number | null;
  readonly takenByName: string | null;
  readonly createdAt: Temporal.Instant;
  readonly changedAt: Temporal.Instant;
  readonly messages: readonly HelpMessage[];
}

export interface HelpMessage {
  readonly id: number;
  readonly at: Temporal.Instant;
  readonly author: 'citizen' | 'office';
  /** the operator's first name; null for a citizen */
  readonly name: string | null;
  readonly text: string;
  readonly pictures: readonly { readonly id: number; readonly kind: string; readonly size: number }[];
}

/** A thread with all its messages; the texts decrypted. */
export async function findHelp(db: Db | Tx, secrets: Secrets, id: number): Promise<HelpRequest | undefined> {
  const { rows } = await sql<HelpRow>`
    SELECT r.id, r.account_id, r.email_cipher, r.proved, r.language, r.page, r.browser, r.state, r.taken_by, r.created_at, r.changed_at,
           CASE WHEN o.id IS NULL THEN NULL
                ELSE jsonb_build_object('id', o.id, 'code', o.code, 'name', o.name, 'email', o.email) END AS office,
           CASE WHEN f.id IS NOT NULL THEN jsonb_build_object('code', f.code, 'name', f.name) END AS from_office,
           a.given_name || ' ' || a.family_name AS account_name, t.given_name AS taken_by_name
    FROM help_request r LEFT JOIN office o ON o.id = r.office_id LEFT JOIN office f ON f.id = r.from_office_id
         LEFT JOIN account a ON a.id = r.account_id
         LEFT JOIN account t ON t.id = r.taken_by
    WHERE r.id = ${id}`.execute(db);
  const [row] = rows;
  if (row === undefined) return undefined;
  return {
    id: row.id,
    office: row.office,
    fromOffice: row.from_office,
    accountId: row.account_id,
    accountName: row.account_name,
    email: secrets.decrypt(row.email_cipher),
    proved: row.proved,
    language: row.language,
    page: row.page,
    browser: row.browser,
    state: row.state,
    takenBy: row.taken_by,
    takenByName: row.taken_by_name,
    createdAt: row.created_at,
    changedAt: row.changed_at,
    messages: await messagesOf(db, secrets, id),
  };
}

interface HelpRow {
  id: number;
  office: HelpRequest['office'];
  from_office: HelpRequest['fromOffice'];
  account_id: number | null;
  account_name: string | null;
  email_cipher: Buffer;
  proved: boolean;
  language: Language;
  page: string | null;
  browser: string | null;
  state: HelpState;
  taken_by: number | null;
  taken_by_name: string | null;
  created_at: Temporal.Instant;
  changed_at: Temporal.Instant;
}

async function messagesOf(db: Db | Tx, secrets: Secrets, requestId: number): Promise<HelpMessage[]> {
  const { rows } = await sql<{
    id: number;
    at: Temporal.Instant;
    author: 'citizen' | 'office';
    name: string | null;
    text_cipher: Buffer;
    pictures: HelpMessage['pictures'];
  }>`
    SELECT m.id, m.at, m.author, CASE WHEN m.author = 'office' THEN a.given_name END AS name, m.text_cipher,
           coalesce((SELECT jsonb_agg(jsonb_build_object('id', p.id, 'kind', p.media_type, 'size', p.size) ORDER BY p.id)
                     FROM help_picture p WHERE p.message_id = m.id), '[]') AS pictures
    FROM help_message m LEFT JOIN account a ON a.id = m.account_id
    WHERE m.request_id = ${requestId} ORDER BY m.id`.execute(db);
  return rows.map(({ text_cipher, ...row }) => ({ ...row, text: secrets.decrypt(text_cipher) }));
}

/** A picture of a thread; undefined when it belongs to another. */
export async function findPicture(
  db: Db,
  secrets: Secrets,
  { requestId, pictureId }: { requestId: number; pictureId: number },
): Promise<{ kind: string; bytes: Buffer } | undefined> {
  const { rows } = await sql<{ media_type: string; content: Buffer }>`
    SELECT p.media_type, p.content FROM help_picture p JOIN help_message m ON m.id = p.message_id
    WHERE p.id = ${pictureId} AND m.request_id = ${requestId}`.execute(db);
  const [row] = rows;
  return row && { kind: row.media_type, bytes: Buffer.from(secrets.decrypt(row.content), 'base64') };
}
