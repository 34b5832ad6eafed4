import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '#platform/config.ts';
import { type Head, headInWords, readHead } from './head.ts';

/** Outside the database: who can write there cannot make the end of the log be forgotten. */
function fileOf({ dataFolder }: Pick<Config, 'dataFolder'>): string {
  return join(dataFolder, 'audit-head');
}

/** The last end of the chain that this machine has seen. */
export async function notedHead(config: Pick<Config, 'dataFolder'>): Promise<Head | undefined> {
  const text = await readFile(fileOf(config), 'utf8').catch(() => '');
  return readHead(text);
}

/** Notes an end; a machine without a data folder has the program's log alone. */
export async function noteHead(config: Pick<Config, 'dataFolder'>, head: Head): Promise<void> {
  const file = fileOf(config);
  if (!existsSync(config.dataFolder)) return;
  await writeFile(`${file}.new`, `${headInWords(head)}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
}
