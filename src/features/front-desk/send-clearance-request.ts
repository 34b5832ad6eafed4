import { audit } from '#features/audit/index.ts';
import { type CertifiedClearance, requestFacts, saveMailbox } from '#features/booking/index.ts';
import type { Tx } from '#platform/database.ts';
import { enqueue } from '#platform/outbox.ts';
import type { Secrets } from '#platform/secrets.ts';

/** Has the request sent, or sent again, to the certified mailbox that was typed, which is kept for the next one. */
export async function sendClearanceRequest(
  tx: Tx,
  secrets: Secrets,
  request: { bookingId: string; officeId: number; operatorId: number; mailbox: string; now: Temporal.Instant },
): Promise<{ ok: boolean }> {
  const { bookingId, officeId, operatorId, mailbox, now } = request;
  const facts = await requestFacts(tx, secrets, { bookingId });
  if (!facts?.residence) return { ok: false };
  await saveMailbox(tx, { municipality: facts.residence, address: mailbox, by: operatorId, now });
  const payload: CertifiedClearance = {
    about: 'clearance',
    clearanceId: facts.id,
    round: facts.round,
    again: now.toString(),
  };
  await enqueue(tx, { task: 'send-certified', payload, at: now });
  const entry = { action: 'clearance-certified', subject: `booking:${bookingId}` };
  await audit(tx, { at: now, accountId: operatorId, officeId, ...entry });
  return { ok: true };
}
