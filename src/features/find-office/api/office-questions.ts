import { z } from 'zod';
import type { Question, RequestedFile } from '#features/offices/index.ts';
import { type Language, type LocalText, localText } from '#platform/language.ts';

/** What an office asks of whoever books a service, beyond people's data. */
export const questionAnswer = z.object({
  code: z.string().describe('answers are sent under it, as people[].answers.<code>'),
  askedOf: z.array(z.enum(['applicant', 'companion'])).describe('the first person, and each of the others'),
  control: z.enum(['text', 'date', 'choice']),
  label: z.string(),
  hint: z.string().nullable(),
  mandatory: z.boolean(),
  maxLength: z.int().nullable().describe('characters of a text'),
  pattern: z.string().nullable().describe('regular expression for the whole of a text'),
  options: z.array(z.object({ code: z.string(), label: z.string() })).describe('of a choice: its codes are sent'),
});

export const requestedFileAnswer = z.object({
  code: z.string().describe('the part of the form that carries it'),
  label: z.string(),
  hint: z.string().nullable(),
  mandatory: z.boolean(),
  maxBytes: z.int(),
});

export function describeQuestion(question: Question, language: Language): z.input<typeof questionAnswer> {
  const { code, askedOf, control, mandatory, maxLength, pattern, options } = question;
  return {
    code,
    askedOf: [...askedOf],
    control,
    label: localText(question.label, language),
    hint: words(question.hint, language),
    mandatory,
    maxLength: control === 'text' ? maxLength : null,
    pattern,
    options: options.map((option) => ({ code: option.code, label: localText(option.label, language) })),
  };
}

export function describeRequestedFile(file: RequestedFile, language: Language): z.input<typeof requestedFileAnswer> {
  const { code, label, hint, mandatory, maxBytes } = file;
  return { code, label: localText(label, language), hint: words(hint, language), mandatory, maxBytes };
}

function words(text: LocalText | null, language: Language): string | null {
  return text && localText(text, language);
}
