import type { Locator, Page } from 'playwright-core';

const most = 150;

/** Presses Tab until the element has the focus, and fails when it never does or when a focus cannot be seen. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  const element = await wanted.first().elementHandle();
  for (let pressed = 0; pressed < most; pressed += 1) {
    await page.keyboard.press('Tab');
    const { isThere, isSeen, what } = await page.evaluate((target) => {
      const focused = document.activeElement;
      // A card is outlined as a whole when its link has the focus.
      const isSeen = [focused, focused?.closest('.t-card-link')].some((shown) => {
        const { outlineStyle, boxShadow } = getComputedStyle(shown ?? document.body);
        return outlineStyle !== 'none' || boxShadow !== 'none' || shown === document.body;
      });
      return { isThere: focused === target, isSeen, what: focused?.outerHTML.slice(0, 120) ?? '' };
    }, element);
    if (!isSeen) throw new Error(`the focus cannot be seen on ${what}`);
    if (isThere) return;
  }
  throw new Error(`${String(wanted)} is out of the keyboard's reach`);
}

/** Reaches an element with Tab and presses a key on it. */
export async function press(page: Page, wanted: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press(key);
}
