import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { useDeps } from '#test/deps.ts';
import { goodRule, goodSettings, useOfficeDesk, words } from '#test/office-desk.ts';
import { dragged, newWeek, openings } from '#test/planner-week.ts';
import { addPlannerPages } from './routes.ts';

const deps = useDeps();
const desk = useOfficeDesk(deps, addPlannerPages);

describe('the week of a planner', () => {
  it('shows this week, the weeks beside it and the week of all rules, each with the hours that hold', async () => {
    const address = await newWeek(deps.current, desk.current, [
      { weekdays: [1, 3], starts: '09:00', ends: '12:00', validTo: '2026-11-29' },
      { weekdays: [1], starts: '14:00', ends: '16:00', validFrom: '2026-11-30' },
    ]);
    const now = await desk.current.open(address);
    expect(now.querySelector('#week')?.textContent).toMatch(/^Settimana dal/);
    const next = await desk.current.open(`${address}?week=2026-12-02`);
    expect(next.querySelector('#week')?.textContent).toContain('30 novembre');
    expect(openings(next)).toEqual(['1 14:00–16:00']);
    const before = await desk.current.open(`${address}?week=2026-11-25`);
    expect(openings(before)).toEqual(['1 09:00–12:00', '3 09:00–12:00']);
    const regular = await desk.current.open(`${address}?week=regular`);
    expect(openings(regular)).toEqual(['1 09:00–12:00', '1 14:00–16:00', '3 09:00–12:00']);
    for (const odd of ['2026-02-31', '<script>', '%00', '9999-99-99'])
      expect((await desk.current.manager.get(`${address}?week=${odd}`)).statusCode).toBe(200);
  });

  it('has a link for each opening, one a day to add hours, and no style attribute', async () => {
    const address = await newWeek(deps.current, desk.current, [{ weekdays: [2], starts: '09:20', ends: '11:00' }]);
    const response = await desk.current.manager.get(`${address}?week=2026-11-25`);
    expect(response.body).not.toContain(' style=');
    const page = await desk.current.open(`${address}?week=2026-11-25`);
    expect(page.querySelectorAll('[data-week-grid] a[href*="/rules/new?day="]')).toHaveLength(7);
    const link = page.querySelector('[data-opening]');
    expect(link?.getAttribute('class')).toContain('t-from-h9 t-from-m20 t-until-h11 t-until-m0');
    const form = await desk.current.open(`${link?.getAttribute('href')}`);
    expect(form.querySelector('input[name=starts]')?.getAttribute('value')).toBe('09:20');
    const added = await desk.current.open(`${address}/rules/new?day=6&week=2026-11-23`);
    expect(added.querySelectorAll('input[name=weekdays][checked]').map((box) => box.getAttribute('value'))).toEqual([
      '6',
    ]);
    const sent = await desk.current.send(`${address}/rules/new?day=6&week=2026-11-23`, {
      ...goodRule,
      week: '2026-11-23',
    });
    expect(sent.to).toBe(`${address}?done=rule&week=2026-11-23`);
  });

  it('puts openings of the same time side by side, and tells closures', async () => {
    const address = await newWeek(deps.current, desk.current, [
      { weekdays: [4], starts: '09:00', ends: '11:00' },
      { weekdays: [4], starts: '10:00', ends: '12:00' },
    ]);
    await sql`
      INSERT INTO closure (office_id, first_day, last_day, reason, created_at)
      VALUES (${desk.current.office.officeId}, '2026-11-27', '2026-11-27', '{"it":"Patrono","en":"Patron"}', '2026-11-01')`.execute(
      deps.current.db,
    );
    const page = await desk.current.open(`${address}?week=2026-11-26`);
    const classes = page.querySelectorAll('[data-opening]').map((link) => link.getAttribute('class'));
    expect(classes[0]).toContain('t-lane-1 t-lanes-2');
    expect(classes[1]).toContain('t-lane-2 t-lanes-2');
    expect(page.querySelector('.t-closed')?.textContent).toBe('Chiuso');
  });
});

