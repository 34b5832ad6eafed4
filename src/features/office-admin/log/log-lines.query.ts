import { sql } from 'kysely';
import { type LoggedEntry, loggedAccounts, loggedEntries, type LogFilter } from '#features/audit/index.ts';
import type { Db } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';

/** A line of the log as it is read: a person who works here, and a booking by its code only. */
export interface LogLine extends LoggedEntry {
  readonly person: string;
  readonly bookingCode: string | null;
  readonly office: LocalText | null;
}

export async function logLines(db: Db, filter: LogFilter): Promise<LogLine[]> {
  const entries = await loggedEntries(db, filter);
  const ids = entries.flatMap(({ subject }) => /^booking:(\d{1,18})$/.exec(subject ?? '')?.[1] ?? []);
  const offices = entries.flatMap(({ officeId }) => officeId ?? []);
  const [names, codes, officeNames] = await Promise.all([
    namesOf(
      db,
      entries.map(({ accountId }) => accountId),
    ),
    codesOf(db, ids),
    namesOfOffices(db, offices),
  ]);
  return entries.map((entry) => ({
    ...entry,
    person: names.get(entry.accountId) ?? '',
    bookingCode: codes.get(entry.subject ?? '') ?? null,
    office: entry.officeId === null ? null : (officeNames.get(entry.officeId) ?? null),
  }));
}

/** Whom one may choose: who did something here. */
export async function logPeople(db: Db, officeId: number | null): Promise<{ id: number; name: string }[]> {
  const ids = await loggedAccounts(db, officeId, 300);
  const names = await namesOf(db, ids);
  return ids
    .map((id) => ({ id, name: names.get(id) ?? '' }))
    .filter(({ name }) => name !== '')
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

/** What entries about a booking say they are about; undefined when there is no such code here. */
export async function bookingSubject(
  db: Db,
  { code, officeId }: { code: string; officeId: number | null },
): Promise<string | undefined> {
  const here = officeId === null ? sql`` : sql`AND office_id = ${officeId}`;
  const { rows } = await sql<{ id: string }>`SELECT id FROM booking WHERE code = ${code} ${here}`.execute(db);
  return rows[0] && `booking:${rows[0].id}`;
}

async function namesOf(db: Db, ids: readonly number[]): Promise<Map<number, string>> {
  const { rows } = await sql<{ id: number; name: string }>`
    SELECT id, trim(given_name || ' ' || family_name) AS name FROM account
    WHERE id = ANY (${[...new Set(ids)]}::int[])`.execute(db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function codesOf(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; code: string }>`
    SELECT id, code FROM booking WHERE id = ANY (${[...new Set(ids)]}::bigint[])`.execute(db);
  return new Map(rows.map(({ id, code }) => [`booking:${id}`, code]));
}

async function namesOfOffices(db: Db, ids: readonly number[]): Promise<Map<number, LocalText>> {
  const { rows } = await sql<{ id: number; name: LocalText }>`
    SELECT id, name FROM office WHERE id = ANY (${[...new Set(ids)]}::int[])`.execute(db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
