import type { Page } from 'playwright-core';
import { enterOffice } from '../steps/at-the-desk.ts';
import { officeReportPages } from './report-pages.ts';
import { type KnownPage, linkOn, previewAsItStands, searchFor, sendAsItStands, unfold } from './known-page.ts';

const office = '/office/cons-london';

/** The day at an office that has appointments. */
export async function deskPages(page: Page): Promise<KnownPage[]> {
  await enterOffice(page, 'operator.london');
  const day = nextWeekday();
  await page.goto(`${office}/agenda?date=${day}`);
  const booking = await linkOn(page, /^\/office\/cons-london\/bookings\/\w{8}$/);
  await page.goto(booking);
  const familyName = (await page.locator('h1').innerText()).split(' ').at(-1) ?? '';
  return [
    { name: 'agenda-today', path: `${office}/agenda` },
    { name: 'agenda', path: `${office}/agenda?date=${day}` },
    { name: 'agenda-list', path: `${office}/agenda?date=${day}&view=list` },
    { name: 'agenda-print', path: `${office}/agenda/print?date=${day}` },
    { name: 'to-do', path: `${office}/to-do` },
    { name: 'queue', path: `${office}/queue` },
    { name: 'clearances', path: `${office}/clearances` },
    { name: 'waiting-lists', path: `${office}/waiting-list` },
    { name: 'waiting-list-desk', path: `${office}/waiting-list/driving-licence` },
    { name: 'ask-network', path: `/help/ask?from=${office}/agenda` },
    { name: 'help-inbox', path: `${office}/help` },
    { name: 'help-request', path: `${office}/help/1` },
    { name: 'mass', path: `${office}/mass` },
    { name: 'mass-select', path: `${office}/mass/new?from=${day}` },
    { name: 'mass-select-errors', path: `${office}/mass/new?from=${day}&to=2026-01-01` },
    { name: 'mass-cancel', path: `${office}/mass/cancel?from=${day}` },
    { name: 'mass-cancel-errors', path: `${office}/mass/cancel?from=${day}`, act: sendAsItStands },
    { name: 'mass-cancel-preview', path: `${office}/mass/cancel?from=${day}`, act: chooseReason },
    { name: 'desk-search', path: `${office}/search` },
    { name: 'desk-search-results', path: `${office}/search`, act: searchFor(familyName) },
    { name: 'desk-search-without-results', path: `${office}/search`, act: searchFor('zzzz') },
    { name: 'desk-booking', path: booking },
    { name: 'desk-booking-identify', path: `${booking}/identify` },
    { name: 'desk-identify', path: `${office}/identify` },
    { name: 'desk-identify-errors', path: `${office}/identify`, act: sendAsItStands },
    { name: 'desk-booking-receipt', path: `${booking}/receipt` },
    { name: 'desk-booking-move', path: `${booking}/move` },
    { name: 'desk-booking-take-in-charge', path: `${booking}/take-in-charge` },
    { name: 'desk-booking-contact', path: `${booking}/contact` },
    { name: 'desk-new-booking', path: `${office}/bookings/new` },
    { name: 'desk-own-bookings', path: `${office}/bookings/mine` },
    { name: 'desk-new-booking-form', path: `${office}/bookings/new?service=passport` },
    { name: 'desk-new-booking-errors', path: `${office}/bookings/new?service=passport`, act: sendAsItStands },
  ];
}

async function chooseReason(page: Page): Promise<void> {
  await page.locator('select[name="reason"]').selectOption('systems');
  await sendAsItStands(page);
}

async function writeMessage(page: Page): Promise<void> {
  await page.locator('input[name="subjectIt"]').fill('Porta anche una fotografia');
  await page.locator('textarea[name="textIt"]').fill('La macchina per le fotografie è guasta: portane una.');
  await sendAsItStands(page);
}

/** The planner and the calendar of the same office. */
export async function plannerPages(page: Page): Promise<KnownPage[]> {
  await enterOffice(page, 'manager.london');
  await page.goto(`${office}/planners`);
  const planner = await linkOn(page, /^\/office\/cons-london\/planners\/\d+$/);
  await page.goto(planner);
  const rule = await linkOn(page, /^\/office\/cons-london\/planners\/\d+\/rules\/\d+$/);
  await page.goto(`${office}/releases`);
  const release = await linkOn(page, /^\/office\/cons-london\/releases\/batch-demo-[^/]+$/);
  await page.goto(release);
  const fairness = await linkOn(page, /^\/fairness\/[^/]+$/);
  const day = nextWeekday();
  return [
    { name: 'planners', path: `${office}/planners` },
    { name: 'planner-releases', path: `${planner}/releases` },
    { name: 'planner-release-rule', path: `${planner}/releases/rule?kind=weekly` },
    { name: 'planner-release-drip', path: `${planner}/releases/rule?kind=drip` },
    { name: 'planner-release-new', path: `${planner}/releases/new` },
    { name: 'planner-room-rule', path: `${planner}/room-rule?ordering=draw` },
    { name: 'planner-room-rule-preview', path: `${planner}/room-rule`, act: sendAsItStands },
    { name: 'planner-simulator', path: `${planner}/simulator?seats=40&people=900&time=03:00` },
    { name: 'planner-simulator-errors', path: `${planner}/simulator?seats=none` },
    { name: 'releases', path: `${office}/releases` },
    { name: 'release', path: release },
    { name: 'fairness', path: fairness },
    { name: 'planner-new', path: `${office}/planners/new` },
    { name: 'planner-open-day', path: `${office}/planners/open-day` },
    { name: 'planner-open-day-errors', path: `${office}/planners/open-day`, act: sendAsItStands },
    { name: 'planner-quotas', path: `${planner}/quotas` },
    { name: 'planner-new-errors', path: `${office}/planners/new`, act: sendAsItStands },
    { name: 'planner', path: planner },
    { name: 'planner-regular-week', path: `${planner}?week=regular` },
    { name: 'planner-settings', path: `${planner}/settings` },
    { name: 'planner-new-rule', path: `${planner}/rules/new` },
    { name: 'planner-rule', path: rule },
    { name: 'planner-copy-day', path: `${planner}/copy-day` },
    { name: 'planner-copy', path: `${planner}/copy` },
    { name: 'planner-versions', path: `${planner}/versions` },
    { name: 'planner-publish', path: `${planner}/publish` },
    { name: 'planner-unpublish', path: `${planner}/unpublish` },
    { name: 'closures', path: `${office}/closures` },
    { name: 'closures-day', path: `${office}/closures/days/${day}` },
    { name: 'closures-new', path: `${office}/closures/new` },
    { name: 'closures-extra-opening', path: `${office}/closures/extra` },
    { name: 'closures-holidays', path: `${office}/closures/holidays` },
    {
      name: 'closures-preview',
      path: `${office}/closures/preview?kind=close&firstDay=${day}&lastDay=${day}&reasonIt=Assemblea&reasonEn=Assembly`,
    },
    { name: 'agenda-municipal', path: '/office/comune-h501-anagrafe/agenda' },
  ];
}

