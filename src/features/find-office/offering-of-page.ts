import type { Db } from '#platform/database.ts';
import {
  findOffering,
  findService,
  type Offering,
  type Office,
  readOfficeCode,
  type Service,
} from '#features/offices/index.ts';

/** The service an address speaks of, at an office of the right kind; `offering` where the office has opened it. */
export async function findServiceAt(
  db: Db,
  office: Office,
  typed: string,
): Promise<{ service: Service; offering: Offering | undefined } | undefined> {
  const code = readOfficeCode(typed);
  if (code === undefined) return undefined;
  const [service, offering] = await Promise.all([findService(db, code), findOffering(db, office.id, code)]);
  if (!service || (!offering && !service.kinds.includes(office.kind))) return undefined;
  return { service, offering };
}
