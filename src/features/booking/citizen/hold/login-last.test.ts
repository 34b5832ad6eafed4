import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bodyOf, bookingApp, errorsOf, seatOf, shown } from '#test/booking-journey.ts';
import { buildAccount, buildOffice, type BuiltOffice } from '#test/build-office.ts';
import { testNow, useDeps } from '#test/deps.ts';
import { testBrowser, type TestBrowser } from '#test/slice-app.ts';

const deps = useDeps();
let app: FastifyInstance;
let office: BuiltOffice;
let people = 0;

/** Name, surname, codice fiscale and, where a consent is needed, the municipality: nothing else. */
const ada = {
  who: 'me',
  'people.0.givenName': 'Ada',
  'people.0.familyName': 'Prova',
  'people.0.codiceFiscale': 'PRVDAA80E45H501V',
  privacy: 'yes',
};

beforeAll(async () => {
  app = await bookingApp(deps.current);
});
afterAll(() => app.close());
beforeEach(async () => {
  deps.current.clock.set(testNow);
  office = await municipal();
});

async function municipal(): Promise<BuiltOffice> {
  const made = await buildOffice(deps.current.db, { kind: 'municipal', zone: 'Europe/Rome', capacity: 5, slots: 3 });
  await sql`UPDATE offering SET codice_fiscale = 'required', birth_date = 'not-asked', reasons = '{expiry}', reason_optional = true
            WHERE id = ${made.offeringId}`.execute(deps.current.db);
  return made;
}

async function hold(browser: TestBrowser, at = office): Promise<string> {
  await browser.get('/form');
  const { location } = (await browser.post('/holds', seatOf(at))).headers;
  return String(location);
}

function stepsOf(answer: Parameters<typeof bodyOf>[0]): string[] {
  return bodyOf(answer)
    .querySelectorAll('.t-steps-way li > span:last-child')
    .map(({ text }) => text.trim());
}

async function account(): Promise<number> {
  people += 1;
  return buildAccount(deps.current.db, `ada-${people}@prova.example`);
}

