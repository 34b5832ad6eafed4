import { sql } from 'kysely';
import type { PersonDetails } from '#features/identity/index.ts';
import type { Db, Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { ChangeOutcome } from '../tables.ts';
import { readPerson } from './person-text.ts';

/** What somebody asks to have put right in their profile. */
export interface ProfileChange {
  readonly id: number;
  readonly accountId: number;
  readonly before: PersonDetails;
  readonly after: PersonDetails;
  readonly why: string;
  readonly createdAt: Temporal.Instant;
  /** null: nobody has decided yet */
  readonly outcome: ChangeOutcome | null;
  readonly answer: string | null;
  readonly bookingsToo: boolean;
  readonly decidedBy: number | null;
  readonly decidedOffice: number | null;
  readonly decidedAt: Temporal.Instant | null;
}

export async function findChange(db: Db | Tx, secrets: Secrets, id: number): Promise<ProfileChange | undefined> {
  const row = await changes(db).where('id', '=', id).executeTakeFirst();
  return row && read(secrets, row);
}

/** All that an account asked for, the newest first. */
export async function changesOf(db: Db | Tx, secrets: Secrets, accountId: number): Promise<ProfileChange[]> {
  const rows = await changes(db).where('account_id', '=', accountId).orderBy('id', 'desc').limit(20).execute();
  return rows.map((row) => read(secrets, row));
}

export interface WaitingChange {
  readonly id: number;
  readonly accountId: number;
  readonly name: string;
  readonly createdAt: Temporal.Instant;
}

/**
 * What waits for an office: of accounts that belong to it, and of those that belong to none and have a live booking
 * there. For the network, also of those that nobody looks after.
 */
export async function waitingChanges(
  db: Db,
  { officeId, network }: { officeId: number; network: boolean },
): Promise<WaitingChange[]> {
  const { rows } = await sql<WaitingChange>`
    SELECT c.id, c.account_id AS "accountId", a.given_name || ' ' || a.family_name AS name, c.created_at AS "createdAt"
    FROM account_change c JOIN account a ON a.id = c.account_id
    WHERE c.outcome IS NULL AND (a.office_id = ${officeId} OR (a.office_id IS NULL AND (
      EXISTS (SELECT FROM booking b WHERE b.account_id = a.id AND b.live AND b.office_id = ${officeId})
      OR (${network} AND NOT EXISTS (SELECT FROM booking b WHERE b.account_id = a.id AND b.live)))))
    ORDER BY c.created_at, c.id LIMIT 200`.execute(db);
  return rows;
}

/** Whether this office is one that decides about an account's details. */
export async function decidesFor(
  db: Db | Tx,
  { officeId, accountId }: { officeId: number; accountId: number },
): Promise<boolean> {
  const { rows } = await sql`
    SELECT FROM account a WHERE a.id = ${accountId} AND (a.office_id = ${officeId} OR (a.office_id IS NULL
      AND EXISTS (SELECT FROM booking b WHERE b.account_id = a.id AND b.live AND b.office_id = ${officeId})))`.execute(
    db,
  );
  return rows.length > 0;
}

/** The offices that are written to about it: the account's own, or those with a live booking when there is none. */
export async function officesThatDecide(db: Db | Tx, accountId: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    SELECT o.id FROM office o JOIN account a ON a.id = ${accountId}
    WHERE o.id = a.office_id OR (a.office_id IS NULL AND EXISTS (
      SELECT FROM booking b WHERE b.account_id = a.id AND b.live AND b.office_id = o.id))
    ORDER BY o.id`.execute(db);
  return rows.map(({ id }) => id);
}

function changes(db: Db | Tx) {
  return db
    .selectFrom('account_change')
    .select(['id', 'account_id as accountId', 'old_cipher', 'new_cipher', 'why_cipher', 'created_at as createdAt'])
    .select(['outcome', 'answer_cipher', 'bookings_too as bookingsToo', 'decided_by as decidedBy'])
    .select(['decided_office as decidedOffice', 'decided_at as decidedAt']);
}

type Row = Omit<ProfileChange, 'before' | 'after' | 'why' | 'answer'> &
  Record<'old_cipher' | 'new_cipher' | 'why_cipher', Buffer> & { answer_cipher: Buffer | null };

function read(secrets: Secrets, { old_cipher, new_cipher, why_cipher, answer_cipher, ...row }: Row): ProfileChange {
  return {
    ...row,
    before: readPerson(secrets.decrypt(old_cipher)),
    after: readPerson(secrets.decrypt(new_cipher)),
    why: secrets.decrypt(why_cipher),
    answer: answer_cipher === null ? null : secrets.decrypt(answer_cipher),
  };
}