describe('a movement on the grid', () => {
  it('moves one day of a rule, or all of it, and its breaks move along', async () => {
    const address = await newWeek(deps.current, desk.current, [
      { weekdays: [1, 2], starts: '09:00', ends: '12:00', breaks: [{ starts: '10:00', ends: '10:20' }] },
    ]);
    const week = `${address}?week=2026-11-25`;
    const one = dragged(await desk.current.open(week), 2);
    const move = (rule: string) => `${address}/rules/${rule}/move`;
    const sent = await desk.current.manager.post(move(one.rule), {
      ...one.fields,
      toWeekday: '5',
      starts: '14:00',
      ends: '17:00',
      scope: 'day',
      week: '2026-11-23',
    });
    expect(sent.headers.location).toBe(`${address}?done=rule-moved&week=2026-11-23`);
    const after = await desk.current.open(week);
    expect(openings(after)).toEqual(['1 09:00–12:00', '5 14:00–17:00']);
    expect(words(after)).toContain('pausa 15:00–15:20');
    const all = dragged(after, 1);
    await desk.current.manager.post(move(all.rule), { ...all.fields, ends: '10:10', scope: 'all' });
    expect(words(await desk.current.open(week))).toContain('pausa 10:00–10:10');
  });

  it('is refused in words when it makes no sense, and nothing else is lost', async () => {
    const address = await newWeek(deps.current, desk.current, [
      { weekdays: [1], starts: '09:00', ends: '12:00', minutes: 20 },
      { weekdays: [2], starts: '09:00', ends: '12:00', minutes: 30 },
    ]);
    const week = `${address}?week=2026-11-25`;
    const one = dragged(await desk.current.open(week), 1);
    const move = (fields: Record<string, string>) =>
      desk.current.manager.post(`${address}/rules/${one.rule}/move`, { ...one.fields, scope: 'day', ...fields });
    const conflict = await move({ toWeekday: '2' });
    expect(conflict.statusCode).toBe(422);
    expect(conflict.body).toContain('appuntamenti di 30 minuti');
    const short = await move({ ends: '09:15' });
    expect(short.statusCode).toBe(422);
    expect(short.body).toContain('non entra neanche un appuntamento');
    expect((await move({ seen: 'something-else' })).statusCode).toBe(409);
    expect((await move({ toWeekday: '8' })).statusCode).toBe(404);
    expect((await move({ starts: 'x' })).statusCode).toBe(404);
    const gone = await desk.current.manager.post(`${address}/rules/99999/move`, { ...one.fields, scope: 'day' });
    expect(gone.statusCode).toBe(409);
    expect(openings(await desk.current.open(week))).toEqual(['1 09:00–12:00', '2 09:00–12:00']);
  });

  it('takes out one day of a rule, or the rule', async () => {
    const address = await newWeek(deps.current, desk.current, [
      { weekdays: [1, 2, 3], starts: '09:00', ends: '12:00' },
    ]);
    const week = `${address}?week=2026-11-25`;
    const { rule, fields } = dragged(await desk.current.open(week), 2);
    const { seen = '' } = fields;
    await desk.current.manager.post(`${address}/rules/${rule}/remove`, { weekday: '2', scope: 'day', seen });
    expect(openings(await desk.current.open(week))).toEqual(['1 09:00–12:00', '3 09:00–12:00']);
    const stale = await desk.current.manager.post(`${address}/rules/${rule}/remove`, { scope: 'all', seen });
    expect(stale.statusCode).toBe(409);
    expect(stale.body).toContain('qualcuno ha cambiato questo orario');
    await desk.current.manager.post(`${address}/rules/${rule}/remove`, { scope: 'all' });
    expect(openings(await desk.current.open(week))).toEqual([]);
  });
});

