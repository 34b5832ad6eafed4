/** When somebody could come. */
export interface Wishes {
  readonly party: number;
  /** ISO days, 1 is Monday */
  readonly weekdays: readonly number[];
  readonly fromDay: Temporal.PlainDate | null;
  readonly toDay: Temporal.PlainDate | null;
  /** the visit starts from … and before …, on the office's clock */
  readonly fromTime: Temporal.PlainTime | null;
  readonly toTime: Temporal.PlainTime | null;
}

/** A slot as it could be offered: its seats that are not public, and those that are. */
export interface Candidate {
  readonly id: string;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  /** seats that came back and wait for somebody on the list */
  readonly kept: number;
  /** free seats that anybody could take */
  readonly free: number;
}

export const wholeWeek: readonly number[] = [1, 2, 3, 4, 5, 6, 7];

/** Whether somebody could come at this time. */
export function suits(wishes: Wishes, startsAt: Temporal.Instant, zone: string): boolean {
  const local = startsAt.toZonedDateTimeISO(zone);
  const [day, time] = [local.toPlainDate(), local.toPlainTime()];
  return (
    wishes.weekdays.includes(local.dayOfWeek) &&
    (wishes.fromDay === null || Temporal.PlainDate.compare(day, wishes.fromDay) >= 0) &&
    (wishes.toDay === null || Temporal.PlainDate.compare(day, wishes.toDay) <= 0) &&
    (wishes.fromTime === null || Temporal.PlainTime.compare(time, wishes.fromTime) >= 0) &&
    (wishes.toTime === null || Temporal.PlainTime.compare(time, wishes.toTime) < 0)
  );
}

/**
 * The first run of consecutive slots, in order of their starts, that is long enough, has room for the party and takes a
 * seat that came back: who waits does not take what everybody can have.
 */
export function firstRun(
  slots: readonly Candidate[],
  visit: { readonly minutes: number | null; readonly party: number },
  mayStart: (startsAt: Temporal.Instant) => boolean,
): readonly Candidate[] | undefined {
  for (const [at, first] of slots.entries()) {
    if (!mayStart(first.startsAt)) continue;
    const run = runFrom(slots.slice(at), visit.minutes);
    const fits = run?.every((slot) => slot.kept + slot.free >= visit.party);
    if (run && fits && run.some((slot) => slot.kept > 0)) return run;
  }
  return undefined;
}

function runFrom(slots: readonly Candidate[], minutes: number | null): readonly Candidate[] | undefined {
  const [first] = slots;
  if (first === undefined) return undefined;
  if (minutes === null) return [first];
  const wanted = first.startsAt.add({ minutes });
  const run: Candidate[] = [];
  for (const slot of slots) {
    const last = run.at(-1);
    if (last && !last.endsAt.equals(slot.startsAt)) return undefined;
    run.push(slot);
    if (Temporal.Instant.compare(slot.endsAt, wanted) >= 0) return run;
  }
  return undefined;
}
