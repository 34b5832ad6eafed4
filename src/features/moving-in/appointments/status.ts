import { type BookingStatus, bookingStatuses, channels, firstStatus } from '#features/booking/index.ts';
import type { OfferingRow } from '#features/offices/index.ts';
import type { Choices } from '../import-run.ts';

const live: readonly BookingStatus[] = ['awaiting-clearance', 'awaiting-office', 'booked', 'confirmed', 'checked-in'];

export function isLive(status: BookingStatus): boolean {
  return live.includes(status);
}

/** What an appointment is, by what its row says; undefined when it is past and nobody says what became of it. */
export function statusOf(typed: unknown, about: { isPast: boolean; past: Choices['past'] }): BookingStatus | undefined {
  const said = bookingStatuses.find((status) => status === typed);
  if (!about.isPast) return said ?? 'booked';
  // The desk may still mark those that were to come for certain.
  if (said !== undefined && (!isLive(said) || said === 'confirmed' || said === 'checked-in')) return said;
  return about.past === 'refuse' ? undefined : about.past;
}

/** Who confirms and when, as for a booking made today, and how it stands; what the row says itself comes first. */
export function confirmationOf(
  status: BookingStatus,
  about: {
    values: Readonly<Record<string, unknown>>;
    offering: OfferingRow;
    startsAt: Temporal.Instant;
    zone: string;
    now: Temporal.Instant;
  },
): { status: BookingStatus; record: Record<string, unknown> } {
  const { values, offering, startsAt, zone, now } = about;
  const { row } = offering;
  const cutoff = startsAt.subtract({ hours: Number(row['cancel_cutoff_hours'] ?? 0) });
  const said = { cancel_closes_at: cutoff.toString() };
  if (values['confirm_by'] !== undefined) return { status, record: said };
  const first = firstStatus(
    {
      confirmBy: row['confirm_by'] === 'office' || row['confirm_by'] === 'nobody' ? row['confirm_by'] : 'citizen',
      opensDays: Number(row['confirm_opens_days']),
      closesDays: Number(row['confirm_closes_days']),
      closesHours: typeof row['confirm_closes_hours'] === 'number' ? row['confirm_closes_hours'] : null,
      exemptChannels: Array.isArray(row['confirm_exempt_channels']) ? row['confirm_exempt_channels'].map(String) : [],
    },
    { startsAt, zone, channel: channels.find((channel) => channel === values['channel']) ?? 'web', now },
  );
  const record = {
    ...said,
    confirm_by: status === 'awaiting-office' ? 'office' : first.confirmBy,
    confirm_opens_at: first.window?.opensAt.toString() ?? null,
    confirm_closes_at: first.window?.closesAt.toString() ?? null,
  };
  // Promised already: nobody has to approve it once more, and within the window nobody is asked.
  const settled = status === 'booked' && first.status !== 'booked' ? 'confirmed' : status;
  return { status: settled, record };
}
