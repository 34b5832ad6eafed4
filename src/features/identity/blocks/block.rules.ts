/** What an account may be blocked for. Each is decided by somebody, never by the product. */
export const blockKinds = ['third-party-contacts', 'several-identities', 'no-shows', 'abuse'] as const;
export type BlockKind = (typeof blockKinds)[number];

export const blockOutcomes = ['lifted', 'shortened', 'kept'] as const;
export type BlockOutcome = (typeof blockOutcomes)[number];

/** Characters of a reason, and of the answer to it. */
export const longestReason = 2_000;

/** The clock of blocks that hold at every office. */
export const networkZone = 'Europe/Rome';

/** A block without a last day ends when somebody decides: for comparing, here. */
export const untilDecided = Temporal.Instant.from('9999-12-31T00:00:00Z');

export interface BlockState {
  readonly endsAt: Temporal.Instant | null;
  readonly liftedAt: Temporal.Instant | null;
}

/** Whether a block holds now: its last day counts in full, by the office's clock. */
export function isInForce({ endsAt, liftedAt }: BlockState, now: Temporal.Instant): boolean {
  return liftedAt === null && Temporal.Instant.compare(now, endsAt ?? untilDecided) < 0;
}

/** The first instant after a block's last day. */
export function endOfBlock(lastDay: Temporal.PlainDate | null, zone: string): Temporal.Instant | null {
  return lastDay === null ? null : lastDay.add({ days: 1 }).toZonedDateTime(zone).toInstant();
}
