import type { RequestedFile } from '#features/offices/index.ts';

/** Until when the files of a booking may be sent: the date the office set for looking at them, or the appointment. */
export function filesDueAt(booking: {
  readonly startsAt: Temporal.Instant;
  readonly preCheck: { readonly dueAt: Temporal.Instant | null } | null;
}): Temporal.Instant {
  const { startsAt, preCheck } = booking;
  const dueAt = preCheck?.dueAt ?? startsAt;
  return Temporal.Instant.compare(dueAt, startsAt) < 0 ? dueAt : startsAt;
}

/** Whether files may still be sent and taken back. */
export function mayChangeFiles(
  booking: Parameters<typeof filesDueAt>[0] & { readonly live: boolean },
  now: Temporal.Instant,
): boolean {
  return booking.live && Temporal.Instant.compare(now, filesDueAt(booking)) < 0;
}

/** Files that must be there and are not. */
export function missingFiles(
  files: readonly RequestedFile[],
  sent: readonly { readonly fileCode: string }[],
): readonly RequestedFile[] {
  return files.filter((file) => file.mandatory && !sent.some(({ fileCode }) => fileCode === file.code));
}
