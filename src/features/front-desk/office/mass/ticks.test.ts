import { parse } from 'node-html-parser';
import { beforeEach, describe, expect, it } from 'vitest';
import { bookingTools } from '#test/booking-tools.ts';
import { buildRole } from '#test/build-role.ts';
import { useDeps } from '#test/deps.ts';
import { buttonsIn, useFrontDesk, wordsOf } from '#test/front-desk.ts';
import { testBrowser } from '#test/slice-app.ts';

const deps = useDeps();
const tools = bookingTools(deps);
const desk = useFrontDesk(deps);
let codes: string[];

beforeEach(async () => {
  codes = [];
  for (const slot of [0, 1, 2]) codes.push((await tools.newBooking(desk.current.office, { slot })).code);
});

/** The address the browser goes to when some boxes are ticked and a button is pressed. */
function pressed(page: ReturnType<typeof parse>, button: string, ticked: readonly string[]): string {
  const form = page.querySelector('form#ticked');
  const boxes = page.querySelectorAll('input[form=ticked][name=code]').map((box) => box.getAttribute('value') ?? '');
  const hidden = form?.querySelectorAll('input[type=hidden]') ?? [];
  const fields = hidden.map((input) => [input.getAttribute('name') ?? '', input.getAttribute('value') ?? '']);
  const chosen = boxes.filter((code) => ticked.includes(code)).map((code) => ['code', code]);
  const found = form?.querySelectorAll('button').find((one) => one.textContent.includes(button));
  return `${found?.getAttribute('formaction')}?${new URLSearchParams([...fields, ...chosen]).toString()}`;
}

describe('ticked appointments', () => {
  it('of the day’s list go on to the page that writes, moves or cancels, with these alone', async () => {
    const page = await desk.current.open('agenda?date=2026-11-23&view=list');
    expect(page.querySelectorAll('input[form=ticked]')).toHaveLength(3);
    expect(page.querySelector('input[form=ticked]')?.getAttribute('aria-label')).toMatch(/^Scegli .*, 09:00$/);
    for (const [button, words] of [
      ['Annulla', 'Annulla 2 appuntamenti'],
      ['Offri', 'Offri un altro posto a 2 appuntamenti'],
      ['Scrivi', 'Scrivi per 2 appuntamenti'],
    ] as const) {
      const next = await desk.current.officer.get(pressed(page, button, codes.slice(0, 2)));
      expect([next.statusCode, wordsOf(parse(next.body))]).toEqual([200, expect.stringContaining(words)]);
    }
    const none = await desk.current.officer.get(pressed(page, 'Annulla', []));
    expect(none.headers.location).toContain('/mass/new?from=2026-11-23');
  });

  it('of a search too', async () => {
    const { officer, base } = desk.current;
    await officer.get(`${base}/agenda`);
    const found = parse((await officer.post(`${base}/search`, { q: 'prova' })).body);
    const next = await officer.get(pressed(found, 'Annulla', codes.slice(2)));
    expect(wordsOf(parse(next.body))).toContain('Annulla un appuntamento');
  });

  it('are not offered to who may do none of it', async () => {
    const { app, office, base } = desk.current;
    const auditor = await testBrowser(app, deps.current, await buildRole(deps.current.db, 'auditor', office.officeId));
    const page = parse((await auditor.get(`${base}/agenda?date=2026-11-23&view=list`)).body);
    expect(page.querySelectorAll('input[form=ticked]')).toHaveLength(0);
    expect(buttonsIn(page.querySelector('main')).join()).not.toContain('Annulla');
  });
});
