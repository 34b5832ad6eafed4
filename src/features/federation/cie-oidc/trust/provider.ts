import type { JSONWebKeySet } from 'jose';
import { jose } from '../jose.ts';
import { z } from 'zod';
import { FederationFault } from './federation-fault.ts';
import { type FetchDocument, safeAddress } from './fetch-document.ts';
import { publicKeys, signatureAlgorithms } from './public-keys.ts';
import { resolveTrustChain, type TrustAnchor, type TrustChain } from './trust-chain.ts';

const list = (needed: string) =>
  z.array(z.string()).refine((values) => values.includes(needed), `${needed} is not supported`);

const providerMetadata = z.object({
  issuer: z.string(),
  authorization_endpoint: z.string(),
  token_endpoint: z.string(),
  userinfo_endpoint: z.string(),
  revocation_endpoint: z.string(),
  jwks: publicKeys.optional(),
  signed_jwks_uri: z.string().optional(),
  jwks_uri: z.string().optional(),
  code_challenge_methods_supported: list('S256'),
  client_registration_types_supported: list('automatic'),
  token_endpoint_auth_methods_supported: list('private_key_jwt'),
  request_object_signing_alg_values_supported: list('RS256'),
  id_token_signing_alg_values_supported: list('RS256'),
  acr_values_supported: z.array(z.string()).optional(),
});

/** A provider as the federation vouches for it. */
export interface Provider {
  readonly metadata: z.infer<typeof providerMetadata>;
  /** by which it signs answers to us; not those by which it signs statements */
  readonly keys: JSONWebKeySet;
  readonly chain: TrustChain;
}

interface Request {
  readonly entity: string;
  readonly anchor: TrustAnchor;
  readonly plainHttp: boolean;
  readonly now: Temporal.Instant;
}

/**
 * A provider of the federation, with everything we need it for.
 * @throws FederationFault
 */
export async function findProvider(fetchDocument: FetchDocument, request: Request): Promise<Provider> {
  const { entity, plainHttp } = request;
  const chain = await resolveTrustChain(fetchDocument, { ...request, type: 'openid_provider' });
  const parsed = providerMetadata.safeParse(chain.metadata);
  if (!parsed.success) throw new FederationFault(entity, 'its metadata cannot be used', parsed.error);
  const metadata = parsed.data;
  if (metadata.issuer !== entity) throw new FederationFault(entity, `calls itself ${metadata.issuer}`);
  for (const place of ['authorization', 'token', 'userinfo', 'revocation'] as const) {
    safeAddress(metadata[`${place}_endpoint`], plainHttp);
  }
  return { metadata, chain, keys: await providerKeys() };

  async function providerKeys(): Promise<JSONWebKeySet> {
    const { jwks, signed_jwks_uri: signed, jwks_uri: plain } = metadata;
    try {
      if (jwks) return jwks;
      if (signed !== undefined) {
        const { payload } = await jose().jwtVerify(await fetchDocument(signed), jose().createLocalJWKSet(chain.keys), {
          algorithms: signatureAlgorithms,
          currentDate: new Date(request.now.epochMilliseconds),
          issuer: entity,
        });
        return publicKeys.parse({ keys: payload['keys'] });
      }
      if (plain !== undefined) return publicKeys.parse(keysOnly(JSON.parse(await fetchDocument(plain))));
    } catch (error) {
      throw new FederationFault(entity, 'its keys cannot be read', error);
    }
    throw new FederationFault(entity, 'names no keys');
  }
}

function keysOnly(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'keys' in value ? { keys: value.keys } : value;
}
