import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { findOfferingById } from '#features/offices/index.ts';
import { groupOf, onTheSite } from '#features/planner/index.ts';
import type { Tx } from '#platform/database.ts';
import type { Outcome } from '#platform/transaction.ts';
import { whyNotEligible } from '../eligibility/eligible.ts';
import { ownerKey } from '../hold/hold-owner.ts';
import { claimSeats } from '../seats/give-back.ts';
import type { Secrets } from '#platform/secrets.ts';
import { lockEntry, type LockedEntry } from './lock-entry.ts';
import { tellEntry } from './tell-entry.ts';

export interface SeatForEntry {
  readonly entryId: string;
  readonly offeringId: number;
  /** seats the entry asked for when the run was chosen */
  readonly party: number;
  /** consecutive slots, by start */
  readonly run: readonly {
    readonly id: string;
    readonly startsAt: Temporal.Instant;
    readonly endsAt: Temporal.Instant;
  }[];
  readonly endsAt: Temporal.Instant;
  /** The operator who chose, and why, encrypted; nobody: the list's own order. */
  readonly by?: { readonly operatorId: number; readonly reason: Buffer };
  readonly now: Temporal.Instant;
}

export type SeatForEntryRefusal = 'no-seat' | 'not-waiting' | 'already-offered' | 'not-eligible' | 'already-booked';

/** Keeps seats for somebody on the list until they have answered; slots are locked first, then what was withheld, then the entry. */
export async function offerToEntry(
  tx: Tx,
  secrets: Secrets,
  request: SeatForEntry,
): Promise<Outcome<{ offerId: string }, SeatForEntryRefusal>> {
  const { entryId, offeringId, party, run, endsAt, by, now } = request;
  const [first, last] = [run[0], run.at(-1)];
  const slotIds = run.map((slot) => slot.id);
  const group = groupOf(onTheSite);
  if (!first || !last || !(await claimSeats(tx, { slotIds, party, group }, now)))
    return { ok: false, reason: 'no-seat' };
  const entry = await lockEntry(tx, entryId);
  if (entry?.state !== 'waiting' || entry.party !== party) return { ok: false, reason: 'not-waiting' };
  if (entry.offer) return { ok: false, reason: 'already-offered' };
  const hindrance = await hindranceOf(tx, entry, { offeringId, startsAt: first.startsAt, now });
  if (hindrance) return { ok: false, reason: hindrance };
  const holdId = randomUUID();
  const owner = ownerKey(secrets, { kind: 'list', accountId: entry.accountId, holdId });
  await sql`
    INSERT INTO hold (id, owner, account_id, slot_ids, slot_id, planner_id, offering_id, day, starts_at, ends_at, party, state,
                      created_at, first_expires_at, expires_at, quota_group)
    SELECT ${holdId}, ${owner}, ${entry.accountId}, ${slotIds}, s.id, s.planner_id, ${offeringId}, s.day, s.starts_at,
           ${last.endsAt}, ${party}, 'live', ${now}, ${endsAt}, ${endsAt},
           CASE WHEN p.quotas IS NOT NULL THEN ${group} END
    FROM slot s JOIN planner p ON p.id = s.planner_id WHERE s.id = ${first.id}`.execute(tx);
  const { id: offerId } = await tx
    .insertInto('waiting_offer')
    .values({
      entry_id: entryId,
      offering_id: offeringId,
      hold_id: holdId,
      starts_at: first.startsAt,
      ends_at: last.endsAt,
      offered_at: now,
      expires_at: endsAt,
      decided_at: null,
      booking_id: null,
      offered_by: by?.operatorId ?? null,
      reason_cipher: by?.reason ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tellEntry(tx, { kind: 'waiting-offer', entryId, about: offerId, at: now });
  return { ok: true, offerId };
}

/** What people may not book they are not offered: they have booked meanwhile, or a rule keeps them from it. */
async function hindranceOf(
  tx: Tx,
  entry: LockedEntry,
  seat: { offeringId: number; startsAt: Temporal.Instant; now: Temporal.Instant },
): Promise<'already-booked' | 'not-eligible' | undefined> {
  if (await hasBooked(tx, entry.id)) return 'already-booked';
  const offering = await findOfferingById(tx, seat.offeringId);
  // Who stood in a list before its service was for the invited alone is invited by the office, not by the list.
  if (!offering || offering.inviteOnly) return 'not-eligible';
  const booker = { viewer: { accountId: entry.accountId }, offering, now: seat.now };
  return (await whyNotEligible(tx, booker)) === undefined ? undefined : 'not-eligible';
}

/** The entry's person has a live booking for the service, made anywhere. */
export async function hasBooked(tx: Tx, entryId: string): Promise<boolean> {
  const { rows } = await sql`
    SELECT FROM waiting_entry e JOIN account a ON a.id = e.account_id
    JOIN booking_person bp ON bp.person_key = coalesce(a.person_key, e.person_key) AND bp.service_code = e.service_code AND bp.live
    WHERE e.id = ${entryId} LIMIT 1`.execute(tx);
  return rows.length > 0;
}
