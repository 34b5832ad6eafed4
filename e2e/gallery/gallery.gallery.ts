import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/browser.ts';
import { projectRoot } from '#platform/root.ts';
import { changedDraftPages, offeredPages } from '../pages/after-a-change.ts';
import { citizenPages, completionPages, holdWithErrors, stoppedPages, waitingPages } from '../pages/citizen-pages.ts';
import type { KnownPage } from '../pages/known-page.ts';
import { networkPages } from '../pages/network-pages.ts';
import { deskCompletionPages } from '../pages/desk-completion-pages.ts';
import { deskPages, plannerPages, settingsPages } from '../pages/office-pages.ts';
import { townHallPages } from '../pages/town-hall-pages.ts';
import { seatPages, visitorPages } from '../pages/visitor-pages.ts';
import { newVisitor } from '../steps/visitor.ts';
import { sameVisitorIn } from '../steps/walk.ts';
import { contactSheet } from './contact-sheet.ts';
import { takePaper } from './paper.ts';
import { type Picture, takePictures } from './picture.ts';
import { turnoAddress } from '../steps/this-turno.ts';

const folder = resolve(projectRoot, process.env['GALLERY'] ?? 'gallery');
/** Of a reader in Italy: at offices abroad both clocks show. */
const timeZone = 'Europe/Rome';
const pictures: Picture[] = [];

describe('the gallery', { timeout: 600_000 }, () => {
  const address = turnoAddress;
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
  });
  afterAll(async () => {
    await browser.close();
    await writeFile(join(folder, 'index.html'), contactSheet(pictures));
    await writeFile(join(folder, 'gallery.json'), `${JSON.stringify(pictures, null, 2)}\n`);
  });

  it('shows what everybody sees', () => show('visitor', visitorPages));
  it('shows what somebody with a seat sees before login', () => show('visitor', seatPages));
  it('shows a town hall, where the login comes last', () => show('visitor', townHallPages));

  it('shows what a citizen sees after login', () =>
    show('citizen', async (page) => {
      const pages = await citizenPages(page);
      const booking = pages.find(({ name }) => name === 'booking')?.path ?? '';
      await takePaper(page, { path: `${booking}/receipt.pdf`, name: 'receipt', folder });
      return [...pages, ...(await holdWithErrors(page))];
    }));

  it('shows who has something to complete', () => show('citizen-completion', completionPages));
  it('shows who waits for a seat', () => show('citizen-waiting', waitingPages));
  it('shows whose new bookings are stopped', () => show('citizen-stopped', stoppedPages));

  it('shows photos and delivery at the office', () => show('operator-completion', deskCompletionPages));
  it('shows the day at the office', () => show('operator', deskPages));
  it('shows the planner and the calendar', () => show('manager', plannerPages));
  it('shows the settings of an office', () => show('office-admin', settingsPages));
  it('shows the network', () => show('network-admin', networkPages));

  it('shows an offer and a request on both sides', async () => {
    const citizen = await newVisitor(browser, address);
    const desk = await newVisitor(browser, address);
    const offered = await offeredPages(citizen.page, desk.page);
    await take('citizen', citizen, offered.citizen);
    await take('operator', desk, offered.desk);
    await Promise.all([citizen.leave(), desk.leave()]);
  });

  it('shows what publishing a changed planner would do', () => show('manager', changedDraftPages));

  it('has no page that failed', () => {
    expect(pictures.filter(({ status }) => status >= 500)).toEqual([]);
    const names = new Set(pictures.map(({ file }) => file));
    expect(names.size).toBe(pictures.length);
  });

  async function show(who: string, pagesOf: (page: Page) => Promise<KnownPage[]>): Promise<void> {
    const visitor = await newVisitor(browser, address);
    await take(who, visitor, await pagesOf(visitor.page));
    await visitor.leave();
  }

  async function take(
    who: string,
    visitor: Awaited<ReturnType<typeof newVisitor>>,
    pages: readonly KnownPage[],
  ): Promise<void> {
    const taken = await Promise.all(
      (['it', 'en'] as const).map(async (language) => {
        const { page, leave } = await sameVisitorIn(language, browser, visitor, { timeZone });
        const own: Picture[] = [];
        for (const known of pages) own.push(...(await takePictures(page, known, { folder, who, language })));
        await leave();
        return own;
      }),
    );
    const order = new Map(pages.map(({ name }, index) => [name, index]));
    pictures.push(...taken.flat().sort((a, b) => (order.get(a.name) ?? 0) - (order.get(b.name) ?? 0)));
  }
});
