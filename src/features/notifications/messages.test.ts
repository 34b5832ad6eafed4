import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { cancelByOffice } from '#features/booking/index.ts';
import { buildAccount } from '#test/build-office.ts';
import { buildBooking } from '#test/build-booking.ts';
import { useDeps } from '#test/deps.ts';
import { drain } from '#test/drain.ts';
import type { OutgoingMail } from '#platform/mail.ts';
import { enqueue } from '#platform/outbox.ts';
import { transact } from '#platform/transaction.ts';

const deps = useDeps({ TURNO_URL: 'https://turno.example' });

async function told(payload: object): Promise<OutgoingMail | undefined> {
  const at = deps.current.clock.now();
  await deps.current.db.transaction().execute((tx) => enqueue(tx, { task: 'notify', payload, at }));
  return (await drain(deps.current))[0];
}

async function proof(accountId: number, purpose: 'verify-email' | 'reset-password'): Promise<string> {
  const now = deps.current.clock.now();
  const row = await deps.current.db
    .insertInto('email_proof')
    .values({ account_id: accountId, purpose, created_at: now, expires_at: now.add({ hours: 1 }) })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

describe('the e-mail of a booking', () => {
  it('says when, where, for whom, what to bring, and how and until when to confirm, in both of its forms', async () => {
    deps.current.clock.set('2026-11-22T10:00:00Z');
    const { db } = deps.current;
    const booking = await buildBooking(db, {
      at: '2027-01-14T09:20',
      email: 'giulia@test.example',
      name: 'Giulia Ferri',
    });
    const documents = {
      consular: [
        {
          text: { it: 'Due fotografie', en: 'Two photographs' },
          when: { it: 'se hai più di 12 anni', en: 'if over 12' },
        },
      ],
    };
    await sql`UPDATE service SET documents = ${JSON.stringify(documents)}`.execute(db);
    const mail = await told({ kind: 'booked', bookingId: booking.id });
    expect(mail?.to).toBe('giulia@test.example');
    expect(mail?.subject).toBe('Prenotato: passport, gio 14 gen alle 09:20');
    for (const form of [mail?.text, mail?.html]) {
      expect(form).toContain('giovedì 14 gennaio 2027, ore 09:20 (ora di Londra)');
      expect(form).toContain('Giulia Ferri');
      expect(form).toContain(booking.code);
      expect(form).toContain('La sede non lo ha ancora inserito');
      expect(form).toContain('Due fotografie, se hai più di 12 anni');
      expect(form).toContain('da lunedì 4 gennaio 2027 a lunedì 11 gennaio 2027 compreso');
      expect(form).toContain('https://turno.example/l/');
    }
    const [calendar] = mail?.attachments ?? [];
    expect(calendar?.contentType).toContain('method=PUBLISH');
    expect(calendar?.content).toContain('DTSTART:20270114T092000Z');
    expect(calendar?.content).toContain(`UID:${booking.code}@turno.example`);
    const receipt = mail?.attachments?.[1];
    expect([receipt?.filename, receipt?.contentType]).toEqual([`turno-${booking.code}.pdf`, 'application/pdf']);
    expect(String(receipt?.content.slice(0, 8))).toBe('%PDF-1.7');
    expect(receipt?.content.length).toBeLessThan(60_000);
  });

  it('is written in the language of whoever gets it', async () => {
    const booking = await buildBooking(deps.current.db, { at: '2027-01-15T09:20', language: 'en' });
    const mail = await told({ kind: 'booked', bookingId: booking.id });
    expect(mail?.subject).toBe('Booked: passport, Fri 15 Jan at 09:20');
    expect(mail?.text).toContain('Friday 15 January 2027, 09:20 (Londra time)');
    expect(mail?.html).toContain('<html lang="en">');
  });

  it('is written in a language that was added too', async () => {
    const booking = await buildBooking(deps.current.db, { at: '2027-01-15T09:40', language: 'de' });
    const mail = await told({ kind: 'booked', bookingId: booking.id });
    expect(mail?.subject).toMatch(/^Gebucht: passport, Fr., 15\. \S+ um 09:40 Uhr$/);
    expect(mail?.html).toContain('<html lang="de">');
  });

  it('cannot carry markup of somebody’s name into the page', async () => {
    const booking = await buildBooking(deps.current.db, { at: '2027-01-16T09:20', name: '<script>x</script> B' });
    const mail = await told({ kind: 'booked', bookingId: booking.id });
    expect(mail?.html).not.toContain('<script>');
    expect(mail?.text).toContain('<script>x</script> B');
  });

  it('is not sent when the booking was cancelled before its turn; the cancellation is, with the reason and a way on', async () => {
    const { db } = deps.current;
    const operatorId = await buildAccount(db, 'operator@test.example');
    const booking = await buildBooking(db, { at: '2027-01-17T09:20' });
    const now = deps.current.clock.now();
    await db
      .transaction()
      .execute((tx) => enqueue(tx, { task: 'notify', payload: { kind: 'booked', bookingId: booking.id }, at: now }));
    const reason = 'La sede è chiusa per lavori';
    await transact(db, (tx) =>
      cancelByOffice(tx, deps.current.secrets, { bookingId: booking.id, operatorId, reason, now }),
    );
    const mails = await drain(deps.current);
    expect(mails.map((mail) => mail.subject.split(':')[0])).toEqual(['Annullato']);
    expect(mails[0]?.text).toContain(reason);
    expect(mails[0]?.text).toContain(`/offices/${booking.office.officeCode}/passport`);
    expect(mails[0]?.attachments?.[0]?.content).toContain('METHOD:CANCEL');
    const { rows } = await sql`SELECT status FROM message WHERE booking_id = ${booking.id} ORDER BY id`.execute(db);
    expect(rows).toEqual([{ status: 'dropped' }, { status: 'sent' }]);
  });

  it('goes to nobody when nobody left an address', async () => {
    const booking = await buildBooking(deps.current.db, { at: '2027-01-18T09:20', email: null, channel: 'desk' });
    expect(await told({ kind: 'booked', bookingId: booking.id })).toBeUndefined();
  });

  it('goes to the account’s address, in the language the booking was made in', async () => {
    const accountId = await buildAccount(deps.current.db, 'account@test.example');
    await deps.current.db.updateTable('account').set({ language: 'it' }).where('id', '=', accountId).execute();
    const booking = await buildBooking(deps.current.db, {
      at: '2027-01-19T09:20',
      accountId,
      email: 'old@test.example',
      language: 'en',
    });
    const mail = await told({ kind: 'confirmed', bookingId: booking.id });
    expect(mail).toBeUndefined();
    const booked = await told({ kind: 'booked', bookingId: booking.id });
    expect([booked?.to, booked?.language]).toEqual(['account@test.example', 'en']);
  });
});

describe('the e-mails of an account', () => {
  it('proves an address with a code and a link', async () => {
    const accountId = await buildAccount(deps.current.db, 'new@test.example');
    const mail = await told({ kind: 'verify-email', accountId, proofId: await proof(accountId, 'verify-email') });
    const digits = /\b\d{6}\b/.exec(mail?.subject ?? '')?.[0] ?? 'none';
    expect(mail?.text).toContain(`\n    ${digits}\n`);
    expect(mail?.html).toContain(digits);
    expect(mail?.text).toContain('https://turno.example/verify-email?token=');
  });

  it('sends no link that can no longer be used', async () => {
    const accountId = await buildAccount(deps.current.db, 'slow@test.example');
    const proofId = await proof(accountId, 'reset-password');
    deps.current.clock.advance({ hours: 2 });
    expect(await told({ kind: 'reset-password', accountId, proofId })).toBeUndefined();
  });

  it('tells somebody who is registered already once a day at most', async () => {
    const accountId = await buildAccount(deps.current.db, 'known@test.example');
    const mail = await told({ kind: 'already-registered', accountId });
    expect(mail?.text).toContain('https://turno.example/forgotten-password');
    expect(await told({ kind: 'already-registered', accountId })).toBeUndefined();
    deps.current.clock.advance({ hours: 24 });
    expect((await told({ kind: 'already-registered', accountId }))?.to).toBe('known@test.example');
  });
});