describe('a booking at a municipality', () => {
  it('is filled in and summed up before any login, and needs one button after it', async () => {
    const browser = await testBrowser(app, deps.current);
    const path = await hold(browser);
    const form = await browser.get(path);
    expect(form.statusCode).toBe(200);
    expect(stepsOf(form)).toEqual(['Persone', 'Riepilogo', 'Accedi']);
    const asked = bodyOf(form)
      .querySelectorAll('#people [name]')
      .map((field) => field.getAttribute('name'))
      .filter((name) => !/^(_csrf|who|go)$/.test(name ?? ''));
    expect(new Set(asked)).toEqual(
      new Set(['people.0.givenName', 'people.0.familyName', 'people.0.codiceFiscale', 'reason', 'notes', 'privacy']),
    );

    const sent = await browser.post(path, ada);
    expect([sent.statusCode, sent.headers.location]).toEqual([303, `${path}/summary`]);
    const summary = await browser.get(`${path}/summary`);
    expect(bodyOf(summary).text).toContain('Manca solo l’accesso');
    expect(bodyOf(summary).querySelector('form#book')).toBeNull();
    const next = encodeURIComponent(`${path}/summary`);
    const links = bodyOf(summary)
      .querySelectorAll('main a')
      .map((link) => link.getAttribute('href'));
    expect(links).toEqual(expect.arrayContaining([`/login?next=${next}`, `/register?next=${next}`]));
    const early = await browser.post(`${path}/book`, {});
    expect(early.headers.location).toMatch(/^\/login\?next=/);

    await browser.get(`/enter/${await account()}`);
    const again = await browser.get(`${path}/summary`);
    expect(bodyOf(again).text).toContain(`ada-${people}@prova.example`);
    expect(stepsOf(again)).toEqual(['Accedi (fatto)', 'Persone (fatto)', 'Riepilogo']);
    const booked = await browser.post(`${path}/book`, {});
    expect(booked.headers.location).toMatch(/^\/bookings\/[A-Z0-9]{8}$/);
    const { rows } = await sql<object>`
      SELECT b.contact_email, b.reason, p.given_name, p.family_name, p.relationship, p.birth_date FROM booking b
      JOIN booking_person p ON p.booking_id = b.id WHERE b.code = ${booked.headers.location?.slice(-8)}`.execute(
      deps.current.db,
    );
    expect(rows).toEqual([
      {
        contact_email: `ada-${people}@prova.example`,
        reason: null,
        given_name: 'Ada',
        family_name: 'Prova',
        relationship: 'self',
        birth_date: null,
      },
    ]);
  });

  it('tells what is wrong with the form to whoever is not logged in, and loses nothing', async () => {
    const browser = await testBrowser(app, deps.current);
    const path = await hold(browser);
    const answer = await browser.post(path, { ...ada, 'people.0.familyName': '', 'people.0.codiceFiscale': 'PRV' });
    expect(answer.statusCode).toBe(422);
    expect(Object.keys(errorsOf(answer))).toEqual(['people-0-familyName', 'people-0-codiceFiscale']);
    expect(shown(await browser.get(path), 'people.0.givenName')).toBe('Ada');
    expect((await browser.get(`${path}/summary`)).headers.location).toMatch(/check/);
  });

  it('for somebody else than the account’s own person asks who they are to it', async () => {
    const browser = await testBrowser(app, deps.current);
    const path = await hold(browser);
    await browser.post(path, { ...ada, 'people.0.givenName': 'Bice', 'people.0.codiceFiscale': 'PRVBCI80E45H501Z' });
    await browser.post(path, {
      ...ada,
      'people.0.givenName': 'Adele',
      'people.0.codiceFiscale': await codeOf('Adele'),
    });
    await browser.get(`/enter/${await account()}`);
    const back = await browser.get(`${path}/summary`);
    expect(back.statusCode).toBe(303);
    const form = await browser.get(String(back.headers.location));
    expect(errorsOf(form)).toHaveProperty('people-0-relationship');
    expect(shown(form, 'people.0.givenName')).toBe('Adele');
  });

  it('begins with somebody else where only those are served, as for who is logged in', async () => {
    await sql`UPDATE offering SET party_modes = '{companions-only}' WHERE id = ${office.offeringId}`.execute(
      deps.current.db,
    );
    const browser = await testBrowser(app, deps.current);
    const form = bodyOf(await browser.get(await hold(browser)));
    expect(form.querySelector('[name=who]')?.getAttribute('value')).toBe('other');
    expect(form.querySelector('[name="people.0.relationship"]')).not.toBeNull();
    expect(form.querySelector('button[name=go][value=me]')).toBeNull();
  });

  it('logs in first where the office asks who comes in, and at consulates', async () => {
    const browser = await testBrowser(app, deps.current);
    await sql`UPDATE offering SET login_level = 'identified' WHERE id = ${office.offeringId}`.execute(deps.current.db);
    expect(bodyOf(await browser.get(await hold(browser))).text).toContain('Il posto è tuo: ora accedi');
    const consular = await buildOffice(deps.current.db, { capacity: 5 });
    const path = await hold(browser, consular);
    expect(bodyOf(await browser.get(path)).text).toContain('Il posto è tuo: ora accedi');
    expect((await browser.post(path, ada)).headers.location).toMatch(/^\/login/);
  });

  it('shows nobody the form of another browser', async () => {
    const browser = await testBrowser(app, deps.current);
    const path = await hold(browser);
    await browser.post(path, ada);
    const stranger = await testBrowser(app, deps.current);
    for (const page of ['', '/summary']) expect((await stranger.get(`${path}${page}`)).statusCode).toBe(404);
  });
});

async function codeOf(givenName: string): Promise<string> {
  const { makeCodiceFiscale } = await import('#features/identity/index.ts');
  const born = Temporal.PlainDate.from('1980-05-05');
  return makeCodiceFiscale({ givenName, familyName: 'Prova', birthDate: born, sex: 'F', birthPlaceCode: 'H501' });
}
