import { expect } from 'vitest';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';

export const phone = 360;
export const desktop = 1280;

/** How somebody looks at the site. */
export interface Way {
  readonly scripts?: boolean;
  /** CSS pixels. */
  readonly width?: number;
  readonly language?: 'it' | 'en';
  /** The clock of their machine; that of the test run unless said. */
  readonly timeZone?: string;
}

export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the browser complained of: errors of scripts, breaches of the content security policy, missing files. */
  readonly complaints: readonly string[];
  leave(): Promise<void>;
}

/** Somebody with a browser of their own: no cookie, no login. */
export async function newVisitor(browser: Browser, address: string, way: Way = {}): Promise<Visitor> {
  const { scripts = true, width = desktop, language = 'it', timeZone } = way;
  const context = await browser.newContext({
    baseURL: address,
    javaScriptEnabled: scripts,
    viewport: { width, height: width === phone ? 740 : 900 },
    locale: language === 'it' ? 'it-IT' : 'en-GB',
    acceptDownloads: true,
    ...(timeZone === undefined ? {} : { timezoneId: timeZone }),
  });
  context.setDefaultTimeout(15_000);
  // Firefox runs scripts all the same: it is given empty ones.
  if (!scripts && browser.browserType().name() === 'firefox') {
    await context.route('**/*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  }
  const page = await context.newPage();
  const complaints: string[] = [];
  listen(page, complaints);
  return { page, context, complaints, leave: () => context.close() };
}

function listen(page: Page, complaints: string[]): void {
  const complain = (words: string) => {
    // Firefox tells of axe, which asks every frame, also the closed one around an e-mail of the demo.
    if (!words.includes('does not match the recipient window')) complaints.push(`${page.url()}: ${words}`);
  };
  page.on('pageerror', (error) => complain(error.message));
  page.on('console', (message) => {
    // A page that answers 404 or 422 on purpose is told of as a resource too.
    const isPageItself = message.text().startsWith('Failed to load resource') && message.location().url === page.url();
    if (message.type() === 'error' && !isPageItself) complain(message.text());
  });
}

/** The page's one heading, as read. */
export function heading(page: Page): Promise<string> {
  return page.locator('h1').innerText();
}

/** Waits until the page with this heading is there: what a person waits for. */
export async function seeHeading(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

/** Waits until the words stand somewhere in the page's content. */
export async function seeText(page: Page, words: string | RegExp): Promise<void> {
  await page.getByRole('main').getByText(words).first().waitFor();
}

/** Another language of the site, from the list in the header; what was typed goes along. */
export async function switchLanguage(page: Page, name: 'Italiano' | 'English'): Promise<void> {
  const list = page.locator('.t-languages-more');
  await list.locator('summary').click();
  await list.getByText(name, { exact: true }).click();
}

/** The error beside a field: found from the field, as a screen reader finds it. */
export async function errorBeside(page: Page, field: Locator): Promise<string> {
  const ids = ((await field.getAttribute('aria-describedby')) ?? '').split(' ');
  const id = ids.find((one) => one.endsWith('-error'));
  return id === undefined ? '' : page.locator(`[id="${id}"]`).innerText();
}

/** Presses a button that is answered with the same page again, and waits for that answer to be the page. */
export async function pressAndStay(page: Page, button: Locator): Promise<void> {
  await Promise.all([page.waitForEvent('load'), button.click()]);
}

/** However often a second press begins the journey there anew. */
export async function arriveAt(page: Page, where: RegExp | string): Promise<void> {
  await expect.poll(() => page.url(), { timeout: 30_000 }).toMatch(where);
  await page.waitForLoadState();
}
