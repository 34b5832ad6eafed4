import type { Page } from 'playwright-core';
import { logIn } from '../steps/enter.ts';
import { fillVisit, goToSummary } from '../steps/fill-in.ts';
import { type KnownPage, linkOn, sendAsItStands } from './known-page.ts';
import { takeSeat } from './visitor-pages.ts';

/** What somebody with a seat of today and an appointment of before sees after login. */
export async function citizenPages(page: Page): Promise<KnownPage[]> {
  const hold = await takeSeat(page);
  await page.getByRole('main').getByRole('link', { name: 'Accedi' }).click();
  await logIn(page, 'chiara.sartori@demo.example');
  await fillVisit(page);
  await goToSummary(page);
  await page.goto('/bookings');
  const booking = await linkOn(page, /^\/bookings\/\w{8}$/);
  await page.goto(`${booking}/move`);
  const times = (await page.locator('.t-first-dates a').first().getAttribute('href')) ?? '';
  return [
    { name: 'hold-people', path: hold, route: '/holds/:id' },
    { name: 'hold-summary', path: `${hold}/summary`, route: '/holds/:id/summary' },
    { name: 'my-bookings', path: '/bookings' },
    { name: 'booking', path: booking },
    { name: 'booking-cancel', path: `${booking}/cancel` },
    { name: 'booking-move', path: `${booking}/move` },
    { name: 'booking-move-times', path: times, route: '/bookings/:code/move/times' },
    { name: 'booking-request', path: `${booking}/requests` },
    { name: 'booking-request-errors', path: `${booking}/requests`, act: sendAsItStands },
    { name: 'waiting-list', path: '/waiting-list' },
    { name: 'waiting-list-join', path: '/offices/cons-london/driving-licence/waiting-list' },
    {
      name: 'waiting-list-join-errors',
      path: '/offices/cons-london/driving-licence/waiting-list?toDay=2020-01-01',
      act: sendAsItStands,
    },
    { name: 'help-requests', path: '/help/requests' },
    { name: 'profile', path: '/profile' },
    { name: 'profile-details', path: '/profile/details' },
    { name: 'profile-correction', path: '/profile/correction' },
    { name: 'restrictions', path: '/restrictions' },
    { name: 'notices', path: '/notices' },
    { name: 'profile-office', path: '/profile/office' },
    { name: 'profile-office-country', path: '/profile/office?country=GB' },
    { name: 'profile-office-review', path: '/profile/office?country=US&office=cons-new-york-city' },
    { name: 'profile-identification', path: '/profile/identification' },
    { name: 'service-not-served', path: '/offices/cons-buffalo/passport' },
    { name: 'profile-email', path: '/profile/email' },
    { name: 'profile-doors', path: '/profile/doors' },
    { name: 'profile-doors-unlink', path: '/profile/doors/unlink?way=local' },
    { name: 'login-step-up', path: '/login/step-up?level=2' },
    { name: 'profile-password', path: '/profile/password' },
    { name: 'profile-password-errors', path: '/profile/password', act: sendAsItStands },
    { name: 'profile-sessions', path: '/profile/sessions' },
    { name: 'profile-seen', path: '/profile/seen' },
    { name: 'profile-close', path: '/profile/close' },
    { name: 'office-area-closed', path: '/office' },
    { name: 'office-agenda-closed', path: '/office/cons-london/agenda' },
  ];
}

/** What somebody sees who waits for a seat and is offered one. */
export async function waitingPages(page: Page): Promise<KnownPage[]> {
  await page.goto('/login');
  await logIn(page, 'anna.bernardi@demo.example');
  await page.goto('/waiting-list');
  const entry = await linkOn(page, /^\/waiting-list\/\d+$/);
  return [
    { name: 'waiting-lists-own', path: '/waiting-list' },
    { name: 'waiting-entry', path: entry },
    { name: 'waiting-entry-wishes', path: `${entry}/wishes` },
    { name: 'waiting-entry-leave', path: `${entry}/leave` },
  ];
}

/** What somebody sees who has a photo and the delivery still to send. */
export async function completionPages(page: Page): Promise<KnownPage[]> {
  await page.goto('/login');
  await logIn(page, 'irene.pichler@demo.example');
  await page.goto('/bookings');
  const booking = await linkOn(page, /^\/bookings\/\w{8}$/);
  return [
    { name: 'booking-photo-and-delivery', path: booking },
    { name: 'booking-photo', path: `${booking}/photo` },
    { name: 'booking-photo-errors', path: `${booking}/photo`, act: sendAsItStands },
    { name: 'booking-delivery', path: `${booking}/delivery` },
    { name: 'booking-delivery-errors', path: `${booking}/delivery`, act: sendAsItStands },
  ];
}

/** What somebody sees whose new bookings an office has stopped. */
export async function stoppedPages(page: Page): Promise<KnownPage[]> {
  await page.goto('/login');
  await logIn(page, 'bruno.ricci@demo.example');
  await page.goto('/restrictions');
  const block = await linkOn(page, /^\/restrictions\/blocks\/\d+$/);
  return [
    { name: 'restrictions-of-an-office', path: '/restrictions' },
    { name: 'restriction', path: block },
  ];
}

/** The people's form with everything left out; apart, because it forgets what was filled in before. */
export async function holdWithErrors(page: Page): Promise<KnownPage[]> {
  await page.goto('/');
  const hold = await linkOn(page, /^\/holds\//);
  return [{ name: 'hold-people-errors', path: hold, act: emptyAndSend }];
}

async function emptyAndSend(page: Page): Promise<void> {
  for (const field of await page.locator('main form input[type="text"], main form input:not([type])').all()) {
    await field.fill('');
  }
  await sendAsItStands(page);
}
