import { type Offering, officeAt, offeringAt } from '#features/offices/index.ts';
import type { Db } from '#platform/database.ts';
import { notFound } from '#platform/http/problem.ts';

/** The offering an address names, and its office's zone. 404 when there is no such office or it has no such service. */
export async function openService(
  db: Db,
  address: { office: string; service: string },
): Promise<{ offering: Offering; offeringId: number; zone: string }> {
  const office = await officeAt(db, address.office);
  if (office === undefined) throw notFound();
  const offering = await offeringAt(db, office.id, address.service);
  if (offering === undefined) throw notFound();
  return { offering, offeringId: offering.id, zone: office.timeZone };
}
