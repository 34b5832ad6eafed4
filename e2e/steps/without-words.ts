import type { AnyPage } from './any-page.ts';
import { type InventedPerson, password } from './invented-person.ts';
import { codeFor } from './mailbox.ts';

/** The consulate's passport, found by what elements are and not by what they say: for pages in any language. */
export async function holdWithoutWords(page: AnyPage, { party = 1 } = {}): Promise<void> {
  await page.goto('/');
  await page.locator('main input[name="q"]').fill('Londra');
  await page.locator('main form:has(input[name="q"]) button[type="submit"]').first().click();
  await page.locator('main a[href="/offices/cons-london"]').first().click();
  await page.locator('main a[href^="/offices/cons-london/passport"]').first().click();
  if (party > 1) await page.locator(`main a[href*="party=${party}"]`).first().click();
  await page.locator('.t-first-dates a').first().click();
  await page.locator('button[name="slot"]').first().click();
  await page.waitForURL(/\/holds\//);
}

export async function registerWithoutWords(page: AnyPage, address: string, person: InventedPerson): Promise<void> {
  await page.locator('main a[href^="/register"]').click();
  const { givenName, familyName, codiceFiscale, email } = person;
  const answers = { givenName, familyName, codiceFiscale, email, password };
  for (const [name, value] of Object.entries(answers)) await page.locator(`main [name="${name}"]`).fill(value);
  await page.locator('main [name="birthDate"]').fill(person.birthDate);
  await send(page);
  await page.waitForURL(/\/verify-email/);
  await page.locator('main input[name="code"]').fill(await codeFor(address, email));
  await page.locator('main form:has(input[name="code"]) button[type="submit"]').first().click();
  await page.waitForURL(/\/holds\//);
}

export async function logInWithoutWords(page: AnyPage, email: string, secret: string): Promise<void> {
  await page.locator('main a[href^="/login"]').first().click();
  await page.locator('main input[name="email"]').fill(email);
  await page.locator('main input[name="password"]').fill(secret);
  await send(page);
  await page.waitForURL((url) => url.pathname !== '/login');
}

/** The people form, then the summary is open. */
export async function fillWithoutWords(page: AnyPage): Promise<void> {
  await page.locator('input[name="reason"]').first().check();
  await page.locator('input[name="privacy"]').check();
  await send(page);
  await page.waitForURL(/\/summary$/);
}

/** Books from the summary; answers with the code. */
export async function bookWithoutWords(page: AnyPage): Promise<string> {
  await page.locator('form[action$="/book"] button[type="submit"]').click();
  await page.waitForURL(/\/bookings\/[A-Z0-9]{8}$/);
  return page.url().slice(-8);
}

export async function cancelWithoutWords(page: AnyPage): Promise<void> {
  await page.locator('main a[href$="/cancel"]').first().click();
  await page.locator('form[action$="/cancel"] button[type="submit"]').click();
  await page.waitForURL(/\/bookings\/[A-Z0-9]{8}$/);
}

/** The button of the page's own form. */
async function send(page: AnyPage): Promise<void> {
  await page.locator('main form .t-actions button[type="submit"]').first().click();
}
