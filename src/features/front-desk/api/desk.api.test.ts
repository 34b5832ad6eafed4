import { describe, expect, it } from 'vitest';
import { createSession } from '#features/identity/index.ts';
import { bookingTools } from '#test/booking-tools.ts';
import { useDeps } from '#test/deps.ts';
import { useFrontDesk } from '#test/front-desk.ts';

const deps = useDeps();
const desk = useFrontDesk(deps);
const tools = bookingTools(deps);

async function ask(method: 'GET' | 'POST', path: string, payload?: object, headers: Record<string, string> = {}) {
  const { db, clock, secrets } = deps.current;
  const { app, office, officerId } = desk.current;
  const session = await db
    .transaction()
    .execute((tx) => createSession(tx, { accountId: officerId, now: clock.now(), secrets }));
  return app.inject({
    method,
    url: `/api/v1/offices/${office.officeCode}/${path}`,
    headers: { authorization: `Bearer ${session.token}`, 'accept-language': 'en', ...headers },
    ...(payload ? { payload } : {}),
  });
}

function wish(familyName: string, more: object = {}): object {
  const people = [{ givenName: 'Olga', familyName, birthDate: '1980-05-05' }];
  return { service: 'passport', slot: desk.current.office.slots[0], channel: 'phone', people, ...more };
}

describe('the office over HTTP', () => {
  it('answers with the day in the order of its hours', async () => {
    await tools.newBooking(desk.current.office, { slot: 2 });
    await tools.newBooking(desk.current.office, { slot: 0 });
    const response = await ask('GET', 'agenda?date=2026-11-23');
    expect(response.statusCode).toBe(200);
    expect(response.json()).toMatchObject({
      date: '2026-11-23',
      numbers: { appointments: 2, people: 2 },
      items: [{ startsAt: '2026-11-23T09:00:00+00:00' }, { startsAt: '2026-11-23T09:40:00+00:00' }],
    });
    expect((await ask('GET', 'agenda')).json()).toMatchObject({ date: '2026-11-22', items: [] });
    for (const date of ['2026-13-01', 'x', '-271821-04-20']) {
      const wrong = await ask('GET', `agenda?date=${date}`);
      expect([wrong.statusCode, wrong.json<{ errors: object[] }>().errors]).toMatchObject([
        422,
        [{ field: 'date', reason: 'date' }],
      ]);
    }
  });

  it('books for a citizen, and answers the same for the same key without a second seat', async () => {
    const key = { 'idempotency-key': 'desk-1' };
    const first = await ask('POST', 'bookings', wish('Prima'), key);
    expect(first.statusCode).toBe(201);
    expect(first.json()).toMatchObject({
      channel: 'phone',
      office: desk.current.office.officeCode,
      party: 1,
      preCheck: null,
    });
    const again = await ask('POST', 'bookings', wish('Prima'), key);
    expect([again.statusCode, again.body]).toEqual([201, first.body]);
    expect(await tools.freeSeats(desk.current.office)).toEqual([2, 3, 3, 3]);
    const other = await ask('POST', 'bookings', wish('Seconda'), key);
    expect([other.statusCode, other.json<{ type: string }>().type]).toEqual([
      422,
      expect.stringMatching(/idempotency-key-reused$/),
    ]);
    expect(await tools.freeSeats(desk.current.office)).toEqual([2, 3, 3, 3]);
  });

  it('gives exactly the seats there are when one operator books many at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) => ask('POST', 'bookings', wish(`Insieme ${'i'.repeat(index + 1)}`))),
    );
    expect(answers.map((answer) => answer.statusCode).toSorted()).toEqual([201, 201, 201, 409, 409, 409, 409, 409]);
    expect(answers.find((answer) => answer.statusCode === 409)?.json()).toMatchObject({
      type: expect.stringMatching(/slot-full$/) as string,
    });
  });

  it('says what is wrong, field by field', async () => {
    const cases: readonly [object, number, string][] = [
      [{ ...wish('Errata'), people: [] }, 422, 'people'],
      [wish('Errata', { slot: 'x' }), 422, 'slot'],
      [wish('Errata', { channel: 'web' }), 422, 'channel'],
      [
        wish('Errata', { people: [{ givenName: 'Olga', familyName: 'Errata', birthDate: '2030-01-01' }] }),
        422,
        'people.0.birthDate',
      ],
    ];
    for (const [body, status, field] of cases) {
      const response = await ask('POST', 'bookings', body);
      expect(response.statusCode).toBe(status);
      expect(response.json<{ errors: { field: string }[] }>().errors[0]?.field).toContain(field);
    }
    expect((await ask('POST', 'bookings', wish('Errata', { party: 2 }))).json()).toMatchObject({
      type: expect.stringMatching(/party-mismatch$/) as string,
    });
    expect((await ask('POST', 'bookings', wish('Errata', { service: 'nessuno' }))).statusCode).toBe(404);
    expect(await tools.freeSeats(desk.current.office)).toEqual([3, 3, 3, 3]);
  });

  it('gives the seat back when the person is booked already', async () => {
    await ask('POST', 'bookings', wish('Doppia'));
    const response = await ask('POST', 'bookings', wish('Doppia', { slot: desk.current.office.slots[1] }));
    expect([response.statusCode, response.json()]).toMatchObject([
      409,
      { errors: [{ field: 'people.0', reason: 'already-booked' }] },
    ]);
    expect(await tools.freeSeats(desk.current.office)).toEqual([2, 3, 3, 3]);
  });

  it('leads a booking through its life', async () => {
    const { code } = await tools.newBooking(desk.current.office);
    const status = async (action: string, payload?: object): Promise<unknown> => {
      const response = await ask('POST', `bookings/${code}/${action}`, payload);
      return response.statusCode === 200
        ? response.json<{ status: string }>().status
        : [response.statusCode, response.json<{ type: string }>().type.split('/').at(-1)];
    };
    expect(await status('take-in-charge')).toBe('confirmed');
    expect(await status('take-in-charge')).toEqual([409, 'taken-in-charge']);
    expect(await status('no-show')).toEqual([409, 'too-early']);
    deps.current.clock.set('2026-11-23T09:05:00Z');
    expect(await status('check-in')).toBe('checked-in');
    expect(await status('call')).toBe('checked-in');
    expect(await status('serve')).toBe('served');
    expect(await status('cancel', { reason: 'Prova' })).toEqual([409, 'over']);
    expect(await status('cancel', {})).toEqual([422, 'invalid-request']);
    expect(await status('undo')).toBe('confirmed');
    const seen = await ask('GET', `bookings/${code}`);
    expect(seen.json<{ history: { kind: string }[] }>().history.map((event) => event.kind)).toEqual([
      'created',
      'taken-in-charge',
      'checked-in',
      'called',
      'served',
      'mark-undone',
    ]);
  });
});
