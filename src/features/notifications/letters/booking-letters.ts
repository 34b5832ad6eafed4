import { confirmRefusal } from '#features/booking/index.ts';
import { clockTime, dayIn, longDate, shortDate } from '#platform/dates.ts';
import { type Language, localText } from '#platform/language.ts';
import type { Secrets } from '#platform/secrets.ts';
import { action, type Block, facts as factsBlock, type Letter, link, text } from '../letter.ts';
import { linkPath } from '../booking-link.ts';
import type { BookingKind } from '../rules.ts';
import { appointmentFacts, cancellationWords, confirmationWords, officeContacts } from './appointment.ts';
import { appointmentTexts } from './appointment.text.ts';
import type { BookingFacts } from './booking-facts.query.ts';
import { bookingLetterTexts } from './booking-letters.text.ts';
import { beforeTheDay, examinationLetter } from './examination-letters.ts';
import { completionLetter, missingParts, sendAgain } from './completion-letter.ts';
import { calendarFile, whatToBring } from './appointment-parts.ts';
import { chargeLetter } from './charge-letters.ts';

interface Setting {
  readonly language: Language;
  readonly secrets: Secrets;
  readonly publicUrl: string;
  readonly now: Temporal.Instant;
}

/** The letter of each kind about a booking. */
export function bookingLetter(
  kind: Exclude<BookingKind, 'no-show-pause'>,
  facts: BookingFacts,
  setting: Setting,
): Letter {
  const t = bookingLetterTexts.for(setting.language);
  const words = subjectWords(facts, setting.language);
  switch (kind) {
    case 'booked':
      return whole(
        t('bookedSubject', words),
        t('bookedHeading'),
        beforeTheDay(facts, setting.language),
        facts,
        setting,
      );
    case 'confirmed':
      return whole(t('confirmedSubject', words), t('confirmedHeading'), sendAgain(facts, setting), facts, setting);
    case 'moved':
      return whole(t('movedSubject', words), t('movedHeading'), [text(t('movedIntro'))], facts, setting);
    case 'person-removed':
      return whole(
        t('removedSubject', words),
        t('removedHeading'),
        [text(t('removedIntro', { count: facts.people.length, people: facts.people.join(', ') }))],
        facts,
        setting,
      );
    case 'confirm-request':
      return question(t('requestSubject', words), t('requestHeading'), facts, setting);
    case 'confirm-reminder':
      return question(t('confirmReminderSubject', words), t('confirmReminderHeading'), facts, setting);
    case 'reminder':
      return reminder(t('reminderSubject', words), t('reminderHeading'), facts, setting);
    case 'completion-reminder':
      return completionLetter(facts, setting);
    case 'taken-in-charge':
    case 'given-back':
      return chargeLetter(kind, facts, { language: setting.language, url: manageUrl(facts, setting) });
    case 'to-regularise':
    case 'pre-check-reminder':
    case 'examined-fine':
    case 'clearance-asked':
    case 'clearance-granted':
      return examinationLetter(kind, facts, { ...setting, url: manageUrl(facts, setting) });
    case 'cancelled':
      return cancelled(t('cancelledSubject', words), t('cancelledHeading'), facts, setting);
  }
}

function subjectWords(facts: BookingFacts, language: Language) {
  const { timeZone } = facts.office;
  return {
    service: localText(facts.service.name, language),
    day: shortDate(dayIn(facts.startsAt, timeZone), language),
    time: clockTime(facts.startsAt, timeZone),
  };
}

/** Everything about the appointment: after booking, confirming, moving. */
function whole(subject: string, heading: string, intro: Block[], facts: BookingFacts, setting: Setting): Letter {
  const { language } = setting;
  const t = bookingLetterTexts.for(language);
  const a = appointmentTexts.for(language);
  return {
    subject,
    heading,
    blocks: [
      ...intro,
      factsBlock(appointmentFacts(facts, language)),
      ...confirmation(facts, setting),
      ...missingParts(facts, setting),
      ...whatToBring(facts, language),
      text(cancellationWords(facts, language)),
      action(mayConfirm(facts, setting) ? t('confirmAction') : t('manageAction'), manageUrl(facts, setting)),
      text(t('linkIsPersonal')),
      factsBlock([[a('officeContacts'), officeContacts(facts, language)]]),
      text(`${t('calendarFile')} ${a('free')}`),
    ],
    attachments: [calendarFile(facts, setting)],
  };
}

