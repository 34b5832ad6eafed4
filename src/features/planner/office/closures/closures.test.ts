import { sql } from 'kysely';
import type { HTMLElement } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import { addRule } from '#test/build-planner.ts';
import { useDeps } from '#test/deps.ts';
import { useOfficeDesk, words } from '#test/office-desk.ts';
import { addPlannerPages } from '../routes.ts';

const deps = useDeps();
const desk = useOfficeDesk(deps, addPlannerPages);

const monday = '2026-11-23';
const good = { firstDay: monday, lastDay: '', starts: '', ends: '', reasonIt: 'Assemblea', reasonEn: 'Meeting' };
const hours = { starts: '14:00', ends: '15:00', minutes: '20', desks: '3' };

async function published(): Promise<number> {
  const id = await desk.current.newPlanner();
  await addRule(deps.current.db, id, {});
  await desk.current.open(`${desk.current.base}/planners/${id}/publish`);
  await desk.current.manager.post(`${desk.current.base}/planners/${id}/publish`, {});
  return id;
}

/** Presses the button of a preview, with or without the tick that offers other seats. */
async function confirm(preview: HTMLElement, tick = true): Promise<string> {
  const form = preview.querySelector('form#confirm');
  const fields: Record<string, string | string[]> = {};
  for (const input of form?.querySelectorAll('input') ?? []) {
    const [name = '', value = ''] = [input.getAttribute('name'), input.getAttribute('value')];
    if (name === '_csrf' || (name === 'offer' && !tick)) continue;
    fields[name] = name in fields ? [fields[name] ?? '', value].flat() : value;
  }
  const answer = await desk.current.manager.post(form?.getAttribute('action') ?? '', fields);
  expect(answer.statusCode).toBe(303);
  return answer.headers.location ?? '';
}

function at(path: string): string {
  return `${desk.current.base}/closures${path}`;
}

/** Fills in a form and stands before the preview it leads to. */
async function previewOf(path: '/new' | '/extra', fields: Record<string, string>): Promise<HTMLElement> {
  const { status, to, errors } = await desk.current.send(at(path), fields);
  expect([status, errors]).toEqual([303, []]);
  expect(to).toContain(at('/preview?'));
  return desk.current.open(to);
}

/** Appointments of one person, at so many starts of a day. */
async function book(plannerId: number, count: number): Promise<void> {
  const { office } = desk.current;
  await sql`
    WITH s AS (UPDATE slot SET taken = ${count}, planned = ${count}, capacity = ${count} WHERE id IN
                 (SELECT id FROM slot WHERE planner_id = ${plannerId} AND day = ${monday} ORDER BY starts_at LIMIT 1) RETURNING *)
    INSERT INTO booking (code, office_id, offering_id, service_code, planner_id, slot_ids, slot_id, starts_at, ends_at, party, channel,
                         status, language, confirm_by, cancel_closes_at, created_at)
    SELECT 'CHIUS' || ${plannerId}::text || lpad(n::text, 3, '0'), ${office.officeId}, ${office.offeringId}, 'passport', ${plannerId},
           ARRAY[id], id, starts_at, ends_at, 1, 'web', 'confirmed', 'it', 'nobody', starts_at, '2026-11-20'
    FROM s, generate_series(1, ${count}) AS n`.execute(deps.current.db);
}

async function offered(): Promise<number> {
  const { rows } = await sql<{ payload: { bookingCodes: string[] } }>`
    DELETE FROM outbox WHERE task = 'offer-moves' RETURNING payload`.execute(deps.current.db);
  return rows.flatMap(({ payload }) => payload.bookingCodes).length;
}

