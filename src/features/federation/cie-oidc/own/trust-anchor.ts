import { jose } from '../jose.ts';
import { z } from 'zod';
import { configurationAddress, readOwnStatement } from '../trust/entity-statement.ts';
import type { FetchDocument } from '../trust/fetch-document.ts';
import { publicKeys } from '../trust/public-keys.ts';
import type { TrustAnchor } from '../trust/trust-chain.ts';

/** Whom we trust, as an administrator has said once: never learned on the way. */
export const trustAnchor = z.object({ entity: z.string(), keys: publicKeys });

/** The keys that a trust anchor publishes, for an administrator to compare with those they were told by other means. */
export async function askTrustAnchor(
  fetchDocument: FetchDocument,
  { entity, now }: { entity: string; now: Temporal.Instant },
): Promise<TrustAnchor> {
  const token = await fetchDocument(configurationAddress(entity));
  const statement = await readOwnStatement(token, { entity, now });
  return { entity, keys: publicKeys.parse(jose().decodeJwt(token)['jwks'] ?? statement.jwks) };
}
