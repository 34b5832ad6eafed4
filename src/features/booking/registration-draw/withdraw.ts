import { leaveRoom } from '#features/waiting-room/index.ts';
import type { Tx } from '#platform/database.ts';
import type { Outcome } from '#platform/transaction.ts';
import { type RegistrationRefusal, whyClosed } from './keep-registration.ts';
import { tellRegistrations } from './tell-registration.ts';

/** Takes a registration back until it closes: its people may register again, with the same chance. */
export async function withdrawRegistration(
  tx: Tx,
  request: { roomId: number; number: number; accountId: number; now: Temporal.Instant },
): Promise<Outcome<object, RegistrationRefusal>> {
  const { roomId, number, now } = request;
  const closed = await whyClosed(tx, request);
  if (closed) return { ok: false, reason: closed };
  const left = await leaveRoom(tx, request);
  if (!left.ok) return { ok: false, reason: 'not-found' };
  await tellRegistrations(tx, { kind: 'registration-withdrawn', who: [{ roomId, number }], at: now });
  return { ok: true };
}
