import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/browser.ts';
import { type RunningTurno, startTurno, temporaryData } from '#test/running-turno.ts';
import { linkOn } from './pages/known-page.ts';
import { demoPassword, logIn, register, typeCode } from './steps/enter.ts';
import { chooseFirstDate, findService, firstTime, pressTime } from './steps/find-times.ts';
import { inventPerson, password } from './steps/invented-person.ts';
import { faultsOf } from './steps/judge-page.ts';
import { mailTo } from './steps/mailbox.ts';
import { desktop, newVisitor, phone, seeHeading, seeText, type Visitor } from './steps/visitor.ts';

/** With its limits and locks on, as an installation has them. */
let turno: RunningTurno;
let remove: () => Promise<void>;
let browser: Browser;

beforeAll(async () => {
  const data = await temporaryData();
  remove = data.remove;
  [turno, browser] = await Promise.all([
    startTurno({ dataFolder: data.dataFolder, env: { TURNO_LIMITS: 'on', TURNO_DEMO: 'on' } }),
    launchBrowser(),
  ]);
}, 180_000);
afterAll(async () => {
  await browser.close();
  await turno.stop();
  await remove();
});

/** Good for everybody as it stands, wide and narrow. */
async function judge({ page, complaints }: Visitor): Promise<void> {
  for (const width of [desktop, phone]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await faultsOf(page, { language: 'it' }), `${page.url()} ${width}`).toEqual([]);
  }
  expect(complaints).toEqual([]);
}

async function tryPassword(page: Page, email: string, secret: string): Promise<void> {
  await page.getByLabel('E-mail', { exact: true }).fill(email);
  await page.getByLabel('Password', { exact: true }).fill(secret);
  await Promise.all([
    page.waitForEvent('load'),
    page.getByRole('main').getByRole('button', { name: 'Accedi' }).click(),
  ]);
}

/** The code as its owner reads it in their own list. */
async function codeOfBooking(email: string): Promise<string> {
  const owner = await newVisitor(browser, turno.address);
  await owner.page.goto('/login');
  await logIn(owner.page, email);
  await owner.page.goto('/bookings');
  const path = await linkOn(owner.page, /^\/bookings\/\w{8}$/);
  await owner.leave();
  return path.slice(-8);
}

describe('an account', { timeout: 120_000 }, () => {
  it('is opened with a held seat in sight on every page, and kept in order by its owner', async () => {
    const visitor = await newVisitor(browser, turno.address);
    const { page } = visitor;
    const ada = inventPerson();
    await page.goto('/');
    await findService(page, { search: 'Londra', office: /Consolato Generale/, service: 'Passaporto' });
    await chooseFirstDate(page);
    await pressTime(page, await firstTime(page));
    const hold = new URL(page.url()).pathname;
    for (const path of ['/', '/help', '/offices?q=Roma', '/login', '/register']) {
      await page.goto(path);
      const bar = page.getByRole('complementary', { name: 'Posto trattenuto' });
      expect(await bar.innerText()).toMatch(/Posto trattenuto fino alle \d\d:\d\d di Londra/);
      // Where somebody is typing who they are, the bar does not lead away from it.
      const ways = await bar.getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
      expect(ways).toEqual(['/login', '/register'].includes(path) ? [] : [hold]);
    }
    await page.goto('/register');
    await judge(visitor);
    await register(page, ada);
    await judge(visitor);
    await typeCode(page, turno.address, ada);
    await seeHeading(page, /./);
    await page.goto('/profile');
    await judge(visitor);
    await page.goto('/profile/details');
    await page.getByLabel('Luogo di nascita').fill('Padova');
    await judge(visitor);
    await page.getByRole('button', { name: 'Salva', exact: true }).click();
    await seeText(page, 'I tuoi dati sono salvati');

    const next = `nuova.${ada.email}`;
    await page.goto('/profile/email');
    await page.getByLabel('Nuova e-mail').fill(next);
    await page.getByLabel('La tua password').fill(password);
    await judge(visitor);
    await page.getByRole('button', { name: 'Mandami il codice' }).click();
    await seeHeading(page, 'Conferma la nuova e-mail');
    const mail = await mailTo(turno.address, next, /^Il tuo codice è/);
    await page.getByLabel('Codice di sei cifre').fill(/\b\d{6}\b/.exec(mail.subject)?.[0] ?? '');
    await judge(visitor);
    await page.getByRole('button', { name: 'Conferma la nuova e-mail' }).click();
    await seeText(page, 'Il nuovo indirizzo è confermato');
    await mailTo(turno.address, ada.email, /^Il tuo indirizzo e-mail è cambiato/);

    await page.goto('/profile/close');
    await judge(visitor);
    await page.getByLabel('La tua password').fill(password);
    await page.getByRole('button', { name: 'Chiudi l’accesso per sempre' }).click();
    await seeHeading(page, 'Il tuo accesso è chiuso');
    await visitor.leave();
  });

  it('is locked after ten wrong passwords, says until when, and is opened again from the e-mail', async () => {
    const visitor = await newVisitor(browser, turno.address);
    const { page } = visitor;
    const email = 'chiara.sartori@demo.example';
    await page.goto('/login');
    expect(await page.getByLabel('E-mail', { exact: true }).getAttribute('autocomplete')).toBe('username');
    expect(await page.getByLabel('Password', { exact: true }).getAttribute('autocomplete')).toBe('current-password');
    for (let attempt = 1; attempt <= 10; attempt += 1) await tryPassword(page, email, `sbagliata numero ${attempt}`);
    await seeText(page, /fermo fino alle \d\d:\d\d \(ora italiana\)/);
    await judge(visitor);
    await tryPassword(page, email, demoPassword);
    await seeText(page, 'Si riapre da solo');
    const mail = await mailTo(turno.address, email, /^Accesso fermo/);
    await page.goto(mail.links.find((link) => link.includes('/reset-password')) ?? '');
    const field = page.getByLabel('Nuova password');
    expect(await field.getAttribute('autocomplete')).toBe('new-password');
    // Pasted, as a password manager does it.
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.evaluate(() => navigator.clipboard.writeText('una frase incollata'));
    await field.focus();
    await page.keyboard.press('Control+V');
    await page.getByRole('button', { name: 'Mostra la password' }).click();
    expect(await field.inputValue()).toBe('una frase incollata');
    expect(await field.getAttribute('type')).toBe('text');
    await page.getByRole('button', { name: 'Salva la password' }).click();
    await logIn(page, email, 'una frase incollata');
    await visitor.leave();
  });

  it('is not needed to open a booking: its code and a surname do', async () => {
    const visitor = await newVisitor(browser, turno.address);
    const { page } = visitor;
    await page.goto('/find-booking');
    await judge(visitor);
    await page.getByLabel('Codice della prenotazione').fill('ZZZZ-9999');
    await page.getByLabel('Cognome').fill('Nessuno');
    await page.getByRole('main').getByRole('button', { name: 'Apri la prenotazione' }).click();
    await seeText(page, 'Non troviamo una prenotazione con questi dati');
    await judge(visitor);
    const code = await codeOfBooking('luca.marchetti@demo.example');
    await page.getByLabel('Codice della prenotazione').fill(code.toLowerCase());
    await page.getByLabel('Cognome').fill('marchetti');
    await page.getByRole('main').getByRole('button', { name: 'Apri la prenotazione' }).click();
    await seeText(page, code);
    expect(await page.getByRole('link', { name: 'Annulla l’appuntamento' }).count()).toBeGreaterThan(0);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });
});
