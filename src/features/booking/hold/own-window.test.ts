import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { findOffering } from '#features/offices/index.ts';
import { buildOffice, type BuiltOffice } from '#test/build-office.ts';
import { useDeps } from '#test/deps.ts';
import { createSeatEngine } from '../seats/engine.ts';
import { hold, type HoldWish } from './hold.ts';
import { ownerKey } from './hold-owner.ts';

const deps = useDeps();
const zone = 'America/New_York';
const day = (text: string) => Temporal.PlainDate.from(text);

/** One slot at 09:00 in New York on 8 December 2026. */
async function open(rules: { from?: number; days?: number; notice?: number }): Promise<BuiltOffice> {
  const office = await buildOffice(deps.current.db, { zone, from: '2026-12-08T14:00:00Z' });
  await sql`UPDATE offering SET horizon_from_days = ${rules.from ?? 0}, horizon_days = ${rules.days ?? null},
            notice_minutes = ${rules.notice ?? null} WHERE id = ${office.offeringId}`.execute(deps.current.db);
  return office;
}

async function tryAt(office: BuiltOffice, now: string, more: { where?: HoldWish['where']; desk?: boolean } = {}) {
  const { db, pool, secrets } = deps.current;
  const offering = await findOffering(db, office.officeId, 'passport');
  if (!offering) throw new Error('no offering');
  const outcome = await hold(
    { engine: createSeatEngine(pool), db },
    {
      id: randomUUID(),
      office: { id: office.officeId, timeZone: zone },
      offering,
      where: more.where ?? { slot: office.slots[0] ?? '' },
      party: 1,
      ownerKey: more.desk
        ? ownerKey(secrets, { kind: 'desk', accountId: 1, form: randomUUID() })
        : ownerKey(secrets, { kind: 'browser', browser: randomUUID() }),
      accountId: null,
      rescheduleOf: null,
      now: Temporal.Instant.from(now),
    },
  );
  return outcome.ok ? 'held' : outcome.reason;
}

it('a day is held once it comes within the weeks, at midnight of the office', async () => {
  const office = await open({ from: 7, days: 9 });
  expect(await tryAt(office, '2026-11-22T04:59:59.999Z')).toBe('beyond-horizon');
  expect(await tryAt(office, '2026-11-22T05:00:00Z')).toBe('held');
});

it('a day is not held any more once it is nearer than the first day', async () => {
  const office = await open({ from: 7, days: 9 });
  expect(await tryAt(office, '2026-12-02T05:00:00Z')).toBe('not-open');
  expect(await tryAt(office, '2026-12-02T04:59:59.999Z')).toBe('held');
});

it('nor with less notice than the office asks for, to the millisecond', async () => {
  const office = await open({ notice: 60 });
  expect(await tryAt(office, '2026-12-08T13:00:00.001Z')).toBe('not-open');
  expect(await tryAt(office, '2026-12-08T13:00:00Z')).toBe('held');
});

it('the earliest seat is looked for within the weeks alone', async () => {
  const office = await open({ from: 7, days: 9 });
  const earliest = { from: undefined, to: undefined };
  expect(await tryAt(office, '2026-11-20T12:00:00Z', { where: earliest })).toBe('none-left');
  const beyond = { from: day('2026-12-08'), to: day('2026-12-08') };
  expect(await tryAt(office, '2026-11-20T12:00:00Z', { where: beyond })).toBe('beyond-horizon');
  expect(await tryAt(office, '2026-12-05T12:00:00Z', { where: beyond })).toBe('not-open');
  expect(await tryAt(office, '2026-11-25T12:00:00Z', { where: earliest })).toBe('held');
});

it('the desk is bound neither by the weeks nor by the notice', async () => {
  expect(await tryAt(await open({ from: 7, days: 9 }), '2026-12-07T12:00:00Z', { desk: true })).toBe('held');
  expect(await tryAt(await open({ notice: 1440 }), '2026-12-08T13:59:00Z', { desk: true })).toBe('held');
});