describe('closures', () => {
  it('write nothing before they are confirmed, then take free seats away, and give them back when they are undone', async () => {
    const id = await published();
    const preview = await previewOf('/new', { ...good, lastDay: '2026-11-25' });
    expect(words(preview)).toContain('Da lunedì 23 novembre a mercoledì 25 novembre 2026, tutto il giorno');
    expect(words(preview)).toMatch(/Posti in meno ?18/);
    expect(words(preview)).toContain('Il calendario che vedranno i cittadini');
    const closed = `slot WHERE day BETWEEN '${monday}' AND '2026-11-25' AND planned > 0`;
    expect(await desk.current.count(closed, id)).toBe(9);
    const done = await confirm(preview);
    expect(await desk.current.count(closed, id)).toBe(0);
    const page = await desk.current.open(done);
    expect(words(page)).toContain('Chiusura aggiunta');
    const undo = page.querySelectorAll('main a').find((link) => link.textContent === 'Annulla');
    const again = await desk.current.open(undo?.getAttribute('href') ?? '');
    expect(words(again)).toMatch(/Posti in più ?18/);
    expect(again.querySelectorAll('form#confirm .btn-outline-danger')).toHaveLength(0);
    expect(words(await desk.current.open(await confirm(again)))).toContain('Chiusura tolta');
    expect(await desk.current.count(closed, id)).toBe(9);
  });

  it('show the appointments that lose their seat, fifty at a time, and offer each another unless one says no', async () => {
    const id = await published();
    await book(id, 120);
    const preview = await previewOf('/new', good);
    expect(words(preview)).toContain('120 appuntamenti perdono il posto');
    expect(preview.querySelectorAll('main tbody th .t-code')).toHaveLength(50);
    const next = preview.querySelector('a[rel=next]')?.getAttribute('href')?.replace('#appointments', '') ?? '';
    expect(words(await desk.current.open(next))).toContain('Da 51 a 100 di 120');
    const found = await desk.current.open(`${next}&q=chius${id}007`);
    expect(found.querySelectorAll('main tbody th .t-code')).toHaveLength(1);
    expect(preview.querySelector('input[name=offer]')?.hasAttribute('checked')).toBe(true);
    const done = words(await desk.current.open(await confirm(preview)));
    expect(done).toContain('Cerchiamo un nuovo posto per 120 prenotazioni');
    expect(await offered()).toBe(120);
    const day = await desk.current.open(at(`/days/${monday}`));
    expect(words(day)).toContain('120 appuntamenti non hanno più il posto');
    await desk.current.manager.post(at(`/days/${monday}/offers`), {});
    expect(await offered()).toBe(120);
  });

  it('tell on the day how the offers are going, and ask only for those that have none', async () => {
    const id = await published();
    await book(id, 6);
    await confirm(await previewOf('/new', good), false);
    const codes = [1, 2, 3].map((n) => `CHIUS${id}00${n}`);
    await sql`
      INSERT INTO proposal (booking_id, office_id, cause, state, old_starts_at, created_at)
      SELECT id, office_id, 'closure', 'no-seat', starts_at, '2026-11-20' FROM booking WHERE code = ${codes[0]}`.execute(
      deps.current.db,
    );
    await sql`
      INSERT INTO proposal (booking_id, office_id, cause, state, hold_id, old_starts_at, expires_at, created_at, settled_at)
      SELECT id, office_id, 'closure', CASE code WHEN ${codes[1]} THEN 'offered' ELSE 'accepted' END, gen_random_uuid(),
             starts_at, '2030-01-01', '2026-11-20', CASE code WHEN ${codes[1]} THEN NULL ELSE timestamptz '2026-11-20' END
      FROM booking WHERE code = ANY (${codes.slice(1)}::text[])`.execute(deps.current.db);
    // Who accepted has another day now.
    await sql`UPDATE booking SET starts_at = starts_at + interval '7 days' WHERE code = ${codes[2]}`.execute(
      deps.current.db,
    );
    await sql`UPDATE slot SET taken = taken - 1 WHERE planner_id = ${id} AND taken > 0`.execute(deps.current.db);
    const day = await desk.current.open(at(`/days/${monday}`));
    expect(words(day)).toMatch(/Uno aspetta una risposta ?Uno accettato ?Per uno non c’era un altro posto/);
    expect(words(day)).toContain('3 appuntamenti non hanno più il posto');
    const answer = await desk.current.manager.post(at(`/days/${monday}/offers`), {});
    expect([await offered(), answer.headers.location]).toEqual([3, `${at(`/days/${monday}`)}?offered=3`]);
    const after = words(await desk.current.open(answer.headers.location ?? ''));
    expect(after).toContain('Cerchiamo un nuovo posto per 3 prenotazioni');
    expect(after).not.toContain('non hanno più il posto');
  });

  it('show surnames to whoever may see bookings', async () => {
    const id = await published();
    await book(id, 1);
    await sql`
      INSERT INTO booking_person (booking_id, position, given_name, family_name, relationship, person_key, service_code)
      SELECT id, 0, 'Ada', 'Zanotti', 'self', '\\x01', service_code FROM booking WHERE planner_id = ${id}`.execute(
      deps.current.db,
    );
    const shown = async () => [
      words(await previewOf('/new', good)).includes('Zanotti'),
      words(await desk.current.open(at(`/days/${monday}`))).includes('Zanotti'),
    ];
    expect(await shown()).toEqual([false, false]);
    await desk.current.giveRole(desk.current.managerId, 'operator');
    expect(await shown()).toEqual([true, true]);
  });

  it('offer nobody anything without the tick, and show the preview anew when somebody booked meanwhile', async () => {
    const id = await published();
    const early = await previewOf('/new', good);
    await book(id, 1);
    const anew = await confirm(early);
    expect(anew).toContain('changed=yes');
    const preview = await desk.current.open(anew);
    expect(words(preview)).toContain('la situazione è cambiata');
    expect(words(preview)).toContain('Un appuntamento perde il posto');
    expect(await confirm(preview, false)).toContain('done=closed');
    expect(await offered()).toBe(0);
  });

  it('say what is wrong, once', async () => {
    const url = at('/new');
    expect((await desk.current.send(url, {})).errors.length).toBe(3);
    const error = async (more: Record<string, string>) => (await desk.current.send(url, { ...good, ...more })).errors;
    expect(await error({ lastDay: '2026-11-01' })).toEqual([
      '#lastDay La fine viene prima dell’inizio: scrivi un giorno uguale o successivo.',
    ]);
    expect(await error({ firstDay: '2026-11-01' })).toEqual(['#firstDay Questo giorno è già passato.']);
    expect(await error({ lastDay: '2028-11-01' })).toEqual(['#lastDay Una chiusura dura al massimo un anno.']);
    expect(await error({ starts: '09:00' })).toEqual(['#ends Compila questo campo.']);
    expect(await error({ starts: '10:00', ends: '09:00' })).toEqual(['#ends La fine deve venire dopo l’inizio.']);
    expect(await error({ planner: '424242' })).toHaveLength(1);
    await confirm(await previewOf('/new', good));
    expect(await error({})).toEqual(['#firstDay In questo periodo c’è già una chiusura uguale.']);
  });
});

