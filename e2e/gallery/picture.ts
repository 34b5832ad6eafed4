import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { KnownPage } from '../pages/known-page.ts';
import { kindOf } from '../steps/crawl.ts';
import { desktop, phone } from '../steps/visitor.ts';

export const widths = [desktop, phone] as const;
const heights: Readonly<Record<number, number>> = { [desktop]: 900, [phone]: 740 };

/** One picture, as the machine-readable list has it. */
export interface Picture {
  /** of the page, the same in both languages and at both widths */
  readonly name: string;
  readonly who: string;
  readonly language: 'it' | 'en';
  readonly width: number;
  readonly file: string;
  /** the page's first heading */
  readonly title: string;
  /** the address, with what changes from run to run left out */
  readonly address: string;
  readonly status: number;
  /** CSS pixels from top to bottom */
  readonly height: number;
}

/** Opens a page once and takes it at each width, from top to bottom. */
export async function takePictures(
  page: Page,
  known: KnownPage,
  at: { folder: string; who: string; language: 'it' | 'en' },
): Promise<Picture[]> {
  await page.setViewportSize({ width: desktop, height: 900 });
  const response = await page.goto(known.path);
  await known.act?.(page);
  const { name } = known;
  const about = { name, who: at.who, language: at.language, address: kindOf(known.path).replace(/\?$/, '') };
  const pictures: Picture[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: heights[width] ?? 900 });
    const file = `${name}.${at.language}.${width}.png`;
    const image = await page.screenshot({ fullPage: true, animations: 'disabled', caret: 'hide' });
    await writeFile(join(at.folder, file), image);
    const title = (await page.locator('h1').first().innerText()).trim();
    // A PNG states its height in the bytes from 20 on.
    pictures.push({ ...about, width, file, title, status: response?.status() ?? 0, height: image.readUInt32BE(20) });
  }
  return pictures;
}
