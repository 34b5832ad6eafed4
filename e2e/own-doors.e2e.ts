import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/browser.ts';
import { demoPassword, logIn } from './steps/enter.ts';
import { chooseFirstDate, firstTime } from './steps/find-times.ts';
import { faultsOf } from './steps/judge-page.ts';
import { turnoAddress } from './steps/this-turno.ts';
import { newVisitor, phone, seeHeading, seeText } from './steps/visitor.ts';

const address = turnoAddress;
const citizen = 'giulia.ferri';

/** The list of providers is folded: there are many. */
async function toProvider(page: Page): Promise<void> {
  const main = page.getByRole('main');
  await main.locator('summary').filter({ hasText: 'SPID' }).click();
  await main.locator('a[href*="/auth/spid/login"]').first().click();
}

async function leaveAs(page: Page, person: string): Promise<void> {
  await seeHeading(page, 'Entra con SPID di prova');
  await page.locator(`main button[name=person][value="${person}"]`).first().click();
  await page.getByRole('button', { name: 'Continua' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/demo/'));
}

describe('one person, several doors', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('links SPID to the own account, enters by it, and unlinks it again', { timeout: 120_000 }, async () => {
    const { page, complaints, leave } = await newVisitor(browser, address, { scripts: false, width: phone });
    await page.goto('/login');
    await logIn(page, `${citizen}@demo.example`);
    const own = async () => (await (await page.request.get('/api/v1/me')).json()) as { email: string; scheme: string };
    await page.goto('/profile/doors');
    expect(await faultsOf(page, { language: 'it', axe: false })).toEqual([]);
    await page.getByLabel('La tua password').fill('non è questa');
    await page.getByRole('button', { name: /^Collega SPID/ }).click();
    await seeHeading(page, 'Come accedi');
    await page.getByLabel('La tua password').fill(demoPassword);
    await page.getByRole('button', { name: /^Collega SPID/ }).click();
    await toProvider(page);
    // An identity of somebody else is not taken.
    await leaveAs(page, 'valeria.antinori');
    await seeText(page, 'Questa identità non è della persona del tuo profilo');
    expect(await own()).toMatchObject({ email: `${citizen}@demo.example`, scheme: 'local' });
    await page.getByLabel('La tua password').fill(demoPassword);
    await page.getByRole('button', { name: /^Collega SPID/ }).click();
    await toProvider(page);
    await leaveAs(page, citizen);
    await seeText(page, 'Fatto: da ora puoi entrare anche così.');
    await page.getByRole('button', { name: 'Esci' }).click();

    await page.goto('/login');
    await toProvider(page);
    await leaveAs(page, citizen);
    expect(await own()).toMatchObject({ email: `${citizen}@demo.example`, scheme: 'spid' });
    await page.goto('/profile/doors');
    await page.locator('a[href="/profile/doors/unlink?way=spid"]').click();
    await page.getByLabel('La tua password').fill(demoPassword);
    await page.getByRole('button', { name: 'Scollega' }).click();
    await seeText(page, 'Fatto: quella strada è chiusa.');
    expect(complaints).toEqual([]);
    await leave();
  });

  it('enters more surely in the middle of a booking, and comes back to the held seat', {
    timeout: 120_000,
  }, async () => {
    const { page, leave } = await newVisitor(browser, address, { scripts: false, width: phone });
    await page.goto('/login');
    await logIn(page, `${citizen}@demo.example`);
    await page.goto('/offices/cons-london/aire-registration');
    await chooseFirstDate(page);
    const { slot, time } = await firstTime(page);
    await page.locator(`button[name="slot"][value="${slot}"]`).click();
    await page.getByRole('main').locator('a[href*="/login/step-up"]').first().click();
    await toProvider(page);
    await leaveAs(page, citizen);
    await seeText(page, time);
    await leave();
  });
});
