import { withArticle } from '#platform/dates.ts';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { action, type Letter, link, text } from '../letter.ts';
import type { MessageDetail } from '../rules.ts';
import type { Setting } from './account-letters.ts';
import { doorLetterTexts } from './door-letters.text.ts';

const doorsPath = '/profile/doors';

/** A way into the account was opened or closed; whoever did not do it reads what to do. */
export function doorChangedLetter({ door }: MessageDetail, { language, publicUrl }: Setting): Letter | undefined {
  if (door === undefined) return undefined;
  const t = doorLetterTexts.for(language);
  const way = t(door.way);
  return {
    subject: t(`${door.change}Subject`, { way }),
    heading: t(`${door.change}Heading`),
    blocks: [
      text(t(`${door.change}Text`, { way })),
      action(t('see'), `${publicUrl}${doorsPath}`),
      link(t('notYou'), `${publicUrl}${sitePaths.help}`),
    ],
  };
}

/** The password of somebody whom a consulate serves ends on a day; SPID or CIE take its place. */
export function passwordEndsLetter({ lastDay }: MessageDetail, { language, publicUrl }: Setting): Letter | undefined {
  if (lastDay === undefined) return undefined;
  const t = doorLetterTexts.for(language);
  const day = withArticle('al', Temporal.PlainDate.from(lastDay), language);
  return {
    subject: t('endsSubject', { day }),
    heading: t('endsHeading'),
    blocks: [
      text(t('endsText', { day })),
      text(t('endsHow')),
      action(t('endsAction'), `${publicUrl}${doorsPath}`),
      text(t('endsStays')),
    ],
  };
}
