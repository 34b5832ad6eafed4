import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import { ChangedMeanwhile } from '#platform/transaction.ts';
import type { AsleepWhy, EntryState } from './entry.rules.ts';

export interface LockedEntry {
  readonly id: string;
  readonly accountId: number;
  readonly offeringId: number;
  readonly serviceCode: string;
  readonly party: number;
  readonly state: EntryState;
  readonly asleepWhy: AsleepWhy | null;
  readonly stateAt: Temporal.Instant;
  readonly lapses: number;
  /** The seat it is offered at this moment. */
  readonly offer: { id: string; holdId: string; offeringId: number; expiresAt: Temporal.Instant } | undefined;
}

/** Locks an entry before it is changed: the hold of its offer first, then its row, as whoever books a hold does. */
export async function lockEntry(tx: Tx, entryId: string): Promise<LockedEntry | undefined> {
  const { rows: holds } = await sql<{ id: string }>`
    SELECT id FROM hold WHERE id IN (SELECT hold_id FROM waiting_offer WHERE entry_id = ${entryId} AND state = 'offered')
    FOR UPDATE`.execute(tx);
  const { rows } = await sql<Omit<LockedEntry, 'offer'>>`
    SELECT id, account_id AS "accountId", offering_id AS "offeringId", service_code AS "serviceCode", party, state,
           asleep_why AS "asleepWhy", state_at AS "stateAt", lapses
    FROM waiting_entry WHERE id = ${entryId} FOR UPDATE`.execute(tx);
  const [entry] = rows;
  if (entry === undefined) return undefined;
  const offer = await tx
    .selectFrom('waiting_offer')
    .select(['id', 'hold_id as holdId', 'offering_id as offeringId', 'expires_at as expiresAt'])
    .where('entry_id', '=', entryId)
    .where('state', '=', 'offered')
    .executeTakeFirst();
  // Offered while we waited: its hold must be locked before the entry, so all begins again.
  if (offer && holds[0] && offer.holdId !== holds[0].id) throw new ChangedMeanwhile('another seat is offered');
  if (offer && !holds[0]) throw new ChangedMeanwhile('a seat was offered');
  return { ...entry, offer };
}
