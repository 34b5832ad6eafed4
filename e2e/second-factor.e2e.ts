import { TOTP } from 'otpauth';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/browser.ts';
import { type RunningTurno, startTurno, temporaryData } from '#test/running-turno.ts';
import { demoPassword } from './steps/enter.ts';
import { faultsOf } from './steps/judge-page.ts';
import { desktop, newVisitor, phone, seeHeading, type Visitor } from './steps/visitor.ts';

/** At a name, as passkeys need one. */
let site = '';
let turno: RunningTurno;
let remove: () => Promise<void>;
let browser: Browser;

beforeAll(async () => {
  const data = await temporaryData();
  remove = data.remove;
  [turno, browser] = await Promise.all([startTurno({ dataFolder: data.dataFolder }), launchBrowser()]);
  site = turno.address.replace('127.0.0.1', 'localhost');
}, 180_000);
afterAll(async () => {
  await browser.close();
  await turno.stop();
  await remove();
});

async function judge({ page, complaints }: Visitor): Promise<void> {
  for (const width of [desktop, phone]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await faultsOf(page, { language: 'it' }), `${page.url()} ${width}`).toEqual([]);
  }
  expect(complaints).toEqual([]);
}

async function typePassword(page: Page, email: string): Promise<void> {
  await page.goto('/login?next=/profile/second-factor');
  await page.getByLabel('E-mail', { exact: true }).fill(email);
  await page.getByLabel('Password', { exact: true }).fill(demoPassword);
  await page.getByRole('main').getByRole('button', { name: 'Accedi' }).click();
}

/** An operator of the demo set, by its role. */
async function operatorOf(role: string): Promise<string> {
  const answer = await fetch(`${turno.address}/demo/people`, { headers: { accept: 'application/json' } });
  const { items } = (await answer.json()) as { items: { role: string; email: string }[] };
  return items.find((one) => one.role === role)?.email ?? '';
}

/** A device that has passkeys of its own, and says yes whenever it is asked. */
async function plugIn(page: Page): Promise<void> {
  const device = await page.context().newCDPSession(page);
  await device.send('WebAuthn.enable');
  await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

describe('two-step verification', () => {
  it('with an app: added, asked for, got round with a recovery code, removed', { timeout: 180_000 }, async () => {
    const visitor = await newVisitor(browser, site);
    const { page } = visitor;
    const email = await operatorOf('operator');
    await typePassword(page, email);
    await seeHeading(page, 'Verifica in due passaggi');
    await judge(visitor);
    await page.getByRole('link', { name: 'Aggiungi l’app' }).click();
    await page.getByLabel('La tua password').fill(demoPassword);
    await page.getByRole('button', { name: 'Mostra il codice' }).click();
    await judge(visitor);
    const secret = (await page.locator('.t-code').innerText()).replaceAll(' ', '');
    await page.getByLabel('Le sei cifre').fill(new TOTP({ secret }).generate());
    await page.getByRole('main').getByRole('button', { name: 'Aggiungi' }).click();
    await seeHeading(page, 'I tuoi codici di recupero');
    await judge(visitor);
    const codes = await page.locator('.t-recovery-codes .t-code').allInnerTexts();
    await page.getByRole('link', { name: 'Li ho salvati' }).click();
    await page.getByRole('button', { name: 'Esci' }).click();

    await typePassword(page, email);
    await seeHeading(page, 'Ancora un passaggio');
    await judge(visitor);
    await page.getByLabel('Codice', { exact: true }).fill(codes[0] ?? '');
    await page.getByRole('button', { name: 'Entra' }).click();
    await seeHeading(page, 'Verifica in due passaggi');
    await page.getByRole('link', { name: 'Fai codici nuovi' }).click();
    await judge(visitor);
    await page.goto('/profile/sessions');
    await judge(visitor);
    await page.goto('/profile/second-factor/remove/app');
    await judge(visitor);
    await page.getByLabel('La tua password').fill(demoPassword);
    await page.getByRole('main').getByRole('button', { name: 'Togli' }).click();
    await page.getByText('Tolta.').waitFor();
    await visitor.leave();
  });

  it('with a passkey of the device', { timeout: 120_000 }, async () => {
    const visitor = await newVisitor(browser, site);
    const { page } = visitor;
    await plugIn(page);
    const email = await operatorOf('officer').then((found) => found || operatorOf('office-admin'));
    await typePassword(page, email);
    await page.getByRole('link', { name: 'Aggiungi una passkey' }).click();
    await judge(visitor);
    await page.getByLabel('Come la chiami?').fill('questo portatile');
    await page.getByLabel('La tua password').fill(demoPassword);
    await page.getByRole('button', { name: 'Crea la passkey' }).click();
    await seeHeading(page, 'I tuoi codici di recupero');
    await page.getByRole('link', { name: 'Li ho salvati' }).click();
    await page.getByRole('button', { name: 'Esci' }).click();
    await typePassword(page, email);
    await seeHeading(page, 'Ancora un passaggio');
    await judge(visitor);
    await page.getByRole('button', { name: 'Usa la passkey' }).click();
    await seeHeading(page, 'Verifica in due passaggi');
    await page.getByText('questo portatile').waitFor();
    await visitor.leave();
  });
});
