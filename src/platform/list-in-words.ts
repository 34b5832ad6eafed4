import { type Language, type LocalText, locales, localText } from './language.ts';

/** `Scozia, Galles e Irlanda del Nord` */
export function listInWords(texts: readonly LocalText[], language: Language): string {
  return new Intl.ListFormat(locales[language]).format(texts.map((text) => localText(text, language)));
}
