import { audit } from '#features/audit/index.ts';
import {
  type Booking,
  clearanceAsked,
  clearanceGranted,
  type ClearanceRefusal,
  clearanceRefused,
  clearanceReminded,
  clearanceTold,
  type handChannels,
  setMunicipality,
} from '#features/booking/index.ts';
import type { Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { Outcome } from '#platform/transaction.ts';

type Channel = (typeof handChannels)[number];
type Day = Temporal.PlainDate;

/** What an operator writes down of a municipality's consent. */
export type ClearanceNote =
  | { readonly step: 'municipality'; readonly residence: string }
  | {
      readonly step: 'asked';
      readonly on: Day;
      readonly channel: Channel;
      readonly protocol: string | null;
      readonly dueOn: Day;
    }
  | { readonly step: 'reminded'; readonly on: Day; readonly dueOn: Day }
  | { readonly step: 'granted'; readonly on: Day; readonly protocol: string | null }
  | { readonly step: 'refused'; readonly on: Day; readonly protocol: string | null; readonly reason: string }
  | { readonly step: 'told'; readonly on: Day; readonly channel: Channel; readonly protocol: string | null };

/** Records one step, and who wrote it down. The caller has checked the office and the task. */
export async function recordClearance(
  tx: Tx,
  secrets: Secrets,
  request: {
    booking: Pick<Booking, 'id' | 'officeId'>;
    operatorId: number;
    note: ClearanceNote;
    now: Temporal.Instant;
  },
): Promise<Outcome<object, ClearanceRefusal>> {
  const { booking, operatorId, note, now } = request;
  const about = { bookingId: booking.id, operatorId, now };
  const outcome = await record();
  if (outcome.ok) {
    const entry = { action: `clearance-${note.step}`, subject: `booking:${booking.id}` };
    await audit(tx, { at: now, accountId: operatorId, officeId: booking.officeId, ...entry });
  }
  return outcome;

  function record(): Promise<Outcome<object, ClearanceRefusal>> {
    switch (note.step) {
      case 'municipality':
        return setMunicipality(tx, { ...about, ...note });
      case 'asked':
        return clearanceAsked(tx, { ...about, ...note });
      case 'reminded':
        return clearanceReminded(tx, { ...about, ...note });
      case 'granted':
        return clearanceGranted(tx, { ...about, ...note });
      case 'refused':
        return clearanceRefused(tx, secrets, { ...about, ...note });
      case 'told':
        return clearanceTold(tx, { ...about, ...note });
    }
  }
}
