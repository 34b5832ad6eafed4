import { expect, it } from 'vitest';
import { launchBrowser } from '#test/browser.ts';

it('the browser of the journeys opens a page', { timeout: 60_000 }, async () => {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.setContent('<title>Turno</title><p>Buongiorno</p>');
    expect(await page.title()).toBe('Turno');
  } finally {
    await browser.close();
  }
});
