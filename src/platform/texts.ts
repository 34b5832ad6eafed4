import { IntlMessageFormat } from 'intl-messageformat';
import { isWritten, type Language, localeOf, type WrittenLanguage, writtenFor } from './language.ts';
import { folderTexts } from './language-folders.ts';

/** Values an ICU message may take. Instants and plain dates are formatted before, with `#platform/dates.ts`. */
export type TextValues = Record<string, string | number>;

export type Translate<Key extends string> = (key: Key, values?: TextValues) => string;

export interface Texts<Key extends string> {
  readonly id: string;
  /** The function that gives the words in one language. */
  for(language: Language): Translate<Key>;
  /** Whether there are words for a name that comes from elsewhere. */
  has(key: string): key is Key;
}

/** A text's words as they stand beside the code. */
export type Written = Readonly<Record<WrittenLanguage, Readonly<Record<string, string>>>>;

const all = new Map<string, { texts: Texts<string>; written: Written }>();

/** The written words of a text of any page that was loaded: what a further language is compared with. */
export function writtenWords(id: string): Written | undefined {
  return all.get(id)?.written;
}

/**
 * Words of any page by the page's id and their key, for what speaks of pages: a manual that names a button by what is
 * written on it. Undefined when no page that was loaded has them.
 */
export function wordsOf(id: string, key: string, language: Language): string | undefined {
  const texts = all.get(id)?.texts;
  return texts?.has(key) ? texts.for(language)(key) : undefined;
}

/**
 * The words of one page or message, as ICU messages, in every written language. Further languages are files by the same
 * id (`languages/de/booking/choose-time.json`), read as they are first asked for; what they lack is said in the language
 * that stands in for them.
 *
 * @param id path-like name, unique: `booking/choose-time`
 */
export function defineTexts<const It extends Record<string, string>>(
  id: string,
  written: { it: It; en: Record<keyof It, string> },
): Texts<Extract<keyof It, string>> {
  type Key = Extract<keyof It, string>;
  const compiled = new Map<string, IntlMessageFormat>();
  function translate(language: Language, added: Readonly<Record<string, string>> | undefined): Translate<Key> {
    return (key, values) => {
      const own = isWritten(language) ? undefined : added?.[key];
      const message = own ?? written[writtenFor(language)][key];
      if (values === undefined && !/[{'#<]/.test(message)) return message;
      const name = `${language} ${key}`;
      let format = compiled.get(name);
      if (format === undefined) {
        const locale = localeOf(own === undefined ? writtenFor(language) : language);
        format = new IntlMessageFormat(message, locale, undefined, { ignoreTag: true });
        compiled.set(name, format);
      }
      return String(format.format(values));
    };
  }
  const byLanguage = new Map<Language, Translate<Key>>();
  const texts: Texts<Key> = {
    id,
    for(language) {
      let found = byLanguage.get(language);
      if (found === undefined) {
        found = translate(language, isWritten(language) ? undefined : folderTexts(language, id));
        byLanguage.set(language, found);
      }
      return found;
    },
    has: (key): key is Key => Object.hasOwn(written.it, key),
  };
  all.set(id, { texts: texts as unknown as Texts<string>, written });
  return texts;
}
