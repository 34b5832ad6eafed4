import type { FastifyRequest } from 'fastify';
import { audit } from '#features/audit/index.ts';
import { type Offering, offeringAt } from '#features/offices/index.ts';
import type { Tx } from '#platform/database.ts';
import type { Deps } from '#platform/deps.ts';
import { pathPart } from '#platform/http/path.ts';
import { notFound } from '#platform/http/problem.ts';
import { type AtOffice, openOfficeSettings } from '../../at-office.ts';

/** Somebody who administers an office, and one of its services. */
export interface AtOffering extends AtOffice {
  readonly offering: Offering;
}

/** The service of an address at its office, for whoever may change it. */
export async function openOffering(deps: Deps, request: FastifyRequest): Promise<AtOffering> {
  const at = await openOfficeSettings(deps, request);
  const offering = await offeringAt(deps.db, at.office.id, pathPart(request, 'service'));
  if (offering === undefined) throw notFound();
  return { ...at, offering };
}

/** Writes down who changed what a service asks. */
export function noteChange(tx: Tx, at: AtOffering, action: string): Promise<void> {
  const { office, viewer, now, offering } = at;
  const subject = `service:${offering.serviceCode}`;
  return audit(tx, { at: now, accountId: viewer.accountId, officeId: office.id, action, subject });
}
