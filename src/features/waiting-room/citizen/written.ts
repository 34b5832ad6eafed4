import { type Language, localeOf } from '#platform/language.ts';

const numbers = new Map<Language, Intl.NumberFormat>();

/** `1.240`: cheaper than a text with a number in it, since it is asked for with each look at a page. */
export function written(count: number, language: Language): string {
  const known = numbers.get(language) ?? new Intl.NumberFormat(localeOf(language), { useGrouping: true });
  numbers.set(language, known);
  return known.format(count);
}
