import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { useDeps } from '#test/deps.ts';
import { hrefs, useOpenOffices } from '#test/open-offices.ts';

const deps = useDeps();
const offices = useOpenOffices(deps);

describe('the times of a day', () => {
  it('are buttons of one form, with the way to the days around', async () => {
    const { html, text } = await offices.visit('/offices/cons-london/passport/times?date=2026-11-24&party=2');
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
    expect(form?.querySelectorAll('button[name=slot]').map((button) => button.querySelector('strong')?.text)).toEqual([
      '09:00',
      '09:40',
    ]);
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
    const answer = await offices.visit(`/offices/cons-london/passport/times?date=${encodeURIComponent(date)}`);
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(why);
    expect(hrefs(answer.html)).toContain('/offices/cons-london/passport/times?date=2026-11-23');
  });

  it.each([
    ['2026-11-26', null],
    ['2026-11-27', 'Sportello'],
  ])('say that the office is closed on %s, and lead to the next free day', async (date, planner) => {
    const { db } = deps.current;
    await sql`INSERT INTO closure (office_id, planner_id, first_day, last_day, reason, created_at)
      SELECT o.id, ${
        planner === null
          ? null
          : sql`(SELECT po.planner_id FROM planner_offering po
                                                    JOIN offering f ON f.id = po.offering_id
                                                    WHERE f.office_id = o.id AND f.service_code = 'passport')`
      },
             ${date}, ${date}, '{"it": "Festa", "en": "Holiday"}', now() FROM office o WHERE o.code = 'cons-london'`.execute(
      db,
    );
    await sql`UPDATE slot SET taken = capacity WHERE (starts_at AT TIME ZONE 'Europe/London')::date = ${date}`.execute(
      db,
    );
    const url = `/offices/cons-london/passport/times?date=${date}`;
    const { html, text } = await offices.visit(url);
    expect(text).toContain('Quel giorno la sede è chiusa: Festa');
    const next = Temporal.PlainDate.from(date).add({ days: 1 });
    expect(html.querySelector('main a.btn')?.getAttribute('href')).toContain(`date=${next.toString()}`);
    expect((await offices.visit(url, 'en')).text).toContain('The office is closed on that day: Holiday');
  });
});

describe('the times kept for people with priority', () => {
  const url = '/offices/comune-h501-anagrafe/cie/times?date=2026-11-24';
  const keep = (grounds: string) =>
    sql`UPDATE planner SET audience = 'priority', priority_grounds = ${grounds}::text[], priority_min_age = 70
        WHERE office_id = (SELECT id FROM office WHERE code = 'comune-h501-anagrafe')`.execute(deps.current.db);

  it('are not among everybody’s, and come with the ground asked first', async () => {
    await keep('{age,disability}');
    expect((await offices.visit(url)).html.querySelectorAll('button[name=slot]')).toEqual([]);
    const { html, text } = await offices.visit(`${url}&priority=1`);
    expect(text).toContain('Posti per chi ha una priorità');
    const form = html.querySelector('form#kept-times');
    const grounds = form?.querySelectorAll('input[name=priority]').map((input) => input.getAttribute('value'));
    expect(grounds).toEqual(['age', 'disability']);
    expect(form?.querySelector('[data-grounds="age disability"]')?.querySelectorAll('button[name=slot]').length).toBe(
      3,
    );
    expect(form?.text).toContain('Porta un documento con la data di nascita.');
    expect(html.querySelector('form#times')).toBeNull();
    expect(text).toContain('Posti per tutti In questo giorno non ce ne sono più.');
  });

  it('chosen without a ground are said to be kept for some, on the same page', async () => {
    await keep('{age,disability}');
    const { status, html, text } = await offices.visit(`${url}&priority=1&ask=ground`, 'en');
    expect(status).toBe(422);
    expect(html.querySelector('title')?.text).toMatch(/^Error/);
    expect(text).toContain('The time you chose is for people with priority');
    expect(html.querySelectorAll('button[name=slot]')).toHaveLength(3);
  });

  it('of one ground alone need no question: it is said for whom they are', async () => {
    await keep('{age}');
    const { html, text } = await offices.visit(`${url}&priority=1`);
    expect(html.querySelector('form#kept-times input[name=priority]')?.getAttribute('type')).toBe('hidden');
    expect(text).toContain('Questi posti sono per chi ha almeno 70 anni. Porta un documento con la data di nascita.');
  });
});
