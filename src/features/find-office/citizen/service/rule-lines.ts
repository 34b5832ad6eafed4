import { relationWords } from './relation-words.text.ts';
import { windowDays } from '#features/planner/index.ts';
import type { Office, Offering } from '#features/offices/index.ts';
import { withArticle } from '#platform/dates.ts';
import { type Language, localText } from '#platform/language.ts';
import type { ServiceFacts } from '../../service-facts.query.ts';
import { spanWords } from '#platform/spans.ts';
import { serviceTexts } from './service.text.ts';

/** What the rules are told with: today's first and last day, and how late one may book. */
export interface BookableDays {
  readonly now: Temporal.Instant;
  readonly office: Pick<Office, 'timeZone' | 'kind'>;
  readonly free: { readonly horizonEnd: Temporal.PlainDate | null };
  /** minutes */
  readonly notice: number;
  readonly asked?: ServiceFacts['asked'] | undefined;
}

export interface RuleLines {
  readonly about:
    | 'rulesWho'
    | 'rulesWhen'
    | 'rulesPeople'
    | 'rulesNeed'
    | 'rulesConfirm'
    | 'rulesCancel'
    | 'rulesBefore';
  readonly lines: readonly string[];
}

/** The rules of an offering in words; what is as everywhere is not told. */
export function ruleLines(offering: Offering, days: BookableDays, language: Language): RuleLines[] {
  const all: RuleLines[] = [
    { about: 'rulesWho', lines: who(offering, language) },
    { about: 'rulesWhen', lines: when(offering, days, language) },
    { about: 'rulesPeople', lines: people(offering, language) },
    { about: 'rulesNeed', lines: need(offering, days, language) },
    { about: 'rulesConfirm', lines: [confirmation(offering, language)] },
    { about: 'rulesCancel', lines: [cancelling(offering, language)] },
    { about: 'rulesBefore', lines: before(offering, days, language) },
  ];
  return all.filter(({ about, lines }) => lines.length > 0 || (about === 'rulesWho' && offering.audience !== null));
}

function who(offering: Offering, language: Language): string[] {
  const t = serviceTexts.for(language);
  const { minAge, maxAge } = offering;
  const lines: string[] = [];
  if (minAge !== null && maxAge !== null) lines.push(t('ruleAgesBetween', { min: minAge, max: maxAge }));
  else if (minAge !== null) lines.push(t('ruleAgesFrom', { min: minAge }));
  else if (maxAge !== null) lines.push(t('ruleAgesTo', { max: maxAge }));
  if (offering.servedOnly) lines.push(t('ruleServed'));
  if (offering.inviteOnly) lines.push(t('ruleInvited'));
  return lines;
}

function when(offering: Offering, { now, office, free, notice }: BookableDays, language: Language): string[] {
  const t = serviceTexts.for(language);
  const { first } = windowDays({ ...offering, zone: office.timeZone }, now);
  const lines: string[] = [];
  if (free.horizonEnd !== null && Temporal.PlainDate.compare(first, free.horizonEnd) <= 0) {
    const words = { from: withArticle('dal', first, language), to: withArticle('al', free.horizonEnd, language) };
    lines.push(t('ruleDays', words));
  }
  if (notice > 0) lines.push(t('ruleNotice', { notice: spanWords(notice, language) }));
  if (offering.durationMinutes !== null) lines.push(t('ruleDuration', { minutes: offering.durationMinutes }));
  if (offering.waitingList) lines.push(t('ruleWaitingList'));
  return lines;
}

