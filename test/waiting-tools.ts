import { sql } from 'kysely';
import { expect } from 'vitest';
import {
  type BookedPerson,
  cancelBooking,
  joinList,
  offerFreedSeats,
  releaseExpired,
  type Wishes,
} from '#features/booking/index.ts';
import { transact } from '#platform/transaction.ts';
import { bookingTools } from './booking-tools.ts';
import { buildOffice, type BuiltOffice, type OfficeWish } from './build-office.ts';
import type { TestDeps } from './deps.ts';

export const anyTime: Wishes = {
  party: 1,
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  fromDay: null,
  toDay: null,
  fromTime: null,
  toTime: null,
};

/** People who wait, and seats that come back, through the real verbs. */
export function waitingTools(deps: { readonly current: TestDeps }) {
  const tools = bookingTools(deps);
  let births = 0;

  async function officeWithList(wish: OfficeWish = {}): Promise<BuiltOffice> {
    const office = await buildOffice(deps.current.db, wish);
    await sql`UPDATE offering SET waiting_list = true WHERE id = ${office.offeringId}`.execute(deps.current.db);
    return office;
  }

  /** The person of an account that waits; another birthplace each, so that their keys differ. */
  function whoWaits(): BookedPerson {
    births += 1;
    return tools.somebody({ familyName: 'Prova', birthPlace: `Roma ${births}` });
  }

  async function waiting(office: BuiltOffice, wishes: Partial<Wishes> = {}, others: readonly number[] = []) {
    const { db, secrets, clock } = deps.current;
    const accountId = await tools.newAccount();
    await sql`UPDATE account SET person_key = ${secrets.hash('person', String(accountId))} WHERE id = ${accountId}`.execute(
      db,
    );
    const outcome = await transact(db, (tx) =>
      joinList(tx, secrets, {
        accountId,
        offeringId: office.offeringId,
        wishes: { ...anyTime, ...wishes },
        others,
        language: 'it',
        now: clock.now(),
      }),
    );
    if (!outcome.ok) throw new Error(outcome.reason);
    return { entryId: outcome.entryId, accountId };
  }

  async function cancel(bookingId: string): Promise<void> {
    const { db, clock } = deps.current;
    const outcome = await transact(db, (tx) => cancelBooking(tx, { bookingId, accountId: null, now: clock.now() }));
    expect(outcome.ok).toBe(true);
  }

  const ask = () => offerFreedSeats(deps.current, {});
  const free = () => releaseExpired(deps.current.db, deps.current.clock.now());
  const later = (duration: Temporal.DurationLike) => deps.current.clock.set(deps.current.clock.now().add(duration));

  async function offers(entryId: string) {
    const { rows } = await sql<{ state: string; startsAt: string; hours: number }>`
    SELECT state, to_char(starts_at AT TIME ZONE 'UTC', 'HH24:MI') AS "startsAt",
           (extract(epoch FROM expires_at - offered_at) / 3600)::int AS hours
    FROM waiting_offer WHERE entry_id = ${entryId} ORDER BY id`.execute(deps.current.db);
    return rows;
  }

  async function stateOf(entryId: string): Promise<string> {
    const { state, asleep_why: why } = await deps.current.db
      .selectFrom('waiting_entry')
      .select(['state', 'asleep_why'])
      .where('id', '=', entryId)
      .executeTakeFirstOrThrow();
    return why === null ? state : `${state}: ${why}`;
  }

  async function kept(office: BuiltOffice): Promise<string[]> {
    const { rows } = await sql<{ kind: string }>`
    SELECT left(owner, 1) || party AS kind FROM hold WHERE planner_id = ${office.plannerId} AND state = 'live'
      AND left(owner, 2) IN ('f:', 'w:', 'l:') ORDER BY 1`.execute(deps.current.db);
    return rows.map(({ kind }) => kind);
  }

  const random = (office: BuiltOffice, from = 30, to = 60) =>
    sql`UPDATE planner SET returned_seats = 'random', returned_min_minutes = ${from}, returned_max_minutes = ${to} WHERE id = ${office.plannerId}`.execute(
      deps.current.db,
    );

  return { ...tools, whoWaits, officeWithList, waiting, cancel, ask, free, later, offers, stateOf, kept, random };
}
