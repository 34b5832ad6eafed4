import { createHash } from 'node:crypto';
import { decodeJwt, type JWTPayload, SignJWT } from 'jose';
import type { FederationKey } from './federation-key.ts';

/** What somebody in the provider's place would send instead. */
export interface Forged {
  idToken?(claims: JWTPayload): JWTPayload;
  /** signs ID tokens in place of the provider's own, under its name */
  readonly key?: FederationKey;
  /** the answer about the person, in place of the encrypted one */
  userInfo?(encrypted: string, claims: JWTPayload): string | Promise<string>;
}

/** Completes ID tokens by the hash of the access token, which the profile of CIE asks for and oidc-provider leaves out. */
export async function asCieAnswers(
  context: { path: string; body: unknown },
  { key, forged = {} }: { key: FederationKey; forged: Forged | undefined },
): Promise<void> {
  if (context.path === '/token') {
    const body = context.body as { id_token?: string; access_token: string };
    if (body.id_token === undefined) return;
    const hash = createHash('sha256').update(body.access_token).digest().subarray(0, 16).toString('base64url');
    const claims = { ...decodeJwt(body.id_token), at_hash: hash };
    const token = new SignJWT(forged.idToken?.(claims) ?? claims).setProtectedHeader({ alg: 'RS256', kid: key.kid });
    context.body = { ...body, id_token: await token.sign((forged.key ?? key).privateJwk) };
  }
  if (context.path === '/me' && forged.userInfo) {
    context.body = await forged.userInfo(String(context.body), { iat: Math.floor(Date.now() / 1000) });
  }
}
