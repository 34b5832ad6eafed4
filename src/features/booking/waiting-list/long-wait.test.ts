import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { transact } from '#platform/transaction.ts';
import { testNow, useDeps } from '#test/deps.ts';
import { anyTime, waitingTools } from '#test/waiting-tools.ts';
import { changeWishes } from './change-entry.ts';
import { joinList } from './join.ts';
import { offerFreedSeats } from './offer-seats.job.ts';
import { askStillNeeded, endSleepers } from './sweeps.ts';

const deps = useDeps();
const tools = waitingTools(deps);
const { officeWithList, waiting, cancel, ask, later, stateOf, kept, random } = tools;

beforeEach(() => deps.current.clock.set(Temporal.Instant.from(testNow)));

describe('the list', () => {
  it('has a person once for a service', async () => {
    const office = await officeWithList();
    const { accountId } = await waiting(office);
    const { db, secrets, clock } = deps.current;
    const again = await transact(db, (tx) =>
      joinList(tx, secrets, {
        accountId,
        offeringId: office.offeringId,
        wishes: anyTime,
        others: [],
        language: 'it',
        now: clock.now(),
      }),
    );
    expect(again).toEqual({ ok: false, reason: 'already-waiting' });
  });

  it('keeps the place of who changes their wishes, and offers what suits now', async () => {
    const office = await officeWithList();
    await random(office);
    const { entryId } = await waiting(office, { weekdays: [1] });
    await cancel((await tools.newBooking(office)).bookingId);
    await ask();
    expect(await kept(office)).toEqual(['w1']);
    const { db, clock } = deps.current;
    const before = await sql`SELECT requested_at FROM waiting_entry WHERE id = ${entryId}`.execute(db);
    await transact(db, (tx) => changeWishes(tx, { entryId, wishes: anyTime, others: [], now: clock.now() }));
    await offerFreedSeats(deps.current, { entryId });
    expect(await kept(office)).toEqual(['l1']);
    expect(await sql`SELECT requested_at FROM waiting_entry WHERE id = ${entryId}`.execute(db)).toEqual(before);
  });

  it('asks once a month, lets sleep after a fortnight, and ends a month later', async () => {
    const office = await officeWithList();
    const { entryId } = await waiting(office);
    const askNow = () => askStillNeeded(deps.current.db, { now: deps.current.clock.now(), most: 1000 });
    const asked = async () => {
      const { rows } = await sql`SELECT FROM waiting_entry WHERE id = ${entryId} AND asked_at IS NOT NULL`.execute(
        deps.current.db,
      );
      return rows.length === 1;
    };
    later({ hours: 30 * 24 - 1, minutes: 59 });
    await askNow();
    expect(await asked()).toBe(false);
    later({ minutes: 1 });
    await askNow();
    await askNow();
    expect(await asked()).toBe(true);
    later({ hours: 14 * 24 - 1, minutes: 59 });
    await askNow();
    expect(await stateOf(entryId)).toBe('waiting');
    later({ minutes: 1 });
    await askNow();
    expect(await stateOf(entryId)).toBe('asleep: unanswered');
    const end = () => endSleepers(deps.current.db, { now: deps.current.clock.now(), most: 1000 });
    later({ hours: 30 * 24 - 1, minutes: 59 });
    await end();
    expect(await stateOf(entryId)).toBe('asleep: unanswered');
    later({ minutes: 1 });
    await end();
    expect(await stateOf(entryId)).toBe('ended');
  });

  it('lets sleep whose days are over', async () => {
    const office = await officeWithList();
    const { entryId } = await waiting(office, { toDay: Temporal.PlainDate.from('2026-11-22') });
    const askNow = () => askStillNeeded(deps.current.db, { now: deps.current.clock.now(), most: 1000 });
    deps.current.clock.set(Temporal.Instant.from('2026-11-22T23:59:59Z'));
    await askNow();
    expect(await stateOf(entryId)).toBe('waiting');
    deps.current.clock.set(Temporal.Instant.from('2026-11-23T00:00:00Z'));
    await askNow();
    expect(await stateOf(entryId)).toBe('asleep: days-over');
  });
});
