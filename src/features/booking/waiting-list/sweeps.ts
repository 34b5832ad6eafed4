import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import { transact } from '#platform/transaction.ts';
import { nobodysOwners } from '../hold/hold-owner.ts';
import { closeOffer, endEntry, putToSleep } from './end-entry.ts';
import { answerWithin, askAfter, keptAsleep } from './entry.rules.ts';
import { type LockedEntry, lockEntry } from './lock-entry.ts';
import { hasBooked } from './offer-to-entry.ts';
import { tellEntry } from './tell-entry.ts';

interface Sweep {
  readonly now: Temporal.Instant;
  readonly most: number;
}

/** Ends offers that nobody answered in time; after some in a row the entry sleeps. Answers how many. */
export function lapseOffers(db: Db, { now, most }: Sweep): Promise<number> {
  const due = sql<{ id: string }>`
    SELECT entry_id AS id FROM waiting_offer WHERE state = 'offered' AND expires_at <= ${now} ORDER BY expires_at LIMIT ${most}`;
  return each(db, due, async (tx, entry) => {
    const { id: entryId, offer } = entry;
    if (!offer || Temporal.Instant.compare(offer.expiresAt, now) > 0) return;
    await closeOffer(tx, entry, { state: 'lapsed', now });
    const { lapses } = await tx
      .updateTable('waiting_entry')
      .set((row) => ({ lapses: row('lapses', '+', 1) }))
      .where('id', '=', entryId)
      .returning('lapses')
      .executeTakeFirstOrThrow();
    const { rows } = await sql<{ most: number }>`
      SELECT coalesce((SELECT most_lapses FROM waiting_list WHERE offering_id = ${entry.offeringId}), 2) AS most`.execute(
      tx,
    );
    if (entry.state === 'waiting' && lapses >= (rows[0]?.most ?? 2)) {
      await putToSleep(tx, { entryId, why: 'lapses', now });
      await tellEntry(tx, { kind: 'waiting-asleep', entryId, about: now.toString(), at: now });
    } else {
      await tellEntry(tx, { kind: 'waiting-lapsed', entryId, about: offer.id, at: now });
    }
  });
}

/**
 * Takes back offers of seats that the office has no room for any more, as when it closes the day; who has them keeps
 * their place. Answers how many.
 */
export function withdrawUncovered(db: Db, { now, most }: Sweep): Promise<number> {
  const due = sql<{ id: string }>`
    SELECT o.entry_id AS id FROM waiting_offer o JOIN hold h ON h.id = o.hold_id AND h.state = 'live'
    WHERE o.state = 'offered' AND EXISTS (
      SELECT FROM slot s JOIN planner p ON p.id = s.planner_id
      WHERE s.id = ANY (h.slot_ids) AND (NOT p.published OR s.taken - s.planned > ${notPublic}))
    ORDER BY o.offered_at DESC LIMIT ${most}`;
  return each(db, due, async (tx, entry) => {
    if (!entry.offer) return;
    await closeOffer(tx, entry, { state: 'withdrawn', now });
    await tellEntry(tx, { kind: 'waiting-withdrawn', entryId: entry.id, about: entry.offer.id, at: now });
  });
}

/** Takes off the list whoever has found a seat by themselves, at whatever office, and whoever has closed their account. */
export function endServed(db: Db, { now, most }: Sweep): Promise<number> {
  const due = sql<{ id: string }>`
    SELECT e.id FROM waiting_entry e JOIN account a ON a.id = e.account_id
    WHERE e.live AND (a.closed_at IS NOT NULL OR EXISTS (
      SELECT FROM booking_person bp
      WHERE bp.person_key = coalesce(a.person_key, e.person_key) AND bp.service_code = e.service_code AND bp.live))
    ORDER BY e.id LIMIT ${most}`;
  return each(db, due, async (tx, entry) => {
    if (!isLive(entry)) return;
    const booked = await hasBooked(tx, entry.id);
    await endEntry(tx, entry, { state: booked ? 'booked' : 'left', now });
    if (booked) await tellEntry(tx, { kind: 'waiting-booked', entryId: entry.id, about: entry.id, at: now });
  });
}

