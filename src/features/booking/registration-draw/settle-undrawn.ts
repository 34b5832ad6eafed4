import { sql } from 'kysely';
import { setWeights, settleNotDrawn } from '#features/waiting-room/index.ts';
import type { Tx } from '#platform/database.ts';
import { isNext } from './assign-seat.ts';
import { tellRegistrations } from './tell-registration.ts';
import type { RegistrationToAssign } from './to-assign.query.ts';
import { grown } from './weight.rules.ts';

/**
 * Why nobody got a seat: `none-left` that suits them, `none-suited` even of all the seats there were, or what would have
 * kept them from booking.
 */
export type Undrawn = {
  readonly registration: RegistrationToAssign;
  readonly why: string;
};

/**
 * Those for whom there is no seat, the next in the order all of them: told, and counting more the next time where a seat
 * of the release would have suited them. Whoever asked for the waiting list is told once they are on it.
 */
export async function settleUndrawn(
  tx: Tx,
  { undrawn, now }: { undrawn: readonly Undrawn[]; now: Temporal.Instant },
): Promise<{ ok: boolean }> {
  const [first] = undrawn;
  if (!first || !(await isNext(tx, first.registration))) return { ok: false };
  const { roomId } = first.registration;
  const weights = undrawn.map(({ registration, why }) => (why === 'none-left' ? grown(registration.weight) : null));
  await sql`
    UPDATE registration g SET state = u.state, why = u.why, next_weight = u.weight, decided_at = ${now}
    FROM unnest(${undrawn.map(({ registration }) => registration.number)}::int[], ${undrawn.map(stateOf)}::text[],
                ${undrawn.map(({ why }) => why)}::text[], ${weights}::int[]) AS u(number, state, why, weight)
    WHERE g.room_id = ${roomId} AND g.number = u.number AND g.state = 'registered'`.execute(tx);
  await settleNotDrawn(tx, { roomId, numbers: undrawn.map(({ registration }) => registration.number), now });
  const weighed = undrawn.flatMap(({ registration: { personKeys, offeringId } }, at) =>
    personKeys.flatMap((personKey) => {
      const weight = weights[at] ?? null;
      return weight === null ? [] : [{ personKey, offeringId, weight }];
    }),
  );
  await setWeights(tx, { weighed, now });
  const toTell = undrawn.filter((one) => !one.registration.wantsWaiting || stateOf(one) === 'refused');
  await tellRegistrations(tx, {
    kind: 'registration-not-drawn',
    who: toTell.map(({ registration: { number } }) => ({ roomId, number })),
    at: now,
  });
  return { ok: true };
}

function stateOf({ why }: Undrawn): 'not-drawn' | 'refused' {
  return why === 'none-left' || why === 'none-suited' ? 'not-drawn' : 'refused';
}
