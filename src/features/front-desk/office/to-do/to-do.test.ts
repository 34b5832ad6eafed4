import { sql } from 'kysely';
import { parse } from 'node-html-parser';
import { beforeEach, describe, expect, it } from 'vitest';
import { bookingById, bookingTasks, historyOf, requestsOf } from '#features/booking/index.ts';
import { bookingTools } from '#test/booking-tools.ts';
import { useDeps } from '#test/deps.ts';
import { drain } from '#test/drain.ts';
import { useFrontDesk, wordsOf } from '#test/front-desk.ts';

const deps = useDeps();
const tools = bookingTools(deps);
const desk = useFrontDesk(deps);

let booking: Awaited<ReturnType<typeof tools.newBooking>>;

beforeEach(async () => {
  // Some days ahead, so that there is time for an offer.
  deps.current.clock.set('2026-11-16T08:00:00Z');
  booking = await tools.newBooking(desk.current.office);
});

async function ask(kind: 'cancel' | 'change', text: string): Promise<string> {
  const { db, secrets, clock } = deps.current;
  const { rows } = await sql<{ id: string }>`
    INSERT INTO booking_request (booking_id, office_id, kind, text_cipher, state, created_at)
    VALUES (${booking.bookingId}, ${desk.current.office.officeId}, ${kind}, ${secrets.encrypt(text)}, 'open', ${clock.now()})
    RETURNING id`.execute(db);
  return rows[0]?.id ?? '';
}

async function closeOver(): Promise<void> {
  const { office } = desk.current;
  await sql`UPDATE slot SET planned = 0, capacity = taken WHERE id = ${office.slots[0]}`.execute(deps.current.db);
  const payload = { officeId: office.officeId, bookingCodes: [booking.code], cause: 'closure' };
  await bookingTasks['offer-moves']?.(deps.current, payload);
}

const now = () => bookingById(deps.current.db, deps.current.secrets, booking.bookingId);
const at = () => `bookings/${booking.code}`;

describe('what is to do at an office', () => {
  it('is nothing, and says so with the way on', async () => {
    await sql`UPDATE booking SET status = 'confirmed' WHERE id = ${booking.bookingId}`.execute(deps.current.db);
    expect(wordsOf(await desk.current.open('to-do'))).toContain('Nessuna prenotazione da seguire');
  });

  it('counts in the menu, and shows what a citizen asks; the answer is sent by e-mail', async () => {
    const id = await ask('change', 'Solo di pomeriggio, per favore');
    const list = await desk.current.open('to-do');
    expect(wordsOf(list)).toMatch(/Una prenotazione aspetta la sede.*Richieste dei cittadini.*Solo di pomeriggio/);
    expect(list.querySelector('header')?.text).toContain('Da fare (1)');
    await desk.current.open(`${at()}/requests/${id}`);
    const { officer, base } = desk.current;
    const empty = await officer.post(`${base}/${at()}/requests/${id}`, { answer: ' ' });
    expect(empty.statusCode).toBe(422);
    await drain(deps.current);
    const sent = await officer.post(`${base}/${at()}/requests/${id}`, { answer: 'Alle 15 va bene?' });
    expect(sent.headers.location).toBe(`${base}/to-do`);
    const [mail] = await drain(deps.current);
    expect(mail?.subject).toMatch(/^Risposta della sede/);
    expect(mail?.text).toContain('Alle 15 va bene?');
    const [request] = await requestsOf(deps.current.db, deps.current.secrets, booking.bookingId);
    expect(request).toMatchObject({ state: 'answered', answer: 'Alle 15 va bene?' });
    const again = await officer.post(`${base}/${at()}/requests/${id}`, { answer: 'Un’altra' });
    expect(again.statusCode).toBe(409);
    const { rows } =
      await sql`SELECT FROM audit_entry WHERE action = 'answer-request' AND subject = ${`booking:${booking.bookingId}`}`.execute(
        deps.current.db,
      );
    expect(rows).toHaveLength(1);
  });

  it('is done when the booking is cancelled as asked', async () => {
    const id = await ask('cancel', 'Non posso più venire');
    const page = await desk.current.open(`${at()}/requests/${id}`);
    const reason = page.querySelector('input[name=reason]')?.getAttribute('value') ?? '';
    const { officer, base } = desk.current;
    const done = await officer.post(`${base}/${at()}/cancel`, { reason, back: 'to-do' });
    expect(done.headers.location).toBe(`${base}/to-do`);
    expect(await now()).toMatchObject({ status: 'cancelled', cancelReason: 'Come hai chiesto.' });
    const [request] = await requestsOf(deps.current.db, deps.current.secrets, booking.bookingId);
    expect(request?.state).toBe('done');
    const { rows } = await sql<{
      clear: string | null;
    }>`SELECT cancel_reason AS clear FROM booking WHERE id = ${booking.bookingId}`.execute(deps.current.db);
    expect(rows).toEqual([{ clear: null }]);
  });

  it('shows offered seats as they wait, and when nobody answered lets the office keep the time', async () => {
    await closeOver();
    expect(wordsOf(await desk.current.open('to-do'))).toContain('Nuovi posti offerti, in attesa di risposta');
    expect((await desk.current.open('to-do')).querySelector('header')?.text).not.toContain('Da fare (');
    deps.current.clock.set((await now())?.offer?.expiresAt ?? '');
    await bookingTasks['expire-offers']?.(deps.current, {});
    const list = await desk.current.open('to-do');
    expect(wordsOf(list)).toMatch(/Nuovi posti da sistemare.*Non ha risposto/);
    const { officer, base } = desk.current;
    const kept = await officer.post(`${base}/${at()}/keep`, { back: 'to-do' });
    expect(kept.headers.location).toBe(`${base}/to-do`);
    expect(await now()).toMatchObject({ status: 'confirmed', offer: null });
  });

  it('confirms with one click what waits for the office', async () => {
    await sql`UPDATE booking SET status = 'awaiting-office', confirm_by = 'office' WHERE id = ${booking.bookingId}`.execute(
      deps.current.db,
    );
    expect(wordsOf(await desk.current.open('to-do'))).toContain('Prenotazioni da confermare');
    const { officer, base } = desk.current;
    const done = await officer.post(`${base}/${at()}/confirm`, { back: 'to-do' });
    expect(done.headers.location).toBe(`${base}/to-do`);
    expect((await now())?.status).toBe('confirmed');
  });
});

