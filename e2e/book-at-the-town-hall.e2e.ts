import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/browser.ts';
import { logIn } from './steps/enter.ts';
import { fillVisit, goToSummary, pressBook } from './steps/fill-in.ts';
import { chooseFirstDate, chooseLateDate, findService, firstTime, pressTime } from './steps/find-times.ts';
import { inventPerson } from './steps/invented-person.ts';
import { mailTo, manageLink } from './steps/mailbox.ts';
import { errorBeside, newVisitor, phone, pressAndStay, seeHeading, seeText, type Visitor } from './steps/visitor.ts';
import { turnoAddress } from './steps/this-turno.ts';

const card = { search: 'Roma', office: /Anagrafe – Comune di Roma$/, service: /Carta d.identità elettronica/ };
const giulia = { email: 'giulia.ferri@demo.example', codiceFiscale: 'FRRGLI88D52H501Q' };

describe('an identity card at the town hall of Roma', () => {
  const address = turnoAddress;
  let browser: Browser;
  let visitor: Visitor;
  let code: string;
  beforeAll(async () => {
    browser = await launchBrowser();
    visitor = await newVisitor(browser, address, { width: phone });
  });
  afterAll(() => browser.close());

  it('is booked after every mistake in the codice fiscale was told beside the field', async () => {
    const { page } = visitor;
    await findService(page, card);
    await chooseLateDate(page);
    await pressTime(page, await firstTime(page));
    await seeHeading(page, 'Chi viene all’appuntamento?');
    await page.getByLabel('Nome', { exact: true }).fill('Giulia');
    await page.getByLabel('Cognome').fill('Ferri');
    await fillVisit(page);

    expect(await complaintAbout(page, '')).toContain('Scrivi il codice fiscale');
    expect(await complaintAbout(page, 'FRRGLI88')).toContain('ha 16 caratteri');
    expect(await complaintAbout(page, 'FRRGLI88D52H501Z')).toContain('L’ultima lettera non corrisponde');
    expect(await complaintAbout(page, inventPerson().codiceFiscale)).toContain('non corrisponde al nome');
    expect(await page.getByLabel('Scadenza o rinnovo').isChecked()).toBe(true);
    expect(await page.title()).toMatch(/^Errore: /);

    // As people write it: small letters and spaces.
    await page.getByLabel('Codice fiscale').fill('frr gli 88d52 h501q');
    await goToSummary(page);
    await seeText(page, giulia.codiceFiscale);
    // Only now, with everything filled in and the seat held, comes the login.
    await page.getByRole('main').getByRole('link', { name: 'Accedi e prenota' }).click();
    await logIn(page, giulia.email);
    await seeText(page, giulia.codiceFiscale);
    code = await pressBook(page);
    await seeText(page, 'Devi confermare tra');
    expect(visitor.complaints).toEqual([]);
  });

  it('is cancelled from the e-mail without login, and only when the person says so', async () => {
    const link = manageLink(await mailTo(address, giulia.email, /^Prenotato/, { code }));
    for (const path of ['', '/cancel', '/confirm', '']) await fetch(`${link}${path}`);
    await fetch(link, { method: 'HEAD' });
    await fetch(`${link}/cancel`, { method: 'POST' });
    const other = await newVisitor(browser, address, { scripts: false, width: phone });
    const { page } = other;
    await page.goto(link);
    await seeHeading(page, 'Il tuo appuntamento');
    await seeText(page, 'Non puoi ancora confermare');
    await page.getByRole('link', { name: 'Annulla l’appuntamento' }).click();
    await seeHeading(page, 'Vuoi annullare l’appuntamento?');
    await page.getByRole('button', { name: 'Sì, annulla' }).click();
    await seeText(page, 'L’appuntamento è annullato');
    await mailTo(address, giulia.email, /^Annullato/, { code });

    await visitor.page.goto('/bookings');
    expect(await visitor.page.locator('main').innerText()).toContain('Annullat');
    expect(other.complaints).toEqual([]);
    await other.leave();
  });

  it('tells of a birth date that the codice fiscale contradicts, where both are asked', async () => {
    const { page } = visitor;
    await findService(page, { search: 'Londra', office: /Consolato Generale/, service: 'Passaporto' });
    await chooseFirstDate(page);
    await pressTime(page, await firstTime(page));
    await page.getByLabel('Data di nascita').fill('31/02/1988');
    await pressAndStay(page, page.getByRole('main').getByRole('button', { name: 'Continua' }));
    expect(await errorBeside(page, page.getByLabel('Data di nascita'))).toContain('non esiste');
    await page.getByLabel('Data di nascita').fill('13/04/1988');
    expect(await complaintAbout(page, giulia.codiceFiscale)).toContain('non corrisponde alla data di nascita');
    await page.getByRole('button', { name: 'Lascia il posto' }).click();
    await seeHeading(page, /Scegli l’ora/);
  });

  async function complaintAbout(page: Page, codiceFiscale: string): Promise<string> {
    const field = page.getByLabel('Codice fiscale');
    await field.fill(codiceFiscale);
    const sent = page.waitForResponse((response) => response.request().method() === 'POST');
    await pressAndStay(page, page.getByRole('main').getByRole('button', { name: 'Continua' }));
    expect((await sent).status()).toBe(422);
    expect(await field.inputValue()).toBe(codiceFiscale);
    return errorBeside(page, field);
  }
});
