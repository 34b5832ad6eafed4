import { audit } from '#features/audit/index.ts';
import {
  addOffering,
  lockOffering,
  type Offering,
  type Office,
  type OfferingRules,
  saveOffering,
} from '#features/offices/index.ts';
import type { Tx } from '#platform/database.ts';
import { changesOf } from './what-changed.ts';

/** What an audit entry of a service's rules says it is about. */
export function serviceSubject(serviceCode: string): string {
  return `service:${serviceCode}`;
}

/**
 * Changes the rules of a service at an office, and writes down what each was before and is now. `isAsSeen` looks at the
 * offering as it is, with nobody able to change it meanwhile: refused with `changed-meanwhile` when it says no.
 */
export async function changeService(
  tx: Tx,
  request: {
    officeId: number;
    offering: Pick<Offering, 'id' | 'serviceCode'>;
    rules: Partial<OfferingRules>;
    isAsSeen?: (current: Offering) => boolean;
    accountId: number;
    now: Temporal.Instant;
  },
): Promise<{ ok: true; changed: number } | { ok: false; reason: 'changed-meanwhile' }> {
  const { officeId, offering, rules, isAsSeen = () => true, accountId, now } = request;
  const current = await lockOffering(tx, offering.id);
  if (current === undefined || !isAsSeen(current)) return { ok: false, reason: 'changed-meanwhile' };
  const { before, after } = changesOf(current, rules);
  const fields = Object.keys(after);
  if (fields.length === 0) return { ok: true, changed: 0 };
  await saveOffering(tx, { offeringId: offering.id, rules });
  const subject = serviceSubject(offering.serviceCode);
  const detail = { fields, before, after };
  await audit(tx, { at: now, accountId, officeId, action: 'edit-service', subject, detail });
  return { ok: true, changed: fields.length };
}

/** Gives an office a service of the catalogue. */
export async function giveService(
  tx: Tx,
  request: { office: Pick<Office, 'id' | 'kind'>; serviceCode: string; accountId: number; now: Temporal.Instant },
): Promise<{ ok: true } | { ok: false; reason: 'unknown' | 'already' }> {
  const { office, serviceCode, accountId, now } = request;
  const given = await addOffering(tx, { office, serviceCode });
  if (!given.ok) return given;
  const subject = serviceSubject(serviceCode);
  await audit(tx, { at: now, accountId, officeId: office.id, action: 'give-service', subject });
  return { ok: true };
}
