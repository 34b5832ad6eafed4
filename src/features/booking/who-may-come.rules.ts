import type { Offering, PartyMode } from '#features/offices/index.ts';
import type { Relationship } from './people.rules.ts';

/** Whom an offering is for: ages on the day of the appointment, and which parties. */
export type WhoMayCome = Pick<Offering, 'minAge' | 'maxAge' | 'partyModes' | 'relationships'> & {
  /** years that somebody of the party has, where their seat is kept for people of an age */
  readonly priorityAge?: number | null;
};

export interface ComingPerson {
  readonly birthDate: Temporal.PlainDate | null;
  readonly relationship: Relationship;
}

export type ComingFault = {
  readonly position: number;
  readonly field: 'birthDate' | 'relationship';
  readonly reason:
    | 'too-young'
    | 'too-old'
    | 'not-of-priority-age'
    | 'not-alone'
    | 'only-alone'
    | 'not-self'
    | 'self-missing'
    | 'not-this-relation';
  /** years, for the first two */
  readonly limit?: number | undefined;
};

/**
 * Completed years on a day: another one on the birthday itself. Whoever was born on 29 February turns a year older on
 * 1 March where there is no such day.
 */
export function ageOn(birthDate: Temporal.PlainDate, day: Temporal.PlainDate): number {
  const before = day.month * 100 + day.day < birthDate.month * 100 + birthDate.day;
  return day.year - birthDate.year - (before ? 1 : 0);
}

/**
 * The rules for a booking made by the office: who stands at the desk need not say who they are to somebody, and the
 * office may let in people of another age when it says so, and renews a card when it sees fit.
 */
export function atDesk<Rules extends WhoMayCome & { readonly renewalDays?: number | null }>(
  rules: Rules,
  { anyAge }: { anyAge: boolean },
): Rules {
  const ages = anyAge ? { minAge: null, maxAge: null } : {};
  return { ...rules, partyModes: ['single', 'with-companions', 'companions-only'], renewalDays: null, ...ages };
}

/** Whether an offering asks how old people are. */
export function asksAge({
  minAge,
  maxAge,
  priorityAge = null,
}: Pick<WhoMayCome, 'minAge' | 'maxAge' | 'priorityAge'>): boolean {
  return minAge !== null || maxAge !== null || priorityAge !== null;
}

/** Those of a party who may not come, by the ages, modes and relations the offering allows; all at once. */
export function comingFaults(
  people: readonly ComingPerson[],
  rules: WhoMayCome,
  day: Temporal.PlainDate,
): ComingFault[] {
  return [
    ...people.flatMap((person, position) => [
      ...ageFault(person, position, rules, day),
      ...relationFault(person, position, rules),
    ]),
    ...modeFault(people, rules.partyModes),
    ...priorityFault(people, rules.priorityAge ?? null, day),
  ];
}

/** Who comes, in the words of the offering. */
export function modeOf(people: readonly Pick<ComingPerson, 'relationship'>[]): PartyMode {
  if (!people.some(({ relationship }) => relationship === 'self')) return 'companions-only';
  return people.length > 1 ? 'with-companions' : 'single';
}

function ageFault(
  { birthDate }: ComingPerson,
  position: number,
  { minAge, maxAge }: WhoMayCome,
  day: Temporal.PlainDate,
): ComingFault[] {
  if (birthDate === null) return [];
  const age = ageOn(birthDate, day);
  if (minAge !== null && age < minAge) return [{ position, field: 'birthDate', reason: 'too-young', limit: minAge }];
  if (maxAge !== null && age > maxAge) return [{ position, field: 'birthDate', reason: 'too-old', limit: maxAge }];
  return [];
}

/** Whether somebody of a party has so many years on a day; whoever gave no date of birth is asked at the desk. */
export function comingOfAge(
  people: readonly Pick<ComingPerson, 'birthDate'>[],
  least: number,
  day: Temporal.PlainDate,
) {
  return people.some(({ birthDate }) => birthDate === null || ageOn(birthDate, day) >= least);
}

/** Nobody of the party is of the age that the seat is kept for; who else comes along does not matter. */
function priorityFault(people: readonly ComingPerson[], limit: number | null, day: Temporal.PlainDate): ComingFault[] {
  if (limit === null || comingOfAge(people, limit, day)) return [];
  return [{ position: 0, field: 'birthDate', reason: 'not-of-priority-age', limit }];
}

function relationFault({ relationship }: ComingPerson, position: number, { relationships }: WhoMayCome): ComingFault[] {
  if (relationship === 'self' || relationships === null || relationships.includes(relationship)) return [];
  return [{ position, field: 'relationship', reason: 'not-this-relation' }];
}

function modeFault(people: readonly ComingPerson[], modes: readonly PartyMode[]): ComingFault[] {
  const mode = modeOf(people);
  if (modes.includes(mode)) return [];
  const fault = (position: number, reason: ComingFault['reason']): ComingFault[] => [
    { position, field: 'relationship', reason },
  ];
  switch (mode) {
    case 'single':
      return modes.includes('with-companions') ? fault(0, 'not-alone') : fault(0, 'not-self');
    case 'with-companions': {
      const self = people.findIndex(({ relationship }) => relationship === 'self');
      if (!modes.includes('single')) return fault(self, 'not-self');
      return fault(
        people.findIndex(({ relationship }) => relationship !== 'self'),
        'only-alone',
      );
    }
    case 'companions-only':
      return fault(0, 'self-missing');
  }
}
