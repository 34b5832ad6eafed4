import type { JSONWebKeySet } from 'jose';
import { jose } from '../jose.ts';
import { z } from 'zod';
import { FederationFault } from './federation-fault.ts';
import { publicKeys, signatureAlgorithms } from './public-keys.ts';

const metadata = z.record(z.string(), z.record(z.string(), z.unknown()));

const statementSchema = z.object({
  iss: z.string().min(1),
  sub: z.string().min(1),
  iat: z.number(),
  exp: z.number(),
  jwks: publicKeys,
  authority_hints: z.array(z.string()).max(20).optional(),
  metadata: metadata.optional(),
  metadata_policy: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown()))).optional(),
  metadata_policy_crit: z.array(z.string()).optional(),
  constraints: z
    .object({
      max_path_length: z.int().min(0).optional(),
      allowed_entity_types: z.array(z.string()).optional(),
      // As it was called before the standard was final, and as SPID and CIE still call it.
      allowed_leaf_entity_types: z.array(z.string()).optional(),
    })
    .optional(),
  trust_mark_issuers: z.record(z.string(), z.array(z.string())).optional(),
  crit: z.array(z.string()).optional(),
});

/** What an entity says of itself (its entity configuration), or a superior says of it. */
export type EntityStatement = z.infer<typeof statementSchema> & { readonly token: string };

/** Clocks of different houses. */
const tolerance = 60;

export const statementType = 'entity-statement+jwt';

/**
 * A statement of `issuer` about `subject`, signed by one of `keys`, in force now.
 * @throws FederationFault
 */
export async function readStatement(
  token: string,
  expected: { issuer: string; subject: string; keys: JSONWebKeySet; now: Temporal.Instant },
): Promise<EntityStatement> {
  const { issuer, subject, keys, now } = expected;
  try {
    const { payload, protectedHeader } = await jose().jwtVerify(token, jose().createLocalJWKSet(keys), {
      issuer,
      subject,
      typ: statementType,
      algorithms: signatureAlgorithms,
      clockTolerance: tolerance,
      currentDate: new Date(now.epochMilliseconds),
    });
    // Without the name of the key, one key of the set would have to be tried after the other.
    if (protectedHeader.kid === undefined) throw new Error('the header names no key');
    const statement = statementSchema.parse(payload);
    if (statement.iat > now.epochMilliseconds / 1000 + tolerance) throw new Error('it is of the future');
    // Claims that must be understood, and that we do not know.
    if (statement.crit !== undefined && statement.crit.length > 0) throw new Error(`crit: ${statement.crit.join(' ')}`);
    return { ...statement, token };
  } catch (error) {
    const whose = issuer === subject ? 'its entity configuration' : `the statement of ${issuer}`;
    throw new FederationFault(subject, `${whose} cannot be trusted`, error);
  }
}

/** What an entity says of itself, signed by a key that it names itself: to be trusted only once a superior names it too. */
export async function readOwnStatement(
  token: string,
  { entity, now }: { entity: string; now: Temporal.Instant },
): Promise<EntityStatement> {
  let keys: JSONWebKeySet;
  try {
    keys = publicKeys.parse(jose().decodeJwt(token)['jwks']);
  } catch (error) {
    throw new FederationFault(entity, 'its entity configuration cannot be read', error);
  }
  return readStatement(token, { issuer: entity, subject: entity, keys, now });
}

/** Where an entity says who it is. */
export function configurationAddress(entity: string): string {
  return `${entity.replace(/\/$/, '')}/.well-known/openid-federation`;
}
