import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { buildBooking } from '#test/build-booking.ts';
import { useDeps } from '#test/deps.ts';
import { drain, testMailbox, tick } from '#test/drain.ts';

const deps = useDeps();

async function statusOf(id: string) {
  return deps.current.db
    .selectFrom('booking')
    .select(['status', 'cancelled_by as cancelledBy'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

async function takenOf(slotId: string): Promise<number | undefined> {
  const { rows } = await sql<{ taken: number }>`SELECT taken FROM slot WHERE id = ${slotId}`.execute(deps.current.db);
  return rows[0]?.taken;
}

/** Subjects of the e-mails to one person that one minute of the worker sends. */
async function minute(at: string | Temporal.Instant, to: string): Promise<string[]> {
  deps.current.clock.set(at);
  return (await tick(deps.current)).filter((mail) => mail.to === to).map((mail) => mail.subject.split(':')[0] ?? '');
}

const justBefore = (instant: string) => Temporal.Instant.from(instant).subtract({ milliseconds: 1 });

describe('the confirmation window, across a change of the clocks', () => {
  it.each([
    // zone, appointment, window opens, reminder, window closes
    ['America/Santiago', '2027-04-10T10:00', '2027-03-31T03:00:00Z', '2027-04-07T04:00:00Z', '2027-04-08T04:00:00Z'],
    ['Australia/Sydney', '2027-04-10T10:00', '2027-03-30T13:00:00Z', '2027-04-06T14:00:00Z', '2027-04-07T14:00:00Z'],
    ['America/New_York', '2027-03-20T10:00', '2027-03-10T05:00:00Z', '2027-03-17T04:00:00Z', '2027-03-18T04:00:00Z'],
    // The clocks change on the very day the window closes.
    ['America/New_York', '2027-03-17T09:00', '2027-03-07T05:00:00Z', '2027-03-14T05:00:00Z', '2027-03-15T04:00:00Z'],
  ])('%s: asks, reminds and cancels at the office’s midnight', async (zone, at, opens, reminder, closes) => {
    const email = `${zone.toLowerCase().replace('/', '-')}-${at.slice(5, 10)}@test.example`;
    const booking = await buildBooking(deps.current.db, { at, zone, email });
    expect(await minute(justBefore(opens), email)).toEqual([]);
    expect(await minute(opens, email)).toEqual(['Conferma il tuo appuntamento']);
    expect(await minute(opens, email)).toEqual([]);
    expect(await minute(justBefore(reminder), email)).toEqual([]);
    expect(await minute(reminder, email)).toEqual(['Ultimo giorno per confermare']);
    expect(await minute(justBefore(closes), email)).toEqual([]);
    expect(await statusOf(booking.id)).toEqual({ status: 'booked', cancelledBy: null });
    expect(await takenOf(booking.slotId)).toBe(1);
    expect(await minute(closes, email)).toEqual(['Annullato']);
    expect(await statusOf(booking.id)).toEqual({ status: 'cancelled', cancelledBy: 'not-confirmed' });
    expect(await takenOf(booking.slotId)).toBe(0);
    expect(await minute(closes, email)).toEqual([]);
  });
});

describe('what the clock leaves alone', () => {
  it('asks nothing of people who booked inside the window: they are confirmed', async () => {
    const email = 'late@test.example';
    const booking = await buildBooking(deps.current.db, {
      at: '2027-02-10T10:00',
      bookedAt: '2027-02-05T10:00:00Z',
      email,
    });
    expect((await statusOf(booking.id)).status).toBe('confirmed');
    expect(await minute('2027-02-06T10:00:00Z', email)).toEqual([]);
    expect(await minute('2027-02-08T00:00:00Z', email)).toEqual([]);
    expect((await statusOf(booking.id)).status).toBe('confirmed');
  });

  it('asks nothing where the office confirms, or nobody need', async () => {
    const byOffice = await buildBooking(deps.current.db, {
      at: '2027-02-20T10:00',
      confirmBy: 'office',
      email: 'o@test.example',
    });
    const byNobody = await buildBooking(deps.current.db, {
      at: '2027-02-20T10:00',
      confirmBy: 'nobody',
      email: 'n@test.example',
    });
    expect(await minute('2027-02-12T10:00:00Z', 'o@test.example')).toEqual([]);
    expect(await minute('2027-02-18T10:00:00Z', 'n@test.example')).toEqual([]);
    expect((await statusOf(byOffice.id)).status).toBe('awaiting-office');
    expect((await statusOf(byNobody.id)).status).toBe('confirmed');
  });

  it('does not remind a person who was asked only hours before, after the worker stood still', async () => {
    const email = 'standstill@test.example';
    await buildBooking(deps.current.db, { at: '2027-05-20T10:00', email });
    expect(await minute('2027-05-16T23:30:00Z', email)).toEqual(['Conferma il tuo appuntamento']);
    expect(await minute('2027-05-17T08:00:00Z', email)).toEqual([]);
    expect(await minute('2027-05-17T11:30:00Z', email)).toEqual(['Ultimo giorno per confermare']);
  });
});

describe('the reminder of an appointment', () => {
  it('comes one day before at the same hour of the office, though that day is an hour shorter', async () => {
    const email = 'reminded@test.example';
    // Clocks in New York go forward in the night before this appointment.
    await buildBooking(deps.current.db, {
      at: '2027-03-14T09:00',
      zone: 'America/New_York',
      email,
      confirmBy: 'nobody',
    });
    expect(await minute('2027-03-13T13:59:59Z', email)).toEqual([]);
    expect(await minute('2027-03-13T14:00:00Z', email)).toEqual(['Promemoria']);
    expect(await minute('2027-03-13T14:01:00Z', email)).toEqual([]);
  });

  it('is not sent to whoever booked less than a day before, nor once the hour has come', async () => {
    const soon = {
      at: '2027-06-10T10:00',
      confirmBy: 'nobody',
      bookedAt: '2027-06-09T12:00:00Z',
      email: 'soon@test.example',
    } as const;
    await buildBooking(deps.current.db, soon);
    await buildBooking(deps.current.db, { at: '2027-06-10T10:00', confirmBy: 'nobody', email: 'past@test.example' });
    expect(await minute('2027-06-10T10:00:00Z', 'soon@test.example')).toEqual([]);
    expect(await minute('2027-06-10T10:00:00Z', 'past@test.example')).toEqual([]);
  });
});

describe('exactly once', () => {
  it('asks everybody once when two workers tick in the same instant, and catches up in batches', async () => {
    deps.current.clock.set('2027-01-01T00:00:00Z');
    const emails = Array.from({ length: 30 }, (_, index) => `crowd-${index}@test.example`);
    for (const email of emails) await buildBooking(deps.current.db, { at: '2027-08-20T10:00', email });
    deps.current.clock.set('2027-08-11T00:00:00Z');
    const [one, two] = [testMailbox(), testMailbox()];
    await Promise.all([tick(deps.current, one), tick(deps.current, two), tick(deps.current, one)]);
    await drain(deps.current, one);
    const asked = [...one.mails, ...two.mails].map((mail) => mail.to).filter((to) => to.startsWith('crowd-'));
    expect(asked.toSorted()).toEqual(emails.toSorted());
  });

  it('writes a message only once however often its job runs', async () => {
    deps.current.clock.set('2027-01-01T00:00:00Z');
    const booking = await buildBooking(deps.current.db, { at: '2027-09-20T10:00', email: 'twice@test.example' });
    const job = {
      task: 'notify',
      payload: JSON.stringify({ kind: 'booked', bookingId: booking.id }),
      created_at: deps.current.clock.now(),
    };
    await deps.current.db.insertInto('outbox').values([job, job, job]).execute();
    const mails = await drain(deps.current);
    expect(mails.map((mail) => mail.to)).toEqual(['twice@test.example']);
  });
});
