import type { Db } from '#platform/database.ts';
import { findOffice, type Office } from '#features/offices/index.ts';
import { readCode } from '../addresses.ts';

/** The office an address speaks of; undefined when there is none. */
export async function findOfficeOfPage(db: Db, typed: string): Promise<Office | undefined> {
  const code = readCode(typed);
  return code === undefined ? undefined : findOffice(db, code);
}
