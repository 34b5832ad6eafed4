import type { Page } from 'playwright-core';
import { mailTo, manageLink } from '../steps/mailbox.ts';
import { pressAndStay, seeText } from '../steps/visitor.ts';
import { enterOffice } from '../steps/at-the-desk.ts';
import { logIn } from '../steps/enter.ts';
import { type KnownPage, linkOn } from './known-page.ts';

const email = 'chiara.sartori@demo.example';

/** The office offers a citizen another seat, and the citizen asks the office for something: who sees what. */
export async function offeredPages(citizen: Page, desk: Page): Promise<{ citizen: KnownPage[]; desk: KnownPage[] }> {
  await citizen.goto('/login');
  await logIn(citizen, email);
  await citizen.goto('/bookings');
  const booking = await linkOn(citizen, /^\/bookings\/\w{8}$/);
  const code = booking.slice(-8);
  await citizen.goto(`${booking}/requests`);
  await citizen.locator('main input[type="radio"]').first().check();
  await citizen.locator('main textarea').fill('Vengo con il passeggino: serve un ingresso senza scale.');
  await citizen.locator('main form[method="post"] button.btn-primary').last().click();
  await seeText(citizen, 'In attesa di risposta');

  await enterOffice(desk, 'operator.london');
  const atDesk = `/office/cons-london/bookings/${code}`;
  await desk.goto(`${atDesk}/move`);
  await desk.getByLabel(/Offri, decide la persona/).check();
  await desk.locator('button[name=slot]').last().click();
  await seeText(desk, /Nuovo posto offerto/);
  await desk.goto('/office/cons-london/to-do');
  const request = await linkOn(desk, /\/requests?\//);
  const mail = await mailTo(new URL(desk.url()).origin, email, /^Nuovo posto offerto/, { code });
  return {
    citizen: [
      { name: 'booking-offered', path: booking },
      { name: 'my-bookings-offered', path: '/bookings' },
      { name: 'booking-by-link', path: new URL(manageLink(mail)).pathname, route: '/l/:token' },
    ],
    desk: [
      { name: 'desk-booking-offered', path: atDesk },
      { name: 'to-do-waiting', path: '/office/cons-london/to-do' },
      { name: 'to-do-request', path: request, route: '/office/:office/bookings/:code/requests/:id' },
    ],
  };
}

/** A planner whose draft differs from what is published: it lost an opening. */
export async function changedDraftPages(page: Page): Promise<KnownPage[]> {
  await enterOffice(page, 'manager.london');
  await page.goto('/office/cons-london/planners');
  const planner = await linkOn(page, /^\/office\/cons-london\/planners\/\d+$/);
  await page.goto(planner);
  await pressAndStay(page, page.locator('main form[action*="/remove"] button').first());
  return [
    { name: 'planner-changed', path: planner },
    { name: 'planner-publish-changed', path: `${planner}/publish` },
  ];
}
