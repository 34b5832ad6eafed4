import { beforeEach, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { transact } from '#platform/transaction.ts';
import { bookingTools } from '#test/booking-tools.ts';
import { buildAccount, buildOffice, type BuiltOffice } from '#test/build-office.ts';
import { useDeps } from '#test/deps.ts';
import { drain } from '#test/drain.ts';
import { bookingById } from '../booking.query.ts';
import { confirmBooking, confirmByOffice } from '../confirmation/confirm.ts';
import { clearanceCounts, listClearances } from './clearance.query.ts';
import { stepDayFault } from './clearance.rules.ts';
import {
  clearanceAsked,
  clearanceGranted,
  clearanceRefused,
  clearanceReminded,
  clearanceTold,
} from './record-clearance.ts';
import { setMunicipality } from './set-municipality.ts';

const deps = useDeps();
const tools = bookingTools(deps);
let office: BuiltOffice;
let operatorId: number;
let made = 0;

beforeEach(async () => {
  const { db, clock } = deps.current;
  clock.set('2027-01-02T09:00:00Z');
  office = await buildOffice(db, { from: '2027-03-20T09:00:00Z', slots: 4, capacity: 5 });
  made += 1;
  operatorId = await buildAccount(db, `officer-${made}@test.example`);
  await sql`
    INSERT INTO municipality (code, istat, name, province_code, province, region, search)
    VALUES ('G224', '028060', 'Padova', 'PD', 'Padova', 'Veneto', 'padova') ON CONFLICT DO NOTHING`.execute(db);
  await rules({ clearance: 'required' });
});

async function rules(set: Record<string, unknown>): Promise<void> {
  await deps.current.db.updateTable('offering').set(set).where('id', '=', office.offeringId).execute();
}

async function newBooking(residence: string | null = 'G224') {
  const accountId = await tools.newAccount();
  const holdId = await tools.heldId(office, { kind: 'account', accountId });
  const outcome = await tools.booked(holdId, accountId, { residence });
  if (!outcome.ok) throw new Error(outcome.reason);
  await drain(deps.current);
  return { bookingId: outcome.bookingId, accountId };
}

const day = (text: string) => Temporal.PlainDate.from(text);
const shown = (id: string) => bookingById(deps.current.db, deps.current.secrets, id);
const record = <Request extends object>(
  verb: (tx: Parameters<typeof setMunicipality>[0], request: Request) => ReturnType<typeof setMunicipality>,
  request: Omit<Request, 'operatorId' | 'now'>,
) =>
  transact(deps.current.db, (tx) =>
    // What was left out of the type is added here.
    verb(tx, { ...request, operatorId, now: deps.current.clock.now() } as unknown as Request),
  );
const ask = (bookingId: string) =>
  record(clearanceAsked, {
    bookingId,
    on: day('2027-01-03'),
    channel: 'pec',
    protocol: '12/2027',
    dueOn: day('2027-02-02'),
  });
const grant = (bookingId: string) => record(clearanceGranted, { bookingId, on: day('2027-01-20'), protocol: 'PD-9' });

describe('a booking that needs a municipality’s consent', () => {
  it('waits for it first, whoever confirms it then; and once granted the status is chosen again', async () => {
    for (const [confirmBy, after] of [
      ['citizen', 'booked'],
      ['office', 'awaiting-office'],
      ['nobody', 'confirmed'],
    ] as const) {
      await rules({ confirm_by: confirmBy });
      const { bookingId } = await newBooking();
      expect(await shown(bookingId)).toMatchObject({
        status: 'awaiting-clearance',
        clearance: { state: 'to-ask', residence: 'G224', municipality: 'Padova' },
      });
      expect(await ask(bookingId)).toEqual({ ok: true });
      expect(await grant(bookingId)).toEqual({ ok: true });
      expect((await shown(bookingId))?.status).toBe(after);
      expect(await grant(bookingId)).toEqual({ ok: false, reason: 'wrong-state' });
    }
  });

  it('is told when it is asked, with the day by which the answer is awaited, and when it comes', async () => {
    const { bookingId } = await newBooking();
    await ask(bookingId);
    const [asked] = await drain(deps.current);
    expect(asked?.subject).toMatch(/^Chiesto il nulla osta/);
    expect(asked?.text).toContain('domenica 3 gennaio 2027');
    expect(asked?.text).toContain('martedì 2 febbraio 2027');
    await grant(bookingId);
    const [granted] = await drain(deps.current);
    expect(granted?.subject).toMatch(/^Nulla osta arrivato/);
    expect(granted?.text).toContain('comune di Padova');
  });

  it('may be confirmed by its people while it waits, once their window is open; confirmed needs both', async () => {
    const { bookingId, accountId } = await newBooking();
    const confirm = () =>
      transact(deps.current.db, (tx) => confirmBooking(tx, { bookingId, accountId, now: deps.current.clock.now() }));
    // The window is from the tenth to the seventeenth of March.
    deps.current.clock.set('2027-03-09T23:59:59Z');
    expect(await confirm()).toEqual({ ok: false, reason: 'too-early' });
    deps.current.clock.set('2027-03-10T00:00:00Z');
    expect(await confirm()).toEqual({ ok: true });
    expect((await shown(bookingId))?.status).toBe('awaiting-clearance');
    expect(await confirm()).toEqual({ ok: false, reason: 'already-confirmed' });
    await grant(bookingId);
    expect((await shown(bookingId))?.status).toBe('confirmed');
  });

  it('is not the citizen’s to confirm where the office does, nor the office’s before the municipality', async () => {
    await rules({ confirm_by: 'office' });
    const { bookingId, accountId } = await newBooking();
    const now = deps.current.clock.now();
    expect(await transact(deps.current.db, (tx) => confirmBooking(tx, { bookingId, accountId, now }))).toEqual({
      ok: false,
      reason: 'not-for-citizen',
    });
    expect(await transact(deps.current.db, (tx) => confirmByOffice(tx, { bookingId, operatorId, now }))).toEqual({
      ok: false,
      reason: 'wrong-state',
    });
  });

  it('ends when it is refused, with the reason and a way on', async () => {
    const { bookingId } = await newBooking();
    const refuse = (tx: Parameters<typeof setMunicipality>[0], request: Parameters<typeof clearanceRefused>[2]) =>
      clearanceRefused(tx, deps.current.secrets, request);
    await record(refuse, { bookingId, on: day('2027-01-20'), protocol: null, reason: 'Posizione irregolare.' });
    expect(await shown(bookingId)).toMatchObject({
      status: 'cancelled',
      cancelledBy: 'clearance-refused',
      cancelReason: 'Posizione irregolare.',
      clearance: { state: 'refused', reason: 'Posizione irregolare.' },
    });
    const [mail] = await drain(deps.current);
    expect(mail?.text).toContain('Il comune non ha dato il consenso');
    expect(mail?.text).toContain('Posizione irregolare.');
    expect(mail?.text).toContain(`/offices/${office.officeCode}/passport`);
    expect((await tools.freeSeats(office))[0]).toBe(5);
  });

  it('granted after the third day before leaves nothing to confirm: the appointment stands', async () => {
    await rules({ confirm_by: 'citizen' });
    const { bookingId, accountId } = await newBooking();
    await ask(bookingId);
    // The window closed at the end of 17 March.
    deps.current.clock.set('2027-03-18T00:00:00Z');
    const { db, clock } = deps.current;
    const late = await transact(db, (tx) => confirmBooking(tx, { bookingId, accountId, now: clock.now() }));
    expect(late).toEqual({ ok: false, reason: 'too-late' });
    expect((await shown(bookingId))?.status).toBe('awaiting-clearance');
    await record(clearanceGranted, { bookingId, on: day('2027-03-18'), protocol: null });
    expect((await shown(bookingId))?.status).toBe('confirmed');
  });

  it('is late from the day after, on the office’s list, and nothing ends by itself; a reminder gives a new day', async () => {
    const { bookingId } = await newBooking();
    await ask(bookingId);
    const { db } = deps.current;
    const counts = (today: string) => clearanceCounts(db, { officeId: office.officeId, today: day(today) });
    expect(await counts('2027-02-02')).toMatchObject({ asked: 1, overdue: 0 });
    expect(await counts('2027-02-03')).toMatchObject({ asked: 0, overdue: 1 });
    const list = {
      officeId: office.officeId,
      today: day('2027-02-03'),
      section: 'overdue',
      after: undefined,
      most: 10,
    } as const;
    const [row] = await listClearances(db, list);
    expect(row).toMatchObject({ municipality: 'Padova', protocol: '12/2027' });
    expect(await listClearances(db, { ...list, after: row?.key })).toEqual([]);
    await record(clearanceReminded, { bookingId, on: day('2027-02-03'), dueOn: day('2027-02-20') });
    expect(await counts('2027-02-03')).toMatchObject({ asked: 1, overdue: 0 });
    expect((await shown(bookingId))?.status).toBe('awaiting-clearance');
  });

  it('booked at the desk may name the municipality later, which must be known before it is asked', async () => {
    const { bookingId } = await newBooking(null);
    expect((await shown(bookingId))?.clearance).toMatchObject({ residence: null, municipality: null });
    expect(await ask(bookingId)).toEqual({ ok: false, reason: 'no-municipality' });
    await record(setMunicipality, { bookingId, residence: 'G224' });
    expect(await ask(bookingId)).toEqual({ ok: true });
  });
});

describe('a municipality that is only told', () => {
  it('holds nothing up, and is told afterwards, also once the person was served', async () => {
    await rules({ clearance: 'notify', confirm_by: 'nobody' });
    const { bookingId } = await newBooking();
    expect(await shown(bookingId)).toMatchObject({
      status: 'confirmed',
      clearance: { mode: 'notify', state: 'to-tell' },
    });
    await sql`UPDATE booking SET status = 'served', live = false WHERE id = ${bookingId}`.execute(deps.current.db);
    const told = { bookingId, on: day('2027-03-21'), channel: 'email', protocol: null } as const;
    expect(await record(clearanceTold, told)).toEqual({ ok: true });
    expect((await shown(bookingId))?.clearance).toMatchObject({ state: 'told' });
    expect(await record(clearanceTold, told)).toEqual({ ok: false, reason: 'wrong-state' });
  });
});

describe('the day of a step', () => {
  it('is neither to come nor before the request', () => {
    const limits = { today: day('2027-01-10'), notBefore: day('2027-01-05') };
    expect(stepDayFault(day('2027-01-11'), limits)).toBe('future');
    expect(stepDayFault(day('2027-01-10'), limits)).toBeUndefined();
    expect(stepDayFault(day('2027-01-05'), limits)).toBeUndefined();
    expect(stepDayFault(day('2027-01-04'), limits)).toBe('before-request');
  });
});
