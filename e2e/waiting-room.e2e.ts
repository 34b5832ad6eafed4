import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '#test/browser.ts';
import { logIn } from './steps/enter.ts';
import { faultsOf } from './steps/judge-page.ts';
import { turnoAddress } from './steps/this-turno.ts';
import { heading, newVisitor, phone } from './steps/visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

it('on a phone and without scripts somebody finds the waiting room, joins, comes back to the place, and leaves it', async () => {
  const { page, leave } = await newVisitor(browser, turnoAddress, { width: phone, scripts: false });
  await page.goto('/offices/cons-buenos-aires/cie');
  await page.getByRole('link', { name: 'Mettiti in fila' }).click();
  expect(await heading(page)).toBe('Sala d’attesa');
  await page.getByRole('main').getByRole('link', { name: 'Accedi e mettiti in fila' }).click();
  await logIn(page, 'chiara.sartori@demo.example');
  await page.getByRole('button', { name: 'Mettiti in fila' }).click();
  await page.waitForURL(/\/waiting-room\/tickets\//);
  expect(await heading(page)).toBe('Sei in sala d’attesa');
  expect(await page.locator('meta[http-equiv="refresh"]').count()).toBe(1);
  expect(await faultsOf(page, { language: 'it', axe: false })).toEqual([]);
  const place = page.url();
  await page.goto('/bookings');
  await page.getByRole('main').getByRole('link', { name: 'Vedi il tuo posto' }).click();
  expect(page.url()).toBe(place);
  await page.getByRole('link', { name: 'Esci dalla fila' }).click();
  await page.getByRole('button', { name: 'Esci dalla fila' }).click();
  expect(await heading(page)).toBe('Hai lasciato la fila');
  await leave();
});
