import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '#test/browser.ts';
import { logIn } from './steps/enter.ts';
import { goToSummary, pressBook } from './steps/fill-in.ts';
import { chooseFirstDate, findService } from './steps/find-times.ts';
import { mailsTo, mailTo } from './steps/mailbox.ts';
import { turnoAddress } from './steps/this-turno.ts';
import { errorBeside, newVisitor, phone, seeHeading, seeText } from './steps/visitor.ts';

const address = turnoAddress;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

it('a driving licence: on a phone without scripts, with questions and a file, and given up again', async () => {
  const { page, complaints, leave } = await newVisitor(browser, address, { width: phone, scripts: false });
  await findService(page, {
    search: 'Londra',
    office: /Consolato Generale/,
    service: 'Conferma di validità della patente',
  });
  await seeText(page, 'Tieni pronta una foto o un PDF');
  await chooseFirstDate(page);
  await page.locator('button[name="slot"]').first().click();
  await page.getByRole('main').getByRole('link', { name: 'Accedi' }).click();
  await logIn(page, 'clara.benetti@demo.example');
  const licence = page.getByLabel('Numero della patente italiana');
  await licence.fill('U1A');
  await page.getByLabel('Conferma di validità').check();
  await page.getByLabel(/Ho letto l’/).check();
  await page.getByRole('button', { name: 'Continua' }).click();
  expect(await errorBeside(page, licence)).toContain('dieci lettere maiuscole e cifre');
  await licence.fill('U1A23B456C');
  await page.getByRole('button', { name: 'Continua' }).click();

  await seeHeading(page, 'Invia i documenti');
  const file = page.getByLabel('Copia della patente, fronte e retro');
  const scan = { name: 'patente.png', mimeType: 'image/png' };
  await file.setInputFiles({ ...scan, buffer: Buffer.from('no picture') });
  await page.getByRole('button', { name: 'Invia e continua' }).click();
  expect(await errorBeside(page, file)).toContain('PDF');
  await file.setInputFiles({ ...scan, buffer: await page.screenshot() });
  await page.getByRole('button', { name: 'Invia e continua' }).click();
  await seeHeading(page, 'Controlla e prenota');
  await seeText(page, 'U1A23B456C');

  const code = await pressBook(page);
  await seeText(page, 'patente.png');
  await page.getByRole('link', { name: 'Annulla l’appuntamento' }).click();
  await page.getByRole('button', { name: 'Sì, annulla' }).click();
  await seeText(page, 'annullato');
  await mailTo(address, 'clara.benetti@demo.example', /annullat/i, { code });
  expect(complaints).toEqual([]);
  await leave();
});

it('a registration that asks for a code by e-mail: a wrong one costs an attempt, the right one books', async () => {
  const { page, complaints, leave } = await newVisitor(browser, address, { width: phone, timeZone: 'Europe/Rome' });
  const email = 'elena.kofler@demo.example';
  const before = (await mailsTo(address, email)).length;
  await page.goto('/login');
  await logIn(page, email);
  await findService(page, { search: 'New York', office: /Consolato Generale/, service: "Iscrizione all'AIRE" });
  await chooseFirstDate(page);
  await page.locator('button[name="slot"]').first().click();
  await page.getByLabel(/Ho letto l’/).check();
  await goToSummary(page);
  await seeText(page, 'da te');
  const field = page.getByLabel('Codice di sei cifre');
  await expect.poll(async () => (await mailsTo(address, email)).length, { timeout: 15_000 }).toBeGreaterThan(before);
  const { text } = await mailTo(address, email, /^\d{6} è il tuo codice/);
  const right = /\b\d{3} ?\d{3}\b/.exec(text)?.[0].replace(' ', '') ?? '';
  await field.fill(right === '111111' ? '222222' : '111111');
  await page.getByRole('button', { name: 'Prenota', exact: true }).click();
  await expect.poll(() => errorBeside(page, field)).toMatch(/tentativi/);
  await field.fill(right);
  const code = await pressBook(page);
  await page.getByRole('link', { name: 'Annulla l’appuntamento' }).click();
  await page.getByRole('button', { name: 'Sì, annulla' }).click();
  await mailTo(address, email, /annullat/i, { code });
  expect(complaints).toEqual([]);
  await leave();
});
