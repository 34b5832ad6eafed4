import type { Secrets } from '#platform/secrets.ts';
import type { TableColumn } from '#platform/table-columns.ts';
import { headingOf, recordOf } from '../column-fields.ts';

/** Bytes as PostgreSQL reads them from JSON. */
export function bytesAsText(bytes: Uint8Array): string {
  return `\\x${Buffer.from(bytes).toString('hex')}`;
}

/** What a row says of a table's columns; what the table keeps encrypted is encrypted. */
export function encryptedRecord(
  columns: readonly TableColumn[],
  values: Readonly<Record<string, unknown>>,
  secrets: Secrets,
): Record<string, unknown> {
  const record = recordOf(columns, values, {});
  for (const { name } of columns) {
    const value = record[name];
    if (headingOf(name) !== name && typeof value === 'string') record[name] = bytesAsText(secrets.encrypt(value));
  }
  return record;
}

/** A row of a table with what it keeps encrypted in plain. */
export function decryptedRow(
  columns: readonly TableColumn[],
  row: Readonly<Record<string, unknown>>,
  secrets: Secrets,
): Record<string, unknown> {
  const plain = { ...row };
  for (const { name } of columns) {
    const value = row[name];
    if (headingOf(name) !== name && typeof value === 'string') {
      plain[name] = secrets.decrypt(Buffer.from(value.replace(/^\\x/, ''), 'hex'));
    }
  }
  return plain;
}