function people({ partyMax, partyModes, relationships }: Offering, language: Language): string[] {
  const t = serviceTexts.for(language);
  const alone = partyModes.includes('single');
  const together = partyModes.includes('with-companions');
  const others = partyModes.includes('companions-only');
  const lines = [partyMax === 1 ? t('ruleOnePerson') : t('ruleParty', { max: partyMax })];
  if (!alone && !together) lines.push(t('ruleOnlyOthers'));
  else if (!alone && !others) lines.push(t('ruleNotAlone'));
  else if (!others) lines.push(t('ruleWithYou'));
  else if (!together) lines.push(t('ruleSeparately'));
  if (relationships !== null && (together || others))
    lines.push(t('ruleRelations', { relations: relationWords(relationships, language) }));
  return lines;
}

const loginRules = {
  account: 'ruleAccount',
  identified: 'ruleIdentified',
  'digital-2': 'ruleDigital2',
  'digital-3': 'ruleDigital3',
} as const;

function need(offering: Offering, { asked }: BookableDays, language: Language): string[] {
  const t = serviceTexts.for(language);
  const questions = asked?.questions.map((label) => `«${localText(label, language)}»`) ?? [];
  const files = asked?.files.map((file) => localText(file.label, language)) ?? [];
  return [
    t(loginRules[offering.loginLevel]),
    ...(offering.inviteOnly ? [t('ruleInviteCode')] : []),
    ...(offering.oneTimeCode ? [t('ruleOneTimeCode')] : []),
    ...(offering.codiceFiscale === 'required' ? [t('ruleCodiceFiscale')] : []),
    ...(questions.length > 0 ? [t('ruleQuestions', { list: questions.join(', ') })] : []),
    ...(files.length > 0 ? [t('ruleFiles', { list: files.join('; ') })] : []),
    t('ruleHold'),
  ];
}

function confirmation(offering: Offering, language: Language): string {
  const { confirmBy, confirmOpensDays, confirmClosesDays, confirmClosesHours } = offering;
  const t = serviceTexts.for(language);
  switch (confirmBy) {
    case 'citizen':
      if (confirmClosesHours !== null)
        return t('ruleConfirmHours', { opens: confirmOpensDays, hours: confirmClosesHours });
      return t('ruleConfirmCitizen', { opens: confirmOpensDays, closes: confirmClosesDays });
    case 'office':
      return t('ruleConfirmOffice');
    case 'nobody':
      return t('ruleConfirmNobody');
  }
}

function cancelling({ cancelCutoffHours: hours }: Offering, language: Language): string {
  const t = serviceTexts.for(language);
  return hours === 0 ? t('ruleCancel') : t('ruleCancelBefore', { span: spanWords(hours * 60, language) });
}

function before(offering: Offering, { office }: BookableDays, language: Language): string[] {
  const t = serviceTexts.for(language);
  return [
    ...(offering.preCheck ? [t('rulePreCheck', { days: offering.preCheckDays })] : []),
    ...(offering.clearance === 'required' ? clearance(offering, office, language) : []),
    ...(offering.clearance === 'notify' ? [t('ruleClearanceTold')] : []),
  ];
}

function clearance(offering: Offering, { kind }: { kind: string }, language: Language): string[] {
  const t = serviceTexts.for(language);
  const { clearanceDays: days, clearanceTooLate, clearanceAtDeadline } = offering;
  return [
    kind === 'municipal' ? t('ruleClearanceElsewhere', { days }) : t('ruleClearance'),
    ...(clearanceTooLate === 'refuse' ? [t('ruleClearanceTooLate')] : []),
    ...(clearanceAtDeadline === 'cancel' ? [t('ruleClearanceCancel')] : []),
  ];
}

/** The rules in one line, for a page that shows them only when asked. */
export function rulesInShort(offering: Offering, language: Language): string {
  const t = serviceTexts.for(language);
  return [
    t('shortParty', { max: offering.partyMax }),
    t('shortConfirm', { by: offering.confirmBy }),
    ...(offering.preCheck ? [t('shortPreCheck')] : []),
    ...(offering.clearance === 'required' ? [t('shortClearance')] : []),
    ...(offering.oneTimeCode ? [t('shortCode')] : []),
  ].join(' · ');
}
