import { clockTime, dayIn, shortDate } from '#platform/dates.ts';
import { type Language, localText } from '#platform/language.ts';
import { action, facts as factsBlock, type Letter, text, title } from '../letter.ts';
import { appointmentFacts, officeContacts } from './appointment.ts';
import { appointmentTexts } from './appointment.text.ts';
import type { BookingFacts } from './booking-facts.query.ts';
import { bookingLetterTexts } from './booking-letters.text.ts';
import { chargeLetterTexts } from './charge-letters.text.ts';

/** The office works on a booking, and who cannot cancel alone any more reads who, why and how to ask; or it is over. */
export function chargeLetter(
  kind: 'taken-in-charge' | 'given-back',
  facts: BookingFacts,
  { language, url }: { language: Language; url: string },
): Letter {
  const t = chargeLetterTexts.for(language);
  const a = appointmentTexts.for(language);
  const { timeZone } = facts.office;
  const words = {
    service: localText(facts.service.name, language),
    day: shortDate(dayIn(facts.startsAt, timeZone), language),
    time: clockTime(facts.startsAt, timeZone),
  };
  const taken = kind === 'taken-in-charge';
  const office = localText(facts.office.name, language);
  const { by, message } = facts.charge ?? { by: null, message: null };
  return {
    subject: taken ? t('takenSubject', words) : t('givenSubject', words),
    heading: taken ? t('takenHeading') : t('givenHeading'),
    blocks: [
      ...(taken ? [text(by === null ? t('whoOffice', { office }) : t('who', { office, by }))] : []),
      ...(taken && message ? [title(t('why')), ...message.split(/\n+/).map(text)] : []),
      text(taken ? t('rules') : t('given')),
      factsBlock(appointmentFacts(facts, language)),
      action(taken ? t('ask') : t('see'), url),
      text(bookingLetterTexts.for(language)('linkIsPersonal')),
      factsBlock([[a('officeContacts'), officeContacts(facts, language)]]),
    ],
  };
}
