import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ada, bodyOf, bookingApp, errorsOf, type Journey, shown, startForm } from '#test/booking-journey.ts';
import type { OfficeWish } from '#test/build-office.ts';
import { useDeps } from '#test/deps.ts';

const deps = useDeps();
let app: FastifyInstance;
// Vitest's matcher is of any type.
const containing = (words: string): string => expect.stringContaining(words) as string;
beforeAll(async () => {
  app = await bookingApp(deps.current);
});
afterAll(() => app.close());

const onTheForm = (wish?: OfficeWish, party?: number): Promise<Journey> => startForm(app, deps.current, wish, party);

describe('the people form', () => {
  it('begins with the account’s own data', async () => {
    const { browser, path, email } = await onTheForm();
    const answer = await browser.get(path);
    expect(answer.statusCode).toBe(200);
    expect(shown(answer, 'people.0.givenName')).toBe('Ada');
    expect(shown(answer, 'people.0.birthDate')).toBe('05/05/1980');
    expect(shown(answer, 'email')).toBe(email);
    expect(bodyOf(answer).querySelector('select[name="people.0.relationship"]')).toBeNull();
  });

  it('with everything right leads to the summary, and back shows it as typed', async () => {
    const { browser, path } = await onTheForm();
    const answer = await browser.post(path, { ...ada, notes: 'Ho un cane guida' });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `${path}/summary`]);
    expect(shown(await browser.get(path), 'notes')).toBe('Ho un cane guida');
  });

  it('sent empty says for each field what to do, in the order of the page, and loses nothing', async () => {
    const { browser, path } = await onTheForm({}, 2);
    const answer = await browser.post(path, {
      who: 'me',
      'people.1.givenName': 'Ugo',
      phone: 'abc',
      notes: 'Resto qui',
    });
    expect(answer.statusCode).toBe(422);
    expect(bodyOf(answer).querySelector('title')?.text).toMatch(/^Errore: /);
    expect(Object.keys(errorsOf(answer))).toEqual([
      'people-0-givenName',
      'people-0-familyName',
      'people-0-birthDate',
      'people-1-relationship',
      'people-1-familyName',
      'people-1-birthDate',
      'email',
      'phone',
      'privacy',
    ]);
    expect(errorsOf(answer)).toMatchObject({
      phone: containing('prefisso'),
      privacy: containing('informativa'),
    });
    expect(shown(answer, 'people.1.givenName')).toBe('Ugo');
    expect(shown(answer, 'notes')).toBe('Resto qui');
    expect(shown(await browser.get(path), 'notes')).toBe('Resto qui');
  });

  it.each([
    ['ABC', 'ha 16 caratteri'],
    ['PRVDAA80E45Z114X', 'L’ultima lettera'],
    ['RSSMRA80A01H501U', 'nome e al cognome'],
  ])('says what is wrong with the codice fiscale %s', async (code, words) => {
    const { browser, path } = await onTheForm();
    const answer = await browser.post(path, { ...ada, 'people.0.codiceFiscale': code });
    expect(errorsOf(answer)).toEqual({ 'people-0-codiceFiscale': containing(words) });
    expect(shown(answer, 'people.0.codiceFiscale')).toBe(code);
  });

  it('says when the codice fiscale and the birth date are of different days', async () => {
    const { browser, path } = await onTheForm();
    const rossi = {
      'people.0.givenName': 'Mario',
      'people.0.familyName': 'Rossi',
      'people.0.codiceFiscale': 'rssmra80a01h501u',
    };
    const answer = await browser.post(path, { ...ada, ...rossi, 'people.0.birthDate': '02/01/1980' });
    expect(errorsOf(answer)).toEqual({ 'people-0-codiceFiscale': containing('data di nascita') });
    const right = await browser.post(path, { ...ada, ...rossi, 'people.0.birthDate': '1/1/1980' });
    expect(right.statusCode).toBe(303);
  });

  it.each([
    ['31/02/1980', 'non esiste'],
    ['01/01/2030', 'nel passato'],
    ['01/01/1066', 'non esiste'],
    ['ieri', 'non esiste'],
  ])('does not take %s for a birth date', async (date, words) => {
    const { browser, path } = await onTheForm();
    const answer = await browser.post(path, { ...ada, 'people.0.birthDate': date });
    expect(errorsOf(answer)).toEqual({ 'people-0-birthDate': containing(words) });
    expect(shown(answer, 'people.0.birthDate')).toBe(date);
  });

  it('asks a town hall’s citizens for name, surname and codice fiscale, and nothing else', async () => {
    const { browser, path } = await onTheForm();
    await sql`UPDATE offering SET codice_fiscale = 'required', birth_date = 'not-asked', reasons = '{expiry,theft}'
      WHERE id = (SELECT offering_id FROM hold WHERE id = ${path.slice('/holds/'.length)})`.execute(deps.current.db);
    const answer = await browser.get(path);
    expect(bodyOf(answer).querySelector('[name="people.0.birthDate"]')).toBeNull();
    const sent = await browser.post(path, { ...ada, 'people.0.birthDate': '' });
    expect(Object.keys(errorsOf(sent))).toEqual(['people-0-codiceFiscale', 'reason']);
  });

  it('lets a parent book for a child, and brings their own data back when they change their mind', async () => {
    const { browser, path } = await onTheForm();
    const other = await browser.post(path, { ...ada, phone: '+44 7700 900123', go: 'other' });
    expect([other.statusCode, other.headers.location]).toEqual([303, path]);
    const blank = await browser.get(path);
    expect(shown(blank, 'people.0.givenName')).toBe('');
    expect(shown(blank, 'phone')).toBe('+44 7700 900123');
    expect(bodyOf(blank).querySelectorAll('select[name="people.0.relationship"] option').length).toBe(13);

    const child = { ...ada, who: 'other', 'people.0.givenName': 'Zoe', 'people.0.relationship': 'child' };
    await browser.post(path, { ...child, go: 'me' });
    expect(shown(await browser.get(path), 'people.0.givenName')).toBe('Ada');
    await browser.post(path, { ...ada, go: 'other' });
    const again = await browser.get(path);
    expect(shown(again, 'people.0.givenName')).toBe('Zoe');
    expect(shown(again, 'people.0.relationship')).toBe('child');
    expect((await browser.post(path, child)).headers.location).toBe(`${path}/summary`);
  });

  it('does not take the same person twice', async () => {
    const { browser, path } = await onTheForm({}, 2);
    const twin = Object.fromEntries(
      Object.entries(ada).map(([name, value]): [string, string] => [name.replace('people.0', 'people.1'), value]),
    );
    const answer = await browser.post(path, { ...twin, ...ada, 'people.1.relationship': 'spouse' });
    expect(errorsOf(answer)).toEqual({
      'people-1-familyName': 'Persona 2: questa persona c’è già: scrivi ogni persona una volta sola.',
    });
  });

  it('keeps what was typed through a change of language, an old page, an extension and a change of time', async () => {
    const { browser, path } = await onTheForm({}, 2);
    const typed = { ...ada, 'people.1.familyName': 'Mezzo scritto' };
    const english = await browser.post(path, { ...typed, _lang: 'en' });
    expect(english.statusCode).toBe(200);
    expect(bodyOf(english).querySelector('h1')?.text).toBe('Who comes to the appointment?');
    expect(shown(english, 'people.1.familyName')).toBe('Mezzo scritto');
    await browser.get('/?lang=it');

    const stale = await browser.post(path, { ...typed, _csrf: 'old' });
    expect(stale.statusCode).toBe(403);
    expect(shown(stale, 'people.1.familyName')).toBe('Mezzo scritto');
    const staleExtend = await browser.post(`${path}/extend`, { ...typed, _csrf: 'old' });
    expect(staleExtend.statusCode).toBe(403);
    expect(shown(staleExtend, 'people.1.familyName')).toBe('Mezzo scritto');

    const extended = await browser.post(`${path}/extend`, typed);
    expect([extended.statusCode, extended.headers.location]).toEqual([303, path]);
    expect(shown(await browser.get(path), 'people.1.familyName')).toBe('Mezzo scritto');

    const times = await browser.post(path, { ...typed, 'people.1.givenName': 'Ivo', go: 'times' });
    expect(times.headers.location).toMatch(/^\/offices\/[\w-]+\/passport\/times\?date=2027-01-14&party=2$/);
    expect(shown(await browser.get(path), 'people.1.givenName')).toBe('Ivo');
  });

  it('shows HTML and SQL as the text they are', async () => {
    const { browser, path } = await onTheForm();
    const nasty = `<script>alert(1)</script>'; DROP TABLE hold; --`;
    const fields = Object.fromEntries(Object.keys(ada).map((name) => [name, nasty]));
    const answer = await browser.post(path, fields);
    expect(answer.statusCode).toBe(422);
    expect(answer.body).not.toContain('<script>alert');
    for (const name of ['people.0.givenName', 'people.0.birthDate', 'email', 'phone', 'notes'])
      expect(shown(answer, name)).toBeDefined();
    expect(answer.body).toContain('Scrivi il nome con lettere');
    const noted = await browser.post(path, { ...ada, notes: nasty });
    expect(noted.headers.location).toBe(`${path}/summary`);
    const summary = await browser.get(`${path}/summary`);
    expect(summary.body).not.toContain('<script>alert');
    expect(bodyOf(summary).querySelector('main')?.text).toContain('DROP TABLE hold');
  });

  it('takes no text without end', async () => {
    const { browser, path } = await onTheForm();
    const answer = await browser.post(path, { ...ada, 'people.0.givenName': 'A'.repeat(5000), notes: 'n'.repeat(501) });
    expect(errorsOf(answer)).toEqual({
      'people-0-givenName': containing('troppo lungo'),
      notes: containing('troppo lunghe'),
    });
  });
});

