import { createHash, timingSafeEqual } from 'node:crypto';
import type { ProvedLogin } from '#features/identity/index.ts';
import { oidcPaths } from '../own/entity-configuration.ts';
import { levelOf } from './level.ts';
import type { Parties } from './current-provider.ts';
import type { Messages } from './messages.ts';
import { clockTolerance, oidcClient, openIdClient } from './oidc-client.ts';
import type { PendingRequest } from './pending-request.ts';
import { readPerson } from './person-claims.ts';
import { userInfo } from './user-info.ts';

export interface ProvedByCode {
  readonly proved: ProvedLogin;
  readonly accessToken: string;
  readonly expiresAt: Temporal.Instant;
}

/** The provider proved less than was asked. */
export class LevelTooLow extends Error {}

/**
 * Exchanges the code that the browser brought back, and believes what comes only when every check passes: state, issuer,
 * signature, audience, nonce, times and access token hash of the ID token, level, and the details of the same person.
 * @throws LevelTooLow, or anything else that is wrong
 */
export async function proveByCode(
  parties: Parties,
  answer: {
    query: Record<string, string>;
    state: string;
    pending: PendingRequest;
    plainHttp: boolean;
    messages: Messages;
    now: Temporal.Instant;
  },
): Promise<ProvedByCode> {
  const { query, state, pending, messages, now } = answer;
  const { issuer } = parties.provider.metadata;
  const client = await oidcClient(parties, answer);
  const came = new URL(`${parties.own.publicUrl}${oidcPaths.callback}`);
  for (const [name, value] of Object.entries(query)) came.searchParams.set(name, value);
  const tokens = await openIdClient().authorizationCodeGrant(client, came, {
    pkceCodeVerifier: pending.verifier,
    expectedNonce: pending.nonce,
    expectedState: state,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (claims === undefined) throw new Error('no ID token came');
  checkTokenHash(claims['at_hash'], tokens.access_token);
  if (claims.iat > now.epochMilliseconds / 1000 + clockTolerance) throw new Error('the ID token is of the future');
  const level = levelOf(claims['acr']);
  if (level === undefined || level < pending.level)
    throw new LevelTooLow(`level ${level ?? 'unknown'} for ${pending.level}`);
  const accessToken = tokens.access_token;
  const person = readPerson(await userInfo(parties, { accessToken, subject: claims.sub, messages, now }));
  const seconds = Math.min(tokens.expires_in ?? mostSeconds, mostSeconds);
  return {
    proved: { scheme: 'cie', provider: issuer, subject: person.codiceFiscale, level, person },
    accessToken,
    expiresAt: now.add({ seconds }),
  };
}

/** A session of ours lasts no longer. */
const mostSeconds = 12 * 3600;

/** The access token was made together with the ID token: half a hash of it stands there (OpenID Connect Core, 3.1.3.6). */
function checkTokenHash(given: unknown, accessToken: string): void {
  const expected = createHash('sha256').update(accessToken).digest().subarray(0, 16);
  const came = Buffer.from(typeof given === 'string' ? given : '', 'base64url');
  if (came.length !== expected.length || !timingSafeEqual(came, expected)) throw new Error('at_hash does not match');
}
