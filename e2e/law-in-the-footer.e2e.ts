import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/browser.ts';
import { takeSeat } from './pages/visitor-pages.ts';
import { enterOffice } from './steps/at-the-desk.ts';
import { logIn, register, typeCode } from './steps/enter.ts';
import { inventPerson, password } from './steps/invented-person.ts';
import { faultsOf } from './steps/judge-page.ts';
import { mailTo } from './steps/mailbox.ts';
import {
  desktop,
  errorBeside,
  newVisitor,
  phone,
  pressAndStay,
  seeHeading,
  seeText,
  switchLanguage,
} from './steps/visitor.ts';
import { turnoAddress } from './steps/this-turno.ts';

const address = turnoAddress;

/** Cookies, and names in the browser's own store, as they are now. */
async function kept(context: BrowserContext): Promise<{ cookies: string[]; stored: string[] }> {
  const { cookies, origins } = await context.storageState();
  expect(cookies.filter(({ domain }) => domain !== new URL(address).hostname)).toEqual([]);
  return {
    cookies: cookies.map(({ name }) => name),
    stored: origins.flatMap(({ localStorage }) => localStorage.map(({ name }) => name)),
  };
}

describe('the law in the footer', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('the page on cookies lists exactly what a browser is given on the whole way', { timeout: 120_000 }, async () => {
    const cookies = new Set<string>();
    const stored = new Set<string>();
    const { page, context, leave } = await newVisitor(browser, address);
    const look = async () => {
      const now = await kept(context);
      for (const name of now.cookies) cookies.add(name);
      for (const name of now.stored) stored.add(name);
    };
    await page.goto('/');
    expect(await page.locator('[class*=cookie], [id*=cookie], dialog').count()).toBe(0);
    await switchLanguage(page, 'English');
    await look();
    await switchLanguage(page, 'Italiano');
    await takeSeat(page);
    await look();
    const ada = inventPerson();
    await page.getByRole('main').getByRole('link', { name: 'Registrati' }).click();
    await register(page, ada);
    await look();
    await typeCode(page, address, ada);
    await seeHeading(page, 'Chi viene all’appuntamento?');
    await look();
    await page.getByLabel(/Ho letto l’/).check();
    await page.getByLabel('Scadenza o rinnovo').check();
    await page.getByRole('main').getByRole('button', { name: 'Continua' }).click();
    await seeHeading(page, 'Controlla e prenota');
    await look();
    await page.getByRole('button', { name: 'Lascia il posto' }).click();
    await seeHeading(page, /Scegli l’ora/);
    await look();
    await page.getByRole('button', { name: 'Esci' }).click();
    await page.goto('/forgotten-password');
    await page.getByRole('main').getByLabel('E-mail').fill(ada.email);
    await page.getByRole('main').locator('form button[type=submit], form button:not([type])').first().click();
    await seeHeading(page, 'Controlla la posta');
    await look();
    await page.goto('/login');
    await logIn(page, ada.email, password);
    await look();
    await context.clearCookies();
    await enterOffice(page, 'operator.london');
    await page.locator('[data-shortcut-switch]').first().click();
    await look();
    await context.clearCookies();
    await page.goto('/first-date');
    await page.locator('main input[name=q]').first().fill('Frascati');
    await page.locator('main input[name=givenName]').fill(ada.givenName);
    await page.getByLabel('Cognome').fill(ada.familyName);
    await page.getByRole('button', { name: 'Mostra le prime date' }).click();
    await seeHeading(page, /Frascati/);
    await look();

    await page.goto('/cookies');
    const listed = await page.locator('tbody code').allInnerTexts();
    // Met only by who is invited, waits in a room, goes to a provider of SPID or CIE, or works here.
    const elsewhere = ['turno_invitation', 'turno_ticket'];
    const byProviders = ['turno_arrival', 'turno_cie', 'turno_login', 'turno_login_here'];
    const atWork = ['turno_half_login', 'turno_shared'];
    expect([...cookies, ...elsewhere, ...byProviders, ...atWork].sort()).toEqual([...listed].sort());
    for (const name of stored) await seeText(page, name);
    expect(stored.size).toBeGreaterThan(0);
    await leave();
  });

  it('a problem is reported without scripts and without a name, read by the network, and answered', async () => {
    const { page, leave } = await newVisitor(browser, address, { scripts: false, width: phone });
    await page.goto('/');
    await page.locator('footer a[data-element="accessibility-link"]').click();
    await seeHeading(page, 'Dichiarazione di accessibilità');
    await page.getByRole('main').getByRole('link', { name: 'Manda una segnalazione' }).click();
    await pressAndStay(page, page.getByRole('button', { name: 'Manda la segnalazione' }));
    expect(await errorBeside(page, page.getByLabel('In quale pagina?'))).toContain('basta il titolo');
    await page.getByLabel('In quale pagina?').fill('Scegli l’ora');
    await page.getByLabel('Che cosa non funziona?').fill('Con lo zoom non vedo il pulsante.');
    await page.getByLabel('Con quale tecnologia').fill('Ingranditore');
    const person = inventPerson();
    await page.getByLabel('La tua e-mail').fill(person.email);
    await page.getByRole('button', { name: 'Manda la segnalazione' }).click();
    await seeText(page, /abbiamo ricevuto la segnalazione \d+/);
    const number = /sent=(\d+)/.exec(page.url())?.[1] ?? '';
    const mail = await mailTo(address, 'accessibilita@turno.example', new RegExp(`accessibilità ${number}$`));
    expect(mail.text).toContain('non vedo il pulsante');
    expect(mail.text).not.toContain(person.email);

    const network = await newVisitor(browser, address, { width: desktop });
    await enterOffice(network.page, 'admin');
    await network.page.goto('/network/accessibility');
    expect(await faultsOf(network.page, { language: 'it' })).toEqual([]);
    await network.page.getByRole('link', { name: `Segnalazione ${number}`, exact: true }).click();
    expect(await faultsOf(network.page, { language: 'it' })).toEqual([]);
    await network.page.getByLabel('La tua risposta').fill('Grazie: il pulsante ora resta in vista.');
    await network.page.getByRole('button', { name: 'Manda la risposta e chiudi' }).click();
    await seeText(network.page, 'La risposta parte adesso');
    const answer = await mailTo(address, person.email, /^Risposta alla tua segnalazione/);
    expect(answer.text).toContain('il pulsante ora resta in vista');
    await network.leave();
    await leave();
  });

  it('the network says who runs the site, and the legal pages say it too', async () => {
    const { page, leave } = await newVisitor(browser, address, { scripts: false });
    await enterOffice(page, 'admin');
    await page.goto('/network/site');
    await page.getByLabel('E-mail', { exact: false }).first().fill('nessuna');
    await pressAndStay(page, page.getByRole('button', { name: 'Salva' }));
    expect(await errorBeside(page, page.getByLabel('E-mail', { exact: false }).first())).toContain('completo');
    await page.getByLabel('E-mail', { exact: false }).first().fill('ente@turno.example');
    await page.getByLabel('Telefono').fill('+39 06 5550 0199');
    await page.getByRole('button', { name: 'Salva' }).click();
    await seeText(page, 'Dati salvati.');
    await page.goto('/legal');
    await seeText(page, '+39 06 5550 0199');
    expect(await (await page.request.get('/.well-known/security.txt')).text()).toContain(
      'mailto:sicurezza@turno.example',
    );
    await leave();
  });
});
