import type { AccessibilityReport } from '#features/site/index.ts';
import type { Language } from '#platform/language.ts';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { action, facts, type Letter, link, text } from '../letter.ts';
import type { ReportKind } from '../rules.ts';
import { reportLetterTexts } from './report-letters.text.ts';

interface Setting {
  readonly language: Language;
  readonly publicUrl: string;
}

/** About a report on accessibility; undefined when there is nothing to say any more. */
export function reportLetter(kind: ReportKind, report: AccessibilityReport, setting: Setting): Letter | undefined {
  return kind === 'accessibility-report' ? newReport(report, setting) : answered(report, setting);
}

/** The sender's address stays on the page: whoever reads this mailbox need not have it. */
function newReport(report: AccessibilityReport, { language, publicUrl }: Setting): Letter | undefined {
  if (report.closedAt !== null) return undefined;
  const t = reportLetterTexts.for(language);
  return {
    subject: t('reportSubject', { number: String(report.id) }),
    heading: t('reportHeading'),
    blocks: [
      facts([[t('page'), report.page], ...(report.tools === null ? [] : [[t('tools'), report.tools] as const])]),
      ...paragraphs(report.problem),
      text(report.email === null ? t('noAnswer') : t('wantsAnswer')),
      action(t('open'), `${publicUrl}${sitePaths.accessibilityReports}/${report.id}`),
    ],
  };
}

function answered(report: AccessibilityReport, { language, publicUrl }: Setting): Letter | undefined {
  if (report.answer === null) return undefined;
  const t = reportLetterTexts.for(language);
  return {
    subject: t('answerSubject', { number: String(report.id) }),
    heading: t('answerHeading'),
    blocks: [
      text(t('answerYours', { page: report.page })),
      ...paragraphs(report.problem),
      text(t('answerOurs')),
      ...paragraphs(report.answer),
      text(t('ombudsman')),
      link(t('statement'), `${publicUrl}${sitePaths.accessibility}#enforce`),
    ],
  };
}

function paragraphs(words: string) {
  return words
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => text(line));
}
