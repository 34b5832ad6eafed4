import { sql } from 'kysely';
import { addressOf, accountProfile, type AccountProfile } from '#features/identity/index.ts';
import type { Db, Tx } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';
import type { Secrets } from '#platform/secrets.ts';
import './tables.ts';

/** An account as the office that looks after it sees it. */
export interface CaseAccount extends AccountProfile {
  readonly id: number;
  readonly createdAt: Temporal.Instant;
  readonly hasRoles: boolean;
  readonly bookings: {
    readonly live: number;
    readonly served: number;
    readonly cancelled: number;
    readonly missed: number;
  };
}

/** An open account with its figures: of one office, or of all. */
export async function caseAccount(
  db: Db | Tx,
  secrets: Secrets,
  { accountId, officeId }: { accountId: number; officeId: number | null },
): Promise<CaseAccount | undefined> {
  const { rows } = await sql<{ createdAt: Temporal.Instant; hasRoles: boolean } & CaseAccount['bookings']>`
    SELECT a.created_at AS "createdAt", EXISTS (SELECT FROM account_role r WHERE r.account_id = a.id) AS "hasRoles", n.*
    FROM account a CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE b.live)::int AS live, count(*) FILTER (WHERE b.status = 'served')::int AS served,
             count(*) FILTER (WHERE b.status = 'cancelled')::int AS cancelled,
             count(*) FILTER (WHERE b.status = 'no-show')::int AS missed
      FROM booking b WHERE b.account_id = a.id AND (${officeId}::int IS NULL OR b.office_id = ${officeId})) n
    WHERE a.id = ${accountId} AND a.closed_at IS NULL`.execute(db);
  const [row] = rows;
  const profile = row && (await accountProfile(db, { accountId, secrets }));
  if (row === undefined || profile === undefined) return undefined;
  const { createdAt, hasRoles, ...bookings } = row;
  return { ...profile, id: accountId, createdAt, hasRoles, bookings };
}

export interface FoundAccount {
  readonly id: number;
  readonly name: string;
  readonly email: string;
}

/** Accounts by e-mail address, booking code, codice fiscale or surname: those the office looks after; for the network, all. */
export async function searchAccounts(
  db: Db,
  secrets: Secrets,
  { words, officeId, network }: { words: string; officeId: number; network: boolean },
): Promise<FoundAccount[]> {
  const typed = words.trim();
  if (typed.length < 2) return [];
  const code = typed.toUpperCase().replace(/[\s-]/g, '');
  const surname = `${typed.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<FoundAccount>`
    SELECT a.id, a.given_name || ' ' || a.family_name AS name, a.email FROM account a
    WHERE a.closed_at IS NULL AND (lower(a.email) = ${typed.toLowerCase()}
        OR a.codice_fiscale_key = ${secrets.hash('codice-fiscale', code)}
        OR a.id = (SELECT b.account_id FROM booking b WHERE b.code = ${code})
        OR lower(a.family_name) LIKE ${surname}
        OR lower(a.given_name || ' ' || a.family_name) LIKE ${surname})
      AND (${network} OR a.office_id = ${officeId}
        OR EXISTS (SELECT FROM booking b WHERE b.account_id = a.id AND b.office_id = ${officeId}))
    ORDER BY a.family_name, a.given_name, a.id LIMIT 25`.execute(db);
  return rows.map((row) => ({ ...row, email: addressOf(row.email) }));
}

/** Names of people who decided, by account. */
export async function namesOf(db: Db | Tx, ids: readonly (number | null)[]): Promise<ReadonlyMap<number, string>> {
  const known = ids.filter((id) => id !== null);
  const { rows } = await sql<{ id: number; name: string }>`
    SELECT id, given_name || ' ' || family_name AS name FROM account WHERE id = ANY (${known}::int[])`.execute(db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Names of offices by id. */
export async function officeNamesOf(
  db: Db | Tx,
  ids: readonly (number | null)[],
): Promise<ReadonlyMap<number, { name: LocalText; timeZone: string; code: string }>> {
  const known = ids.filter((id) => id !== null);
  const { rows } = await sql<{ id: number; code: string; name: LocalText; timeZone: string }>`
    SELECT id, code, name, time_zone AS "timeZone" FROM office WHERE id = ANY (${known}::int[])`.execute(db);
  return new Map(rows.map(({ id, ...office }) => [id, office]));
}
