import { describe, expect, it } from 'vitest';
import { parse } from 'node-html-parser';
import { publish } from '#test/build-planner.ts';
import { useDeps } from '#test/deps.ts';
import { goodRule, useOfficeDesk, words } from '#test/office-desk.ts';
import { addPlannerPages } from '../routes.ts';

const deps = useDeps();
const desk = useOfficeDesk(deps, addPlannerPages);

/** The test clock stands at 10:00 UTC of Sunday 22 November 2026. */
async function published(): Promise<{ id: number; url: string }> {
  const id = await desk.current.newPlanner();
  await desk.current.send(`${desk.current.base}/planners/${id}/rules/new`, goodRule);
  await publish(deps.current.db, id, deps.current.clock.now());
  return { id, url: `${desk.current.base}/planners/${id}/releases` };
}

const common = { horizonDays: '30', returned: 'at-once', returnedMin: '', returnedMax: '' };

describe('when a planner’s seats open', () => {
  it('is said in words, with the next three releases on the office’s clock and on Rome’s', async () => {
    const { url } = await published();
    const page = await desk.current.open(url);
    expect(words(page)).toContain('si apre un giorno in più');
    expect(words(page)).toContain('Un posto che torna libero si può prenotare subito.');
    const heads = page
      .querySelectorAll('table')[0]
      ?.querySelectorAll('th[scope=col]')
      .map((cell) => cell.textContent);
    expect(heads?.[1]).toBe('A Roma');
    expect(page.querySelectorAll('table')[0]?.querySelectorAll('tbody tr')).toHaveLength(3);
  });

  it('changes after a preview, keeps what is open, and can be taken back on the planner’s page', async () => {
    const { id, url } = await published();
    const before = await desk.current.count(`slot WHERE opens_at <= '2026-11-22T10:00:00Z'`, id);
    const rule = {
      ...common,
      kind: 'weekly',
      clock: 'rome',
      'times.1': '18:00',
      'times.4': '09:30',
      horizonDays: '7',
    };
    const form = `${url}/rule?kind=weekly`;
    expect((await desk.current.open(form)).querySelectorAll('input[type=time]')).toHaveLength(7);
    const preview = await desk.current.manager.post(`${url}/rule`, rule);
    expect(preview.statusCode).toBe(200);
    const shown = parse(preview.body);
    expect(words(shown)).toContain('Ogni lunedì alle 18:00 e giovedì alle 09:30, di Roma');
    expect(words(shown)).toContain('restano aperti');
    const hidden = Object.fromEntries(
      shown
        .querySelectorAll('form#save-rule input[type=hidden]')
        .map((input) => [input.getAttribute('name') ?? '', input.getAttribute('value') ?? '']),
    );
    const saved = await desk.current.manager.post(`${url}/rule`, { ...hidden, step: 'save' });
    expect([saved.statusCode, saved.headers.location]).toEqual([303, `${url}?done=rule`]);
    expect(await desk.current.count(`slot WHERE opens_at <= '2026-11-22T10:00:00Z'`, id)).toBe(before);
    expect(await desk.current.count(`release WHERE created_by IS NULL AND opens_at = '2026-11-30T17:00:00Z'`, id)).toBe(
      1,
    );
    // Saved from a screen that is old by now: shown again, nothing written.
    const again = await desk.current.manager.post(`${url}/rule`, { ...hidden, step: 'save', horizonDays: '20' });
    expect(again.statusCode).toBe(409);
    expect(words(await desk.current.open(`${desk.current.base}/planners/${id}`))).toContain('Annulla');
  });

  it('closes again what would open later, when the office says so', async () => {
    const { id, url } = await published();
    const open = `slot WHERE planned > 0 AND opens_at <= '2026-11-22T10:00:00Z'`;
    expect(await desk.current.count(open, id)).toBeGreaterThan(9);
    const rule = { ...common, kind: 'by-hand' };
    const shown = parse((await desk.current.manager.post(`${url}/rule`, rule)).body);
    const seen = shown.querySelector('input[name=seen]')?.getAttribute('value') ?? '';
    expect(shown.querySelector('input[name=close]')).not.toBeNull();
    await desk.current.manager.post(`${url}/rule`, { ...rule, seen, close: 'yes', step: 'save' });
    expect(await desk.current.count(open, id)).toBe(0);
    expect(words(await desk.current.open(url))).toContain('nel prossimo mese non si apre niente');
  });

  it('of many seats at one moment, when begun, lets freed ones come back unforeseen', async () => {
    const { url } = await published();
    const chosen = async (kind: string) => {
      const page = await desk.current.open(`${url}/rule?kind=${kind}`);
      return page
        .querySelector('[name="returned"] option[selected], [name="returned"][checked]')
        ?.getAttribute('value');
    };
    expect(await chosen('monthly')).toBe('random');
    expect(await chosen('rolling')).toBe('at-once');
  });

  it('is refused with a word beside each field', async () => {
    const { url } = await published();
    const wrong = async (fields: Record<string, string | string[]>) =>
      (await desk.current.send(`${url}/rule`, { ...common, ...fields })).errors;
    expect(await wrong({ kind: 'weekly' })).toEqual(['#times-1 Scrivi l’ora di almeno un giorno.']);
    expect(await wrong({ kind: 'rolling', weekdays: [], time: '25:00' })).toEqual([
      expect.stringContaining('#weekdays'),
      '#time Scrivi un’ora come 09:30.',
    ]);
    expect(
      await wrong({ kind: 'drip', weekdays: ['1'], from: '10:00', until: '09:00', everyMinutes: '0', seats: 'x' }),
    ).toHaveLength(2);
    expect(await wrong({ kind: 'monthly', monthOn: 'day', monthDay: '31', time: '09:00' })).toHaveLength(1);
    expect(await wrong({ kind: 'by-hand', returned: 'random', returnedMin: '60', returnedMax: '30' })).toEqual([
      '#returnedMax Scrivi almeno quanto il limite più basso.',
    ]);
  });
});

