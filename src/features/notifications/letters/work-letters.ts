import { findHandOver } from '#features/identity/index.ts';
import { findOfficeById } from '#features/offices/index.ts';
import type { Db } from '#platform/database.ts';
import { dayIn, dayMonthYear } from '#platform/dates.ts';
import { localText } from '#platform/language.ts';
import { action, type Letter, text } from '../letter.ts';
import type { MessageDetail } from '../rules.ts';
import type { Setting } from './account-letters.ts';
import { workLetterTexts } from './work-letters.text.ts';

/** How somebody who works gets in has changed; whoever did not do it reads what to do. */
export function secondFactorLetter({ factor }: MessageDetail, { language, publicUrl }: Setting): Letter | undefined {
  if (factor === undefined) return undefined;
  const t = workLetterTexts.for(language);
  return {
    subject: t('factorSubject'),
    heading: t('factorSubject'),
    blocks: [text(t(factor)), action(t('factorAction'), `${publicUrl}/profile/second-factor`), text(t('factorNotYou'))],
  };
}

/** To whoever is asked to take an office over; and back to whoever asked, when the answer was no. */
export async function handOverLetter(
  db: Db,
  { accountId, detail }: { accountId: number | null; detail: MessageDetail },
  { language, publicUrl }: Setting,
): Promise<Letter | undefined> {
  const asked = detail.handOverId === undefined ? undefined : await findHandOver(db, { id: detail.handOverId });
  const office = asked && (await findOfficeById(db, asked.officeId));
  if (asked === undefined || office === undefined) return undefined;
  const t = workLetterTexts.for(language);
  const about = { office: localText(office.name, language) };
  if (asked.toAccount === accountId && asked.outcome === null) {
    const day = dayMonthYear(dayIn(asked.expiresAt, office.timeZone), language);
    return {
      subject: t('overSubject', about),
      heading: t('overSubject', about),
      blocks: [
        text(t('overText', { ...about, name: asked.fromName })),
        text(t('overUntil', { day })),
        action(t('overAction'), `${publicUrl}/profile/hand-overs/${asked.id}`),
      ],
    };
  }
  if (asked.fromAccount !== accountId || asked.outcome !== 'declined') return undefined;
  return {
    subject: t('declinedSubject', about),
    heading: t('declinedSubject', about),
    blocks: [
      text(t('declinedText', { ...about, name: asked.toName })),
      action(t('declinedAction'), `${publicUrl}/office/${office.code}/people`),
    ],
  };
}
