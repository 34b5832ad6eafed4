import { withArticle } from '#platform/dates.ts';
import type { Language } from '#platform/language.ts';
import type { Clearance } from '../clearance/clearance.rules.ts';
import { lastDayToSend, type PreCheckState } from '../examination/pre-check.rules.ts';
import { type BookingStatus, expected } from '../status.rules.ts';
import { stillAwaitedTexts } from './still-awaited.text.ts';

/** What has to be known to say what a booking still waits for. */
export interface Awaiting {
  readonly status: BookingStatus;
  readonly clearance?: Pick<
    Clearance,
    'municipality' | 'state' | 'askedOn' | 'dueOn' | 'answerProtocol' | 'answeredOn'
  > | null;
  readonly preCheck: { readonly state: PreCheckState; readonly dueAt: Temporal.Instant | null } | null;
}

/** What a booking still waits for beside its own people: who holds the paper should not take it for settled. */
export function stillAwaited({ status, preCheck, clearance }: Awaiting, zone: string, language: Language): string[] {
  if (!expected.includes(status)) return [];
  const t = stillAwaitedTexts.for(language);
  const sentences: string[] = [];
  if (status === 'awaiting-clearance') sentences.push(t('clearance'), ...clearanceWords(clearance, language));
  if (status === 'awaiting-office') sentences.push(t('office'));
  if (preCheck?.dueAt) {
    sentences.push(t('toSend', { last: withArticle('il', lastDayToSend(preCheck.dueAt, zone), language) }));
  }
  if (preCheck?.state === 'to-examine') sentences.push(t('toExamine'));
  return sentences;
}

/** Who was asked, when, and until when the answer is awaited. */
function clearanceWords(clearance: Awaiting['clearance'], language: Language): string[] {
  const t = stillAwaitedTexts.for(language);
  if (!clearance?.municipality) return [];
  const { municipality, state, askedOn, dueOn } = clearance;
  if (state !== 'asked' || !askedOn || !dueOn) return [t('clearanceToAsk', { municipality })];
  const days = { on: withArticle('il', askedOn, language), until: withArticle('il', dueOn, language) };
  return [t('clearanceAsked', { municipality, ...days })];
}

/** The answer that came, with its number: for the office that asks to see it. */
export function clearanceGiven(clearance: Awaiting['clearance'], language: Language): string[] {
  if (clearance?.state !== 'granted' || !clearance.municipality || !clearance.answeredOn) return [];
  const t = stillAwaitedTexts.for(language);
  const { municipality, answeredOn, answerProtocol } = clearance;
  const on = withArticle('il', answeredOn, language);
  const given = t('clearanceGiven', { municipality, on });
  return [answerProtocol ? `${given} ${t('clearanceProtocol', { protocol: answerProtocol })}` : given];
}
