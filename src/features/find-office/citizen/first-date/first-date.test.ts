import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { useDeps } from '#test/deps.ts';
import { hrefs, useOpenOffices } from '#test/open-offices.ts';
import { testBrowser } from '#test/slice-app.ts';

const deps = useDeps();
const offices = useOpenOffices(deps);

const ada = { givenName: 'Ada', familyName: 'Prova', codiceFiscale: 'PRVDAA80E45H501V' };
const visitor = () => testBrowser(offices.app, deps.current);

async function send(fields: Record<string, string>) {
  const browser = await visitor();
  await browser.get('/first-date');
  return { browser, answer: await browser.post('/first-date', { service: 'cie', within: '20', ...fields }) };
}

describe('the first free date around a place', () => {
  it('tells date, hour, distance, languages, access and clearance before any login, and leads straight to the times', async () => {
    const { status, html, text } = await offices.visit('/first-date?service=cie&municipality=H501&within=20');
    expect(status).toBe(200);
    expect(html.querySelector('h1')?.text).toContain('le prime date vicino a Roma');
    expect(text).toContain('Martedì 24 novembre 2026, ore 14:00');
    expect(text).toContain('Una sede prende prenotazioni; una ha posti liberi adesso.');
    expect(text).toContain('Lingue: italiano');
    expect(text).toContain('Accessibilità: non ancora descritta');
    expect(text).toContain('Se abiti in un altro comune: non serve il nulla osta');
    expect(hrefs(html)).toContain('/offices/comune-h501-anagrafe/cie/times?date=2026-11-24');
    expect(text).toContain('Sedi che non prendono prenotazioni qui');
  });

  it('estimates the journey and says how', async () => {
    const { text } = await offices.visit('/first-date?service=cie&municipality=M297&within=50');
    expect(text).toMatch(/Anagrafe – Comune di Roma.*\d+ km in linea d’aria; in auto \d+–\d+ minuti, stima/);
    expect(text).toContain('Strade, traffico, traghetti e orari dei mezzi non li conosciamo.');
    expect(text).toContain('Il Comune di Fiumicino non prende prenotazioni qui');
  });

  it('shows the same numbers on a map with words for who does not see it', async () => {
    const { html } = await offices.visit('/first-date?municipality=H501&sort=distance');
    const map = html.querySelector('.t-map svg');
    expect(map?.querySelector('title')?.text).toBe('Mappa delle sedi');
    const mark = map?.querySelector('a');
    expect(mark?.getAttribute('aria-label')).toBe('1. Anagrafe – Comune di Roma: mar 24 nov, 14:00');
    expect(html.querySelector(mark?.getAttribute('href') ?? '')?.text).toContain('Comune di Roma');
    expect(map?.outerHTML).not.toMatch(/style=|https?:/);
  });

  it.each([
    ['Milano (MI)', /municipality=F205/],
    ['Bozen', /municipality=A952/],
    ['Uggiate-Trevano', /municipality=M4\d\d/],
    ['Rmoa', /q=Rmoa/],
    ['Castro', /q=Castro/],
    ['Londra', /q=Londra/],
  ])('finds the place typed as “%s”', async (q, address) => {
    const { browser, answer } = await send({ q });
    expect(answer.statusCode).toBe(303);
    expect(answer.headers.location).toMatch(address);
    expect((await browser.get(String(answer.headers.location))).statusCode).toBe(200);
  });

  it('says what it searched for where a name was mistyped, asks where several have it, and leads abroad without a map', async () => {
    expect((await offices.visit('/first-date?q=Rmoa')).text).toContain('Non conosciamo «Rmoa»: abbiamo cercato Roma.');
    const several = await offices.visit('/first-date?q=Castro');
    expect(several.text).toContain('Quale comune?');
    expect(
      hrefs(several.html).filter((href) => /^\/first-date\?municipality=[A-Z]\d{3}$/.test(href)).length,
    ).toBeGreaterThan(1);
    const abroad = await offices.visit('/first-date?service=passport&q=Londra');
    expect(abroad.text).toContain('Lunedì 23 novembre 2026, ore 09:00');
    expect(abroad.html.querySelector('.t-map')).toBeNull();
  });

  it('takes what was typed as the beginning of a name before it looks for mistakes', async () => {
    const reggio = (await offices.visit('/first-date?q=Reggio')).text;
    expect(reggio).toContain('Reggio di Calabria (RC)');
    expect(reggio).toContain("Reggio nell'Emilia (RE)");
    expect(reggio).not.toContain('Greggio');
    expect((await offices.visit('/first-date?q=Fiumicin')).text).toContain('abbiamo cercato Fiumicino');
    expect((await offices.visit('/first-date?q=Fiumi')).text).toContain('Fiumicino (RM)');
  });

  it('stays calm with anything in the address', async () => {
    for (const query of [
      'municipality=Z999',
      'q=%00',
      'near=91,1',
      'near=0,0',
      'service=%3Cb%3E',
      'within=-1&sort=x&page=0',
    ]) {
      expect((await offices.visit(`/first-date?${query}`)).status).toBe(200);
    }
    expect((await offices.visit('/first-date?municipality=H501&page=99')).status).toBe(200);
    expect((await offices.visit('/first-date?near=41.9,12.5')).text).toContain('le prime date vicino a te');
  });
});

