import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/browser.ts';
import { logIn } from './steps/enter.ts';
import { goToSummary, pressBook } from './steps/fill-in.ts';
import { firstTime, pressTime } from './steps/find-times.ts';
import { newVisitor, phone, seeHeading, seeText } from './steps/visitor.ts';
import { turnoAddress } from './steps/this-turno.ts';

const email = 'matteo.valeri@demo.example';

describe('from the first date to the receipt, with name, surname, codice fiscale and municipality', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('what was written once is never written again, without scripts either', async () => {
    const person = await personOf(email);
    const visitor = await newVisitor(browser, turnoAddress, { scripts: false, width: phone });
    const { page } = visitor;
    await page.goto('/');
    await page.getByRole('link', { name: /trova la prima data/ }).click();
    await page.getByLabel('Comune', { exact: true }).fill('Frascati');
    await page.locator('main [name=givenName]').fill(person.givenName);
    await page.getByLabel('Cognome').fill(person.familyName);
    await page.getByLabel('Codice fiscale').fill(person.codiceFiscale);
    await page.getByRole('button', { name: 'Mostra le prime date' }).click();
    await seeHeading(page, /le prime date vicino a Frascati/);
    expect(page.url()).not.toContain(person.familyName);
    expect(await page.locator('.t-map a').count()).toBeGreaterThan(2);
    await page
      .locator('.t-listed')
      .first()
      .getByRole('link', { name: /Scegli l’ora/ })
      .click();
    await seeHeading(page, /Scegli l’ora/);
    await pressTime(page, await firstTime(page));
    await seeHeading(page, 'Chi viene all’appuntamento?');
    expect(await page.getByLabel('Cognome').inputValue()).toBe(person.familyName);
    expect(await page.getByLabel('Codice fiscale').inputValue()).toBe(person.codiceFiscale);
    await page.getByLabel(/Ho letto l’/).check();
    await goToSummary(page);
    await page.getByRole('main').getByRole('link', { name: 'Accedi e prenota' }).click();
    await logIn(page, email);
    await pressBook(page);
    await seeText(page, person.familyName);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });
});

async function personOf(email: string): Promise<{ givenName: string; familyName: string; codiceFiscale: string }> {
  const answer = await fetch(`${turnoAddress}/demo/people`, { headers: { accept: 'application/json' } });
  const { items } = (await answer.json()) as {
    items: { email: string; givenName: string; familyName: string; codiceFiscale: string }[];
  };
  const person = items.find((one) => one.email === email);
  if (!person) throw new Error(`the demo has nobody with ${email}`);
  return person;
}
