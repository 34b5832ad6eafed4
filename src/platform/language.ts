/** Languages every text is written in; one more is one more object in each file of texts (CONTRIBUTING.md). */
export const writtenLanguages = ['it', 'en'] as const;

export type WrittenLanguage = (typeof writtenLanguages)[number];

/** A language the site can be shown in. */
export type Language = WrittenLanguage;

export const languages: readonly Language[] = writtenLanguages;

export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}

/** A language as it was kept or sent; Italian when it is none of ours. */
export function languageOrItalian(text: unknown): Language {
  return isLanguage(text) ? text : 'it';
}

/** The best language for an Accept-Language header; Italian when nothing fits. */
export function negotiateLanguage(header: string | undefined): Language {
  const wishes = (header ?? '').split(',').map((part, index) => {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const quality = parameters.find((parameter) => parameter.trim().startsWith('q='));
    return { language: tag.split('-')[0], weight: quality ? Number(quality.trim().slice(2)) || 0 : 1, index };
  });
  wishes.sort((a, b) => b.weight - a.weight || a.index - b.index);
  return wishes.map((wish) => wish.language).find(isLanguage) ?? 'it';
}

/** How each language writes dates and lists: English as in Britain. */
export const locales: Record<Language, string> = { it: 'it-IT', en: 'en-GB' };

/** A text kept in the database, by language. */
export type LocalText = { readonly it: string; readonly en?: string };

/** The text in the reader's language, or in Italian where it has not been written. */
export function localText(text: LocalText, language: Language): string {
  return text[language] ?? text.it;
}
