import { z } from 'zod';

/** A text of several lines that must say something, of so many characters as people count them. */
export function writtenText(most: number) {
  return z
    .string('required')
    .transform((typed) => typed.replaceAll('\r\n', '\n').replaceAll('\0', '').trim())
    .pipe(
      z
        .string()
        .min(1, 'required')
        .refine((text) => [...text].length <= most, 'too-long'),
    );
}
