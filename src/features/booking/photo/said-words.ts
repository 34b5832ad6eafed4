import type { Language } from '#platform/language.ts';
import type { PhotoSaid } from './said.rules.ts';
import { proposalTexts } from './proposal.text.ts';

/** What a photo's person says of it, line by line, for themselves: in the words of the answers. */
export function ownSaidWords({ headCovered, reason }: PhotoSaid, language: Language): string[] {
  const t = proposalTexts.for(language);
  return [
    ...(reason ? [`${t('keptBecause')} ${t(reason.kind)}.`] : []),
    ...(reason?.words ? [`«${reason.words}»`] : []),
    ...(headCovered ? [`${t('coverSaid')}.`] : []),
  ];
}
