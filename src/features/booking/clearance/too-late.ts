import type { Office, Offering } from '#features/offices/index.ts';
import { withArticle } from '#platform/dates.ts';
import type { Language } from '#platform/language.ts';
import { confirmationRuleOf } from '../confirmation/rule-of-offering.ts';
import type { Channel } from '../status.rules.ts';
import { consentFor } from './consent-for.ts';
import { type DeadlineRule, firstDayInTime } from './deadline.rules.ts';
import { residenceTexts } from './residence.text.ts';

interface Wanted {
  readonly office: Pick<Office, 'timeZone' | 'municipalityCode'>;
  readonly offering: Offering;
  readonly startsAt: Temporal.Instant;
  readonly channel: Channel;
  readonly now: Temporal.Instant;
}

/** What an offering says of the days a municipality has, and of what follows. */
export function deadlineRuleOf(
  offering: Pick<Offering, 'clearanceDays' | 'clearanceTooLate' | 'clearanceAtDeadline'>,
): DeadlineRule {
  return {
    days: offering.clearanceDays,
    tooLate: offering.clearanceTooLate,
    atDeadline: offering.clearanceAtDeadline,
  };
}

/** What a booking made now would need of the municipality. */
export function consentOfOffering(residence: string | null, wanted: Wanted): ReturnType<typeof consentFor> {
  const { office, offering, startsAt, channel, now } = wanted;
  return consentFor(
    {
      clearance: offering.clearance,
      clearanceRule: deadlineRuleOf(offering),
      officeMunicipality: office.municipalityCode,
      confirmation: confirmationRuleOf(offering),
      startsAt,
      timeZone: office.timeZone,
    },
    { residence, channel, now },
  );
}

/** Why an appointment is too near for people of this municipality, and from which day on it is not; nothing where it is not. */
export function tooLateInWords(residence: string | null, wanted: Wanted, language: Language): string | undefined {
  if (residence === null || consentOfOffering(residence, wanted).ok) return undefined;
  return residenceTexts.for(language)('too-late', { first: firstDayWords(wanted, language) });
}

/** The same before it is known where somebody lives: said beside the field. */
export function onlyForResidents(wanted: Wanted, language: Language): string | undefined {
  const { clearance, clearanceTooLate } = wanted.offering;
  if (clearance !== 'required' || clearanceTooLate !== 'refuse') return undefined;
  // Any other municipality than the office's own: no code is like this.
  if (consentOfOffering('-', wanted).ok) return undefined;
  return residenceTexts.for(language)('nearDay', { first: firstDayWords(wanted, language) });
}

function firstDayWords({ office, offering, startsAt, now }: Wanted, language: Language): string {
  const when = { startsAt, zone: office.timeZone, now };
  const first = firstDayInTime(deadlineRuleOf(offering), confirmationRuleOf(offering), when);
  return withArticle('dal', first, language);
}
