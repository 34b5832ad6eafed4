import { audit } from '#features/audit/index.ts';
import { book, nameHelper, type BookRefusal, type BookRequest } from '#features/booking/index.ts';
import type { Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { Outcome } from '#platform/transaction.ts';
import type { DeskHold } from './hold-at-desk.ts';

type DeskRequest = Omit<BookRequest, 'holdId' | 'owner' | 'accountId' | 'createdBy'> & {
  readonly held: DeskHold;
  readonly officeId: number;
  readonly operatorId: number;
};

/** Books for somebody who is at the desk or on the telephone, and writes down who did. */
export async function bookAtDesk(
  tx: Tx,
  secrets: Secrets,
  { held, officeId, operatorId, ...request }: DeskRequest,
): Promise<Outcome<{ code: string; bookingId: string }, BookRefusal> & { position?: number }> {
  const { holdId, owner } = held;
  const outcome = await book(tx, secrets, { ...request, holdId, owner, accountId: null, createdBy: operatorId });
  if (!outcome.ok) return outcome;
  await nameHelper(tx, { bookingId: outcome.bookingId, operatorId });
  await audit(tx, {
    at: request.now,
    accountId: operatorId,
    officeId,
    action: 'book-for-citizen',
    subject: `booking:${outcome.bookingId}`,
    detail: { channel: request.channel },
  });
  return outcome;
}
