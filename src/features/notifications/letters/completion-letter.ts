import { isComplete, missingOf, missingWords } from '#features/booking/index.ts';
import { dayIn, shortDate } from '#platform/dates.ts';
import { type Language, localText } from '#platform/language.ts';
import { action, type Block, facts as factsBlock, type Letter, link, text, title } from '../letter.ts';
import { appointmentFacts, officeContacts } from './appointment.ts';
import { appointmentTexts } from './appointment.text.ts';
import type { BookingFacts } from './booking-facts.query.ts';
import { bookingLetterTexts } from './booking-letters.text.ts';
import { completionLetterTexts } from './completion-letter.text.ts';
import { askedAnewParts } from './photo-letters.ts';

interface Setting {
  readonly language: Language;
  readonly publicUrl: string;
  readonly now: Temporal.Instant;
}

/** What is missing, until when, and where to send it: that the appointment stands comes with it. */
export function completionLetter(facts: BookingFacts, setting: Setting): Letter {
  const { language } = setting;
  const t = completionLetterTexts.for(language);
  const a = appointmentTexts.for(language);
  const { timeZone } = facts.office;
  const day = shortDate(dayIn(facts.startsAt, timeZone), language);
  return {
    subject: t('subject', { service: localText(facts.service.name, language), day }),
    heading: t('heading'),
    blocks: [
      text(missingIn(facts, setting) ?? ''),
      text(t('stands')),
      action(t('complete'), pageOf(facts, setting)),
      text(t('logIn')),
      factsBlock(appointmentFacts(facts, language)),
      factsBlock([[a('officeContacts'), officeContacts(facts, language)]]),
    ],
  };
}

/** The same as a part of a letter about something else, with photos asked for anew; nothing where all is there. */
export function missingParts(facts: BookingFacts, setting: Setting): Block[] {
  const words = missingIn(facts, setting);
  const asked = askedAnewParts(facts, setting);
  if (words === undefined) return asked;
  const t = completionLetterTexts.for(setting.language);
  return [title(t('title')), text(words), link(t('complete'), pageOf(facts, setting)), ...asked];
}

/** Of an appointment given back: what had been sent went with its cancellation. */
export function sendAgain({ sentBefore }: BookingFacts, { language }: Setting): Block[] {
  return sentBefore ? [text(bookingLetterTexts.for(language)('sendAgain'))] : [];
}

/** Whether there is still something to remind of. */
export function lacksSomething({ completion }: Pick<BookingFacts, 'completion'>): boolean {
  return completion !== undefined && !isComplete(missingOf(completion));
}

function missingIn({ completion, office, accountId }: BookingFacts, { language, now }: Setting): string | undefined {
  // Whoever has no account completes it with the office, at the desk.
  if (completion === undefined || accountId === null) return undefined;
  return missingWords(completion, { language, zone: office.timeZone, now });
}

function pageOf({ code }: BookingFacts, { publicUrl }: Setting): string {
  return `${publicUrl}/bookings/${code}#complete`;
}
