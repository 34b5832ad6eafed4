import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '#test/browser.ts';
import { mailTo, manageLink } from './steps/mailbox.ts';
import { newVisitor, seeText } from './steps/visitor.ts';
import { turnoAddress } from './steps/this-turno.ts';

const chiara = 'chiara.sartori@demo.example';
/** The worker looks every minute for whom to ask. */
const patience = { timeout: 75_000 };

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

// Booked by the demo a fortnight ago, and due to be confirmed these days.
it('an appointment is confirmed from the e-mail that asks for it', { timeout: 100_000 }, async () => {
  const address = turnoAddress;
  const { page, complaints, leave } = await newVisitor(browser, address);
  await page.goto(manageLink(await mailTo(address, chiara, /^Conferma il tuo appuntamento/, patience)));
  await seeText(page, 'Devi confermare');
  await page.getByRole('button', { name: 'Conferma l’appuntamento' }).click();
  await seeText(page, 'L’appuntamento è confermato');
  await mailTo(address, chiara, /^Confermato/);
  expect(complaints).toEqual([]);
  await leave();
});
