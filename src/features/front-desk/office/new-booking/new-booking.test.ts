import { sql } from 'kysely';
import { parse } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import { bookingByCode, seatFaults } from '#features/booking/index.ts';
import { bookingTools } from '#test/booking-tools.ts';
import { buildRole } from '#test/build-role.ts';
import { useDeps } from '#test/deps.ts';
import { useFrontDesk, wordsOf } from '#test/front-desk.ts';
import { testBrowser } from '#test/slice-app.ts';

const deps = useDeps();
const desk = useFrontDesk(deps);
const tools = bookingTools(deps);
let made = 0;

function filled(more: Record<string, string> = {}): Record<string, string> {
  made += 1;
  return {
    service: 'passport',
    party: '1',
    date: '2026-11-23',
    slot: desk.current.office.slots[1] ?? '',
    'people.0.givenName': 'Olga',
    'people.0.familyName': `Nuova ${'i'.repeat(made)}`,
    'people.0.birthDate': '05/05/1980',
    email: '',
    phone: '',
    language: 'en',
    channel: 'phone',
    ...more,
  };
}

async function send(fields: Record<string, string>) {
  const { base, officer } = desk.current;
  const page = await desk.current.open('bookings/new?service=passport');
  const form = page.querySelector('main input[name=form]')?.getAttribute('value') ?? '';
  return officer.post(`${base}/bookings/new`, { form, ...fields });
}

function bookedCode(location: string | undefined): string {
  return /bookings\/([^/]+)\/receipt/.exec(location ?? '')?.[1] ?? '';
}

