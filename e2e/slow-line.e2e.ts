import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/browser.ts';
import { inventPerson } from './steps/invented-person.ts';
import { arriveAt, newVisitor, phone, seeText } from './steps/visitor.ts';
import { fillWithoutWords, holdWithoutWords, registerWithoutWords } from './steps/without-words.ts';
import { turnoAddress } from './steps/this-turno.ts';

const address = turnoAddress;
/** A phone at the edge of the network: bytes a second, and milliseconds until an answer begins. */
const line = { offline: false, downloadThroughput: 50_000, uploadThroughput: 20_000, latency: 400 };
/** What the page and its stylesheet may weigh before the first words can be read. */
const mostBeforeWords = 65_000;

// Only Chromium can be slowed down, and its answers lost, from outside.
describe.skipIf(process.env.FIREFOX !== undefined)('a slow line', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('shows words early, and takes impatient double clicks for one', async () => {
    const { page, complaints, leave } = await newVisitor(browser, address, { width: phone });
    await slowDown(page);
    await page.goto('/');
    expect(await weightBeforeWords(page)).toBeLessThan(mostBeforeWords);
    await page.goto('/offices/cons-london/passport');
    expect(await weightBeforeWords(page)).toBeLessThan(mostBeforeWords);
    await page.locator('.t-first-dates a').first().click();
    await page.locator('button[name="slot"]').first().dblclick({ delay: 50 });
    await arriveAt(page, /\/holds\//);
    await registerWithoutWords(page, address, inventPerson('Ada'));
    await fillWithoutWords(page);
    await page.getByRole('button', { name: 'Prenota', exact: true }).dblclick({ delay: 50 });
    await arriveAt(page, /\/bookings\/\w{8}$/);
    await cancelOnlyBooking(page);
    expect(complaints).toEqual([]);
    await leave();
  });

  it('that breaks before the answer arrives leaves one booking, which the second press leads to', async () => {
    const { page, leave } = await newVisitor(browser, address, { width: phone });
    await holdWithoutWords(page);
    await registerWithoutWords(page, address, inventPerson('Bruna'));
    await fillWithoutWords(page);
    await page.route('**/book', async (route) => {
      // It reached the office, but nothing comes back.
      await route.fetch({ maxRedirects: 0 });
      await route.abort('connectionreset');
    });
    const summary = page.url();
    const broken = page.waitForEvent('requestfailed');
    await page.getByRole('button', { name: 'Prenota', exact: true }).click({ noWaitAfter: true });
    await broken;
    await page.unroute('**/book');
    await page.goto(summary);
    await page.waitForURL(/\/bookings\/\w{8}$/);
    await cancelOnlyBooking(page);
    await leave();
  });
});

async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', line);
}

/** Bytes of the page and of what keeps its words back: the stylesheet. Scripts and fonts may come later. */
function weightBeforeWords(page: Page): Promise<number> {
  return page.evaluate(() => {
    const [document] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    const loaded = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const styles = loaded.filter(({ name }) => name.endsWith('.css'));
    return [document, ...styles].reduce((sum, entry) => sum + (entry?.encodedBodySize ?? 0), 0);
  });
}

/** The only one there is, though the button was pressed twice. */
async function cancelOnlyBooking(page: Page): Promise<void> {
  const receipt = page.url();
  await page.goto('/bookings');
  const live = page.getByRole('main').getByRole('link', { name: /^Vedi, sposta o annulla/ });
  expect(await live.count()).toBe(1);
  await page.goto(`${receipt}/cancel`);
  await page.getByRole('button', { name: 'Sì, annulla' }).click();
  await seeText(page, 'Appuntamento annullato');
}
