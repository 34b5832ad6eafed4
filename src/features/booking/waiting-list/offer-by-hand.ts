import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import { type Outcome, transact } from '#platform/transaction.ts';
import { runFrom } from '../hold/candidate-runs.query.ts';
import { entriesOfList } from './office-lists.query.ts';
import { offerToEntry, type SeatForEntryRefusal } from './offer-to-entry.ts';
import { seatOfferEnds } from './seat-offer.rules.ts';
import { suits } from './wishes.rules.ts';

export type HandOfferRefusal = SeatForEntryRefusal | 'too-near' | 'nobody';

/**
 * An operator offers a seat of their choice: to somebody they name, whatever their wishes, or to the first it suits.
 * `keep` runs in the transaction that offers it, to write down who did so.
 */
export async function offerByHand(
  { db, secrets }: { db: Db; secrets: Secrets },
  request: {
    offeringId: number;
    slotId: string;
    /** undefined: the next it suits */
    entryId?: string | undefined;
    operatorId: number;
    reason: string;
    now: Temporal.Instant;
    keep: (tx: Tx, offer: { offerId: string; entryId: string }) => Promise<void>;
  },
): Promise<Outcome<{ entryId: string }, HandOfferRefusal>> {
  const { offeringId, slotId, entryId, operatorId, reason, now, keep } = request;
  const { rows } = await sql<{ minutes: number | null; zone: string; hours: number; leastHours: number }>`
    SELECT o.duration_minutes AS minutes, f.time_zone AS zone, coalesce(w.offer_hours, 48) AS hours,
           coalesce(w.least_hours, 12) AS "leastHours"
    FROM offering o JOIN office f ON f.id = o.office_id LEFT JOIN waiting_list w ON w.offering_id = o.id
    WHERE o.id = ${offeringId}`.execute(db);
  const [rule] = rows;
  const run = rule ? await slotsOf(db, offeringId, await runFrom(db, slotId, rule.minutes)) : [];
  const [first] = run;
  if (!rule || !first) return { ok: false, reason: 'no-seat' };
  const endsAt = seatOfferEnds({ ...rule, now, startsAt: first.startsAt });
  if (endsAt === undefined) return { ok: false, reason: 'too-near' };
  const most = 2000;
  const listed = await entriesOfList(db, { offeringId, most, skip: 0, ...(entryId !== undefined && { entryId }) });
  const mayHave = listed.filter(
    ({ state, offer, wishes }) =>
      state === 'waiting' && offer === null && (entryId !== undefined || suits(wishes, first.startsAt, rule.zone)),
  );
  let refusal: HandOfferRefusal = 'nobody';
  for (const { id, wishes } of mayHave) {
    const outcome = await transact(db, async (tx) => {
      const by = { operatorId, reason: secrets.encrypt(reason) };
      const offered = await offerToEntry(tx, secrets, {
        entryId: id,
        offeringId,
        party: wishes.party,
        run,
        endsAt,
        by,
        now,
      });
      if (offered.ok) await keep(tx, { offerId: offered.offerId, entryId: id });
      return offered;
    });
    if (outcome.ok) return { ok: true, entryId: id };
    refusal = outcome.reason;
  }
  return { ok: false, reason: refusal };
}

async function slotsOf(db: Db, offeringId: number, ids: readonly string[]) {
  const { rows } = await sql<{ id: string; startsAt: Temporal.Instant; endsAt: Temporal.Instant }>`
    SELECT s.id, s.starts_at AS "startsAt", s.ends_at AS "endsAt" FROM slot s
    JOIN planner_offering po ON po.planner_id = s.planner_id AND po.offering_id = ${offeringId}
    WHERE s.id = ANY (${[...ids]}::bigint[]) ORDER BY s.starts_at`.execute(db);
  return rows.length === ids.length ? rows : [];
}