describe('booking for a citizen', () => {
  it('begins with the first free day, when there is one service', async () => {
    const { base, officer } = desk.current;
    expect((await officer.get(`${base}/bookings/new`)).headers.location).toBe(`${base}/bookings/new?service=passport`);
    const page = await desk.current.open('bookings/new?service=passport');
    expect(wordsOf(page.querySelector('.t-lead'))).toBe('Primo posto: lunedì 23 novembre 2026.');
    expect(page.querySelectorAll('input[name=slot]').map((slot) => slot.getAttribute('value'))).toEqual([
      ...desk.current.office.slots,
    ]);
  });

  it('books at once, exempt from confirmation at the desk, and ends with a receipt to print', async () => {
    const { office, officerId } = desk.current;
    await sql`UPDATE offering SET confirm_exempt_channels = '{desk}' WHERE id = ${office.offeringId}`.execute(
      deps.current.db,
    );
    const response = await send(filled({ channel: 'desk', email: 'olga@prova.example' }));
    expect(response.statusCode).toBe(303);
    const code = bookedCode(response.headers.location);
    const booking = await bookingByCode(deps.current.db, deps.current.secrets, code);
    expect(booking).toMatchObject({
      status: 'confirmed',
      confirmBy: 'nobody',
      channel: 'desk',
      language: 'en',
      accountId: null,
      createdBy: officerId,
      contactEmail: 'olga@prova.example',
    });
    const receipt = await desk.current.open(`bookings/${code}/receipt?done=yes`);
    expect(wordsOf(receipt.querySelector('.t-ticket'))).toContain(code);
    expect(wordsOf(receipt)).toContain('olga@prova.example');
    const entries = await deps.current.db
      .selectFrom('audit_entry')
      .select('action')
      .where('subject', '=', `booking:${booking?.id}`)
      .execute();
    expect(entries.map((entry) => entry.action)).toEqual(['book-for-citizen', 'see-receipt']);
    expect(await seatFaults(deps.current.db)).toEqual([]);
  });

  it('makes one booking of a form that is sent twice, at once or later', async () => {
    const fields = filled();
    const { base, officer } = desk.current;
    const first = await send({ ...fields, form: '0b7f4f6e-6b1c-4c55-9d6e-0d3c6f1f2a11' });
    const again = await Promise.all(
      [1, 2].map(() =>
        officer.post(`${base}/bookings/new`, { ...fields, form: '0b7f4f6e-6b1c-4c55-9d6e-0d3c6f1f2a11' }),
      ),
    );
    expect(new Set([first, ...again].map((response) => response.headers.location)).size).toBe(1);
    expect(await tools.freeSeats(desk.current.office)).toEqual([3, 2, 3, 3]);
  });

  it('says all that is wrong at once and keeps what was typed', async () => {
    const response = await send(
      filled({
        slot: '',
        'people.0.familyName': '',
        'people.0.birthDate': '31/02/1980',
        'people.0.codiceFiscale': 'XX',
        email: 'olga',
        phone: 'x',
        channel: 'web',
      }),
    );
    expect(response.statusCode).toBe(422);
    const page = parse(response.body);
    const links = page.querySelectorAll('[data-error-summary] a').map((link) => link.getAttribute('href'));
    expect(links).toEqual([
      '#slot',
      '#people-0-familyName',
      '#people-0-birthDate',
      '#people-0-codiceFiscale',
      '#phone',
      '#email',
      '#channel',
    ]);
    for (const link of links) expect(page.querySelector(link ?? '')).not.toBeNull();
    expect(page.querySelector('[name="people.0.givenName"]')?.getAttribute('value')).toBe('Olga');
    expect(await tools.freeSeats(desk.current.office)).toEqual([3, 3, 3, 3]);
  });

  it('shows other times and more people without losing what was typed', async () => {
    const response = await send(filled({ party: '2', show: 'times' }));
    expect(response.statusCode).toBe(200);
    const page = parse(response.body);
    expect(page.querySelector('[name="people.0.givenName"]')?.getAttribute('value')).toBe('Olga');
    expect(page.querySelector('[name="people.1.relationship"]')).not.toBeNull();
    const picked = parse((await send(filled({ pick: '2026-11-23', date: '2027-03-01' }))).body);
    expect(picked.querySelector('[name=date]')?.getAttribute('value')).toBe('2026-11-23');
  });

  it('offers the nearest times, with all that was typed, when somebody else was faster', async () => {
    const { office } = desk.current;
    for (let seat = 0; seat < 3; seat += 1) await tools.newBooking(office, { slot: 1 });
    const response = await send(filled());
    expect(response.statusCode).toBe(409);
    const page = parse(response.body);
    expect(wordsOf(page)).toContain('Questo orario è appena stato preso');
    expect(page.querySelectorAll('input[name=slot]').map((slot) => slot.getAttribute('value'))).toEqual([
      office.slots[0],
      office.slots[2],
      office.slots[3],
    ]);
    expect(page.querySelector('[name="people.0.familyName"]')?.getAttribute('value')).toBe(`Nuova ${'i'.repeat(made)}`);
    const fields = { ...filled(), 'people.0.familyName': `Nuova ${'i'.repeat(made)}`, slot: office.slots[2] ?? '' };
    expect((await send(fields)).statusCode).toBe(303);
  });

  it('gives the seat back at once when the person is booked already', async () => {
    const fields = filled();
    await send(fields);
    const response = await send({ ...fields, slot: desk.current.office.slots[2] ?? '' });
    expect(response.statusCode).toBe(409);
    const link = parse(response.body).querySelector('[data-error-summary] a');
    expect([link?.getAttribute('href'), link?.textContent]).toEqual([
      '#people-0-familyName',
      'Questa persona ha già una prenotazione per questo servizio, qui o in un’altra sede.',
    ]);
    expect(await tools.freeSeats(desk.current.office)).toEqual([3, 2, 3, 3]);
  });

  it('refuses slots of other offices and ids that are none', async () => {
    const other = await tools.newAccount();
    for (const slot of ['999999999999', '1; DROP TABLE slot', '-1', String(other)]) {
      const response = await send(filled({ slot }));
      expect([409, 422]).toContain(response.statusCode);
    }
    expect((await send(filled({ service: 'nessuno' }))).statusCode).toBe(404);
  });

  it('may book within the planner’s notice, which binds citizens only', async () => {
    const { office } = desk.current;
    await sql`UPDATE planner SET notice_minutes = 2880 WHERE id = ${office.plannerId}`.execute(deps.current.db);
    const page = await desk.current.open('bookings/new?service=passport');
    expect(page.querySelectorAll('input[name=slot]')).toHaveLength(office.slots.length);
    expect(bookedCode((await send(filled())).headers.location)).toMatch(/^[0-9A-Z]{8}$/);
    const citizen = await tools.held(office, { kind: 'account', accountId: await tools.newAccount() });
    expect(citizen).toMatchObject({ ok: false, reason: 'not-open' });
    // What has begun is too late for everybody.
    deps.current.clock.set('2026-11-23T09:05:00Z');
    const begun = await send(filled({ slot: office.slots[0] ?? '' }));
    expect(begun.statusCode).toBe(409);
  });

  it('lets a helper book as a partner desk and see only the receipts of their own', async () => {
    const { app, office, base } = desk.current;
    const helper = await testBrowser(app, deps.current, await buildRole(deps.current.db, 'helper', office.officeId));
    const page = parse((await helper.get(`${base}/bookings/new?service=passport`)).body);
    expect(page.querySelector('input[name=channel]')?.getAttribute('value')).toBe('partner-desk');
    expect((await helper.post(`${base}/bookings/new`, filled({ channel: 'desk' }))).statusCode).toBe(422);
    const response = await helper.post(`${base}/bookings/new`, filled({ channel: 'partner-desk' }));
    expect((await helper.get(response.headers.location ?? '')).statusCode).toBe(200);
    const other = bookedCode((await send(filled())).headers.location);
    expect((await helper.get(`${base}/bookings/${other}/receipt`)).statusCode).toBe(403);
  });
});
