import type { PartyMode } from '#features/offices/index.ts';
import type { Relationship } from '../people.rules.ts';
import { modeOf } from '../who-may-come.rules.ts';

export type RemovalRefusal = 'last-person' | 'applicant-stays' | 'companions-needed';

interface Placed {
  readonly position: number;
  readonly relationship: Relationship;
}

/**
 * Whether one person may leave a party that goes on without them: never the last one, who cancels instead; and who
 * booked only where others may come without them. The office may leave one alone where citizens come in company.
 */
export function removalRefusal(
  people: readonly Placed[],
  leaving: Placed,
  rules: { readonly partyModes: readonly PartyMode[]; readonly byOffice: boolean },
): RemovalRefusal | undefined {
  const left = people.filter(({ position }) => position !== leaving.position);
  if (left.length === 0) return 'last-person';
  const mode = modeOf(left);
  if (rules.partyModes.includes(mode) || mode === modeOf(people)) return undefined;
  if (mode === 'companions-only') return 'applicant-stays';
  return rules.byOffice ? undefined : 'companions-needed';
}
