import { parse } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import { bookingTools } from '#test/booking-tools.ts';
import { useDeps } from '#test/deps.ts';
import { useFrontDesk, wordsOf } from '#test/front-desk.ts';
import { type AgendaAppointment, agendaDay } from '../../agenda-day.query.ts';
import { dayPdf } from './day-pdf.ts';

const deps = useDeps();
const desk = useFrontDesk(deps);
const tools = bookingTools(deps);
const day = '2026-11-23';

describe('the day on paper', () => {
  it('tells hour, names, service and state, but no more than the gate needs', async () => {
    const codiceFiscale = 'PRVDAA80E45H501X';
    const people = [tools.somebody({ familyName: 'Đorđević', codiceFiscale }), tools.somebody({ givenName: 'Ivo' })];
    const { code } = await tools.newBooking(desk.current.office, { people });
    const page = await desk.current.open(`agenda/print?date=${day}`);
    const words = wordsOf(page);
    for (const shown of ['09:00', 'Đorđević Ada', 'Ivo', `…${code.slice(-4)}`, 'Un appuntamento, 2 persone']) {
      expect(words).toContain(shown);
    }
    for (const secret of [codiceFiscale, code, '1980', 'ada@prova.example', 'riservata']) {
      expect(page.querySelector('main')?.toString()).not.toContain(secret);
    }
  });

  it('is a tagged PDF too, and both are written down', async () => {
    await tools.newBooking(desk.current.office);
    const answer = await desk.current.officer.get(`${desk.current.base}/agenda.pdf?date=${day}`);
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/pdf']);
    expect(answer.headers['cache-control']).toBe('no-store');
    const file = answer.rawPayload.toString('latin1');
    for (const kind of ['Table', 'TR', 'TH', 'TD']) expect(file).toMatch(new RegExp(`/S /${kind}\\b`));
    await desk.current.open(`agenda/print?date=${day}`);
    const entries = await deps.current.db
      .selectFrom('audit_entry')
      .select(['subject', 'detail'])
      .where('office_id', '=', desk.current.office.officeId)
      .where('action', '=', 'print-agenda')
      .orderBy('id')
      .execute();
    expect(entries).toEqual([
      { subject: `day:${day}`, detail: { as: 'pdf', bookings: 1 } },
      { subject: `day:${day}`, detail: { as: 'page', bookings: 1 } },
    ]);
  });

  it('of an empty day says so, and of no day nothing', async () => {
    expect(wordsOf(await desk.current.open('agenda/print?date=2026-12-25'))).toContain('Nessun appuntamento');
    const { officer, base } = desk.current;
    expect((await officer.get(`${base}/agenda.pdf?date=2026-12-25`)).statusCode).toBe(200);
    for (const date of ['2026-02-30', 'x', '']) {
      expect((await officer.get(`${base}/agenda.pdf?date=${date}`)).statusCode).toBe(404);
    }
    expect(parse((await officer.get(`${base}/agenda`)).body).querySelector(`a[href*="agenda/print"]`)).not.toBeNull();
  });

  it('of three hundred appointments takes several pages, each with its heading', async () => {
    await tools.newBooking(desk.current.office);
    const at = { id: desk.current.office.officeId, timeZone: 'Europe/London' };
    const one = await agendaDay(deps.current, { office: at, date: Temporal.PlainDate.from(day) });
    const [first] = one.appointments;
    if (!first) throw new Error('no appointment');
    const appointments = Array.from(
      { length: 300 },
      (_, index): AgendaAppointment => ({ ...first, id: String(index) }),
    );
    const setting = {
      office: { name: { it: 'Sede' }, timeZone: 'Europe/London' },
      language: 'it',
      now: deps.current.clock.now(),
    } as const;
    const pdf = (await dayPdf({ ...one, appointments }, setting)).toString('latin1');
    const pages = pdf.match(/\/Type \/Page\b/g)?.length ?? 0;
    expect(pages).toBeGreaterThan(5);
    expect(pages).toBeLessThan(15);
    expect(pdf.match(/\/S \/TR\b/g)).toHaveLength(301);
  });
});
