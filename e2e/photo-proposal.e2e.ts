import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/browser.ts';
import { drawnPortrait, looks } from '../src/features/demo/drawn-portrait.ts';
import { logIn } from './steps/enter.ts';
import { linkOn } from './pages/known-page.ts';
import { turnoAddress } from './steps/this-turno.ts';
import { judgeAsItStands } from './steps/walk.ts';
import { newVisitor, phone, seeHeading, seeText, type Visitor } from './steps/visitor.ts';

describe.each([{ scripts: true }, { scripts: false }])(
  'a photo sent from a phone, scripts: $scripts',
  ({ scripts }) => {
    let browser: Browser;
    let visitor: Visitor;
    beforeAll(async () => {
      browser = await launchBrowser();
      visitor = await newVisitor(browser, turnoAddress, { width: phone, scripts });
      await visitor.page.goto('/login');
      await logIn(visitor.page, 'irene.pichler@demo.example');
    });
    afterAll(() => browser.close());

    /** The judge is a script. */
    async function judge(page: Page): Promise<void> {
      if (scripts) await judgeAsItStands(page);
    }

    it('is looked at, cut otherwise, and deleted by whoever does not want it', async () => {
      const { page, complaints } = visitor;
      await send(page, looks.fair);
      await page.locator('h2#verdict').waitFor();
      await seeText(page, 'Finché non la usi nessuno la vede');
      await judge(page);

      await page.getByRole('link', { name: 'Cambia il taglio' }).click();
      await seeHeading(page, 'Cambia il taglio');
      const before = await page.locator('input[name="top"]').inputValue();
      await page.getByRole('button', { name: 'Giù', exact: true }).click();
      await expect.poll(() => page.locator('input[name="top"]').inputValue()).not.toBe(before);
      await judge(page);
      await page.getByRole('button', { name: 'Usa questo taglio' }).click();
      await page.locator('h2#verdict').waitFor();

      await page.getByRole('button', { name: 'Elimina questa foto' }).click();
      await seeHeading(page, 'Foto per il documento');
      expect(await page.locator('.t-proposal').count()).toBe(0);
      expect(complaints).toEqual([]);
    });

    it('is not taken for another that a second tab has sent meanwhile', async () => {
      const { page, context, complaints } = visitor;
      await send(page, looks.shutEyes);
      await page.getByRole('link', { name: 'Tieni questa foto', exact: true }).click();
      await seeHeading(page, 'Tieni questa foto');
      await judge(page);

      const second = await context.newPage();
      await send(second, looks.fair);
      await second.getByRole('heading', { name: 'La foto va bene' }).waitFor();

      await page.getByLabel('Il mio viso è così').check();
      await page.getByRole('button', { name: 'Tieni questa foto' }).click();
      await seeText(page, 'Nel frattempo la foto è cambiata');
      await judge(page);

      await second.getByRole('button', { name: 'Elimina questa foto' }).click();
      await second.locator('.t-proposal').waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Elimina questa foto' }).click();
      await seeText(page, 'Quella foto non c’è più');
      expect(complaints).toEqual([]);
    });

    it('is refused with what to do when it is no photo, and nothing is kept of it', async () => {
      const { page } = visitor;
      const photo = await drawnPortrait(looks.fair);
      await toPhoto(page);
      await page.locator('input[type="file"][name="photo"]').setInputFiles(fileOf(photo.subarray(0, photo.length / 2)));
      await page.getByRole('button', { name: 'Controlla la foto' }).click();
      await page.locator('.is-invalid, [aria-invalid="true"]').first().waitFor();
      await judge(page);
      expect(await page.locator('.t-proposal').count()).toBe(0);
    });
  },
);

function fileOf(buffer: Buffer) {
  return { name: 'foto.jpg', mimeType: 'image/jpeg', buffer };
}

async function toPhoto(page: Page): Promise<void> {
  await page.goto('/bookings');
  await page.goto(`${await linkOn(page, /^\/bookings\/\w{8}$/)}/photo`);
}

async function send(page: Page, look: (typeof looks)[keyof typeof looks]): Promise<void> {
  await toPhoto(page);
  await page.locator('input[type="file"][name="photo"]').setInputFiles(fileOf(await drawnPortrait(look)));
  await page.getByRole('button', { name: 'Controlla la foto' }).click();
}