/** What an office says of itself, and who works there. */
export async function settingsPages(page: Page): Promise<KnownPage[]> {
  await enterOffice(page, 'referent.london');
  await page.goto(`${office}/waiting-list/driving-licence`);
  const entry = await linkOn(page, /^\/office\/cons-london\/waiting-list\/driving-licence\/entries\/\d+\/remove$/);
  await page.goto(`${office}/queue`);
  const examine = await linkOn(page, /^\/office\/cons-london\/bookings\/\w{8}\/examine$/);
  return [
    { name: 'waiting-list-desk-settings', path: `${office}/waiting-list/driving-licence/settings` },
    { name: 'waiting-list-desk-offer', path: `${office}/waiting-list/driving-licence/offer` },
    { name: 'waiting-list-desk-remove', path: entry },
    { name: 'desk-booking-examine', path: examine },
    ...officeReportPages,
    { name: 'settings', path: `${office}/settings` },
    { name: 'mass-move', path: `${office}/mass/move?from=${nextWeekday()}` },
    { name: 'mass-message', path: `${office}/mass/message?from=${nextWeekday()}` },
    { name: 'mass-message-preview', path: `${office}/mass/message?from=${nextWeekday()}`, act: writeMessage },
    { name: 'settings-details', path: `${office}/details` },
    { name: 'settings-certified-mail', path: `${office}/certified-mail` },
    { name: 'settings-certified-mail-errors', path: `${office}/certified-mail`, act: sendAsItStands },
    { name: 'settings-log', path: `${office}/log` },
    { name: 'settings-set-up', path: `${office}/set-up/details` },
    { name: 'settings-territory', path: `${office}/territory` },
    { name: 'settings-privacy', path: `${office}/privacy` },
    { name: 'settings-services', path: `${office}/services` },
    { name: 'settings-service', path: `${office}/services/passport` },
    { name: 'settings-questions', path: `${office}/services/driving-licence/questions` },
    { name: 'settings-question-new', path: `${office}/services/driving-licence/questions/new` },
    {
      name: 'settings-question-errors',
      path: `${office}/services/driving-licence/questions/new`,
      act: sendAsItStands,
    },
    { name: 'settings-requested-file-new', path: `${office}/services/driving-licence/files/new` },
    { name: 'settings-invitations', path: `${office}/services/driving-licence/invitations` },
    ...['texts', 'documents', 'visit', 'who', 'people', 'when', 'confirmation', 'checks', 'completion'].map((part) => ({
      name: `settings-service-${part}`,
      path: `${office}/services/passport/${part}`,
    })),
    {
      name: 'settings-documents-by-case',
      path: `${office}/services/cie/documents`,
      act: unfold('[name^="when.5."]'),
      part: 'fieldset:has([name^="document.5."])',
    },
    { name: 'settings-service-preview', path: `${office}/services/passport/texts`, act: previewAsItStands },
    { name: 'settings-people', path: `${office}/people` },
    { name: 'settings-access-rule', path: `${office}/access-rule` },
    { name: 'settings-hand-over', path: `${office}/hand-over` },
    { name: 'second-factor', path: '/profile/second-factor' },
    { name: 'second-factor-app', path: '/profile/second-factor/app' },
    { name: 'second-factor-app-errors', path: '/profile/second-factor/app', act: sendAsItStands },
    { name: 'second-factor-passkey', path: '/profile/second-factor/passkeys/new' },
    { name: 'kept-work', path: '/profile/kept-work' },
    { name: 'queue-naming', path: `${office}/queue/naming` },
    { name: 'settings-people-errors', path: `${office}/people`, act: sendAsItStands },
    { name: 'settings-roles', path: `${office}/roles` },
  ];
}

export function nextWeekday(): string {
  let day = Temporal.Now.plainDateISO('Europe/London').add({ days: 1 });
  while (day.dayOfWeek > 5) day = day.add({ days: 1 });
  return day.toString();
}
