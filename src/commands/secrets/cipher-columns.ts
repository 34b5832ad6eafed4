import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';

/** A column of values that `secrets` encrypted; sealed ones open only under a name, which an expression of SQL gives. */
export interface CipherColumn {
  readonly table: string;
  readonly column: string;
  readonly sealedFor?: string;
}

const sealed: Readonly<Record<string, string>> = {
  'booking_photo.content': `'photo:' || id`,
  'booking_photo.source': `'photo-source:' || id`,
  'attachment_part.content': `'attachment:' || attachment_id || ':' || position`,
  'certified_receipt.raw_cipher': `'certified-receipt ' || message_id`,
  'certified_answer_file.content_cipher': `'certified-answer ' || answer_id || ' ' || position`,
};

/** Encrypted, though their names do not say so. */
const alsoEncrypted = [
  'accessibility_report.content',
  'accessibility_report.answer',
  'help_picture.content',
  'hold.draft',
];

/** Bytes that are no ciphers: hashes, marks, salts, public keys. */
export const plainBytes = /(_key|_hash|_digest|\.(key|salt|hash|digest|mark|public_key|credential_id|seed))$/;

/** Every column of bytes in the database, by what it holds; `unknown` must be empty. */
export async function cipherColumns(db: Db): Promise<{ columns: CipherColumn[]; unknown: string[] }> {
  const { rows } = await sql<{ table: string; column: string }>`
    SELECT c.table_name AS table, c.column_name AS column
    FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE c.table_schema = 'public' AND c.data_type = 'bytea' AND t.table_type = 'BASE TABLE'
    ORDER BY 1, 2`.execute(db);
  const columns: CipherColumn[] = [];
  const unknown: string[] = [];
  for (const { table, column } of rows) {
    const name = `${table}.${column}`;
    const sealedFor = sealed[name];
    if (sealedFor !== undefined) columns.push({ table, column, sealedFor });
    else if (column.endsWith('_cipher') || alsoEncrypted.includes(name)) columns.push({ table, column });
    else if (!plainBytes.test(name) && !table.startsWith('audit_')) unknown.push(name);
  }
  return { columns, unknown };
}
