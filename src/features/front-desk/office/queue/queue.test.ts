import { parse } from 'node-html-parser';
import { beforeEach, describe, expect, it } from 'vitest';
import { bookingById, historyOf } from '#features/booking/index.ts';
import { sql } from 'kysely';
import { buildAccount } from '#test/build-office.ts';
import { bookingTools } from '#test/booking-tools.ts';
import { buildRole } from '#test/build-role.ts';
import { useDeps } from '#test/deps.ts';
import { drain } from '#test/drain.ts';
import { buttonsIn, useFrontDesk, wordsOf } from '#test/front-desk.ts';
import { testBrowser } from '#test/slice-app.ts';

const deps = useDeps();
const desk = useFrontDesk(deps);
const tools = bookingTools(deps);
let people = 0;

beforeEach(async () => {
  deps.current.clock.set('2026-11-16T08:00:00Z');
  await deps.current.db
    .updateTable('offering')
    .set({ pre_check: true, confirm_by: 'office' })
    .where('id', '=', desk.current.office.offeringId)
    .execute();
});

const made = (slot = 0) => tools.newBooking(desk.current.office, { slot });
const shown = (id: string) => bookingById(deps.current.db, deps.current.secrets, id);

async function send(path: string, fields: Record<string, string | string[]> = {}) {
  await desk.current.open('queue');
  return desk.current.officer.post(`${desk.current.base}/${path}`, fields);
}

/** Another officer of the same office. */
async function colleagueAt(officeId: number) {
  const { db } = deps.current;
  people += 1;
  const id = await buildAccount(db, `colleague-${people}@test.example`);
  await sql`
    INSERT INTO account_role (account_id, role, office_id) VALUES (${id}, 'officer', ${officeId})`.execute(db);
  return testBrowser(desk.current.app, deps.current, id);
}

describe('the queue of an office', () => {
  it('is empty, and says what arrives there; the menu counts only what is the office’s turn', async () => {
    expect(wordsOf(await desk.current.open('queue'))).toContain('Niente da esaminare');
    const { bookingId } = await made();
    expect((await desk.current.open('queue')).querySelector('header')?.text).not.toContain('Da esaminare (');
    await deps.current.db
      .updateTable('booking')
      .set({ pre_check: 'to-examine', pre_check_due_at: null })
      .where('id', '=', bookingId)
      .execute();
    expect((await desk.current.open('queue')).querySelector('header')?.text).toContain('Da esaminare (1)');
  });

  it('takes several at once, and says which a colleague had already', async () => {
    const [one, two] = [await made(), await made(1)];
    const { office, base } = desk.current;
    const colleague = await colleagueAt(office.officeId);
    await colleague.get(`${base}/queue`);
    await colleague.post(`${base}/bookings/${two.code}/examine/take`, {});
    const done = await send('queue/take', { code: [one.code, two.code, 'ZZZZZZZZ'] });
    expect(done.statusCode).toBe(303);
    const page = parse((await desk.current.officer.get(done.headers.location ?? '')).body);
    expect(wordsOf(page)).toContain('Una richiesta è in carico a te');
    expect(wordsOf(page)).toContain('2 erano già di colleghi o sono finite');
    expect((await shown(one.bookingId))?.takenInChargeBy).toBe(desk.current.officerId);
    expect((await shown(two.bookingId))?.takenInChargeBy).not.toBe(desk.current.officerId);
    const none = await send('queue/take');
    expect([none.statusCode, wordsOf(parse(none.body))]).toEqual([422, expect.stringContaining('Scegli almeno una')]);
  });

  it('gives the next one with one click, and says when there is none', async () => {
    const { code, bookingId } = await made();
    await deps.current.db
      .updateTable('booking')
      .set({ pre_check: 'to-examine', pre_check_due_at: null })
      .where('id', '=', bookingId)
      .execute();
    const next = await send('queue/next');
    expect(next.headers.location).toBe(`${desk.current.base}/bookings/${code}/examine`);
    expect(wordsOf(parse((await send('queue/next')).body))).toContain('Non c’è un’altra richiesta libera');
  });

  it('is searched without a name in the address, and filtered and paged by what the address says', async () => {
    await made();
    const found = await send('queue', { q: 'prova' });
    expect([found.statusCode, wordsOf(parse(found.body))]).toEqual([
      200,
      expect.stringContaining('Una richiesta trovata'),
    ]);
    expect(wordsOf(parse((await send('queue', { q: 'nessuno' })).body))).toContain('Nessuna richiesta con questo');
    for (const query of ['?state=mine', '?state=<b>&order=x&after=zz&service=..', '?after=b2027-01-01T00:00:00Z~1']) {
      expect((await desk.current.officer.get(`${desk.current.base}/queue${query}`)).statusCode).toBe(200);
    }
    expect(wordsOf(await desk.current.open('queue?state=overdue'))).toContain('Nessuna richiesta con questi filtri');
  });

  it('shows that a file came while the person has not said yet that all is sent', async () => {
    const { bookingId, code } = await made();
    const { db, secrets, clock } = deps.current;
    await db
      .updateTable('booking')
      .set({
        pre_check: 'to-regularise',
        pre_check_since: clock.now(),
        pre_check_due_at: clock.now().add({ hours: 48 }),
      })
      .where('id', '=', bookingId)
      .execute();
    const send = (minutes: number) =>
      sql`
      INSERT INTO attachment (id, booking_id, account_id, file_code, label, name_cipher, media_type, size, created_at)
      VALUES (gen_random_uuid(), ${bookingId}, ${desk.current.officerId}, 'deed', '{"it":"Atto"}',
              ${secrets.encrypt('atto.pdf')}, 'application/pdf', 9, ${clock.now().add({ minutes })})`.execute(db);
    await send(-5);
    expect(wordsOf(await desk.current.open('queue'))).not.toContain('Nuovo documento');
    await send(5);
    expect(wordsOf(await desk.current.open('queue'))).toMatch(/Deve completare entro .* Nuovo documento lun 16 nov/);
    const { officer, base } = desk.current;
    await officer.get(`${base}/queue`);
    expect(wordsOf(parse((await officer.post(`${base}/queue`, { q: code })).body))).toContain('Nuovo documento');
    const page = await desk.current.open(`bookings/${code}/examine`);
    expect(wordsOf(page).match(/atto\.pdf \([^)]*\) Nuovo/g)).toHaveLength(1);
  });
});

