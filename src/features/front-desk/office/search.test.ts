import { parse } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import { bookingTools } from '#test/booking-tools.ts';
import { buildOffice } from '#test/build-office.ts';
import { useDeps } from '#test/deps.ts';
import { useFrontDesk, wordsOf } from '#test/front-desk.ts';

const deps = useDeps();
const desk = useFrontDesk(deps);
const tools = bookingTools(deps);

let number = 500;

async function made(familyName = 'Prova'): Promise<{ code: string; codiceFiscale: string }> {
  number += 1;
  const codiceFiscale = `PRVDAA80E45H${number}X`;
  const people = [tools.somebody({ familyName, codiceFiscale })];
  const { code } = await tools.newBooking(desk.current.office, { people });
  return { code, codiceFiscale };
}

async function searched(q: string | string[], more: Record<string, string> = {}) {
  await desk.current.open('search');
  const answer = await desk.current.officer.post(`${desk.current.base}/search`, { q, ...more });
  const { statusCode: status, headers } = answer;
  return { status, to: headers.location, cache: headers['cache-control'], page: parse(answer.body) };
}

const linksOf = (page: ReturnType<typeof parse>) =>
  page.querySelectorAll('tbody a').map((link) => link.getAttribute('href'));

describe('the search', () => {
  it('stands in the header of every page of the office, and is sent', async () => {
    for (const path of ['agenda', 'bookings/new?service=passport']) {
      const form = (await desk.current.open(path)).querySelector('header form[role=search]');
      expect(form?.getAttribute('method')).toBe('post');
      expect(form?.getAttribute('action')).toBe(`${desk.current.base}/search`);
      expect(form?.querySelector('input[data-shortcut="/"]')).not.toBeNull();
    }
  });

  it('leads straight to the booking by code, surname, codice fiscale, or what a scanner types', async () => {
    const { code, codiceFiscale } = await made();
    for (const typed of [
      'prov',
      'prova  ada',
      code,
      `${code.slice(0, 4)} ${code.slice(4)}`.toLowerCase(),
      `${code.slice(0, 4)}-${code.slice(4)}`,
      `https://turno.example/bookings/${code}`,
      codiceFiscale.toLowerCase(),
    ]) {
      const { status, to } = await searched(typed);
      expect([typed, status, to]).toEqual([typed, 303, `${desk.current.base}/bookings/${code}`]);
    }
  });

  it('shows a list where more than one may be meant', async () => {
    const codes = [(await made('Prova')).code, (await made('Provana')).code];
    const { status, page } = await searched('prov');
    expect(status).toBe(200);
    expect(linksOf(page).toSorted()).toEqual(codes.map((code) => `${desk.current.base}/bookings/${code}`).toSorted());
    expect(wordsOf(page)).toContain('2 prenotazioni trovate');
  });

  it('puts who comes today first, with the buttons of the agenda', async () => {
    const { base } = desk.current;
    const { code: first } = await made('Oggiamo');
    const { code: second } = await made('Oggiamo');
    deps.current.clock.set('2026-11-23T08:50:00Z');
    await deps.current.db
      .updateTable('booking')
      .set({ starts_at: Temporal.Instant.from('2026-11-20T09:00:00Z') })
      .where('code', '=', first)
      .execute();
    const { page } = await searched('oggiamo');
    expect(linksOf(page)).toEqual([`${base}/bookings/${second}`, `${base}/bookings/${first}`]);
    const [today] = page.querySelectorAll('tbody tr');
    expect(wordsOf(today ?? null)).toContain('oggi, ');
    expect(today?.querySelector('td form button')?.textContent).toBe('Arrivato');
  });

  it('finds nothing of other offices, by code either', async () => {
    const elsewhere = await buildOffice(deps.current.db, { from: '2026-11-23T09:00:00Z', slots: 2 });
    const people = [tools.somebody({ familyName: 'Altrove' })];
    const { code } = await tools.newBooking(elsewhere, { people });
    for (const typed of [code, 'altrove']) {
      const { status, page } = await searched(typed);
      expect([status, wordsOf(page).includes('Nessuna prenotazione trovata')]).toEqual([200, true]);
    }
  });

  it('says what to do when nothing is found or too little was typed', async () => {
    await made();
    expect(wordsOf((await searched('rova')).page)).toContain('Nessuna prenotazione trovata');
    for (const typed of ['', 'p', '%%', '__', '\0', '%', 'x'.repeat(300)]) {
      const { status, page } = await searched(typed);
      expect([typed, status, linksOf(page)]).toEqual([typed, 200, []]);
    }
    expect((await searched(['prov', 'b'])).status).toBeLessThan(400);
  });

  it('keeps what was typed out of every address, also when the language changes', async () => {
    await made();
    const open = await desk.current.open('search?q=prov');
    expect(linksOf(open)).toEqual([]);
    expect(open.querySelectorAll('form[role=search]')).toHaveLength(1);
    expect(open.querySelector('input[type=search]')?.getAttribute('value')).toBe('');
    expect(open.querySelector('form[role=search]')?.getAttribute('method')).toBe('post');
    expect(open.querySelector('.t-languages button')?.getAttribute('form')).toBe('desk-search');
    const { page, cache } = await searched('prov', { _lang: 'en' });
    expect(wordsOf(page)).toContain('One booking found');
    expect(page.querySelector('input[type=search]')?.getAttribute('value')).toBe('prov');
    expect(cache).toBe('no-store');
  });

  it('looks for nobody when the page is not one of ours', async () => {
    await made();
    const { status, page } = await searched('prov', { _csrf: 'wrong' });
    expect([status, linksOf(page)]).toEqual([403, []]);
    expect(wordsOf(page)).toContain('aperta da troppo tempo');
    expect(linksOf((await searched('prov', { _csrf: 'wrong', _lang: 'en' })).page)).toEqual([]);
  });
});
