import type { Page } from 'playwright-core';
import { pressAndStay } from '../steps/visitor.ts';

/** A page worth looking at. */
export interface KnownPage {
  /** stable and unique, in kebab-case: pictures are filed under it */
  readonly name: string;
  readonly path: string;
  /** the address as routes know it, where `path` is only found in a browser */
  readonly route?: string;
  /** what is done there before one looks: for answers to forms, which have no address of their own; in any language */
  readonly act?: (page: Page) => Promise<void>;
  /** what a picture in a manual begins with, as a selector, where that is not the beginning of the page */
  readonly part?: string;
}

/** The addresses of those that one can simply open. */
export function paths(pages: readonly KnownPage[]): string[] {
  return pages.filter(({ act }) => act === undefined).map(({ path }) => path);
}

/** Sends the page's form as it stands. */
export async function sendAsItStands(page: Page): Promise<void> {
  await pressAndStay(page, page.locator('main form[method="post"] button.btn-primary').last());
}

/** Asks for the preview of what the page's form holds. */
export async function previewAsItStands(page: Page): Promise<void> {
  await pressAndStay(page, page.locator('main button[name="do"][value="preview"]').last());
}

/** Opens what is folded around something. */
export function unfold(inside: string): (page: Page) => Promise<void> {
  return (page) =>
    page.locator(`main details:has(${inside})`).evaluate((fold: HTMLDetailsElement) => {
      fold.open = true;
    });
}

/** Types into the search of the page and sends it. */
export function searchFor(words: string): (page: Page) => Promise<void> {
  return async (page) => {
    const field = page.locator('main input[type="search"]').first();
    await field.fill(words);
    await Promise.all([page.waitForEvent('load'), field.press('Enter')]);
  };
}

/** The first link of the open page that looks like this. */
export async function linkOn(page: Page, shape: RegExp): Promise<string> {
  const links = await page.locator('a[href]').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  const link = links.find((href) => shape.test(href));
  if (link === undefined) throw new Error(`${page.url()} has no link like ${String(shape)}`);
  return link;
}