describe('examining a request', () => {
  it('is for one operator at a time: others read who has it, and taking over says so', async () => {
    const { code, bookingId } = await made();
    const { office, base, officerId } = desk.current;
    const free = await desk.current.open(`bookings/${code}/examine`);
    expect(buttonsIn(free.querySelector('main'))).toEqual(['Prendi in carico ed esamina']);
    await desk.current.officer.post(`${base}/bookings/${code}/examine/take`, {});
    expect(wordsOf(await desk.current.open(`bookings/${code}/examine`))).toContain('La stai esaminando tu');
    const other = await colleagueAt(office.officeId);
    const theirs = parse((await other.get(`${base}/bookings/${code}/examine`)).body);
    expect(wordsOf(theirs)).toContain('La sta esaminando Ada Prova');
    expect(buttonsIn(theirs.querySelector('main'))).toEqual(['Subentra']);
    // Nor by the address of the button.
    const sly = await other.post(`${base}/bookings/${code}/examine`, { outcome: 'fine' });
    expect(sly.statusCode).toBe(409);
    expect((await shown(bookingId))?.status).toBe('awaiting-office');
    const over = await other.post(`${base}/bookings/${code}/examine/take-over`, { from: String(officerId) });
    expect(over.statusCode).toBe(303);
    const late = await desk.current.officer.post(`${base}/bookings/${code}/examine`, { outcome: 'fine' });
    expect(late.statusCode).toBe(409);
    expect(wordsOf(parse(late.body))).toContain('Intanto la richiesta è passata a un collega');
    expect((await historyOf(deps.current.db, bookingId)).map(({ kind }) => kind)).toContain('taken-over');
    expect(wordsOf(await desk.current.open(`bookings/${code}`))).toContain('Passata a un altro addetto');
  });

  it('asks for what is missing and by when, beside the fields that are wrong', async () => {
    const { code, bookingId } = await made();
    const address = `bookings/${code}/examine`;
    await send(`${address}/take`);
    await drain(deps.current);
    const wrong: [Record<string, string>, string][] = [
      [{ by: '2026-11-18' }, 'Scegli che cosa manca, o scrivilo.'],
      [{ noteIt: 'Firma', by: '2026-11-15' }, 'Scegli un giorno da oggi in poi.'],
      [{ noteIt: 'Firma', by: '2026-11-24' }, 'Scegli un giorno non dopo l’appuntamento.'],
      [{ noteIt: 'x'.repeat(1001), by: '2026-11-18' }, 'Errore'],
      [{ noteIt: 'Firma', by: '31/02/2027' }, 'Errore'],
    ];
    for (const [fields, words] of wrong) {
      const answer = await send(address, { outcome: 'to-regularise', ...fields });
      expect([answer.statusCode, fields]).toEqual([422, fields]);
      expect(parse(answer.body).text).toContain(words);
    }
    expect((await send(address, { outcome: 'nonsense' })).statusCode).toBe(422);
    expect((await send(address, { outcome: 'rejected', reason: ' ' })).statusCode).toBe(422);
    const done = await send(address, { outcome: 'to-regularise', noteIt: 'Manca la firma', by: '2026-11-18' });
    expect(done.headers.location).toBe(`${desk.current.base}/queue?done=to-regularise`);
    expect((await shown(bookingId))?.preCheck).toMatchObject({
      state: 'to-regularise',
      missing: { items: [], note: { it: 'Manca la firma' } },
    });
    expect(wordsOf(await desk.current.open('queue?done=to-regularise'))).toContain('La persona sa che cosa manca');
    expect(wordsOf(await desk.current.open(address))).toContain('Manca la firma');
  });

  it('that is fine confirms the booking and leads back to the queue', async () => {
    const { code, bookingId } = await made();
    await send(`bookings/${code}/examine/take`);
    const done = await send(`bookings/${code}/examine`, { outcome: 'fine', giveBack: 'yes' });
    expect(done.headers.location).toContain('/queue?done=fine');
    expect(await shown(bookingId)).toMatchObject({ status: 'confirmed', takenInChargeAt: null });
    expect(wordsOf(await desk.current.open(`bookings/${code}/examine`))).toContain('Non c’è niente da esaminare');
    const { rows } = await deps.current.pool.query(
      `SELECT FROM audit_entry WHERE action = 'examine-fine' AND subject = 'booking:${bookingId}'`,
    );
    expect(rows).toHaveLength(1);
  });

  it('is not for operators who only confirm, who still see the queue', async () => {
    const { code } = await made();
    const { app, office, base } = desk.current;
    const operator = await testBrowser(
      app,
      deps.current,
      await buildRole(deps.current.db, 'operator', office.officeId),
    );
    const page = parse((await operator.get(`${base}/queue`)).body);
    expect(wordsOf(page)).toContain('Ada Prova');
    expect(page.querySelectorAll('main input[type=checkbox]')).toHaveLength(0);
    expect((await operator.get(`${base}/bookings/${code}/examine`)).statusCode).toBe(403);
    expect((await operator.post(`${base}/queue/next`, {})).statusCode).toBe(403);
  });
});

describe('who is named', () => {
  it('is the office, or the first name of the operator where the office says so', async () => {
    const { app, office, base } = desk.current;
    const admin = await testBrowser(
      app,
      deps.current,
      await buildRole(deps.current.db, 'office-admin', office.officeId),
    );
    await admin.get(`${base}/queue/naming`);
    const letter = async (slot: number): Promise<string> => {
      const { code } = await made(slot);
      await drain(deps.current);
      await send(`bookings/${code}/examine/take`);
      return (await drain(deps.current))[0]?.text ?? '';
    };
    expect(await letter(0)).not.toContain('Se ne occupa');
    expect((await admin.post(`${base}/queue/naming`, { name: 'nobody' })).statusCode).toBe(422);
    expect((await admin.post(`${base}/queue/naming`, { name: 'operator' })).statusCode).toBe(303);
    const text = await letter(1);
    expect(text).toContain('Se ne occupa Ada.');
    expect(text).not.toContain('Ada Prova.');
  });
});
