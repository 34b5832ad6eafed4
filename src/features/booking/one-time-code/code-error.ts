import type { FieldError } from '#platform/http/problem.ts';
import type { Language } from '#platform/language.ts';
import type { CodeVerdict } from './check-code.ts';
import { codeErrorTexts } from './code-error.text.ts';

/** What is wrong with a code, at its field, with the attempts that remain. */
export function codeError(field: string, verdict: Extract<CodeVerdict, { ok: false }>, language: Language): FieldError {
  const { reason, left } = verdict;
  const t = codeErrorTexts.for(language);
  if (reason !== 'wrong') return { field, reason, message: t(reason) };
  if (left === undefined) return { field, reason, message: t('wrong') };
  return { field, reason, message: left === 0 ? t('wrongLast') : t('wrongLeft', { left }) };
}
