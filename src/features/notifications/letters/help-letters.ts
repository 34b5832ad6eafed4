import type { HelpToTell } from '#features/help/index.ts';
import { type Language, localText } from '#platform/language.ts';
import { action, type Letter, text } from '../letter.ts';
import type { HelpKind } from '../rules.ts';
import { helpLetterTexts } from './help-letters.text.ts';

/** About a request for help. What the citizen wrote stays on the page: whoever reads the office's mailbox need not see it. */
export function helpLetter(
  kind: HelpKind,
  help: HelpToTell,
  { language, publicUrl }: { language: Language; publicUrl: string },
): Letter {
  const t = helpLetterTexts.for(language);
  const number = String(help.requestId);
  const toThread = action(t('open'), `${publicUrl}${help.threadPath}`);
  switch (kind) {
    case 'help-received':
      return {
        subject: t('receivedSubject', { number }),
        heading: t('receivedHeading'),
        blocks: [text(t('receivedText')), toThread, text(t('notYou'))],
      };
    case 'help-waiting':
      return {
        subject: t('waitingSubject', { number }),
        heading: t('waitingHeading'),
        blocks: [text(t('waitingText')), action(t('open'), `${publicUrl}${help.inboxPath}`)],
      };
    case 'help-answered': {
      const who = help.officeName === null ? t('site') : localText(help.officeName, language);
      const lines = help.text.split('\n').filter((line) => line.trim() !== '');
      return {
        subject: t('answeredSubject', { number }),
        heading: t('answeredHeading'),
        blocks: [text(t('answeredBy', { who })), ...lines.map((line) => text(line)), toThread, text(t('replyHow'))],
      };
    }
  }
}