function question(subject: string, heading: string, facts: BookingFacts, setting: Setting): Letter {
  const { language } = setting;
  const t = bookingLetterTexts.for(language);
  return {
    subject,
    heading,
    blocks: [
      ...confirmation(facts, setting),
      factsBlock(appointmentFacts(facts, language)),
      action(t('confirmAction'), manageUrl(facts, setting)),
      ...missingParts(facts, setting),
      text(t('linkIsPersonal')),
      text(cancellationWords(facts, language)),
    ],
  };
}

function reminder(subject: string, heading: string, facts: BookingFacts, setting: Setting): Letter {
  const { language } = setting;
  const a = appointmentTexts.for(language);
  return {
    subject,
    heading,
    blocks: [
      factsBlock(appointmentFacts(facts, language)),
      ...missingParts(facts, setting),
      ...whatToBring(facts, language),
      text(cancellationWords(facts, language)),
      action(bookingLetterTexts.for(language)('manageAction'), manageUrl(facts, setting)),
      factsBlock([[a('officeContacts'), officeContacts(facts, language)]]),
    ],
    attachments: [calendarFile(facts, setting)],
  };
}

/** Why it was cancelled, and the way on. */
function cancelled(subject: string, heading: string, facts: BookingFacts, setting: Setting): Letter {
  const { language, publicUrl } = setting;
  const t = bookingLetterTexts.for(language);
  const a = appointmentTexts.for(language);
  const why = {
    citizen: t('cancelledByCitizen'),
    office: t('cancelledByOffice'),
    rejected: t('cancelledRejected'),
    'not-confirmed': t('cancelledNotConfirmed'),
    'clearance-refused': t('cancelledRefused'),
    'clearance-late': t('cancelledClearance'),
  };
  const byOffice = ['office', 'rejected', 'clearance-refused'].includes(facts.cancelledBy ?? '');
  return {
    subject,
    heading,
    blocks: [
      text(why[facts.cancelledBy ?? 'office']),
      ...(facts.cancelReason && byOffice ? [text(t(reasonOf(facts), { reason: facts.cancelReason }))] : []),
      ...municipalAnswer(facts, language),
      factsBlock(appointmentFacts(facts, language)),
      text(t('wayOn')),
      link(t('bookAgain'), `${publicUrl}/offices/${facts.office.code}/${facts.service.code}`),
      ...(byOffice ? [text(t('wayOnOffice'))] : []),
      factsBlock([[a('officeContacts'), officeContacts(facts, language)]]),
      text(t('calendarRemoval')),
    ],
    attachments: [calendarFile(facts, setting)],
  };
}

function reasonOf({ cancelledBy }: BookingFacts): 'reason' | 'municipalReason' {
  return cancelledBy === 'clearance-refused' ? 'municipalReason' : 'reason';
}

/** Under which number the municipality refused, or until when its answer was awaited. */
function municipalAnswer({ cancelledBy, clearance }: BookingFacts, language: Language): Block[] {
  const t = bookingLetterTexts.for(language);
  if (cancelledBy === 'clearance-refused' && clearance?.answerProtocol)
    return [text(t('municipalProtocol', { protocol: clearance.answerProtocol }))];
  if (cancelledBy === 'clearance-late' && clearance?.dueOn)
    return [text(t('cancelledAsked', { until: longDate(clearance.dueOn, language) }))];
  return [];
}

function confirmation(facts: BookingFacts, { language, now }: Setting): Block[] {
  const words = confirmationWords(facts, language, now);
  return words === undefined ? [] : [text(words)];
}

function mayConfirm(facts: BookingFacts, { now }: Setting): boolean {
  return confirmRefusal(facts, now) === undefined;
}

function manageUrl(facts: BookingFacts, { secrets, publicUrl }: Setting): string {
  return publicUrl + linkPath(secrets, facts);
}
