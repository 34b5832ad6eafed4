import type { Language } from '#platform/language.ts';
import { officeActionTexts } from './office-actions.text.ts';
import { peopleActionTexts } from './people-actions.text.ts';

/** What somebody did, in words; what a feature writes down without having words here shows its own name. */
export function actionInWords(action: string, language: Language): string {
  if (peopleActionTexts.has(action)) return peopleActionTexts.for(language)(action);
  const t = officeActionTexts.for(language);
  return officeActionTexts.has(action) ? t(action) : t('another-action', { action });
}
