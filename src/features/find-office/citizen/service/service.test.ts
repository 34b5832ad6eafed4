import { describe, expect, it } from 'vitest';
import { useDeps } from '#test/deps.ts';
import { hrefs, useOpenOffices } from '#test/open-offices.ts';

const deps = useDeps();
const offices = useOpenOffices(deps);

describe('the page of a service', () => {
  it('shows the first dates, the calendar, the rules and what to bring', async () => {
    const { html, text } = await offices.visit('/offices/cons-london/passport');
    expect(text).toContain('Primo posto libero: lunedì 23 novembre, 09:00');
    expect(html.querySelectorAll('.t-first-dates a').length).toBe(6);
    expect(hrefs(html)).toContain('/offices/cons-london/passport/times?date=2026-11-23');
    // 14 days ahead, and the next one opens tonight at 19:00.
    expect(html.querySelectorAll('.t-calendar a').length).toBe(13);
    expect(text).toContain('I prossimi posti si aprono oggi alle 19:00 di Londra');
    expect(text).toContain('Devi confermare tu, da 10 giorni prima a 3 giorni prima');
    expect(text).toContain('La ricevuta della prenotazione');
  });

  it('counts only times with room for everybody', async () => {
    const two = await offices.visit('/offices/cons-london/passport?party=2');
    expect(hrefs(two.html)).toContain('/offices/cons-london/passport/times?date=2026-11-23&party=2');
    const three = await offices.visit('/offices/cons-london/passport?party=3');
    expect(three.text).toContain('Per 3 persone insieme non ci sono posti liberi.');
    for (const odd of ['0', '99', '-1', 'x', '1e9'])
      expect((await offices.visit(`/offices/cons-london/passport?party=${odd}`)).status).toBe(200);
  });

  it('says when all seats are taken, and when the next ones open', async () => {
    const { html, text } = await offices.visit('/offices/cons-london/cie');
    expect(text).toContain('Adesso non ci sono posti liberi');
    expect(text).toContain('I prossimi posti si aprono oggi alle 19:00 di Londra');
    expect(html.querySelector('.t-calendar')).toBeNull();
  });

  it('lists only what somebody of the chosen case has to bring', async () => {
    const list = async (query: string) => {
      const { html } = await offices.visit(`/offices/cons-london/passport${query}`);
      return html.querySelectorAll('section[aria-labelledby="documents"] ul li').map((item) => item.text);
    };
    const [all, mine] = [await list(''), await list('?reason=expiry&age=adult')];
    expect(all.some((document) => document.includes('se il passaporto è stato rubato o perso'))).toBe(true);
    expect(mine.length).toBe(all.length - 2);
    expect(await list('?reason=theft')).toContain('La denuncia di furto o di smarrimento');
    expect(await list('?reason=unicorn&age=%00')).toEqual(all);
  });

  it('has instructions and no button where the service is not booked', async () => {
    for (const url of ['/offices/cons-london/notary', '/offices/cons-manchester/passport']) {
      const { status, html, text } = await offices.visit(url);
      expect(status).toBe(200);
      expect(text).toContain('Questo servizio non si prenota qui');
      expect(text).toContain('Istruzioni');
      expect(html.querySelector('main button, main form')).toBeNull();
      expect(hrefs(html).some((href) => href.includes('/times'))).toBe(false);
    }
  });

  it('is not found at an office that cannot offer it', async () => {
    for (const service of ['unicorn', '%00', 'passport']) {
      const { status, html } = await offices.visit(`/offices/comune-h501-anagrafe/${service}`);
      expect(status).toBe(404);
      expect(hrefs(html)).toContain('/offices/comune-h501-anagrafe');
    }
  });
});
