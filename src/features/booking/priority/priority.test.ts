import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { earliestSlots, freeDays, type PriorityGround } from '#features/planner/index.ts';
import { findOffering } from '#features/offices/index.ts';
import { buildOffice } from '#test/build-office.ts';
import { useDeps } from '#test/deps.ts';
import { hold } from '../hold/hold.ts';
import { createSeatEngine } from '../seats/engine.ts';
import { checkPeople } from '../people.ts';
import { claimPriority } from './claim-priority.ts';
import { ageForHold } from './priority.query.ts';

const deps = useDeps();

async function kept(audience: 'priority' | 'desk', more: { grounds?: PriorityGround[]; until?: number } = {}) {
  const { db, clock } = deps.current;
  const office = await buildOffice(db, { capacity: 40, slots: 2 });
  await sql`UPDATE planner SET audience = ${audience}, priority_grounds = ${more.grounds ?? ['age']}::text[],
              audience_until_minutes = ${more.until ?? null} WHERE id = ${office.plannerId}`.execute(db);
  const offering = await findOffering(db, office.officeId, 'passport');
  if (!offering) throw new Error('no offering');
  const now = clock.now();
  const free = async (how: { atDesk?: boolean; withPriority?: boolean } = {}) =>
    (await earliestSlots(db, { offeringId: offering.id, now, limit: 10, ...how })).length;
  const [slot = ''] = office.slots;
  const ask = (ownerKey: string, ground?: PriorityGround) => take({ ownerKey, where: { slot }, ground });
  const take = async (wish: {
    ownerKey: string;
    where: { slot: string } | { from: undefined; to: undefined };
    ground?: PriorityGround | undefined;
  }) => {
    const id = randomUUID();
    const { ground, ...rest } = wish;
    if (ground) await claimPriority(deps.current, { holdId: id, offeringId: offering.id, ground, now });
    const outcome = await hold(
      { engine: createSeatEngine(deps.current.pool), db },
      {
        id,
        office: { id: office.officeId, timeZone: 'Europe/London' },
        offering,
        party: 1,
        accountId: null,
        rescheduleOf: null,
        now,
        withPriority: ground !== undefined,
        ...rest,
      },
    );
    return outcome.ok ? outcome.holdId : outcome.reason;
  };
  return { offering, free, ask, take, now };
}

describe('seats kept for people with priority', () => {
  it('are not seen nor held without it, not even by their number', async () => {
    const { offering, free, ask, take, now } = await kept('priority');
    expect(await free()).toBe(0);
    expect(await free({ withPriority: true })).toBe(2);
    expect((await freeDays(deps.current.db, { offeringId: offering.id, now })).days).toEqual([]);
    expect(await ask('b:anybody')).toBe('not-open');
    expect(await take({ ownerKey: 'b:anybody', where: { from: undefined, to: undefined } })).toBe('none-left');
    expect(await ask('b:ill', 'disability')).toBe('not-open');
  });

  it('are held on a ground that the office accepts; the age is asked at the booking', async () => {
    const { offering, ask, take, now } = await kept('priority');
    const holdId = await ask('b:elder', 'age');
    expect(holdId).toHaveLength(36);
    expect(await ageForHold(deps.current.db, holdId)).toBe(65);
    expect(await take({ ownerKey: 'b:other', where: { from: undefined, to: undefined }, ground: 'age' })).toHaveLength(
      36,
    );
    const { rows } = await sql<{ cipher: Buffer }>`
      SELECT ground_cipher AS cipher FROM priority_claim WHERE hold_id = ${holdId}`.execute(deps.current.db);
    expect(rows[0]?.cipher.toString('latin1')).not.toContain('age');
    const today = now.toZonedDateTimeISO('Europe/London').toPlainDate();
    const people = (birthDate: string) =>
      checkPeople(
        [
          {
            givenName: 'Ada',
            familyName: 'Prova',
            birthDate,
            birthPlace: null,
            codiceFiscale: null,
            relationship: 'self',
            answers: null,
          },
        ],
        { ...offering, questions: [], priorityAge: 65 },
        today,
      );
    expect(people(today.subtract({ years: 65 }).toString())).toMatchObject({ ok: true });
    expect(people(today.subtract({ years: 65 }).add({ days: 1 }).toString())).toMatchObject({
      ok: false,
      faults: [{ field: 'birthDate', reason: 'not-of-priority-age', limit: 65 }],
    });
  });

  it('are everybody’s so long before they begin, when the office says so', async () => {
    const { free, ask } = await kept('priority', { until: 525_600 });
    expect(await free()).toBe(2);
    expect(await ask('b:anybody')).toHaveLength(36);
  });
});

it('seats kept for the desk are the desk’s, by the site nobody’s', async () => {
  const { free, ask } = await kept('desk');
  expect([await free(), await free({ withPriority: true }), await free({ atDesk: true })]).toEqual([0, 0, 2]);
  expect(await ask('b:anybody')).toBe('not-open');
  expect(await ask('b:elder', 'age')).toBe('not-open');
  expect(await ask('o:1:form')).toHaveLength(36);
});
