import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { transact } from '#platform/transaction.ts';
import { completableBooking, type CompletableBooking } from '#test/completable-booking.ts';
import { testNow, useDeps } from '#test/deps.ts';
import { formWith, pdf } from '#test/files.ts';
import { drawnPortrait, portraitJpeg } from '#test/photos.ts';
import { sliceApp } from '#test/slice-app.ts';
import { cancelBooking } from '../cancel.ts';
import { photoDetailsOf } from '../photo/photo-details.query.ts';
import { forgetPhotos } from '../photo/forget-photos.job.ts';
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
  {
    name = 'photo.jpg',
    query = '',
    fields = { reason: 'like-this' },
  }: { name?: string; query?: string; fields?: Record<string, string> } = {},
) {
  const { payload, headers } = await formWith(fields, { photo: { name, bytes } });
  return app.inject({
    method: 'PUT',
    url: at(booking, `/photo${query}`),
    payload,
    headers: { ...headers, ...booking.headers },
  });
}

const get = ({ headers }: CompletableBooking, url: string) => app.inject({ url, headers });

const choose = (booking: CompletableBooking, payload: object) =>
  app.inject({ method: 'PUT', url: at(booking, '/delivery'), headers: booking.headers, payload });

const reasonsOf = (answer: { json: () => unknown }) =>
  (answer.json() as { errors?: { field: string; reason: string }[] }).errors?.map((e) => [e.field, e.reason]);

const rows = async ({ id }: CompletableBooking) =>
  (await sql<{ content: Buffer }>`SELECT content FROM booking_photo WHERE booking_id = ${id}`.execute(deps.current.db))
    .rows;

