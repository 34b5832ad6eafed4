import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { type HTMLElement, parse } from 'node-html-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importReferenceData } from '#features/offices/index.ts';
import { buildPlanner, publish, type RuleWish } from '#test/build-planner.ts';
import { useDeps } from '#test/deps.ts';
import { sliceApp } from '#test/slice-app.ts';
import { addFindOfficePages, addOfficeDetailApi } from '../index.ts';

describe('the citizen’s way to a free time', () => {
  // The test clock stands on Sunday 22 November 2026, 10:00 in London.
  const deps = useDeps();
  let app: FastifyInstance;

  beforeAll(async () => {
    const { current } = deps;
    const now = current.clock.now();
    await current.db.transaction().execute((tx) => importReferenceData(tx, { now }));
    await opens('cons-london', 'passport', 3, { desks: 2, breaks: [{ starts: '09:20', ends: '09:40' }] });
    await opens('cons-london', 'cie', 1, { desks: 1 }, 0);
    await opens('comune-h501-anagrafe', 'cie', 1, { weekdays: [2], starts: '14:00', ends: '15:00' });
    await sql`UPDATE office SET address = '1 Example Row', email = 'ask@cons-london.example', website = 'javascript:alert(1)'
              WHERE code = 'cons-london'`.execute(current.db);
    await sql`INSERT INTO closure (office_id, first_day, last_day, reason, created_at)
              SELECT id, '2026-12-25', '2026-12-26', '{"it": "Natale", "en": "Christmas"}', ${now} FROM office
              WHERE code = 'cons-london'`.execute(current.db);
    app = await sliceApp(current, (server, all) => {
      addFindOfficePages(server, all);
      addOfficeDetailApi(server, all);
    });
  });
  afterAll(() => app.close());

  /** Opens a service with one planner; without seats when they are all taken. */
  async function opens(code: string, service: string, partyMax: number, rule: RuleWish, seats?: number): Promise<void> {
    const { db, clock } = deps.current;
    const { rows } = await sql<{ id: number; office_id: number }>`
      INSERT INTO offering (office_id, service_code, party_max)
      SELECT id, ${service}, ${partyMax} FROM office WHERE code = ${code} RETURNING id, office_id`.execute(db);
    const [offering] = rows;
    if (!offering) throw new Error(`no office ${code}`);
    const plannerId = await buildPlanner(db, {
      officeId: offering.office_id,
      offeringIds: [offering.id],
      rules: [rule],
      releaseTime: '19:00',
    });
    await publish(db, plannerId, clock.now());
    if (seats === 0) await sql`UPDATE slot SET taken = capacity WHERE planner_id = ${plannerId}`.execute(db);
  }

  async function visit(url: string, language = 'it'): Promise<{ status: number; html: HTMLElement; text: string }> {
    const reply = await app.inject({ url, headers: { 'accept-language': language } });
    const html = parse(reply.body);
    const text = (html.querySelector('#content') ?? html).structuredText.replace(/\s+/g, ' ');
    return { status: reply.statusCode, html, text };
  }
  const hrefs = (html: HTMLElement) => html.querySelectorAll('main a').map((link) => link.getAttribute('href') ?? '');

  describe('the home page', () => {
    it('asks one question and shows where there are seats', async () => {
      const { html, text } = await visit('/');
      expect(html.querySelectorAll('h1').map((heading) => heading.text)).toEqual(['Dove vuoi prenotare?']);
      expect(html.querySelector('form[role=search]')?.getAttribute('action')).toBe('/offices');
      expect(hrefs(html)).toEqual(expect.arrayContaining(['/offices?service=passport', '/offices/cons-london']));
      expect(text).toContain('Prima data: lun 23 nov, Londra');
      expect(parse((await app.inject('/')).body).text).toMatch(/posti liberi in 2 sedi/);
    });

    it('leads from a code to its booking, however it is typed, and says what a code looks like', async () => {
      const good = await app.inject('/find-booking?code=k7qf-29mx');
      expect([good.statusCode, good.headers.location]).toEqual([303, '/bookings/K7QF29MX']);
      const bad = await visit('/find-booking?code=%3Cscript%3E');
      expect(bad.status).toBe(422);
      expect(bad.html.querySelector('[aria-invalid=true]')?.getAttribute('value')).toBe('<script>');
      expect(bad.text).toContain('otto lettere e cifre');
    });
  });

  describe('the search', () => {
    it('shows the first free date of an office, and that another takes no bookings', async () => {
      const { text } = await visit('/offices?q=regno+unito');
      expect(text).toMatch(/Londra.*Prima data libera: lun 23 nov · Passaporto/);
      expect(text).toMatch(/Manchester.*Non prende ancora prenotazioni qui/);
    });

    it('lists the offices of a service by their first date, and keeps the service for the next search', async () => {
      const { html, text } = await visit('/offices?service=cie');
      expect(text).toMatch(/2 sedi prendono prenotazioni/);
      expect(text).toMatch(/Comune di Roma.*Prima data libera: mar 24 nov.*Londra.*Posti esauriti/);
      expect(html.querySelector('form[role=search] input[type=hidden]')?.getAttribute('value')).toBe('cie');
      expect((await visit('/offices?service=cie&q=milano')).text).toContain('Nessuna sede prende prenotazioni');
    });

    it('offers names that are written nearly so', async () => {
      expect(hrefs((await visit('/offices?q=lodnra')).html)).toContain('/offices?q=Londra');
      expect(hrefs((await visit('/offices?q=Padvoa')).html)).toContain('/offices?q=Padova');
    });

    it.each(["'; DROP TABLE office; --", '<script>alert(1)</script>', '%', '\0', 'x'.repeat(3_000)])(
      'shows %s as text',
      async (q) => {
        const { status, html } = await visit(`/offices?q=${encodeURIComponent(q)}`);
        expect(status).toBe(200);
        expect(html.querySelector('main script')).toBeNull();
      },
    );

    it('turns pages, and starts again from an address that is no longer good', async () => {
      const first = await visit('/offices?q=san');
      const next = first.html.querySelector('a[rel=next]')?.getAttribute('href') ?? '';
      const second = await visit(next.replaceAll('&amp;', '&'));
      expect(second.html.querySelectorAll('.t-card-link').length).toBe(20);
      expect(second.text).not.toBe(first.text);
      expect((await visit('/offices?q=san&cursor=zzz')).text).toContain('non è più valido');
      expect((await visit('/offices?q=san&cursor=a&cursor=b&service=%00')).status).toBe(200);
    });

    it('suggests offices while typing', async () => {
      const { items } = (await app.inject('/offices/suggestions?q=lond')).json<{ items: { label: string }[] }>();
      expect(items[0]?.label).toBe("Consolato Generale d'Italia a Londra");
      expect((await app.inject('/offices/suggestions')).json()).toEqual({ items: [] });
    });
  });

  describe('the page of an office', () => {
    it('gives the answer first, then how to reach it, its hours and closures', async () => {
      const { html, text } = await visit('/offices/cons-london');
      expect(text).toContain('Prima data libera: lunedì 23 novembre, per Passaporto.');
      expect(text).toContain('Ora locale: 10:00 di domenica 22 novembre');
      expect(text).toContain('09:00–09:20 e 09:40–10:00');
      expect(text).toContain('Da venerdì 25 dicembre a sabato 26 dicembre: Natale');
      expect(hrefs(html)).toContain('mailto:ask@cons-london.example');
      expect(hrefs(html).some((href) => href.startsWith('javascript:'))).toBe(false);
    });

    it('says in English what it says in Italian', async () => {
      const { html, text } = await visit('/offices/cons-london', 'en');
      expect(html.querySelector('html')?.getAttribute('lang')).toBe('en');
      expect(text).toContain('First free date: Monday 23 November, for Passport.');
      expect(text).toContain('Christmas');
      expect(text).not.toMatch(/Prima|Chiusure|sede/);
    });

    it('says that contacts are missing, and what to do where nothing can be booked', async () => {
      const { html, text } = await visit('/offices/cons-manchester');
      expect(text).toContain('Questa sede non ha ancora inserito i contatti.');
      expect(text).toContain('Questa sede non prende ancora prenotazioni qui.');
      expect(hrefs(html)).toContain('/offices/cons-london');
      const near = await visit('/offices/comune-m297-anagrafe');
      expect(hrefs(near.html)).toContain('/offices/comune-h501-anagrafe');
      expect(near.text).toMatch(/a \d+ km/);
    });

    it.each(['/offices/cons-atlantis', '/offices/%00', '/offices/..%2f', `/offices/${'a'.repeat(250)}`])(
      'helps to find another one when there is none at %s',
      async (url) => {
        const { status, html } = await visit(url);
        expect(status).toBe(404);
        expect(html.querySelector('main form[role=search]')).not.toBeNull();
      },
    );
  });

  describe('the page of a service', () => {
    it('shows the first dates, the calendar, the rules and what to bring', async () => {
      const { html, text } = await visit('/offices/cons-london/passport');
      expect(text).toContain('Primo posto libero: lunedì 23 novembre, 09:00');
      expect(html.querySelectorAll('.t-first-dates a').length).toBe(6);
      expect(hrefs(html)).toContain('/offices/cons-london/passport/times?date=2026-11-23');
      // 14 days ahead, and the next one opens tonight at 19:00.
      expect(html.querySelectorAll('.t-calendar a').length).toBe(13);
      expect(text).toContain('I prossimi posti si aprono oggi alle 19:00 di Londra');
      expect(text).toContain('Devi confermare tu, da 10 giorni prima a 3 giorni prima');
      expect(text).toContain('La ricevuta della prenotazione');
    });

    it('counts only times with room for everybody', async () => {
      const two = await visit('/offices/cons-london/passport?party=2');
      expect(hrefs(two.html)).toContain('/offices/cons-london/passport/times?date=2026-11-23&party=2');
      const three = await visit('/offices/cons-london/passport?party=3');
      expect(three.text).toContain('Per 3 persone insieme non ci sono posti liberi.');
      for (const odd of ['0', '99', '-1', 'x', '1e9'])
        expect((await visit(`/offices/cons-london/passport?party=${odd}`)).status).toBe(200);
    });

    it('says when all seats are taken, and when the next ones open', async () => {
      const { html, text } = await visit('/offices/cons-london/cie');
      expect(text).toContain('Adesso non ci sono posti liberi');
      expect(text).toContain('I prossimi posti si aprono oggi alle 19:00 di Londra');
      expect(html.querySelector('.t-calendar')).toBeNull();
    });

    it('has instructions and no button where the service is not booked', async () => {
      for (const url of ['/offices/cons-london/notary', '/offices/cons-manchester/passport']) {
        const { status, html, text } = await visit(url);
        expect(status).toBe(200);
        expect(text).toContain('Questo servizio non si prenota qui');
        expect(text).toContain('Istruzioni');
        expect(html.querySelector('main button, main form')).toBeNull();
        expect(hrefs(html).some((href) => href.includes('/times'))).toBe(false);
      }
    });

    it('is not found at an office that cannot offer it', async () => {
      for (const service of ['unicorn', '%00', 'passport']) {
        const { status, html } = await visit(`/offices/comune-h501-anagrafe/${service}`);
        expect(status).toBe(404);
        expect(hrefs(html)).toContain('/offices/comune-h501-anagrafe');
      }
    });
  });

  describe('the times of a day', () => {
    it('are buttons of one form, with the way to the days around', async () => {
      const { html, text } = await visit('/offices/cons-london/passport/times?date=2026-11-24&party=2');
      const form = html.querySelector('main form');
      expect(form?.getAttribute('action')).toBe('/holds');
      const fields = form
        ?.querySelectorAll('input')
        .map((input) => [input.getAttribute('name'), input.getAttribute('value')]);
      expect(fields).toEqual(
        expect.arrayContaining([
          ['office', 'cons-london'],
          ['service', 'passport'],
          ['party', '2'],
        ]),
      );
      expect(fields?.some(([name, value]) => name === '_csrf' && value !== '')).toBe(true);
      expect(form?.querySelectorAll('button[name=slot]').map((button) => button.querySelector('strong')?.text)).toEqual(
        ['09:00', '09:40'],
      );
      expect(text).toContain('Gli orari sono quelli di Londra.');
      expect(hrefs(html)).toEqual(
        expect.arrayContaining([
          '/offices/cons-london/passport/times?date=2026-11-23&party=2',
          '/offices/cons-london/passport/times?date=2026-11-25&party=2',
        ]),
      );
    });

    it.each([
      ['2026-11-21', 200, 'Questo giorno è passato'],
      ['2026-12-25', 200, 'Questo giorno non è ancora aperto'],
      ['2026-11-22', 200, 'Per questo giorno non ci sono più posti'],
      ['2026-02-30', 422, 'Questo giorno non esiste'],
      ['+271821-01-01', 422, 'Questo giorno non esiste'],
      ['domani', 422, 'Questo giorno non esiste'],
      ['', 422, 'Questo giorno non esiste'],
    ])('say why there are none on %s, and where there are', async (date, status, why) => {
      const answer = await visit(`/offices/cons-london/passport/times?date=${encodeURIComponent(date)}`);
      expect(answer.status).toBe(status);
      expect(answer.text).toContain(why);
      expect(hrefs(answer.html)).toContain('/offices/cons-london/passport/times?date=2026-11-23');
    });
  });

  it('describes an office in full over HTTP', async () => {
    const reply = await app.inject({ url: '/api/v1/offices/cons-london', headers: { 'accept-language': 'en' } });
    const office = reply.json<{
      services: { code: string; bookable: boolean; documents: unknown[]; rules: object | null }[];
    }>();
    expect(office).toMatchObject({
      code: 'cons-london',
      address: '1 Example Row',
      openingHours: [
        { services: ['passport'], starts: '09:00', breaks: [{ starts: '09:20', ends: '09:40' }] },
        { services: ['cie'] },
      ],
      closures: [{ firstDay: '2026-12-25', lastDay: '2026-12-26', reason: 'Christmas' }],
    });
    expect(office.services.find(({ code }) => code === 'passport')).toMatchObject({
      bookable: true,
      rules: { partyMax: 3, horizonDays: 14, releaseTimes: ['19:00'], confirmBy: 'citizen', confirmOpensDays: 10 },
    });
    expect(office.services.find(({ code }) => code === 'notary')).toMatchObject({ bookable: false, rules: null });
    for (const code of ['cons-atlantis', '%00']) {
      const missing = await app.inject(`/api/v1/offices/${code}`);
      expect([missing.statusCode, missing.headers['content-type']]).toEqual([
        404,
        expect.stringContaining('problem+json'),
      ]);
    }
  });
});
