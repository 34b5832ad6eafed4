import { accountProfile, provedAbroad } from '#features/identity/index.ts';
import { findOfferingById, findOfficeById, questionsOf, requestedFilesOf } from '#features/offices/index.ts';
import { dayIn } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import type { Language } from '#platform/language.ts';
import { digitalLevel } from '../eligibility/digital-login.ts';
import { whyNotEligible } from '../eligibility/eligible.ts';
import { type PeopleAnswers, readPeople } from '../form/people-form.ts';
import type { Entry, SeatOffer } from './entry.query.ts';

export type OwnAnswers =
  | { readonly kind: 'known'; readonly answers: PeopleAnswers; readonly name: string }
  /** Something is still to be asked: others come too, or the office wants to know more than the profile says. */
  | { readonly kind: 'to-ask' }
  | { readonly kind: 'not-eligible' };

/**
 * What the booking of an offered seat needs, from the profile of its person alone, so that accepting takes one button.
 * `byLink`: the e-mail itself was opened, which is what a one-time code would show.
 */
export async function ownAnswers(
  deps: Deps,
  request: { entry: Entry; seat: SeatOffer; language: Language; byLink: boolean },
): Promise<OwnAnswers> {
  const { entry, seat, language, byLink } = request;
  const { accountId, wishes } = entry;
  const { db, secrets } = deps;
  const [offering, questions, files, profile] = await Promise.all([
    findOfferingById(db, seat.offeringId),
    questionsOf(db, seat.offeringId),
    requestedFilesOf(db, seat.offeringId),
    accountProfile(db, { accountId, secrets }),
  ]);
  const office = offering && (await findOfficeById(db, offering.officeId));
  if (!offering || !office || !profile) return { kind: 'not-eligible' };
  const now = deps.clock.now();
  const day = dayIn(seat.startsAt, office.timeZone);
  const people = [{ birthDate: profile.birthDate }];
  const booker = { viewer: { accountId }, offering, now, day, ...(wishes.party === 1 && { people }) };
  if (await whyNotEligible(db, booker)) return { kind: 'not-eligible' };
  if (
    wishes.party > 1 ||
    files.length > 0 ||
    offering.clearance !== 'none' ||
    (offering.oneTimeCode && !byLink) ||
    digitalLevel(offering)
  )
    return { kind: 'to-ask' };
  const values = {
    who: 'me',
    'people.0.givenName': profile.givenName,
    'people.0.familyName': profile.familyName,
    'people.0.birthDate': profile.birthDate?.toString() ?? '',
    'people.0.birthPlace': profile.birthPlace ?? '',
    'people.0.codiceFiscale': profile.codiceFiscale ?? '',
    email: profile.email,
    phone: profile.phone ?? '',
    privacy: 'yes',
  };
  const today = dayIn(now, office.timeZone);
  const abroad = await provedAbroad(db, accountId);
  const asked = { ...offering, abroad };
  const read = readPeople(values, { party: 1, offering: asked, questions, today, day, language });
  if (!read.ok) return { kind: 'to-ask' };
  return { kind: 'known', answers: read.answers, name: `${profile.givenName} ${profile.familyName}` };
}
