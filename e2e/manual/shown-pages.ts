import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { projectPath } from '#platform/root.ts';
import { askedPages, codePages, completingPages } from '../pages/case-pages.ts';
import { citizenPages, completionPages, stoppedPages, waitingPages } from '../pages/citizen-pages.ts';
import type { KnownPage } from '../pages/known-page.ts';
import { networkPages } from '../pages/network-pages.ts';
import { deskCompletionPages } from '../pages/desk-completion-pages.ts';
import { deskPages, plannerPages, settingsPages } from '../pages/office-pages.ts';
import { townHallPages } from '../pages/town-hall-pages.ts';
import { seatPages, visitorPages } from '../pages/visitor-pages.ts';
import { newVisitor, type Visitor } from '../steps/visitor.ts';

const folder = projectPath('docs', 'manual');

/** The names of the pages that a manual shows, in any language. */
function namesShown(): Set<string> {
  const sources = readdirSync(folder).filter((file) => file.endsWith('.md'));
  const texts = sources.map((file) => readFileSync(join(folder, file), 'utf8'));
  return new Set(
    texts.flatMap((text) => [...text.matchAll(/!\[[^\]]*\]\(([a-z0-9-]+)\)/g)].map(([, name]) => name ?? '')),
  );
}

const groups = [
  visitorPages,
  seatPages,
  townHallPages,
  citizenPages,
  codePages,
  completingPages,
  completionPages,
  waitingPages,
  stoppedPages,
  deskCompletionPages,
  deskPages,
  askedPages,
  plannerPages,
  settingsPages,
  networkPages,
];

/** Opens the browser once for each kind of reader that a manual shows something of, and says which pages are theirs. */
export async function eachShown(
  browser: Browser,
  address: string,
  look: (visitor: Visitor, pages: readonly KnownPage[]) => Promise<void>,
): Promise<void> {
  const missing = namesShown();
  for (const pagesOf of groups) {
    const visitor = await newVisitor(browser, address);
    const pages = (await pagesOf(visitor.page)).filter(({ name }) => missing.delete(name));
    if (pages.length > 0) await look(visitor, pages);
    await visitor.leave();
    if (missing.size === 0) return;
  }
  throw new Error(`the manuals show pages that nobody can open: ${[...missing].join(', ')}`);
}

/** What a reader of the manual looks for on a page: its heading and what is written beside fields, without what changes daily. */
export async function markersOf(page: Page): Promise<string[]> {
  // An office's page about one booking is headed by a name, and a table chooses among names: whose they are depends on the day.
  const { pathname } = new URL(page.url());
  const isOfSomebody = /^\/office\/[^/]+\/bookings\/\w{8}(\/\w+)?$/.test(pathname);
  // What may be pressed beside a photo follows from what was found of it.
  const isOfPhoto = /^\/office\/[^/]+\/photos$/.test(pathname);
  const label = 'main label:not(table label)';
  const heading = isOfSomebody ? '' : 'h1, ';
  const read = isOfPhoto ? `${heading}${label}` : `${heading}${label}, main legend`;
  const words = await page.locator(read).allInnerTexts();
  return [
    ...new Set(words.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '' && !/\d/.test(text))),
  ];
}
