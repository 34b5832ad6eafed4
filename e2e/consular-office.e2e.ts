import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/browser.ts';
import { enterOffice } from './steps/at-the-desk.ts';
import { demoPassword, logIn } from './steps/enter.ts';
import { faultsOf } from './steps/judge-page.ts';
import { mailTo } from './steps/mailbox.ts';
import { newVisitor, phone, seeHeading, seeText } from './steps/visitor.ts';
import { turnoAddress } from './steps/this-turno.ts';

const address = turnoAddress;
const office = '/office/cons-london';
const diego = { email: 'diego.moretti@demo.example', name: 'Diego Moretti' };
const missing = 'Serve una bolletta degli ultimi tre mesi.';

describe('a consulate that looks at documents before the day', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('asks for what is missing, approves, and offers another seat for a day that it closes', async () => {
    const officer = await newVisitor(browser, address);
    await enterOffice(officer.page, 'officer.london');
    const code = await takeInCharge(officer.page);
    await askToComplete(officer.page);
    await mailTo(address, diego.email, /^Manca qualcosa/, { code });

    const citizen = await newVisitor(browser, address, { width: phone, scripts: false });
    await citizen.page.goto('/login');
    await logIn(citizen.page, diego.email, demoPassword);
    const seeBooking = () => citizen.page.goto(`/bookings/${code}`);
    await seeBooking();
    await seeText(citizen.page, missing);
    await judge(citizen.page);
    await citizen.page.getByRole('button', { name: 'Ho mandato tutto' }).click();
    await seeText(citizen.page, 'La sede sa che hai mandato tutto');

    await approve(officer.page, code);
    await seeBooking();
    await seeText(citizen.page, 'La sede ha controllato: va tutto bene');

    const manager = await newVisitor(browser, address);
    await enterOffice(manager.page, 'manager.london');
    await closeTheDay(manager.page, await dayOf(officer.page));
    const offered = await mailTo(address, diego.email, /^Nuovo posto offerto/, { code });
    expect(offered.text).toContain('Sciopero');
    await seeBooking();
    await seeText(citizen.page, 'La sede ti offre un altro posto');
    await judge(citizen.page);
    await citizen.page.getByRole('button', { name: 'Accetta il nuovo posto' }).click();
    await seeText(citizen.page, 'Appuntamento spostato');

    expect([...officer.complaints, ...citizen.complaints, ...manager.complaints]).toEqual([]);
    for (const { leave } of [officer, citizen, manager]) await leave();
  });
});

async function judge(page: Page): Promise<void> {
  expect(await faultsOf(page, { language: 'it', axe: false })).toEqual([]);
}

/** From the queue to the examination, with the request in charge; answers with the booking's code. */
async function takeInCharge(page: Page): Promise<string> {
  await page.getByRole('link', { name: /^Da fare/ }).click();
  await page.getByRole('link', { name: /^Da esaminare/ }).click();
  await seeHeading(page, 'Da esaminare');
  const row = page.getByRole('row', { name: new RegExp(diego.name) });
  await row.getByRole('link', { name: /^Esamina/ }).click();
  await page.getByRole('button', { name: 'Prendi in carico ed esamina' }).click();
  await seeText(page, /La stai esaminando tu/);
  return /bookings\/(\w{8})\//.exec(page.url())?.[1] ?? '';
}

async function askToComplete(page: Page): Promise<void> {
  const note = page.getByLabel(/^Spiegazione in italiano/);
  if (!(await note.isVisible())) await page.getByText('Manca qualcosa', { exact: true }).click();
  await note.fill(missing);
  await page.getByRole('button', { name: 'Chiedi di completare' }).click();
  await seeHeading(page, 'Da esaminare');
}

async function approve(page: Page, code: string): Promise<void> {
  await page.goto(`${office}/bookings/${code}/examine`);
  await seeText(page, /ha detto di avere mandato tutto/);
  await judge(page);
  await page.getByRole('button', { name: 'Va tutto bene' }).click();
  await seeHeading(page, 'Da esaminare');
  await page.goto(`${office}/bookings/${code}`);
}

/** The day of the appointment whose page is open. */
async function dayOf(page: Page): Promise<string> {
  const link = await page.locator('a[href*="/agenda?date="]').first().getAttribute('href');
  return /date=([\d-]+)/.exec(link ?? '')?.[1] ?? '';
}

async function closeTheDay(page: Page, day: string): Promise<void> {
  await page.goto(`${office}/closures`);
  await page.locator(`a[data-day="${day}"]`).click();
  await page.getByRole('link', { name: 'Chiudi tutto il giorno' }).click();
  await page.getByLabel('Motivo in italiano').fill('Sciopero');
  await page.getByLabel('Motivo in inglese').fill('Strike');
  await page.getByLabel('Che cosa chiude').selectOption({ label: 'Anagrafe consolare e patenti' });
  await page.getByRole('button', { name: 'Guarda che cosa cambia' }).click();
  await seeHeading(page, 'Prima di chiudere, guarda che cosa cambia');
  await page.getByLabel('Nello stesso giorno della settimana').check();
  await page.getByRole('button', { name: 'Aggiorna l’elenco' }).click();
  await seeText(page, /avrebbe un nuovo posto|avrebbero un nuovo posto/);
  await judge(page);
  await page.getByRole('button', { name: 'Conferma la chiusura' }).click();
  await seeText(page, 'Chiusura aggiunta');
}
