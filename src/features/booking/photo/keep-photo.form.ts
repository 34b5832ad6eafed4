import { z } from 'zod';
import { formList, type FormValues } from '#platform/http/form.ts';
import { declarations, keepReasons, type PhotoSaid } from './said.rules.ts';

/** Why a photo is kept, and what is true of it. */
export const keepPhotoForm = z
  .object({
    person: z.string().optional(),
    proposal: z.string().optional(),
    reason: z.enum(keepReasons, 'needs-reason'),
    words: z
      .string()
      .trim()
      .max(500, 'too-long')
      .optional()
      .transform((words) => words || null),
    headCovered: z.string().optional(),
  })
  .loose()
  .refine(({ reason, words }) => reason !== 'other' || words !== null, { path: ['words'], message: 'needs-words' });

export function keptSaying(
  { reason, words, headCovered }: z.output<typeof keepPhotoForm>,
  values: FormValues,
): PhotoSaid {
  return {
    declared: declarations.filter((one) => formList(values, 'declared').includes(one)),
    headCovered: headCovered === 'yes',
    reason: { kind: reason, words },
  };
}
