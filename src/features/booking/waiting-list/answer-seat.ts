import type { Tx } from '#platform/database.ts';
import type { Language } from '#platform/language.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { Outcome } from '#platform/transaction.ts';
import { book, type BookRefusal } from '../book.ts';
import type { PeopleAnswers } from '../form/people-form.ts';
import { closeOffer } from './end-entry.ts';
import { type LockedEntry, lockEntry } from './lock-entry.ts';

export type SeatAnswerRefusal = 'not-found' | 'no-offer' | 'offer-expired';

interface Answer {
  readonly entryId: string;
  /** The offer that was shown; another one made since is not the one answered. */
  readonly offerId?: string | undefined;
  readonly now: Temporal.Instant;
}

/** The person takes the seat: it becomes their booking, and they leave the list. Said twice, it is done once. */
export async function acceptSeat(
  tx: Tx,
  secrets: Secrets,
  request: Answer & { answers: PeopleAnswers; language: Language },
): Promise<Outcome<{ code: string }, SeatAnswerRefusal | BookRefusal>> {
  const { answers, language, now } = request;
  const accepted = await bookedBefore(tx, request);
  if (accepted) return { ok: true, code: accepted };
  const open = await openSeat(tx, request);
  if (!open.ok) return open;
  const { accountId, offer } = open;
  const outcome = await book(tx, secrets, {
    ...answers,
    holdId: offer.holdId,
    owner: { kind: 'list', accountId, holdId: offer.holdId },
    accountId,
    language,
    delivery: null,
    channel: 'web',
    createdBy: null,
    now,
  });
  return outcome.ok || outcome.reason !== 'hold-expired' ? outcome : { ok: false, reason: 'offer-expired' };
}

/** The person does not want this seat: it goes to whoever is next, and they keep their place. */
export async function declineSeat(tx: Tx, request: Answer): Promise<Outcome<object, SeatAnswerRefusal>> {
  const { entryId, now } = request;
  const open = await openSeat(tx, request);
  if (!open.ok) return open.reason === 'no-offer' && (await declinedBefore(tx, request)) ? { ok: true } : open;
  await closeOffer(tx, open.entry, { state: 'declined', now });
  // An answer is a sign of life.
  await tx
    .updateTable('waiting_entry')
    .set({ lapses: 0, needed_at: now, asked_at: null })
    .where('id', '=', entryId)
    .execute();
  return { ok: true };
}

type OpenSeat = { entry: LockedEntry; accountId: number; offer: NonNullable<LockedEntry['offer']> };

async function openSeat(tx: Tx, request: Answer): Promise<Outcome<OpenSeat, SeatAnswerRefusal>> {
  const entry = await lockEntry(tx, request.entryId);
  if (entry === undefined) return { ok: false, reason: 'not-found' };
  const { offer, accountId } = entry;
  if (offer === undefined || (request.offerId !== undefined && offer.id !== request.offerId))
    return { ok: false, reason: (await isOver(tx, request)) ? 'offer-expired' : 'no-offer' };
  if (Temporal.Instant.compare(offer.expiresAt, request.now) <= 0) return { ok: false, reason: 'offer-expired' };
  return { ok: true, entry, accountId, offer };
}

async function lastOffer(tx: Tx, { entryId, offerId }: Answer) {
  return tx
    .selectFrom('waiting_offer')
    .leftJoin('booking', 'booking.id', 'waiting_offer.booking_id')
    .select(['waiting_offer.state', 'booking.code'])
    .where('entry_id', '=', entryId)
    .$if(offerId !== undefined, (query) => query.where('waiting_offer.id', '=', offerId ?? ''))
    .orderBy('waiting_offer.id', 'desc')
    .executeTakeFirst();
}

async function bookedBefore(tx: Tx, request: Answer): Promise<string | undefined> {
  const last = await lastOffer(tx, request);
  return last?.state === 'accepted' ? (last.code ?? undefined) : undefined;
}

async function declinedBefore(tx: Tx, request: Answer): Promise<boolean> {
  return (await lastOffer(tx, request))?.state === 'declined';
}

async function isOver(tx: Tx, request: Answer): Promise<boolean> {
  const state = (await lastOffer(tx, request))?.state;
  return state === 'lapsed' || state === 'withdrawn';
}
