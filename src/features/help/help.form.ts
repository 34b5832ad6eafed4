import { z } from 'zod';
import { emailField } from '#features/identity/index.ts';
import { longestText } from './help.rules.ts';

const typed = z
  .string()
  .default('')
  .transform((text) => text.replaceAll('\r\n', '\n').trim());

const text = typed.pipe(z.string().min(1, 'text-required').max(longestText, 'too-long'));
const page = typed.pipe(z.string().max(200).catch(''));

/** Somebody who is logged in need not say where answers go. */
export const askSchema = (isKnown: boolean) =>
  z.object({
    to: z.string({ error: 'to-required' }).regex(/^(site|[a-z0-9-]{1,80})$/, 'to-required'),
    from: page,
    email: isKnown
      ? z
          .string()
          .optional()
          .transform(() => undefined)
      : typed.pipe(emailField),
    text,
  });

export const replySchema = z.object({ text });

export const answerSchema = z.object({
  text,
  close: z
    .literal('yes')
    .optional()
    .transform((value) => value === 'yes'),
});
