import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { projectPath } from './root.ts';

/** What `languages/<code>/language.json` says. */
const folderFile = z.strictObject({
  /** as its speakers call it */
  name: z.string().min(1),
  /** how it writes dates, numbers and lists: a BCP 47 tag */
  locale: z.string().refine((tag) => Intl.DateTimeFormat.supportedLocalesOf(tag).length === 1, 'an unknown locale'),
  /** the language of what it has no words for: the offices' own pages, texts that offices write */
  fallback: z.enum(['it', 'en']),
  /** whether somebody who grew up with the language has read the texts */
  checkedByNativeReader: z.boolean(),
});

export interface LanguageFolder extends z.infer<typeof folderFile> {
  /** ISO 639-1, the folder's name */
  readonly code: string;
}

/** The languages that were added as folders, by code. Read once, as the program starts. */
export const languageFolders: ReadonlyMap<string, LanguageFolder> = readFolders();

/** Words of a folder by text and key: `languages/de/booking/summary.json` for the text `booking/summary`. */
export function folderTexts(code: string, id: string): Readonly<Record<string, string>> | undefined {
  return readFolderFile(code, id, z.record(z.string(), z.string()));
}

/** A file of a language's folder, without its ending; undefined where there is none. Fails on one of another shape. */
export function readFolderFile<Schema extends z.ZodType>(
  code: string,
  name: string,
  schema: Schema,
): z.output<Schema> | undefined {
  const file = projectPath('languages', code, `${name}.json`);
  if (!existsSync(file)) return undefined;
  const parsed = schema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.success) throw new Error(`languages/${code}/${name}.json: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

function readFolders(): Map<string, LanguageFolder> {
  const codes = readdirSync(projectPath('languages'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^[a-z]{2,3}$/.test(entry.name))
    .map(({ name }) => name)
    .sort();
  return new Map(
    codes.map((code) => {
      const described = readFolderFile(code, 'language', folderFile);
      if (described === undefined) throw new Error(`languages/${code} has no language.json`);
      return [code, { code, ...described }];
    }),
  );
}
