import { sql } from 'kysely';
import { parse } from 'node-html-parser';
import { beforeEach, describe, expect, it } from 'vitest';
import { bookingTools } from '#test/booking-tools.ts';
import { buildPhoto } from '#test/build-photo.ts';
import { useDeps } from '#test/deps.ts';
import { useFrontDesk } from '#test/front-desk.ts';

const deps = useDeps();
const desk = useFrontDesk(deps);
const tools = bookingTools(deps);

beforeEach(async () => {
  deps.current.clock.set('2026-11-16T08:00:00Z');
  await sql`UPDATE offering SET photo = 'asked' WHERE id = ${desk.current.office.offeringId}`.execute(deps.current.db);
});

async function booked() {
  const { bookingId, code } = await tools.newBooking(desk.current.office, { slot: 0 });
  const path = `${desk.current.base}/bookings/${code}/photo`;
  const { officer } = desk.current;
  const press = async (button: 'accept' | 'remove', fields: Record<string, string>) => {
    await officer.get(path);
    return (await officer.post(`${path}/${button}`, { person: '0', ...fields })).headers.location;
  };
  return { bookingId, path, press, page: async (query = '') => parse((await officer.get(path + query)).body) };
}

async function states(bookingId: string): Promise<Record<string, string>> {
  const rows = await deps.current.db
    .selectFrom('booking_photo')
    .select(['state', 'id'])
    .where('booking_id', '=', bookingId)
    .execute();
  return Object.fromEntries(rows.map(({ state, id }) => [state, id]));
}

describe('a photo at the desk', () => {
  it('that its person has not said yes to is neither seen nor accepted by the office', async () => {
    const { bookingId, path, press, page } = await booked();
    const proposed = await buildPhoto(deps.current, { bookingId, state: 'proposed' });
    expect((await page()).querySelector('img.t-photo')).toBeNull();
    expect((await desk.current.officer.get(`${path}/picture?person=0&id=${proposed}`)).statusCode).toBe(404);
    expect(await press('accept', { photo: proposed })).toBe(`${path}?person=0&notice=gone`);
    expect(await press('remove', { photo: proposed })).toBe(`${path}?person=0&notice=gone`);
    expect(await states(bookingId)).toEqual({ proposed });
    expect((await page('?person=0&notice=gone')).querySelector('main')?.text).toContain('Quella foto non c’è più');
  });

  it('that the office added waits in a place of its own, and counts once the office says so', async () => {
    const { bookingId, path, press, page } = await booked();
    const proposed = await buildPhoto(deps.current, { bookingId, state: 'proposed' });
    const atDesk = await buildPhoto(deps.current, { bookingId, state: 'at-desk' });
    expect((await page()).querySelector('img.t-photo')?.getAttribute('src')).toContain(atDesk);
    expect(await press('accept', { photo: proposed })).toBe(`${path}?person=0&notice=changed`);
    expect(await press('accept', { photo: atDesk })).toContain('/photos?at=');
    expect(await states(bookingId)).toEqual({ proposed, accepted: atDesk });
    expect(await press('remove', { photo: proposed, state: 'accepted' })).toBe(`${path}?person=0&notice=changed`);
    expect(await press('remove', { photo: atDesk, state: 'accepted' })).toBe(`${path}?person=0`);
    expect(await states(bookingId)).toEqual({ proposed });
  });
});
