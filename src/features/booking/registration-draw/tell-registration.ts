import type { Tx } from '#platform/database.ts';
import '#platform/outbox.ts';

/** What people in a registration draw are told by e-mail; a seat is told of by the letter of its booking. */
export const registrationNews = [
  'registration-received',
  'registration-changed',
  'registration-withdrawn',
  'registration-not-drawn',
  'registration-cancelled',
] as const;

/** The payload of `notify`: `about` tells one change from the next. */
export interface RegistrationNotice {
  readonly kind: (typeof registrationNews)[number];
  readonly registration: { readonly roomId: number; readonly number: number };
  readonly about: string;
}

/** Asks the worker to tell people who registered. */
export async function tellRegistrations(
  tx: Tx,
  told: {
    readonly kind: RegistrationNotice['kind'];
    readonly who: readonly RegistrationNotice['registration'][];
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  const { kind, who, at } = told;
  if (who.length === 0) return;
  const about = kind === 'registration-changed' ? at.toString() : '';
  const notices = who.map((registration): RegistrationNotice => ({ kind, registration, about }));
  await tx
    .insertInto('outbox')
    .values(notices.map((notice) => ({ task: 'notify', payload: JSON.stringify(notice), created_at: at })))
    .execute();
}
