import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { PersonDetails } from '#features/identity/index.ts';
import { projectPath } from '#platform/root.ts';
import { brokenConstraint, transact } from '#platform/transaction.ts';
import { useDeps } from '#test/deps.ts';
import { waitingTools } from '#test/waiting-tools.ts';
import { correctPeople } from './account-cases/correct-people.ts';
import { mostCancelled } from './eligibility/cancelled-often.ts';
import { removePerson } from './removal/remove-person.ts';
import { reschedule } from './reschedule.ts';

const deps = useDeps();
const tools = waitingTools(deps);

async function namesIn(bookingId: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    SELECT given_name || ' ' || family_name AS name FROM booking_person WHERE booking_id = ${bookingId} ORDER BY position`.execute(
    deps.current.db,
  );
  return rows.map(({ name }) => name);
}

const bruno = {
  givenName: 'Bruno',
  familyName: 'Conti',
  birthDate: Temporal.PlainDate.from('1991-01-30'),
  birthPlace: 'Milano',
  codiceFiscale: null,
};

describe('who is served by a booking never changes', () => {
  it('the database itself refuses it, whoever asks', async () => {
    const office = await tools.officeWithList();
    const { bookingId } = await tools.newBooking(office);
    for (const change of [
      "given_name = 'Bruno'",
      "family_name = 'Conti'",
      "person_key = '\\x00'",
      'birth_date = NULL',
    ]) {
      const fault = await deps.current.pool
        .query(`UPDATE booking_person SET ${change} WHERE booking_id = ${bookingId}`)
        .then(
          () => undefined,
          (error: unknown) => brokenConstraint(error),
        );
      expect(fault).toBe('booking_is_nominal');
    }
  });

  it('one file alone may correct a name, and none adds a person to a booking that is made', () => {
    const writers = readdirSync(projectPath('src'), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'))
      .filter((name) => /turno\.correcting/.test(readFileSync(join(projectPath('src'), name), 'utf8')));
    expect(writers).toEqual(['features/booking/account-cases/correct-people.ts']);
    const adding = readdirSync(projectPath('src'), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'))
      .filter((name) =>
        /INSERT INTO booking_person|insertInto\('booking_person'/.test(
          readFileSync(join(projectPath('src'), name), 'utf8'),
        ),
      );
    expect(adding.sort()).toEqual(['features/booking/book.ts', 'features/demo/create-bookings.ts']);
  });

  it('moved, and with one person less, it serves those it served', async () => {
    const { db, secrets, clock } = deps.current;
    const office = await tools.officeWithList({ slots: 2, capacity: 3 });
    const people = [tools.somebody(), tools.somebody({ relationship: 'spouse' })];
    const made = await tools.newBooking(office, { people });
    const before = await namesIn(made.bookingId);
    const holdId = await tools.heldId(
      office,
      { kind: 'move', bookingId: made.bookingId },
      { slot: 1, party: 2, rescheduleOf: made.bookingId },
    );
    const owner = { kind: 'move', bookingId: made.bookingId } as const;
    const moved = await transact(db, (tx) =>
      reschedule(tx, secrets, {
        bookingId: made.bookingId,
        holdId,
        owner,
        accountId: made.accountId,
        now: clock.now(),
      }),
    );
    expect(moved.ok).toBe(true);
    expect(await namesIn(made.bookingId)).toEqual(before);
    const removed = await transact(db, (tx) =>
      removePerson(tx, { bookingId: made.bookingId, position: 1, accountId: made.accountId, now: clock.now() }),
    );
    expect(removed.ok).toBe(true);
    expect(await namesIn(made.bookingId)).toEqual(before.slice(0, 1));
  });

  it('an office corrects a letter, with a line in the history, and never into somebody else', async () => {
    const { db, secrets, clock } = deps.current;
    const office = await tools.officeWithList();
    const person = tools.somebody({ familyName: 'Belandi' });
    const made = await tools.newBooking(office, { people: [person] });
    const operatorId = await tools.newAccount();
    const before = { ...person, birthPlace: person.birthPlace ?? null };
    const correct = (after: PersonDetails) =>
      transact(db, (tx) =>
        correctPeople(tx, secrets, { accountId: made.accountId, before, after, operatorId, now: clock.now() }),
      );
    expect(await correct(bruno)).toMatchObject({ ok: false, reason: 'another-person' });
    expect(await namesIn(made.bookingId)).toEqual(['Ada Belandi']);
    expect(await correct({ ...before, birthDate: bruno.birthDate, familyName: 'Bellandi' })).toMatchObject({
      ok: true,
    });
    expect(await namesIn(made.bookingId)).toEqual(['Ada Bellandi']);
    const events = await db
      .selectFrom('booking_event')
      .select(['kind', 'account_id'])
      .where('booking_id', '=', made.bookingId)
      .execute();
    expect(events).toContainEqual({ kind: 'person-corrected', account_id: operatorId });
  });

  it('a seat from the waiting list is for whoever waited, or for a child of theirs', async () => {
    const { db } = deps.current;
    const seatFor = async () => {
      const office = await tools.officeWithList();
      const who = await tools.waiting(office);
      const taken = await tools.newBooking(office);
      await tools.cancel(taken.bookingId);
      await tools.ask();
      const { rows } = await sql<{ holdId: string }>`
        SELECT hold_id AS "holdId" FROM waiting_offer WHERE entry_id = ${who.entryId}`.execute(db);
      const holdId = rows[0]?.holdId ?? '';
      return { ...who, holdId, owner: { kind: 'list', accountId: who.accountId, holdId } as const };
    };
    const seat = await seatFor();
    const book = (more: Parameters<typeof tools.booked>[2]) =>
      tools.booked(seat.holdId, seat.accountId, { owner: seat.owner, ...more });
    expect(await book({ people: [tools.somebody()] })).toMatchObject({ ok: false, reason: 'not-who-waited' });
    const child = tools.somebody({ relationship: 'child', birthDate: Temporal.PlainDate.from('2020-03-01') });
    expect(await book({ people: [child] })).toMatchObject({ ok: true });
    const other = await seatFor();
    const own = { people: [tools.whoWaits()], owner: other.owner };
    expect(await tools.booked(other.holdId, other.accountId, own)).toMatchObject({ ok: true });
  });
});

describe('booking and cancelling again and again', () => {
  it('pauses the person for this service, by whichever account, and never the desk', async () => {
    const office = await tools.officeWithList();
    const person = tools.somebody();
    for (let round = 0; round < mostCancelled; round += 1) {
      const { bookingId } = await tools.newBooking(office, { people: [person] });
      await tools.cancel(bookingId);
    }
    const accountId = await tools.newAccount();
    const holdId = await tools.heldId(office, { kind: 'account', accountId });
    const refused = await tools.booked(holdId, accountId, { people: [person] });
    expect(refused).toMatchObject({ ok: false, reason: 'cancelled-often' });
    expect('until' in refused && refused.until?.toString()).toBe('2026-11-29T10:00:00Z');
    expect(await tools.booked(holdId, accountId, { people: [tools.somebody()] })).toMatchObject({ ok: true });
    const again = await tools.officeWithList();
    const desk = { kind: 'desk', accountId, form: 'one' } as const;
    const atDesk = await tools.heldId(again, desk);
    const made = { people: [person], owner: desk, createdBy: accountId, accountId: null };
    expect(await tools.booked(atDesk, accountId, made)).toMatchObject({ ok: true });
  });
});
