import type { Page } from 'playwright-core';
import { type InventedPerson, password } from './invented-person.ts';
import { codeFor } from './mailbox.ts';
import { seeHeading } from './visitor.ts';

export const demoPassword = 'prova-turno-2026';

/** Fills in the registration that is open and sends it. */
export async function register(page: Page, person: InventedPerson): Promise<void> {
  await seeHeading(page, 'Registrati');
  await page.getByLabel('Nome', { exact: true }).fill(person.givenName);
  await page.getByLabel('Cognome', { exact: true }).fill(person.familyName);
  await page.getByLabel('Data di nascita').fill(person.birthDate);
  await page.getByLabel('Codice fiscale').fill(person.codiceFiscale);
  await page.getByLabel('E-mail', { exact: true }).fill(person.email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('main').getByRole('button', { name: 'Continua' }).click();
  await seeHeading(page, 'Conferma la tua e-mail');
}

/** Reads the code in the e-mail and types it in the page that waits for it. */
export async function typeCode(page: Page, address: string, person: InventedPerson): Promise<void> {
  await page.getByLabel('Codice di sei cifre').fill(await codeFor(address, person.email));
  await page.getByRole('button', { name: 'Conferma il codice' }).click();
}

/** Fills in the login that is open and sends it. */
export async function logIn(page: Page, email: string, secret = demoPassword): Promise<void> {
  await seeHeading(page, 'Accedi');
  await page.getByLabel('E-mail', { exact: true }).fill(email);
  await page.getByLabel('Password', { exact: true }).fill(secret);
  await page.getByRole('main').getByRole('button', { name: 'Accedi' }).click();
  await page.waitForURL((url) => url.pathname !== '/login');
}