describe('a photo sent by a program', () => {
  it('is judged, kept encrypted, shown and taken back', async () => {
    const booking = await completableBooking(deps.current);
    expect((await get(booking, at(booking, ''))).json()).toMatchObject({
      photo: null,
      completion: { photo: 'asked', until: '2026-12-13T10:00:00+00:00', missing: { photos: [0], delivery: true } },
    });
    const sent = await put(booking, await portraitJpeg());
    expect([sent.statusCode, sent.json()]).toMatchObject([200, { verdict: 'fail', kept: true, proposed: null }]);
    expect(sent.json<{ checks: object[] }>().checks[0]).toEqual({
      id: 'file-type',
      requirement: 'È una foto JPEG',
      verdict: 'pass',
      score: 100,
      message: 'È un JPEG.',
    });
    expect((await get(booking, at(booking, '/photo'))).json()).toEqual(sent.json());
    const picture = await get(booking, at(booking, '/photo/picture'));
    expect(await sharp(picture.rawPayload).metadata()).toMatchObject({ format: 'jpeg', width: 827, height: 1063 });
    expect(picture.headers['cache-control']).toBe('no-store');
    expect((await get(booking, at(booking, ''))).json()).toMatchObject({
      photo: { verdict: 'fail', person: 0, width: 827 },
      completion: { missing: { photos: [], delivery: true } },
    });
    const [kept] = await rows(booking);
    expect(kept?.content.includes(picture.rawPayload.subarray(0, 20))).toBe(false);
    const gone = await app.inject({ method: 'DELETE', url: at(booking, '/photo'), headers: booking.headers });
    expect([gone.statusCode, gone.json()]).toEqual([
      200,
      { verdict: 'not-assessed', checks: [], kept: false, proposed: null, photoId: null },
    ]);
    expect((await get(booking, at(booking, '/photo'))).statusCode).toBe(404);
  });

  it('that the checks find wrong is only proposed: cut otherwise, and kept with a reason', async () => {
    const booking = await completableBooking(deps.current);
    const sent = await put(booking, await portraitJpeg(), { fields: { headCovered: 'yes' } });
    expect([sent.statusCode, sent.json()]).toMatchObject([
      200,
      {
        verdict: 'fail',
        kept: false,
        proposed: { crop: { left: 0 }, source: { width: 900 } },
      },
    ]);
    expect((await get(booking, at(booking, '/photo'))).statusCode).toBe(404);
    const send = (method: 'PUT' | 'POST', page: string, payload: object) =>
      app.inject({ method, url: at(booking, page), headers: booking.headers, payload });
    const cut = await send('PUT', '/photo/crop', { left: 120, top: 90, height: 900 });
    expect([cut.statusCode, cut.json()]).toMatchObject([
      200,
      { proposed: { crop: { left: 120, top: 90, width: 700, height: 900 } } },
    ]);
    const far = await send('PUT', '/photo/crop', { left: -5, top: 1e9, height: 1 });
    expect(far.json()).toMatchObject({ proposed: { crop: { left: 0, top: 491, width: 551, height: 709 } } });
    expect((await send('PUT', '/photo/crop', { left: 'x' })).statusCode).toBe(422);
    const proposed = await get(booking, at(booking, '/photo/picture?state=proposed'));
    expect(await sharp(proposed.rawPayload).metadata()).toMatchObject({ width: 551, height: 709 });
    expect(reasonsOf(await send('POST', '/photo/accept', {}))).toEqual([['reason', 'required']]);
    expect(reasonsOf(await send('POST', '/photo/accept', { reason: 'other' }))).toEqual([['words', 'required']]);
    const yes = await send('POST', '/photo/accept', { reason: 'health', declared: ['untouched'] });
    expect([yes.statusCode, yes.json()]).toMatchObject([200, { kept: true, proposed: null }]);
    const [said] = await photoDetailsOf(deps.current.db, deps.current.secrets, booking.id);
    expect(said).toMatchObject({
      state: 'accepted',
      source: null,
      said: { headCovered: true, declared: ['untouched'], reason: { kind: 'health', words: null } },
    });
    expect((await send('POST', '/photo/accept', {})).statusCode).toBe(404);
  });

  it('that is none gets a clear answer, and the one before stays', async () => {
    const booking = await completableBooking(deps.current);
    await put(booking, await portraitJpeg());
    for (const [bytes, reason] of [
      [Buffer.from('PK\x03\x04', 'latin1'), 'type-zip'],
      [pdf, 'type-pdf'],
      [await drawnPortrait().png().toBuffer(), 'type-png'],
      [(await portraitJpeg()).subarray(0, 4000), 'truncated'],
      [Buffer.alloc(10 * 1024 * 1024 + 1, 0xff), 'size-large'],
    ] as const) {
      const answer = await put(booking, bytes);
      expect([answer.statusCode, reasonsOf(answer)]).toEqual([422, [['photo', reason]]]);
      expect(answer.json()).toMatchObject({ verdict: 'fail', kept: true });
    }
    const small = await put(booking, await portraitJpeg(300, 390));
    expect([small.statusCode, small.json()]).toMatchObject([200, { verdict: 'fail', kept: true }]);
    const nothing = await formWith({ note: 'x' }, {});
    const empty = await app.inject({ method: 'PUT', url: at(booking, '/photo'), ...merged(nothing, booking) });
    expect(reasonsOf(empty)).toEqual([['photo', 'required']]);
    const json = await app.inject({ method: 'PUT', url: at(booking, '/photo'), headers: booking.headers, payload: {} });
    expect(json.statusCode).toBe(415);
  });

  it('is nobody else’s, of nobody else, and not taken where none is', async () => {
    const booking = await completableBooking(deps.current);
    const other = await completableBooking(deps.current, { photo: 'none' });
    const jpeg = await portraitJpeg();
    expect((await get({ ...booking, headers: other.headers }, at(booking, '/photo'))).statusCode).toBe(404);
    expect((await get({ ...booking, headers: other.headers }, at(booking, '/photo/picture'))).statusCode).toBe(404);
    expect((await put({ ...booking, headers: other.headers }, jpeg)).statusCode).toBe(404);
    expect((await put({ ...booking, headers: {} }, jpeg)).statusCode).toBe(401);
    expect((await put(booking, jpeg, { query: '?person=3' })).statusCode).toBe(404);
    const refused = (await put(other, jpeg)).json<{ status: number; type: string }>();
    expect([refused.status, refused.type]).toEqual([403, expect.stringMatching(/no-photo-asked$/)]);
  });

  it('is too late after the office’s hour, gone at once when the booking is off, and some days after the visit', async () => {
    const jpeg = await portraitJpeg();
    const [late, off, over] = [
      await completableBooking(deps.current, { hours: 528 }),
      await completableBooking(deps.current),
      await completableBooking(deps.current),
    ];
    for (const booking of [off, over]) await put(booking, jpeg);
    await choose(over, { mode: 'office' });
    const { db, clock } = deps.current;
    const cancelled = await transact(db, (tx) =>
      cancelBooking(tx, { bookingId: off.id, accountId: off.accountId, now: clock.now() }),
    );
    expect([cancelled.ok, await rows(off)]).toEqual([true, []]);
    expect((await put(late, jpeg)).statusCode).toBe(409);
    expect((await choose(late, { mode: 'office' })).statusCode).toBe(409);
    clock.set('2027-01-13T09:00:00Z');
    await forgetPhotos(deps.current, {});
    expect(await rows(over)).toHaveLength(1);
    clock.set('2027-01-13T11:00:00Z');
    await forgetPhotos(deps.current, {});
    expect(await rows(over)).toEqual([]);
    const { rows: left } = await sql`SELECT FROM booking WHERE id = ${over.id} AND delivery_cipher IS NOT NULL`.execute(
      db,
    );
    expect(left).toEqual([]);
  });
});

