import { reasonName, relationshipTexts } from '#features/booking/index.ts';
import type { Offering } from '#features/offices/index.ts';
import { type Language, type LocalText, localText } from '#platform/language.ts';
import { spanWords } from '#platform/spans.ts';
import { clearanceRuleTexts } from './clearance-rules.text.ts';
import { clearanceRuleWords } from './clearance-rules.view.tsx';
import { completionInWords } from './completion-words.ts';
import { horizonExample, type PlannersGive } from './horizon-words.ts';
import type { ServicePart } from './parts.ts';
import { documentWords, visitWords } from './visit-in-words.ts';
import { relations } from './people.form.ts';
import { ruleTexts } from './rules.text.ts';
import { joined } from '../../typed-texts.ts';

export interface RuleInWords {
  readonly key: string;
  readonly value: string;
}

interface Reader {
  readonly language: Language;
  readonly zone: string;
  readonly now: Temporal.Instant;
  readonly planners: PlannersGive;
}

/** A part of a service's rules, each with what it is now. */
export function rulesInWords(part: ServicePart, offering: Offering, reader: Reader): RuleInWords[] {
  const t = ruleTexts.for(reader.language);
  switch (part) {
    case 'texts':
      return textWords(offering, reader.language);
    case 'documents':
      return documentWords(offering, reader.language);
    case 'visit':
      return visitWords(offering, reader.language);
    case 'who':
      return [
        { key: t('ages'), value: agesInWords(offering, reader.language) },
        { key: t('login'), value: t(offering.loginLevel) },
        { key: t('servedOnly'), value: t(offering.servedOnly ? 'yes' : 'no') },
        { key: t('inviteOnly'), value: t(offering.inviteOnly ? 'yes' : 'no') },
        { key: t('oneTimeCode'), value: t(offering.oneTimeCode ? 'yes' : 'no') },
      ];
    case 'people':
      return peopleWords(offering, reader.language);
    case 'when':
      return whenWords(offering, reader);
    case 'confirmation':
      return confirmationWords(offering, reader.language);
    case 'completion':
      return completionInWords(offering, reader.language);
    case 'checks': {
      const preCheck = offering.preCheck ? t('preCheckWords', { days: offering.preCheckDays }) : t('no');
      return [
        { key: t('preCheck'), value: preCheck },
        { key: t('clearance'), value: t(`clearance-${offering.clearance}`) },
        ...clearanceRuleWords(offering, reader.language),
      ];
    }
  }
}

export function agesInWords({ minAge, maxAge }: Pick<Offering, 'minAge' | 'maxAge'>, language: Language): string {
  const t = ruleTexts.for(language);
  if (minAge !== null && maxAge !== null) return t('ageBetween', { min: minAge, max: maxAge });
  if (minAge !== null) return t('ageFrom', { min: minAge });
  return maxAge === null ? t('anyAge') : t('ageTo', { max: maxAge });
}

function textWords(offering: Offering, language: Language): RuleInWords[] {
  const t = ruleTexts.for(language);
  const words = (text: LocalText | null, otherwise: string) =>
    text === null ? otherwise : shortened(localText(text, language));
  return [
    { key: t('audience'), value: words(offering.audience, t('notWritten')) },
    { key: t('instructions'), value: words(offering.instructions && joined(offering.instructions), t('notWritten')) },
    { key: t('fee'), value: words(offering.feeNotice, t('nationalOne')) },
  ];
}

function peopleWords(offering: Offering, language: Language): RuleInWords[] {
  const t = ruleTexts.for(language);
  const allowed = offering.relationships;
  const names = relations
    .filter((relation) => allowed?.includes(relation))
    .map((relation) => relationshipTexts.for(language)(relation));
  const reasons = offering.reasons.map((code) => reasonName(code, language));
  return [
    { key: t('partyModes'), value: offering.partyModes.map((mode) => t(mode)).join('; ') },
    { key: t('partyMax'), value: String(offering.partyMax) },
    { key: t('relationships'), value: allowed === null ? t('allRelations') : names.join('; ') },
    { key: t('codiceFiscale'), value: t(offering.codiceFiscale === 'required' ? 'cfRequired' : 'cfIfAny') },
    { key: t('birthDate'), value: t(offering.birthDate === 'required' ? 'birthRequired' : 'birthNotAsked') },
    { key: t('reasons'), value: reasons.length === 0 ? t('none') : reasons.join('; ') },
    { key: t('notes'), value: t(offering.notesAllowed ? 'yes' : 'no') },
  ];
}

function whenWords(offering: Offering, reader: Reader): RuleInWords[] {
  const t = ruleTexts.for(reader.language);
  const { durationMinutes, noticeMinutes } = offering;
  const horizon = { from: offering.horizonFromDays, days: offering.horizonDays };
  return [
    { key: t('active'), value: t(offering.active ? 'activeYes' : 'activeNo') },
    {
      key: t('duration'),
      value: durationMinutes === null ? t('oneSlot') : t('minutes', { minutes: durationMinutes }),
    },
    { key: t('horizon'), value: horizonExample(horizon, reader) },
    {
      key: t('notice'),
      value: noticeMinutes === null ? t('plannersNotice') : spanWords(noticeMinutes, reader.language),
    },
    { key: t('waitingList'), value: t(offering.waitingList ? 'yes' : 'no') },
  ];
}

function confirmationWords(offering: Offering, language: Language): RuleInWords[] {
  const t = ruleTexts.for(language);
  const { confirmBy, confirmOpensDays: opens, confirmClosesDays: closes, cancelCutoffHours: hours } = offering;
  const exempt = ruleTextsOf(offering.confirmExemptChannels, language);
  const inHours = offering.confirmClosesHours;
  const window =
    inHours === null
      ? t('windowWords', { opens, closes })
      : clearanceRuleTexts.for(language)('windowWords', { opens, hours: inHours });
  const by = { citizen: window, office: t('byOffice'), nobody: t('byNobody') }[confirmBy];
  return [
    { key: t('confirmBy'), value: by },
    { key: t('exempt'), value: exempt === '' ? t('none') : exempt },
    {
      key: t('cutoff'),
      value: hours === 0 ? t('untilStart') : t('until', { span: spanWords(hours * 60, language) }),
    },
  ];
}

function ruleTextsOf(codes: readonly string[], language: Language): string {
  const t = ruleTexts.for(language);
  const names = codes.flatMap((code) => (ruleTexts.has(code) ? [t(code)] : []));
  return names.join('; ');
}

const longest = 160;

function shortened(text: string): string {
  const line = text.replaceAll('\n', ' · ');
  return line.length <= longest ? line : `${line.slice(0, longest).trimEnd()}…`;
}
