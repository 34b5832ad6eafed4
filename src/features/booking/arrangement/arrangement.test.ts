import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { bookingTools } from '#test/booking-tools.ts';
import { buildAccount, buildOffice } from '#test/build-office.ts';
import { useDeps } from '#test/deps.ts';
import { bookingById } from '../booking.query.ts';
import { receiptContent } from '../receipt/receipt-content.ts';
import { receiptFacts } from '../receipt/receipt-facts.ts';
import { arrangementOf } from './arrangement.query.ts';
import { arrangementWords } from './arrangement-words.ts';
import { nameHelper } from './name-helper.ts';

const deps = useDeps();
const tools = bookingTools(deps);

/** What its people read about how a booking was made. */
const wordsOf = async (bookingId: string) => arrangementWords(await arrangementOf(deps.current.db, bookingId), 'it');

async function bookedByHelper(organisation: string | null) {
  const { db } = deps.current;
  const office = await buildOffice(db);
  const booking = await tools.newBooking(office);
  const helperId = await buildAccount(db, `helper-${booking.bookingId}@patronato.example`);
  await sql`INSERT INTO account_role (account_id, role, office_id, organisation)
            VALUES (${helperId}, 'helper', ${office.officeId}, ${organisation})`.execute(db);
  await sql`UPDATE booking SET created_by = ${helperId}, channel = 'partner-desk' WHERE id = ${booking.bookingId}`.execute(
    db,
  );
  await db.transaction().execute((tx) => nameHelper(tx, { bookingId: booking.bookingId, operatorId: helperId }));
  return { ...booking, helperId };
}

it('whoever was booked for reads by which organisation, on the page, the receipt and in the letter', async () => {
  const { db, secrets, clock } = deps.current;
  const { bookingId, helperId } = await bookedByHelper('Patronato Prova');
  expect((await wordsOf(bookingId))[0]).toMatch(/^Prenotato per te da Patronato Prova, per /);
  // The role may end, or name another organisation: the booking says who it was.
  await sql`DELETE FROM account_role WHERE account_id = ${helperId}`.execute(db);
  expect(await wordsOf(bookingId)).toHaveLength(1);
  const booking = await bookingById(db, secrets, bookingId);
  expect(booking).toMatchObject({ helperOrganisation: 'Patronato Prova', bookedBy: 'Ada Prova, Patronato Prova' });
  if (!booking) throw new Error('no booking');
  const receipt = receiptContent(await receiptFacts(db, booking), {
    language: 'it',
    publicUrl: 'https://turno.example',
    now: clock.now(),
  });
  expect(JSON.stringify(receipt.who)).toContain('Prenotato per te da Patronato Prova');
});

it('a helper of no organisation is named; who booked alone reads nothing', async () => {
  const { bookingId } = await bookedByHelper(null);
  expect((await wordsOf(bookingId))[0]).toMatch(/^Prenotato per te da Ada Prova, per /);
  const own = await tools.newBooking(await buildOffice(deps.current.db));
  expect(await wordsOf(own.bookingId)).toEqual([]);
});

it.each([
  ['age', 70, 'un documento con la data di nascita'],
  ['disability', null, 'verbale, contrassegno, certificato, biglietto'],
])('the proof of a seat with priority is to be brought: %s', async (ground, age, words) => {
  const { db, secrets, clock } = deps.current;
  const { bookingId } = await tools.newBooking(await buildOffice(db));
  await sql`
    INSERT INTO priority_claim (hold_id, planner_id, ground_cipher, min_age, created_at)
    SELECT hold_id, planner_id, ${secrets.encrypt(ground)}, ${age}, ${clock.now()} FROM booking WHERE id = ${bookingId}`.execute(
    db,
  );
  const said = (await wordsOf(bookingId)).join(' ');
  expect(said).toContain(words);
  // Nothing sent by e-mail says which health matter it is.
  expect(said).not.toContain('disabilità');
});
