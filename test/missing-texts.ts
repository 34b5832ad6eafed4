import { folderTexts } from '#platform/language-folders.ts';
import { citizenTexts } from '#test/citizen-texts.ts';

// Run by languages.mjs: what a folder of languages/ lacks, each with its Italian and English words.
const [code = ''] = process.argv.slice(2);
const missing: Record<string, Record<string, { it: string; en: string }>> = {};
for (const [id, written] of await citizenTexts()) {
  const own = folderTexts(code, id) ?? {};
  const lacks = Object.entries(written.it).filter(([key]) => !own[key]?.trim());
  if (lacks.length === 0) continue;
  missing[id] = Object.fromEntries(lacks.map(([key, it]) => [key, { it, en: written.en[key] ?? '' }]));
}
process.stdout.write(`${JSON.stringify(missing, null, 2)}\n`);
