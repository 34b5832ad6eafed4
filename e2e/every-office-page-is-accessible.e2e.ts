import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { launchBrowser } from '#test/browser.ts';
import { askedPages } from './pages/case-pages.ts';
import { paths } from './pages/known-page.ts';
import { networkPages } from './pages/network-pages.ts';
import { deskCompletionPages } from './pages/desk-completion-pages.ts';
import { deskPages, plannerPages, settingsPages } from './pages/office-pages.ts';
import { newVisitor } from './steps/visitor.ts';
import { judgeAsItStands, walk } from './steps/walk.ts';
import { turnoAddress } from './steps/this-turno.ts';

describe('every page of an office', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it.each([
    ['the desk', deskPages],
    ['photos and delivery', deskCompletionPages],
    ['the planner', plannerPages],
    ['the settings', settingsPages],
    ['the network', networkPages],
    ['requests', askedPages],
  ])(
    'is good for %s of an office, in both languages, wide and narrow',
    { timeout: 300_000 },
    async (_area, pagesOf) => {
      const visitor = await newVisitor(browser, turnoAddress);
      const pages = await pagesOf(visitor.page);
      await walk(browser, visitor, paths(pages));
      for (const { path, act } of pages) {
        if (act === undefined) continue;
        await visitor.page.goto(path);
        await act(visitor.page);
        await judgeAsItStands(visitor.page);
      }
      await visitor.leave();
    },
  );
});
