import type { JSONWebKeySet } from 'jose';
import { jose } from '../jose.ts';
import { z } from 'zod';

/** A private key as it is kept. */
const ownKey = z.looseObject({ kty: z.literal('RSA'), kid: z.string(), use: z.enum(['sig', 'enc']), alg: z.string() });
export type OwnKey = z.infer<typeof ownKey>;

const keyList = z.tuple([ownKey], ownKey);

/**
 * Of each kind the first key is used, and all are published: the next one is known to the others before it is used, the
 * former one as long as they may still need it.
 */
export const ownKeys = z.object({
  /** signs what we say of ourselves; the trust anchor knows it from our registration */
  federation: keyList,
  /** signs requests, and says to the provider who we are */
  signing: keyList,
  /** the provider encrypts people's details for it */
  encryption: keyList,
});
export type OwnKeys = z.infer<typeof ownKeys>;
export type KeyKind = keyof OwnKeys;
export const keyKinds = ['federation', 'signing', 'encryption'] as const;

export async function makeOwnKeys(bits = 3072): Promise<OwnKeys> {
  const federation = await makeKey('federation', bits);
  const signing = await makeKey('signing', bits);
  return { federation: [federation], signing: [signing], encryption: [await makeKey('encryption', bits)] };
}

/** RSA, since every provider of the federation must know it. */
export async function makeKey(kind: KeyKind, bits = 3072): Promise<OwnKey> {
  const alg = kind === 'encryption' ? 'RSA-OAEP-256' : 'RS256';
  const { privateKey } = await jose().generateKeyPair(alg, { modulusLength: bits, extractable: true });
  const jwk = await jose().exportJWK(privateKey);
  return ownKey.parse({
    ...jwk,
    kid: await jose().calculateJwkThumbprint(jwk),
    use: kind === 'encryption' ? 'enc' : 'sig',
    alg,
  });
}

const publicMembers = ['kty', 'kid', 'use', 'alg', 'n', 'e'] as const;

/** What others are told of keys. */
export function publicSet(...lists: readonly (readonly OwnKey[])[]): JSONWebKeySet {
  return {
    keys: lists.flat().map((key) => {
      const entries = publicMembers.map((member) => [member, key[member]]);
      return { kty: key.kty, ...(Object.fromEntries(entries) as object) };
    }),
  };
}
