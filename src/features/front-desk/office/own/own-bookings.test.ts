import { sql } from 'kysely';
import { parse } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import { bookingTools } from '#test/booking-tools.ts';
import { buildRole } from '#test/build-role.ts';
import { useDeps } from '#test/deps.ts';
import { useFrontDesk } from '#test/front-desk.ts';
import { testBrowser } from '#test/slice-app.ts';

const deps = useDeps();
const tools = bookingTools(deps);
const desk = useFrontDesk(deps);

describe('a partner desk', () => {
  it('sees the bookings it made, and no other page of the office’s day', async () => {
    deps.current.clock.set('2026-11-16T08:00:00Z');
    const { office, base, app } = desk.current;
    const helperId = await buildRole(deps.current.db, 'helper', office.officeId);
    const helper = await testBrowser(app, deps.current, helperId);
    const empty = parse((await helper.get(`${base}/bookings/mine`)).body).text;
    expect(empty).toContain('Non ne hai ancora fatte');
    const { code, bookingId } = await tools.newBooking(office);
    expect(parse((await helper.get(`${base}/bookings/mine`)).body).text).not.toContain(code);
    await sql`
      UPDATE booking SET created_by = ${helperId}, channel = 'partner-desk' WHERE id = ${bookingId}`.execute(
      deps.current.db,
    );
    expect(parse((await helper.get(`${base}/bookings/mine`)).body).text).toContain(code);
    for (const page of ['agenda', 'to-do', 'search', `bookings/${code}`])
      expect([page, (await helper.get(`${base}/${page}`)).statusCode]).toEqual([page, 403]);
  });
});
