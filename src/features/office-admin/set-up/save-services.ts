import { listOfferings, listServices, type Office } from '#features/offices/index.ts';
import type { Tx } from '#platform/database.ts';
import { changeService, giveService } from '../change-service.ts';

/**
 * Makes an office offer just these services of the catalogue: what it has not is given to it, what it has is switched on
 * or off. `unknown`: one of them is not for offices of its kind.
 */
export async function saveServices(
  tx: Tx,
  request: {
    office: Pick<Office, 'id' | 'kind'>;
    services: readonly string[];
    accountId: number;
    now: Temporal.Instant;
  },
): Promise<{ ok: true } | { ok: false; reason: 'unknown' }> {
  const { office, services, accountId, now } = request;
  const catalogue = (await listServices(tx)).filter(({ kinds }) => kinds.includes(office.kind));
  if (services.some((code) => !catalogue.some((known) => known.code === code))) return { ok: false, reason: 'unknown' };
  const there = await listOfferings(tx, office.id);
  for (const serviceCode of services) {
    if (!there.some((offering) => offering.serviceCode === serviceCode)) {
      await giveService(tx, { office, serviceCode, accountId, now });
    }
  }
  for (const offering of await listOfferings(tx, office.id)) {
    const active = services.includes(offering.serviceCode);
    if (active !== offering.active) {
      await changeService(tx, { officeId: office.id, offering, rules: { active }, accountId, now });
    }
  }
  return { ok: true };
}
