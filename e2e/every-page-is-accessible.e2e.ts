import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/browser.ts';
import { codePages, completingPages, registrationDeskPages, registrationPages } from './pages/case-pages.ts';
import { citizenPages, completionPages, stoppedPages, waitingPages } from './pages/citizen-pages.ts';
import { paths } from './pages/known-page.ts';
import { townHallPages } from './pages/town-hall-pages.ts';
import { passport, seatPages, visitorPages } from './pages/visitor-pages.ts';
import { chooseFirstDate, findService } from './steps/find-times.ts';
import { press, tabTo } from './steps/keyboard.ts';
import { newVisitor, seeHeading } from './steps/visitor.ts';
import { judgeAsItStands, walk } from './steps/walk.ts';
import { turnoAddress } from './steps/this-turno.ts';

const address = turnoAddress;

describe('every page', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('is good for everybody before login, in both languages, wide and narrow', { timeout: 180_000 }, async () => {
    const visitor = await newVisitor(browser, address);
    await walk(browser, visitor, paths(await visitorPages(visitor.page)));
    await walk(browser, visitor, paths(await seatPages(visitor.page)));
    await walk(browser, visitor, paths(await townHallPages(visitor.page)));
    await visitor.leave();
  });

  it('is good for a citizen, in both languages, wide and narrow', { timeout: 120_000 }, async () => {
    const visitor = await newVisitor(browser, address);
    const { page } = visitor;
    const pages = await citizenPages(page);
    await walk(browser, visitor, paths(pages));
    const hold = pages.find(({ name }) => name === 'hold-people')?.path ?? '';
    await page.goto(hold);
    await page.getByRole('button', { name: 'Lascia il posto' }).click();
    await walk(browser, visitor, [hold]);
    await visitor.leave();
  });

  it.each([
    ['who has something to complete', completionPages],
    ['who waits for a seat', waitingPages],
    ['who is asked for a code', codePages],
    ['who is asked for what is missing', completingPages],
    ['who registers for a draw', registrationPages],
    ['an office that gives seats by a draw', registrationDeskPages],
    ['whose new bookings are stopped', stoppedPages],
  ])('is good for a citizen %s, in both languages, wide and narrow', { timeout: 120_000 }, async (_who, pagesOf) => {
    const visitor = await newVisitor(browser, address);
    await walk(browser, visitor, paths(await pagesOf(visitor.page)));
    await visitor.leave();
  });

  it('that tells of a mistake is as good as the others', async () => {
    const visitor = await newVisitor(browser, address);
    const { page } = visitor;
    for (const { path, act } of await visitorPages(page)) {
      if (act === undefined) continue;
      await page.goto(path);
      await act(page);
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
