import { z } from 'zod';
import { doorChanges, factorChanges } from '#features/identity/index.ts';
import type { Db, Tx } from '#platform/database.ts';
import type { Deps } from '#platform/deps.ts';
import { transact } from '#platform/transaction.ts';
import { addMessages, bookingMessage, moveMessage, type NewMessage } from './add-messages.ts';
import { bookingToWriteAbout } from './recipient.query.ts';
import { caseMessages } from './case-messages.ts';
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
  proofKinds,
  registrationKinds,
  reportKinds,
  ticketKinds,
  waitingKinds,
} from './rules.ts';

const bookingId = z.union([z.string(), z.int()]).transform(String);
const proofId = z.union([z.string(), z.int()]).transform(String);

const request = z.union([
  z.object({ kind: z.enum(bookingKinds), bookingId, again: z.string().optional() }),
  z.object({ kind: z.enum(moveKinds), bookingId, about: z.string() }),
  z.object({ kind: z.enum(proofKinds), accountId: z.int(), proofId }),
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
  z.object({ kind: z.literal('already-registered'), accountId: z.int() }),
  z.object({
    kind: z.literal('door-changed'),
    accountId: z.int(),
    change: z.enum(doorChanges),
    way: z.enum(['local', 'spid', 'cie', 'eidas']),
    changedAt: z.string(),
  }),
  z.object({
    kind: z.enum(['password-ends', 'account-unused']),
    accountId: z.int(),
    lastDay: z.string(),
    when: z.enum(['ahead', 'soon']),
  }),
  z.object({ kind: z.literal('office-changed'), accountId: z.int(), changeId: z.string() }),
  z.object({ kind: z.literal('invitation'), invitationId: z.int() }),
  z.object({ kind: z.literal('monthly-report'), accountId: z.int(), officeId: z.int(), month: z.string() }),
  z.object({ kind: z.literal('one-time-code'), accountId: z.int(), codeId: z.string() }),
  z.object({ kind: z.literal('invited'), accountId: z.int(), officeId: z.int().nullable(), proofId }),
  z.object({
    kind: z.literal('second-factor-changed'),
    accountId: z.int(),
    change: z.enum(factorChanges),
    at: z.string(),
  }),
  z.object({ kind: z.literal('hand-over'), accountId: z.int(), handOverId: z.int(), at: z.string() }),
  z.object({ kind: z.literal('roles-changed'), accountId: z.int(), officeId: z.int().nullable(), at: z.string() }),
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
    if ('about' in wanted) return booking && moveMessage(wanted, booking);
    return booking && bookingMessage(wanted.kind, booking, wanted.again);
  }
  if ('entryId' in wanted) return waitingMessage(tx, wanted);
  const account = await findAccount(tx, wanted.accountId);
  if (account === undefined) return undefined;
  const { email: recipient, language } = account;
  if (wanted.kind === 'already-registered') {
    // Whoever tries an address again and again fills no mailbox: one such message a day.
    const key = `already-registered:${wanted.accountId}:${now.toString().slice(0, 10)}`;
    return { key, kind: wanted.kind, accountId: wanted.accountId, detail: {}, recipient, language };
  }
  if (wanted.kind === 'second-factor-changed') {
    const { kind, accountId, change, at } = wanted;
    return {
      key: `${kind}:${accountId}:${change}:${at}`,
      kind,
      accountId,
      detail: { factor: change },
      recipient,
      language,
    };
  }
  if (wanted.kind === 'hand-over') {
    const { kind, accountId, handOverId } = wanted;
    return { key: `${kind}:${handOverId}:${accountId}`, kind, accountId, detail: { handOverId }, recipient, language };
  }
  if (wanted.kind === 'door-changed') {
    const { kind, accountId, change, way, changedAt } = wanted;
    const key = `${kind}:${accountId}:${change}:${way}:${changedAt}`;
    return { key, kind, accountId, detail: { door: { change, way } }, recipient, language };
  }
  if ('when' in wanted) {
    const { kind, accountId, lastDay, when } = wanted;
    return {
      key: `${kind}:${accountId}:${lastDay}:${when}`,
      kind,
      accountId,
      detail: { lastDay },
      recipient,
      language,
    };
  }
  if (wanted.kind === 'office-changed') {
    const { kind, accountId, changeId } = wanted;
    return { key: `${kind}:${changeId}`, kind, accountId, detail: { changeId }, recipient, language };
  }
  if (wanted.kind === 'one-time-code') {
    const { kind, accountId, codeId } = wanted;
    return { key: `${kind}:${codeId}`, kind, accountId, detail: { codeId }, recipient, language };
  }
  if (wanted.kind === 'monthly-report') {
    const { kind, accountId, officeId, month } = wanted;
    const key = `${kind}:${officeId}:${accountId}:${month}`;
    return { key, kind, accountId, detail: { officeId, month }, recipient, language };
  }
  if (wanted.kind === 'roles-changed') {
    const { kind, accountId, officeId, at } = wanted;
    return {
      key: `${kind}:${accountId}:${officeId ?? 'network'}:${at}`,
      kind,
      accountId,
      detail: { officeId },
      recipient,
      language,
    };
  }
  const elsewhere = wanted.kind === 'change-email' || wanted.kind === 'email-changed';
  const key = `${wanted.kind}:${wanted.proofId}`;
  return {
    key,
    kind: wanted.kind,
    accountId: wanted.accountId,
    detail:
      wanted.kind === 'invited' ? { proofId: wanted.proofId, officeId: wanted.officeId } : { proofId: wanted.proofId },
    recipient: (elsewhere && (await otherAddress(tx, wanted))) || recipient,
    language,
  };
}

/** Of a change of address: the code goes to the new one, the news to the old one. */
async function otherAddress(tx: Tx, { kind, proofId }: { kind: string; proofId: string }): Promise<string | null> {
  const proof = await tx
    .selectFrom('email_proof')
    .select(['new_email', 'old_email'])
    .where('id', '=', proofId)
    .executeTakeFirst();
  return (kind === 'change-email' ? proof?.new_email : proof?.old_email) ?? null;
}

function findAccount(db: Db | Tx, id: number) {
  return db.selectFrom('account').select(['email', 'language']).where('id', '=', id).executeTakeFirst();
}
