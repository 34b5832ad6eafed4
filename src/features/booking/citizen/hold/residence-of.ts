import type { FastifyRequest } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { fieldError, formValue } from '#platform/http/form.ts';
import type { Language } from '#platform/language.ts';
import { isFalseResidence } from '../../clearance/false-residence.ts';
import { readResidence, residenceField } from '../../clearance/residence.ts';
import { residenceTexts } from '../../clearance/residence.text.ts';
import { onlyForResidents, tooLateInWords } from '../../clearance/too-late.ts';
import type { Held } from './held.ts';

/**
 * The municipality that was typed for a hold, where its offering asks for one; refused where it has no time to answer, or
 * where the seat was taken as a resident's of another.
 */
export async function residenceOf(
  deps: Deps,
  request: FastifyRequest,
  held: Pick<Held, 'draft' | 'offering' | 'office' | 'hold' | 'now'>,
): ReturnType<typeof readResidence> {
  const { language } = request;
  const typed = formValue(held.draft ?? {}, residenceField);
  const read = await readResidence(deps.db, typed, { ...held, language });
  if (!read.ok) return read;
  const officeMunicipality = held.office.municipalityCode;
  if (isFalseResidence({ quotaGroup: held.hold.quotaGroup, officeMunicipality }, read.residence)) {
    const message = residenceTexts.for(language)('not-resident');
    return { ok: false, errors: [fieldError(residenceField, 'not-resident', language, message)] };
  }
  const late = tooLateInWords(read.residence, wantedOf(held), language);
  if (late === undefined) return read;
  return { ok: false, errors: [fieldError(residenceField, 'clearance-too-late', language, late)] };
}

/** What is said beside the field of a day that is too near for people from elsewhere. */
export function residenceNotice(held: Held, language: Language): string | undefined {
  return onlyForResidents(wantedOf(held), language);
}

function wantedOf({ office, offering, hold, now }: Pick<Held, 'offering' | 'office' | 'hold' | 'now'>) {
  return { office, offering, startsAt: hold.startsAt, channel: 'web', now } as const;
}
