import { sql } from 'kysely';
import type { Deps } from '#platform/deps.ts';
import { transact } from '#platform/transaction.ts';
import type { OfferCause } from '../moves/offer.rules.ts';

interface Moves {
  readonly officeId: number;
  readonly bookingCodes: readonly string[];
  readonly cause: OfferCause;
  readonly round?: { readonly id: string; readonly total: number; readonly askedBy: number } | undefined;
}

/** Writes down for whom another seat is looked for, so that progress can be seen; asked in several jobs, it is one action. */
export async function beginMoves(deps: Deps, { officeId, bookingCodes, round }: Moves): Promise<void> {
  if (round === undefined) return;
  const now = deps.clock.now();
  await transact(deps.db, async (tx) => {
    await sql`
      INSERT INTO mass_action (id, office_id, kind, total, asked_by, created_at)
      VALUES (${round.id}, ${officeId}, 'move', ${round.total}, ${round.askedBy}, ${now}) ON CONFLICT DO NOTHING`.execute(
      tx,
    );
    await sql`
      INSERT INTO mass_item (mass_id, booking_id)
      SELECT ${round.id}, id FROM booking WHERE office_id = ${officeId} AND code = ANY (${bookingCodes}::text[])
      ON CONFLICT DO NOTHING`.execute(tx);
    return { ok: true };
  });
}

/** What was offered is done; whoever needed no other seat any more was left where they are. */
export async function endMoves(deps: Deps, { bookingCodes, cause, round }: Moves): Promise<void> {
  if (round === undefined) return;
  const now = deps.clock.now();
  await sql`
    UPDATE mass_item i SET decided_at = ${now},
      state = CASE WHEN p.offered THEN 'done' ELSE 'skipped' END,
      why = CASE WHEN p.offered THEN NULL WHEN b.status = 'cancelled' THEN 'already-cancelled'
                 WHEN b.starts_at <= ${now} OR NOT b.live THEN 'over'
                 WHEN ${cause} <> 'office' THEN 'covered' WHEN p.open THEN 'already-offered' ELSE 'no-seat' END
    FROM booking b CROSS JOIN LATERAL (
      SELECT EXISTS (SELECT FROM proposal p WHERE p.booking_id = b.id AND p.mass_id = ${round.id}) AS offered,
             EXISTS (SELECT FROM proposal p WHERE p.booking_id = b.id AND p.settled_at IS NULL) AS open) AS p
    WHERE i.mass_id = ${round.id} AND i.booking_id = b.id AND i.state = 'waiting'
      AND b.code = ANY (${bookingCodes}::text[])`.execute(deps.db);
}
