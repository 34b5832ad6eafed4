import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { transact } from '#platform/transaction.ts';
import { buildAccount } from '#test/build-office.ts';
import { useDeps } from '#test/deps.ts';
import { drain } from '#test/drain.ts';
import { granted, refused, useMunicipalities } from '#test/municipalities.ts';
import { cancelBooking } from '../cancel.ts';
import { historyOf } from '../history.query.ts';
import { markClearanceRead } from './answer-clearance.ts';
import { countAsked, listAsked } from './inbox.query.ts';
import { setMunicipality } from './set-municipality.ts';

const deps = useDeps();
const places = useMunicipalities(deps);
const { answer, byOffice, freeSeats, newBooking, rules, shown, sweep } = places;
const inbox = () =>
  listAsked(deps.current.db, deps.current.secrets, {
    officeId: places.current.answering.officeId,
    section: 'to-answer',
    skip: 0,
    most: 10,
  });
let made = 0;

async function newOperator(): Promise<number> {
  made += 1;
  return buildAccount(deps.current.db, `operator-${made}@prova.example`);
}

describe('a booking at a municipality where one does not live', () => {
  it('is in the inbox of the municipality of residence by itself, with as little as it needs', async () => {
    const { bookingId, mails } = await newBooking();
    const booking = await shown(bookingId);
    expect(booking).toMatchObject({
      status: 'awaiting-clearance',
      clearance: { state: 'asked', channel: 'turno', municipality: 'Padova', atDeadline: 'cancel' },
    });
    expect(booking?.clearance?.dueOn?.toString()).toBe('2027-03-08');
    const [asked] = await inbox();
    expect(asked).toMatchObject({ code: booking?.code, people: [{ givenName: 'Ada', codiceFiscale: null }] });
    expect(await countAsked(deps.current.db, places.current.answering.officeId)).toBe(1);
    expect(await countAsked(deps.current.db, places.current.office.officeId)).toBeUndefined();
    const own = mails.find(({ to }) => to !== 'anagrafe@padova.example');
    expect(own?.text).toContain('lo abbiamo già chiesto, e la risposta è attesa entro lunedì 8 marzo 2027');
    const theirs = mails.find(({ to }) => to === 'anagrafe@padova.example');
    expect(theirs?.text).toContain('/clearance-requests/');
    expect(theirs?.text).not.toContain('Prova');
  });

  it('needs nothing of the office’s own municipality', async () => {
    const { bookingId } = await newBooking('H501');
    expect(await shown(bookingId)).toMatchObject({ status: 'booked', clearance: null });
  });

  it('waits for the operator where the municipality has no office that answers', async () => {
    for (const set of ['active = false', 'active = true']) {
      await sql`UPDATE office SET ${sql.raw(set)} WHERE id = ${places.current.answering.officeId}`.execute(
        deps.current.db,
      );
      if (set === 'active = true')
        await sql`DELETE FROM account_role WHERE office_id = ${places.current.answering.officeId}`.execute(
          deps.current.db,
        );
      const { bookingId } = await newBooking();
      expect((await shown(bookingId))?.clearance).toMatchObject({ state: 'to-ask', channel: null });
    }
  });

  it('goes on once it is granted: with the protocol, once, by that office only', async () => {
    const { bookingId, clearanceId } = await newBooking();
    expect(await answer(clearanceId, byOffice(places.current.office.officeId), granted)).toEqual({
      ok: false,
      reason: 'not-found',
    });
    expect(await answer(clearanceId, byOffice(), granted)).toEqual({ ok: true });
    expect(await shown(bookingId)).toMatchObject({
      status: 'booked',
      clearance: { state: 'granted', answerProtocol: 'PD/7' },
    });
    const [mail] = await drain(deps.current);
    expect(mail?.text).toContain('Protocollo del comune: PD/7');
    for (const again of [granted, refused])
      expect(await answer(clearanceId, byOffice(), again)).toEqual({ ok: false, reason: 'already-answered' });
    expect(await inbox()).toEqual([]);
  });

  it('ends when it is refused, with reason, protocol and a free seat', async () => {
    const { bookingId, clearanceId } = await newBooking();
    expect(await freeSeats()).toBe(4);
    await answer(clearanceId, byOffice(), refused);
    expect(await shown(bookingId)).toMatchObject({ status: 'cancelled', cancelledBy: 'clearance-refused' });
    expect(await freeSeats()).toBe(5);
    const [mail] = await drain(deps.current);
    expect(mail?.text).toContain('Motivo indicato dal comune: Non risulta residente.');
    expect(mail?.text).toContain('Protocollo del comune: PD/8');
    expect(await answer(clearanceId, byOffice(), granted)).toEqual({ ok: false, reason: 'already-answered' });
  });

  it('two operators at once: one answer counts, the other hears of it', async () => {
    const { bookingId, clearanceId } = await newBooking();
    const both = await Promise.all([
      answer(clearanceId, byOffice(), granted),
      answer(clearanceId, byOffice(), refused),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both).toContainEqual({ ok: false, reason: 'already-answered' });
    const booking = await shown(bookingId);
    expect(booking?.status).toBe(booking?.clearance?.state === 'granted' ? 'booked' : 'cancelled');
    expect(await freeSeats()).toBe(booking?.clearance?.state === 'granted' ? 4 : 5);
  });

  it('a citizen’s cancellation and an answer in the same moment leave one seat free, once', async () => {
    const { bookingId, accountId, clearanceId } = await newBooking();
    const { db, clock } = deps.current;
    const cancel = transact(db, (tx) => cancelBooking(tx, { bookingId, accountId, now: clock.now() }));
    const [cancelled, answered] = await Promise.all([cancel, answer(clearanceId, byOffice(), refused)]);
    expect([cancelled.ok, answered.ok].filter(Boolean)).toHaveLength(1);
    expect(await freeSeats()).toBe(5);
    if (!answered.ok) expect(answered.reason).toBe('over');
    expect(await answer(clearanceId, byOffice(), granted)).toMatchObject({ ok: false });
  });

  it('asked of another municipality, the first one’s office and link have nothing to answer', async () => {
    const { bookingId, clearanceId, round } = await newBooking();
    const { db, clock } = deps.current;
    const operatorId = await newOperator();
    const set = (residence: string) =>
      transact(db, (tx) => setMunicipality(tx, { bookingId, residence, operatorId, now: clock.now() }));
    expect(await set('L219')).toEqual({ ok: true });
    expect((await shown(bookingId))?.clearance).toMatchObject({
      state: 'to-ask',
      municipality: 'Torino',
      answeringOffice: null,
    });
    expect(await answer(clearanceId, byOffice(), granted)).toEqual({ ok: false, reason: 'not-found' });
    const byLink = { kind: 'link', round, name: 'Bruno Verdi' } as const;
    expect(await answer(clearanceId, byLink, granted)).toEqual({ ok: false, reason: 'not-found' });
    expect(await answer(clearanceId, { ...byLink, round: round + 1 }, granted)).toEqual({ ok: true });
    expect((await shown(bookingId))?.clearance?.answeredBy).toBe('Bruno Verdi');
  });

  it('that turns out to be the office’s own needs no consent any more', async () => {
    const { bookingId } = await newBooking();
    const { db, clock } = deps.current;
    const operatorId = await newOperator();
    await transact(db, (tx) => setMunicipality(tx, { bookingId, residence: 'H501', operatorId, now: clock.now() }));
    expect(await shown(bookingId)).toMatchObject({ status: 'booked', clearance: null });
  });
});

describe('a municipality that is told afterwards', () => {
  it('finds it in its inbox once the person was served, and marks it as read', async () => {
    await rules({ clearance: 'notify' });
    const { bookingId, clearanceId } = await newBooking();
    const { db, secrets, clock } = deps.current;
    const toRead = () =>
      listAsked(db, secrets, { officeId: places.current.answering.officeId, section: 'to-read', skip: 0, most: 5 });
    await sweep();
    expect(await toRead()).toEqual([]);
    await sql`UPDATE booking SET status = 'served', live = false WHERE id = ${bookingId}`.execute(db);
    const [mail] = await sweep();
    expect(mail?.to).toBe('anagrafe@padova.example');
    expect(await toRead()).toHaveLength(1);
    expect(await answer(clearanceId, byOffice(), granted)).toMatchObject({ ok: false });
    const read = () =>
      transact(db, (tx) =>
        markClearanceRead(tx, {
          clearanceId,
          by: { kind: 'office', officeId: places.current.answering.officeId, accountId: places.current.officerId },
          protocol: null,
          now: clock.now(),
        }),
      );
    expect(await read()).toEqual({ ok: true });
    expect(await read()).toEqual({ ok: false, reason: 'already-answered' });
    expect((await historyOf(db, bookingId)).map(({ kind }) => kind)).toContain('clearance-told');
  });
});
