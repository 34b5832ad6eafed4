import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import '../tables.ts';

/** Why e-mail to an address comes back: there is no such address; its mailbox is full or closed; or somebody refuses us. */
export type EmailFailureReason = 'address' | 'mailbox' | 'other';

/** Writes down that e-mail sent at `sentAt` came back; unless the address has been proved since. */
export async function noteEmailFailed(
  tx: Tx,
  request: { address: string; reason: EmailFailureReason; sentAt: Temporal.Instant; now: Temporal.Instant },
): Promise<void> {
  const { reason, sentAt, now } = request;
  const address = request.address.toLowerCase();
  await sql`
    INSERT INTO email_failure (address, failed_at, reason)
    SELECT ${address}, ${now}, ${reason}
    WHERE NOT EXISTS (
      SELECT FROM email_proof p JOIN account a ON a.id = p.account_id
      WHERE lower(a.email) = ${address} AND p.used_at > ${sentAt})
    ON CONFLICT (address) DO UPDATE SET failed_at = excluded.failed_at, reason = excluded.reason, taken_at = NULL`.execute(
    tx,
  );
}

/** E-mail to an address arrives: a report says so, or its owner has opened one. */
export async function noteEmailWorks(tx: Tx, request: { address: string }): Promise<void> {
  await tx.deleteFrom('email_failure').where('address', '=', request.address.toLowerCase()).execute();
}

/** A mail server took an e-mail to an address: a good sign, if it does not come back. */
export async function noteEmailTaken(tx: Tx, request: { address: string; now: Temporal.Instant }): Promise<void> {
  await tx
    .updateTable('email_failure')
    .set({ taken_at: request.now })
    .where('address', '=', request.address.toLowerCase())
    .where('taken_at', 'is', null)
    .execute();
}

const goodSign = Temporal.Duration.from({ hours: 48 });
const longAgo = Temporal.Duration.from({ hours: 180 * 24 });

/** Forgets addresses that seem to work again, and what is so old that it says nothing any more. */
export async function forgetEmailFailures(db: Db, now: Temporal.Instant): Promise<void> {
  await db
    .deleteFrom('email_failure')
    .where((on) => on.or([on('taken_at', '<', now.subtract(goodSign)), on('failed_at', '<', now.subtract(longAgo))]))
    .execute();
}

/** Why e-mail to an address comes back; undefined for all others. */
export async function emailFailure(db: Db | Tx, address: string): Promise<EmailFailureReason | undefined> {
  const row = await db
    .selectFrom('email_failure')
    .select('reason')
    .where('address', '=', address.toLowerCase())
    .executeTakeFirst();
  return row?.reason;
}