/** Asks who has waited for a month whether it is still needed; puts to sleep whoever did not answer, or whose days are over. */
export async function askStillNeeded(db: Db, { now, most }: Sweep): Promise<number> {
  const ask = sql<{ id: string }>`
    SELECT id FROM waiting_entry WHERE state = 'waiting' AND asked_at IS NULL AND needed_at <= ${now.subtract(askAfter)}
    ORDER BY needed_at LIMIT ${most}`;
  const asked = await each(db, ask, async (tx, { id, state }) => {
    if (state !== 'waiting') return;
    await tx.updateTable('waiting_entry').set({ asked_at: now }).where('id', '=', id).execute();
    await tellEntry(tx, { kind: 'waiting-still-needed', entryId: id, about: now.toString(), at: now });
  });
  const silent = sql<{ id: string }>`
    SELECT e.id FROM waiting_entry e JOIN offering o ON o.id = e.offering_id JOIN office f ON f.id = o.office_id
    WHERE e.state = 'waiting' AND (e.asked_at <= ${now.subtract(answerWithin)} OR e.to_day < (${now}::timestamptz AT TIME ZONE f.time_zone)::date)
      AND NOT EXISTS (SELECT FROM waiting_offer x WHERE x.entry_id = e.id AND x.state = 'offered')
    ORDER BY e.id LIMIT ${most}`;
  const slept = await each(db, silent, async (tx, { id, state, offer }) => {
    if (state !== 'waiting' || offer) return;
    const { asked_at: askedAt } = await tx
      .selectFrom('waiting_entry')
      .select('asked_at')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const isSilent = askedAt !== null && Temporal.Instant.compare(askedAt.add(answerWithin), now) <= 0;
    await putToSleep(tx, { entryId: id, why: isSilent ? 'unanswered' : 'days-over', now });
    await tellEntry(tx, { kind: 'waiting-asleep', entryId: id, about: now.toString(), at: now });
  });
  return Math.max(asked, slept);
}

/** Ends entries that slept for so long that their place is no longer kept. Answers how many. */
export function endSleepers(db: Db, { now, most }: Sweep): Promise<number> {
  const due = sql<{ id: string }>`
    SELECT id FROM waiting_entry WHERE state = 'asleep' AND state_at <= ${now.subtract(keptAsleep)} ORDER BY state_at LIMIT ${most}`;
  return each(db, due, async (tx, entry) => {
    if (entry.state !== 'asleep') return;
    await endEntry(tx, entry, { state: 'ended', now });
    await tellEntry(tx, { kind: 'waiting-ended', entryId: entry.id, about: entry.id, at: now });
  });
}

/** How long it is kept that somebody once waited: past the weeks that forecasts look back over. */
const keptEnded = Temporal.Duration.from({ hours: 180 * 24 });

/** Forgets who waited long ago, with what they were offered. */
export async function forgetEnded(db: Db, now: Temporal.Instant): Promise<void> {
  await sql`DELETE FROM waiting_entry WHERE NOT live AND state_at < ${now.subtract(keptEnded)}`.execute(db);
}

/** Seats of slot `s` that wait to be public: they leave before anybody else has to. */
const notPublic: RawBuilder<number> = sql`(
  SELECT coalesce(sum(k.party), 0)::int FROM hold k
  WHERE k.slot_id = s.id AND k.state = 'live' AND left(k.owner, 2) IN ${nobodysOwners})`;

function isLive({ state }: LockedEntry): boolean {
  return state === 'waiting' || state === 'asleep';
}

// One transaction for each, and each looks again at what it has locked: two workers may sweep at once.
async function each(
  db: Db,
  due: RawBuilder<{ id: string }>,
  settle: (tx: Tx, entry: LockedEntry) => Promise<void>,
): Promise<number> {
  const { rows } = await due.execute(db);
  for (const { id } of rows) {
    await transact(db, async (tx) => {
      const entry = await lockEntry(tx, id);
      if (entry) await settle(tx, entry);
      return { ok: true };
    });
  }
  return rows.length;
}
