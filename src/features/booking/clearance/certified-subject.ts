import { z } from 'zod';
import type { Tx } from '#platform/database.ts';
import { dayIn } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import { notifyOf, recordEvent } from '../record-event.ts';
import { changeClearance, lockClearance } from './lock-clearance.ts';
import { mailboxOf } from './municipality-mailbox.ts';
import { requestFacts, type RequestFacts } from './request-facts.query.ts';
import { requestPdf } from './request-pdf.ts';
import { requestAsText, requestWords } from './request-words.ts';

/** What `send-certified` is asked for about a clearance; `round` and `reminder` tell one message from the next. */
const payloadSchema = z.object({
  clearanceId: z.string(),
  round: z.int(),
  reminder: z.enum(['before', 'last-day']).optional(),
  /** asked for again by an operator, at that moment */
  again: z.string().optional(),
});

export type CertifiedClearance = z.output<typeof payloadSchema> & { readonly about: 'clearance' };

/** Something happened to the certified e-mail of a request. */
interface News {
  readonly aboutId: string;
  readonly state: string;
  readonly at: Temporal.Instant;
}

/** A municipality's consent as a subject of certified e-mail: who writes it, and what follows from its receipts. */
export const certifiedClearance = {
  /** The letter to the municipality's certified mailbox; undefined where none is known, or nothing is left to ask. */
  async write({ db, secrets, config, clock }: Deps, payload: unknown) {
    const asked = payloadSchema.parse(payload);
    const facts = await requestFacts(db, secrets, { id: asked.clearanceId });
    if (!facts?.residence || facts.round !== asked.round || !isOpen(facts)) return undefined;
    const to = await mailboxOf(db, { municipality: facts.residence, officeId: facts.officeId });
    if (to === undefined) return undefined;
    const reminder = asked.reminder !== undefined;
    const words = requestWords(facts, { secrets, publicUrl: config.publicUrl, reminder });
    const content = await requestPdf(words, clock.now());
    return {
      officeId: facts.officeId,
      aboutId: facts.id,
      dedupe: ['clearance', facts.id, facts.round, asked.reminder ?? asked.again ?? 'first'].join(':'),
      to,
      subject: words.subject,
      text: requestAsText(words),
      attachments: [{ filename: `nulla-osta-${facts.code}.pdf`, content, contentType: 'application/pdf' }],
    };
  },

  /** Accepted by the provider, it counts as asked, or the municipality as told; undelivered, an operator has to see to it. */
  async changed(tx: Tx, { aboutId, state, at }: News): Promise<void> {
    if (state === 'sent' || state === 'accepted') await markSent(tx, aboutId, at);
    if (state === 'failed') await markFailed(tx, aboutId, at);
  },
};

function isOpen({ mode, state, status }: RequestFacts): boolean {
  if (mode === 'notify') return state === 'to-tell' && status === 'served';
  return (state === 'to-ask' || state === 'asked') && status === 'awaiting-clearance';
}

async function markSent(tx: Tx, id: string, now: Temporal.Instant): Promise<void> {
  const bookingId = await bookingOf(tx, id);
  if (bookingId === undefined) return;
  const asked = await lockClearance(tx, bookingId, 'asked');
  const found = asked.ok ? asked : await lockClearance(tx, bookingId, 'told');
  if (!found.ok) return;
  const { clearance } = found;
  const on = dayIn(now, clearance.zone);
  const isRequest = clearance.mode === 'required';
  await changeClearance(
    tx,
    { id, recordedBy: null, now },
    {
      channel: 'pec',
      certified: true,
      ...(isRequest ? { state: 'asked', asked_on: on, reminders: 0 } : { state: 'told', answered_on: on }),
    },
  );
  const kind = isRequest ? 'clearance-asked' : 'clearance-told';
  await recordEvent(tx, { bookingId, at: now, kind, actor: { kind: 'system' } });
  if (isRequest) await notifyOf(tx, { kind: 'clearance-asked', bookingId, at: now });
}

async function markFailed(tx: Tx, id: string, now: Temporal.Instant): Promise<void> {
  const bookingId = await bookingOf(tx, id);
  const found = bookingId === undefined ? undefined : await lockClearance(tx, bookingId, 'reminded');
  // A reminder that fails does not undo a request that arrived.
  if (!found?.ok || !found.clearance.certified || found.clearance.reminders > 0) return;
  const columns = { state: 'to-ask', asked_on: null, channel: null, certified: false } as const;
  await changeClearance(tx, { id, recordedBy: null, now }, columns);
  const actor = { kind: 'system' } as const;
  await recordEvent(tx, { bookingId: found.booking.id, at: now, kind: 'clearance-not-delivered', actor });
}

async function bookingOf(tx: Tx, id: string): Promise<string | undefined> {
  const row = await tx.selectFrom('clearance').select('booking_id').where('id', '=', id).executeTakeFirst();
  return row?.booking_id;
}
