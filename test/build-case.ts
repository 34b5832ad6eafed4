import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { createSession } from '#features/identity/index.ts';
import { transact } from '#platform/transaction.ts';
import { buildBooking, type BuiltBooking } from './build-booking.ts';
import { buildAccount } from './build-office.ts';
import { buildRole } from './build-role.ts';
import type { TestDeps } from './deps.ts';
import { type TestBrowser, testBrowser } from './slice-app.ts';

export interface BuiltCase {
  readonly booking: BuiltBooking;
  readonly citizenId: number;
  readonly email: string;
  readonly officerId: number;
  readonly citizen: TestBrowser;
  readonly officer: TestBrowser;
  /** where the office decides about accounts */
  readonly base: string;
}

let people = 0;

/** Somebody with an appointment, and an officer of the office it is at, who decides about their account. */
export async function buildCase(app: FastifyInstance, deps: TestDeps): Promise<BuiltCase> {
  const { db } = deps;
  deps.clock.set('2026-12-01T10:00:00Z');
  people += 1;
  const email = `cases-${people}@prova.example`;
  const citizenId = await buildAccount(db, email);
  const bookedAt = '2026-11-20T09:00:00Z';
  const booking = await buildBooking(db, { at: '2026-12-09T10:00', accountId: citizenId, bookedAt });
  const { officeId, officeCode } = booking.office;
  const officerId = await buildRole(db, 'officer', officeId);
  await sql`UPDATE account SET password_hash = 'x' WHERE id = ${officerId}`.execute(db);
  await sql`UPDATE office SET email = 'sede@prova.example' WHERE id = ${officeId}`.execute(db);
  const citizen = await testBrowser(app, deps, citizenId);
  const officer = await testBrowser(app, deps, officerId);
  return { booking, citizenId, email, officerId, citizen, officer, base: `/office/${officeCode}/accounts` };
}

/** What the API answers to an account that asks for a seat beside a booking. */
export async function tryToHold(
  app: FastifyInstance,
  { db, clock, secrets }: TestDeps,
  { office, slotId }: BuiltBooking,
  accountId: number,
): Promise<{ status: number; reason: string }> {
  await sql`UPDATE slot SET capacity = 5, planned = 5`.execute(db);
  const session = await transact(db, async (tx) => ({
    ok: true as const,
    ...(await createSession(tx, { accountId, now: clock.now(), secrets })),
  }));
  const response = await app.inject({
    method: 'POST',
    url: '/api/v1/holds',
    headers: { authorization: `Bearer ${session.token}`, 'idempotency-key': randomUUID() },
    payload: { office: office.officeCode, service: 'passport', slot: slotId, party: 1 },
  });
  const body = response.json<{ type?: string }>();
  return { status: response.statusCode, reason: body.type?.split('/').at(-1) ?? '' };
}
