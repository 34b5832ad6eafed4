import type { JSONWebKeySet } from 'jose';
import { z } from 'zod';

/** Signatures that the federation uses; nothing with SHA-1, with a shared secret, or without a key. */
export const signatureAlgorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512'];

const leastModulus = Math.ceil((2048 / 8) * (4 / 3));

const publicKey = z
  .looseObject({
    kty: z.enum(['RSA', 'EC', 'OKP']),
    kid: z.string().min(1),
    d: z.undefined().optional(),
    n: z.string().optional(),
  })
  .refine((key) => key.kty !== 'RSA' || (key.n ?? '').length >= leastModulus, 'an RSA key has 2048 bits or more');

/** A set of public keys, each with a name of its own. */
export const publicKeys = z
  .object({ keys: z.array(publicKey).min(1).max(20) })
  .refine(({ keys }) => new Set(keys.map((key) => key.kid)).size === keys.length, 'two keys have one name')
  // The members of a key that we do not look at are the library's to read.
  .transform((set) => set as unknown as JSONWebKeySet);
