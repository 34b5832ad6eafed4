import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/browser.ts';
import { tabTo } from './steps/keyboard.ts';
import { newVisitor, phone, seeHeading, seeText } from './steps/visitor.ts';
import { walk } from './steps/walk.ts';
import { turnoAddress } from './steps/this-turno.ts';

const address = turnoAddress;
const padova = { latitude: 45.406434, longitude: 11.876761 };

describe('finding an office', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('proposes names while typing, and the keyboard alone leads to the office', async () => {
    const { page, complaints, leave } = await newVisitor(browser, address, { width: phone });
    await page.goto('/');
    const field = page.getByRole('combobox', { name: /Città, Paese/ });
    await tabTo(page, field);
    await field.pressSequentially('lond');
    const first = page.getByRole('option').first();
    await first.waitFor();
    expect(await field.getAttribute('aria-expanded')).toBe('true');
    expect(await first.innerText()).toContain('Londra, Regno Unito');
    await page.keyboard.press('ArrowDown');
    expect(await field.getAttribute('aria-activedescendant')).toBe(await first.getAttribute('id'));
    expect(await first.getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Escape');
    expect(await field.getAttribute('aria-expanded')).toBe('false');
    await field.pressSequentially('r');
    await first.waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await seeHeading(page, 'Sedi per «Londra, Regno Unito»');
    await page.getByRole('link', { name: /Consolato Generale d'Italia a Londra/ }).click();
    await seeHeading(page, /Londra/);
    expect(complaints).toEqual([]);
    await leave();
  });

  it('asks for the position only on a click, sends it rounded, and lists the nearest', async () => {
    const { page, context, complaints, leave } = await newVisitor(browser, address);
    await context.setGeolocation(padova);
    await context.grantPermissions(['geolocation']);
    await page.goto('/');
    await page.getByRole('button', { name: 'Usa la mia posizione' }).click();
    await seeHeading(page, 'Sedi vicine a te');
    expect(new URL(page.url()).searchParams.get('near')).toBe('45.41,11.88');
    await seeText(page, /a \d+ km/);
    await page.getByRole('link', { name: 'Prima data libera', exact: true }).click();
    expect(new URL(page.url()).searchParams.get('sort')).toBe('date');
    expect(complaints).toEqual([]);
    await leave();
  });

  it('takes a refused position kindly: a place can be typed', async () => {
    const { page, complaints, leave } = await newVisitor(browser, address, { width: phone });
    await page.goto('/offices');
    await page.getByRole('button', { name: 'Usa la mia posizione' }).click();
    await seeText(page, /Non hai dato la posizione: va bene lo stesso|Il dispositivo non sa dove si trova/);
    await page.locator('main input[name="near"]').fill('Padova');
    await page.getByRole('button', { name: 'Cerca vicino' }).click();
    await seeHeading(page, 'Sedi vicine a Padova');
    expect(complaints).toEqual([]);
    await leave();
  });

  it('works without scripts: typing errors, merged municipalities, the list of all', async () => {
    const { page, leave } = await newVisitor(browser, address, { scripts: false });
    await page.goto('/');
    expect(await page.getByRole('button', { name: 'Usa la mia posizione' }).isVisible()).toBe(false);
    await page.locator('main input[name="q"]').fill('Lodnra');
    await page.getByRole('button', { name: 'Cerca' }).click();
    await seeText(page, 'Nessuna sede si chiama «Lodnra»');
    await seeText(page, "Consolato Generale d'Italia a Londra");
    await page.goto('/offices?q=Bazzano');
    await seeText(page, 'Bazzano oggi fa parte del comune di Valsamoggia');
    await page.goto('/offices');
    await page.getByText('Europa', { exact: true }).click();
    await page.getByRole('link', { name: 'Regno Unito' }).click();
    await seeHeading(page, 'Sedi: Regno Unito');
    await seeText(page, 'Contatti non ancora inseriti dall’ufficio.');
    await leave();
  });

  it('tells the hours of another time zone on the reader’s clock too', async () => {
    const context = await browser.newContext({ baseURL: address, locale: 'it-IT', timezoneId: 'Europe/Rome' });
    const page = await context.newPage();
    await page.goto('/offices/cons-london/passport');
    await page.locator('.t-first-dates a').first().click();
    await seeHeading(page, /Scegli l’ora/);
    const hour = page.locator('.t-slots time').first();
    const [, london = '', here = ''] =
      /^(\d\d):\d\d \((\d\d):\d\d da te\)$/.exec((await hour.innerText()).replace(/\s+/g, ' ')) ?? [];
    expect(Number(here) - Number(london)).toBe(1);
    await context.close();
  });

  it('is good for everybody, in both languages, wide and narrow', { timeout: 120_000 }, async () => {
    const visitor = await newVisitor(browser, address);
    await visitor.page.goto('/');
    await walk(browser, visitor, [
      '/offices?q=Oxford',
      '/offices?q=Lodnra',
      '/offices?q=Padova&service=cie',
      '/offices?near=Padova',
      '/offices?near=51.51,-0.13&sort=date',
      '/offices?country=GB',
      '/offices?province=PD&page=2',
    ]);
    await visitor.leave();
  });
});
