import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/browser.ts';
import { register } from './steps/enter.ts';
import { fillVisit, goToSummary } from './steps/fill-in.ts';
import { chooseFirstDate, findService, firstTime, freeSeats, pressTime, seeFreeSeats } from './steps/find-times.ts';
import { inventPerson } from './steps/invented-person.ts';
import { proofLinkFor } from './steps/mailbox.ts';
import { arriveAt, desktop, newVisitor, phone, seeHeading, seeText, switchLanguage } from './steps/visitor.ts';
import { turnoAddress } from './steps/this-turno.ts';

const address = turnoAddress;
const london = { search: 'Londra', office: /Consolato Generale/ };
/** Many seats at every hour. */
const passport = { ...london, service: 'Passaporto' };
/** Few seats are left. */
const card = { ...london, service: /Carta d.identità elettronica/ };

describe('somebody in a hurry', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it.each([
    ['with scripts', { scripts: true, width: desktop }],
    ['without scripts', { scripts: false, width: phone }],
  ])(
    'clicks twice, reloads, goes back and changes language, and keeps one seat and every word, %s',
    async (_how, way) => {
      const { page, context, complaints, leave } = await newVisitor(browser, address, way);
      const elsewhere = await newVisitor(browser, address, { scripts: false });
      const ada = inventPerson('Ada');

      await findService(page, passport);
      await chooseFirstDate(page);
      const times = page.url();
      const date = new URL(times).searchParams.get('date') ?? '';
      const chosen = await firstTime(page);
      const place = { office: 'cons-london', service: 'passport', date, slot: chosen.slot };
      const before = await freeSeats(address, place);
      await page.locator(`button[name="slot"][value="${chosen.slot}"]`).dblclick();
      await arriveAt(page, /\/holds\//);
      await seeFreeSeats(address, place, before - 1);
      const hold = page.url();

      // Another time gives the first one back: one seat a browser.
      await page.goto(times);
      await page.locator('button[name="slot"]').last().click();
      await page.waitForURL((url) => url.pathname.startsWith('/holds/') && url.href !== hold);
      await seeFreeSeats(address, place, before);
      await page.goto(times);
      await pressTime(page, chosen);
      expect((await elsewhere.page.goto(page.url()))?.status()).toBe(404);

      await page.getByRole('main').getByRole('link', { name: 'Registrati' }).click();
      await register(page, ada);
      await page.reload();
      await elsewhere.page.goto(await proofLinkFor(address, ada.email));
      await elsewhere.page.getByRole('button', { name: 'Sì, conferma l’indirizzo' }).click();
      await elsewhere.page.getByText('Il tuo indirizzo e-mail è confermato').waitFor();
      await page.getByRole('button', { name: 'Ho aperto il link: continua' }).click();
      await seeHeading(page, 'Chi viene all’appuntamento?');

      await page.getByLabel('Luogo di nascita').fill('Leeds, Regno Unito');
      await page.getByLabel('Telefono').fill('+44 20 7946 0958');
      await switchLanguage(page, 'English');
      await seeHeading(page, 'Who comes to the appointment?');
      await expectTyped(page, { 'people.0.birthPlace': 'Leeds, Regno Unito', phone: '+44 20 7946 0958' });
      await switchLanguage(page, 'Italiano');
      await seeHeading(page, 'Chi viene all’appuntamento?');
      await page.getByLabel('Note per la sede').fill('Suono due volte.');
      await context.clearCookies({ name: 'turno_csrf' });
      await page.getByRole('main').getByRole('button', { name: 'Continua' }).click();
      await page.getByText('La pagina era aperta da troppo tempo').waitFor();
      await fillVisit(page);
      await goToSummary(page);
      // Without scripts the way back leads to an answer of the form, which browsers ask to send again.
      if (way.scripts) await page.goBack();
      else await page.getByRole('link', { name: /^Modifica.*Note/ }).click();
      await seeHeading(page, 'Chi viene all’appuntamento?');
      await page.reload();
      await expectTyped(page, { 'people.0.birthPlace': 'Leeds, Regno Unito', notes: 'Suono due volte.' });
      await page.goto(`${new URL(page.url()).pathname}/summary`);

      await page.getByRole('button', { name: 'Prenota', exact: true }).dblclick();
      await arriveAt(page, /\/bookings\/\w{8}$/);
      const receipt = page.url();
      await page.reload();
      await page.goBack();
      if (!page.url().includes('/bookings/')) await page.getByRole('button', { name: 'Prenota', exact: true }).click();
      await page.waitForURL(receipt);
      await seeFreeSeats(address, place, before - 1);
      await page.goto('/bookings');
      expect(
        await page
          .getByRole('main')
          .getByRole('link', { name: /^Vedi, sposta o annulla/ })
          .count(),
      ).toBe(1);
      await page.goto(`${receipt}/cancel`);
      await page.getByRole('button', { name: 'Sì, annulla' }).dblclick();
      await seeText(page, 'Appuntamento annullato');
      await seeFreeSeats(address, place, before);
      expect(complaints).toEqual([]);
      await leave();
      await elsewhere.leave();
    },
  );

  it('loses the seat to somebody faster, and is offered the nearest times with all that was typed', async () => {
    const { page, complaints, leave } = await newVisitor(browser, address);
    await findService(page, card);
    await chooseFirstDate(page);
    const date = new URL(page.url()).searchParams.get('date') ?? '';
    const place = { office: 'cons-london', service: 'cie', date };
    const first = await firstTime(page);
    await takeAll({ ...place, slot: first.slot });
    await page.locator(`button[name="slot"][value="${first.slot}"]`).click();
    await seeHeading(page, 'Questo posto è appena stato preso');
    await seeText(page, `le ${first.time}`);
    const near = await firstTime(page);
    expect(near.slot).not.toBe(first.slot);
    await pressTime(page, near);

    const ada = inventPerson('Ada');
    await page.getByRole('main').getByRole('link', { name: 'Registrati' }).click();
    await register(page, ada);
    await page.goto(await proofLinkFor(address, ada.email));
    await page.getByRole('button', { name: 'Sì, conferma l’indirizzo' }).click();
    await seeHeading(page, 'Chi viene all’appuntamento?');
    await page.getByLabel('Note per la sede').fill('Suono due volte.');
    await fillVisit(page);
    await goToSummary(page);
    // The seat is given up in another tab, and somebody else takes it before the last click here.
    const tab = await page.context().newPage();
    await tab.goto(page.url());
    await tab.getByRole('button', { name: 'Lascia il posto' }).click();
    await seeHeading(tab, /Scegli l’ora/);
    await takeAll({ ...place, slot: near.slot });
    await page.getByRole('button', { name: 'Prenota', exact: true }).click();
    await seeHeading(page, 'Non trattieni più questo posto');
    await seeText(page, 'Quello che hai scritto è conservato');
    await pressTime(page, await firstTime(page));
    await seeHeading(page, 'Chi viene all’appuntamento?');
    await expectTyped(page, { notes: 'Suono due volte.' });
    await goToSummary(page);
    await page.getByRole('button', { name: 'Lascia il posto' }).click();
    expect(complaints).toEqual([]);
    await leave();
  });
});

async function expectTyped(page: Page, typed: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(typed)) {
    expect(await page.locator(`[name="${name}"]`).inputValue(), name).toBe(value);
  }
}

/** Others take every seat that is left, one after the other, as citizens of the demo. */
async function takeAll(place: { office: string; service: string; date: string; slot: string }): Promise<void> {
  for (const person of ['marco.bellandi', 'matteo.valeri', 'sofia.romani', 'anna.bernardi']) {
    const free = await freeSeats(address, place);
    if (free === 0) return;
    const login = { email: `${person}@demo.example`, password: 'prova-turno-2026' };
    const { token } = await call<{ token: string }>('/sessions', login);
    const { office, service, slot } = place;
    await call('/holds', { office, service, slot, party: Math.min(free, 5) }, token);
  }
  await seeFreeSeats(address, place, 0);
}

async function call<Answer>(path: string, body: object, token = ''): Promise<Answer> {
  const response = await fetch(`${address}/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token !== '' && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  });
  // Named by the caller, who knows what this call answers.
  return (await response.json()) as Answer;
}
