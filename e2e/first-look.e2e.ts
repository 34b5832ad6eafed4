import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/browser.ts';
import { turnoAddress } from './steps/this-turno.ts';

describe('a first look at Turno', () => {
  const address = turnoAddress;
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it.each([
    ['with scripts', true],
    ['without scripts', false],
  ])('the home page opens %s, in the language of the browser', async (_how, javaScriptEnabled) => {
    const context = await browser.newContext({ javaScriptEnabled, locale: 'it-IT' });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    const response = await page.goto(address);
    expect(response?.status()).toBe(200);
    expect(await page.locator('html').getAttribute('lang')).toBe('it');
    expect(await page.locator('h1').count()).toBe(1);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
