import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { transact } from '#platform/transaction.ts';
import { buildOffice } from '#test/build-office.ts';
import { useDeps } from '#test/deps.ts';
import { drain, testMailbox, tick } from '#test/drain.ts';
import { granted, useMunicipalities } from '#test/municipalities.ts';
import { confirmBooking } from '../confirmation/confirm.ts';

const deps = useDeps();
const places = useMunicipalities(deps);
const { answer, book, byOffice, freeSeats, newBooking, rules, shown, sweep, tools } = places;

describe('the last day for the answer', () => {
  it('refuses who books too late for it, or gives the municipality fewer days, as the office decides', async () => {
    // The window closes at the end of 17 March: an answer on the 16th leaves a whole day to confirm.
    deps.current.clock.set('2027-03-10T08:00:00Z');
    await rules({ clearance_too_late: 'refuse' });
    expect((await book()).outcome).toEqual({ ok: false, reason: 'clearance-too-late' });
    expect((await book('H501')).outcome.ok).toBe(true);
    await rules({ clearance_too_late: 'shorten' });
    const { bookingId } = await newBooking();
    expect((await shown(bookingId))?.clearance?.dueOn?.toString()).toBe('2027-03-16');
  });

  it('is reminded of twice; without an answer the booking ends at the office’s midnight, and the seat is free', async () => {
    const { bookingId, clearanceId } = await newBooking();
    const mailbox = testMailbox();
    const at = async (moment: string) => {
      deps.current.clock.set(moment);
      return (await sweep(mailbox)).map(({ to, subject }) => [to, subject.split(':')[0]]);
    };
    expect(await at('2027-03-06T06:59:00Z')).toEqual([]);
    expect(await at('2027-03-06T07:00:00Z')).toEqual([['anagrafe@padova.example', 'Promemoria']]);
    expect(await at('2027-03-07T12:00:00Z')).toEqual([]);
    expect(await at('2027-03-08T07:00:00Z')).toEqual([['anagrafe@padova.example', 'Ultimo giorno']]);
    expect((await shown(bookingId))?.clearance?.remindedOn?.toString()).toBe('2027-03-08');
    expect(await at('2027-03-08T22:59:59Z')).toEqual([]);
    expect((await shown(bookingId))?.status).toBe('awaiting-clearance');
    expect(await at('2027-03-08T23:00:00Z')).toEqual([[expect.stringContaining('person-'), 'Annullato']]);
    expect(await shown(bookingId)).toMatchObject({ status: 'cancelled', cancelledBy: 'clearance-late' });
    expect(mailbox.mails.at(-1)?.text).toContain('La risposta era attesa entro lunedì 8 marzo 2027');
    expect(mailbox.mails.at(-1)?.text).toContain(`/offices/${places.current.office.officeCode}/passport`);
    expect(await freeSeats()).toBe(5);
    expect(await answer(clearanceId, byOffice(), granted)).toEqual({ ok: false, reason: 'over' });
  });

  it('ends nothing where the office decides, nor where nobody was asked', async () => {
    await rules({ clearance_at_deadline: 'stays' });
    const { bookingId: stays, clearanceId } = await newBooking();
    await rules({ clearance_at_deadline: null });
    const { bookingId: neverAsked } = await newBooking('L219');
    deps.current.clock.set('2027-03-19T12:00:00Z');
    await sweep();
    for (const id of [stays, neverAsked]) expect((await shown(id))?.status).toBe('awaiting-clearance');
    // After the window closed nothing is left to confirm: the appointment stands (ADR 0020).
    expect(await answer(clearanceId, byOffice(), granted)).toEqual({ ok: true });
    expect((await shown(stays))?.status).toBe('confirmed');
  });

  it('at the change of the clocks is the end of the office’s day', async () => {
    const later = await buildOffice(deps.current.db, {
      kind: 'municipal',
      zone: 'Europe/Rome',
      from: '2027-04-12T07:00:00Z',
    });
    await sql`UPDATE offering SET clearance = 'required' WHERE id = ${later.offeringId}`.execute(deps.current.db);
    deps.current.clock.set('2027-03-21T09:00:00Z');
    const accountId = await tools.newAccount();
    const holdId = await tools.heldId(later, { kind: 'account', accountId });
    const outcome = await tools.booked(holdId, accountId, { residence: 'G224' });
    if (!outcome.ok) throw new Error(outcome.reason);
    await drain(deps.current);
    expect((await shown(outcome.bookingId))?.clearance?.dueOn?.toString()).toBe('2027-03-28');
    // On the 28th of March the day has 23 hours.
    deps.current.clock.set('2027-03-28T21:59:59Z');
    await sweep();
    expect((await shown(outcome.bookingId))?.status).toBe('awaiting-clearance');
    deps.current.clock.set('2027-03-28T22:00:00Z');
    await sweep();
    expect((await shown(outcome.bookingId))?.cancelledBy).toBe('clearance-late');
  });
});

describe('confirmation beside the clearance', () => {
  it('is asked only of who has the clearance; who waits may say so early, and nothing ends for what could not be asked', async () => {
    await rules({ clearance_at_deadline: 'stays', clearance_days: 10 });
    const { db, clock } = deps.current;
    const waits = await newBooking();
    const silent = await newBooking();
    const ready = await newBooking();
    await answer(ready.clearanceId, byOffice(), granted);
    await drain(deps.current);
    // The window of an appointment on the 20th opens on the 10th and closes at the end of the 17th, in Rome.
    clock.set('2027-03-09T23:00:00Z');
    await tick(deps.current);
    for (const [{ bookingId }, isAsked] of [
      [waits, false],
      [silent, false],
      [ready, true],
    ] as const)
      expect((await shown(bookingId))?.confirmRequestedAt !== null).toBe(isAsked);
    const confirm = ({ bookingId, accountId }: typeof waits) =>
      transact(db, (tx) => confirmBooking(tx, { bookingId, accountId, now: clock.now() }));
    expect(await confirm(waits)).toEqual({ ok: true });
    clock.set('2027-03-17T23:00:00Z');
    await tick(deps.current);
    expect(await shown(ready.bookingId)).toMatchObject({ status: 'cancelled', cancelledBy: 'not-confirmed' });
    for (const { bookingId, clearanceId } of [waits, silent]) {
      expect((await shown(bookingId))?.status).toBe('awaiting-clearance');
      await answer(clearanceId, byOffice(), granted);
      expect((await shown(bookingId))?.status).toBe('confirmed');
    }
  });
});
