import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/browser.ts';
import { register, typeCode } from './steps/enter.ts';
import { fillCompanion, fillVisit, goToSummary, pressBook } from './steps/fill-in.ts';
import { chooseFirstDate, findService, firstTime, freeSeats, pressTime, seeFreeSeats } from './steps/find-times.ts';
import { inventPerson } from './steps/invented-person.ts';
import { mailTo } from './steps/mailbox.ts';
import { desktop, newVisitor, phone, seeHeading, seeText } from './steps/visitor.ts';
import { turnoAddress } from './steps/this-turno.ts';

const passport = { search: 'Londra', office: /Consolato Generale d.Italia a Londra/, service: 'Passaporto' };

describe('a passport at the consulate in London', () => {
  const address = turnoAddress;
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it.each([
    ['at a desk', { scripts: true, width: desktop }],
    ['on a phone without scripts', { scripts: false, width: phone }],
  ])('is booked for two, received by e-mail and given back, %s', async (_where, way) => {
    const { page, complaints, leave } = await newVisitor(browser, address, way);
    const [ada, bruno] = [inventPerson('Ada'), inventPerson('Bruna')];

    await findService(page, passport);
    await seeText(page, 'Primo posto libero');
    await seeText(page, 'Che cosa portare');
    await chooseFirstDate(page, 2);
    const date = new URL(page.url()).searchParams.get('date') ?? '';
    const chosen = await firstTime(page);
    const place = { office: 'cons-london', service: 'passport', date, slot: chosen.slot };
    const before = await freeSeats(address, place);
    await pressTime(page, chosen);

    await seeHeading(page, 'Il posto è tuo: ora accedi');
    await page.getByText(/Posto trattenuto fino alle \d\d:\d\d di Londra/).waitFor();
    if (way.scripts) await page.getByText('ancora 10 min').waitFor();
    await seeFreeSeats(address, place, before - 2);
    await page.getByRole('main').getByRole('link', { name: 'Registrati' }).click();
    await register(page, ada);
    await typeCode(page, address, ada);

    await seeHeading(page, 'Chi viene all’appuntamento?');
    const first = page.getByRole('group', { name: 'Persona 1' });
    expect(await first.getByLabel('Nome', { exact: true }).inputValue()).toBe(ada.givenName);
    await fillCompanion(page, 2, bruno);
    await page.getByLabel('Note per la sede').fill('Arriviamo con il passeggino.');
    await page.getByRole('button', { name: '5 minuti in più' }).click();
    await page.getByRole('button', { name: '5 minuti in più' }).waitFor({ state: 'detached' });
    if (way.scripts) await page.getByText(/ancora 1[45] min/).waitFor();
    await fillVisit(page);
    await goToSummary(page);
    for (const words of [ada.familyName, bruno.familyName, 'Coniuge', 'Scadenza o rinnovo', 'passeggino'])
      await seeText(page, words);
    await seeText(page, `alle ${chosen.time}`);
    const code = await pressBook(page);

    await seeText(page, 'Prenotazione fatta');
    await seeText(page, `${bruno.givenName} ${bruno.familyName}`);
    await seeText(page, 'Che cosa portare');
    expect(await eventFile(page)).toContain(`SUMMARY:`);
    await readMail(ada.email, [code, chosen.time, bruno.familyName, 'Passaporto', 'Londra', 'fotografi']);

    await page.getByRole('link', { name: 'I miei appuntamenti' }).first().click();
    await page.getByRole('link', { name: new RegExp(code) }).click();
    await page.getByRole('link', { name: 'Annulla l’appuntamento' }).click();
    await seeHeading(page, 'Vuoi annullare l’appuntamento?');
    expect(await freeSeats(address, place)).toBe(before - 2);
    await page.getByRole('button', { name: 'Sì, annulla' }).click();
    await seeText(page, 'Appuntamento annullato');
    await seeFreeSeats(address, place, before);
    await mailTo(address, ada.email, /^Annullato: Passaporto/, { code });
    expect(complaints).toEqual([]);
    await leave();
  });

  async function eventFile(page: Page): Promise<string> {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Aggiungi al calendario' }).click(),
    ]);
    return readFile(await download.path(), 'utf8');
  }

  async function readMail(email: string, words: readonly string[]): Promise<void> {
    const mail = await mailTo(address, email, /^Prenotato: Passaporto/);
    for (const word of words) {
      expect(mail.text).toContain(word);
      expect(mail.html).toContain(word);
    }
    const files = mail.attachments.map(({ filename }) => filename);
    expect(files).toEqual([expect.stringMatching(/\.ics$/), expect.stringMatching(/\.pdf$/)]);
    const shown = await fetch(`${address}/demo/mail/${mail.id}`);
    expect(await shown.text()).toContain(mail.subject);
  }
});
