import { parse } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import { bookingByCode, chargeOf } from '#features/booking/index.ts';
import { bookingTools } from '#test/booking-tools.ts';
import { useDeps } from '#test/deps.ts';
import { buttonsIn, useFrontDesk, wordsOf } from '#test/front-desk.ts';

const deps = useDeps();
const desk = useFrontDesk(deps);
const tools = bookingTools(deps);

async function made(): Promise<{ code: string; bookingId: string }> {
  return tools.newBooking(desk.current.office);
}

async function send(code: string, action: string, fields: Record<string, string> = {}) {
  const { officer, base } = desk.current;
  return officer.post(`${base}/bookings/${code}/${action}`, fields);
}

const chargeNow = (bookingId: string) => chargeOf(deps.current.db, deps.current.secrets, bookingId);

describe('taking a booking in charge', () => {
  it('asks first, and for words that the person will read', async () => {
    const { code, bookingId } = await made();
    const page = await desk.current.open(`bookings/${code}/take-in-charge`);
    expect(wordsOf(page)).toContain('non può più annullare o cambiare data da sola');
    expect(buttonsIn(page.querySelector('main'))).toEqual(['Prendi in carico']);
    const answer = await send(code, 'take-in-charge', { message: 'Manca una firma:\r\nti chiamiamo domani.' });
    expect([answer.statusCode, answer.headers.location]).toEqual([
      303,
      `${desk.current.base}/bookings/${code}?done=take-in-charge`,
    ]);
    const told = await desk.current.open(`bookings/${code}?done=take-in-charge`);
    expect(told.querySelector('.t-alert.t-tone-success')?.textContent).toContain('Hai scritto: «Manca una firma');
    expect(told.querySelector('.t-booking-facts')?.textContent).toContain('ti chiamiamo domani');
    expect(await chargeNow(bookingId)).toMatchObject({ message: 'Manca una firma:\nti chiamiamo domani.' });
  });

  it('keeps the words encrypted', async () => {
    const { code, bookingId } = await made();
    await desk.current.open(`bookings/${code}/take-in-charge`);
    await send(code, 'take-in-charge', { message: 'Parola segreta' });
    const events = await deps.current.db
      .selectFrom('booking_event')
      .select('detail')
      .where('booking_id', '=', bookingId)
      .execute();
    expect(JSON.stringify(events)).not.toContain('segreta');
  });

  it('may be done without words, and given back', async () => {
    const { code, bookingId } = await made();
    await desk.current.open(`bookings/${code}/take-in-charge`);
    await send(code, 'take-in-charge', { message: ' ' });
    expect(await chargeNow(bookingId)).toMatchObject({ message: null });
    const page = await desk.current.open(`bookings/${code}`);
    expect(buttonsIn(page.querySelector('.t-booking'))).toContain('Lascia di nuovo decidere alla persona');
    const button = page.querySelector('form[action$=give-back] button');
    expect(button?.classList.contains('btn-primary')).toBe(false);
    const back = await send(code, 'give-back');
    expect(back.headers.location).toContain('?done=give-back');
    const done = wordsOf(await desk.current.open(`bookings/${code}?done=give-back`));
    expect(done).toContain('La persona può di nuovo annullare');
    // An old address does not say what is no longer so.
    expect(wordsOf(await desk.current.open(`bookings/${code}?done=take-in-charge`))).not.toContain('è in carico');
    expect(await chargeNow(bookingId)).toBeUndefined();
    expect((await bookingByCode(deps.current.db, deps.current.secrets, code))?.takenInChargeAt).toBeNull();
    expect((await send(code, 'give-back')).statusCode).toBe(409);
  });

  it('refuses words that are too long beside the field, and keeps them', async () => {
    const { code, bookingId } = await made();
    await desk.current.open(`bookings/${code}/take-in-charge`);
    const answer = await send(code, 'take-in-charge', { message: 'x'.repeat(501) });
    expect(answer.statusCode).toBe(422);
    expect(parse(answer.body).querySelector('textarea')?.textContent).toContain('xxx');
    expect(await chargeNow(bookingId)).toBeUndefined();
  });

  it('is not asked about what is in charge already', async () => {
    const { code } = await made();
    await desk.current.open(`bookings/${code}/take-in-charge`);
    await send(code, 'take-in-charge');
    const again = await desk.current.officer.get(`${desk.current.base}/bookings/${code}/take-in-charge`);
    expect([again.statusCode, again.headers.location]).toEqual([303, `${desk.current.base}/bookings/${code}`]);
  });
});
