import { z } from 'zod';

/**
 * A name of a person: one line, spaces put in order. Every script is welcome, with its marks, apostrophes, hyphens and
 * dots, and a digit after a letter, as some registers write; the signs of code are no part of a name, and invisible
 * characters could show it as another.
 */
export function personName(most: number) {
  return z
    .string('required')
    .transform((typed) => typed.replace(/\s+/g, ' ').trim())
    .pipe(z.string().min(1, 'required').max(most, 'too-long').refine(isName, 'name'));
}

function isName(text: string): boolean {
  // Arabic, Hebrew, Persian and Indic names may need joiners and direction marks.
  const visible = text.replace(/[\u200C-\u200F]/g, '');
  return /\p{L}/u.test(visible) && !/[\p{C};<>{}[\]=|\\@#$%^*_+~]/u.test(visible);
}
