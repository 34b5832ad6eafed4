import { z } from 'zod';
import { utcInstant } from './draw-rules.ts';
import { HASH } from './formula.ts';

const hash64 = z.string().regex(HASH).describe('64 hexadecimal digits');
const instant = utcInstant.describe('RFC 3339, in UTC');
const signature = z.string().describe('Ed25519, base64url');

/** All that is public of a draw, as `GET /releases/{id}/proof` gives it. Fields may be added, never changed: docs/draw.md. */
export const proofShape = z.object({
  format: z.literal('turno-draw-proof-1'),
  room: z.string().describe('the `id` of the release'),
  rules: z.string().describe('canonical JSON, in exactly the spelling that the commitment is made of'),
  rulesHash: hash64.describe('SHA-256 of `rules`'),
  commitment: hash64.describe('SHA-256 of rules, a line feed and seed'),
  publicKey: hash64.describe('Ed25519, of the three signatures and of all receipts'),
  announced: z.object({ at: instant, signature }),
  closed: z
    .object({
      at: instant,
      participants: z.int().describe('lines of the list'),
      listRoot: hash64.describe('SHA-256 of `list`'),
      signature,
      list: z.string().describe('a line each: number, pseudonym, weight and state, with a line feed at its end'),
    })
    .nullable()
    .describe('null until nobody more is drawn'),
  seed: hash64
    .nullable()
    .describe('revealed at closing where a public value is mixed in, otherwise with the order; null before'),
  publicValue: z
    .string()
    .nullable()
    .describe('in the spelling of the rules; null where none is mixed in, or not yet known'),
  drawn: z
    .object({ at: instant, signature, places: z.array(z.int()).describe('numbers of tickets, first place first') })
    .nullable()
    .describe('null until the order is known'),
  cancelled: instant.nullable().describe('when the office called it off'),
});

export type Proof = z.output<typeof proofShape>;
