/** How somebody books, as quotas know it: programs that book for citizens count as the site. */
export const quotaChannels = ['web', 'phone', 'desk', 'partner-desk', 'totem'] as const;
export type QuotaChannel = (typeof quotaChannels)[number];

/** Whom a quota is about: people by where they live, or bookings by how they are made. */
export const quotaGroups = ['resident', 'elsewhere', ...quotaChannels] as const;
export type QuotaGroup = (typeof quotaGroups)[number];

/**
 * Of the seats of each slot, or of each day, at most so many for a group; or so many kept for it, which others leave alone.
 * What is left so many minutes before an appointment is everybody's; null: never.
 */
export interface Quota {
  readonly who: QuotaGroup;
  readonly kind: 'at-most' | 'reserved';
  readonly seats: number;
  readonly per: 'slot' | 'day';
  readonly untilMinutes: number | null;
}

/** Who asks for seats, as far as quotas care: whoever does not say where they live is taken to live elsewhere. */
export interface Asker {
  readonly channel: QuotaChannel;
  /** of the office's municipality; undefined: not said */
  readonly resident?: boolean | undefined;
}

export const mostQuotas = 20;

/** What seats count as for this asker; the database keeps it with them (`quota_group`). */
export function groupOf({ channel, resident }: Asker): string {
  return `${channel}:${resident === undefined ? 'unsaid' : resident ? 'resident' : 'elsewhere'}`;
}

/** Who asked for seats that count as a group; undefined where the planner had no quotas then. */
export function askerIn(group: string | null): Asker | undefined {
  const [channel, lives] = group?.split(':') ?? [];
  const known = quotaChannels.find((one) => one === channel);
  return known && { channel: known, ...(lives === 'unsaid' ? {} : { resident: lives === 'resident' }) };
}

/** Where people live as an address or a form says it: `yes` in the office's municipality, `no`, or nothing. */
export function readResident(typed: string): boolean | undefined {
  return typed === 'yes' ? true : typed === 'no' ? false : undefined;
}

export const residentWord = (resident: boolean): 'yes' | 'no' => (resident ? 'yes' : 'no');

export const onTheSite: Asker = { channel: 'web' };
export const atTheDesk: Asker = { channel: 'desk' };

/** Whether where people live matters for these quotas. */
export function asksResidence(quotas: readonly Quota[]): boolean {
  return quotas.some(({ who }) => who === 'resident' || who === 'elsewhere');
}

/** Seats of an empty day that a group may have: what is told of a release before anybody has taken one. */
export function seatsFor(quotas: readonly Quota[], asker: Asker, slots: readonly number[]): number {
  const isAbout = ({ who }: Quota) =>
    who === asker.channel ||
    (who === 'resident' && asker.resident === true) ||
    (who === 'elsewhere' && asker.resident !== true);
  const limited = (seats: number, per: Quota['per']) => {
    const here = quotas.filter((quota) => quota.per === per);
    const forOthers = here.filter((quota) => quota.kind === 'reserved' && !isAbout(quota));
    const most = here.filter((quota) => quota.kind === 'at-most' && isAbout(quota)).map((quota) => quota.seats);
    return Math.max(0, Math.min(seats - forOthers.reduce((sum, quota) => sum + quota.seats, 0), ...most));
  };
  return limited(
    slots.reduce((sum, seats) => sum + limited(seats, 'slot'), 0),
    'day',
  );
}
