import { beforeEach, describe, expect, it } from 'vitest';
import { acceptPhoto, decidePhoto, type PhotoWhy, undoDecision } from '#features/booking/index.ts';
import { transact } from '#platform/transaction.ts';
import { buildAccount } from '#test/build-office.ts';
import { buildPhoto } from '#test/build-photo.ts';
import { completableBooking } from '#test/completable-booking.ts';
import { testNow, useDeps } from '#test/deps.ts';
import { drain, testMailbox, tick } from '#test/drain.ts';
import { sql } from 'kysely';

const deps = useDeps({ TURNO_URL: 'https://turno.example' });
let operators = 0;
beforeEach(() => deps.current.clock.set(testNow));

async function asked(why: PhotoWhy = { reasons: ['background', 'other'], words: 'Anche la cornice si vede.' }) {
  const { db, secrets, clock } = deps.current;
  const booking = await completableBooking(deps.current);
  const photoId = await buildPhoto(deps.current, { bookingId: booking.id });
  operators += 1;
  const operatorId = await buildAccount(db, `asks-${operators}@prova.example`);
  const about = { bookingId: booking.id, position: 0, photoId, operatorId, now: clock.now() };
  const done = await transact(db, (tx) => decidePhoto(tx, secrets, { ...about, outcome: 'another-asked', why }));
  const undo = () =>
    transact(db, (tx) =>
      undoDecision(tx, { bookingId: booking.id, decisionId: done.ok ? done.id : '', operatorId, now: clock.now() }),
    );
  return { booking, undo };
}

/** What is sent at once, and what within the minutes after. */
async function mails() {
  const mailbox = testMailbox();
  await drain(deps.current, mailbox);
  const atOnce = mailbox.mails.length;
  deps.current.clock.advance({ seconds: 61 });
  await tick(deps.current, mailbox);
  return { atOnce, mails: mailbox.mails };
}

describe('the letter about another photo', () => {
  it('says why, in the reader’s language and in the office’s words, and leads to the page of the photo', async () => {
    const { booking } = await asked();
    const { atOnce, mails: sent } = await mails();
    expect([atOnce, sent.length]).toEqual([0, 1]);
    const [mail] = sent;
    expect(mail?.subject).toMatch(/^Serve un’altra foto: /);
    for (const form of [mail?.text, mail?.html]) {
      expect(form).toContain('Lo sfondo non va bene');
      expect(form).toContain('Anche la cornice si vede.');
      expect(form).toContain('L’appuntamento resta valido.');
      expect(form).toContain('fino all’appuntamento: lunedì 14 dicembre 2026, ore 10:00');
      expect(form).toContain(`https://turno.example/bookings/${booking.code}/photo?person=0`);
    }
  });

  it('is in English for whoever booked in English', async () => {
    const { booking } = await asked({ reasons: ['eyes'], words: null });
    await sql`UPDATE booking SET language = 'en' WHERE id = ${booking.id}`.execute(deps.current.db);
    const [mail] = (await mails()).mails;
    expect(mail?.subject).toMatch(/^Another photo is needed: /);
    expect(mail?.text).toContain('The eyes cannot be seen well');
  });

  it('tells whoever has no account to bring one', async () => {
    const { booking } = await asked();
    await sql`UPDATE booking SET account_id = NULL, contact_email = 'ada@prova.example' WHERE id = ${booking.id}`.execute(
      deps.current.db,
    );
    const [mail] = (await mails()).mails;
    expect(mail?.text).toContain('Porta un’altra foto all’appuntamento');
    expect(mail?.text).not.toContain('/photo?person=');
  });

  it('does not leave when the press was a wrong one', async () => {
    const { undo } = await asked();
    await drain(deps.current);
    deps.current.clock.advance({ seconds: 20 });
    expect((await undo()).ok).toBe(true);
    expect((await mails()).mails).toEqual([]);
  });

  it('is followed by another when it had left: nothing is to be sent', async () => {
    const { undo } = await asked();
    expect((await mails()).mails).toHaveLength(1);
    await undo();
    const [mail] = await drain(deps.current);
    expect(mail?.subject).toMatch(/^La foto non va rifatta: /);
    expect(mail?.text).toContain('la foto che hai mandato resta');
  });

  it('does not say that a photo stays when its person took it back meanwhile', async () => {
    const { booking, undo } = await asked();
    expect((await mails()).mails).toHaveLength(1);
    await sql`DELETE FROM booking_photo WHERE booking_id = ${booking.id}`.execute(deps.current.db);
    await undo();
    const [mail] = await drain(deps.current);
    expect(mail?.text).toContain('Sul sito ora non c’è nessuna foto');
    expect(mail?.text).not.toContain('la foto che hai mandato resta');
  });

  it('says nothing of a request taken back once its person has answered it all the same', async () => {
    const { booking, undo } = await asked();
    expect((await mails()).mails).toHaveLength(1);
    await undo();
    const { db, clock } = deps.current;
    const actor = { kind: 'citizen', accountId: booking.accountId } as const;
    const photoId = await buildPhoto(deps.current, { bookingId: booking.id, state: 'proposed' });
    const yes = { bookingId: booking.id, position: 0, photoId, actor, now: clock.now() };
    expect(await transact(db, (tx) => acceptPhoto(tx, yes))).toEqual({ ok: true });
    expect(await drain(deps.current)).toEqual([]);
  });

  it('has nothing to say once another photo came, or the booking is off', async () => {
    const { booking } = await asked();
    await drain(deps.current);
    await buildPhoto(deps.current, { bookingId: booking.id });
    expect((await mails()).mails).toEqual([]);
  });

  it('is recalled by the reminder of the day before, until another photo came', async () => {
    const { booking } = await asked();
    const { booking: answered } = await asked();
    await mails();
    await buildPhoto(deps.current, { bookingId: answered.id });
    deps.current.clock.set('2026-12-13T10:00:00Z');
    const mailbox = testMailbox();
    await tick(deps.current, mailbox);
    const reminderOf = ({ code }: { code: string }) =>
      mailbox.mails.find(({ subject, text }) => subject.startsWith('Promemoria') && text.includes(code))?.text;
    expect(reminderOf(booking)).toContain('LA SEDE TI CHIEDE UN’ALTRA FOTO');
    expect(reminderOf(booking)).toContain(`https://turno.example/bookings/${booking.code}/photo?person=0`);
    expect(reminderOf(answered)).toContain('Il tuo appuntamento si avvicina');
    expect(reminderOf(answered)).not.toContain('LA SEDE TI CHIEDE UN’ALTRA FOTO');
  });
});
