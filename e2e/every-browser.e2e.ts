import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/browser.ts';
import { enterOffice } from './steps/at-the-desk.ts';
import { demoPassword } from './steps/enter.ts';
import { inventPerson } from './steps/invented-person.ts';
import { mailTo } from './steps/mailbox.ts';
import { translatePages, translated } from './steps/translator.ts';
import { desktop, newVisitor, phone, seeHeading, seeText } from './steps/visitor.ts';
import {
  bookWithoutWords,
  cancelWithoutWords,
  fillWithoutWords,
  holdWithoutWords,
  logInWithoutWords,
  registerWithoutWords,
} from './steps/without-words.ts';
import { turnoAddress } from './steps/this-turno.ts';

const address = turnoAddress;

describe('every browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('books and cancels while a page translator changes every word', async () => {
    const { page, context, complaints, leave } = await newVisitor(browser, address, { width: phone });
    await translatePages(context);
    const ada = inventPerson('Ada');
    await holdWithoutWords(page);
    await seeHeading(page, translated('Il posto è tuo: ora accedi'));
    await page.getByText('Gaancora 10 Gamin').waitFor();
    await registerWithoutWords(page, address, ada);
    await seeHeading(page, translated('Chi viene all’appuntamento?'));
    await fillWithoutWords(page);
    const main = page.getByRole('main');
    await main.getByText(`${ada.givenName} ${ada.familyName}`, { exact: true }).waitFor();
    await main.getByText(ada.email, { exact: true }).waitFor();

    expect(await pressAndRead(page, '**/book')).toEqual({ words: translated('Prenoto…'), isOff: 'true' });
    await page.waitForURL(/\/bookings\/[A-Z0-9]{8}$/);
    const code = page.url().slice(-8);
    expect(await page.locator('.t-ticket .t-code').innerText()).toBe(code);
    await page.locator('.t-ticket').getByText(`${ada.givenName} ${ada.familyName}`, { exact: true }).waitFor();
    await cancelWithoutWords(page);
    await mailTo(address, ada.email, /^Annullato: Passaporto/, { code });
    expect(complaints).toEqual([]);
    await leave();
  });

  it('works where storage is closed, as in private windows, and asks nothing of other sites', async () => {
    const { page, context, complaints, leave } = await newVisitor(browser, address);
    await context.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
        Object.defineProperty(window, name, {
          get: () => {
            throw new DOMException('The operation is insecure.', 'SecurityError');
          },
        });
      }
    });
    const elsewhere: string[] = [];
    page.on('request', (request) => {
      if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(address)) elsewhere.push(request.url());
    });
    await holdWithoutWords(page);
    await page.getByText('ancora 10 min').waitFor();
    await logInWithoutWords(page, 'sofia.romani@demo.example', demoPassword);
    await seeHeading(page, 'Chi viene all’appuntamento?');
    await page.getByRole('button', { name: 'Lascia il posto' }).click();
    await context.clearCookies();
    await enterOffice(page, 'operator.london');
    const search = page.locator('input[data-shortcut]').first();
    await page.locator('h1').click();
    await page.keyboard.press('/');
    expect(await search.evaluate((field) => field === document.activeElement)).toBe(true);
    await page.locator('[data-shortcut-switch]').first().click();
    expect(await page.locator('[data-shortcut-switch]').first().getAttribute('aria-pressed')).toBe('false');
    expect(elsewhere).toEqual([]);
    expect(complaints).toEqual([]);
    await leave();
  });

  it('that refuses cookies is told so, keeps what was typed, and goes on once they are allowed', async () => {
    const { page, context, leave } = await newVisitor(browser, address);
    await page.goto('/register');
    await page.getByLabel('Cognome', { exact: true }).fill('Mezzo Scritto');
    for (let attempt = 1; attempt <= 2; attempt += 1) {
      await context.clearCookies();
      await page.getByRole('main').getByRole('button', { name: 'Continua' }).click();
      await seeText(page, 'Permetti i cookie per questo sito');
      expect(await page.getByLabel('Cognome', { exact: true }).inputValue()).toBe('Mezzo Scritto');
    }
    await openTimes(page);
    await context.clearCookies();
    await page.locator('button[name="slot"]').first().click();
    for (let attempt = 1; attempt <= 2; attempt += 1) {
      await seeHeading(page, 'Il tuo browser blocca i cookie di questo sito');
      await page.getByRole('link', { name: 'Quali cookie usiamo e perché' }).waitFor();
      await context.clearCookies();
      await page.locator('main button[name="slot"]').first().click();
    }
    await seeHeading(page, 'Il tuo browser blocca i cookie di questo sito');
    await page.locator('main button[name="slot"]').first().click();
    await seeHeading(page, 'Il posto è tuo: ora accedi');
    await leave();
  });

  it('shows a page kept from before an upgrade with today’s styles and scripts, and sends its form', async () => {
    const { page, context, complaints, leave } = await newVisitor(browser, address);
    await context.route('**/times?*', async (route) => {
      const response = await route.fetch();
      const before = (await response.text()).replace(/(\/assets\/[\w-]+)\.[0-9a-f]{10}\./g, '$1.0123456789.');
      await route.fulfill({
        response,
        body: before.replace('name="_csrf"', 'name="asked_before" value="1" /><input $&'),
      });
    });
    await context.addCookies([{ name: 'turno_session', value: 'of-an-earlier-version', url: address }]);
    await openTimes(page);
    expect(await page.locator('link[rel="stylesheet"]').getAttribute('href')).toContain('0123456789');
    await page.waitForLoadState('load');
    expect(await page.evaluate(() => getComputedStyle(document.body).fontFamily)).toContain('Titillium');
    await page.locator('button[name="slot"]').first().click();
    await seeHeading(page, 'Il posto è tuo: ora accedi');
    await page.getByText('ancora 10 min').waitFor();
    expect(complaints).toEqual([]);
    await leave();
  });

  it('books without styles, and with scripts it cannot read', async () => {
    const { page, context, leave } = await newVisitor(browser, address, { width: desktop });
    await context.route('**/*.css', (route) => route.fulfill({ status: 404, body: '' }));
    await context.route('**/*.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: 'syntax of = tomorrow ??!' }),
    );
    const bruna = inventPerson('Bruna');
    await holdWithoutWords(page);
    await registerWithoutWords(page, address, bruna);
    await fillWithoutWords(page);
    const code = await bookWithoutWords(page);
    await mailTo(address, bruna.email, /^Prenotato: Passaporto/, { code });
    await cancelWithoutWords(page);
    await leave();
  });

  it('shows nothing of somebody who has logged out when the next one presses “back”', async () => {
    const { page, leave } = await newVisitor(browser, address);
    await page.goto('/login?next=/profile');
    await page.locator('main input[name="email"]').fill('sofia.romani@demo.example');
    await page.locator('main input[name="password"]').fill(demoPassword);
    await page.getByRole('main').getByRole('button', { name: 'Accedi' }).click();
    await seeText(page, 'sofia.romani@demo.example');
    await page.getByRole('button', { name: 'Esci' }).first().click();
    await page.waitForURL(/notice=out/);
    await page.goBack();
    await seeHeading(page, 'Accedi');
    expect(await page.content()).not.toContain('sofia.romani');
    await leave();
  });
});

async function openTimes(page: Page): Promise<void> {
  await page.goto('/offices/cons-london/passport');
  await page.locator('.t-first-dates a').first().click();
  await seeHeading(page, /Scegli l’ora/);
}

/** Presses the summary's button, and reads it while the answer is kept back. */
async function pressAndRead(page: Page, answer: string): Promise<{ words: string; isOff: string | null }> {
  const { promise: isRead, resolve: read } = Promise.withResolvers<void>();
  await page.route(answer, async (route) => {
    await isRead;
    await route.continue();
  });
  const seen = await page.evaluate(async () => {
    const button = document.querySelector<HTMLButtonElement>('form[action$="/book"] button[type="submit"]');
    button?.click();
    await new Promise((resolve) => setTimeout(resolve, 200));
    return { words: button?.innerText ?? '', isOff: button?.getAttribute('aria-disabled') ?? null };
  });
  read();
  return seen;
}
