import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/browser.ts';
import { linkOn } from './pages/known-page.ts';
import { enterOffice } from './steps/at-the-desk.ts';
import { logIn } from './steps/enter.ts';
import { turnoAddress } from './steps/this-turno.ts';
import { newVisitor, phone, seeText } from './steps/visitor.ts';

const photos = '/office/comune-a952-anagrafe/photos';

describe('the photos at an office', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('are decided by one key each, and a wrong press is taken back by another', async () => {
    const { page, complaints, leave } = await newVisitor(browser, turnoAddress);
    await enterOffice(page, 'operator.bolzano');
    await photosAreThere(page);
    const before = await counts(page);
    const name = await page.locator('#photo-of').innerText();
    await page.keyboard.press('6');
    await seeText(page, `${name}: chiesta un’altra foto`);
    expect(await counts(page)).not.toEqual(before);
    await page.keyboard.press('z');
    await seeText(page, 'Decisione annullata');
    expect([await page.locator('#photo-of').innerText(), await counts(page)]).toEqual([name, before]);

    // What is typed into a field is no key.
    await page.getByText('Più motivi, o parole tue').click();
    await page.getByLabel('Che cosa scrivere alla persona').pressSequentially('a1z');
    expect(await page.getByLabel('Che cosa scrivere alla persona').inputValue()).toBe('a1z');
    await page.getByText('Tasti', { exact: true }).click();
    await page.getByRole('button', { name: 'Tasti rapidi' }).click();
    await page.locator('h1').click();
    await page.keyboard.press('6');
    expect(await counts(page)).toEqual(before);
    await page.getByRole('button', { name: 'Tasti rapidi' }).click();
    expect(complaints).toEqual([]);
    await leave();
  });

  it('are decided without scripts, on a phone: one kept with a reason, accepted because of it', async () => {
    const { page, complaints, leave } = await newVisitor(browser, turnoAddress, { scripts: false, width: phone });
    await enterOffice(page, 'operator.bolzano');
    await photosAreThere(page);
    await page.getByRole('link', { name: 'Lena Mair' }).click();
    await seeText(page, 'un motivo di salute');
    await page.getByRole('button', { name: 'Il motivo della persona è valido' }).click();
    await seeText(page, 'Lena Mair: foto accettata con il motivo');
    await page.getByRole('button', { name: 'Annulla', exact: true }).click();
    await seeText(page, 'Decisione annullata');
    expect(await page.locator('#photo-of').innerText()).toBe('Lena Mair');
    expect(complaints).toEqual([]);
    await leave();
  });

  it('are asked for again with the reason, which the person reads where the photo is sent', async () => {
    const { page, leave } = await newVisitor(browser, turnoAddress, { scripts: false, width: phone });
    await page.goto('/login');
    await logIn(page, 'jonas.gruber@demo.example');
    await page.goto('/bookings');
    const booking = await linkOn(page, /^\/bookings\/\w{8}$/);
    await expect
      .poll(
        async () => {
          await page.goto(`${booking}/photo?person=0`);
          return page.locator('main').innerText();
        },
        { timeout: 60_000, interval: 2_000 },
      )
      .toContain('Lo sfondo non va bene');
    await page.locator('input[type=file]').first().waitFor();
    await leave();
  });
});

/** The worker draws the demo's photos after the start. */
async function photosAreThere(page: Page): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.goto(photos);
        return (await counts(page)).join(' ');
      },
      { timeout: 90_000, interval: 2_000 },
    )
    .toMatch(/Accettate \([1-9]/);
  const picture = page.locator('img[data-photo-to-see]');
  await picture.waitFor();
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
}

function counts(page: Page): Promise<string[]> {
  return page.getByRole('navigation', { name: 'Quali foto' }).getByRole('link').allInnerTexts();
}
