import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '#test/browser.ts';
import { enterOffice } from './steps/at-the-desk.ts';
import { logIn } from './steps/enter.ts';
import { fillVisit, goToSummary } from './steps/fill-in.ts';
import { chooseFirstDate, findService, firstTime, pressTime } from './steps/find-times.ts';
import { linksOn } from './steps/judge-page.ts';
import { press, tabTo } from './steps/keyboard.ts';
import { newVisitor, pressAndStay, seeHeading } from './steps/visitor.ts';
import { judgeAsItStands, walk } from './steps/walk.ts';

const address = inject('turnoAddress');
const passport = { search: 'Londra', office: /Consolato Generale/, service: 'Passaporto' };
const office = '/office/cons-london';

describe('every page', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('is good for everybody before login, in both languages, wide and narrow', { timeout: 120_000 }, async () => {
    const visitor = await newVisitor(browser, address);
    const { page } = visitor;
    await takeSeat(page);
    const hold = path(page);
    await page.goto('/offices?q=Parma');
    const notBooking = (await linksOn(page)).find((link) => /^\/offices\/comune-/.test(link)) ?? '';
    await walk(browser, visitor, [
      '/',
      '/find-booking?code=abc',
      '/offices',
      '/offices?q=Londra',
      '/offices?q=zzzzzz',
      '/offices?service=passport',
      '/offices/cons-london',
      '/offices/comune-h501-anagrafe',
      notBooking,
      '/offices/cons-london/passport',
      '/offices/cons-new-york-city/passport',
      '/offices/cons-london/notary',
      '/offices/cons-london/passport/times?date=2020-01-01',
      hold,
      '/login',
      '/register',
      '/verify-email',
      '/verify-email?token=forged',
      '/forgotten-password',
      '/reset-password?token=forged',
      '/help',
      '/privacy',
      '/accessibility',
      '/cookies',
      '/demo/people',
      '/demo/mail',
      '/demo/mail/1',
      '/l/forged',
      '/nothing-here',
      '/offices/nowhere',
    ]);
    await visitor.leave();
  });

  it('is good for a citizen, in both languages, wide and narrow', { timeout: 120_000 }, async () => {
    const visitor = await newVisitor(browser, address);
    const { page } = visitor;
    await takeSeat(page);
    await page.getByRole('main').getByRole('link', { name: 'Accedi' }).click();
    await logIn(page, 'chiara.sartori@demo.example');
    const hold = path(page);
    await fillVisit(page);
    await goToSummary(page);
    await page.goto('/bookings');
    const booking = (await linksOn(page)).find((link) => /^\/bookings\/\w{8}$/.test(link)) ?? '';
    await walk(browser, visitor, [
      hold,
      `${hold}/summary`,
      '/bookings',
      booking,
      `${booking}/cancel`,
      '/profile',
      '/profile/password',
      '/office',
      `${office}/agenda`,
    ]);
    await page.goto(hold);
    await page.getByRole('button', { name: 'Lascia il posto' }).click();
    await walk(browser, visitor, [hold]);
    await visitor.leave();
  });

  it('is good for an office, in both languages, wide and narrow', { timeout: 300_000 }, async () => {
    const visitor = await newVisitor(browser, address);
    const { page } = visitor;
    await enterOffice(page, 'manager.london');
    const weekday = nextWeekday();
    await page.goto(`${office}/agenda?date=${weekday}`);
    const booking = (await linksOn(page)).find((link) => /\/bookings\/\w{8}$/.test(link)) ?? '';
    await page.goto(`${office}/planners`);
    const planner = (await linksOn(page)).find((link) => /\/planners\/\d+$/.test(link)) ?? '';
    await page.goto(planner);
    const rule = (await linksOn(page)).find((link) => /\/rules\/\d+$/.test(link)) ?? '';
    await walk(browser, visitor, [
      `${office}/agenda`,
      `${office}/agenda?date=${weekday}`,
      `${office}/agenda?date=${weekday}&view=list`,
      `${office}/search`,
      booking,
      `${booking}/receipt`,
      `${office}/bookings/new`,
      `${office}/bookings/new?service=passport`,
      `${office}/planners`,
      `${office}/planners/new`,
      planner,
      `${planner}/settings`,
      `${planner}/rules/new`,
      rule,
      `${planner}?week=regular`,
      `${planner}/copy-day`,
      `${planner}/copy`,
      `${planner}/versions`,
      `${planner}/publish`,
      `${planner}/unpublish`,
      `${office}/closures`,
      `${office}/closures/new`,
      '/office/comune-h501-anagrafe/agenda',
    ]);
    await page.goto(`${office}/search`);
    await page.locator('main input[type="search"]').fill('Rossi');
    await page.locator('main input[type="search"]').press('Enter');
    await judgeAsItStands(page);
    await page.goto(`${office}/search`);
    await page.locator('main input[type="search"]').fill('Conte');
    await pressAndStay(page, page.getByRole('main').getByRole('button', { name: 'Cerca', exact: true }));
    await judgeAsItStands(page);
    await page.context().clearCookies();
    await enterOffice(page, 'admin');
    await walk(browser, visitor, ['/office', '/office?q=Zurigo']);
    await visitor.leave();
  });

  it('that tells of a mistake is as good as the others', async () => {
    const visitor = await newVisitor(browser, address);
    const { page } = visitor;
    for (const [form, button] of [
      ['/login', 'Accedi'],
      ['/register', 'Continua'],
      ['/forgotten-password', /./],
      ['/verify-email', 'Conferma il codice'],
    ] as const) {
      await page.goto(form);
      await pressAndStay(page, page.locator('main').getByRole('button', { name: button }).last());
      await judgeAsItStands(page);
    }
    await findService(page, passport);
    await chooseFirstDate(page);
    const slot = page.locator('button[name="slot"]').first();
    await slot.evaluate((button: HTMLButtonElement) => {
      button.value = '999999999';
    });
    await slot.click();
    await seeHeading(page, /posto|orario/);
    await judgeAsItStands(page);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });

  it('is within reach of the keyboard: a seat is taken and given back without a mouse', async () => {
    const visitor = await newVisitor(browser, address);
    const { page } = visitor;
    await page.goto('/');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#content');
    await page.keyboard.press('Enter');
    await tabTo(page, page.locator('main input[name="q"]'));
    await page.keyboard.type('Londra');
    await page.keyboard.press('Enter');
    await seeHeading(page, /Londra/);
    await press(page, page.getByRole('main').getByRole('link', { name: passport.office }));
    await seeHeading(page, passport.office);
    await press(page, page.getByRole('main').getByRole('link', { name: passport.service }));
    await seeHeading(page, passport.service);
    await press(page, page.locator('.t-first-dates a'));
    await seeHeading(page, /Scegli l’ora/);
    await press(page, page.locator('button[name="slot"]'));
    await seeHeading(page, 'Il posto è tuo: ora accedi');
    await press(page, page.getByRole('main').getByRole('link', { name: 'Accedi' }));
    await seeHeading(page, 'Accedi');
    await tabTo(page, page.getByLabel('E-mail', { exact: true }));
    await page.keyboard.type('sofia.romani@demo.example');
    await tabTo(page, page.getByLabel('Password', { exact: true }));
    await page.keyboard.type('prova-turno-2026');
    await page.keyboard.press('Enter');
    await seeHeading(page, 'Chi viene all’appuntamento?');
    await press(page, page.getByRole('radio').first(), 'Space');
    await press(page, page.getByLabel(/Ho letto l’/), 'Space');
    await press(page, page.getByRole('main').getByRole('button', { name: 'Continua' }));
    await seeHeading(page, 'Controlla e prenota');
    await press(page, page.getByRole('button', { name: 'Lascia il posto' }));
    await seeHeading(page, /Scegli l’ora/);
    await visitor.leave();
  });
});

async function takeSeat(page: Page): Promise<void> {
  await findService(page, passport);
  await chooseFirstDate(page);
  await pressTime(page, await firstTime(page));
}

function path(page: Page): string {
  return new URL(page.url()).pathname;
}

function nextWeekday(): string {
  let day = Temporal.Now.plainDateISO('Europe/London').add({ days: 1 });
  while (day.dayOfWeek > 5) day = day.add({ days: 1 });
  return day.toString();
}
