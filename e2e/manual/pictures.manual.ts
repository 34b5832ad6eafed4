import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { launchBrowser } from '#test/browser.ts';
import { languages } from '#platform/language.ts';
import { projectPath } from '#platform/root.ts';
import type { KnownPage } from '../pages/known-page.ts';
import { turnoAddress } from '../steps/this-turno.ts';
import type { Visitor } from '../steps/visitor.ts';
import { sameVisitorIn } from '../steps/walk.ts';
import { eachShown, markersOf } from './shown-pages.ts';

const folder = projectPath('docs', 'manual', 'pictures');
/** As wide as a page of the manual can show without letters becoming too small to read. */
const width = 960;
const shortest = 420;
const tallest = 1000;

describe('the pictures of the manuals', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('are taken anew', { timeout: 600_000 }, async () => {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    const markers: Record<string, readonly string[]> = {};
    await eachShown(browser, turnoAddress, async (visitor, pages) => {
      for (const known of pages) markers[known.name] = await takeIn(visitor, known);
    });
    await writeFile(join(folder, 'markers.json'), `${JSON.stringify(markers, null, 2)}\n`);
  });

  /** In each language; answers with what marks the page in Italian. */
  async function takeIn(visitor: Visitor, known: KnownPage): Promise<readonly string[]> {
    let markers: readonly string[] = [];
    for (const language of languages) {
      const { page, leave } = await sameVisitorIn(language, browser, visitor, { timeZone: 'Europe/Rome' });
      await page.setViewportSize({ width, height: 900 });
      await page.goto(known.path);
      await known.act?.(page);
      // The banner of the demo and the footer say nothing about the page.
      const bottom = await page.locator('main').evaluate((main) => main.getBoundingClientRect().bottom + scrollY);
      const top = await page
        .locator('header')
        .first()
        .evaluate((header) => header.getBoundingClientRect().top + scrollY);
      const height = Math.min(Math.max(bottom - top, shortest), tallest);
      const file = join(folder, `${known.name}.${language}.jpg`);
      await page.screenshot({
        path: file,
        type: 'jpeg',
        quality: 70,
        fullPage: true,
        clip: { x: 0, y: top, width, height },
        animations: 'disabled',
        caret: 'hide',
      });
      if (language === 'it') markers = await markersOf(page);
      await leave();
    }
    return markers;
  }
});
