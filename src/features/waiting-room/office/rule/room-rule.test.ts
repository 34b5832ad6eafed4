import { parse } from 'node-html-parser';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { publish } from '#test/build-planner.ts';
import { useDeps } from '#test/deps.ts';
import { goodRule, useOfficeDesk, words } from '#test/office-desk.ts';
import { addPlannerPages } from '#features/planner/index.ts';
import { addRoomRulePages } from './room-rule.route.tsx';

const deps = useDeps();
const desk = useOfficeDesk(deps, (app, all) => {
  addPlannerPages(app, all);
  addRoomRulePages(app, all);
});

const draw = {
  room: 'always',
  ordering: 'draw',
  joins: '10',
  joinsUnit: 'days',
  closes: '4',
  closesUnit: 'days',
  turnMinutes: '10',
  mixing: 'usual',
  unmixedReason: '',
};

async function published(): Promise<{ id: number; url: string }> {
  const id = await desk.current.newPlanner();
  await desk.current.send(`${desk.current.base}/planners/${id}/rules/new`, goodRule);
  await publish(deps.current.db, id, deps.current.clock.now());
  return { id, url: `${desk.current.base}/planners/${id}/room-rule` };
}

async function preview(url: string, fields: Record<string, string>) {
  await desk.current.open(url);
  const response = await desk.current.manager.post(url, fields);
  expect(response.statusCode).toBe(200);
  const page = parse(response.body);
  const hidden = page
    .querySelectorAll('form#save-room-rule input[type=hidden]')
    .map((input) => [input.getAttribute('name') ?? '', input.getAttribute('value') ?? ''] as const);
  return { page, hidden: Object.fromEntries(hidden) };
}

describe('who waits for a planner’s seats, and how', () => {
  it('is, without a decision, as they come when demand asks for it', async () => {
    const { url } = await published();
    const shown = words(await desk.current.open(url));
    expect(shown).toContain('Quando serve c’è una sala d’attesa.');
  });

  it('is saved after its effect was seen, written down, and can be taken back', async () => {
    const { id, url } = await published();
    const { page, hidden } = await preview(url, draw);
    expect(words(page)).toContain('Sempre i posti vanno a sorte');
    expect(page.querySelectorAll('table tbody tr')).toHaveLength(3);
    const saved = await desk.current.manager.post(url, { ...hidden, step: 'save' });
    expect(saved.headers.location).toBe(`${url}?done=saved`);
    const { db } = deps.current;
    const audited =
      await sql`SELECT FROM audit_entry WHERE action = 'set-room-rule' AND subject = ${`planner:${id}`}`.execute(db);
    expect(audited.rows).toHaveLength(1);
    expect(words(await desk.current.open(`${url}?done=saved`))).toContain('Torna alla regola di prima');
    await desk.current.manager.post(`${url}/undo`, {});
    expect(words(await desk.current.open(url))).toContain('Quando serve c’è una sala d’attesa.');
  });

  it('is looked at again where somebody changed it in the meantime', async () => {
    const { url } = await published();
    const { hidden } = await preview(url, draw);
    const other = await preview(url, { ...draw, turnMinutes: '5' });
    await desk.current.manager.post(url, { ...other.hidden, step: 'save' });
    expect((await desk.current.manager.post(url, { ...hidden, step: 'save' })).statusCode).toBe(409);
  });

  it.each([
    [{ joins: '0' }, '#joins Da 5 minuti'],
    [{ joins: '40' }, '#joins Da 5 minuti'],
    [{ joins: 'x' }, '#joins Scrivi un numero'],
    [{ closes: '12' }, '#closes La fine'],
    [{ closes: '1' }, '#closes Con il valore pubblico'],
    [{ room: 'never' }, '#room Per estrarre'],
    [{ room: 'maybe' }, '#room'],
    [{ turnMinutes: '90' }, '#turnMinutes Da 2 a 60'],
    [{ mixing: 'none' }, '#unmixedReason Scrivi perché'],
  ])('is not saved with %j', async (wrong, error) => {
    const { url } = await published();
    const outcome = await desk.current.send(url, { ...draw, ...wrong });
    expect(outcome.status).toBe(422);
    expect(outcome.errors.join(' ')).toContain(error);
  });

  it('begins with what suits a draw, for whoever comes from the simulator', async () => {
    const { url } = await published();
    const page = await desk.current.open(`${url}?ordering=draw`);
    expect(page.querySelector('input[name=ordering][value=draw]')?.hasAttribute('checked')).toBe(true);
    expect(page.querySelector('input[name=joins]')?.getAttribute('value')).toBe('10');
  });
});
