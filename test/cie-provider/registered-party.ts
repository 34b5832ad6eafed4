import { createLocalJWKSet, decodeJwt, type JSONWebKeySet, jwtVerify } from 'jose';
import { markType, type TestAnchor } from './trust-anchor.ts';

/**
 * How the provider of the tests registers whoever comes: by reading who they say they are, what the anchor says of them,
 * and the anchor's mark. Written apart from the product's own code, so that the two check each other.
 */
export async function registeredParty(
  clientId: string,
  anchor: TestAnchor,
): Promise<Record<string, unknown> | undefined> {
  const own = await read(`${clientId}/.well-known/openid-federation`);
  const statement = await read(`${anchor.entity}/fetch?sub=${encodeURIComponent(clientId)}`);
  if (own === undefined || statement === undefined) return undefined;
  const anchorKeys = createLocalJWKSet({ keys: [anchor.key.publicJwk] });
  const typ = 'entity-statement+jwt';
  const { payload: said } = await jwtVerify(statement, anchorKeys, { issuer: anchor.entity, subject: clientId, typ });
  const memberKeys = createLocalJWKSet(said['jwks'] as JSONWebKeySet);
  const { payload } = await jwtVerify(own, memberKeys, { issuer: clientId, subject: clientId, typ });
  const claims = payload as unknown as {
    authority_hints: string[];
    trust_marks: { id: string; trust_mark: string }[];
    metadata: { openid_relying_party: Record<string, unknown> };
  };
  if (!claims.authority_hints.includes(anchor.entity)) return undefined;
  const mark = claims.trust_marks.find(({ id }) => id === markType)?.trust_mark;
  // Without the mark nobody is a member.
  if (mark === undefined) return undefined;
  await jwtVerify(mark, anchorKeys, { issuer: anchor.entity, subject: clientId });
  const { client_registration_types: types, ...metadata } = claims.metadata.openid_relying_party;
  return Array.isArray(types) && types.includes('automatic') ? metadata : undefined;
}

async function read(address: string): Promise<string | undefined> {
  const response = await fetch(address);
  return response.ok ? response.text() : undefined;
}

/** The parameters of a request as they were signed. */
export function signedRequest(address: string): Record<string, unknown> {
  return decodeJwt(new URL(address).searchParams.get('request') ?? '');
}