describe('a draft', () => {
  it('can be taken back step by step and done again, also after another login', async () => {
    const address = await newWeek(deps.current, desk.current, []);
    await desk.current.send(`${address}/rules/new`, goodRule);
    await desk.current.send(`${address}/rules/new`, { ...goodRule, weekdays: ['5'] });
    const week = `${address}?week=2026-11-25`;
    const step = async (direction: 'undo' | 'redo') => {
      const form = (await desk.current.open(week)).querySelector(`form[action="${address}/${direction}"]`);
      if (!form) return undefined;
      const number = form.querySelector('input[name=step]')?.getAttribute('value') ?? '';
      return (await desk.current.manager.post(`${address}/${direction}`, { step: number, week: '2026-11-23' })).headers
        .location;
    };
    expect(openings(await desk.current.open(week))).toHaveLength(3);
    expect(await step('redo')).toBeUndefined();
    expect(await step('undo')).toBe(`${address}?done=undo&week=2026-11-23`);
    expect(openings(await desk.current.open(week))).toEqual(['1 09:00–12:00', '2 09:00–12:00']);
    expect(await step('undo')).toBeDefined();
    expect(openings(await desk.current.open(week))).toEqual([]);
    expect(await step('undo')).toBeUndefined();
    expect(await step('redo')).toBe(`${address}?done=redo&week=2026-11-23`);
    expect(openings(await desk.current.open(week))).toHaveLength(2);
    const wrong = await desk.current.manager.post(`${address}/undo`, { step: '77' });
    expect(wrong.statusCode).toBe(409);
    expect(wrong.body).toContain('non ho annullato niente');
    await desk.current.send(`${address}/rules/new`, { ...goodRule, weekdays: ['6'] });
    expect(await step('redo')).toBeUndefined();
  });

  it('takes back its booking rules too, at once', async () => {
    const address = await newWeek(deps.current, desk.current, []);
    const offerings = String(desk.current.office.offeringId);
    await desk.current.send(`${address}/settings`, {
      ...goodSettings,
      offerings,
      name: 'Passaporti',
      horizonDays: '60',
    });
    expect(words(await desk.current.open(address))).toContain('60 giorni');
    await desk.current.manager.post(`${address}/undo`, { step: '1' });
    const page = words(await desk.current.open(address));
    expect(page).toContain('14 giorni');
    expect(page).not.toContain('Passaporti');
  });

  it('loses nothing when two people change the same hours or rules', async () => {
    const address = await newWeek(deps.current, desk.current, [{ weekdays: [1], starts: '09:00', ends: '12:00' }]);
    const { rule } = dragged(await desk.current.open(`${address}?week=2026-11-25`), 1);
    const url = `${address}/rules/${rule}`;
    const seen = (await desk.current.open(url)).querySelector('input[name=seen]')?.getAttribute('value') ?? '';
    expect((await desk.current.send(url, { ...goodRule, desks: '4', seen })).status).toBe(303);
    const late = await desk.current.manager.post(url, { ...goodRule, desks: '7', seen });
    expect(late.statusCode).toBe(409);
    expect(late.body).toContain('Nel frattempo qualcuno ha cambiato questo orario');
    expect(late.body).toContain('4 sportelli');
    expect(late.body).toContain('value="7"');
    const now = /name="seen" value="([^"]+)"/.exec(late.body)?.[1] ?? '';
    expect((await desk.current.manager.post(url, { ...goodRule, desks: '7', seen: now })).statusCode).toBe(303);
    await desk.current.manager.post(`${url}/remove`, { scope: 'all' });
    const gone = await desk.current.manager.post(url, { ...goodRule, desks: '9', seen: now });
    expect(gone.statusCode).toBe(409);
    expect(gone.body).toContain('Nel frattempo qualcuno ha tolto questo orario');
    expect(gone.body).toContain(`action="${address}/rules/new"`);

    const offerings = String(desk.current.office.offeringId);
    const settings = `${address}/settings`;
    const known = (await desk.current.open(settings)).querySelector('input[name=seen]')?.getAttribute('value') ?? '';
    const mine = { ...goodSettings, offerings, seen: known };
    expect((await desk.current.send(settings, { ...mine, horizonDays: '50' })).status).toBe(303);
    const other = await desk.current.manager.post(settings, { ...mine, horizonDays: '70' });
    expect(other.statusCode).toBe(409);
    expect(other.body).toContain('prenotazioni fino a 50 giorni prima');
    expect(other.body).toContain('value="70"');
  });

  it('begins from a ready-made week, or from the hours of another planner', async () => {
    const empty = await newWeek(deps.current, desk.current, []);
    const page = await desk.current.open(empty);
    expect(words(page)).toContain('Comincia da una settimana pronta');
    const wrong = await desk.current.send(`${empty}`, {});
    expect(wrong.status).toBe(404);
    const preset = `${empty}/preset`;
    const mistaken = await desk.current.manager.post(preset, {
      preset: 'mornings',
      presetMinutes: '0',
      presetDesks: 'x',
    });
    expect(mistaken.statusCode).toBe(422);
    expect(mistaken.body).toContain('Scrivi un numero da 1 a 120.');
    const good = { presetMinutes: '15', presetDesks: '3' };
    const added = await desk.current.manager.post(preset, { ...good, preset: 'mornings-and-afternoons' });
    expect(added.headers.location).toBe(`${empty}?done=preset`);
    expect(openings(await desk.current.open(`${empty}?week=2026-12-02`))).toHaveLength(7);
    const other = await newWeek(deps.current, desk.current, []);
    const from = empty.split('/').at(-1) ?? '';
    await desk.current.open(other);
    await desk.current.manager.post(`${other}/preset`, { ...good, preset: from });
    expect(openings(await desk.current.open(`${other}?week=2026-12-02`))).toHaveLength(7);
    expect((await desk.current.manager.post(`${other}/preset`, { ...good, preset: '99999' })).statusCode).toBe(404);
  });
});
