import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/browser.ts';
import { enterOffice } from './steps/at-the-desk.ts';
import { demoPassword } from './steps/enter.ts';
import { faultsOf } from './steps/judge-page.ts';
import { desktop, newVisitor } from './steps/visitor.ts';
import { fillWithoutWords, holdWithoutWords, logInWithoutWords } from './steps/without-words.ts';
import { turnoAddress } from './steps/this-turno.ts';

const address = turnoAddress;
const open = ['/', '/offices?q=Roma', '/offices/cons-london', '/offices/cons-london/passport', '/register', '/help'];
const desk = ['agenda', 'search', 'bookings/new', 'planners', 'closures', 'to-do'].map(
  (path) => `/office/cons-london/${path}`,
);

/** Every page at 320 pixels, and at 640 as when all is shown twice as large, is judged by "every page". */
describe('letters twice as large', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('fit on every main page, and nothing is cut off', async () => {
    const { page, leave } = await newVisitor(browser, address, { width: desktop });
    await page.addInitScript(() => {
      document.addEventListener('DOMContentLoaded', () => {
        document.documentElement.style.fontSize = '200%';
      });
    });
    const faults: string[] = [];
    const judge = async (path?: string) => {
      if (path !== undefined) await page.goto(path);
      for (const width of [desktop, 640]) {
        await page.setViewportSize({ width, height: 900 });
        const found = [...(await faultsOf(page, { language: 'it', axe: false })), ...(await cutOff(page))];
        faults.push(...found.map((fault) => `${new URL(page.url()).pathname} at ${width}: ${fault}`));
      }
    };
    for (const path of open) await judge(path);
    await holdWithoutWords(page);
    await judge();
    await logInWithoutWords(page, 'sofia.romani@demo.example', demoPassword);
    await judge();
    await fillWithoutWords(page);
    await judge();
    for (const path of ['/bookings', '/profile']) await judge(path);
    await page.context().clearCookies();
    await enterOffice(page, 'manager.london');
    for (const path of desk) await judge(path);
    expect(faults).toEqual([]);
    await leave();
  });

  it.each([
    ['on a small phone', { width: 320, height: 568 }],
    ['held sideways', { width: 568, height: 320 }],
  ])('the bar of a held seat covers nothing that has the focus, %s', async (_where, size) => {
    const { page, leave } = await newVisitor(browser, address, { width: 320 });
    await page.setViewportSize(size);
    await holdWithoutWords(page);
    await logInWithoutWords(page, 'anna.bernardi@demo.example', demoPassword);
    expect(await coveredWhenFocused(page)).toEqual([]);
    await page.locator('form[action$="/leave"] button, button[formaction$="/leave"]').first().click();
    await leave();
  });
});

/** Elements that hide a part of their own words. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isHiding = (element: Element) => {
      const { overflowX, overflowY, display } = getComputedStyle(element);
      const wide = overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 2;
      const high = overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 2;
      return display !== 'inline' && (wide || high) && element.clientWidth > 2 && element.clientHeight > 2;
    };
    return [...document.querySelectorAll('body *:not(svg):not(svg *)')]
      .filter((element) => isHiding(element) && (element.textContent ?? '').trim() !== '')
      .filter((element) => element.closest('.visually-hidden, [hidden], select') === null)
      .map((element) => `cut off: ${element.outerHTML.slice(0, 160)}`);
  });
}

/** What takes the focus in the page's content and then lies under something else. */
function coveredWhenFocused(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const all = document.querySelectorAll<HTMLElement>(
      'main a[href], main button, main input:not([type=hidden]), main select',
    );
    const covered: string[] = [];
    for (const element of all) {
      if (element.offsetParent === null || element.tabIndex < 0) continue;
      window.scrollTo(0, document.body.scrollHeight);
      element.focus();
      const { left, right, top, bottom } = element.getBoundingClientRect();
      const there = document.elementFromPoint((left + right) / 2, top + Math.min(8, (bottom - top) / 2));
      const isSeen =
        there !== null && (element.contains(there) || there.closest('label') !== null || there.contains(element));
      if (!isSeen) covered.push(`${element.outerHTML.slice(0, 120)} under ${there?.outerHTML.slice(0, 120)}`);
    }
    return covered;
  });
}
