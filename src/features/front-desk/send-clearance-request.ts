import { audit } from '#features/audit/index.ts';
import {
  type CertifiedClearance,
  mailboxOf,
  requestFacts,
  saveMailbox,
  withdrawLinks,
} from '#features/booking/index.ts';
import { lastRecipient } from '#features/certified-mail/index.ts';
import type { Tx } from '#platform/database.ts';
import { enqueue } from '#platform/outbox.ts';
import type { Secrets } from '#platform/secrets.ts';

/**
 * Has the request sent, or sent again, to the certified mailbox that was typed, which this office keeps for its next one.
 * Whoever had it at another address can neither read nor answer it any more.
 */
export async function sendClearanceRequest(
  tx: Tx,
  secrets: Secrets,
  request: { bookingId: string; officeId: number; operatorId: number; mailbox: string; now: Temporal.Instant },
): Promise<{ ok: boolean }> {
  const { bookingId, officeId, operatorId, mailbox, now } = request;
  const facts = await requestFacts(tx, secrets, { bookingId });
  if (!facts?.residence) return { ok: false };
  const between = { municipality: facts.residence, officeId };
  const before = await mailboxOf(tx, between);
  await saveMailbox(tx, { ...between, address: mailbox, by: operatorId, now });
  const last = await lastRecipient(tx, { about: 'clearance', aboutId: facts.id });
  const isElsewhere = last !== undefined && last !== mailbox;
  const payload: CertifiedClearance = {
    about: 'clearance',
    clearanceId: facts.id,
    round: isElsewhere ? await withdrawLinks(tx, { id: facts.id, now }) : facts.round,
    again: now.toString(),
  };
  await enqueue(tx, { task: 'send-certified', payload, at: now });
  const entry = { action: 'clearance-certified', subject: `booking:${bookingId}` };
  const detail = { municipality: facts.residence, from: before ?? null, to: mailbox };
  await audit(tx, { at: now, accountId: operatorId, officeId, ...entry, detail });
  return { ok: true };
}
