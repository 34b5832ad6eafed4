import { isCitizensTurn, lastDayToSend, missingLines } from '#features/booking/index.ts';
import { clockTime, dayIn, longDate, shortDate } from '#platform/dates.ts';
import { type Language, localText } from '#platform/language.ts';
import { action, type Block, facts as factsBlock, type Letter, list, text, title } from '../letter.ts';
import { appointmentFacts, cancellationWords, confirmationWords, officeContacts } from './appointment.ts';
import { appointmentTexts } from './appointment.text.ts';
import type { BookingFacts } from './booking-facts.query.ts';
import { bookingLetterTexts } from './booking-letters.text.ts';
import { examinationLetterTexts } from './examination-letters.text.ts';

export const examinationKinds = [
  'to-regularise',
  'pre-check-reminder',
  'examined-fine',
  'clearance-asked',
  'clearance-granted',
] as const;

type ExaminationKind = (typeof examinationKinds)[number];

/** What the office found before the day, and where the municipality's consent stands. */
export function examinationLetter(
  kind: ExaminationKind,
  facts: BookingFacts,
  { language, url, now }: { language: Language; url: string; now: Temporal.Instant },
): Letter {
  const t = examinationLetterTexts.for(language);
  const words = subjectWords(facts, language);
  const last = lastDayOf(facts, language);
  const see = action(t('see'), url);
  switch (kind) {
    case 'to-regularise':
      return letter(t('regulariseSubject', words), t('regulariseHeading'), [
        text(t('regulariseIntro')),
        ...missing(facts, language),
        text(t('by', { last })),
        text(t('stands')),
        action(t('send'), url),
      ]);
    case 'pre-check-reminder': {
      const toSend = facts.preCheck?.state === 'to-send';
      return letter(t('reminderSubject', { last, ...words }), toSend ? t('toSendHeading') : t('reminderHeading'), [
        ...(toSend ? [text(t('toSendIntro'))] : missing(facts, language)),
        text(t('by', { last })),
        text(t('stands')),
        action(t('send'), url),
      ]);
    }
    case 'examined-fine':
      return letter(t('fineSubject', words), t('fineHeading'), [text(t('fine')), ...next(facts, language, now), see]);
    case 'clearance-asked':
      return letter(t('askedSubject', words), t('askedHeading'), [
        ...asked(facts, language),
        text(t(lateOf(facts))),
        see,
      ]);
    case 'clearance-granted': {
      const municipality = facts.clearance?.municipality;
      const granted = municipality ? t('granted', { municipality }) : t('grantedNoName');
      return letter(t('grantedSubject', words), t('grantedHeading'), [
        text(granted),
        ...(facts.clearance?.answerProtocol
          ? [text(t('grantedProtocol', { protocol: facts.clearance.answerProtocol }))]
          : []),
        ...next(facts, language, now),
        see,
      ]);
    }
  }

  function letter(subject: string, heading: string, blocks: readonly Block[]): Letter {
    const b = bookingLetterTexts.for(language);
    const a = appointmentTexts.for(language);
    return {
      subject,
      heading,
      blocks: [
        ...blocks,
        text(b('linkIsPersonal')),
        factsBlock(appointmentFacts(facts, language)),
        ...(facts.takenInChargeAt === null ? [text(cancellationWords(facts, language))] : []),
        factsBlock([[a('officeContacts'), officeContacts(facts, language)]]),
      ],
    };
  }
}

/** What there is to do, or to wait for, before the day: for the letter after booking. */
export function beforeTheDay(facts: BookingFacts, language: Language): Block[] {
  const t = examinationLetterTexts.for(language);
  const lines: string[] = [];
  if (facts.preCheck?.state === 'to-send') lines.push(t('toSend', { last: lastDayOf(facts, language) }));
  if (facts.status === 'awaiting-clearance') lines.push(...needed(facts, language));
  return lines.length === 0 ? [] : [title(t('toSendTitle')), ...lines.map(text)];
}

function needed(facts: BookingFacts, language: Language): string[] {
  const t = examinationLetterTexts.for(language);
  const { clearance } = facts;
  if (!clearance?.municipality) return [t('needsClearanceNoName')];
  const { municipality, state, dueOn } = clearance;
  if (state !== 'asked' || dueOn === null) return [t('needsClearance', { municipality })];
  return [t('alreadyAsked', { municipality, until: longDate(dueOn, language) }), t(lateOf(facts))];
}

function lateOf({ clearance }: BookingFacts): 'late' | 'lateEnds' {
  return clearance?.atDeadline === 'cancel' ? 'lateEnds' : 'late';
}

function missing(facts: BookingFacts, language: Language): Block[] {
  const lines = missingLines(facts.preCheck?.missing ?? null, language);
  return lines.length === 0 ? [] : [list(lines)];
}

function asked({ clearance }: BookingFacts, language: Language): Block[] {
  const t = examinationLetterTexts.for(language);
  const municipality = clearance?.municipality ?? '';
  if (!clearance?.askedOn || !clearance.dueOn) return [text(t('asked', { municipality }))];
  const days = { on: longDate(clearance.askedOn, language), until: longDate(clearance.dueOn, language) };
  return [text(`${t('asked', { municipality })} ${t('askedDays', days)}`)];
}

function next(facts: BookingFacts, language: Language, now: Temporal.Instant): Block[] {
  const words = confirmationWords(facts, language, now);
  return words === undefined ? [] : [text(words)];
}

function lastDayOf({ preCheck, office }: BookingFacts, language: Language): string {
  if (!preCheck?.dueAt || !isCitizensTurn(preCheck.state)) return '';
  return longDate(lastDayToSend(preCheck.dueAt, office.timeZone), language);
}

function subjectWords(facts: BookingFacts, language: Language) {
  const { timeZone } = facts.office;
  return {
    service: localText(facts.service.name, language),
    day: shortDate(dayIn(facts.startsAt, timeZone), language),
    time: clockTime(facts.startsAt, timeZone),
  };
}
