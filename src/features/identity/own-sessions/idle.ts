import type { Db } from '#platform/database.ts';
import '../tables.ts';

/** How exactly the last click is known: writing each down would be a write for every page. */
export const seenEvery = Temporal.Duration.from({ seconds: 15 });

/** The clicks of somebody who works: the session that they come from, and until when it lasts without another. */
export interface Idle {
  readonly seenAt: Temporal.Instant;
  readonly minutes: number;
  readonly shared: boolean;
}

/** When the automatic logout comes. */
export function idleEnd({ seenAt, minutes }: Pick<Idle, 'seenAt' | 'minutes'>): Temporal.Instant {
  return seenAt.add({ minutes });
}

export function isIdle(idle: Idle | null, now: Temporal.Instant): boolean {
  return idle !== null && Temporal.Instant.compare(idleEnd(idle), now) <= 0;
}

/** Writes down that somebody is there, unless that is known well enough. */
export async function noteSeen(
  db: Db,
  { hash, idle, now }: { hash: Buffer; idle: Idle | null; now: Temporal.Instant },
): Promise<void> {
  if (idle === null || Temporal.Instant.compare(idle.seenAt.add(seenEvery), now) > 0) return;
  await db
    .updateTable('session')
    .set({ seen_at: now })
    .where('token_hash', '=', hash)
    .where('seen_at', '<', now)
    .execute();
}

/** The same of somebody who types without clicking. */
export async function noteTyping(db: Db, { hash, now }: { hash: Buffer; now: Temporal.Instant }): Promise<void> {
  await db
    .updateTable('session')
    .set({ seen_at: now })
    .where('token_hash', '=', hash)
    .where('idle_minutes', 'is not', null)
    .execute();
}

/** A page acts a little ahead, so that what was typed still arrives in time. */
const earliest = Temporal.Duration.from({ seconds: 45 });

/**
 * Ends a login that a page says nobody uses any more, a little before its time. False when somebody was there meanwhile.
 * The row stays: a form that another window sends is still kept for its owner.
 */
export async function endByIdleness(db: Db, { hash, now }: { hash: Buffer; now: Temporal.Instant }): Promise<boolean> {
  const session = await db
    .selectFrom('session')
    .select(['seen_at as seenAt', 'idle_minutes as minutes', 'shared'])
    .where('token_hash', '=', hash)
    .executeTakeFirst();
  if (!session?.seenAt || session.minutes === null) return false;
  const { seenAt, minutes } = session;
  if (!isIdle({ seenAt, minutes, shared: session.shared }, now.add(earliest))) return false;
  await db
    .updateTable('session')
    .set({ seen_at: now.subtract({ minutes }) })
    .where('token_hash', '=', hash)
    .execute();
  return true;
}
