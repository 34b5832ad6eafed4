import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { Language, LocalText } from '#platform/language.ts';
import type { Secrets } from '#platform/secrets.ts';
import { inboxPath } from './help.rules.ts';
import { threadPath } from './thread-link.ts';
import './tables.ts';

/** What an e-mail about a message of a thread needs to know. */
export interface HelpToTell {
  readonly requestId: number;
  /** the person's */
  readonly email: string;
  readonly language: Language;
  readonly officeName: LocalText | null;
  /** the office's own address, for news about what waits there */
  readonly officeEmail: string | null;
  readonly isForSite: boolean;
  readonly text: string;
  /** to the person's page, signed */
  readonly threadPath: string;
  readonly inboxPath: string;
}

export async function helpToTell(db: Db | Tx, secrets: Secrets, messageId: number): Promise<HelpToTell | undefined> {
  const { rows } = await sql<{
    id: number;
    email_cipher: Buffer;
    language: Language;
    office_code: string | null;
    office_name: LocalText | null;
    office_email: string | null;
    text_cipher: Buffer;
  }>`
    SELECT r.id, r.email_cipher, r.language, o.code AS office_code, o.name AS office_name, o.email AS office_email, m.text_cipher
    FROM help_message m JOIN help_request r ON r.id = m.request_id LEFT JOIN office o ON o.id = r.office_id
    WHERE m.id = ${messageId}`.execute(db);
  const [row] = rows;
  if (row === undefined) return undefined;
  return {
    requestId: row.id,
    email: secrets.decrypt(row.email_cipher),
    language: row.language,
    officeName: row.office_name,
    officeEmail: row.office_email,
    isForSite: row.office_code === null,
    text: secrets.decrypt(row.text_cipher),
    threadPath: threadPath(secrets, row.id),
    inboxPath: `${inboxPath(row.office_code)}/${row.id}`,
  };
}
