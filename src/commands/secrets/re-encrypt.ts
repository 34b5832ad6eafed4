import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import { type CipherColumn, cipherColumns } from './cipher-columns.ts';

const aRound = 200;

/** How many values of each column are not encrypted with the key in use. */
export async function oldValues(db: Db, prefix: Buffer): Promise<{ name: string; count: number }[]> {
  const counts: { name: string; count: number }[] = [];
  for (const { table, column } of (await cipherColumns(db)).columns) {
    const { rows } = await sql<{ count: number }>`
      SELECT count(*)::int AS count FROM ${sql.table(table)} WHERE ${isOld(column, prefix)}`.execute(db);
    const count = rows[0]?.count ?? 0;
    if (count > 0) counts.push({ name: `${table}.${column}`, count });
  }
  return counts;
}

/** Empty values stand for none. */
function isOld(column: string, prefix: Buffer) {
  return sql`octet_length(${sql.ref(column)}) > 0 AND substring(${sql.ref(column)} FROM 1 FOR ${prefix.length}) <> ${prefix}`;
}

/**
 * Encrypts every value anew with the key in use, while the product works: a value that somebody changes meanwhile is left
 * to the next round, since what they write is of the new key already. Answers with how many there were, and the columns
 * where values can be opened by none of the keys.
 */
export async function reEncrypt(
  db: Db,
  secrets: Secrets,
  prefix: Buffer,
): Promise<{ done: number; unreadable: { name: string; count: number }[] }> {
  let done = 0;
  const unreadable: { name: string; count: number }[] = [];
  for (const column of (await cipherColumns(db)).columns) {
    const found = await reEncryptColumn(db, secrets, { ...column, prefix });
    done += found.done;
    if (found.unreadable > 0) unreadable.push({ name: `${column.table}.${column.column}`, count: found.unreadable });
  }
  return { done, unreadable };
}

async function reEncryptColumn(
  db: Db,
  secrets: Secrets,
  { table, column, sealedFor, prefix }: CipherColumn & { prefix: Buffer },
): Promise<{ done: number; unreadable: number }> {
  const found = { done: 0, unreadable: 0 };
  for (;;) {
    const { rows } = await sql<{ at: string; value: Buffer; name: string | null }>`
      SELECT ctid::text AS at, ${sql.ref(column)} AS value, ${sealedFor === undefined ? sql`NULL` : sql.raw(sealedFor)} AS name
      FROM ${sql.table(table)} WHERE ${isOld(column, prefix)} LIMIT ${aRound} OFFSET ${found.unreadable}`.execute(db);
    if (rows.length === 0) return found;
    const anew = rows.flatMap(({ at, value, name }) => {
      const text = opened(() => (name === null ? Buffer.from(secrets.decrypt(value)) : secrets.open(value, name)));
      return text === undefined ? [] : [{ at, old: value, value: closed(secrets, text, name) }];
    });
    found.unreadable += rows.length - anew.length;
    found.done += anew.length;
    if (anew.length > 0) await write(db, { table, column }, anew);
  }
}

async function write(
  db: Db,
  { table, column }: CipherColumn,
  anew: readonly { at: string; old: Buffer; value: Buffer }[],
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`SELECT set_config('turno.re_encrypting', 'on', true)`.execute(tx);
    for (const { at, old, value } of anew)
      await sql`
        UPDATE ${sql.table(table)} SET ${sql.ref(column)} = ${value}
        WHERE ctid = ${at}::tid AND ${sql.ref(column)} = ${old}`.execute(tx);
  });
}

function opened(open: () => Buffer): Buffer | undefined {
  try {
    return open();
  } catch {
    return undefined;
  }
}

function closed(secrets: Secrets, bytes: Buffer, name: string | null): Buffer {
  return name === null ? secrets.encrypt(bytes.toString('utf8')) : secrets.seal(bytes, name);
}
