import { messageToTell } from '#features/booking/index.ts';
import type { Deps } from '#platform/deps.ts';
import type { Language } from '#platform/language.ts';
import { action, facts as factsBlock, type Letter, text } from '../letter.ts';
import { linkPath } from '../booking-link.ts';
import { appointmentFacts, officeContacts, officeWords } from './appointment.ts';
import { appointmentTexts } from './appointment.text.ts';
import type { BookingFacts } from './booking-facts.query.ts';
import { bookingLetterTexts } from './booking-letters.text.ts';
import { officeMessageTexts } from './office-message-letter.text.ts';

/** What an office writes to many at once, with the appointment it is about; undefined once that is over. */
export async function officeMessageLetter(
  deps: Deps,
  { itemId, facts, setting }: { itemId: string; facts: BookingFacts; setting: { readonly language: Language } },
): Promise<Letter | undefined> {
  const { language } = setting;
  const message = facts.live ? await messageToTell(deps.db, deps.secrets, { itemId, language }) : undefined;
  if (message === undefined) return undefined;
  const t = officeMessageTexts.for(language);
  const lines = message.text.split('\n').filter((line) => line.trim() !== '');
  return {
    subject: message.subject,
    heading: message.subject,
    blocks: [
      text(t('intro', { office: officeWords(facts, language) })),
      ...lines.map((line) => text(line)),
      factsBlock([
        ...appointmentFacts(facts, language),
        [appointmentTexts.for(language)('officeContacts'), officeContacts(facts, language)],
      ]),
      action(t('manageAction'), deps.config.publicUrl + linkPath(deps.secrets, facts)),
      text(bookingLetterTexts.for(language)('linkIsPersonal')),
    ],
  };
}
