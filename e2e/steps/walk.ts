import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { kindOf } from './crawl.ts';
import { faultsOf, linksOn } from './judge-page.ts';
import { desktop, newVisitor, type Visitor, type Way } from './visitor.ts';

const narrow = 320;
/** What 1280 pixels are when everything is shown twice as large. */
const doubled = 640;
const height = 900;

/** Each page in Italian and English at the same time, at three widths; then a link of each kind on them. */
export async function walk(browser: Browser, visitor: Visitor, paths: readonly string[]): Promise<void> {
  expect(paths).not.toContain('');
  const faults = await Promise.all([walkIn('it', browser, visitor, paths), walkIn('en', browser, visitor, paths)]);
  expect(faults.flat()).toEqual([]);
}

/** The page that is open, as it stands: for answers to forms, which have no address of their own. */
export async function judgeAsItStands(page: Page): Promise<void> {
  for (const width of [narrow, desktop]) {
    await page.setViewportSize({ width, height });
    expect(await faultsOf(page, { language: 'it' }), page.url()).toEqual([]);
  }
}

async function walkIn(
  language: 'it' | 'en',
  browser: Browser,
  visitor: Visitor,
  paths: readonly string[],
): Promise<string[]> {
  const { page, complaints, leave } = await sameVisitorIn(language, browser, visitor);
  const faults: string[] = [];
  const links = new Map<string, string>();
  for (const [index, path] of paths.entries()) {
    await page.setViewportSize({ width: desktop, height });
    await page.goto(path);
    for (const link of await linksOn(page)) if (!/[?&]lang=/.test(link)) links.set(kindOf(link), link);
    // The words of the other language are looked at where they have least room.
    for (const width of language === 'it' ? [desktop, doubled, narrow] : [narrow]) {
      await page.setViewportSize({ width, height });
      // Axe takes most of the time: once a page, in turn wide in Italian and narrow in English.
      const axe = language === (index % 2 === 0 ? 'it' : 'en') && width === (language === 'it' ? desktop : narrow);
      const found = await faultsOf(page, { language, axe });
      faults.push(...found.map((fault) => `${path} (${language}, ${width}): ${fault}`));
    }
  }
  for (const link of links.values()) {
    const status = (await page.request.head(link)).status();
    if (status >= 400 && !paths.includes(link)) faults.push(`${link} answers ${status}`);
  }
  await leave();
  return [...faults, ...complaints];
}

/** The same cookies in another browser, with the site in a language. */
export async function sameVisitorIn(
  language: 'it' | 'en',
  browser: Browser,
  { page, context }: Visitor,
  way: Pick<Way, 'timeZone'> = {},
): Promise<Visitor> {
  const other = await newVisitor(browser, new URL(page.url()).origin, { ...way, language });
  await other.context.addCookies((await context.cookies()).filter(({ name }) => name !== 'turno_lang'));
  return other;
}
