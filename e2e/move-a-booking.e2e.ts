import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/browser.ts';
import { enterOffice } from './steps/at-the-desk.ts';
import { register, typeCode } from './steps/enter.ts';
import { fillVisit, goToSummary, pressBook } from './steps/fill-in.ts';
import { chooseFirstDate, findService, firstTime, pressTime } from './steps/find-times.ts';
import { inventPerson } from './steps/invented-person.ts';
import { faultsOf } from './steps/judge-page.ts';
import { mailTo, manageLink } from './steps/mailbox.ts';
import { desktop, newVisitor, phone, seeHeading, seeText } from './steps/visitor.ts';
import { turnoAddress } from './steps/this-turno.ts';

const passport = { search: 'Londra', office: /Consolato Generale d.Italia a Londra/, service: 'Passaporto' };

describe('moving an appointment', () => {
  const address = turnoAddress;
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it.each([
    ['with scripts', true],
    ['without scripts', false],
  ])(
    'is done on a phone %s, then offered another seat by the office, then asked about by link',
    async (_how, scripts) => {
      const { page, complaints, leave } = await newVisitor(browser, address, { scripts, width: phone });
      const ada = inventPerson('Ada');
      const judge = async () => expect(await faultsOf(page, { language: 'it', axe: scripts })).toEqual([]);
      const code = await book(page, ada);

      await page.getByRole('link', { name: 'Cambia giorno o ora' }).click();
      await seeHeading(page, 'Scegli un altro giorno');
      await seeText(page, /resta tuo finché non hai il nuovo/);
      await judge();
      await page.locator('.t-first-dates a').nth(1).click();
      await seeHeading(page, /^Orari liberi/);
      await judge();
      await page.locator('button[name=slot]').first().click();
      await seeHeading(page, 'Vuoi questo nuovo orario?');
      await judge();
      await page.getByRole('button', { name: 'Sì, sposta l’appuntamento' }).click();
      await seeText(page, 'Appuntamento spostato');
      const moved = await mailTo(address, ada.email, /^Spostato: Passaporto/, { code });
      expect(moved.attachments[0]?.content).toContain('SEQUENCE:1');

      const desk = await newVisitor(browser, address, { width: desktop });
      await enterOffice(desk.page, 'operator.london');
      await desk.page.goto(`/office/cons-london/bookings/${code}`);
      await desk.page.getByRole('link', { name: 'Sposta o offri un altro posto' }).first().click();
      await seeHeading(desk.page, /^Un altro orario per/);
      await desk.page.getByLabel(/Offri, decide la persona/).check();
      await desk.page.locator('button[name=slot]').last().click();
      await seeText(desk.page, /Nuovo posto offerto/);

      const offered = await mailTo(address, ada.email, /^Nuovo posto offerto/, { code });
      await page.context().clearCookies();
      await page.goto(manageLink(offered));
      await seeText(page, 'La sede ti offre un altro posto');
      await judge();
      await page.getByRole('button', { name: 'Accetta il nuovo posto' }).click();
      await seeText(page, 'Appuntamento spostato');
      await mailTo(address, ada.email, /^Spostato: Passaporto/, { code });

      await page.getByRole('link', { name: /Scrivi alla sede/ }).click();
      await seeHeading(page, 'Scrivi alla sede');
      await judge();
      await page.getByLabel(/Cambiare qualcosa/).check();
      await page.getByLabel('Spiega alla sede').fill('Vengo con il passeggino: serve un ingresso senza scale?');
      await page.getByRole('button', { name: 'Manda la richiesta' }).click();
      await seeText(page, 'In attesa di risposta');

      await desk.page.goto('/office/cons-london/to-do');
      await seeHeading(desk.page, 'Da fare');
      expect(await faultsOf(desk.page, { language: 'it', axe: scripts })).toEqual([]);
      const row = desk.page.getByRole('row', { name: new RegExp(ada.familyName) });
      await row.getByRole('link', { name: /Leggi e rispondi/ }).click();
      await seeHeading(desk.page, /chiede un cambiamento$/);
      expect(await faultsOf(desk.page, { language: 'it', axe: scripts })).toEqual([]);
      await desk.page.getByLabel('Risposta, come la leggerà la persona').fill('Sì: suona al cancello di destra.');
      await desk.page.getByRole('button', { name: 'Manda la risposta' }).click();
      await seeHeading(desk.page, 'Da fare');
      await mailTo(address, ada.email, /^Risposta della sede/, { code });
      await page.reload();
      await seeText(page, 'Sì: suona al cancello di destra.');
      expect([...complaints, ...desk.complaints]).toEqual([]);
      await desk.leave();
      await leave();
    },
  );

  async function book(page: Page, ada: ReturnType<typeof inventPerson>): Promise<string> {
    await findService(page, passport);
    await chooseFirstDate(page);
    await pressTime(page, await firstTime(page));
    await page.getByRole('main').getByRole('link', { name: 'Registrati' }).click();
    await register(page, ada);
    await typeCode(page, address, ada);
    await fillVisit(page);
    await goToSummary(page);
    return pressBook(page);
  }
});
