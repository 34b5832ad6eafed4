import { z } from 'zod';
import type { FormValues } from '#platform/http/form.ts';
import type { LocalText } from '#platform/language.ts';

/** Italian and English, then the further languages an office speaks. */
export function textLanguages(spoken: readonly string[]): readonly string[] {
  return [...new Set(['it', 'en', ...spoken])];
}

/** The fields of a text in several languages, `notice.it`, each up to so many characters. */
export function textFields(name: string, languages: readonly string[], max: number) {
  const field = z
    .string()
    .default('')
    .transform((typed) => typed.replace(/\r\n?/g, '\n').trim())
    .pipe(z.string().max(max, 'too-long'));
  return Object.fromEntries(languages.map((language) => [`${name}.${language}`, field]));
}

/** The text that such fields hold: null when all are empty. Italian comes first: it is shown where another is missing. */
export function textOf(
  values: Readonly<Record<string, unknown>>,
  name: string,
  languages: readonly string[],
  context: z.RefinementCtx,
): LocalText | null {
  const written = Object.fromEntries(
    languages.flatMap((language) => {
      const text = values[`${name}.${language}`];
      return typeof text === 'string' && text !== '' ? [[language, text]] : [];
    }),
  );
  const { it, ...others } = written;
  if (it !== undefined) return { it, ...others };
  if (Object.keys(others).length > 0) {
    context.addIssue({ code: 'custom', message: 'italian-first', path: [`${name}.it`] });
  }
  return null;
}

/** What the fields show of a text that is there. */
export function textValues(name: string, text: LocalText | null): FormValues {
  return Object.fromEntries(Object.entries(text ?? {}).map(([language, words]) => [`${name}.${language}`, words]));
}
