import type { Page } from 'playwright-core';
import { chooseFirstDate, findService, firstTime, pressTime } from '../steps/find-times.ts';
import { type KnownPage, linkOn, sendAsItStands, unfold } from './known-page.ts';

export const passport = { search: 'Londra', office: /Consolato Generale/, service: 'Passaporto' };

/** Takes the first free seat for a passport in London; answers with the address of the hold. */
export async function takeSeat(page: Page): Promise<string> {
  await findService(page, passport);
  await chooseFirstDate(page);
  await pressTime(page, await firstTime(page));
  return new URL(page.url()).pathname;
}

/** What everybody can open. */
export async function visitorPages(page: Page): Promise<KnownPage[]> {
  await page.goto('/offices/cons-london/passport');
  const times = (await page.locator('.t-first-dates a').first().getAttribute('href')) ?? '';
  await page.goto('/offices?q=Parma');
  const notBooking = await linkOn(page, /^\/offices\/comune-/);
  await page.goto('/waiting-room/cons-new-york-city/passport');
  const draw = await linkOn(page, /^\/draws\/[^/]+$/);
  await page.goto('/login');
  const identities = await linkOn(page, /^\/auth\/spid\/login/);
  return [
    { name: 'home', path: '/' },
    { name: 'offices', path: '/offices' },
    { name: 'search-results', path: '/offices?q=Londra' },
    { name: 'search-results-town', path: '/offices?q=Parma' },
    { name: 'search-without-results', path: '/offices?q=zzzzzz' },
    { name: 'offices-of-service', path: '/offices?service=passport' },
    { name: 'first-date', path: '/first-date' },
    { name: 'first-date-errors', path: '/first-date', act: sendAsItStands },
    { name: 'first-date-list', path: '/first-date?service=cie&municipality=H501&within=50', part: '.t-map' },
    { name: 'first-date-several', path: '/first-date?q=Castro' },
    { name: 'first-date-none', path: '/first-date?municipality=F704&within=5' },
    { name: 'first-date-abroad', path: '/first-date?service=passport&q=Londra' },
    { name: 'office', path: '/offices/cons-london' },
    { name: 'office-under-another', path: '/offices/cons-buffalo' },
    { name: 'service-only-served', path: '/offices/cons-buffalo/passport' },
    { name: 'office-municipal', path: '/offices/comune-h501-anagrafe' },
    { name: 'office-without-booking', path: notBooking },
    { name: 'office-privacy', path: '/offices/cons-london/privacy' },
    { name: 'service-calendar', path: '/offices/cons-london/passport' },
    {
      name: 'service-documents',
      path: '/offices/comune-h501-anagrafe/cie',
      act: unfold('#bring-reason'),
      part: '#documents',
    },
    { name: 'service-resident', path: '/offices/comune-d773-anagrafe/cie' },
    { name: 'office-open-day', path: '/offices/comune-d773-anagrafe' },
    { name: 'service-calendar-far-away', path: '/offices/cons-new-york-city/passport' },
    { name: 'waiting-room', path: '/waiting-room/cons-buenos-aires/cie' },
    { name: 'draw', path: draw },
    { name: 'waiting-room-unknown-ticket', path: '/waiting-room/tickets/none', route: '/waiting-room/tickets/:ticket' },
    { name: 'service-by-invitation', path: '/offices/cons-sydney/driving-licence' },
    { name: 'invitation-code', path: '/offices/cons-sydney/driving-licence/invitation' },
    { name: 'service-without-booking', path: '/offices/cons-london/notary' },
    { name: 'times', path: times },
    { name: 'times-of-a-past-day', path: '/offices/cons-london/passport/times?date=2020-01-01' },
    { name: 'open-data', path: '/open-data' },
    { name: 'report-link-forged', path: '/l/reports/forged' },
    { name: 'login', path: '/login' },
    { name: 'login-errors', path: '/login', act: sendAsItStands },
    { name: 'login-help', path: '/login/help' },
    { name: 'register', path: '/register' },
    { name: 'register-errors', path: '/register', act: sendAsItStands },
    { name: 'verify-email', path: '/verify-email' },
    { name: 'verify-email-forged', path: '/verify-email?token=forged' },
    { name: 'forgotten-password', path: '/forgotten-password' },
    { name: 'reset-password-forged', path: '/reset-password?token=forged' },
    { name: 'find-booking', path: '/find-booking' },
    { name: 'find-booking-wrong-code', path: '/find-booking?code=abc' },
    { name: 'link-forged', path: '/l/forged' },
    { name: 'activation-forged', path: '/activations/l/forged' },
    { name: 'log-in-first', path: '/bookings' },
    { name: 'help', path: '/help' },
    { name: 'faq', path: '/faq' },
    { name: 'ask-for-help', path: '/help/ask?from=/offices/cons-london' },
    { name: 'ask-for-help-errors', path: '/help/ask', act: sendAsItStands },
    { name: 'manual-citizen', path: '/manual/citizen' },
    { name: 'manual-operator', path: '/manual/operator' },
    { name: 'privacy', path: '/privacy' },
    { name: 'accessibility', path: '/accessibility' },
    { name: 'accessibility-report', path: '/accessibility/report' },
    { name: 'accessibility-report-errors', path: '/accessibility/report', act: sendAsItStands },
    { name: 'legal', path: '/legal' },
    { name: 'contacts', path: '/contacts' },
    { name: 'cookies', path: '/cookies' },
    { name: 'demo-people', path: '/demo/people' },
    { name: 'test-provider', path: '/demo/idp' },
    { name: 'test-provider-people', path: identities, route: '/auth/spid/login' },
    { name: 'test-provider-without-request', path: '/demo/idp/spid/sso' },
    { name: 'demo-mail', path: '/demo/mail' },
    { name: 'demo-letter', path: '/demo/mail/1' },
    { name: 'not-found', path: '/nothing-here' },
    { name: 'office-not-found', path: '/offices/nowhere' },
  ];
}

/** What somebody without login sees who has taken a seat. */
export async function seatPages(page: Page): Promise<KnownPage[]> {
  const hold = await takeSeat(page);
  return [
    { name: 'hold-before-login', path: hold },
    { name: 'home-with-a-seat', path: '/' },
    { name: 'register-with-a-seat', path: '/register' },
  ];
}
