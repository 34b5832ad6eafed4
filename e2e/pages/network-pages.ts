import type { Page } from 'playwright-core';
import { enterOffice } from '../steps/at-the-desk.ts';
import { pressAndStay } from '../steps/visitor.ts';
import { networkReportPages } from './report-pages.ts';
import { type KnownPage, linkOn, searchFor, sendAsItStands } from './known-page.ts';

/** The network of all offices. */
export async function networkPages(page: Page): Promise<KnownPage[]> {
  await enterOffice(page, 'admin');
  await page.goto('/office/cons-zurich/clearances');
  const clearance = await linkOn(page, /^\/office\/cons-zurich\/bookings\/\w{8}\/clearance$/);
  const sent = page.getByRole('link', { name: 'Apri il nulla osta di Anna Bernardi' });
  const receipts = (await sent.getAttribute('href')) ?? '';
  await page.goto('/office/comune-f205-anagrafe/clearance-requests');
  const request = await linkOn(page, /^\/office\/comune-f205-anagrafe\/clearance-requests\/\d+$/);
  await page.goto('/office/comune-d773-anagrafe/planners');
  const planner = await linkOn(page, /^\/office\/comune-d773-anagrafe\/planners\/\d+$/);
  return [
    ...(await accountPages(page)),
    { name: 'clearance-requests', path: '/office/comune-f205-anagrafe/clearance-requests' },
    { name: 'clearance-request', path: request, part: '#clearance-answer' },
    { name: 'clearances-abroad', path: '/office/cons-zurich/clearances' },
    { name: 'desk-booking-clearance', path: clearance },
    { name: 'clearance-receipts', path: receipts, route: '/office/:office/bookings/:code/clearance', part: '#request' },
    { name: 'planner-with-quotas', path: `${planner}/quotas` },
    { name: 'network-help', path: '/network/help' },
    { name: 'network-signals', path: '/network/signals' },
    { name: 'office-signals', path: '/office/cons-zurich/signals' },
    { name: 'office-choice', path: '/office' },
    { name: 'office-choice-search', path: '/office?q=Zurigo' },
    ...networkReportPages,
    { name: 'network', path: '/network' },
    { name: 'network-missing-contacts', path: '/network?show=missing' },
    { name: 'network-catalogue', path: '/network/catalogue' },
    { name: 'network-catalogue-entry', path: '/network/catalogue/passport' },
    { name: 'network-sites', path: '/network/sites/cons-new-york-city' },
    { name: 'network-sites-errors', path: '/network/sites/cons-new-york-city', act: sendAsItStands },
    { name: 'network-site-edit', path: '/network/sites/cons-buffalo/edit' },
    { name: 'network-contacts-import', path: '/network/contacts' },
    { name: 'network-people', path: '/network/people' },
    { name: 'network-imports', path: '/network/imports' },
    { name: 'network-roles', path: '/network/roles' },
    { name: 'network-access-rule', path: '/network/access-rule' },
    { name: 'network-site', path: '/network/site' },
    { name: 'network-logins', path: '/network/logins' },
    { name: 'network-certified-mail', path: '/network/certified-mail' },
    { name: 'network-log', path: '/network/log' },
    { name: 'network-activations', path: '/network/activations?q=Padova' },
    { name: 'network-activation', path: '/network/activations/comune-g224-anagrafe' },
    { name: 'network-reports', path: '/network/accessibility' },
  ];
}

/** What people decide about accounts: at an office of the demo that has something of each kind. */
async function accountPages(page: Page): Promise<KnownPage[]> {
  const list = '/office/cons-new-york-city/accounts';
  await page.goto(list);
  const block = await linkOn(page, /^\/office\/cons-new-york-city\/accounts\/blocks\/\d+$/);
  const change = await linkOn(page, /^\/office\/cons-new-york-city\/accounts\/changes\/\d+$/);
  const merge = await linkOn(page, /^\/office\/cons-new-york-city\/accounts\/\d+\/merge\/\d+$/);
  const account = await linkOn(page, /^\/office\/cons-new-york-city\/accounts\/\d+$/);
  return [
    { name: 'accounts', path: list },
    { name: 'accounts-search', path: list, act: searchFor('Longo') },
    { name: 'account', path: account },
    { name: 'account-block', path: `${account}/block` },
    { name: 'account-block-errors', path: `${account}/block`, act: pressDanger },
    { name: 'account-appeal', path: block },
    { name: 'account-appeal-errors', path: block, act: sendAsItStands },
    { name: 'account-change', path: change },
    { name: 'account-merge', path: merge },
    { name: 'no-show-rule', path: '/office/cons-sydney/no-show-rule' },
  ];
}

async function pressDanger(page: Page): Promise<void> {
  await pressAndStay(page, page.locator('main form#block button[type="submit"]').last());
}
