import { describe, expect, it } from 'vitest';
import { useDeps } from '#test/deps.ts';
import { hrefs, useOpenOffices } from '#test/open-offices.ts';

const deps = useDeps();
const offices = useOpenOffices(deps);

describe('the search', () => {
  it('shows the first free date of an office, and that another takes no bookings', async () => {
    const { text } = await offices.visit('/offices?q=regno+unito');
    expect(text).toMatch(/Londra.*Prima data libera: lun 23 nov · Passaporto/);
    expect(text).toMatch(/Manchester.*Non prende ancora prenotazioni qui/);
  });

  it('lists the offices of a service by their first date, and keeps the service for the next search', async () => {
    const { html, text } = await offices.visit('/offices?service=cie');
    expect(text).toMatch(/2 sedi prendono prenotazioni/);
    expect(text).toMatch(/Comune di Roma.*Prima data libera: mar 24 nov.*Londra.*Posti esauriti/);
    expect(html.querySelector('form[role=search] input[type=hidden]')?.getAttribute('value')).toBe('cie');
    expect((await offices.visit('/offices?service=cie&q=milano')).text).toContain('Nessuna sede prende prenotazioni');
  });

  it('offers names that are written nearly so', async () => {
    expect(hrefs((await offices.visit('/offices?q=lodnra')).html)).toContain('/offices?q=Londra');
    expect(hrefs((await offices.visit('/offices?q=Padvoa')).html)).toContain('/offices?q=Padova');
  });

  it.each(["'; DROP TABLE office; --", '<script>alert(1)</script>', '%', '\0', 'x'.repeat(3_000)])(
    'shows %s as text',
    async (q) => {
      const { status, html } = await offices.visit(`/offices?q=${encodeURIComponent(q)}`);
      expect(status).toBe(200);
      expect(html.querySelector('main script')).toBeNull();
    },
  );

  it('turns pages, and starts again from an address that is no longer good', async () => {
    const first = await offices.visit('/offices?q=san');
    const next = first.html.querySelector('a[rel=next]')?.getAttribute('href') ?? '';
    const second = await offices.visit(next.replaceAll('&amp;', '&'));
    expect(second.html.querySelectorAll('.t-card-link').length).toBe(20);
    expect(second.text).not.toBe(first.text);
    expect((await offices.visit('/offices?q=san&cursor=zzz')).text).toContain('non è più valido');
    expect((await offices.visit('/offices?q=san&cursor=a&cursor=b&service=%00')).status).toBe(200);
  });

  it('suggests offices while typing', async () => {
    const { items } = (await offices.app.inject('/offices/suggestions?q=lond')).json<{ items: { label: string }[] }>();
    expect(items[0]?.label).toBe("Consolato Generale d'Italia a Londra");
    expect((await offices.app.inject('/offices/suggestions')).json()).toEqual({ items: [] });
  });
});