describe('the calendar of the office', () => {
  it('leads to each day, and says what the day is', async () => {
    await published();
    await confirm(await previewOf('/new', { ...good, yearly: 'yes' }));
    const page = await desk.current.open(at(''));
    const day = page.querySelector(`a[data-day="${monday}"]`);
    expect(day?.textContent).toContain('Chiusa: Assemblea');
    expect(page.querySelector('a[data-day="2026-11-24"]')?.textContent).toContain('La sede riceve');
    expect(page.querySelectorAll('.t-year-month')).toHaveLength(12);
    const next = await desk.current.open(at('?from=2028-02'));
    expect(next.querySelector('a[data-day="2028-11-23"]')?.textContent).toContain('Chiusa: Assemblea');
    const opened = words(await desk.current.open(day?.getAttribute('href') ?? ''));
    expect(opened).toContain('Chiusura: Assemblea');
    expect(opened).toContain('ogni anno');
    for (const address of ['/days/2026-02-30', '/days/2020-01-01', '/days/monday', '/preview', '/preview?kind=close'])
      expect((await desk.current.manager.get(at(address))).statusCode).toBe(404);
    expect((await desk.current.manager.get(at('?from=9999-99&done=nonsense'))).statusCode).toBe(200);
  });

  it('takes extra openings, also on a closed day, and takes them back', async () => {
    const id = await published();
    await confirm(await previewOf('/new', good));
    const preview = await previewOf('/extra', { ...good, ...hours, planner: String(id) });
    expect(words(preview)).toMatch(/Posti in più ?9/);
    expect(words(preview)).toContain('Vale anche nei giorni in cui la sede è chiusa');
    const done = await confirm(preview);
    expect(await desk.current.count(`slot WHERE day = '${monday}' AND planned = 3`, id)).toBe(3);
    const page = await desk.current.open(done);
    expect(page.querySelector(`a[data-day="${monday}"]`)?.textContent).toContain('Apertura straordinaria');
    const back = page
      .querySelectorAll('main td a')
      .find((link) => link.textContent.trim() === 'Togli')
      ?.getAttribute('href');
    await confirm(await desk.current.open(back ?? ''));
    expect(await desk.current.count(`slot WHERE day = '${monday}' AND planned > 0`, id)).toBe(0);
  });

  it('says why an extra opening does not fit', async () => {
    const id = String(await published());
    const error = async (more: Record<string, string>) =>
      (await desk.current.send(at('/extra'), { ...good, ...hours, planner: id, ...more })).errors.map(
        (text) => text.split(' ')[0],
      );
    expect(await error({ starts: '09:00', ends: '10:00', minutes: '30' })).toEqual(['#minutes']);
    expect(await error({ starts: '09:10', ends: '10:10' })).toEqual(['#starts']);
    expect(await error({ minutes: '90' })).toEqual(['#minutes']);
    expect(await error({ minutes: '0', desks: '5001', planner: '', starts: '25:00' })).toEqual([
      '#planner',
      '#starts',
      '#minutes',
      '#desks',
    ]);
  });
});

