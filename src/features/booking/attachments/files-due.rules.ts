import type { RequestedFile } from '#features/offices/index.ts';
import type { PreCheckState } from '../examination/pre-check.rules.ts';

/** By when the office asks for the files of a booking: the date it set for looking at them, or the appointment. */
export function filesDueAt(booking: {
  readonly startsAt: Temporal.Instant;
  readonly preCheck: { readonly dueAt: Temporal.Instant | null } | null;
}): Temporal.Instant {
  const { startsAt, preCheck } = booking;
  const dueAt = preCheck?.dueAt ?? startsAt;
  return Temporal.Instant.compare(dueAt, startsAt) < 0 ? dueAt : startsAt;
}

/**
 * Whether files may still be sent and taken back: until the appointment, and until the office has decided on them.
 * Past the office's date they are late but welcome, as the booking stands all the same.
 */
export function mayChangeFiles(
  booking: {
    readonly live: boolean;
    readonly startsAt: Temporal.Instant;
    readonly preCheck: { readonly state: PreCheckState } | null;
  },
  now: Temporal.Instant,
): boolean {
  const { live, startsAt, preCheck } = booking;
  const decided = preCheck?.state === 'fine' || preCheck?.state === 'rejected';
  return live && !decided && Temporal.Instant.compare(now, startsAt) < 0;
}

/** Files that must be there and are not. */
export function missingFiles(
  files: readonly RequestedFile[],
  sent: readonly { readonly fileCode: string }[],
): readonly RequestedFile[] {
  return files.filter((file) => file.mandatory && !sent.some(({ fileCode }) => fileCode === file.code));
}
