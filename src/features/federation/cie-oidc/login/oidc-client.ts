import type * as OpenIdClient from 'openid-client';
import { loadLater } from '#platform/load-later.ts';
import { jose } from '../jose.ts';
import type { Messages } from './messages.ts';
import type { Parties } from './current-provider.ts';

/** Read with the first login by CIE. */
export const openIdClient = loadLater<typeof OpenIdClient>('openid-client');

/** Clocks of different houses. */
export const clockTolerance = 30;

/** openid-client as our side of the provider: authenticated by a signed assertion, ID tokens verified by its keys. */
export async function oidcClient(
  { provider, own }: Parties,
  { plainHttp, messages, now }: { plainHttp: boolean; messages: Messages; now: Temporal.Instant },
): Promise<OpenIdClient.Configuration> {
  const oidc = openIdClient();
  const { issuer, authorization_endpoint, token_endpoint, revocation_endpoint } = provider.metadata;
  const [key] = own.keys.signing;
  const privateKey = await jose().importJWK(key, 'RS256');
  if (!(privateKey instanceof CryptoKey)) throw new Error('the signing key is no private key');
  const client = new oidc.Configuration(
    { issuer, authorization_endpoint, token_endpoint, revocation_endpoint },
    own.entity,
    { id_token_signed_response_alg: 'RS256', require_auth_time: false, [oidc.clockTolerance]: clockTolerance },
    oidc.PrivateKeyJwt(
      { key: privateKey, kid: key.kid },
      {
        // As the profile of CIE has it: the token endpoint, wherever the assertion is shown.
        [oidc.modifyAssertion]: (_header, payload) => void (payload['aud'] = token_endpoint),
      },
    ),
  );
  client.timeout = 10;
  // What is sent by it is always a form.
  client[oidc.customFetch] = (url, { body, ...options }) =>
    messages.fetch(url, { ...options, body: body instanceof URLSearchParams ? body.toString() : null });
  oidc.enableNonRepudiationChecks(client);
  // Its keys come from its trust chain, never from an address that it names on the way.
  oidc.setJwksCache(client, {
    jwks: structuredClone(provider.keys),
    uat: secondsOf(now),
  });
  if (plainHttp) oidc.allowInsecureRequests(client);
  return client;
}

function secondsOf(now: Temporal.Instant): number {
  return Math.floor(now.epochMilliseconds / 1000);
}
