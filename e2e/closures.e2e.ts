import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/browser.ts';
import { enterOffice } from './steps/at-the-desk.ts';
import { faultsOf } from './steps/judge-page.ts';
import { desktop, newVisitor, phone, seeHeading, seeText } from './steps/visitor.ts';
import { turnoAddress } from './steps/this-turno.ts';

const address = turnoAddress;
const closures = '/office/cons-london/closures';

/** A Wednesday and the Friday after it, far enough ahead that no other journey books then. */
function someDays(): { wednesday: string; friday: string } {
  const today = Temporal.Now.plainDateISO('Europe/London');
  const wednesday = today.add({ days: 70 + ((10 - today.dayOfWeek) % 7) });
  return { wednesday: wednesday.toString(), friday: wednesday.add({ days: 2 }).toString() };
}

describe('the calendar of the consulate in London', () => {
  let browser: Browser;
  const { wednesday, friday } = someDays();
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  async function reasons(page: Page, it: string, en: string): Promise<void> {
    await page.getByLabel('Motivo in italiano').fill(it);
    await page.getByLabel('Motivo in inglese').fill(en);
  }

  async function toTheDay(page: Page, day: string): Promise<void> {
    await page.goto(closures);
    await page.locator(`a[data-day="${day}"]`).click();
    await page.getByRole('heading', { name: 'Che cosa vuoi fare?' }).waitFor();
  }

  it.each([desktop, phone])(
    'shows a closure and an extra opening before they are made, %d pixels wide',
    async (width) => {
      const { page, complaints, leave } = await newVisitor(browser, address, { scripts: false, width });
      const judge = async () => expect(await faultsOf(page, { language: 'it', axe: false })).toEqual([]);
      await enterOffice(page, 'manager.london');
      await toTheDay(page, wednesday);
      await judge();
      await page.getByRole('link', { name: 'Chiudi tutto il giorno' }).click();
      await reasons(page, 'Lavori', 'Works');
      await page.getByRole('button', { name: 'Guarda che cosa cambia' }).click();
      await seeHeading(page, 'Prima di chiudere, guarda che cosa cambia');
      await seeText(page, 'Posti in meno');
      await judge();
      await page.getByRole('button', { name: 'Conferma la chiusura' }).click();
      await seeText(page, 'Chiusura aggiunta');
      await judge();

      await toTheDay(page, wednesday);
      await seeText(page, 'Chiusura: Lavori');
      await page.getByRole('link', { name: 'Apri in più' }).click();
      await page.getByLabel('Planner').selectOption({ index: 1 });
      await page.getByLabel('Dalle', { exact: true }).fill('18:00');
      await page.getByLabel('Alle', { exact: true }).fill('20:00');
      await page.getByLabel('Minuti per appuntamento').fill('20');
      await page.getByLabel('Sportelli aperti').fill('2');
      await reasons(page, 'Open day', 'Open day');
      await page.getByRole('button', { name: 'Guarda che cosa cambia' }).click();
      await seeText(page, 'Vale anche nei giorni in cui la sede è chiusa.');
      await judge();
      await page.getByRole('button', { name: 'Conferma l’apertura' }).click();
      await seeText(page, 'i posti sono pronti');

      for (const [link, button, done] of [
        [/^Togli: /, 'Conferma e togli', 'Apertura straordinaria tolta'],
        [/^Riapri: /, 'Conferma e riapri', 'Chiusura tolta'],
      ] as const) {
        await toTheDay(page, wednesday);
        await page.getByRole('link', { name: link }).first().click();
        await page.getByRole('button', { name: button }).click();
        await seeText(page, done);
      }
      expect(complaints).toEqual([]);
      await leave();
    },
  );

  it('is walked with the keyboard, and several days are chosen with Shift', async () => {
    const { page, complaints, leave } = await newVisitor(browser, address);
    await enterOffice(page, 'manager.london');
    await page.goto(closures);
    expect(await faultsOf(page, { language: 'it' })).toEqual([]);
    await page.locator(`a[data-day="${wednesday}"]`).focus();
    await page.keyboard.press('Shift+Enter');
    await page.getByText(/Ora scegli l’ultimo giorno/).waitFor({ state: 'attached' });
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+Enter');
    await seeHeading(page, 'Chiudi uno o più giorni');
    expect(await page.getByLabel('Dal giorno').inputValue()).toBe(wednesday);
    expect(await page.getByLabel('Fino al giorno').inputValue()).toBe(friday);
    await reasons(page, 'Trasloco', 'Removal');
    await page.keyboard.press('Enter');
    await seeHeading(page, 'Prima di chiudere, guarda che cosa cambia');
    expect(await faultsOf(page, { language: 'it' })).toEqual([]);
    expect(complaints).toEqual([]);
    await leave();
  });

  it('is dragged over with the mouse, and a short press still opens the day', async () => {
    const { page, complaints, leave } = await newVisitor(browser, address);
    await enterOffice(page, 'manager.london');
    await page.goto(closures);
    await page.locator(`a[data-day="${wednesday}"]`).hover();
    await page.mouse.down();
    await page.locator(`a[data-day="${friday}"]`).hover();
    await page.mouse.up();
    await seeHeading(page, 'Chiudi uno o più giorni');
    expect(await page.getByLabel('Fino al giorno').inputValue()).toBe(friday);
    await toTheDay(page, wednesday);
    expect(await faultsOf(page, { language: 'it' })).toEqual([]);
    expect(complaints).toEqual([]);
    await leave();
  });

  it('suggests holidays, and leads from them to a preview', async () => {
    const { page, leave } = await newVisitor(browser, address);
    await enterOffice(page, 'manager.london');
    await page.goto(closures);
    await page.getByRole('link', { name: /^Festività/ }).click();
    await seeHeading(page, 'Festività');
    expect(await faultsOf(page, { language: 'it' })).toEqual([]);
    await page.getByRole('checkbox').first().check();
    await page.getByRole('button', { name: 'Guarda che cosa cambia' }).click();
    await seeHeading(page, 'Prima di aggiungere le festività, guarda che cosa cambia');
    await leave();
  });
});
