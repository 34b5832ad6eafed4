import { birthDateOf, parseCodiceFiscale } from '#features/identity/index.ts';
import type { VisitFacts } from '#features/offices/index.ts';
import { ageOn } from '../who-may-come.rules.ts';
import type { PersonVisit } from './person-visit.ts';

/** A person of a party, as far as a list of documents depends on them. */
export interface VisitingPerson {
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: Temporal.PlainDate | null;
  readonly codiceFiscale: string | null;
  readonly visit?: PersonVisit | null | undefined;
}

/** The birth date as given, else as the codice fiscale tells it: nobody is asked twice. */
export function birthDateKnown(
  { birthDate, codiceFiscale }: Pick<VisitingPerson, 'birthDate' | 'codiceFiscale'>,
  day: Temporal.PlainDate,
): Temporal.PlainDate | undefined {
  if (birthDate !== null) return birthDate;
  const read = codiceFiscale === null ? undefined : parseCodiceFiscale(codiceFiscale);
  return read?.ok ? birthDateOf(read.codiceFiscale, day) : undefined;
}

/** What is known of a person's visit; ages are those of the day of the appointment. */
export function factsOf(
  person: VisitingPerson,
  visit: { reason: string | null; day: Temporal.PlainDate; delegate?: boolean | undefined },
): VisitFacts {
  const born = birthDateKnown(person, visit.day);
  const { citizenship, parents, fingerprints } = person.visit ?? {};
  return {
    reason: visit.reason ?? undefined,
    age: born && ageOn(born, visit.day),
    citizenship,
    parents,
    fingerprints,
    delegate: visit.delegate,
  };
}
