import { z } from 'zod';
import type { MassWords } from '#features/booking/index.ts';
import { fieldErrors, type FormValues } from '#platform/http/form.ts';
import type { FieldError } from '#platform/http/problem.ts';
import type { Language, WrittenLanguage } from '#platform/language.ts';
import type { MassPage } from './mass-paths.ts';
import { massReasons, massReasonTexts } from './reasons.text.ts';

export const longest = { subject: 120, text: 2000, more: 500 } as const;

/** What each kind asks for, as forms carry it. */
export const wordFields: Readonly<Record<MassPage, readonly string[]>> = {
  message: ['subjectIt', 'textIt', 'subjectEn', 'textEn'],
  cancel: ['reason', 'moreIt', 'moreEn'],
};

const words = (most: number) =>
  z
    .string()
    .default('')
    .transform((typed) => typed.replaceAll('\r\n', '\n').trim())
    .pipe(z.string().max(most, 'too-long'));
const line = words(longest.subject).refine((typed) => !typed.includes('\n'), 'invalid');

const messageSchema = z
  .object({ subjectIt: line, textIt: words(longest.text), subjectEn: line, textEn: words(longest.text) })
  .superRefine((typed, context) => {
    const needs = (field: keyof typeof typed) => {
      if (typed[field] === '') context.addIssue({ code: 'custom', path: [field], message: 'required' });
    };
    // One language is enough; of a language that was begun both parts are.
    const isEnglish = typed.subjectEn !== '' || typed.textEn !== '';
    if (isEnglish) for (const field of ['subjectEn', 'textEn'] as const) needs(field);
    if (!isEnglish || typed.subjectIt !== '' || typed.textIt !== '')
      for (const field of ['subjectIt', 'textIt'] as const) needs(field);
  });

const cancelSchema = z
  .object({ reason: z.enum(massReasons, 'required-choice'), moreIt: words(longest.more), moreEn: words(longest.more) })
  .superRefine(({ reason, moreIt, moreEn }, context) => {
    if (reason === 'other' && moreIt === '' && moreEn === '')
      context.addIssue({ code: 'custom', path: ['moreIt'], message: 'required' });
  });

export type ReadWords =
  | { readonly ok: true; readonly words: MassWords; readonly missing: WrittenLanguage | undefined }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/**
 * What people are to be told, in each language: who reads one in which nothing was written gets the other, and `missing`
 * says which that is.
 */
export function readWords(page: MassPage, values: FormValues, language: Language): ReadWords {
  return page === 'message' ? readMessage(values, language) : readReason(values, language);
}

function readMessage(values: FormValues, language: Language): ReadWords {
  const parsed = messageSchema.safeParse(values);
  if (!parsed.success) return { ok: false, errors: fieldErrors(parsed.error, language) };
  const { subjectIt, textIt, subjectEn, textEn } = parsed.data;
  const missing = textEn === '' ? 'en' : textIt === '' ? 'it' : undefined;
  return {
    ok: true,
    words: {
      subject: { it: subjectIt || subjectEn, en: subjectEn || subjectIt },
      text: { it: textIt || textEn, en: textEn || textIt },
    },
    missing,
  };
}

function readReason(values: FormValues, language: Language): ReadWords {
  const parsed = cancelSchema.safeParse(values);
  if (!parsed.success) return { ok: false, errors: fieldErrors(parsed.error, language) };
  const { reason, moreIt, moreEn } = parsed.data;
  const more: Record<WrittenLanguage, string> = { it: moreIt || moreEn, en: moreEn || moreIt };
  const inWords = (one: WrittenLanguage): string => {
    const sentence = reason === 'other' ? '' : massReasonTexts.for(one)(reason);
    return [sentence, more[one]].filter((part) => part !== '').join(' ');
  };
  const isMore = moreIt !== '' || moreEn !== '';
  const missing = isMore && moreEn === '' ? 'en' : isMore && moreIt === '' ? 'it' : undefined;
  return { ok: true, words: { subject: { it: '', en: '' }, text: { it: inWords('it'), en: inWords('en') } }, missing };
}