describe('holidays', () => {
  it('are suggested, chosen in one go, and suggested no more', async () => {
    const { db } = deps.current;
    await published();
    await sql`INSERT INTO holiday (country, scope, day, name, sure) VALUES
      ('GB', 'national', '2026-12-25', '{"it": "Natale", "en": "Christmas"}', true),
      ('GB', 'national', '2026-12-26', '{"it": "Festa della luna", "en": "Moon day"}', false),
      ('IT', 'national', '2026-12-08', '{"it": "Immacolata", "en": "Immaculate"}', true) ON CONFLICT DO NOTHING`.execute(
      db,
    );
    const calendar = await desk.current.open(at(''));
    expect(words(calendar)).toContain('Festività: 3 da decidere');
    const page = await desk.current.open(at('/holidays'));
    expect(page.querySelectorAll('input[name=day][checked]').map((box) => box.getAttribute('value'))).toEqual([
      '2026-12-25',
    ]);
    expect(words(page)).toContain('data da confermare');
    expect((await desk.current.send(at('/holidays'), {})).errors).toEqual(['#day Scegli almeno un giorno.']);
    // What never stood there to be ticked goes into no address, which has room for little.
    const odd = ["x'; DROP TABLE closure", 'x'.repeat(20_000)];
    expect((await desk.current.send(at('/holidays'), { day: odd })).errors).toHaveLength(1);
    const days = ['2026-12-08', '2026-12-25', ...odd];
    const answer = await desk.current.manager.post(at('/holidays'), { day: days });
    expect(answer.headers.location?.length).toBeLessThan(200);
    const preview = await desk.current.open(answer.headers.location ?? '');
    expect(words(preview)).toContain('2 giorni di festa');
    expect(await confirm(preview)).toContain('done=holidays');
    expect(words(await desk.current.open(at('')))).toContain('Festività: una da decidere');
  });
});
