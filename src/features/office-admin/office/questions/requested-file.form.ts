import { z } from 'zod';
import type { RequestedFile } from '#features/offices/index.ts';
import type { FormValues } from '#platform/http/form.ts';
import { textFields, textOf, textValues } from '../../local-text.form.ts';
import { codeFrom, codeShape } from './asked-code.ts';
import { hintSize, labelSize } from './question.form.ts';

const mebibyte = 1024 * 1024;
export const usualMebibytes = 5;

/** A file an office asks for, as it writes it. */
export function requestedFileSchema(languages: readonly string[]) {
  return z
    .object({
      ...textFields('label', languages, labelSize),
      'label.it': z.string('required').trim().min(1, 'required').max(labelSize, 'too-long'),
      code: z
        .string()
        .default('')
        .transform((text) => text.trim())
        .refine((code) => code === '' || codeShape.test(code), 'code'),
      mandatory: z.enum(['yes', 'no'], 'required-choice').default('no'),
      mebibytes: z
        .string()
        .trim()
        .regex(/^([1-9]|10)$/, 'mebibytes'),
      ...textFields('hint', languages, hintSize),
    })
    .transform((values, context): Omit<RequestedFile, 'id'> => {
      const label = textOf(values, 'label', languages, context);
      return {
        code: values.code || codeFrom(label?.it ?? '', 'documento'),
        label: label ?? { it: '' },
        hint: textOf(values, 'hint', languages, context),
        mandatory: values.mandatory === 'yes',
        maxBytes: Number(values.mebibytes) * mebibyte,
      };
    });
}

/** What the form shows of one. */
export function requestedFileValues(file: RequestedFile): FormValues {
  return {
    code: file.code,
    mandatory: file.mandatory ? 'yes' : 'no',
    mebibytes: String(Math.max(1, Math.round(file.maxBytes / mebibyte))),
    ...textValues('label', file.label),
    ...textValues('hint', file.hint),
  };
}
