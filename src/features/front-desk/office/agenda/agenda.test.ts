import { describe, expect, it } from 'vitest';
import { transact } from '#platform/transaction.ts';
import { bookingTools } from '#test/booking-tools.ts';
import { buildRole } from '#test/build-role.ts';
import { useDeps } from '#test/deps.ts';
import { buttonsIn, useFrontDesk, wordsOf } from '#test/front-desk.ts';
import { testBrowser } from '#test/slice-app.ts';
import { parse } from 'node-html-parser';
import { changeBooking } from '../../change-booking.ts';
import type { DeskAction } from '../../rules.ts';

const deps = useDeps();
const desk = useFrontDesk(deps);
const tools = bookingTools(deps);
const monday = 'agenda?date=2026-11-23';

function at(time: string): void {
  deps.current.clock.set(`2026-11-23T${time}:00Z`);
}

async function mark(booking: { bookingId: string }, action: DeskAction): Promise<void> {
  const { office, officerId } = desk.current;
  const outcome = await transact(deps.current.db, (tx) =>
    changeBooking(tx, deps.current.secrets, action, {
      booking: { id: booking.bookingId, officeId: office.officeId },
      operatorId: officerId,
      reason: 'Prova',
      now: deps.current.clock.now(),
    }),
  );
  expect(outcome).toEqual({ ok: true });
}

describe('the agenda of a day', () => {
  it('begins with five numbers, cancelled appointments aside', async () => {
    const { office } = desk.current;
    const two = [tools.somebody(), tools.somebody({ relationship: 'child' })];
    const first = await tools.newBooking(office, { slot: 0, people: two });
    const second = await tools.newBooking(office, { slot: 1 });
    const third = await tools.newBooking(office, { slot: 1 });
    await tools.newBooking(office, { slot: 2 });
    at('09:30');
    await mark(first, 'serve');
    await mark(second, 'check-in');
    await mark(third, 'cancel');
    const page = await desk.current.open(monday);
    const numbers = page.querySelectorAll('.t-figures div').map((figure) => wordsOf(figure));
    expect(numbers).toEqual(['Appuntamenti3', 'Persone4', 'Arrivati2', 'Serviti1', 'Assenti0']);
    expect(page.querySelector('details summary')?.textContent).toBe('Una prenotazione annullata');
    expect(page.querySelectorAll('.t-entry')).toHaveLength(3);
  });

  it('is today’s by the clock of the office, with the line of now between its hours', async () => {
    const { office, base, officer } = desk.current;
    await tools.newBooking(office, { slot: 0 });
    await tools.newBooking(office, { slot: 2 });
    at('09:25');
    const page = await desk.current.open('agenda');
    expect(page.querySelector('h1')?.textContent).toBe('Lunedì 23 novembre 2026');
    expect(page.querySelectorAll('.t-day-list > li').map((hour) => wordsOf(hour).slice(0, 12))).toEqual([
      expect.stringMatching(/^09:00/),
      'adesso 09:25',
      expect.stringMatching(/^09:40/),
    ]);
    const english = await officer.get(`${base}/agenda`, { 'accept-language': 'en' });
    expect(parse(english.body).querySelector('.t-lead')?.textContent).toBe('Today, 09:25 in Londra');
  });

  it('says what is missing and offers only what is possible now', async () => {
    const { office } = desk.current;
    await tools.newBooking(office, { slot: 0 });
    const waiting = await tools.newBooking(office, { slot: 1 });
    await deps.current.db
      .updateTable('booking')
      .set({ status: 'booked', confirm_closes_at: Temporal.Instant.from('2026-11-23T00:00:00Z') })
      .where('id', '=', waiting.bookingId)
      .execute();
    const before = await desk.current.open(monday);
    expect(before.querySelectorAll('.t-entry').map(buttonsIn)).toEqual([[], []]);
    expect(wordsOf(before)).toContain('Manca la conferma (entro il 22 novembre 2026)');
    at('09:05');
    const during = await desk.current.open(monday);
    expect(during.querySelectorAll('.t-entry').map(buttonsIn)).toEqual([
      ['Arrivato', 'Servito', 'Assente'],
      ['Arrivato', 'Servito'],
    ]);
  });

  it('comes back to the same line after a button, which then says since when they wait', async () => {
    const { office, officer, base } = desk.current;
    const { code } = await tools.newBooking(office);
    at('08:50');
    const page = await desk.current.open('agenda?date=2026-11-23&view=list');
    const form = page.querySelector('main td form');
    const back = form?.querySelector('input[name=back]')?.getAttribute('value') ?? '';
    const pressed = await officer.post(form?.getAttribute('action') ?? '', { back });
    expect([pressed.statusCode, pressed.headers.location]).toEqual([
      303,
      `${base}/agenda?date=2026-11-23&view=list#b-${code}`,
    ]);
    await officer.post(`${base}/bookings/${code}/call`, { back: 'https://elsewhere.example/' }).then((called) => {
      expect(called.headers.location).toBe(`${base}/bookings/${code}`);
    });
    const entry = (await desk.current.open(monday)).querySelector(`#b-${code}`);
    expect(wordsOf(entry)).toContain('arrivato alle 08:50, chiamato alle 08:50');
    expect(buttonsIn(entry)).toEqual(['Chiama', 'Servito', 'Correggi']);
  });

  it('is empty with the way to the next day that is not', async () => {
    await tools.newBooking(desk.current.office);
    const page = await desk.current.open('agenda');
    expect(wordsOf(page)).toContain('Oggi non ci sono appuntamenti');
    expect(page.querySelector('.t-empty a')?.getAttribute('href')).toBe(`${desk.current.base}/${monday}`);
  });

  it('shows today, and says so, when the day asked for does not exist', async () => {
    for (const date of ['2026-02-30', 'domani', '9999-99-99', '%00']) {
      const response = await desk.current.officer.get(`${desk.current.base}/agenda?date=${date}`);
      expect(response.statusCode).toBe(422);
      expect(response.body).toContain('Questa data non esiste');
    }
  });

  it('shows a planner manager that there are appointments, without a way into the bookings', async () => {
    const { app, office, base } = desk.current;
    await tools.newBooking(office);
    const manager = await testBrowser(
      app,
      deps.current,
      await buildRole(deps.current.db, 'planner-manager', office.officeId),
    );
    at('09:05');
    const page = parse((await manager.get(`${base}/agenda`)).body);
    expect(page.querySelectorAll('.t-entry')).toHaveLength(1);
    expect(page.querySelectorAll('.t-entry a, .t-entry button, .t-search')).toEqual([]);
  });

  it('is written down when it is read', async () => {
    const { office, officerId } = desk.current;
    await tools.newBooking(office);
    await desk.current.open(monday);
    const entries = await deps.current.db
      .selectFrom('audit_entry')
      .selectAll()
      .where('account_id', '=', officerId)
      .execute();
    expect(entries).toMatchObject([
      { action: 'see-agenda', subject: 'day:2026-11-23', office_id: office.officeId, detail: { bookings: 1 } },
    ]);
  });
});