describe('who it is for', () => {
  it('goes neither into an address nor into the database, and comes back to the form', async () => {
    const { browser, answer } = await send({ q: 'Roma', ...ada });
    expect(answer.headers.location).toBe('/first-date?service=cie&municipality=H501');
    const cookie = answer.cookies.find(({ name }) => name === 'turno_person');
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
    expect(cookie?.value).not.toContain('Ada');
    const list = await browser.get(String(answer.headers.location));
    expect(list.body).toContain('Prenoti per Ada Prova');
    expect(list.body).toContain(ada.codiceFiscale);
    await browser.post('/first-date/forget', { back: '/first-date?municipality=H501' });
    expect((await browser.get('/first-date')).body).not.toContain('Ada');
  });

  it('may be left out, or said in part', async () => {
    expect((await send({ q: 'Roma' })).answer.statusCode).toBe(303);
    expect((await send({ q: 'Roma', givenName: 'Ada' })).answer.statusCode).toBe(303);
  });

  it.each([
    [{ q: '' }, 'q'],
    [{ q: 'Xyzqwk' }, 'q'],
    [{ q: 'Roma', codiceFiscale: 'PRVDAA80E45' }, 'codiceFiscale'],
    [{ q: 'Roma', codiceFiscale: 'PRVDAA80E45H501A' }, 'codiceFiscale'],
    [{ q: 'Roma', givenName: '<script>' }, 'givenName'],
  ])('is refused beside its field: %o', async (fields, field) => {
    const { answer } = await send(fields);
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain(`id="${field}-error"`);
  });

  it('may have a code with letters for digits; one of another name is a hint, no refusal', async () => {
    const omocodia = await send({ q: 'Roma', ...ada, codiceFiscale: 'PRVDAA80E45H50MN' });
    expect(omocodia.answer.statusCode).toBe(303);
    const { browser, answer } = await send({ q: 'Roma', ...ada, familyName: 'Bianchi' });
    expect(answer.statusCode).toBe(303);
    expect((await browser.get(String(answer.headers.location))).body).toContain('non sembra quello di Ada Bianchi');
  });
});

describe('a long list', () => {
  it('has ten offices a page, by date or by distance, those without a seat last', async () => {
    const { db, clock } = deps.current;
    const near = sql`SELECT id, row_number() OVER (ORDER BY code) AS n FROM office
                     WHERE province_code = 'RM' AND municipality_code <> 'H501' AND kind = 'municipal' ORDER BY code LIMIT 12`;
    await sql`WITH near AS (${near}), offered AS (
        INSERT INTO offering (office_id, service_code) SELECT id, 'cie' FROM near RETURNING id, office_id
      ), planned AS (
        INSERT INTO planner (office_id, name, published, updated_at) SELECT id, 'Prova', true, ${clock.now()} FROM near RETURNING id, office_id
      ), tied AS (
        INSERT INTO planner_offering SELECT p.id, o.id FROM planned p JOIN offered o USING (office_id)
      )
      INSERT INTO slot (planner_id, starts_at, ends_at, day, opens_at, planned, capacity)
      SELECT p.id, s, s + interval '20 minutes', s::date, '2026-11-01', 1, 1
      FROM near n JOIN planned p ON p.office_id = n.id,
        LATERAL (SELECT '2026-11-23T09:00:00Z'::timestamptz + n.n * interval '3 days' AS s) x WHERE n.n <= 11`.execute(
      db,
    );
    const first = await offices.visit('/first-date?municipality=H501&within=province');
    expect(first.html.querySelectorAll('.t-listed').length).toBe(10);
    expect(first.text).toContain('13 sedi prendono prenotazioni; 12 hanno posti liberi adesso.');
    const dates = [...first.text.matchAll(/(\d+) (novembre|dicembre) 2026, ore/g)].map(
      ([, day, month]) => Number(day) + (month === 'dicembre' ? 30 : 0),
    );
    expect(dates).toEqual(dates.toSorted((a, b) => a - b));
    const second = await offices.visit('/first-date?municipality=H501&within=province&page=2');
    expect(second.html.querySelectorAll('.t-listed').length).toBe(3);
    expect(second.html.querySelector('.t-listing')?.getAttribute('start')).toBe('11');
    expect(second.text).toContain('Nessun posto libero adesso');
    const byDistance = await offices.visit('/first-date?municipality=H501&within=province&sort=distance');
    expect(byDistance.html.querySelector('.t-listed h3')?.text).toContain('Roma');
  });
});
