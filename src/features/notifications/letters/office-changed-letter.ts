import { officeChange } from '#features/identity/index.ts';
import { findOffices } from '#features/offices/index.ts';
import type { Db } from '#platform/database.ts';
import { dayIn, dayMonthYear } from '#platform/dates.ts';
import { type Language, localText } from '#platform/language.ts';
import { action, type Letter, link, text } from '../letter.ts';
import { officeChangedTexts } from './office-changed-letter.text.ts';

/** To somebody who chose an office, or another one: from when, and what happens to their appointments. */
export async function officeChangedLetter(
  db: Db,
  changeId: string,
  { language, publicUrl }: { language: Language; publicUrl: string },
): Promise<Letter | undefined> {
  const change = await officeChange(db, changeId);
  if (change === undefined || change.toOfficeId === null) return undefined;
  const ids = [change.toOfficeId, change.fromOfficeId].filter((id) => id !== null);
  const offices = await findOffices(db, ids);
  const to = offices.find(({ id }) => id === change.toOfficeId);
  const from = offices.find(({ id }) => id === change.fromOfficeId);
  if (to === undefined) return undefined;
  const t = officeChangedTexts.for(language);
  const words = {
    to: localText(to.name, language),
    from: from ? localText(from.name, language) : '',
    day: dayMonthYear(dayIn(change.changedAt, to.timeZone), language),
  };
  return {
    subject: from ? t('subjectChange', words) : t('subjectFirst', words),
    heading: from ? t('headingChange') : t('headingFirst'),
    blocks: [
      text(from ? t('change', words) : t('first', words)),
      text(t('bookings')),
      text(t('services', words)),
      action(t('action'), `${publicUrl}/offices/${to.code}`),
      text(t('notYou')),
      link(t('profile'), `${publicUrl}/profile`),
    ],
  };
}
