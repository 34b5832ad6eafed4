import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { createSession } from '#features/identity/index.ts';
import { bookingTools } from '#test/booking-tools.ts';
import { buildOffice } from '#test/build-office.ts';
import { buildPhoto, closedEyes } from '#test/build-photo.ts';
import { buildRole } from '#test/build-role.ts';
import { useDeps } from '#test/deps.ts';
import { useFrontDesk } from '#test/front-desk.ts';

const deps = useDeps();
const desk = useFrontDesk(deps);
const tools = bookingTools(deps);

beforeEach(async () => {
  deps.current.clock.set('2026-11-16T08:00:00Z');
  await sql`UPDATE offering SET photo = 'asked' WHERE id = ${desk.current.office.offeringId}`.execute(deps.current.db);
});

async function sent(slot = 0, photo: Partial<Parameters<typeof buildPhoto>[1]> = {}) {
  const { bookingId, code } = await tools.newBooking(desk.current.office, { slot });
  const photoId = await buildPhoto(deps.current, { bookingId, ...photo });
  return { bookingId, code, photoId, path: `bookings/${code}/photo` };
}

async function ask(path: string, payload?: object, more: { by?: number; headers?: Record<string, string> } = {}) {
  const { db, clock, secrets } = deps.current;
  const { app, office, officerId } = desk.current;
  const session = await createSession(db, { accountId: more.by ?? officerId, now: clock.now(), secrets });
  return app.inject({
    method: payload ? 'POST' : 'GET',
    url: `/api/v1/offices/${office.officeCode}/${path}`,
    headers: { authorization: `Bearer ${session.token}`, 'accept-language': 'en', ...more.headers },
    ...(payload && { payload }),
  });
}

async function lines(): Promise<unknown[]> {
  const { rows } = await sql<{ line: unknown }>`
    SELECT jsonb_build_array(action, subject, detail) AS line FROM audit_entry
    WHERE office_id = ${desk.current.office.officeId} ORDER BY id`.execute(deps.current.db);
  return rows.map(({ line }) => line);
}

type Refused = { type: string; errors?: { field: string; reason: string }[] };

const refusalOf = (answer: Awaited<ReturnType<typeof ask>>) => [
  answer.statusCode,
  answer.json<Refused>().errors?.map(({ field }) => field) ?? answer.json<Refused>().type.split('/').at(-1),
];

