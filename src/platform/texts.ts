import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from './language.ts';

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

const all = new Map<string, Texts<string>>();

/**
 * Words of any page by the page's id and their key, for what speaks of pages: a manual that names a button by what is
 * written on it. Undefined when no page that was loaded has them.
 */
export function wordsOf(id: string, key: string, language: Language): string | undefined {
  const texts = all.get(id);
  return texts?.has(key) ? texts.for(language)(key) : undefined;
}

/**
 * The words of one page or message, as ICU messages, in every written language.
 *
 * @param id path-like name, unique: `booking/choose-time`
 */
export function defineTexts<const It extends Record<string, string>>(
  id: string,
  written: { it: It; en: Record<keyof It, string> },
): Texts<Extract<keyof It, string>> {
  type Key = Extract<keyof It, string>;
  const compiled = new Map<string, IntlMessageFormat>();
  function translate(language: Language, key: Key, values?: TextValues): string {
    const message = written[language][key];
    if (values === undefined && !/[{'#<]/.test(message)) return message;
    const name = `${language} ${key}`;
    let format = compiled.get(name);
    if (format === undefined) {
      format = new IntlMessageFormat(message, language, undefined, { ignoreTag: true });
      compiled.set(name, format);
    }
    return String(format.format(values));
  }
  const byLanguage = {
    it: (key: Key, values?: TextValues) => translate('it', key, values),
    en: (key: Key, values?: TextValues) => translate('en', key, values),
  } satisfies Record<Language, Translate<Key>>;
  const texts: Texts<Key> = {
    id,
    for: (language) => byLanguage[language],
    has: (key): key is Key => Object.hasOwn(written.it, key),
  };
  all.set(id, texts as unknown as Texts<string>);
  return texts;
}
