import { parse } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import { bookingByCode } from '#features/booking/index.ts';
import { bookingTools } from '#test/booking-tools.ts';
import { buildRole } from '#test/build-role.ts';
import { useDeps } from '#test/deps.ts';
import { buttonsIn, useFrontDesk, wordsOf } from '#test/front-desk.ts';
import { testBrowser } from '#test/slice-app.ts';

const deps = useDeps();
const desk = useFrontDesk(deps);
const tools = bookingTools(deps);

let number = 500;

/** The codice fiscale of the one booked last. */
function codiceFiscale(): string {
  return `PRVDAA80E45H${number}X`;
}

async function made(): Promise<string> {
  number += 1;
  const people = [
    tools.somebody({ familyName: 'Prova', codiceFiscale: codiceFiscale() }),
    tools.somebody({ givenName: 'Ivo', relationship: 'child' }),
  ];
  return (await tools.newBooking(desk.current.office, { people })).code;
}

async function statusOf(code: string): Promise<string | undefined> {
  return (await bookingByCode(deps.current.db, deps.current.secrets, code))?.status;
}

async function press(code: string, action: string, fields: Record<string, string> = {}) {
  await desk.current.open(`bookings/${code}`);
  return desk.current.officer.post(`${desk.current.base}/bookings/${code}/${action}`, fields);
}

describe('a booking at the desk', () => {
  it('shows who, what and what happened, with the codice fiscale folded away', async () => {
    const code = await made();
    const page = await desk.current.open(`bookings/${code.toLowerCase()}`);
    const text = wordsOf(page);
    for (const words of [
      'Ada Prova',
      'Ivo Prova',
      'Figlio o figlia',
      '5 maggio 1980, a Roma',
      'una nota riservata',
      'ada@prova.example',
      'Sito',
    ]) {
      expect(text).toContain(words);
    }
    expect(page.querySelector('details .t-code')?.textContent).toBe(codiceFiscale());
    expect(wordsOf(page.querySelector('ol.list-unstyled'))).toContain(
      'Prenotazione fatta 22 novembre 2026, ore 22:00 · chi ha prenotato',
    );
  });

  it('is written down whenever it is read or changed, without the data of people', async () => {
    const code = await made();
    await press(code, 'take-in-charge');
    const entries = await deps.current.db
      .selectFrom('audit_entry')
      .selectAll()
      .where('account_id', '=', desk.current.officerId)
      .execute();
    expect(entries.map((entry) => entry.action)).toEqual(['see-booking', 'booking-take-in-charge']);
    expect(JSON.stringify(entries)).not.toMatch(/Ada|Prova|PRVDAA/);
  });

  it('goes through its day: arrived, called, served, and back again', async () => {
    const code = await made();
    deps.current.clock.set('2026-11-23T09:05:00Z');
    for (const [action, status] of [
      ['check-in', 'checked-in'],
      ['call', 'checked-in'],
      ['serve', 'served'],
      ['undo', 'confirmed'],
      ['no-show', 'no-show'],
    ] as const) {
      expect((await press(code, action)).headers.location).toBe(`${desk.current.base}/bookings/${code}`);
      expect(await statusOf(code)).toBe(status);
    }
    const history = wordsOf((await desk.current.open(`bookings/${code}`)).querySelector('ol.list-unstyled'));
    expect(history).toMatch(
      /Segnata come assente.*Annullato l’ultimo segno.*Segnata come servita.*chiamata allo sportello.*Segnato l’arrivo/,
    );
    expect(history).toContain('Ada Prova');
  });

  it('says why what was pressed is not possible any more, and shows what is', async () => {
    const code = await made();
    const response = await press(code, 'no-show');
    expect(response.statusCode).toBe(409);
    expect(wordsOf(parse(response.body))).toContain('Non è cambiato nullaÈ troppo presto.');
    expect(await statusOf(code)).toBe('confirmed');
  });

  it('is cancelled only with a reason, which its people are told', async () => {
    const code = await made();
    for (const reason of ['', '   ', 'x'.repeat(501)]) {
      const refused = await press(code, 'cancel', { reason });
      expect(refused.statusCode).toBe(422);
      expect(parse(refused.body).querySelector('details[open] textarea')?.getAttribute('aria-invalid')).toBe('true');
    }
    expect((await press(code, 'cancel', { reason: 'Lo sportello è chiuso.' })).statusCode).toBe(303);
    const page = await desk.current.open(`bookings/${code}`);
    expect(wordsOf(page)).toContain('Annullata: dalla sedeMotivo: Lo sportello è chiuso.');
    expect(buttonsIn(page.querySelector('section[aria-labelledby=actions]'))).toEqual([]);
    expect(await tools.freeSeats(desk.current.office)).toEqual([3, 3, 3, 3]);
    expect((await press(code, 'cancel', { reason: 'Ancora' })).statusCode).toBe(409);
  });

  it('changes nothing for a page that is too old, and says so', async () => {
    const code = await made();
    const response = await press(code, 'take-in-charge', { _csrf: 'old' });
    expect(response.statusCode).toBe(403);
    expect(wordsOf(parse(response.body))).toContain('La pagina era aperta da troppo tempo');
    expect((await bookingByCode(deps.current.db, deps.current.secrets, code))?.takenInChargeAt).toBeNull();
  });

  it('shows an auditor no buttons, and an operator those of the present state', async () => {
    const code = await made();
    const { app, office, base } = desk.current;
    for (const [role, officeId, expected] of [
      ['auditor', null, []],
      ['operator', office.officeId, ['Sì, annulla la prenotazione']],
    ] as const) {
      const browser = await testBrowser(app, deps.current, await buildRole(deps.current.db, role, officeId));
      const page = parse((await browser.get(`${base}/bookings/${code}`)).body);
      expect([role, buttonsIn(page.querySelector('.t-booking'))]).toEqual([role, expected]);
    }
  });
});
