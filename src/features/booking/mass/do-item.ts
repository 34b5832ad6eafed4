import type { Tx } from '#platform/database.ts';
import { languageOrItalian, writtenFor } from '#platform/language.ts';
import type { Secrets } from '#platform/secrets.ts';
import { writtenTo } from '../written-to.ts';
import { cancelByOffice } from '../cancel.ts';
import { notifyOf, recordEvent } from '../record-event.ts';
import type { MassKind, MassSkip, MassWords } from './mass.rules.ts';

export interface MassItem {
  readonly id: string;
  readonly bookingId: string;
  readonly massId: string;
  readonly kind: Exclude<MassKind, 'move'>;
  readonly words: MassWords;
  readonly operatorId: number;
  readonly now: Temporal.Instant;
}

/** Does one booking's part of a mass action; done before, it does nothing. */
export async function doItem(tx: Tx, secrets: Secrets, item: MassItem): Promise<{ ok: true }> {
  // The booking first, then the item: every writer locks slots and bookings before anything else.
  const skip = item.kind === 'cancel' ? await cancel(tx, secrets, item) : undefined;
  const isReached = await hasAddress(tx, item.bookingId);
  // Who is cancelled without an address has to be called; a message without one has reached nobody.
  const isDone = skip === undefined && (item.kind === 'cancel' || isReached);
  const mine = await tx
    .updateTable('mass_item')
    .set({
      state: isDone ? 'done' : 'skipped',
      why: skip ?? (isReached ? null : 'no-email'),
      decided_at: item.now,
    })
    .where('id', '=', item.id)
    .where('state', '=', 'waiting')
    .returning('id')
    .executeTakeFirst();
  if (mine !== undefined && item.kind === 'message') await write(tx, item, isReached);
  return { ok: true };
}

async function hasAddress(tx: Tx, bookingId: string): Promise<boolean> {
  const booking = await tx
    .selectFrom('booking')
    .leftJoin('account', 'account.id', 'booking.account_id')
    .select(writtenTo('booking', 'account').as('address'))
    .where('booking.id', '=', bookingId)
    .executeTakeFirst();
  return Boolean(booking?.address);
}

async function cancel(tx: Tx, secrets: Secrets, item: MassItem): Promise<MassSkip | undefined> {
  const { bookingId, operatorId, words, now } = item;
  const booking = await tx
    .selectFrom('booking')
    .select(['language', 'starts_at as startsAt'])
    .where('id', '=', bookingId)
    .executeTakeFirst();
  if (booking === undefined) return 'not-found';
  if (Temporal.Instant.compare(booking.startsAt, now) <= 0) return 'over';
  const reason = words.text[writtenFor(languageOrItalian(booking.language))];
  const outcome = await cancelByOffice(tx, secrets, { bookingId, operatorId, reason, now });
  return outcome.ok ? undefined : outcome.reason;
}

/** The message stands in the booking's history; whoever left no address is called by the office. */
async function write(tx: Tx, { id, bookingId, massId, operatorId, now }: MassItem, isReached: boolean): Promise<void> {
  const actor = { kind: 'office', accountId: operatorId } as const;
  await recordEvent(tx, { bookingId, at: now, kind: 'office-message', actor, detail: { mass: massId } });
  if (isReached) await notifyOf(tx, { kind: 'office-message', bookingId, about: id, at: now });
}
