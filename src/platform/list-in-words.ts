import { type Language, type LocalText, localeOf, localText } from './language.ts';

/** `Scozia, Galles e Irlanda del Nord` */
export function listInWords(texts: readonly LocalText[], language: Language): string {
  return new Intl.ListFormat(localeOf(language)).format(texts.map((text) => localText(text, language)));
}
