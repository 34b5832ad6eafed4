import { globSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { languageFolders, folderTexts } from '#platform/language-folders.ts';
import { projectPath } from '#platform/root.ts';
import { citizenTexts } from './citizen-texts.ts';

const texts = await citizenTexts();

describe('what citizens read', () => {
  it('is found', () => {
    expect(texts.size).toBeGreaterThan(100);
  });

  it.each([...languageFolders.keys()])(
    'is there in %s, with the same values in each sentence, and nothing else',
    (code) => {
      const faults: string[] = [];
      for (const [id, written] of texts) {
        const own = folderTexts(code, id) ?? {};
        for (const [key, italian] of Object.entries(written.it)) {
          const words = own[key];
          if (words === undefined || words.trim() === '') faults.push(`${id} lacks ${key}`);
          else if (valuesIn(words, `${code} ${id} ${key}`) !== valuesIn(italian, id))
            faults.push(`${id} ${key} takes ${valuesIn(words, id)}, not ${valuesIn(italian, id)}`);
        }
        for (const key of Object.keys(own))
          if (!(key in written.it)) faults.push(`${id} has ${key}, which nobody says`);
      }
      const files = globSync('**/*.json', { cwd: projectPath('languages', code) }).map((file) => file.slice(0, -5));
      const others = files.filter((file) => file !== 'language' && !texts.has(file));
      expect([...faults, ...others.map((file) => `${file}.json belongs to no text`)]).toEqual([]);
    },
  );
});

/** The values a message takes, in words to compare: `count, name`. */
function valuesIn(message: string, where: string): string {
  const names = new Set<string>();
  const collect = (parts: readonly Part[]): void => {
    for (const part of parts) {
      // 0 is plain words, 7 the # of a plural.
      if (part.type !== 0 && part.type !== 7 && part.value !== undefined) names.add(part.value);
      for (const option of Object.values(part.options ?? {})) collect(option.value);
    }
  };
  try {
    collect(new IntlMessageFormat(message, 'it', undefined, { ignoreTag: true }).getAst());
  } catch (error) {
    return `nothing, as ${where} cannot be read: ${String(error)}`;
  }
  return [...names].sort().join(', ');
}

interface Part {
  readonly type: number;
  readonly value?: string;
  readonly options?: Readonly<Record<string, { readonly value: readonly Part[] }>>;
}
