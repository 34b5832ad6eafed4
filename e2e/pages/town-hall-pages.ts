import type { Page } from 'playwright-core';
import { goToSummary } from '../steps/fill-in.ts';
import { linkedTimes } from '../steps/find-times.ts';
import type { KnownPage } from './known-page.ts';

const givenName = 'main [name$="givenName" i]';

/** At a town hall the login comes last: what somebody sees before it who has taken a seat. */
export async function townHallPages(page: Page): Promise<KnownPage[]> {
  const hold = await takeSeatWithoutLogin(page, '/offices/comune-m297-anagrafe/cie');
  await page.locator(givenName).first().fill('Giulia');
  await page.getByLabel('Cognome').fill('Ferri');
  await page.getByLabel('Codice fiscale').fill('FRRGLI88D52H501Q');
  await page.getByLabel(/Comune dove risiede/).fill('Fiumicino');
  await page.getByLabel(/Ho letto l’/).check();
  await goToSummary(page);
  return [
    { name: 'hold-people-town-hall', path: hold, route: '/holds/:id', part: 'main label[for$="givenName" i]' },
    { name: 'hold-summary-town-hall', path: `${hold}/summary`, route: '/holds/:id/summary' },
  ];
}

/** On the first day of which not most seats are held by people without login: then an office asks them to log in. */
async function takeSeatWithoutLogin(page: Page, service: string): Promise<string> {
  await page.goto(service);
  for (const times of await linkedTimes(page)) {
    await page.goto(times);
    await page.locator('button[name="slot"]').first().click();
    await page.waitForLoadState();
    const { pathname } = new URL(page.url());
    if (/^\/holds\/./.test(pathname)) return pathname;
  }
  throw new Error(`${service} has no day with a seat for somebody without login`);
}
