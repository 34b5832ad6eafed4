import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/browser.ts';
import { enterOffice } from './steps/at-the-desk.ts';
import { logIn } from './steps/enter.ts';
import { inventPerson } from './steps/invented-person.ts';
import { faultsOf } from './steps/judge-page.ts';
import { mailTo } from './steps/mailbox.ts';
import { desktop, errorBeside, newVisitor, phone, pressAndStay, seeHeading, seeText } from './steps/visitor.ts';
import { turnoAddress } from './steps/this-turno.ts';

const address = turnoAddress;
const office = '/office/amb-tokyo';

async function goodAtEveryWidth(page: Page): Promise<void> {
  for (const width of [desktop, phone]) {
    await page.setViewportSize({ width, height: 800 });
    expect([page.url(), await faultsOf(page, { language: 'it' })]).toEqual([page.url(), []]);
  }
}

describe('setting up an office', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('the network gives it contacts, services and people, and citizens see what it says', async () => {
    const { page, complaints, leave } = await newVisitor(browser, address, { scripts: false });
    await enterOffice(page, 'admin');
    await page.goto('/network?q=Tokyo');
    await page.getByRole('link', { name: /^Impostazioni di .*Tokyo/ }).click();
    await seeHeading(page, 'Impostazioni');
    await page.getByRole('main').getByRole('link', { name: 'Contatti e informazioni' }).click();
    await page.getByLabel('E-mail').fill('tokyo');
    await pressAndStay(page, page.getByRole('button', { name: 'Salva' }));
    expect(await errorBeside(page, page.getByLabel('E-mail'))).toContain('indirizzo e-mail completo');
    await page.getByLabel('E-mail').fill('sportello@amb-tokyo.example');
    await page.getByLabel('Avviso al pubblico – Italiano').fill('Si entra dal cancello laterale.');
    await pressAndStay(page, page.getByRole('button', { name: 'Anteprima' }));
    await seeText(page, 'Così la vedranno i cittadini');
    await page.getByRole('button', { name: 'Salva' }).click();
    await seeText(page, 'Dati salvati.');
    const citizen = await newVisitor(browser, address, { width: phone });
    await citizen.page.goto('/offices/amb-tokyo');
    await seeText(citizen.page, 'Si entra dal cancello laterale.');
    await citizen.page.getByRole('link', { name: 'Come la sede usa i tuoi dati' }).click();
    await seeHeading(citizen.page, 'Come la sede usa i tuoi dati');
    expect(await faultsOf(citizen.page, { language: 'it' })).toEqual([]);
    await citizen.leave();

    await page.goto(`${office}/services`);
    await page.getByRole('button', { name: 'Spegni Passaporto' }).click();
    await seeText(page, 'Gli appuntamenti già presi restano.');
    await page.getByRole('button', { name: 'Accendi Passaporto' }).click();
    await seeText(page, 'Servizio acceso.');
    expect(complaints).toEqual([]);
    await leave();
  });

  it('somebody new is invited, chooses a password from the e-mail and sees who may do what', async () => {
    const person = inventPerson();
    const { page, leave } = await newVisitor(browser, address);
    await enterOffice(page, 'admin');
    await page.goto(`${office}/people`);
    await page.getByLabel('E-mail di lavoro').fill(person.email);
    await page.getByLabel('Nome', { exact: true }).fill(person.givenName);
    await page.getByLabel('Cognome', { exact: true }).fill(person.familyName);
    await page.getByLabel('Operatore').check();
    await page.getByRole('button', { name: 'Aggiungi e scrivi' }).click();
    await seeText(page, 'Le abbiamo mandato l’invito');
    const letter = await mailTo(address, person.email, /accesso a Turno/);
    const link = letter.links.find((one) => one.includes('/reset-password'));
    const guest = await newVisitor(browser, address, { width: phone });
    await guest.page.goto(link ?? '');
    const secret = 'un gatto sul tetto 42';
    await guest.page.getByLabel('Nuova password', { exact: true }).fill(secret);
    await guest.page.getByRole('button', { name: 'Salva la password' }).click();
    await logIn(guest.page, person.email, secret);
    await guest.page.goto('/office');
    await guest.page.getByRole('link', { name: 'Impostazioni' }).click();
    await guest.page.getByRole('link', { name: 'Chi può fare cosa' }).click();
    await seeText(guest.page, 'I tuoi ruoli: Operatore.');
    await guest.page.goto(`${office}/people`);
    await seeHeading(guest.page, 'Non hai il permesso');
    await guest.page.getByRole('link', { name: 'Vai al lavoro della sede' }).click();
    await guest.page.waitForURL(/\/agenda/);
    await guest.leave();
    await leave();
  });

  it('every page of it is accessible, wide and narrow', async () => {
    const { page, leave } = await newVisitor(browser, address);
    await enterOffice(page, 'admin');
    const below = ['settings', 'details', 'privacy', 'services', 'services/passport', 'people', 'roles'];
    const network = ['', '/contacts', '/people', '/roles', '?show=missing'].map((path) => `/network${path}`);
    for (const path of [...below.map((name) => `${office}/${name}`), ...network]) {
      await page.goto(path);
      await goodAtEveryWidth(page);
    }
    await page.goto('/network/contacts');
    await page
      .getByLabel('Oppure incolla qui le righe')
      .fill('code;email\namb-tokyo;nuova@amb-tokyo.example\nnowhere;x');
    await page.getByRole('button', { name: 'Controlla che cosa cambia' }).click();
    await seeText(page, 'Nessuna sede ha questo codice.');
    await goodAtEveryWidth(page);
    await leave();
  });
});
