import type { Language } from '#platform/language.ts';
import { declarations, type PhotoSaid } from './said.rules.ts';
import { proposalTexts } from './proposal.text.ts';
import { saidTexts } from './said.text.ts';

/** What a photo's person says of it, line by line, for whoever looks at it at the office; the words as they were written. */
export function saidWords({ declared, headCovered, reason }: PhotoSaid, language: Language): string[] {
  const t = saidTexts.for(language);
  return [
    ...(reason ? [t('keeps', { why: t(reason.kind) })] : []),
    ...(reason?.words ? [`«${reason.words}»`] : []),
    ...(headCovered ? [t('covered')] : []),
    ...declarations.filter((one) => declared.includes(one)).map((one) => t(one)),
  ];
}

/** The same for its person: what they answered, in the words of the answers. */
export function ownSaidWords({ headCovered, reason }: PhotoSaid, language: Language): string[] {
  const t = proposalTexts.for(language);
  return [
    ...(reason ? [`${t('keptBecause')} ${t(reason.kind)}.`] : []),
    ...(reason?.words ? [`«${reason.words}»`] : []),
    ...(headCovered ? [`${t('coverSaid')}.`] : []),
  ];
}
