import { withArticle } from '#platform/dates.ts';
import { action, type Letter, text } from '../letter.ts';
import type { MessageDetail } from '../rules.ts';
import type { Setting } from './account-letters.ts';
import { unusedLetterTexts } from './unused-letter.text.ts';

/** An account that nobody has used for long will be closed; a login keeps it. */
export function accountUnusedLetter({ lastDay }: MessageDetail, { language, publicUrl }: Setting): Letter | undefined {
  if (lastDay === undefined) return undefined;
  const t = unusedLetterTexts.for(language);
  const day = withArticle('il', Temporal.PlainDate.from(lastDay), language);
  return {
    subject: t('subject', { day }),
    heading: t('heading'),
    blocks: [text(t('why', { day })), text(t('keep')), action(t('login'), `${publicUrl}/login`), text(t('otherwise'))],
  };
}
