import { ownPaths } from '#features/account-cases/index.ts';
import { pausesOf } from '#features/booking/index.ts';
import type { Deps } from '#platform/deps.ts';
import { dayMonthYear, withArticle } from '#platform/dates.ts';
import { type Language, localText } from '#platform/language.ts';
import { action, facts as factsBlock, type Letter, list, text, title } from '../letter.ts';
import { officeContacts } from './appointment.ts';
import type { BookingFacts } from './booking-facts.query.ts';
import { pauseLetterTexts } from './pause-letter.text.ts';

/** A pause has begun: until when, why, and how to answer. Undefined when the absence was excused or taken back meanwhile. */
export async function pauseLetter(
  deps: Deps,
  facts: BookingFacts,
  { language, now }: { language: Language; now: Temporal.Instant },
): Promise<Letter | undefined> {
  const { accountId, office } = facts;
  if (accountId === null) return undefined;
  const pauses = await pausesOf(deps.db, { accountId, officeId: office.id, now });
  const pause = pauses.find(({ missed }) => missed.some(({ bookingId }) => bookingId === facts.id));
  if (pause === undefined) return undefined;
  const t = pauseLetterTexts.for(language);
  const scope = pause.service === null ? 'office' : 'service';
  const { missed } = pause;
  return {
    subject: t('subject', { place: localText(office.name, language) }),
    heading: t('heading', { until: withArticle('al', pause.lastDay, language), scope }),
    blocks: [
      title(t('why')),
      text(t('missed', { count: missed.length })),
      list(missed.map(({ day }) => dayMonthYear(day, language))),
      text(t('stays')),
      text(t('answer')),
      action(t('answerAction'), deps.config.publicUrl + ownPaths.pause(missed[0]?.bookingId ?? facts.id)),
      factsBlock([[t('contacts'), officeContacts(facts, language)]]),
    ],
  };
}
