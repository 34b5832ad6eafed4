import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/browser.ts';
import { bookForCitizen, enterOffice } from './steps/at-the-desk.ts';
import { inventPerson } from './steps/invented-person.ts';
import { mailTo } from './steps/mailbox.ts';
import { isAlmostMidnightInLondon, nextOpenSaturday, todayInLondon, weekdayName } from './steps/office-days.ts';
import { heading, errorBeside, newVisitor, phone, pressAndStay, seeHeading, seeText } from './steps/visitor.ts';
import { turnoAddress } from './steps/this-turno.ts';

const address = turnoAddress;
const planner = 'Anagrafe consolare e patenti';
const service = 'AIRE: cambio di indirizzo';

describe('a day at the consulate in London', () => {
  let browser: Browser;
  let code: string;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('gets new hours and a closure from its manager, and citizens see both', async () => {
    const { page, complaints, leave } = await newVisitor(browser, address, { scripts: false });
    const citizen = await newVisitor(browser, address, { scripts: false, width: phone });
    const saturday = await nextOpenSaturday(address, 'cons-london');
    const seen = async (words: string | RegExp) => {
      // A page for everybody is made anew each second.
      await expect
        .poll(async () => {
          await citizen.page.goto(`/offices/cons-london/aire-address-change/times?date=${saturday.toString()}`);
          return heading(citizen.page);
        })
        .toMatch(words);
    };
    await seen('Per questo giorno non ci sono più posti');
    await enterOffice(page, 'manager.london');
    await openPlanner(page);

    // The extra opening of today, for whoever stands at the door; then Saturdays, in the rule that is there.
    await page.getByRole('link', { name: 'Aggiungi un orario', exact: true }).click();
    const today = todayInLondon().toString();
    await page.getByLabel(weekdayName(todayInLondon())).check();
    await page.getByLabel('Vale dal giorno').fill(today);
    await page.getByLabel('Fino al giorno').fill(today);
    await page.getByLabel('Dalle', { exact: true }).fill('23:45');
    await page.getByLabel('Alle', { exact: true }).fill('00:00');
    await page.getByLabel('Minuti per appuntamento').fill('15');
    await page.getByLabel('Sportelli aperti').fill('2');
    await pressAndStay(page, page.getByRole('button', { name: 'Salva l’orario' }));
    expect(await errorBeside(page, page.getByLabel('Alle', { exact: true }))).toContain('dopo l’inizio');
    await page.getByLabel('Dalle', { exact: true }).fill('00:00');
    await page.getByLabel('Alle', { exact: true }).fill('23:45');
    await page.getByRole('button', { name: 'Salva l’orario' }).click();
    await page.getByText('Orario salvato').waitFor();
    await page.getByRole('link', { name: /^Modifica: lun.* 09:30/i }).click();
    await page.getByLabel('Sabato').check();
    await page.getByRole('button', { name: 'Salva l’orario' }).click();
    await page.getByText('Orario salvato').waitFor();
    await page.getByRole('link', { name: /^Modifica.*Preavviso/ }).click();
    await page.getByLabel('Preavviso in ore').fill('0');
    await page.getByRole('button', { name: 'Salva', exact: true }).click();
    await seen('Per questo giorno non ci sono più posti');
    await page.getByRole('link', { name: 'Rivedi e pubblica' }).click();
    await page.getByRole('button', { name: 'Pubblica', exact: true }).click();
    await page.getByText('Pubblicato. I posti sono pronti.').waitFor();
    await seen(/Scegli l’ora: sabato/);

    await page.getByRole('link', { name: 'Calendario', exact: true }).click();
    await page.getByRole('link', { name: 'Chiusure' }).first().click();
    await page.getByRole('link', { name: 'Chiudi uno o più giorni' }).click();
    await page.getByLabel('Dal giorno').fill(saturday.toString());
    await page.getByLabel('Motivo in italiano').fill('Assemblea del personale');
    await page.getByLabel('Motivo in inglese').fill('Staff meeting');
    await page.getByRole('button', { name: 'Guarda che cosa cambia' }).click();
    await seeHeading(page, 'Prima di chiudere, guarda che cosa cambia');
    await page.getByRole('button', { name: 'Conferma la chiusura' }).click();
    await page.getByText('Chiusura aggiunta').waitFor();
    await seen('Quel giorno la sede è chiusa: Assemblea del personale');
    await citizen.page.goto('/offices/cons-london');
    await citizen.page.getByText('Assemblea del personale').waitFor();
    await page
      .getByRole('link', { name: /^Riapri: sabato/i })
      .first()
      .click();
    await page.getByRole('button', { name: 'Conferma e riapri' }).click();
    await page.getByText('Chiusura tolta').waitFor();
    await seen(/Scegli l’ora: sabato/);
    expect([...complaints, ...citizen.complaints]).toEqual([]);
    await leave();
    await citizen.leave();
  });

  it.skipIf(isAlmostMidnightInLondon())('is served: somebody at the door is booked, arrives and leaves', async () => {
    const { page, complaints, leave } = await newVisitor(browser, address);
    const ada = inventPerson('Ada');
    await enterOffice(page, 'operator.london');
    await seeHeading(page, new RegExp(`^${weekdayName(todayInLondon())}`));
    code = await bookForCitizen(page, { service, day: todayInLondon(), person: ada });
    await seeText(page, 'Prenotazione fatta');
    await mailTo(address, ada.email, /^Prenotato/, { code });

    await page.getByRole('link', { name: 'Agenda' }).first().click();
    const line = page.locator('li, article').filter({ hasText: code }).last();
    await line.getByRole('button', { name: `Arrivato: Ada ${ada.familyName}` }).click();
    await seeText(page, /arrivato alle \d\d:\d\d/);
    // The page came back to this line: one key is enough.
    await page.keyboard.press('s');
    await page.locator('article').filter({ hasText: code }).getByText('Servito', { exact: true }).first().waitFor();
    await page.getByRole('link', { name: `Ada ${ada.familyName}` }).click();
    await seeText(page, 'Segnata come servita');
    await seeText(page, 'Segnato l’arrivo');
    // From any page: "/" and what a scanner types, with Enter at its end.
    await page.keyboard.press('/');
    await page.keyboard.type(`${address}/bookings/${code}`);
    await page.keyboard.press('Enter');
    await seeHeading(page, `Ada ${ada.familyName}`);
    expect(new URL(page.url()).pathname).toBe(`/office/cons-london/bookings/${code}`);
    expect(new URL(page.url()).search).toBe('');
    expect(complaints).toEqual([]);
    await leave();
  });

  it('prints its day and a receipt, each as one tagged document', async () => {
    const { page, leave } = await newVisitor(browser, address);
    await enterOffice(page, 'operator.london');
    await page.getByRole('link', { name: 'Stampa la giornata' }).click();
    await seeText(page, 'Contiene dati personali');
    const day = await page.request.get('/office/cons-london/agenda.pdf');
    const receipt = await page.request.get(`/office/cons-london/bookings/${code}/receipt.pdf`);
    for (const file of [day, receipt]) {
      expect(file.headers()['content-type']).toBe('application/pdf');
      expect((await file.body()).toString('latin1')).toContain('/StructTreeRoot');
    }
    await leave();
  });

  it('takes an appointment in charge, and the citizen reads who, why and how to ask', async () => {
    const { page, complaints, leave } = await newVisitor(browser, address, { scripts: false });
    const carla = inventPerson('Carla');
    await enterOffice(page, 'officer.london');
    const day = await nextOpenSaturday(address, 'cons-london');
    const taken = await bookForCitizen(page, { service, day, person: carla });
    await page.getByRole('link', { name: 'Prendi in carico' }).click();
    await page.getByLabel(/^Perché, e che cosa succede dopo/).fill('Manca una firma: ti chiamiamo domani.');
    await page.getByRole('button', { name: 'Prendi in carico' }).click();
    await page.getByRole('button', { name: 'Lascia di nuovo decidere alla persona' }).waitFor();
    const mail = await mailTo(address, carla.email, /^Presa in carico/, { code: taken });
    expect(mail.text).toContain('Manca una firma: ti chiamiamo domani.');
    await page.getByRole('button', { name: 'Lascia di nuovo decidere alla persona' }).click();
    await page.getByRole('link', { name: 'Prendi in carico' }).waitFor();
    expect(complaints).toEqual([]);
    await leave();
  });

  it('cancels an appointment with a reason that the citizen reads', async () => {
    const { page, complaints, leave } = await newVisitor(browser, address, { scripts: false });
    const bruna = inventPerson('Bruna');
    await enterOffice(page, 'operator.london');
    const day = await nextOpenSaturday(address, 'cons-london');
    code = await bookForCitizen(page, { service, day, person: bruna });
    await page.getByText('Annulla la prenotazione', { exact: true }).click();
    await pressAndStay(page, page.getByRole('button', { name: 'Sì, annulla la prenotazione' }));
    const reason = page.getByLabel(/^Motivo, come lo leggerà/);
    expect(await errorBeside(page, reason)).not.toBe('');
    await reason.fill('Il sistema centrale è fermo quel giorno.');
    await page.getByRole('button', { name: 'Sì, annulla la prenotazione' }).click();
    await seeText(page, 'Annullata: dalla sede');
    const mail = await mailTo(address, bruna.email, /^Annullato/, { code });
    expect(mail.text).toContain('Il sistema centrale è fermo quel giorno.');
    expect(complaints).toEqual([]);
    await leave();
  });

  it('is nobody else’s to see: not for the operator of Roma, nor for a citizen', async () => {
    const paths = [
      'agenda',
      `bookings/${code}`,
      `bookings/${code}/receipt`,
      `bookings/${code}/receipt.pdf`,
      `bookings/${code}/take-in-charge`,
      'agenda/print',
      'agenda.pdf',
      'bookings/new',
      'search',
      'planners',
      'planners/new',
      'closures',
      'closures/new',
    ];
    for (const who of ['operator.roma', 'manager.roma', 'giulia.ferri']) {
      const { page, leave } = await newVisitor(browser, address);
      await enterOffice(page, who);
      for (const path of paths) {
        const response = await page.request.get(`/office/cons-london/${path}`);
        expect(response.status(), `${who} ${path}`).toBe(403);
        expect(await response.text()).not.toContain('Bruna');
      }
      const own = await page.request.get(`/office/comune-h501-anagrafe/bookings/${code}`);
      expect(own.status(), who).toBe(who === 'giulia.ferri' ? 403 : 404);
      await leave();
    }
    const stranger = await newVisitor(browser, address);
    for (const path of paths) {
      const response = await stranger.page.request.get(`/office/cons-london/${path}`);
      expect(new URL(response.url()).pathname, path).toBe('/login');
    }
    await stranger.leave();
  });
});

async function openPlanner(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Calendario', exact: true }).click();
  await page.getByRole('main').getByRole('link', { name: planner, exact: true }).click();
  await seeHeading(page, planner);
}
