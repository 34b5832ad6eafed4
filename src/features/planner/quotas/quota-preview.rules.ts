import { type Asker, asksResidence, type Quota, quotaChannels, seatsFor } from './quota.rules.ts';

export interface GroupSeats {
  readonly asker: Asker;
  /** of the slot with most seats, if the others of its day were free */
  readonly slot: number;
  /** of the day with most seats */
  readonly day: number;
  readonly week: number;
}

export interface QuotaPreview {
  /** all seats of the largest day, and of the week */
  readonly day: number;
  readonly week: number;
  readonly groups: readonly GroupSeats[];
}

/** Ways of booking that a preview always tells of; the others where a quota speaks of them. */
const usual = ['web', 'phone', 'desk'] as const;

/** Who gets the seats of a week, were nobody there yet: `days` holds the seats of the slots of each of its days. */
export function quotaPreview(quotas: readonly Quota[], days: readonly (readonly number[])[]): QuotaPreview {
  const total = (slots: readonly number[]) => slots.reduce((sum, seats) => sum + seats, 0);
  const largest = days.toSorted((a, b) => total(b) - total(a))[0] ?? [];
  const slot = Math.max(0, ...largest);
  const ofSlots = quotas.filter(({ per }) => per === 'slot');
  const channels = quotaChannels.filter(
    (channel) => usual.some((one) => one === channel) || quotas.some(({ who }) => who === channel),
  );
  const askers: Asker[] = asksResidence(quotas)
    ? channels.flatMap((channel) => [true, false].map((resident) => ({ channel, resident })))
    : channels.map((channel) => ({ channel }));
  return {
    day: total(largest),
    week: total(days.flat()),
    groups: askers.map((asker) => ({
      asker,
      // What is kept of a whole day may be taken of its other slots.
      slot: Math.min(seatsFor(ofSlots, asker, [slot]), seatsFor(quotas, asker, largest)),
      day: seatsFor(quotas, asker, largest),
      week: days.reduce((sum, slots) => sum + (slots.length > 0 ? seatsFor(quotas, asker, slots) : 0), 0),
    })),
  };
}
