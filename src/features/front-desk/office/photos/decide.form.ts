import {
  type AskReason,
  askReasons,
  type OverrideReason,
  overrideReasons,
  type PhotoOutcome,
  type PhotoWhy,
} from '#features/booking/index.ts';
import { fieldError, type FormValues, formList, formValue } from '#platform/http/form.ts';
import type { FieldError } from '#platform/http/problem.ts';
import type { Language } from '#platform/language.ts';
import { decideTexts } from './decide.text.ts';

export const longestWords = 500;

type Read =
  | { ok: true; outcome: PhotoOutcome; why: PhotoWhy; photoId: string }
  | { ok: false; errors: readonly FieldError[] };

/**
 * What was pressed: `accepted`, `ask:background`, `override:seen-fine`, or `ask` and `override` with what was ticked and
 * written beside them.
 */
export function readDecision(values: FormValues, language: Language): Read {
  const t = decideTexts.for(language);
  const [deed, reason] = formValue(values, 'decision').split(':');
  const photoId = formValue(values, 'photo');
  const field = deed === 'override' ? 'overrideWords' : 'words';
  const words = formValue(values, field).replaceAll('\r\n', '\n').trim();
  if (words.length > longestWords) return { ok: false, errors: [fieldError(field, 'too-long', language)] };
  const isUuid = /^[0-9a-f-]{36}$/.test(photoId);
  if (!isUuid || (deed !== 'accepted' && deed !== 'ask' && deed !== 'override')) {
    return { ok: false, errors: [fieldError('', 'required-choice', language, t('chooseOne'))] };
  }
  if (deed === 'accepted') return { ok: true, outcome: 'accepted', why: { reasons: [], words: null }, photoId };
  const chosen = reason === undefined ? formList(values, 'reasons') : reason.split('+');
  const reasons: (AskReason | OverrideReason)[] =
    deed === 'ask'
      ? askReasons.filter((one) => chosen.includes(one))
      : overrideReasons.filter((one) => reason !== undefined && chosen.includes(one));
  if (words !== '' && reasons.length === 0) reasons.push('other');
  if (reasons.length === 0) return { ok: false, errors: [fieldError(field, 'required', language, t('sayWhy'))] };
  const outcome = deed === 'ask' ? 'another-asked' : 'overridden';
  return { ok: true, outcome, why: { reasons, words: words === '' ? null : words }, photoId };
}
