import { createServer } from 'node:http';
import { keepCieMembership, makeCieKeys } from '#features/federation/index.ts';
import type { Deps } from '#platform/deps.ts';
import { closed, listening, markType, type TestAnchor } from './trust-anchor.ts';

/** A port that was free a moment ago: the federation must know our address before we listen there. */
export async function freeAddress(): Promise<string> {
  const server = createServer();
  const address = await listening(server);
  await closed(server);
  return address;
}

/** Makes the product a member of the anchor's federation, as an administrator does it by the commands. */
export async function joinFederation(deps: Deps, anchor: TestAnchor, more: { mark?: boolean } = {}): Promise<void> {
  const entity = deps.config.publicUrl;
  const now = deps.clock.now();
  const keys = await makeCieKeys(2048);
  const [{ kty, kid, n, e }] = keys.federation;
  anchor.register(entity, { keys: [{ kty, kid, n, e }] });
  await keepCieMembership(deps.db, deps, { part: 'keys', content: keys, now });
  const content = { entity: anchor.entity, keys: { keys: [anchor.key.publicJwk as { kty: string }] } };
  await keepCieMembership(deps.db, deps, { part: 'trust-anchor', content, now });
  const token = await anchor.trustMark(entity);
  const marks = [{ type: markType, issuer: anchor.entity, expiresAt: null, token }];
  await keepCieMembership(deps.db, deps, { part: 'trust-marks', content: more.mark === false ? [] : marks, now });
}
