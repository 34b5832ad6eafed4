import { parse } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import { useDeps } from '#test/deps.ts';
import { goodRule, useOfficeDesk } from '#test/office-desk.ts';
import { findPlanner } from '../../planner.query.ts';
import { quotaPreview } from '../../quotas/quota-preview.rules.ts';
import type { Quota } from '../../quotas/quota.rules.ts';
import { addPlannerPages } from '../routes.ts';

const deps = useDeps();
const desk = useOfficeDesk(deps, addPlannerPages);
const row = (index: number, fields: Record<string, string>) =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [`quotas.${index}.${name}`, value]));
const elsewhere = row(0, { who: 'elsewhere', kind: 'at-most', seats: '1', per: 'slot', untilHours: '' });
const kept = row(1, { who: 'desk', kind: 'reserved', seats: '3', per: 'day', untilHours: '24' });

const quotasOf = async (plannerId: number): Promise<readonly Quota[]> =>
  (await findPlanner(deps.current.db, { officeId: desk.current.office.officeId, plannerId }))?.quotas ?? [];

describe('the quotas of a planner', () => {
  it('are written row by row, shown in words, previewed by who gets the seats, and taken back', async () => {
    const id = await desk.current.newPlanner();
    const base = `${desk.current.base}/planners/${id}`;
    await desk.current.send(`${base}/rules/new`, { ...goodRule, desks: '4' });
    const fields = { ...elsewhere, ...kept, ...row(2, { seats: '' }), holdMinutes: '15' };
    const shown = parse((await desk.current.manager.post(`${base}/quotas`, { ...fields, show: 'preview' })).body);
    const table = shown.querySelectorAll('table tr').map((line) => line.textContent.replace(/\s+/g, ' ').trim());
    expect(table.some((line) => line.startsWith('Residente, dal sito'))).toBe(true);
    expect(await quotasOf(id)).toEqual([]);
    expect((await desk.current.send(`${base}/quotas`, fields)).status).toBe(303);
    expect(await quotasOf(id)).toEqual([
      { who: 'elsewhere', kind: 'at-most', seats: 1, per: 'slot', untilMinutes: null },
      { who: 'desk', kind: 'reserved', seats: 3, per: 'day', untilMinutes: 1440 },
    ]);
    const page = parse((await desk.current.manager.get(base)).body);
    expect(page.textContent).toContain('al massimo 1 posto di ogni orario: chi risiede altrove');
    expect(page.textContent).toContain(
      '3 posti riservati di ogni giorno: chi prenota allo sportello, fino a 24 ore prima',
    );
    expect(page.textContent).toContain('15 minuti');
    const undo = page.querySelector(`form[action$="/undo"]`);
    const step = undo?.querySelector('input[name=step]')?.getAttribute('value') ?? '';
    expect((await desk.current.manager.post(`${base}/undo`, { step, week: 'regular' })).statusCode).toBe(303);
    expect(await quotasOf(id)).toEqual([]);
  });

  it('say beside each field what is wrong', async () => {
    const id = await desk.current.newPlanner();
    const wrong = async (fields: Record<string, string>) =>
      (await desk.current.send(`${desk.current.base}/planners/${id}/quotas`, fields)).errors;
    expect(await wrong({ ...elsewhere, 'quotas.0.seats': 'due' })).toEqual([
      '#quotas-0-seats Scrivi un numero intero.',
    ]);
    expect(await wrong({ ...elsewhere, 'quotas.0.who': 'friends' })).toEqual([
      '#quotas-0-who Scegli una delle possibilità.',
    ]);
    expect(
      await wrong({ ...elsewhere, ...row(1, { ...{ who: 'elsewhere', kind: 'at-most', seats: '2', per: 'slot' } }) }),
    ).toEqual(['#quotas-1-who C’è già una quota uguale: cambiane una.']);
    expect(await wrong({ holdMinutes: '4' })).toEqual([
      '#holdMinutes Scrivi un numero da 5 a 20, oppure lascia vuoto.',
    ]);
  });

  it('of a published version can be put back', async () => {
    const id = await desk.current.newPlanner();
    const base = `${desk.current.base}/planners/${id}`;
    await desk.current.send(`${base}/rules/new`, goodRule);
    await desk.current.send(`${base}/quotas`, elsewhere);
    const preview = parse((await desk.current.manager.get(`${base}/publish`)).body);
    const fingerprint = preview.querySelector('input[name=fingerprint]')?.getAttribute('value') ?? '';
    expect((await desk.current.send(`${base}/publish`, { fingerprint })).status).toBe(303);
    await desk.current.send(`${base}/quotas`, {});
    expect(await quotasOf(id)).toEqual([]);
    const versions = parse((await desk.current.manager.get(`${base}/versions`)).body);
    expect(versions.textContent).toContain('Quote: al massimo 1 posto di ogni orario: chi risiede altrove.');
    expect((await desk.current.manager.post(`${base}/versions/1/restore`, { what: 'quotas' })).statusCode).toBe(303);
    expect(await quotasOf(id)).toHaveLength(1);
  });
});

it('a preview adds up what is kept for others, and no group gets more than its limit', () => {
  const quotas: Quota[] = [
    { who: 'elsewhere', kind: 'at-most', seats: 2, per: 'slot', untilMinutes: null },
    { who: 'phone', kind: 'reserved', seats: 5, per: 'day', untilMinutes: null },
  ];
  const { groups, day, week } = quotaPreview(quotas, [[4, 4, 4], [4]]);
  expect({ day, week }).toEqual({ day: 12, week: 16 });
  const of = (channel: string, resident: boolean) =>
    groups.find(({ asker }) => asker.channel === channel && asker.resident === resident);
  expect(of('web', true)).toMatchObject({ slot: 4, day: 7, week: 7 });
  expect(of('web', false)).toMatchObject({ slot: 1, day: 1, week: 1 });
  expect(of('phone', true)).toMatchObject({ slot: 4, day: 12, week: 16 });
});
