import { z } from 'zod';
import type { Tx } from '#platform/database.ts';
import type { Deps } from '#platform/deps.ts';
import { transact } from '#platform/transaction.ts';
import { accountMessage, accountRequests } from './account-message.ts';
import { addMessages, bookingMessage, moveMessage, type NewMessage } from './add-messages.ts';
import { bookingToWriteAbout } from './recipient.query.ts';
import { caseMessages } from './case-messages.ts';
import { photoMessage } from './photo-message.ts';
import { invitationMessage } from './invitation-message.ts';
import { helpMessage } from './help-message.ts';
import { registrationMessage } from './registration-message.ts';
import { signalKinds } from './signal-kinds.ts';
import { signalMessage } from './signal-message.ts';
import { reportMessage } from './report-message.ts';
import { ticketMessage } from './ticket-message.ts';
import { waitingMessage } from './waiting-message.ts';
import { clearanceMessage } from './clearance-message.ts';
import {
  bookingKinds,
  caseKinds,
  clearanceKinds,
  helpKinds,
  moveKinds,
  photoKinds,
  registrationKinds,
  reportKinds,
  ticketKinds,
  waitingKinds,
} from './rules.ts';

const bookingId = z.union([z.string(), z.int()]).transform(String);

const request = z.union([
  z.object({ kind: z.enum(bookingKinds), bookingId, again: z.string().optional() }),
  z.object({ kind: z.enum(moveKinds), bookingId, about: z.string() }),
  z.object({ kind: z.enum(photoKinds), bookingId, photo: z.string().regex(/^\d{1,18}$/) }),
  z.object({ kind: z.enum(reportKinds), reportId: z.int() }),
  z.object({ kind: z.enum(helpKinds), helpMessageId: z.int() }),
  z.object({ kind: z.enum(caseKinds), caseId: z.int() }),
  z.object({ kind: z.enum(clearanceKinds), clearanceId: z.string(), round: z.int() }),
  z.object({
    kind: z.enum(registrationKinds),
    registration: z.object({ roomId: z.int(), number: z.int() }),
    about: z.string(),
  }),
  z.object({ kind: z.enum(waitingKinds), entryId: z.string(), about: z.string() }),
  z.object({ kind: z.enum(ticketKinds), roomId: z.int(), number: z.int() }),
  z.object({ kind: z.enum(signalKinds), noticeId: z.int() }),
  z.object({ kind: z.literal('invitation'), invitationId: z.int() }),
  ...accountRequests,
]);

export type NotifyRequest = z.output<typeof request>;

/** Something happened that a person must hear of: one message, however often it is asked for. */
export async function notify(deps: Deps, payload: unknown): Promise<void> {
  const wanted = request.parse(payload);
  const now = deps.clock.now();
  await transact(deps.db, async (tx) => {
    if ('caseId' in wanted) {
      await addMessages(tx, await caseMessages(tx, deps.secrets, wanted), now);
      return { ok: true };
    }
    const message = await messageAbout(tx, deps, wanted, now);
    if (message) await addMessages(tx, [message], now);
    return { ok: true };
  });
}

async function messageAbout(
  tx: Tx,
  { secrets }: Deps,
  wanted: Exclude<NotifyRequest, { caseId: number }>,
  now: Temporal.Instant,
): Promise<NewMessage | undefined> {
  if ('registration' in wanted) return registrationMessage(tx, secrets, wanted);
  if ('reportId' in wanted) return reportMessage(tx, secrets, wanted);
  if ('helpMessageId' in wanted) return helpMessage(tx, secrets, wanted);
  if ('clearanceId' in wanted) return clearanceMessage(tx, wanted);
  if ('roomId' in wanted) return ticketMessage(tx, wanted);
  if ('noticeId' in wanted) return signalMessage(tx, secrets, wanted);
  if ('invitationId' in wanted) return invitationMessage(tx, secrets, { id: wanted.invitationId, now });
  return messageFor(tx, wanted, now);
}

async function messageFor(
  tx: Tx,
  wanted: Exclude<
    NotifyRequest,
    | { registration: object }
    | { reportId: number }
    | { helpMessageId: number }
    | { invitationId: number }
    | { caseId: number }
    | { clearanceId: string }
    | { roomId: number }
    | { noticeId: number }
  >,
  now: Temporal.Instant,
): Promise<NewMessage | undefined> {
  if ('bookingId' in wanted) {
    const booking = await bookingToWriteAbout(tx, wanted.bookingId);
    if ('photo' in wanted) return booking && photoMessage(tx, wanted, { booking, now });
    if ('about' in wanted) return booking && moveMessage(wanted, booking);
    return booking && bookingMessage(wanted.kind, booking, wanted.again);
  }
  if ('entryId' in wanted) return waitingMessage(tx, wanted);
  return accountMessage(tx, wanted, now);
}
