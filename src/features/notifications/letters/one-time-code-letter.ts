import type { CodeToTell } from '#features/booking/index.ts';
import { clockTime, dayIn, longDate } from '#platform/dates.ts';
import { localText } from '#platform/language.ts';
import { code, facts, type Letter, text } from '../letter.ts';
import type { Setting } from './account-letters.ts';
import { oneTimeCodeTexts } from './one-time-code-letter.text.ts';

/** The code is in the subject and on the first line, where phones find it. */
export function oneTimeCodeLetter(about: CodeToTell, { language }: Pick<Setting, 'language'>): Letter {
  const t = oneTimeCodeTexts.for(language);
  const { digits, startsAt, expiresAt, timeZone } = about;
  const city = localText(about.city, language);
  const when = { day: longDate(dayIn(startsAt, timeZone), language), time: clockTime(startsAt, timeZone), city };
  return {
    subject: t('subject', { code: digits }),
    heading: t('heading', { code: digits }),
    blocks: [
      code(digits),
      text(t('intro', { time: clockTime(expiresAt, timeZone), city })),
      facts([
        [t('what'), localText(about.serviceName, language)],
        [t('where'), localText(about.officeName, language)],
        [t('when'), t('whenValue', when)],
      ]),
      text(t('notBooked')),
      text(t('notYou')),
    ],
  };
}
