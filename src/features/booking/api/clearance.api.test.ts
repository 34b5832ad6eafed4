import type { FastifyInstance } from 'fastify';
import { beforeAll, expect, it } from 'vitest';
import { createSession } from '#features/identity/index.ts';
import { useDeps } from '#test/deps.ts';
import { useMunicipalities } from '#test/municipalities.ts';
import { sliceApp } from '#test/slice-app.ts';
import { createSeatEngine } from '../seats/engine.ts';
import { addBookingsApi } from './bookings.api.ts';
import { addHoldsApi } from './holds.api.ts';

const deps = useDeps();
const places = useMunicipalities(deps);
let app: FastifyInstance;

beforeAll(async () => {
  app = await sliceApp(deps.current, (server, all) => {
    addHoldsApi(server, all, createSeatEngine(all.pool));
    addBookingsApi(server, all);
  });
});

it('asks where somebody lives, refuses what is too late in words, and shows who was asked', async () => {
  const { db, secrets, clock } = deps.current;
  // Seven days do not fit before the 16th, after which a whole day is left to confirm.
  clock.set('2027-03-12T09:00:00Z');
  const accountId = await places.tools.newAccount();
  await places.rules({ clearance_too_late: 'refuse' });
  const session = await createSession(db, { accountId, secrets, now: clock.now() });
  const headers = { authorization: `Bearer ${session.token}`, 'accept-language': 'it' };
  const { office } = places.current;
  const post = (url: string, payload: object) => app.inject({ method: 'POST', url: `/api/v1${url}`, headers, payload });
  const book = async (clearance?: object) => {
    const wish = { office: office.officeCode, service: 'passport', slot: office.slots[0], party: 1 };
    const held = await post('/holds', wish);
    const hold = held.json<{ id: string }>().id;
    const person = { givenName: 'Ada', familyName: 'Prova', birthDate: '1980-05-05', relationship: 'self' };
    const answer = await post('/bookings', { hold, people: [person], clearance, privacyAccepted: true });
    return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() };
  };
  for (const [sent, reason] of [
    [undefined, 'required'],
    [{ residence: 'X999' }, 'unknown'],
  ] as const)
    expect(await book(sent)).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'clearance.residence', reason }] },
    });
  expect(await book({ residence: 'G224' })).toMatchObject({
    status: 409,
    body: { type: expect.stringMatching(/clearance-too-late$/) as string, errors: [{ field: 'clearance.residence' }] },
  });
  await places.rules({ clearance_too_late: 'shorten' });
  expect(await book({ residence: 'G224' })).toMatchObject({
    status: 201,
    body: {
      status: 'awaiting-clearance',
      clearance: { residence: 'G224', state: 'asked', channel: 'turno', dueOn: '2027-03-16', atDeadline: 'cancel' },
    },
  });
});
