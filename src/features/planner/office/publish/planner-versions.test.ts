import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { transact } from '#platform/transaction.ts';
import { useDeps } from '#test/deps.ts';
import { goodRule, useOfficeDesk, words } from '#test/office-desk.ts';
import { dragged, newWeek, openings } from '#test/planner-week.ts';
import { publishPlanner } from '../../slots/publish.ts';
import { addPlannerPages } from '../routes.ts';

const deps = useDeps();
const desk = useOfficeDesk(deps, addPlannerPages);

describe('copying', () => {
  it('gives other days the hours of a day, in place of theirs', async () => {
    const address = await newWeek(deps.current, desk.current, [
      { weekdays: [1], starts: '09:00', ends: '12:00' },
      { weekdays: [1], starts: '14:00', ends: '15:00' },
      { weekdays: [2, 4], starts: '10:00', ends: '11:00' },
    ]);
    const url = `${address}/copy-day?week=2026-11-25`;
    expect((await desk.current.send(url, {})).errors).toHaveLength(2);
    expect((await desk.current.send(url, { from: '3', to: '4', week: '2026-11-23' })).errors[0]).toContain(
      'non ha orari',
    );
    expect((await desk.current.send(url, { from: '1', to: '1', week: '2026-11-23' })).errors[0]).toContain('diverso');
    const sent = await desk.current.send(url, { from: '1', to: ['2', '3'], week: '2026-11-23' });
    expect(sent.to).toBe(`${address}?done=day-copied&week=2026-11-23`);
    expect(openings(await desk.current.open(`${address}?week=2026-11-25`))).toEqual([
      ...['1 09:00–12:00', '1 14:00–15:00', '2 09:00–12:00', '2 14:00–15:00'],
      ...['3 09:00–12:00', '3 14:00–15:00', '4 10:00–11:00'],
    ]);
  });

  it('opens the form of new hours with those of a rule, and makes a planner from another one', async () => {
    const address = await newWeek(deps.current, desk.current, [{ weekdays: [3], starts: '08:15', ends: '12:15' }]);
    const { rule } = dragged(await desk.current.open(`${address}?week=2026-11-25`), 3);
    const copy = await desk.current.open(`${address}/rules/new?copy=${rule}`);
    expect(copy.querySelector('input[name=starts]')?.getAttribute('value')).toBe('08:15');
    const page = await desk.current.open(`${address}/copy`);
    expect(page.querySelector('input[name=name]')?.getAttribute('value')).toBe('Copia di Sportello');
    expect((await desk.current.send(`${address}/copy`, { name: '' })).errors).toHaveLength(1);
    expect((await desk.current.send(`${address}/copy`, { name: 'Due', offices: 'elsewhere' })).errors).toHaveLength(1);
    const made = await desk.current.send(`${address}/copy`, { name: 'Due' });
    expect(made.status).toBe(303);
    const there = await desk.current.open(made.to);
    expect(words(there)).toContain('Due');
    expect(words(there)).toContain('Non pubblicato');
    expect(openings(await desk.current.open(`${made.to.split('?')[0]}?week=regular`))).toEqual(['3 08:15–12:15']);
  });
});

describe('versions', () => {
  it('keep what was published, tell what changed, and come back into the draft', async () => {
    const address = await newWeek(deps.current, desk.current, [{ weekdays: [1], starts: '09:00', ends: '12:00' }]);
    expect(words(await desk.current.open(`${address}/versions`))).toContain('Non c’è ancora nessuna versione');
    const id = Number(address.split('/').at(-1));
    const publish = async () => {
      const { rows } = await sql<{ id: number }>`SELECT id FROM account WHERE email = 'manager@prova.example'`.execute(
        deps.current.db,
      );
      const editing = {
        officeId: desk.current.office.officeId,
        accountId: rows[0]?.id ?? 0,
        now: deps.current.clock.now(),
      };
      const done = await transact(deps.current.db, (tx) => publishPlanner(tx, { ...editing, plannerId: id }));
      expect(done.ok).toBe(true);
    };
    await publish();
    await desk.current.send(`${address}/rules/new`, { ...goodRule, weekdays: ['5'], desks: '3' });
    expect(words(await desk.current.open(address))).toContain('Aggiunto: ven 09:00–12:00, 3 sportelli, 20 min');
    await publish();
    const page = words(await desk.current.open(`${address}/versions`));
    expect(page).toContain('Versione 2 La vedono i cittadini');
    expect(page).toContain('Aggiunto: ven 09:00–12:00');
    expect(page).toContain('da Ada Prova');
    expect(page).toContain('La bozza ha già questi orari.');
    const restored = await desk.current.manager.post(`${address}/versions/1/restore`, {});
    expect(restored.headers.location).toBe(`${address}?done=restored`);
    const draft = await desk.current.open(`${address}?week=2026-12-02`);
    expect(openings(draft)).toEqual(['1 09:00–12:00']);
    expect(words(draft)).toContain('Tolto: ven 09:00–12:00');
    expect(await desk.current.count('slot WHERE planned = 3', id)).toBeGreaterThan(0);
    expect((await desk.current.manager.post(`${address}/versions/9/restore`, {})).statusCode).toBe(404);
    expect((await desk.current.manager.get(`${address}/versions?before=x`)).statusCode).toBe(200);
  });
});
