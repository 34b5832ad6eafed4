import { createHash, randomBytes } from 'node:crypto';
import { jose } from '../jose.ts';
import { oidcPaths, seconds } from '../own/entity-configuration.ts';
import { fiscalNumberClaim } from './person-claims.ts';
import type { Parties } from './current-provider.ts';
import { acrOf, type Level } from './level.ts';

export interface AuthorizationRequest {
  /** where the browser goes */
  readonly address: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** the signed request */
  readonly request: string;
}

/** The browser has to carry it to the provider at once. */
const goodFor = Temporal.Duration.from({ minutes: 5 });

/** Random, of letters and digits alone, as the federation asks. */
const random = (): string => randomBytes(32).toString('hex');

/** Only what an appointment needs of a person. */
const claims = {
  userinfo: {
    given_name: { essential: true },
    family_name: { essential: true },
    birthdate: { essential: true },
    [fiscalNumberClaim]: { essential: true },
    email: null,
    email_verified: null,
  },
};

/** What we ask of the provider, in a signed object; outside it only what its profile wants to see there, too. */
export async function authorizationRequest(
  { provider, own }: Parties,
  { level, language, now }: { level: Level; language: string; now: Temporal.Instant },
): Promise<AuthorizationRequest> {
  const state = random();
  const nonce = random();
  const verifier = randomBytes(48).toString('base64url');
  const plain = {
    client_id: own.entity,
    response_type: 'code',
    scope: 'openid',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  };
  const [key] = own.keys.signing;
  const request = await new (jose().SignJWT)({
    ...plain,
    redirect_uri: `${own.publicUrl}${oidcPaths.callback}`,
    acr_values: acrOf(level),
    // Above the first level nobody is let in by a session that somebody left open at the provider.
    prompt: level === 1 ? 'consent' : 'consent login',
    ui_locales: language,
    claims,
    state,
    nonce,
  })
    .setProtectedHeader({ alg: 'RS256', kid: key.kid, typ: 'JWT' })
    .setIssuer(own.entity)
    .setAudience(provider.metadata.issuer)
    .setIssuedAt(seconds(now))
    .setExpirationTime(seconds(now.add(goodFor)))
    .setJti(random())
    .sign(key);
  const address = new URL(provider.metadata.authorization_endpoint);
  for (const [name, value] of Object.entries({ ...plain, request })) address.searchParams.set(name, value);
  return { address: address.href, state, nonce, verifier, request };
}
