import { z } from 'zod';
import type { MunicipalAnswer } from './answer-clearance.ts';

const protocol = z
  .string()
  .trim()
  .max(60, 'too-long')
  .default('')
  .transform((typed) => typed || null);

const reason = z
  .string()
  .default('')
  .transform((typed) => typed.replaceAll('\r\n', '\n').trim())
  .pipe(z.string().max(1000, 'too-long'));

const fields = {
  answer: z.enum(['grant', 'refuse'], 'required-choice'),
  protocol,
  reason,
};

/** An answer as typed by somebody who is logged in. */
export const answerSchema = z.object(fields).transform(withReason);

/** By a link, with the name of who answers. */
export const linkAnswerSchema = z
  .object({ ...fields, name: z.string('required').trim().min(1, 'required').max(120, 'too-long') })
  .transform(({ name, ...typed }, context) => ({ name, answer: withReason(typed, context) }));

function withReason(
  typed: { answer: 'grant' | 'refuse'; protocol: string | null; reason: string },
  context: z.RefinementCtx,
): MunicipalAnswer {
  const { answer, protocol: number, reason: why } = typed;
  if (answer === 'grant') return { answer, protocol: number };
  if (why === '') context.addIssue({ code: 'custom', message: 'reason-required', path: ['reason'] });
  return { answer, protocol: number, reason: why };
}
