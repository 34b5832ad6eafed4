import type { Db, Tx } from '#platform/database.ts';
import { findOffering, type Offering } from './offering.query.ts';
import { findOffice, type Office } from './office.query.ts';

const code = /^[a-z0-9-]{1,80}$/;

/** The code of an office, or of a service, as typed in an address. Anything else is not looked up. */
export function readOfficeCode(typed: string): string | undefined {
  const lower = typed.toLowerCase();
  return code.test(lower) ? lower : undefined;
}

/** The office an address speaks of; undefined when there is none. */
export async function officeAt(db: Db | Tx, typed: string): Promise<Office | undefined> {
  const known = readOfficeCode(typed);
  return known === undefined ? undefined : findOffice(db, known);
}

/** The service of that office an address speaks of; undefined when it has none such. */
export async function offeringAt(db: Db | Tx, officeId: number, typed: string): Promise<Offering | undefined> {
  const known = readOfficeCode(typed);
  return known === undefined ? undefined : findOffering(db, officeId, known);
}
