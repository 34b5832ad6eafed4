import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { transact } from '#platform/transaction.ts';
import { buildPhoto } from '#test/build-photo.ts';
import { buildRole } from '#test/build-role.ts';
import { completableBooking, type CompletableBooking } from '#test/completable-booking.ts';
import { testNow, useDeps } from '#test/deps.ts';
import { formWith } from '#test/files.ts';
import { portraitJpeg } from '#test/photos.ts';
import { sliceApp } from '#test/slice-app.ts';
import { decidePhoto } from '../photo-decision/decide-photo.ts';
import { addBookingsApi } from './bookings.api.ts';

const deps = useDeps();
let app: FastifyInstance;
beforeAll(async () => {
  app = await sliceApp(deps.current, addBookingsApi);
});
afterAll(() => app.close());
beforeEach(() => deps.current.clock.set(testNow));

const at = ({ code }: CompletableBooking, page: string) => `/api/v1/bookings/${code}${page}`;

/** Drawn faces never pass: they are kept with a reason unless it is asked what happens without. */
async function put(
  booking: CompletableBooking,
  bytes: Buffer,
  { key, fields = { reason: 'like-this' } }: { key?: string; fields?: Record<string, string> } = {},
) {
  const { payload, headers } = await formWith(fields, { photo: { name: 'photo.jpg', bytes } });
  return app.inject({
    method: 'PUT',
    url: at(booking, '/photo'),
    payload,
    headers: { ...headers, ...booking.headers, ...(key && { 'idempotency-key': key }) },
  });
}

const get = ({ headers }: CompletableBooking, url: string) => app.inject({ url, headers });

const reasonsOf = (answer: { json: () => unknown }) =>
  (answer.json() as { errors?: { field: string; reason: string }[] }).errors?.map((e) => [e.field, e.reason]);

describe('a photo that a program sends', () => {
  it('sent again with the same key stays the one that it was; with other bytes the key is refused', async () => {
    const booking = await completableBooking(deps.current);
    const first = await put(booking, await portraitJpeg(), { key: 'photo-1' });
    const again = await put(booking, await portraitJpeg(), { key: 'photo-1' });
    expect([again.statusCode, again.body]).toEqual([200, first.body]);
    expect((await get(booking, at(booking, '/photo'))).json()).toMatchObject({
      photoId: first.json<{ photoId: string }>().photoId,
    });
    const other = await put(booking, await portraitJpeg(800, 1100), { key: 'photo-1' });
    expect(reasonsOf(other)).toEqual([['Idempotency-Key', 'key-reused']]);
    const anew = await put(booking, await portraitJpeg());
    expect(anew.json<{ photoId: string }>().photoId).not.toBe(first.json<{ photoId: string }>().photoId);
  });

  it('is cut, accepted and taken back only if it is the one that was looked at', async () => {
    const booking = await completableBooking(deps.current);
    const seen = (await put(booking, await portraitJpeg(), { fields: {} })).json<{ photoId: string }>();
    const now = (await put(booking, await portraitJpeg(), { fields: {} })).json<{ photoId: string }>();
    const send = (method: 'PUT' | 'POST' | 'DELETE', page: string, payload?: object) =>
      app.inject({ method, url: at(booking, `/photo${page}`), headers: booking.headers, ...(payload && { payload }) });
    const { photoId } = seen;
    for (const late of [
      await send('PUT', '/crop', { left: 120, top: 90, height: 900, photoId }),
      await send('POST', '/accept', { reason: 'health', photoId }),
      await send('DELETE', `?state=proposed&photoId=${photoId}`),
    ]) {
      expect([late.statusCode, late.json<{ type: string }>().type]).toEqual([
        409,
        expect.stringMatching(/photo-changed$/),
      ]);
    }
    const yes = await send('POST', '/accept', { reason: 'health', photoId: now.photoId });
    expect([yes.statusCode, yes.json()]).toMatchObject([200, { kept: true, photoId: now.photoId }]);
    expect((await send('DELETE', `?photoId=${photoId}`)).statusCode).toBe(409);
    const remove = async () => (await send('DELETE', `?photoId=${now.photoId}`)).json<object>();
    expect(await remove()).toMatchObject({ kept: false, photoId: null });
    expect(await remove()).toMatchObject({ kept: false, photoId: null });
    const later = (await put(booking, await portraitJpeg(), { fields: {} })).json<{ photoId: string }>();
    expect(await remove()).toMatchObject({ status: 409 });
    const cut = await send('PUT', '/crop', { left: 120, top: 90, height: 900, photoId: later.photoId });
    expect((await send('POST', '/accept', { reason: 'health', photoId: later.photoId })).statusCode).toBe(409);
    const { photoId: cutId } = cut.json<{ photoId: string }>();
    expect((await send('POST', '/accept', { reason: 'health', photoId: cutId })).json()).toMatchObject({ kept: true });
  });

  it('is told as taken to whoever repeats the call with its key after the hour', async () => {
    const booking = await completableBooking(deps.current);
    const first = await put(booking, await portraitJpeg(), { key: 'late-1' });
    await sql`UPDATE offering SET completion_cutoff_hours = 720 WHERE id = ${booking.office.offeringId}`.execute(
      deps.current.db,
    );
    const again = await put(booking, await portraitJpeg(), { key: 'late-1' });
    const anew = [
      await put(booking, await portraitJpeg(), { key: 'late-2' }),
      await put(booking, await portraitJpeg()),
    ];
    expect([again.statusCode, again.body]).toEqual([200, first.body]);
    expect(anew.map(({ statusCode }) => statusCode)).toEqual([409, 409]);
  });

  it('that the office wants another of says so: why, and until when', async () => {
    const booking = await completableBooking(deps.current, { hours: 528 });
    const { db, secrets, clock } = deps.current;
    const photoId = await buildPhoto(deps.current, { bookingId: booking.id });
    const standing = async () => (await get(booking, at(booking, ''))).json<{ completion: object }>().completion;
    expect(await standing()).toMatchObject({
      missing: { photos: [] },
      photos: [{ person: 0, state: 'sent', reasons: [], until: '2026-11-22T10:00:00+00:00', maySend: false }],
    });
    const operatorId = await buildRole(db, 'officer', booking.office.officeId);
    const why = { reasons: ['glasses' as const], words: 'Anche le sopracciglia' };
    const asked = { bookingId: booking.id, position: 0, photoId, operatorId, now: clock.now(), why };
    await transact(db, (tx) => decidePhoto(tx, secrets, { ...asked, outcome: 'another-asked' }));
    expect(await standing()).toMatchObject({
      missing: { photos: [0] },
      photos: [
        {
          state: 'another-asked',
          reasons: ['glasses'],
          because: [expect.stringMatching(/^Gli occhiali/), 'Anche le sopracciglia'],
          until: '2026-12-14T10:00:00+00:00',
          maySend: true,
        },
      ],
    });
    const own = await get(booking, '/api/v1/bookings');
    expect(own.json()).toMatchObject({ items: [{ completion: { photos: [{ reasons: ['glasses'] }] } }] });
  });
});
