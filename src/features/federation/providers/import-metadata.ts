import type { Tx } from '#platform/database.ts';
import type { Outcome } from '#platform/transaction.ts';
import type { SamlProfile } from '../saml/profile.ts';
import '../tables.ts';
import { readSignedMetadata, type SignedMetadata } from './signed-metadata.ts';

type Unsigned = Extract<SignedMetadata, { ok: false }>['reason'];

export type ImportOutcome =
  | { ok: true; entityIds: string[] }
  | { ok: false; reason: Unsigned }
  /** signed well, by somebody who is not, or not yet, known to be the federation */
  | { ok: false; reason: 'other-signer'; signer: string };

/**
 * Takes the providers of signed metadata. `signer` is the fingerprint that whoever imports has from the federation. What
 * came from the same address before and is no longer there goes.
 */
export async function importMetadata(
  tx: Tx,
  request: {
    profile: SamlProfile['name'];
    text: string;
    source: string | null;
    signer: string | undefined;
    now: Temporal.Instant;
  },
): Promise<ImportOutcome> {
  const { profile, source, now } = request;
  const read = readSignedMetadata(request.text);
  if (!read.ok) return read;
  if (read.signer !== request.signer) return { ok: false, reason: 'other-signer', signer: read.signer };
  const { signer } = read;
  const entityIds = read.providers.map(({ provider }) => provider.entityId);
  if (source !== null) {
    await tx
      .deleteFrom('identity_provider')
      .where('profile', '=', profile)
      .where('source', '=', source)
      .where('entity_id', 'not in', entityIds)
      .execute();
  }
  for (const { provider, xml } of read.providers) {
    const row = { metadata: xml, source, signer, imported_at: now };
    await tx
      .insertInto('identity_provider')
      .values({ profile, entity_id: provider.entityId, ...row })
      .onConflict((conflict) => conflict.columns(['profile', 'entity_id']).doUpdateSet(row))
      .execute();
  }
  return { ok: true, entityIds };
}

export async function removeProvider(
  tx: Tx,
  { profile, entityId }: { profile: SamlProfile['name']; entityId: string },
): Promise<Outcome<object, 'unknown'>> {
  const { numDeletedRows } = await tx
    .deleteFrom('identity_provider')
    .where('profile', '=', profile)
    .where('entity_id', '=', entityId)
    .executeTakeFirst();
  return numDeletedRows === 0n ? { ok: false, reason: 'unknown' } : { ok: true };
}