describe('whom a service is for', () => {
  async function ruled(rules: string, party = 1): Promise<Journey> {
    const journey = await onTheForm({ from: '2027-01-14T09:00:00Z' }, party);
    await sql`UPDATE offering SET ${sql.raw(rules)} WHERE id = ${journey.office.offeringId}`.execute(deps.current.db);
    return journey;
  }

  it('ages are those of the day of the appointment, told beside the date of birth', async () => {
    const { browser, path } = await ruled('min_age = 18');
    const born = (birthDate: string) => browser.post(path, { ...ada, 'people.0.birthDate': birthDate });
    const young = await born('15/01/2009');
    expect(young.statusCode).toBe(422);
    expect(errorsOf(young)).toEqual({ 'people-0-birthDate': containing('almeno 18 anni il giorno dell’appuntamento') });
    // Eighteen on the very day, not yet today.
    expect((await born('14/01/2009')).statusCode).toBe(303);
  });

  it('only the relations that the office allows can be chosen', async () => {
    const { browser, path } = await ruled(`relationships = '{child,spouse}'`, 2);
    const choices = bodyOf(await browser.get(path)).querySelectorAll('[name="people.1.relationship"] option');
    expect(choices.map((choice) => choice.getAttribute('value'))).toEqual(['', 'child', 'spouse']);
    const other = { 'people.1.givenName': 'Ugo', 'people.1.familyName': 'Prova', 'people.1.birthDate': '05/05/2015' };
    const sibling = await browser.post(path, { ...ada, ...other, 'people.1.relationship': 'sibling' });
    expect(errorsOf(sibling)).toEqual({ 'people-1-relationship': containing('questa parentela') });
  });

  it('begins with somebody else where the one who books is not served, and does not offer to change that', async () => {
    const { browser, path } = await ruled(`party_modes = '{companions-only}'`);
    const page = bodyOf(await browser.get(path));
    expect(page.querySelector('[name="people.0.relationship"]')).not.toBeNull();
    expect(page.querySelector('button[name=go][value=me]')).toBeNull();
    expect(errorsOf(await browser.post(path, ada))).toEqual({
      'people-0-relationship': containing('non per chi prenota'),
    });
  });
});
