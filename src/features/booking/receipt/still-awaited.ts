import { withArticle } from '#platform/dates.ts';
import type { Language } from '#platform/language.ts';
import { lastDayToSend, type PreCheckState } from '../examination/pre-check.rules.ts';
import { type BookingStatus, expected } from '../status.rules.ts';
import { stillAwaitedTexts } from './still-awaited.text.ts';

/** What has to be known to say what a booking still waits for. */
export interface Awaiting {
  readonly status: BookingStatus;
  readonly preCheck: { readonly state: PreCheckState; readonly dueAt: Temporal.Instant | null } | null;
}

/** What a booking still waits for beside its own people: who holds the paper should not take it for settled. */
export function stillAwaited({ status, preCheck }: Awaiting, zone: string, language: Language): string[] {
  if (!expected.includes(status)) return [];
  const t = stillAwaitedTexts.for(language);
  const sentences: string[] = [];
  if (status === 'awaiting-clearance') sentences.push(t('clearance'));
  if (status === 'awaiting-office') sentences.push(t('office'));
  if (preCheck?.dueAt) {
    sentences.push(t('toSend', { last: withArticle('il', lastDayToSend(preCheck.dueAt, zone), language) }));
  }
  if (preCheck?.state === 'to-examine') sentences.push(t('toExamine'));
  return sentences;
}
