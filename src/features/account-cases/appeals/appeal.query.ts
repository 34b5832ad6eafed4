import { sql } from 'kysely';
import type { BlockOutcome } from '#features/identity/index.ts';
import type { Db, Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import '../tables.ts';

/** What somebody answered to a block or a pause, and what was decided. */
export interface Appeal {
  readonly id: number;
  readonly accountId: number;
  readonly officeId: number | null;
  readonly blockId: number | null;
  readonly bookingId: string | null;
  readonly text: string;
  readonly createdAt: Temporal.Instant;
  /** null: nobody has decided yet */
  readonly outcome: BlockOutcome | null;
  readonly answer: string | null;
  readonly decidedBy: number | null;
  readonly decidedAt: Temporal.Instant | null;
}

export async function findAppeal(db: Db | Tx, secrets: Secrets, id: number): Promise<Appeal | undefined> {
  const row = await appeals(db).where('id', '=', id).executeTakeFirst();
  return row && read(secrets, row);
}

/** All appeals of an account, the newest first. */
export async function appealsOf(db: Db | Tx, secrets: Secrets, accountId: number): Promise<Appeal[]> {
  const rows = await appeals(db).where('account_id', '=', accountId).orderBy('id', 'desc').execute();
  return rows.map((row) => read(secrets, row));
}

/** An appeal as the office lists it. */
export interface WaitingAppeal {
  readonly id: number;
  readonly accountId: number;
  readonly name: string;
  readonly blockId: number | null;
  readonly createdAt: Temporal.Instant;
}

/** What waits for an office to decide, the earliest first; for the network, also what concerns every office. */
export async function waitingAppeals(
  db: Db,
  { officeId, network }: { officeId: number; network: boolean },
): Promise<WaitingAppeal[]> {
  const { rows } = await sql<WaitingAppeal>`
    SELECT p.id, p.account_id AS "accountId", a.given_name || ' ' || a.family_name AS name, p.block_id AS "blockId",
           p.created_at AS "createdAt"
    FROM account_appeal p JOIN account a ON a.id = p.account_id
    WHERE p.outcome IS NULL AND (p.office_id = ${officeId} OR (p.office_id IS NULL AND ${network}))
    ORDER BY p.created_at, p.id LIMIT 200`.execute(db);
  return rows;
}

function appeals(db: Db | Tx) {
  return db
    .selectFrom('account_appeal')
    .select(['id', 'account_id as accountId', 'office_id as officeId', 'block_id as blockId'])
    .select(['booking_id as bookingId', 'text_cipher', 'created_at as createdAt', 'outcome', 'answer_cipher'])
    .select(['decided_by as decidedBy', 'decided_at as decidedAt']);
}

type Row = Omit<Appeal, 'text' | 'answer'> & { text_cipher: Buffer; answer_cipher: Buffer | null };

function read(secrets: Secrets, { text_cipher, answer_cipher, ...row }: Row): Appeal {
  const answer = answer_cipher === null ? null : secrets.decrypt(answer_cipher);
  return { ...row, text: secrets.decrypt(text_cipher), answer };
}
