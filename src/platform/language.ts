import { languageFolders } from './language-folders.ts';

/** Languages every text is written in, beside the code. */
export const writtenLanguages = ['it', 'en'] as const;

export type WrittenLanguage = (typeof writtenLanguages)[number];

declare const added: unique symbol;
/** A language of a folder in `languages/`: what citizens read, not the offices' own pages. */
export type AddedLanguage = string & { readonly [added]: true };

/** A language the site can be shown in. */
export type Language = WrittenLanguage | AddedLanguage;

export const languages: readonly Language[] = [
  ...writtenLanguages,
  ...([...languageFolders.keys()] as AddedLanguage[]),
];

export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}

export function isWritten(language: Language): language is WrittenLanguage {
  return writtenLanguages.some((written) => written === language);
}

/** Those that were added as folders. */
export const furtherLanguages: readonly AddedLanguage[] = languages.filter(
  (language): language is AddedLanguage => !isWritten(language),
);

/** The language itself, or the one its readers get where nobody wrote in theirs. */
export function writtenFor(language: Language): WrittenLanguage {
  return isWritten(language) ? language : (languageFolders.get(language)?.fallback ?? 'it');
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

const written: Record<WrittenLanguage, { locale: string; name: string }> = {
  it: { locale: 'it-IT', name: 'Italiano' },
  en: { locale: 'en-GB', name: 'English' },
};

/** How a language writes dates, numbers and lists, as a BCP 47 tag: English as in Britain. */
export function localeOf(language: Language): string {
  return isWritten(language) ? written[language].locale : (languageFolders.get(language)?.locale ?? 'it-IT');
}

/** What its speakers call a language of the site: `Deutsch`. */
export function languageName(language: Language): string {
  return isWritten(language) ? written[language].name : (languageFolders.get(language)?.name ?? language);
}

/** A text kept in the database, by language: Italian always, others where somebody wrote them. */
export type LocalText = { readonly it: string; readonly en?: string };

/** The text in the reader's language; else in the one that stands in for it, or in Italian. */
export function localText(text: LocalText, language: Language): string {
  const known: Readonly<Record<string, string | undefined>> = text;
  return known[language] || text[writtenFor(language)] || text.it;
}

/** Paragraphs kept in the database, by language. */
export type LocalParagraphs = { readonly it: readonly string[]; readonly en?: readonly string[] };

/** The paragraphs in the reader's language, or in the one that stands in for it; none when nobody wrote any. */
export function localParagraphs(text: LocalParagraphs | null | undefined, language: Language): readonly string[] {
  const known: Readonly<Record<string, readonly string[] | undefined>> = text ?? {};
  return known[language] ?? known[writtenFor(language)] ?? text?.it ?? [];
}
