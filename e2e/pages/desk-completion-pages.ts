import type { Page } from 'playwright-core';
import { enterOffice } from '../steps/at-the-desk.ts';
import { type KnownPage, linkOn, sendAsItStands } from './known-page.ts';
import { nextWeekday } from './office-pages.ts';
import { openUntil } from './open-until.ts';

/** An office that asks for photos and for how documents are delivered. */
export async function deskCompletionPages(page: Page): Promise<KnownPage[]> {
  await enterOffice(page, 'operator.bolzano');
  const day = nextWeekday();
  await page.goto(`/office/comune-a952-anagrafe/agenda?date=${day}&missing=yes`);
  const booking = await linkOn(page, /^\/office\/comune-a952-anagrafe\/bookings\/\w{8}$/);
  // The worker draws the demo’s photos after the start.
  await openUntil(page, '/office/comune-a952-anagrafe/photos?view=decided', '#photo-of');
  return [
    { name: 'agenda-to-complete', path: `/office/comune-a952-anagrafe/agenda?date=${day}&missing=yes` },
    { name: 'desk-booking-to-complete', path: booking },
    { name: 'desk-booking-photo', path: `${booking}/photo` },
    ...['sent', 'asked', 'decided'].map((view) => ({
      name: `desk-photos-${view}`,
      path: `/office/comune-a952-anagrafe/photos?view=${view}`,
    })),
    { name: 'desk-booking-delivery', path: `${booking}/delivery` },
    { name: 'desk-booking-delivery-errors', path: `${booking}/delivery`, act: sendAsItStands },
  ];
}
