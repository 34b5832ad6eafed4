import type { Validity } from '#features/offices/index.ts';
import { ageOn } from '../who-may-come.rules.ts';

/**
 * The last day of a document issued on a day. Where it ends on a birthday it is the one after the years are over, as
 * identity documents do since 2012 (D.L. 5/2012, art. 7).
 */
export function validUntil(
  validity: Validity,
  { born, day, fingerprints }: { born: Temporal.PlainDate; day: Temporal.PlainDate; fingerprints?: string | undefined },
): Temporal.PlainDate {
  const { monthsWithoutFingerprints: months } = validity;
  if (fingerprints === 'not-now' && months !== undefined) return day.add({ months });
  const age = ageOn(born, day);
  const years = validity.bands.find(({ under }) => under === undefined || age < under)?.years ?? 10;
  const end = day.add({ years });
  return validity.endsOnBirthday ? birthdayFrom(born, end) : end;
}

/** The first birthday on a day or after it; of those born on 29 February the 28th where there is none. */
function birthdayFrom(born: Temporal.PlainDate, day: Temporal.PlainDate): Temporal.PlainDate {
  const inYear = (year: number) => born.with({ year }, { overflow: 'constrain' });
  const same = inYear(day.year);
  return Temporal.PlainDate.compare(same, day) >= 0 ? same : inYear(day.year + 1);
}
