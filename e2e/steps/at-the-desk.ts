import type { Page } from 'playwright-core';
import { logIn } from './enter.ts';
import type { InventedPerson } from './invented-person.ts';
import { seeHeading } from './visitor.ts';

/** Somebody who works at an office, at the login's ordinary door. */
export async function enterOffice(page: Page, who: string): Promise<void> {
  await page.goto('/login');
  await logIn(page, `${who}@demo.example`);
  if (!new URL(page.url()).pathname.startsWith('/office')) await page.goto('/office');
}

/** Books for somebody who stands there, at the last hour of a day; answers with its code, and its page is open. */
export async function bookForCitizen(
  page: Page,
  wish: { service: string; day: Temporal.PlainDate; person: InventedPerson },
): Promise<string> {
  const { service, day, person } = wish;
  await page.getByRole('link', { name: 'Prenota per un cittadino' }).first().click();
  await page.getByRole('main').getByRole('link', { name: service }).click();
  await page.getByLabel('Giorno', { exact: true }).fill(day.toString());
  await page.getByRole('button', { name: 'Mostra gli orari' }).click();
  await page.locator('.t-time-choices label').last().click();
  await page.getByLabel('Nome', { exact: true }).fill(person.givenName);
  await page.getByLabel('Cognome', { exact: true }).fill(person.familyName);
  await page.getByLabel('Data di nascita').fill(person.birthDate);
  await page.getByLabel('E-mail').fill(person.email);
  await page.getByRole('button', { name: 'Prenota', exact: true }).click();
  await seeHeading(page, 'Prenotazione fatta');
  await page.getByRole('link', { name: 'Apri la prenotazione' }).click();
  await seeHeading(page, `${person.givenName} ${person.familyName}`);
  return new URL(page.url()).pathname.slice(-8);
}
