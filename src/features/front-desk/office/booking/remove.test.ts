import { describe, expect, it } from 'vitest';
import { bookingTools } from '#test/booking-tools.ts';
import { useDeps } from '#test/deps.ts';
import { useFrontDesk, wordsOf } from '#test/front-desk.ts';

const deps = useDeps();
const desk = useFrontDesk(deps);
const tools = bookingTools(deps);

describe('taking somebody out of a booking at the desk', () => {
  it('asks first, gives the seat back, and keeps who did it', async () => {
    const { office, base, officer } = desk.current;
    const people = [tools.somebody(), tools.somebody({ givenName: 'Bruno', relationship: 'spouse' })];
    const { code, bookingId } = await tools.newBooking(office, { people });
    const page = await desk.current.open(`bookings/${code}`);
    const href = page.querySelector('a[href$="/people/1/remove"]')?.getAttribute('href');
    expect(href).toBe(`${base}/bookings/${code}/people/1/remove`);
    const question = await desk.current.open(`bookings/${code}/people/1/remove`);
    expect(wordsOf(question)).toContain('i suoi dati in questa prenotazione si cancellano');
    const answer = await officer.post(`${base}/bookings/${code}/people/1/remove`, {});
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `${base}/bookings/${code}?done=remove`]);
    const after = await desk.current.open(`bookings/${code}?done=remove`);
    expect(after.querySelector('.t-alert.t-tone-success')?.textContent).toContain('La persona è tolta');
    expect(wordsOf(after)).toContain('Una persona tolta, il suo posto è libero');
    expect(wordsOf(after)).not.toContain('Bruno');
    const kept = await deps.current.db
      .selectFrom('audit_entry')
      .select('action')
      .where('subject', '=', `booking:${bookingId}`)
      .where('action', '=', 'booking-person-removed')
      .execute();
    expect(kept).toHaveLength(1);
    const last = await officer.post(`${base}/bookings/${code}/people/0/remove`, {});
    expect(last.statusCode).toBe(409);
  });
});
