import { listServices } from '#features/offices/index.ts';
import type { Db } from '#platform/database.ts';
import { plainWord } from '../cells/words.rules.ts';

export interface ServiceWords {
  find(word: string): string | undefined;
}

/** The services of the catalogue, by their codes and names. */
export async function servicesByWord(db: Db): Promise<ServiceWords> {
  const services = await listServices(db);
  const words = new Map<string, string>();
  for (const { code, name } of services) {
    for (const text of Object.values(name)) if (typeof text === 'string') words.set(plainWord(text), code);
  }
  // A code is never another service's name.
  for (const { code } of services) words.set(plainWord(code), code);
  return { find: (word) => words.get(plainWord(word)) };
}
