import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/browser.ts';
import { faultsOf } from './steps/judge-page.ts';
import { turnoAddress } from './steps/this-turno.ts';
import { desktop, newVisitor, phone, seeHeading, seeText } from './steps/visitor.ts';

const address = turnoAddress;
/** Each walks to the provider and back several times. */
const slow = { timeout: 180_000 };

/** By the codes of the federation; what the citizen reads. */
const refusals = {
  nr19: 'Troppi tentativi con credenziali sbagliate',
  nr20: 'La tua identità non arriva al livello richiesto',
  nr21: 'Il tempo per entrare è finito',
  nr22: 'Non hai dato il consenso',
  nr23: 'La tua identità è sospesa o revocata',
  nr25: 'Hai annullato l’accesso',
  nr30: 'Questo tipo di identità non va bene qui',
} as const;

/** From the login page to the test provider's. */
async function leaveFor(page: Page, provider: 'spid' | 'cie' | 'eidas'): Promise<void> {
  await page.goto('/login');
  const metadata = encodeURIComponent(`/demo/idp/${provider}/metadata`);
  const way = await page.locator(`a[href*="${metadata}"]`).first().getAttribute('href');
  await page.goto(way ?? '');
  await seeText(page, 'AMBIENTE DI PROVA');
}

/** Presses one of the provider's buttons, also one that is folded away, and goes on where no script does. */
async function choose(page: Page, name: 'person' | 'refusal' | 'odd', value: string, scripts = true): Promise<void> {
  const button = page.locator(`main button[name=${name}][value="${value}"]`).first();
  await page.locator('main details').evaluateAll((all) => all.forEach((fold) => fold.setAttribute('open', '')));
  await button.click();
  if (!scripts) await page.getByRole('button', { name: 'Continua' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/demo/'));
}

describe('logging in with SPID and CIE', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it.each([
    ['with scripts', true, desktop],
    ['on a phone without scripts', false, phone],
  ])('lets a newcomer in at once with an invented person, %s', async (_how, scripts, width) => {
    const { page, complaints, leave } = await newVisitor(browser, address, { scripts, width });
    await leaveFor(page, 'spid');
    await seeHeading(page, 'Entra con SPID di prova');
    expect(await faultsOf(page, { language: 'it', axe: scripts })).toEqual([]);
    await choose(page, 'person', 'valeria.antinori', scripts);
    const me = await page.request.get('/api/v1/me');
    expect(await me.json()).toMatchObject({ scheme: 'spid', level: 2, givenName: 'Valeria' });
    await page.getByRole('button', { name: 'Esci' }).click();
    expect((await page.request.get('/api/v1/me')).status()).toBe(401);
    expect(complaints).toEqual([]);
    await leave();
  });

  it('says in the citizen’s words why a provider did not let them in, and leads back to it', slow, async () => {
    const { page, leave } = await newVisitor(browser, address);
    for (const [code, words] of Object.entries(refusals)) {
      await leaveFor(page, 'spid');
      await choose(page, 'refusal', code);
      await seeHeading(page, words);
      expect((await page.request.get('/api/v1/me')).status()).toBe(401);
    }
    expect(await faultsOf(page, { language: 'it' })).toEqual([]);
    await page.getByRole('link', { name: 'Riprova' }).click();
    await seeHeading(page, 'Entra con SPID di prova');
    await leave();
  });

  it('lets nobody in by a forged answer', slow, async () => {
    const { page, leave } = await newVisitor(browser, address);
    for (const odd of ['tampered', 'wrapped-in-place', 'answered-before']) {
      await leaveFor(page, 'spid');
      await choose(page, 'odd', odd);
      await seeHeading(page, 'L’accesso non è riuscito');
      expect((await page.request.get('/api/v1/me')).status()).toBe(401);
    }
    await leave();
  });

  it('works with CIE, and with an identity of another country', slow, async () => {
    for (const [provider, person, level] of [
      ['cie', 'luca.marchetti', 3],
      ['eidas', 'pierre.lambert', 2],
    ] as const) {
      const { page, leave } = await newVisitor(browser, address);
      await leaveFor(page, provider);
      await choose(page, 'person', person);
      const me = await page.request.get('/api/v1/me');
      expect(await me.json()).toMatchObject({ scheme: provider, level });
      await leave();
    }
  });

  it('ends when the person logs out at the provider', slow, async () => {
    const { page, leave } = await newVisitor(browser, address);
    await leaveFor(page, 'spid');
    await choose(page, 'person', 'anna.bernardi');
    await page.goto('/demo/idp');
    expect(await faultsOf(page, { language: 'it' })).toEqual([]);
    await page.getByRole('button', { name: 'Esci dal provider: Anna Bernardi' }).first().click();
    await seeHeading(page, 'Uscita conclusa');
    expect((await page.request.get('/api/v1/me')).status()).toBe(401);
    await leave();
  });
});
