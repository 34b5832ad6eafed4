import type { Page } from 'playwright-core';
import { enterOffice } from '../steps/at-the-desk.ts';
import { logIn } from '../steps/enter.ts';
import { goToSummary } from '../steps/fill-in.ts';
import { chooseFirstDate, firstTime, pressTime } from '../steps/find-times.ts';
import { seeText } from '../steps/visitor.ts';
import { type KnownPage, linkOn } from './known-page.ts';

/** Somebody of the demo who is offered a seat of a waiting list, waits for a clearance, and books where a code is asked for. */
export async function offeredSeatPages(page: Page): Promise<KnownPage[]> {
  await enterAs(page, 'anna.bernardi');
  await page.goto('/offices/cons-new-york-city/aire-registration');
  await chooseFirstDate(page);
  await pressTime(page, await firstTime(page));
  const hold = new URL(page.url()).pathname;
  // This service asks for no reason.
  await page.getByLabel(/Ho letto l’/).check();
  await goToSummary(page);
  await page.goto('/waiting-list');
  const entry = await linkOn(page, /^\/waiting-list\/[^/?]+$/);
  await page.goto('/bookings');
  const booking = await linkOn(page, /^\/bookings\/\w{8}$/);
  return [
    { name: 'hold-summary-code', path: `${hold}/summary` },
    { name: 'waiting-list-offered', path: entry },
    { name: 'waiting-list-wishes', path: `${entry}/wishes` },
    { name: 'booking-clearance', path: booking },
  ];
}

/** Somebody of the demo whom the office asked for what is missing. */
export async function completingPages(page: Page): Promise<KnownPage[]> {
  await enterAs(page, 'marco.bellandi');
  await page.goto('/bookings');
  return [{ name: 'booking-to-complete', path: await linkOn(page, /^\/bookings\/\w{8}$/) }];
}

/** Somebody of the demo whose new bookings an office has stopped. */
export async function blockedPages(page: Page): Promise<KnownPage[]> {
  await enterAs(page, 'bruno.ricci');
  return [{ name: 'restrictions-blocked', path: '/restrictions' }];
}

/** What an office examines before the day, the clearances it follows, and what somebody asks of it. */
export async function examinationPages(page: Page): Promise<KnownPage[]> {
  await enterOffice(page, 'admin');
  await page.goto('/office/cons-london/queue');
  const examine = await linkOn(page, /\/examine$/);
  await page.goto('/office/cons-zurich/clearances');
  const clearance = await linkOn(page, /\/clearance$/);
  const [, code = ''] = /\/bookings\/(\w{8})\//.exec(clearance) ?? [];
  await page.context().clearCookies();
  await enterAs(page, 'luca.marchetti');
  await askOnce(page, `/bookings/${code}/requests`);
  await page.context().clearCookies();
  await enterOffice(page, 'admin');
  await page.goto('/office/cons-zurich/to-do');
  return [
    { name: 'queue-examine', path: examine },
    { name: 'clearances-to-follow', path: '/office/cons-zurich/clearances' },
    { name: 'clearance', path: clearance },
    { name: 'to-do-requests', path: '/office/cons-zurich/to-do' },
    { name: 'to-do-answer', path: await linkOn(page, /\/requests?\//) },
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
