import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';

/** A key of somebody in the federation, made for one test run. */
export interface FederationKey {
  readonly kid: string;
  readonly privateJwk: JWK;
  readonly publicJwk: JWK;
}

export async function federationKey(): Promise<FederationKey> {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { modulusLength: 2048, extractable: true });
  const publicPart = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(publicPart);
  const more = { kid, alg: 'RS256', use: 'sig' };
  return { kid, publicJwk: { ...publicPart, ...more }, privateJwk: { ...(await exportJWK(privateKey)), ...more } };
}

export interface StatementClaims {
  readonly iss: string;
  readonly sub: string;
  readonly [claim: string]: unknown;
}

/** Signs what an entity says of itself or of another: good for an hour from `now`, in seconds. */
export async function signStatement(
  claims: StatementClaims,
  key: FederationKey,
  more: { now: number; typ?: string },
): Promise<string> {
  return new SignJWT({ iat: more.now, exp: more.now + 3600, ...claims })
    .setProtectedHeader({ alg: 'RS256', kid: key.kid, typ: more.typ ?? 'entity-statement+jwt' })
    .sign(key.privateJwk);
}