describe('delivery chosen by a program', () => {
  const address = { street: 'Via dell’Esempio 1', postalCode: '00184', city: 'Roma', province: 'rm' };
  const delegate = { givenName: 'Bruno', familyName: 'Esempio', birthDate: '1975-03-02' };

  it('is kept, encrypted, and shown in parts and in one line', async () => {
    const booking = await completableBooking(deps.current);
    const answer = await choose(booking, { mode: 'address', address, delegate });
    expect([answer.statusCode, answer.json()]).toMatchObject([
      200,
      {
        delivery: {
          mode: 'address',
          address: 'Via dell’Esempio 1, 00184 Roma RM',
          postal: { ...address, province: 'RM', country: 'IT' },
          delegate,
        },
        completion: { missing: { delivery: false } },
      },
    ]);
    const { rows: found } = await sql<{ cipher: Buffer }>`
      SELECT delivery_cipher AS cipher FROM booking WHERE id = ${booking.id}`.execute(deps.current.db);
    expect(found[0]?.cipher.includes('Esempio')).toBe(false);
  });

  it('without what is needed is told field by field', async () => {
    const booking = await completableBooking(deps.current);
    expect(reasonsOf(await choose(booking, { mode: 'office', delegate: {} }))).toEqual([
      ['delegate.givenName', 'required'],
      ['delegate.familyName', 'required'],
      ['delegate.birthDate', 'required'],
    ]);
    expect(reasonsOf(await choose(booking, { mode: 'address' }))).toEqual([
      ['address.street', 'required'],
      ['address.city', 'required'],
      ['address.postalCode', 'required'],
      ['address.province', 'required'],
    ]);
    expect(reasonsOf(await choose(booking, { mode: 'pigeon' }))).toEqual([['mode', 'required-choice']]);
    expect(reasonsOf(await choose(booking, {}))).toEqual([['mode', 'required']]);
    expect((await choose(booking, { mode: 'office', delegate: 'Bruno' })).statusCode).toBe(422);
  });

  it('is refused where the office does not deliver like that', async () => {
    const none = await completableBooking(deps.current, { delivery: 'none' });
    expect(reasonsOf(await choose(none, { mode: 'address', address }))).toEqual([['mode', 'not-offered']]);
    const alone = await completableBooking(deps.current, { delegate: false });
    expect(reasonsOf(await choose(alone, { mode: 'office', delegate }))).toEqual([['delegate', 'not-offered']]);
  });
});

function merged(form: Awaited<ReturnType<typeof formWith>>, { headers }: CompletableBooking) {
  return { payload: form.payload, headers: { ...form.headers, ...headers } };
}
