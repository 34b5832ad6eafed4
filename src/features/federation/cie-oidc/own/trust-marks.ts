import { jose } from '../jose.ts';
import { z } from 'zod';
import { FederationFault } from '../trust/federation-fault.ts';
import type { FetchDocument } from '../trust/fetch-document.ts';
import { signatureAlgorithms } from '../trust/public-keys.ts';
import { resolveTrustChain, type TrustAnchor } from '../trust/trust-chain.ts';

export const trustMark = z.object({
  type: z.string(),
  issuer: z.string(),
  /** seconds since 1970; null: without an end */
  expiresAt: z.number().nullable(),
  token: z.string(),
});

/** A mark of the federation on us: without one a provider refuses our requests. */
export type TrustMark = z.infer<typeof trustMark>;

/** The marks with one more, which takes the place of an earlier one of the same kind and issuer. */
export function withMark(marks: readonly TrustMark[], mark: TrustMark): TrustMark[] {
  return [...marks.filter(({ type, issuer }) => type !== mark.type || issuer !== mark.issuer), mark];
}

export function isInForce(mark: TrustMark, now: Temporal.Instant): boolean {
  return mark.expiresAt === null || mark.expiresAt * 1000 > now.epochMilliseconds;
}

const claims = z.object({
  iss: z.string(),
  // Its name before the standard was final, and as SPID and CIE still write it.
  id: z.string().optional(),
  trust_mark_type: z.string().optional(),
  exp: z.number().optional(),
});

/**
 * A mark as it was handed to us: about us, signed by the trust anchor or by whom it trusts, in force.
 * @throws FederationFault
 */
export async function checkTrustMark(
  fetchDocument: FetchDocument,
  token: string,
  { entity, anchor, now }: { entity: string; anchor: TrustAnchor; now: Temporal.Instant },
): Promise<TrustMark> {
  try {
    const payload = z.string().transform(readPayload).parse(token);
    const { iss } = claims.parse(payload);
    const keys =
      iss === anchor.entity
        ? anchor.keys
        : (await resolveTrustChain(fetchDocument, { entity: iss, type: 'federation_entity', anchor, now })).keys;
    const verified = await jose().jwtVerify(token, jose().createLocalJWKSet(keys), {
      issuer: iss,
      subject: entity,
      algorithms: signatureAlgorithms,
      currentDate: new Date(now.epochMilliseconds),
    });
    const { id, trust_mark_type: type = id, exp } = claims.parse(verified.payload);
    if (type === undefined) throw new Error('it does not say what it is');
    return { type, issuer: iss, expiresAt: exp ?? null, token };
  } catch (error) {
    throw new FederationFault(entity, 'the trust mark is not good', error);
  }
}

function readPayload(token: string): unknown {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
}
