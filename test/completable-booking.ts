import { sql } from 'kysely';
import { createSession } from '#features/identity/index.ts';
import { buildAccount } from './build-office.ts';
import { buildBooking, type BuiltBooking } from './build-booking.ts';
import type { TestDeps } from './deps.ts';

export interface CompletableBooking extends BuiltBooking {
  readonly accountId: number;
  /** Logs a program in as whoever booked. */
  readonly headers: Record<string, string>;
}

let made = 0;

/** A booking of Monday 14 December 2026, 10:00 in London, at an office that takes photos and delivers by mail. */
export async function completableBooking(
  { db, secrets, clock }: TestDeps,
  rules: { photo?: string; delivery?: string; modes?: string; delegate?: boolean; hours?: number } = {},
): Promise<CompletableBooking> {
  made += 1;
  const accountId = await buildAccount(db, `completes-${made}@prova.example`);
  const booking = await buildBooking(db, { at: '2026-12-14T10:00', accountId, confirmBy: 'nobody' });
  const { photo = 'asked', delivery = 'asked', modes = '{office,italy}', delegate = true, hours = 24 } = rules;
  await sql`
    UPDATE offering SET photo = ${photo}, delivery = ${delivery}, delivery_modes = ${modes}, delegate = ${delegate},
      completion_cutoff_hours = ${hours} WHERE id = ${booking.office.offeringId}`.execute(db);
  const session = await createSession(db, { accountId, secrets, now: clock.now() });
  return { ...booking, accountId, headers: { authorization: `Bearer ${session.token}`, 'accept-language': 'it' } };
}
