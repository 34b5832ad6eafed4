import { afterEach, describe, expect, it } from 'vitest';
import { demoPassword } from '../steps/enter.ts';
import { inventPerson, type InventedPerson } from '../steps/invented-person.ts';
import { mailTo, manageLink } from '../steps/mailbox.ts';
import { translated, translator } from '../steps/translator.ts';
import {
  bookWithoutWords,
  cancelWithoutWords,
  fillWithoutWords,
  holdWithoutWords,
  registerWithoutWords,
} from '../steps/without-words.ts';
import { keys, openPage, type WebKitPage } from './page.ts';
import { turnoAddress } from '../steps/this-turno.ts';

const address = turnoAddress;

describe('in WebKit', () => {
  let page: WebKitPage;
  afterEach(() => page.close());

  it('a passport for two is booked at the consulate, moved and cancelled', async () => {
    page = await openPage(address);
    const [ada, bruna] = [inventPerson('Ada'), inventPerson('Bruna')];
    await holdWithoutWords(page, { party: 2 });
    await page.see('Il posto è tuo: ora accedi');
    expect(await page.locator('.t-bar').innerText()).toMatch(/ancora (10|9) min/);
    await registerWithoutWords(page, address, ada);
    await fillCompanion(page, bruna);
    await fillWithoutWords(page);
    await page.see(bruna.familyName);
    const code = await bookWithoutWords(page);
    await page.see('Prenotazione fatta');
    await mailTo(address, ada.email, /^Prenotato: Passaporto/, { code });

    await page.locator('main a[href$="/move"]').first().click();
    await page.see('Scegli un altro giorno');
    await page.locator('.t-first-dates a').last().click();
    await page.locator('main button[name="slot"]').first().click();
    await page.see('Vuoi questo nuovo orario?');
    await page.locator('main form .t-actions button[type="submit"]').first().click();
    await page.see('Appuntamento spostato');
    await cancelWithoutWords(page);
    await page.see('Appuntamento annullato');
  });

  it('an identity card is booked at the town hall, with mistakes told beside the field, and cancelled from the e-mail', async () => {
    page = await openPage(address);
    await page.goto('/offices/comune-h501-anagrafe/cie');
    await page.locator('.t-first-dates a, .t-calendar a').last().click();
    await page.locator('main button[name="slot"]').last().click();
    await page.waitForURL(/\/holds\//);
    await page.locator('input[name="people.0.givenName"]').fill('Matteo');
    await page.locator('input[name="people.0.familyName"]').fill('Valeri');
    await page.locator('input[name="reason"]').first().check();
    await page.locator('input[name="privacy"]').check();
    const field = page.locator('input[name="people.0.codiceFiscale"]');
    await field.fill('FRRGLI88D52H501Z');
    await page.locator('main form .t-actions button[type="submit"]').first().click();
    await page.see('L’ultima lettera non corrisponde');
    expect(await page.run('return document.activeElement.hasAttribute("data-error-summary")')).toBe(true);
  });

  it('a page translator changes every word and breaks nothing', async () => {
    page = await openPage(address, { onLoad: `(${translator.toString()})()` });
    const ada = inventPerson('Ada');
    await holdWithoutWords(page);
    await page.see(translated('Il posto è tuo: ora accedi'));
    await registerWithoutWords(page, address, ada);
    await fillWithoutWords(page);
    const code = await bookWithoutWords(page);
    expect(await page.locator('.t-ticket .t-code').innerText()).toBe(code);
    const mail = await mailTo(address, ada.email, /^Prenotato/, { code });
    await page.goto(manageLink(mail));
    await page.locator('main a[href$="/cancel"]').first().click();
    await page.locator('form[action$="/cancel"] button[type="submit"]').click();
    await mailTo(address, ada.email, /^Annullato/, { code });
  });

  it('without scripting an appointment is booked and cancelled', async () => {
    page = await openPage(address, { settings: ['--enable-javascript=false'] });
    const ada = inventPerson('Ada');
    await holdWithoutWords(page);
    expect(await page.locator('.t-bar').innerText()).not.toContain('ancora');
    await registerWithoutWords(page, address, ada);
    await fillWithoutWords(page);
    const code = await bookWithoutWords(page);
    await cancelWithoutWords(page);
    await mailTo(address, ada.email, /^Annullato/, { code });
  });

  it('a seat is taken and given back with the keyboard alone', async () => {
    page = await openPage(address);
    await page.goto('/offices/cons-london/passport');
    await tabTo(page, '.t-first-dates a');
    await page.press(keys.enter);
    await page.see('Scegli l’ora');
    await tabTo(page, 'button[name="slot"]');
    await page.press(keys.enter);
    await page.waitForURL(/\/holds\//);
    await page.see('Il posto è tuo');
    await tabTo(page, 'main a[href^="/login"]');
    await page.press(keys.enter);
    await page.waitForURL(/\/login/);
    await tabTo(page, 'main input[name="email"]');
    await page.press(...'sofia.romani@demo.example', keys.tab, ...demoPassword, keys.enter);
    await page.waitForURL(/\/holds\//);
    await tabTo(page, 'button[formaction$="/leave"], form[action$="/leave"] button');
    await page.press(keys.enter);
    await page.see('Scegli l’ora');
  });

  it('an operator walks the agenda and finds a booking with the search key', async () => {
    page = await openPage(address);
    await page.goto('/login');
    await page.locator('main input[name="email"]').fill('operator.london@demo.example');
    await page.locator('main input[name="password"]').fill(demoPassword);
    await page.locator('main form .t-actions button[type="submit"]').first().click();
    await page.waitForURL(/\/office/);
    await page.goto('/office/cons-london/agenda');
    await page.see(/lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica/i);
    await page.press('/');
    expect(await page.run('return document.activeElement.matches("input[data-shortcut]")')).toBe(true);
    await page.press(...'Rossi', keys.enter);
    await page.waitForURL(/\/search/);
    expect(page.url()).not.toContain('Rossi');
  });
});

async function fillCompanion(page: WebKitPage, person: InventedPerson): Promise<void> {
  await page.locator('select[name="people.1.relationship"] option:nth-child(2)').click();
  for (const name of ['givenName', 'familyName', 'birthDate'] as const)
    await page.locator(`input[name="people.1.${name}"]`).fill(person[name]);
}

async function tabTo(page: WebKitPage, css: string): Promise<void> {
  for (let pressed = 0; pressed < 120; pressed += 1) {
    await page.press(keys.tab);
    if ((await page.run('return document.activeElement.matches(arguments[0])', css)) === true) return;
  }
  throw new Error(`${css} is out of the keyboard's reach`);
}
