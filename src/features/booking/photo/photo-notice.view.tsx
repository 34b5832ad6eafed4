import { queryText } from '#platform/http/query.ts';
import type { Language } from '#platform/language.ts';
import type { Outcome } from '#platform/transaction.ts';
import { Alert } from '#ui/alert.tsx';
import { photoNoticeTexts } from './photo-notice.text.ts';

const notices = ['changed', 'gone', 'closed'] as const;
export type StaleNotice = (typeof notices)[number];

/** What the page says of a press that came too late, as a piece of its address; empty where it was done. */
export function noticeAfter(outcome: Outcome<object, string>): string {
  if (outcome.ok) return '';
  const notice = { 'photo-changed': 'changed', 'no-photo': 'gone' }[outcome.reason] ?? 'closed';
  return `&notice=${notice}`;
}

export function readNotice(query: unknown): StaleNotice | undefined {
  return notices.find((notice) => notice === queryText(query, 'notice'));
}

/** Nothing was done, and why: the photo that was looked at is not the one that is there. */
export function StaleNoticeAlert({ language, notice }: { language: Language; notice: StaleNotice }) {
  const t = photoNoticeTexts.for(language);
  return (
    <Alert language={language} tone="warning" title={t(notice)}>
      <p class="mb-0">{t(`${notice}-about`)}</p>
    </Alert>
  );
}
