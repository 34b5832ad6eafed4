import { jose } from '../jose.ts';
import type { SiteOwner } from '#features/site/index.ts';
import { statementType } from '../trust/entity-statement.ts';
import { type OwnKeys, publicSet } from './own-keys.ts';
import { isInForce, type TrustMark } from './trust-marks.ts';

export interface OwnEntity {
  /** our client id, the address that everybody in the federation knows us by */
  readonly entity: string;
  readonly publicUrl: string;
  readonly anchor: string;
  readonly keys: OwnKeys;
  readonly marks: readonly TrustMark[];
  readonly owner: Pick<SiteOwner, 'name' | 'email'>;
}

const goodFor = Temporal.Duration.from({ hours: 24 });

export const oidcPaths = {
  login: '/auth/cie/oidc/login',
  callback: '/auth/cie/oidc/callback',
  resolve: '/auth/cie/oidc/resolve',
} as const;

/** What we say of ourselves, signed: by it a provider that never heard of us registers us by itself. */
export async function entityConfiguration(own: OwnEntity, now: Temporal.Instant): Promise<string> {
  const { entity, anchor, keys, marks } = own;
  const claims = {
    authority_hints: [anchor],
    jwks: publicSet(keys.federation),
    metadata: { federation_entity: organisation(own), openid_relying_party: relyingParty(own) },
    trust_marks: marks
      .filter((mark) => isInForce(mark, now))
      .map(({ type, token }) => ({ id: type, trust_mark_type: type, trust_mark: token })),
  };
  return signAsEntity(claims, { entity, subject: entity, keys, now, type: statementType });
}

/** Signs something as this entity of the federation. */
export async function signAsEntity(
  claims: Record<string, unknown>,
  as: { entity: string; subject: string; keys: OwnKeys; now: Temporal.Instant; type: string; until?: Temporal.Instant },
): Promise<string> {
  const { entity, subject, keys, now, type, until = now.add(goodFor) } = as;
  const [key] = keys.federation;
  return new (jose().SignJWT)(claims)
    .setProtectedHeader({ alg: 'RS256', kid: key.kid, typ: type })
    .setIssuer(entity)
    .setSubject(subject)
    .setIssuedAt(seconds(now))
    .setExpirationTime(seconds(until))
    .sign(key);
}

export const seconds = (instant: Temporal.Instant): number => Math.floor(instant.epochMilliseconds / 1000);

function organisation({ owner, publicUrl }: OwnEntity): Record<string, unknown> {
  return {
    organization_name: owner.name ?? 'Turno',
    homepage_uri: publicUrl,
    policy_uri: `${publicUrl}/privacy`,
    contacts: owner.email === null ? [] : [owner.email],
    federation_resolve_endpoint: `${publicUrl}${oidcPaths.resolve}`,
  };
}

function relyingParty({ entity, owner, publicUrl, keys }: OwnEntity): Record<string, unknown> {
  return {
    application_type: 'web',
    client_id: entity,
    client_registration_types: ['automatic'],
    client_name: owner.name ?? 'Turno',
    organization_name: owner.name ?? 'Turno',
    contacts: owner.email === null ? [] : [owner.email],
    redirect_uris: [`${publicUrl}${oidcPaths.callback}`],
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    subject_type: 'pairwise',
    jwks: publicSet(keys.signing, keys.encryption),
    token_endpoint_auth_method: 'private_key_jwt',
    token_endpoint_auth_signing_alg: 'RS256',
    request_object_signing_alg: 'RS256',
    id_token_signed_response_alg: 'RS256',
    userinfo_signed_response_alg: 'RS256',
    userinfo_encrypted_response_alg: 'RSA-OAEP-256',
    userinfo_encrypted_response_enc: 'A256CBC-HS512',
  };
}
