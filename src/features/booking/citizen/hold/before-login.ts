import type { FastifyRequest } from 'fastify';
import { type AccountProfile, accountProfile, type TypedPerson, typedPerson } from '#features/identity/index.ts';
import type { Deps } from '#platform/deps.ts';
import { type FormValues, formValue } from '#platform/http/form.ts';
import { municipalityByCode } from '../../clearance/municipality.query.ts';
import { residenceField } from '../../clearance/residence.ts';
import { residenceTexts } from '../../clearance/residence.text.ts';
import { whoOf } from '../../form/people-form.ts';
import { saveDraft } from '../../hold/hold-changes.ts';
import type { Held } from './held.ts';
import { logsInLast } from './login-last.rules.ts';
import { firstValues, servesOnlyOthers, switchFirstPerson, valuesFor } from './people-values.ts';

/**
 * What the form begins with: the account's own person, or who was written when looking for the first date; nothing is typed
 * twice. Somebody else than the account's own person is another one.
 */
export async function beginningOf(
  deps: Deps,
  request: FastifyRequest,
  { held, profile }: { held: Held; profile: AccountProfile | undefined },
): Promise<FormValues> {
  const typed = typedPerson(request, deps);
  const own = profile ? firstValues(held, profile) : { who: servesOnlyOthers(held.offering) ? 'other' : 'me' };
  if (!typed) return own;
  const where = await whereTheyLive(deps, request, { held, typed });
  const person = personOf(typed);
  if (!profile) return { ...own, ...person, ...where };
  if (whoOf(own) === 'me' && isOwn(profile, typed)) {
    const code = formValue(own, codiceFiscale) || typed.codiceFiscale;
    return { ...own, ...where, [codiceFiscale]: code };
  }
  return { ...switchFirstPerson(valuesFor(profile), 'other', profile), ...person, ...where };
}

const codiceFiscale = 'people.0.codiceFiscale';

/** What is held, its form completed from the account of whoever has logged in since it was filled in. */
export async function completedByLogin(deps: Deps, request: FastifyRequest, held: Held): Promise<Held> {
  const { draft, hold, owner } = held;
  if (!request.viewer || !draft || hold.state === 'booked' || formValue(draft, 'email') !== '') return held;
  if (!logsInLast(held) || draft['privacy'] === undefined) return held;
  const profile = await accountProfile(deps.db, { accountId: request.viewer.accountId, secrets: deps.secrets });
  if (!profile) return held;
  const completed = afterLogin(draft, profile);
  await saveDraft(deps.db, deps.secrets, { holdId: hold.id, owner, draft: completed });
  return { ...held, draft: completed };
}

/** A form filled in before login, as the account has it: the address to write to, and who the first person is to it. */
function afterLogin(draft: FormValues, profile: AccountProfile): FormValues {
  const email = formValue(draft, 'email') || profile.email;
  const phone = formValue(draft, 'phone') || (profile.phone ?? '');
  const typed = {
    givenName: formValue(draft, 'people.0.givenName'),
    familyName: formValue(draft, 'people.0.familyName'),
    codiceFiscale: formValue(draft, codiceFiscale),
  };
  const isMine = whoOf(draft) === 'other' || isOwn(profile, typed);
  return { ...draft, email, phone, who: isMine ? whoOf(draft) : 'other' };
}

/** By the codice fiscale where both are known, which no two people share; else by name. */
function isOwn(profile: AccountProfile, typed: Omit<TypedPerson, 'municipality'>): boolean {
  const plain = (text: string) => text.toUpperCase().replace(/[\s.-]/g, '');
  if (profile.codiceFiscale && typed.codiceFiscale) return plain(typed.codiceFiscale) === plain(profile.codiceFiscale);
  const same = (a: string, b: string) => a === '' || a.localeCompare(b, 'it', { sensitivity: 'base' }) === 0;
  return same(typed.givenName.trim(), profile.givenName) && same(typed.familyName.trim(), profile.familyName);
}

function personOf(typed: TypedPerson): FormValues {
  return {
    'people.0.givenName': typed.givenName,
    'people.0.familyName': typed.familyName,
    [codiceFiscale]: typed.codiceFiscale,
  };
}

/** The municipality of the search, where the office asks whose consent it needs. */
async function whereTheyLive(
  deps: Deps,
  { language }: FastifyRequest,
  { held, typed }: { held: Held; typed: TypedPerson },
): Promise<FormValues> {
  if (held.offering.clearance === 'none' || typed.municipality === '') return {};
  const found = await municipalityByCode(deps.db, typed.municipality);
  return found ? { [residenceField]: residenceTexts.for(language)('named', { ...found }) } : {};
}
