import { describe, expect, it } from 'vitest';
import { useDeps } from '#test/deps.ts';
import { hrefs, useOpenOffices } from '#test/open-offices.ts';

const deps = useDeps();
const offices = useOpenOffices(deps);

describe('the page of an office', () => {
  it('gives the answer first, then how to reach it, its hours and closures', async () => {
    const { html, text } = await offices.visit('/offices/cons-london');
    expect(text).toContain('Prima data libera: lunedì 23 novembre, per Passaporto.');
    expect(text).toContain('Ora locale: 10:00 di domenica 22 novembre');
    expect(text).toContain('09:00–09:20 e 09:40–10:00');
    expect(text).toContain('Da venerdì 25 dicembre a sabato 26 dicembre: Natale');
    expect(hrefs(html)).toContain('mailto:ask@cons-london.example');
    expect(hrefs(html).some((href) => href.startsWith('javascript:'))).toBe(false);
  });

  it('says in English what it says in Italian', async () => {
    const { html, text } = await offices.visit('/offices/cons-london', 'en');
    expect(html.querySelector('html')?.getAttribute('lang')).toBe('en');
    expect(text).toContain('First free date: Monday 23 November, for Passport.');
    expect(text).toContain('Christmas');
    expect(text).not.toMatch(/Prima|Chiusure|sede/);
  });

  it('says that contacts are missing, and what to do where nothing can be booked', async () => {
    const { html, text } = await offices.visit('/offices/cons-manchester');
    expect(text).toContain('Questa sede non ha ancora inserito i contatti.');
    expect(text).toContain('Questa sede non prende ancora prenotazioni qui.');
    expect(hrefs(html)).toContain('/offices/cons-london');
    const near = await offices.visit('/offices/comune-m297-anagrafe');
    expect(hrefs(near.html)).toContain('/offices/comune-h501-anagrafe');
    expect(near.text).toMatch(/a \d+ km/);
  });

  it.each(['/offices/cons-atlantis', '/offices/%00', '/offices/..%2f', `/offices/${'a'.repeat(250)}`])(
    'helps to find another one when there is none at %s',
    async (url) => {
      const { status, html } = await offices.visit(url);
      expect(status).toBe(404);
      expect(html.querySelector('main form[role=search]')).not.toBeNull();
    },
  );
});
