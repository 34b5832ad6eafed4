import type { Page } from 'playwright-core';
import type { InventedPerson } from './invented-person.ts';
import { seeHeading } from './visitor.ts';

/** Somebody who comes along, into the block "Persona N". */
export async function fillCompanion(page: Page, number: number, person: InventedPerson): Promise<void> {
  const block = page.getByRole('group', { name: `Persona ${number}` });
  await block.getByLabel('Chi è per te').selectOption({ label: 'Coniuge' });
  await block.getByLabel('Nome', { exact: true }).fill(person.givenName);
  await block.getByLabel('Cognome', { exact: true }).fill(person.familyName);
  await block.getByLabel('Data di nascita').fill(person.birthDate);
}

/** What every booking asks at the end of the people form. */
export async function fillVisit(page: Page): Promise<void> {
  await page.getByLabel('Scadenza o rinnovo').check();
  await page.getByLabel(/Ho letto l’/).check();
}

export async function goToSummary(page: Page): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: 'Continua' }).click();
  await seeHeading(page, 'Controlla e prenota');
}

/** Presses the last button; answers with the booking's code. */
export async function pressBook(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Prenota', exact: true }).click();
  await page.waitForURL(/\/bookings\/[A-Z0-9]{8}$/);
  return page.url().slice(-8);
}
