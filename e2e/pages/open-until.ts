import type { Page } from 'playwright-core';

/** Opens a page again and again, for a minute at most, until something is there that the worker makes. */
export async function openUntil(page: Page, path: string, selector: string): Promise<void> {
  for (let tries = 0; tries < 40; tries += 1) {
    await page.goto(path);
    if ((await page.locator(selector).count()) > 0) return;
    await page.waitForTimeout(1_500);
  }
  throw new Error(`${path} never had ${selector}`);
}
