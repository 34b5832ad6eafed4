import { audit } from '#features/audit/index.ts';
import { addOffering, type Offering, type Office, type OfferingRules, saveOffering } from '#features/offices/index.ts';
import type { Tx } from '#platform/database.ts';

/** Changes the rules of a service at an office, and writes down which. */
export async function changeService(
  tx: Tx,
  request: {
    officeId: number;
    offering: Offering;
    rules: Partial<OfferingRules>;
    accountId: number;
    now: Temporal.Instant;
  },
): Promise<{ ok: true }> {
  const { officeId, offering, rules, accountId, now } = request;
  await saveOffering(tx, { offeringId: offering.id, rules });
  const { instructions: _words, ...figures } = rules;
  const detail = { fields: Object.keys(rules), ...figures };
  const subject = `service:${offering.serviceCode}`;
  await audit(tx, { at: now, accountId, officeId, action: 'edit-service', subject, detail });
  return { ok: true };
}

/** Gives an office a service of the catalogue. */
export async function giveService(
  tx: Tx,
  request: { office: Pick<Office, 'id' | 'kind'>; serviceCode: string; accountId: number; now: Temporal.Instant },
): Promise<{ ok: true } | { ok: false; reason: 'unknown' | 'already' }> {
  const { office, serviceCode, accountId, now } = request;
  const given = await addOffering(tx, { office, serviceCode });
  if (!given.ok) return given;
  const subject = `service:${serviceCode}`;
  await audit(tx, { at: now, accountId, officeId: office.id, action: 'give-service', subject });
  return { ok: true };
}
