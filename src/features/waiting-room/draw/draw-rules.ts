import { hash } from 'node:crypto';
import { z } from 'zod';
import type { Mixing, Ordering } from '../tables.ts';
import { HASH } from './formula.ts';

/** How a registration draw gives seats, as docs/registration-draw.md says; another way would have another name. */
export const assignmentRule = 'turno-assignment-1';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** What is promised before anybody joins. */
export interface DrawRules {
  readonly formula: 'turno-draw-1';
  readonly room: string;
  readonly office: string;
  readonly ordering: Ordering;
  /** instants in UTC, as RFC 3339 writes them */
  readonly joinsAt: string;
  readonly closesAt: string;
  readonly opensAt: string;
  readonly turnSeconds: number;
  /** of receipts and statements: Ed25519, in hexadecimal */
  readonly publicKey: string;
  /** the public value; before `from` nobody can know it */
  readonly mixing: (Mixing & { readonly from: string }) | null;
}

/** In UTC, in the one spelling that `Temporal.Instant` gives it. */
export const utcInstant = z.string().refine((text) => {
  try {
    return Temporal.Instant.from(text).toString() === text;
  } catch {
    return false;
  }
});
const form = z.union([
  z.object({
    kind: z.literal('numbers'),
    count: z.int().min(1).max(40),
    highest: z.int().min(1).max(1_000_000),
  }),
  z.object({ kind: z.enum(['digits', 'hex']), length: z.int().min(1).max(512) }),
]);
const rules = z.object({
  formula: z.literal('turno-draw-1'),
  room: z.string(),
  office: z.string(),
  ordering: z.enum(['first-come', 'draw', 'registration-draw']),
  joinsAt: utcInstant,
  closesAt: utcInstant,
  opensAt: utcInstant,
  turnSeconds: z.int(),
  publicKey: z.string().regex(HASH),
  mixing: z
    .object({ it: z.string(), en: z.string(), day: z.iso.date(), source: z.string(), form, from: utcInstant })
    .nullable(),
});

/** The one spelling of rules: JSON without spaces, keys in the order of their letters. */
export function spellRules(drawRules: DrawRules, more: { readonly [key: string]: Json } = {}): string {
  return canonical({ ...more, ...(drawRules as unknown as { [key: string]: Json }) });
}

/** Undefined where the text is not spelled as `spellRules` does, or says what these rules do not know. */
export function readRules(text: string): DrawRules | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    const read = rules.safeParse(parsed);
    return read.success && canonical(parsed as Json) === text ? read.data : undefined;
  } catch {
    return undefined;
  }
}

export const rulesHashOf = (text: string): string => hash('sha256', text);

function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
    return `{${fields.map(([key, field]: [string, Json]) => `${JSON.stringify(key)}:${canonical(field)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}
