import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { launchBrowser } from '#test/browser.ts';
import { writtenLanguages } from '#platform/language.ts';
import { projectPath } from '#platform/root.ts';
import type { KnownPage } from '../pages/known-page.ts';
import { turnoAddress } from '../steps/this-turno.ts';
import type { Visitor } from '../steps/visitor.ts';
import { sameVisitorIn } from '../steps/walk.ts';
import { eachShown, markersOf } from './shown-pages.ts';

const folder = projectPath('docs', 'manual', 'pictures');
/** As wide as a page of the manual can show without letters becoming too small to read. */
const width = 960;
const shortest = 320;
const tallest = 720;

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
    for (const language of writtenLanguages) {
      const { page, leave } = await sameVisitorIn(language, browser, visitor, { timeZone: 'Europe/Rome' });
      await page.setViewportSize({ width, height: 900 });
      await page.goto(known.path);
      await known.act?.(page);
      await page.evaluate(tidy, { keepBar: /^hold-|-with-a-seat$/.test(known.name) });
      const { top, bottom } = await page.evaluate(endsOfContent, { shortest, tallest, from: known.part ?? null });
      const file = join(folder, `${known.name}.${language}.jpg`);
      await page.screenshot({
        path: file,
        type: 'jpeg',
        quality: 66,
        fullPage: true,
        clip: { x: 0, y: top, width, height: bottom - top },
        animations: 'disabled',
        caret: 'hide',
      });
      if (language === 'it') markers = await markersOf(page);
      await leave();
    }
    return markers;
  }
});

/** What the browser that takes pictures does otherwise than that of a reader, and what only this visitor has. */
function tidy({ keepBar }: { keepBar: boolean }): void {
  scrollTo(0, 0);
  // The seat that was taken to come to other pages.
  if (!keepBar) document.querySelector('aside.t-bar')?.remove();
  // It writes days and hours the American way in every language.
  for (const field of document.querySelectorAll<HTMLInputElement>('input[type="date"], input[type="time"]')) {
    const { value } = field;
    field.type = 'text';
    field.value = value.split('-').reverse().join('/');
  }
}

/** From below header and menu, or the part that is shown or pointed at, to where the content ends, or to the last place where no line or field is cut. */
function endsOfContent(wish: { shortest: number; tallest: number; from: string | null }): {
  top: number;
  bottom: number;
} {
  const { shortest, tallest } = wish;
  const main = document.querySelector('main') ?? document.body;
  const header = document.querySelector('header');
  const below = Math.ceil((header ?? main).getBoundingClientRect().bottom + scrollY);
  // An address may point at a part of the page.
  const start = wish.from ?? (location.hash === '' ? null : location.hash);
  const part = start === null ? null : document.querySelector(start);
  const top =
    part === null
      ? below
      : Math.max(below, Math.ceil(part.getBoundingClientRect().top + scrollY) - (wish.from === null ? 48 : 12));
  const end = Math.ceil(main.getBoundingClientRect().bottom + scrollY);
  if (end - top <= tallest) return { top, bottom: Math.max(end, top + shortest) };
  const boxes = [...main.querySelectorAll('input, select, textarea, button, img, svg, a, p, li, td, th, label, h2, h3')]
    .filter((element) => element.querySelector('p, li, td, table, ul, ol, dl, div') === null)
    .map((element) => element.getBoundingClientRect())
    .map((box) => ({ from: box.top + scrollY, to: box.bottom + scrollY }));
  const isCut = (y: number) => boxes.some(({ from, to }) => from < y && y < to);
  let bottom = top + tallest;
  while (bottom > top + tallest * 0.75 && isCut(bottom)) bottom -= 1;
  return { top, bottom: isCut(bottom) ? top + tallest : bottom };
}
