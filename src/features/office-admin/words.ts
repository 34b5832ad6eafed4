import type { Language } from '#platform/language.ts';
import type { Texts } from '#platform/texts.ts';

/** A page's own words for what is wrong with a field, by reason; nothing where the shared words do. */
export function faultWords<Key extends string>(faults: Texts<Key>, language: Language) {
  const t = faults.for(language);
  return (reason: string): string | undefined => (faults.has(reason) ? t(reason) : undefined);
}

/** A language's name, in the reader's language, with a capital. */
export function languageName(code: string, language: Language): string {
  const name = new Intl.DisplayNames(language, { type: 'language' }).of(code) ?? code;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
