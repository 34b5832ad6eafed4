import { furtherLanguages, type Language } from '#platform/language.ts';
import { folderTexts } from '#platform/language-folders.ts';

/** A text of the catalogue, or its paragraphs, in the written languages. */
interface Said {
  readonly it: string | readonly string[];
  readonly en: string | readonly string[];
}

/** An entry of the catalogue with what the folders of further languages say of it (`languages/de/services/cie.json`). */
export function inAllLanguages<Entry extends { readonly code: string }>(entry: Entry): Entry {
  const words = new Map(
    furtherLanguages.map((language) => [language, folderTexts(language, `services/${entry.code}`)]),
  );
  // The same entry, with more languages in each of its texts.
  return eachText(entry, [], ({ said, path }) => {
    const further = [...words].flatMap(([language, own]): [Language, string | readonly string[]][] => {
      if (typeof said.it === 'string') return own?.[path] === undefined ? [] : [[language, own[path]]];
      const paragraphs = said.it.map((_, index) => own?.[`${path}.${index}`]);
      return paragraphs.every((paragraph) => paragraph !== undefined) ? [[language, paragraphs]] : [];
    });
    return { ...said, ...Object.fromEntries(further) };
  }) as Entry;
}

/** What a folder says of an entry of the catalogue: key → Italian and English, as `instructions.municipal.0`. */
export function catalogueTexts(entry: object): Map<string, { it: string; en: string }> {
  const texts = new Map<string, { it: string; en: string }>();
  eachText(entry, [], ({ said, path }) => {
    const english = [said.en].flat();
    for (const [index, it] of [said.it].flat().entries())
      texts.set(typeof said.it === 'string' ? path : `${path}.${index}`, { it, en: english[index] ?? '' });
    return said;
  });
  return texts;
}

function eachText(
  value: unknown,
  path: readonly (string | number)[],
  act: (text: { said: Said; path: string }) => unknown,
): unknown {
  if (Array.isArray(value)) return value.map((item, index) => eachText(item, [...path, index], act));
  if (typeof value !== 'object' || value === null) return value;
  if (isSaid(value)) return act({ said: value, path: path.join('.') });
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, eachText(item, [...path, key], act)]));
}

function isSaid(value: object): value is Said {
  return 'it' in value && 'en' in value;
}
