import type { Tx } from '#platform/database.ts';
import type { BookedPerson } from '../people.ts';

const ofAge = 18;

/**
 * Whether a seat offered from the list is booked for whoever waited: the person of the entry is among those who come, or a
 * child is, for whom a parent waited. A place on the list is nobody's to pass on to others.
 */
export async function isForWhoWaited(
  tx: Tx,
  request: {
    holdId: string;
    people: readonly BookedPerson[];
    keys: readonly Buffer[];
    likenesses: readonly (Buffer | null)[];
    day: Temporal.PlainDate;
  },
): Promise<boolean> {
  const { holdId, people, keys, likenesses, day } = request;
  const waited = await tx
    .selectFrom('waiting_offer')
    .innerJoin('waiting_entry', 'waiting_entry.id', 'waiting_offer.entry_id')
    .innerJoin('account', 'account.id', 'waiting_entry.account_id')
    .select(['waiting_entry.person_key as key', 'waiting_entry.likeness_key as likeness'])
    .select(['given_name as givenName', 'family_name as familyName'])
    .where('waiting_offer.hold_id', '=', holdId)
    .executeTakeFirst();
  if (waited === undefined || keys.some((key) => key.equals(waited.key))) return true;
  const adultFrom = day.subtract({ years: ofAge });
  if (people.some(({ birthDate }) => birthDate !== null && Temporal.PlainDate.compare(birthDate, adultFrom) > 0))
    return true;
  const { likeness } = waited;
  return likeness === null
    ? people.some((person) => nameOf(person) === nameOf(waited))
    : likenesses.some((one) => one?.equals(likeness));
}

function nameOf({ givenName, familyName }: { givenName: string; familyName: string }): string {
  return `${givenName} ${familyName}`.trim().toLowerCase();
}
