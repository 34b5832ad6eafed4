import {
  type Identification,
  identificationOf,
  officeOfAccount,
  type PersonToIdentify,
  personToIdentify,
} from '#features/identity/index.ts';
import { findOfficeById, type Office } from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';

/** What the desk sees of an account: who its owner is, which office serves them, whether they were identified. */
export interface AccountAtDesk {
  readonly person: PersonToIdentify;
  readonly own: Office | undefined;
  readonly since: Temporal.Instant | null;
  readonly identification: Identification | undefined;
}

export async function accountAtDesk(
  deps: Deps,
  who: { accountId: number } | { email: string },
): Promise<AccountAtDesk | undefined> {
  const person = await personToIdentify(deps.db, who);
  if (person === undefined) return undefined;
  const [belongs, identification] = await Promise.all([
    officeOfAccount(deps.db, person.accountId),
    identificationOf(deps.db, person.accountId),
  ]);
  const officeId = belongs?.officeId ?? null;
  const own = officeId === null ? undefined : await findOfficeById(deps.db, officeId);
  return { person, own, since: belongs?.since ?? null, identification };
}
