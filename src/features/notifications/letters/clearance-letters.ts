import { askedPath, inboxSectionOf, requestFacts } from '#features/booking/index.ts';
import { findOfficeById } from '#features/offices/index.ts';
import { longDate } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import { type Language, localText } from '#platform/language.ts';
import { action, facts as factsBlock, type Letter, text } from '../letter.ts';
import type { ClearanceKind, MessageDetail } from '../rules.ts';
import { clearanceLetterTexts } from './clearance-letters.text.ts';

/** To the office that answers. Who it is about stays on the page: whoever reads the office's mailbox need not see it. */
export async function clearanceLetter(
  { db, secrets }: Pick<Deps, 'db' | 'secrets'>,
  kind: ClearanceKind,
  detail: MessageDetail,
  { language, publicUrl }: { language: Language; publicUrl: string },
): Promise<Letter | undefined> {
  const { clearanceId, round } = detail;
  const facts = clearanceId === undefined ? undefined : await requestFacts(db, secrets, { id: clearanceId });
  if (!facts || facts.round !== round || facts.answeringOfficeId === null) return undefined;
  if (inboxSectionOf(facts) === 'settled') return undefined;
  const answering = await findOfficeById(db, facts.answeringOfficeId);
  if (!answering) return undefined;
  const t = clearanceLetterTexts.for(language);
  const office = localText(facts.officeName, language);
  const rows: [string, string][] = [
    [t('from'), office],
    [t('service'), localText(facts.serviceName, language)],
    [t('number'), facts.code],
  ];
  if (facts.dueOn) rows.push([t('by'), longDate(facts.dueOn, language)]);
  return {
    subject: t(`${kind}-subject`, { code: facts.code }),
    heading: t(`${kind}-heading`),
    blocks: [
      text(t(`${kind}-text`, { office })),
      factsBlock(rows),
      ...(kind !== 'clearance-to-read' && facts.atDeadline === 'cancel' ? [text(t('ends'))] : []),
      action(t('open'), `${publicUrl}${askedPath(answering, facts.id)}`),
    ],
  };
}
