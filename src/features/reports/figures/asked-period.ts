import { readIsoDay } from '#platform/dates.ts';
import { fieldError } from '#platform/http/form.ts';
import type { FieldError } from '#platform/http/problem.ts';
import { queryText } from '#platform/http/query.ts';
import type { Language } from '#platform/language.ts';
import { longestPeriodDays, lengthOf, namedPeriod, type Period, type PeriodName, periodNames } from './period.rules.ts';
import { periodTexts } from './period.text.ts';

/** The period of an address, with what was typed and what is wrong with it. */
export interface AskedPeriod {
  readonly name: PeriodName;
  readonly period: Period;
  readonly values: { readonly period: string; readonly from: string; readonly to: string };
  readonly errors: readonly FieldError[];
}

/** Reads `?period=` or `?from=&to=`; what cannot be read is told, and this month shown instead. */
export function askedPeriod(query: unknown, today: Temporal.PlainDate, language: Language): AskedPeriod {
  const [from, to] = [queryText(query, 'from'), queryText(query, 'to')];
  const typed = isTypedOver(query) ? 'free' : queryText(query, 'period');
  const named = periodNames.find((one) => one === typed);
  const name = named ?? (typed === '' && from === '' && to === '' ? 'month' : 'free');
  const shown = (period: Period, errors: readonly FieldError[] = []): AskedPeriod => ({
    name,
    period,
    values: {
      period: name,
      from: from === '' || name !== 'free' ? period.from.toString() : from,
      to: to === '' || name !== 'free' ? period.to.toString() : to,
    },
    errors,
  });
  const month = namedPeriod('month', today);
  if (name !== 'free') return shown(namedPeriod(name, today));
  const read = readPeriod({ from, to }, language);
  return read.ok ? shown(read.period) : shown(month, read.errors);
}

/** Whether somebody left a named period chosen and typed other days than it had: `shown` says what the form showed. */
function isTypedOver(query: unknown): boolean {
  const [name, from, to] = queryText(query, 'shown').split(' ');
  const isKept = name !== '' && name === queryText(query, 'period');
  return isKept && (queryText(query, 'from') !== from || queryText(query, 'to') !== to);
}

/** A period as two days written `YYYY-MM-DD`, both included. */
export function readPeriod(
  typed: { from: string; to: string },
  language: Language,
): { ok: true; period: Period } | { ok: false; errors: FieldError[] } {
  const [from, to] = [readIsoDay(typed.from), readIsoDay(typed.to)];
  const errors: FieldError[] = [];
  if (from === undefined) errors.push(fieldError('from', typed.from === '' ? 'required' : 'date', language));
  if (to === undefined) errors.push(fieldError('to', typed.to === '' ? 'required' : 'date', language));
  if (from === undefined || to === undefined) return { ok: false, errors };
  const t = periodTexts.for(language);
  if (Temporal.PlainDate.compare(from, to) > 0) {
    return { ok: false, errors: [{ field: 'to', reason: 'before-from', message: t('before-from') }] };
  }
  if (lengthOf({ from, to }) > longestPeriodDays) {
    return { ok: false, errors: [{ field: 'to', reason: 'too-long', message: t('too-long') }] };
  }
  return { ok: true, period: { from, to } };
}