describe('another time, given by the office', () => {
  it('moves the booking at once, or offers the seat', async () => {
    const { officer, base, office } = desk.current;
    const page = await desk.current.open(`${at()}/move?date=2026-11-23`);
    expect(page.querySelectorAll('button[name=slot]')).toHaveLength(3);
    const choice = { date: '2026-11-23', slot: office.slots[1] ?? '' };
    const moved = await officer.post(`${base}/${at()}/move`, { ...choice, how: 'move' });
    expect(moved.headers.location).toBe(`${base}/${at()}?done=move`);
    expect((await now())?.startsAt.toString()).toBe('2026-11-23T09:20:00Z');
    const offered = await officer.post(`${base}/${at()}/move`, {
      ...choice,
      slot: office.slots[2] ?? '',
      how: 'offer',
    });
    expect(offered.headers.location).toBe(`${base}/${at()}?done=offer`);
    const after = await now();
    expect(after?.startsAt.toString()).toBe('2026-11-23T09:20:00Z');
    expect(after?.offer?.startsAt?.toString()).toBe('2026-11-23T09:40:00Z');
    expect(wordsOf(await desk.current.open(`${at()}?done=offer`))).toContain('Il nuovo posto è offerto');
    expect(wordsOf(await desk.current.open(at()))).toContain('Nuovo posto offerto: lunedì 23 novembre, ore 09:40');
    const mails = await drain(deps.current);
    expect(mails.map(({ subject }) => subject.split(':')[0])).toEqual(expect.arrayContaining(['Nuovo posto offerto']));
    expect((await historyOf(deps.current.db, booking.bookingId)).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['moved', 'move-offered']),
    );
  });

  it('says why not: no time chosen, too near to be offered, or gone', async () => {
    const { officer, base, office } = desk.current;
    await desk.current.open(`${at()}/move`);
    const send = (more: Record<string, string>) =>
      officer.post(`${base}/${at()}/move`, { date: '2026-11-23', ...more });
    expect((await send({ how: 'move' })).statusCode).toBe(422);
    expect((await send({ how: 'move', slot: '999999' })).statusCode).toBe(409);
    deps.current.clock.set('2026-11-23T07:30:00Z');
    const near = await send({ how: 'offer', slot: office.slots[2] ?? '' });
    expect(near.statusCode).toBe(409);
    expect(wordsOf(parse(near.body))).toContain('troppo vicino per offrirlo');
  });
});
