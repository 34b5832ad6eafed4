import { globSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { catalogueTexts, readCatalogue } from '#features/offices/index.ts';
import { projectPath, projectRoot } from '#platform/root.ts';
import { type Written, writtenWords } from '#platform/texts.ts';

/** Whose pages are in Italian and English alone: offices, the network, operators' API, the demo set, the command line. */
const forOffices =
  /(^|\/)(office|network|front-desk|office-admin|demo|moving-in|commands|roles|audit)\/|planner\/api\/|ui\/frame\/(office-|network-)/;

/** The texts that citizens read, by id, and the catalogue's, in Italian and English: what every further language must have. */
export async function citizenTexts(): Promise<Map<string, Written>> {
  const texts = new Map<string, Written>();
  for (const file of globSync('src/**/*.{ts,tsx}', { cwd: projectRoot })) {
    if (/\.test\.tsx?$/.test(file)) continue;
    const isForCitizens = file.includes('/citizen/') || !forOffices.test(file);
    if (!isForCitizens) continue;
    const ids = [...readFileSync(projectPath(file), 'utf8').matchAll(/\bdefineTexts\(\s*'([^']+)'/g)];
    if (ids.length === 0) continue;
    await import(pathToFileURL(projectPath(file)).href);
    for (const [, id = ''] of ids) {
      const words = writtenWords(id);
      if (words === undefined) throw new Error(`${file} defines no text ${id} as it is loaded`);
      texts.set(id, words);
    }
  }
  for (const entry of readCatalogue()) {
    const words = [...catalogueTexts(entry)];
    const inLanguage = (language: 'it' | 'en') => Object.fromEntries(words.map(([key, said]) => [key, said[language]]));
    texts.set(`services/${entry.code}`, { it: inLanguage('it'), en: inLanguage('en') });
  }
  return texts;
}
