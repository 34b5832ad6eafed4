import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createSession } from '#features/identity/index.ts';
import { addEntriesApi, type Receipt, type Rooms } from '#features/waiting-room/index.ts';
import { testNow, useDeps } from '#test/deps.ts';
import { type BuiltDraw, registrationTools } from '#test/registration-tools.ts';
import { stillRooms } from '#test/room-tools.ts';
import { sliceApp } from '#test/slice-app.ts';
import { registerOverApi } from './registration.api.ts';

const deps = useDeps();
const tools = registrationTools(deps);
let app: FastifyInstance;
let rooms: Rooms;
let draw: BuiltDraw;

beforeAll(async () => {
  rooms = stillRooms(deps.current);
  app = await sliceApp(deps.current, (server) =>
    addEntriesApi(server, deps.current, rooms, { register: registerOverApi(deps.current, rooms) }),
  );
});
afterAll(() => app.close());
beforeEach(async () => {
  deps.current.clock.set(Temporal.Instant.from(testNow));
  draw = await tools.officeWithDraw({ slots: 3 });
  await rooms.pulse();
});

async function send(preferences: unknown, more: Record<string, unknown> = {}, accountId?: number) {
  const { db, clock, secrets } = deps.current;
  const account = accountId ?? (await tools.newAccount());
  const session = await db
    .transaction()
    .execute((tx) => createSession(tx, { accountId: account, now: clock.now(), secrets }));
  return app.inject({
    method: 'POST',
    url: `/api/v1/releases/${draw.code}/entries`,
    headers: { 'accept-language': 'it', authorization: `Bearer ${session.token}` },
    payload: { preferences, ...more },
  });
}

let people = 0;
const somebody = () => {
  people += 1;
  return [
    {
      givenName: 'Ada',
      familyName: `Chiamata${'abcdefghij'[people] ?? 'z'}`,
      birthDate: '1980-05-05',
      birthPlace: 'Roma',
    },
  ];
};

it('an entry with preferences gives the signed ticket, and says nothing that is nobody’s business', async () => {
  const answer = await send({ weekdays: [1, 4], hours: { to: '11:00' }, waitingList: true }, { people: somebody() });
  expect(answer.statusCode).toBe(201);
  const { receipt, ...rest } = answer.json<{ receipt: Receipt; state: string; number: number }>();
  expect(rest).toMatchObject({ state: 'waiting', number: 1, room: draw.code });
  expect(Object.keys(receipt).toSorted()).toEqual(
    ['commitment', 'format', 'joinedAt', 'number', 'pseudonym', 'publicKey', 'room', 'signature', 'weight'].toSorted(),
  );
  expect(answer.body).not.toContain('Chiamata');
  const kept = await deps.current.db
    .selectFrom('registration')
    .select(['wishes', 'wants_waiting as waiting'])
    .where('room_id', '=', draw.roomId)
    .executeTakeFirst();
  expect(kept).toMatchObject({ waiting: true, wishes: { weekdays: [1, 4], toTime: '11:00' } });
});

it('asked again it is the same ticket, with the preferences sent last', async () => {
  const accountId = await tools.newAccount();
  const own = somebody();
  const first = await send({ weekdays: [1] }, { people: own }, accountId);
  const again = await send({ weekdays: [2] }, { people: own }, accountId);
  expect(again.json<{ ticket: string }>().ticket).toBe(first.json<{ ticket: string }>().ticket);
  expect((await send({}, { people: own })).statusCode).toBe(409);
});

it.each([
  [{ weekdays: [9] }, 'preferences.weekdays.0'],
  [{ offices: ['nowhere'] }, 'preferences.offices'],
  [{ hours: { from: '12:00', to: '09:00' } }, 'preferences.hours.to'],
  [{ from: '2027-13-01' }, 'preferences.from'],
  [{ party: 2 }, 'preferences.party'],
  [{ unknown: 1 }, 'preferences.'],
])('%j is a fault of its field', async (preferences, field) => {
  const answer = await send(preferences, { people: somebody() });
  expect(answer.statusCode).toBe(422);
  expect(answer.json<{ errors: { field: string }[] }>().errors[0]?.field).toBe(field);
});

it('nobody joins after the closing', async () => {
  deps.current.clock.set(Temporal.Instant.from(testNow).add({ hours: 25 }));
  expect((await send({}, { people: somebody() })).statusCode).toBe(409);
});
