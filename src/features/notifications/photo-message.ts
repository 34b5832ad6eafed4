import type { PhotoNotice } from '#features/booking/index.ts';
import type { Tx } from '#platform/database.ts';
import { type BookingToWriteAbout, moveKey, type NewMessage } from './add-messages.ts';

/** A press at the desk may be a wrong one: until then taking it back leaves nobody with a letter. */
const grace = Temporal.Duration.from({ seconds: 30 });

/** The letter about another photo; that it is not needed after all is told only to whom a letter has left. */
export async function photoMessage(
  tx: Tx,
  { kind, photo: about }: PhotoNotice,
  { booking, now }: { booking: BookingToWriteAbout; now: Temporal.Instant },
): Promise<NewMessage | undefined> {
  const isTakenBack = kind === 'photo-not-asked';
  if (isTakenBack && !(await hasLeft(tx, about))) return undefined;
  return {
    key: moveKey(kind, about),
    kind,
    bookingId: booking.id,
    accountId: booking.accountId ?? undefined,
    detail: { about },
    recipient: booking.recipient,
    language: booking.language,
    ...(isTakenBack ? {} : { notBefore: now.add(grace) }),
  };
}

/** Tried at least once: it may have been taken. */
async function hasLeft(tx: Tx, about: string): Promise<boolean> {
  const asked = await tx
    .selectFrom('message')
    .select('attempts')
    .where('dedupe_key', '=', moveKey('photo-asked', about))
    .executeTakeFirst();
  return asked !== undefined && asked.attempts > 0;
}
