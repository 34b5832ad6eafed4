import { z } from 'zod';
import type { Finding } from '../../examine-booking.ts';
import { fieldError, type FormValues, formList, formValue } from '#platform/http/form.ts';
import type { FieldError } from '#platform/http/problem.ts';
import type { Language, LocalText } from '#platform/language.ts';
import { typedDateSchema } from '#ui/fields/typed-date.ts';
import { examineTexts } from './examine.text.ts';

export const longestNote = 1000;

const words = z
  .string()
  .transform((text) => text.replaceAll('\r\n', '\n').trim())
  .pipe(z.string().max(longestNote, 'too-long'));

type Read = { ok: true; finding: Finding } | { ok: false; errors: FieldError[] };

/** What was found, as sent; `items` is what could be ticked, by its place. */
export function readFinding(
  values: FormValues,
  { items, language }: { items: readonly LocalText[]; language: Language },
): Read {
  const t = examineTexts.for(language);
  switch (formValue(values, 'outcome')) {
    case 'fine':
      return { ok: true, finding: { outcome: 'fine', giveBack: formValue(values, 'giveBack') === 'yes' } };
    case 'to-regularise':
      return readMissing(values, items, language);
    case 'rejected': {
      const reason = words.safeParse(formValue(values, 'reason'));
      if (!reason.success) return { ok: false, errors: [fieldError('reason', 'too-long', language)] };
      if (reason.data === '') {
        return { ok: false, errors: [fieldError('reason', 'required', language, t('reasonRequired'))] };
      }
      return { ok: true, finding: { outcome: 'rejected', reason: reason.data } };
    }
    default:
      return { ok: false, errors: [fieldError('outcome', 'required-choice', language)] };
  }
}

function readMissing(values: FormValues, items: readonly LocalText[], language: Language): Read {
  const t = examineTexts.for(language);
  const errors: FieldError[] = [];
  const chosen = formList(values, 'missing')
    .map((place) => items[Number(place)])
    .filter((item) => item !== undefined);
  const [it, en] = (['noteIt', 'noteEn'] as const).map((field) => {
    const read = words.safeParse(formValue(values, field));
    if (!read.success) errors.push(fieldError(field, 'too-long', language));
    return read.success ? read.data : '';
  });
  const by = typedDateSchema.safeParse(formValue(values, 'by'));
  if (!by.success) {
    const reason = by.error.issues[0]?.message ?? 'date';
    errors.push(fieldError('by', reason, language));
  }
  if (errors.length === 0 && chosen.length === 0 && !it && !en) {
    errors.push(fieldError('missing', 'required', language, t('missingRequired')));
  }
  if (errors.length > 0 || !by.success) return { ok: false, errors };
  // What was written in one language only is read in that one by everybody.
  const italian = it || en;
  const note = italian ? { it: italian, ...(en ? { en } : {}) } : null;
  return { ok: true, finding: { outcome: 'to-regularise', missing: { items: chosen, note }, by: by.data } };
}
