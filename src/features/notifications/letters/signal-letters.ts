import { findNotice, noticePaths } from '#features/signals/index.ts';
import type { Deps } from '#platform/deps.ts';
import { action, type Letter, text, title } from '../letter.ts';
import type { ClaimedMessage } from '../claim-message.ts';
import type { SignalKind } from '../signal-kinds.ts';
import { signalLetterTexts } from './signal-letters.text.ts';

/** What people decided about an account's use, short of a block; undefined when there is nothing to say any more. */
export async function signalLetter(
  deps: Deps,
  kind: SignalKind,
  { detail, language }: Pick<ClaimedMessage, 'detail' | 'language'>,
): Promise<Letter | undefined> {
  const notice = await findNotice(deps.db, deps.secrets, detail.caseId ?? 0);
  if (notice === undefined) return undefined;
  const t = signalLetterTexts.for(language);
  const page = deps.config.publicUrl + noticePaths.one(notice.id);
  const lines = (words: string) => words.split(/\n+/).map((line) => text(line));
  if (kind === 'signal-notice') {
    const { decision } = notice;
    return {
      subject: t(`${decision}Subject`),
      heading: t(`${decision}Heading`),
      blocks: [
        text(t(`${decision}Text`)),
        title(t('reason')),
        ...lines(notice.reason),
        text(t('answer')),
        action(t('answerAction'), page),
      ],
    };
  }
  const { outcome, answer } = notice;
  if (outcome === null) return undefined;
  return {
    subject: t(`${outcome}Subject`),
    heading: t(`${outcome}Heading`),
    blocks: [title(t('why')), ...lines(answer ?? ''), action(t('see'), page)],
  };
}
