import { describe, expect, it } from 'vitest';
import { useDeps } from '#test/deps.ts';
import { hrefs, useOpenOffices } from '#test/open-offices.ts';

const deps = useDeps();
const offices = useOpenOffices(deps);

describe('the search', () => {
  it('shows the first free date of an office, and that another takes no bookings', async () => {
    const { text } = await offices.visit('/offices?q=regno+unito');
    expect(text).toMatch(/Londra.*Prima data libera: lun 23 nov per Passaporto/);
    expect(text).toMatch(/Manchester.*Non prende ancora prenotazioni qui/);
  });

  it('lists the offices of a service by their first date, and keeps the service for the next search', async () => {
    const { html, text } = await offices.visit('/offices?service=cie');
    expect(text).toMatch(/2 sedi prendono prenotazioni/);
    expect(text).toMatch(/Comune di Roma.*Prima data libera: mar 24 nov.*Londra.*Posti esauriti/);
    expect(html.querySelector('form[role=search] input[type=hidden]')?.getAttribute('value')).toBe('cie');
    const milan = await offices.visit('/offices?service=cie&q=milano');
    expect(milan.text).toMatch(
      /Comune di Milano.*Non prende ancora.*Le più vicine che prendono.*Comune di Roma.*a 4\d\d km/,
    );
    expect(hrefs(milan.html)).toEqual(
      expect.arrayContaining(['/offices/comune-f205-anagrafe', '/offices/comune-h501-anagrafe/cie']),
    );
  });

  it('offers names that are written nearly so', async () => {
    expect(hrefs((await offices.visit('/offices?q=lodnra')).html)).toContain('/offices?q=Londra');
    expect(hrefs((await offices.visit('/offices?q=Padvoa')).html)).toContain('/offices?q=Padova');
  });

  it('says how it has understood a name: merged, abolished, abroad, served from elsewhere', async () => {
    const bazzano = await offices.visit('/offices?q=Bazzano');
    expect(bazzano.text).toMatch(/Bazzano oggi fa parte del comune di Valsamoggia.*Comune di Valsamoggia/);
    expect((await offices.visit('/offices?q=Zoverallo')).text).toContain('è stato un comune fino al 1927');
    const oxford = await offices.visit('/offices?q=Oxford');
    expect(oxford.text).toMatch(/A Oxford \(Regno Unito\) non c’è una sede.*Londra.*a \d+ km/);
    expect((await offices.visit('/offices?q=Andorra')).text).toMatch(
      /di Andorra si occupa la sede qui sotto.*Barcellona/,
    );
    expect((await offices.visit('/offices?q=padova&service=passport')).text).toContain('Vivi all’estero?');
  });

  it('lists the nearest to a place or to a position, with kilometres, and says when it does not know the place', async () => {
    const padova = await offices.visit('/offices?near=Padova');
    expect(padova.html.querySelector('h1')?.text).toBe('Sedi vicine a Padova');
    expect(padova.text).toMatch(/Comune di Roma.*a 3\d\d km.*Londra.*a 1\d\d\d km/);
    const here = await offices.visit('/offices?near=51.51,-0.13');
    expect(here.html.querySelector('h1')?.text).toBe('Sedi vicine a te');
    expect(here.text).toMatch(/Londra.*a 1 km.*Roma/);
    expect((await offices.visit('/offices?near=Londra&service=cie&sort=date')).text).toMatch(/Roma.*Londra/);
    expect((await offices.visit('/offices?near=qqqqqqqq')).text).toContain('Non conosciamo il luogo');
  });

  it('lists all offices by country and by province, with their contacts or that they are missing', async () => {
    const all = await offices.visit('/offices');
    expect(all.text).toMatch(/Europa.*Regno Unito 3 sedi, una prende prenotazioni.*Lombardia.*Bergamo/);
    const british = await offices.visit('/offices?country=gb');
    expect(british.text).toMatch(
      /Sedi: Regno Unito.*Contatti non ancora inseriti.*1 Example Row.*ask@cons-london\.example/,
    );
    expect(hrefs(british.html)).toContain('/offices/cons-london');
    expect(hrefs(british.html).some((href) => href.startsWith('javascript:'))).toBe(false);
    const bookable = await offices.visit('/offices?country=GB&bookable=yes&service=passport');
    expect(bookable.html.querySelectorAll('tbody tr')).toHaveLength(1);
    const turin = await offices.visit('/offices?province=TO&page=2');
    expect(turin.html.querySelectorAll('tbody tr')).toHaveLength(100);
    expect((await offices.visit('/offices?country=ZZ')).status).toBe(404);
  });

  it.each(["'; DROP TABLE office; --", '<script>alert(1)</script>', '%', '\0', 'x'.repeat(3_000)])(
    'shows %s as text',
    async (q) => {
      const { status, html } = await offices.visit(`/offices?q=${encodeURIComponent(q)}`);
      expect(status).toBe(200);
      expect(html.querySelector('main script')).toBeNull();
    },
  );

  it('turns pages, and reads an address that is not good as well as it can', async () => {
    const first = await offices.visit('/offices?q=san');
    const next = first.html.querySelector('a[rel=next]')?.getAttribute('href') ?? '';
    const second = await offices.visit(next.replaceAll('&amp;', '&'));
    expect(second.html.querySelectorAll('.t-card-link').length).toBe(20);
    expect(second.text).not.toBe(first.text);
    for (const odd of [
      'page=-1',
      'page=1e9',
      'page=a&page=b',
      'service=%00',
      'sort=x',
      'near=999,999',
      'kind=x',
      'near=%00',
    ]) {
      expect((await offices.visit(`/offices?q=san&${odd}`)).status).toBe(200);
    }
  });

  it('suggests offices while typing', async () => {
    const labels = async (q: string, language = 'it') => {
      const answer = await offices.app.inject({
        url: `/offices/suggestions?q=${q}`,
        headers: { 'accept-language': language },
      });
      return answer.json<{ items: { label: string; about: string }[] }>().items.map(({ label }) => label);
    };
    expect((await labels('lond'))[0]).toBe('Londra, Regno Unito');
    expect((await labels('lond', 'en'))[0]).toBe('London, United Kingdom');
    expect((await labels('padov')).slice(0, 2)).toEqual(['Provincia di Padova', 'Padova (PD)']);
    expect((await labels('anagrafe+di+vicen'))[0]).toBe('Provincia di Vicenza');
    expect(await labels('bazzano')).toContain('Bazzano (BO)');
    expect(await labels('lodnra')).toContain('Londra');
    expect(await labels('')).toEqual([]);
  });
});
