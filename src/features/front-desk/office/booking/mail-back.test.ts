import { sql } from 'kysely';
import { parse } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import { bookingByCode, markConfirmUndelivered } from '#features/booking/index.ts';
import { noteEmailFailed } from '#features/identity/index.ts';
import { transact } from '#platform/transaction.ts';
import { bookingTools } from '#test/booking-tools.ts';
import { useDeps } from '#test/deps.ts';
import { buttonsIn, useFrontDesk, wordsOf } from '#test/front-desk.ts';

const deps = useDeps();
const desk = useFrontDesk(deps);
const tools = bookingTools(deps);

/** A booking whose people were asked to confirm, by an e-mail that did not arrive. */
async function undelivered(): Promise<{ code: string; id: string; path: string }> {
  const { db, clock } = deps.current;
  const { code, bookingId: id } = await tools.newBooking(desk.current.office);
  const now = clock.now();
  await sql`
    UPDATE booking SET status = 'booked', confirm_requested_at = ${now}, confirm_sent_at = ${now}, contact_phone = '+39 06 1234567',
      confirm_opens_at = ${now}, confirm_closes_at = ${now.add({ hours: 6 })} WHERE id = ${id}`.execute(db);
  await transact(db, async (tx) => {
    await markConfirmUndelivered(tx, { bookingId: id, startsAt: undefined, why: 'bounced', now });
    return { ok: true };
  });
  return { code, id, path: `${desk.current.base}/bookings/${code}` };
}

const bookingOf = (code: string) => bookingByCode(deps.current.db, deps.current.secrets, code);

describe('a booking whose confirmation request did not arrive', () => {
  it('says so on its page and in the agenda, with the number to call and what can be done', async () => {
    const { code } = await undelivered();
    const page = await desk.current.open(`bookings/${code}`);
    expect(wordsOf(page)).toContain('La richiesta di conferma non è arrivata');
    expect(wordsOf(page)).toContain('La prenotazione non decade da sola');
    expect(page.querySelector('.t-alert a[href="tel:+39061234567"]')).not.toBeNull();
    expect(buttonsIn(page)).toEqual(expect.arrayContaining(['Chiedi di nuovo per e-mail', 'Conferma']));
    expect(wordsOf(await desk.current.open('agenda?date=2026-11-23'))).toContain('E-mail non recapitata');
  });

  it('gets another address, to which the request goes again at once; the operator is written down', async () => {
    const { code, id, path } = await undelivered();
    await desk.current.open(`bookings/${code}/contact`);
    const { officer, officerId } = desk.current;
    const wrong = await officer.post(`${path}/contact`, { email: 'giulia@', phone: 'x', again: 'yes' });
    expect(wrong.statusCode).toBe(422);
    const right = { email: ' Giulia.Ferri@Posta.example ', phone: '+39 06 7654321', again: 'yes' };
    expect((await officer.post(`${path}/contact`, right)).headers.location).toBe(path);
    expect(await bookingOf(code)).toMatchObject({
      contactPhone: expect.stringMatching(/7654321$/) as string,
      writtenTo: 'giulia.ferri@posta.example',
      confirmUndeliveredAt: null,
    });
    const job = { kind: 'confirm-request', bookingId: id, again: expect.any(String) as string };
    const jobs = await deps.current.db.selectFrom('outbox').select('payload').where('task', '=', 'notify').execute();
    expect(jobs.map((one) => one.payload)).toContainEqual(job);
    const audited = await deps.current.db
      .selectFrom('audit_entry')
      .select('action')
      .where('account_id', '=', officerId)
      .execute();
    expect(audited.map((entry) => entry.action)).toContain('booking-contact');
    const words = wordsOf(await desk.current.open(`bookings/${code}`));
    expect(words).toContain('Corretti i contatti');
    expect(words).not.toContain('La richiesta di conferma non è arrivata La');
  });

  it('is not asked again once the period is over, and the page says what to do instead', async () => {
    const { code, path } = await undelivered();
    deps.current.clock.advance({ hours: 7 });
    const page = await desk.current.open(`bookings/${code}`);
    expect(buttonsIn(page)).not.toContain('Chiedi di nuovo per e-mail');
    const answer = await desk.current.officer.post(`${path}/ask-again`, {});
    // The page of the booking lets them be confirmed all the same.
    expect(answer.statusCode).toBe(409);
    expect(wordsOf(parse(answer.body))).toContain('senti la persona e conferma tu');
    expect((await desk.current.officer.post(`${path}/confirm`, {})).statusCode).toBe(303);
    expect(await bookingOf(code)).toMatchObject({ status: 'confirmed' });
  });

  it('is given back after it had ended, while the seat is free', async () => {
    const { code, id, path } = await undelivered();
    const { db } = deps.current;
    await sql`SELECT free_seats(${deps.current.clock.now()}, slot_ids, party, offering_id, false) FROM booking WHERE id = ${id}`.execute(
      db,
    );
    await sql`UPDATE booking SET status = 'cancelled', live = false, cancelled_by = 'not-confirmed' WHERE id = ${id}`.execute(
      db,
    );
    const page = await desk.current.open(`bookings/${code}`);
    expect(wordsOf(page)).toContain('Annullata per mancata conferma, ma la richiesta non era arrivata');
    expect((await desk.current.officer.post(`${path}/restore`, {})).headers.location).toBe(path);
    expect(await bookingOf(code)).toMatchObject({ status: 'confirmed', live: true });
    const again = await desk.current.officer.post(`${path}/told`, {});
    expect([again.statusCode, wordsOf(parse(again.body)).includes('Qualcuno se ne è già occupato')]).toEqual([
      409,
      true,
    ]);
  });
});

describe('an address whose e-mail comes back', () => {
  it('is told on the page of every booking it belongs to, with what became of each e-mail', async () => {
    const { db, clock } = deps.current;
    const { code, bookingId, accountId } = await tools.newBooking(desk.current.office);
    const now = clock.now();
    const { email: address } = await db
      .selectFrom('account')
      .select('email')
      .where('id', '=', accountId)
      .executeTakeFirstOrThrow();
    await transact(db, async (tx) => {
      await noteEmailFailed(tx, { address, reason: 'mailbox', sentAt: now, now });
      await noteEmailFailed(tx, { address: 'ada@prova.example', reason: 'mailbox', sentAt: now, now });
      return { ok: true };
    });
    await sql`
      INSERT INTO message (dedupe_key, kind, booking_id, recipient, language, status, created_at, sent_at, next_attempt_at)
      VALUES (${`booked:${bookingId}`}, 'booked', ${bookingId}, ${address}, 'it', 'bounced', ${now}, ${now}, ${now})`.execute(
      db,
    );
    const words = wordsOf(await desk.current.open(`bookings/${code}`));
    expect(words).toContain(`Le e-mail a ${address} tornano indietro`);
    expect(words).toContain('La casella sembra piena o chiusa.');
    expect(words).toMatch(/Prenotazione fatta 22 novembre 2026, ore 22:00 · tornata indietro/);
  });
});
