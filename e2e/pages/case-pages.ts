import type { Page } from 'playwright-core';
import { enterOffice } from '../steps/at-the-desk.ts';
import { logIn } from '../steps/enter.ts';
import { goToSummary } from '../steps/fill-in.ts';
import { chooseFirstDate, firstTime, pressTime } from '../steps/find-times.ts';
import { seeText } from '../steps/visitor.ts';
import { type KnownPage, linkOn, sendAsItStands } from './known-page.ts';

/** What somebody sees who books where a code is asked for, and waits for a clearance elsewhere. */
export async function codePages(page: Page): Promise<KnownPage[]> {
  await enterAs(page, 'anna.bernardi');
  await page.goto('/offices/cons-new-york-city/aire-registration');
  await chooseFirstDate(page);
  await pressTime(page, await firstTime(page));
  const hold = new URL(page.url()).pathname;
  // This service asks for no reason.
  await page.getByLabel(/Ho letto l’/).check();
  await goToSummary(page);
  await page.goto('/bookings');
  const booking = await linkOn(page, /^\/bookings\/\w{8}$/);
  return [
    { name: 'hold-summary-code', path: `${hold}/summary#code`, route: '/holds/:id/summary' },
    { name: 'booking-clearance', path: booking },
  ];
}

/** What somebody sees whom the office asked for what is missing. */
export async function completingPages(page: Page): Promise<KnownPage[]> {
  await enterAs(page, 'marco.bellandi');
  await page.goto('/bookings');
  const booking = await linkOn(page, /^\/bookings\/\w{8}$/);
  return [{ name: 'booking-to-complete', path: booking }];
}

/** What an office has to do when somebody asks it for another day. */
export async function askedPages(page: Page): Promise<KnownPage[]> {
  await enterOffice(page, 'admin');
  await page.goto('/office/cons-zurich/clearances');
  const clearance = await linkOn(page, /^\/office\/cons-zurich\/bookings\/\w{8}\/clearance$/);
  const [, code = ''] = /\/bookings\/(\w{8})\//.exec(clearance) ?? [];
  await page.context().clearCookies();
  await enterAs(page, 'luca.marchetti');
  await askOnce(page, `/bookings/${code}/requests`);
  await page.context().clearCookies();
  await enterOffice(page, 'admin');
  await page.goto('/office/cons-zurich/to-do');
  const request = await linkOn(page, /^\/office\/cons-zurich\/bookings\/\w{8}\/requests\/\d+$/);
  return [
    { name: 'to-do-asked', path: '/office/cons-zurich/to-do' },
    { name: 'to-do-asked-request', path: request },
  ];
}

/** Whoever has asked already waits for the answer. */
async function askOnce(page: Page, path: string): Promise<void> {
  await page.goto(path);
  if ((await page.getByText('In attesa di risposta').count()) > 0) return;
  await page.locator('main input[type="radio"]').first().check();
  await page.locator('main textarea').fill('Quel giorno lavoro: posso venire nel pomeriggio?');
  await page.locator('main form[method="post"] button.btn-primary').last().click();
  await seeText(page, 'In attesa di risposta');
}

async function enterAs(page: Page, mailbox: string): Promise<void> {
  await page.goto('/login');
  await logIn(page, `${mailbox}@demo.example`);
}

/** The code of the demo's registration draw, as programs find it. */
async function drawCode(page: Page): Promise<string> {
  const answer = await page.request.get('/api/v1/offices/cons-sao-paulo/services/passport/releases');
  const { items } = (await answer.json()) as { items: readonly { id: string; order: string }[] };
  return items.find(({ order }) => order === 'registration-draw')?.id ?? '';
}

/** What somebody sees who registers for a draw of seats. */
export async function registrationPages(page: Page): Promise<KnownPage[]> {
  await enterAs(page, 'anna.bernardi');
  const code = await drawCode(page);
  const draw = `/releases/${code}`;
  await page.goto(`${draw}/register`);
  const own = await linkOn(page, /^\/releases\/[^/]+\/register\/\d+$/);
  const wishes = 'party=2&weekdays=1&weekdays=3&service=passport';
  return [
    { name: 'registration', path: `${draw}/register?another=1` },
    {
      name: 'registration-errors',
      path: `${draw}/register?another=1&fromTime=12:00&toTime=09:00`,
      act: sendAsItStands,
    },
    { name: 'registration-preview', path: `${draw}/register?another=1&preview=1&${wishes}` },
    { name: 'registration-people', path: `${draw}/register/people?${wishes}` },
    { name: 'registration-own', path: own },
    { name: 'registration-change', path: `${own}/change` },
    { name: 'registration-withdraw', path: `${own}/withdraw` },
    { name: 'registration-results', path: `${draw}/results` },
  ];
}

/** The same for its office. */
export async function registrationDeskPages(page: Page): Promise<KnownPage[]> {
  const code = await drawCode(page);
  await enterOffice(page, 'admin');
  const desk = `/office/cons-sao-paulo/releases/${code}/registrations`;
  return [
    { name: 'registration-desk', path: desk },
    { name: 'registration-desk-new', path: `${desk}/new` },
  ];
}
