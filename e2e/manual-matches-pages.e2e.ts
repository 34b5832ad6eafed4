import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectPath } from '#platform/root.ts';
import { launchBrowser } from '#test/browser.ts';
import { eachShown, markersOf } from './manual/shown-pages.ts';
import { turnoAddress } from './steps/this-turno.ts';

const markers = JSON.parse(readFileSync(projectPath('docs', 'manual', 'pictures', 'markers.json'), 'utf8')) as Record<
  string,
  string[]
>;

describe('the manuals', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('show the pages as they are: otherwise `npm run manual` takes the pictures anew', {
    timeout: 240_000,
  }, async () => {
    const changed: Record<string, unknown> = {};
    await eachShown(browser, turnoAddress, async ({ page }, pages) => {
      for (const { name, path, act } of pages) {
        await page.goto(path);
        await act?.(page);
        const now = await markersOf(page);
        if (JSON.stringify(now) !== JSON.stringify(markers[name])) changed[name] = { now, picture: markers[name] };
      }
    });
    expect(changed).toEqual({});
  });
});