describe('photos at an office, over HTTP', () => {
  it('are listed, shown with all that is known, and decided; each reading leaves a line first', async () => {
    const [second, first] = [await sent(1), await sent(0, { verdict: 'fail', checks: [closedEyes] })];
    const list = await ask('photos?limit=1');
    expect([list.statusCode, list.json()]).toMatchObject([
      200,
      {
        counts: { sent: 2, asked: 0, decided: 0 },
        items: [{ code: first.code, person: 0, verdict: 'fail', state: 'sent', startsAt: '2026-11-23T09:00:00+00:00' }],
      },
    ]);
    const { nextCursor } = list.json<{ nextCursor: string }>();
    expect((await ask(`photos?limit=1&cursor=${nextCursor}`)).json()).toMatchObject({
      items: [{ code: second.code }],
      nextCursor: null,
    });
    const shown = await ask(first.path);
    expect(shown.json()).toMatchObject({
      state: 'sent',
      photo: {
        photoId: first.photoId,
        checks: [{ id: 'eyes-open', verdict: 'fail', measured: { value: 0.21, from: 0.5 } }],
        said: { reason: null, headCovered: false },
      },
      decisions: [],
    });
    const asked = await ask(`${first.path}/decide`, {
      photoId: first.photoId,
      outcome: 'another-asked',
      reasons: ['eyes'],
      words: 'Senza cappello',
    });
    const { decision } = asked.json<{ decision: string }>();
    expect([asked.statusCode, asked.json()]).toEqual([
      200,
      { code: first.code, person: 0, state: 'another-asked', decision },
    ]);
    expect((await ask(first.path)).json()).toMatchObject({
      decisions: [{ id: decision, reasons: ['eyes'], words: 'Senza cappello', by: expect.any(String) as string }],
    });
    const subject = `booking:${first.bookingId}`;
    expect(await lines()).toEqual([
      ['see-photos', null, { bookings: [first.bookingId] }],
      ['see-photos', null, { bookings: [second.bookingId] }],
      ['see-photos', subject, { bookings: [] }],
      ['photo-another-asked', subject, { person: 0 }],
      ['see-photos', subject, { bookings: [] }],
    ]);
    const undone = await ask(`${first.path}/undo`, { decision });
    expect([undone.statusCode, undone.json()]).toMatchObject([200, { state: 'sent', decision: null }]);
    expect(refusalOf(await ask(`${first.path}/undo`, { decision }))).toEqual([409, 'nothing-to-undo']);
  });

  it('are decided once for one key, and never about another photo than was shown', async () => {
    const { photoId, path, bookingId } = await sent();
    const key = { headers: { 'idempotency-key': 'photo-1' } };
    const yes = { photoId, outcome: 'accepted' };
    const first = await ask(`${path}/decide`, yes, key);
    expect([first.statusCode, (await ask(`${path}/decide`, yes, key)).body]).toEqual([200, first.body]);
    expect(refusalOf(await ask(`${path}/decide`, yes))).toEqual([409, 'already-decided']);
    await buildPhoto(deps.current, { bookingId });
    expect(refusalOf(await ask(`${path}/decide`, yes))).toEqual([409, 'photo-changed']);
  });

  it('are refused field by field', async () => {
    const { photoId, path } = await sent(0, { verdict: 'fail', checks: [closedEyes] });
    const cases = [
      [{}, ['photoId', 'outcome']],
      [{ photoId, outcome: 'accepted' }, ['reasons']],
      [{ photoId, outcome: 'another-asked' }, ['reasons']],
      [{ photoId, outcome: 'another-asked', reasons: ['seen-fine'] }, ['reasons']],
      [{ photoId, outcome: 'overridden', reasons: ['other'] }, ['words']],
      [{ photoId, outcome: 'overridden', reasons: ['seen-fine'], words: 'a'.repeat(501) }, ['words']],
    ] as const;
    for (const [body, fields] of cases) expect(refusalOf(await ask(`${path}/decide`, body))).toEqual([422, fields]);
    expect(refusalOf(await ask(`${path}?person=3`))).toEqual([404, 'no-such-person']);
    expect(refusalOf(await ask(`${path}/decide?person=3`, { photoId, outcome: 'accepted' }))).toEqual([
      404,
      'no-photo',
    ]);
    const own = await ask(`${path}/decide`, { photoId, outcome: 'overridden', words: 'Si vede bene' });
    expect([own.statusCode, own.json()]).toMatchObject([200, { state: 'overridden' }]);
  });

  it('are of their office alone, and decided by whoever serves there', async () => {
    const { db } = deps.current;
    const { photoId, path, bookingId } = await sent();
    const picture = await ask(`${path}/picture`);
    expect([picture.headers['content-type'], picture.headers['cache-control']]).toEqual(['image/jpeg', 'no-store']);
    expect(await lines()).toEqual([['see-photo', `booking:${bookingId}`, {}]]);
    const auditor = { by: await buildRole(db, 'auditor', desk.current.office.officeId) };
    expect((await ask(path, undefined, auditor)).statusCode).toBe(200);
    expect((await ask(`${path}/decide`, { photoId, outcome: 'accepted' }, auditor)).statusCode).toBe(403);
    const there = await tools.newBooking(await buildOffice(db, { from: '2026-11-23T09:00:00Z', slots: 1 }));
    await buildPhoto(deps.current, { bookingId: there.bookingId });
    for (const address of ['', '/picture']) {
      expect((await ask(`bookings/${there.code}/photo${address}`)).statusCode).toBe(404);
    }
  });
});