describe('seats that an office opens by hand', () => {
  const now = { firstDay: '2026-12-22', lastDay: '2026-12-31', seats: '3', when: 'now' };

  it('open at once, and the page lists it', async () => {
    const { id, url } = await published();
    // Opened by the rule up to 22 December: the horizon is 30 days, and slots are made two days further.
    const outcome = await desk.current.send(`${url}/new`, now);
    expect([outcome.status, outcome.to]).toEqual([303, `${url}?done=opened&seats=4`]);
    expect(await desk.current.count(`release WHERE kind = 'manual'`, id)).toBe(1);
    expect(words(await desk.current.open(outcome.to))).toContain('Sono aperti 4 posti.');
  });

  it('open later, as planned on Rome’s clock, and can be cancelled until then', async () => {
    const { id, url } = await published();
    const planned = { ...now, when: 'at', clock: 'rome', moments: '24/11/2026 18:00\n25/11/2026 18:00' };
    expect(await desk.current.send(`${url}/new`, planned)).toMatchObject({ status: 303 });
    expect(await desk.current.count(`release WHERE kind = 'batch' AND opens_at = '2026-11-24T17:00:00Z'`, id)).toBe(1);
    const cancel =
      (await desk.current.open(url)).querySelector('form[action$="/cancel"]')?.getAttribute('action') ?? '';
    expect((await desk.current.manager.post(cancel, {})).headers.location).toContain('done=cancelled&seats=4');
    expect((await desk.current.manager.post(cancel, {})).statusCode).toBe(404);
    expect(await desk.current.count(`release WHERE kind = 'batch' AND cancelled_at IS NOT NULL`, id)).toBe(1);
  });

  it('are refused with a word beside each field', async () => {
    const { url } = await published();
    const wrong = async (fields: Record<string, string>) =>
      (await desk.current.send(`${url}/new`, { ...now, ...fields })).errors;
    expect(await wrong({ lastDay: '2026-12-01' })).toHaveLength(1);
    expect(await wrong({ when: 'at', moments: '' })).toHaveLength(1);
    expect(await wrong({ when: 'at', moments: 'domani' })).toEqual([
      '#moments Scrivi ogni riga come 24/12/2026 18:00.',
    ]);
    expect(await wrong({ when: 'at', moments: '22/11/2026 09:00' })).toHaveLength(1);
    expect(await wrong({ when: 'drip', from: '', until: '' })).toHaveLength(5);
    expect(await wrong({ firstDay: '2026-11-23', lastDay: '2026-11-24' })).toEqual([
      '#firstDay In questi giorni non ci sono posti ancora da aprire.',
    ]);
    expect(await wrong({ lastDay: '2029-01-01' })).toHaveLength(1);
  });
});
