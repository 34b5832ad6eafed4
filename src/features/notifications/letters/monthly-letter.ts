import type { MonthToTell } from '#features/reports/index.ts';
import type { Language } from '#platform/language.ts';
import { action, type Letter, link, list, text, title } from '../letter.ts';
import { monthlyLetterTexts } from './monthly-letter.text.ts';

/** An office's month to somebody who works there, with the report attached. */
export function monthlyLetter(
  told: MonthToTell,
  { language, publicUrl }: { language: Language; publicUrl: string },
): Letter {
  const t = monthlyLetterTexts.for(language);
  const { office, month, figures, changes, file } = told;
  return {
    subject: t('subject', { office, month }),
    heading: t('heading', { month }),
    blocks: [
      text(t('intro', { office })),
      list(figures),
      ...(changes.length === 0 ? [] : [title(t('changes')), list(changes)]),
      action(t('open'), `${publicUrl}${told.reportsPath}`),
      text(t('why')),
      link(t('stop'), `${publicUrl}${told.unsubscribePath}`),
    ],
    attachments: [{ filename: file.name, content: file.content, contentType: 'application/pdf' }],
  };
}