describe('the way to the desk', () => {
  it('leads straight to the only office, and refuses who works for none', async () => {
    const { app, officer, base, office } = desk.current;
    expect((await officer.get('/office')).headers.location).toBe(`${base}/agenda`);
    const helper = await testBrowser(app, deps.current, await buildRole(deps.current.db, 'helper', office.officeId));
    expect((await helper.get('/office')).headers.location).toBe(`${base}/bookings/new`);
    const citizen = await testBrowser(app, deps.current, await tools.newAccount());
    const refused = await citizen.get('/office');
    expect([refused.statusCode, refused.body.includes('non lavora per nessuna sede')]).toEqual([403, true]);
  });

  it('lets who works for the whole network look for an office', async () => {
    const { app, office } = desk.current;
    const admin = await testBrowser(app, deps.current, await buildRole(deps.current.db, 'network-admin', null));
    await deps.current.db.updateTable('office').set({ search: 'londra' }).where('id', '=', office.officeId).execute();
    const page = parse((await admin.get('/office')).body);
    expect(page.querySelectorAll('.t-cards a').map((link) => link.getAttribute('href'))).toContain(
      `/office/${office.officeCode}/agenda`,
    );
    expect(wordsOf(parse((await admin.get('/office?q=nessunacittàcosì')).body))).toContain('Nessuna sede trovata');
  });
});
