import { z } from 'zod';

const text = z.strictObject({ it: z.string().min(1), en: z.string().min(1) });
const option = z.strictObject({ code: z.string(), label: text });

/** A question that an office begins with when it is given the service; it may change it. */
const question = z.strictObject({
  code: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  askedOf: z.array(z.enum(['applicant', 'companion'])).min(1),
  control: z.enum(['text', 'date', 'choice']),
  label: text,
  hint: text.nullable().default(null),
  mandatory: z.boolean(),
  maxLength: z.number().int().min(1).max(2000).default(200),
  options: z.array(option).default([]),
});

/** How long the document is valid, by completed years on the day: the first band that fits. */
const validity = z.strictObject({
  bands: z.array(z.strictObject({ under: z.number().int().optional(), years: z.number().int().min(1) })).min(1),
  /** it ends on the birthday that follows */
  endsOnBirthday: z.boolean(),
  /** months, where fingerprints cannot be taken for now */
  monthsWithoutFingerprints: z.number().int().min(1).optional(),
  fingerprintsFrom: z.number().int().optional(),
});

/** What an offering of the service begins with. */
const beginning = z.strictObject({
  durationMinutes: z.number().int().min(1).max(480).optional(),
  partyModes: z.array(z.enum(['single', 'with-companions', 'companions-only'])).optional(),
  partyMax: z.number().int().min(1).max(20).optional(),
  confirmBy: z.enum(['citizen', 'office', 'nobody']).optional(),
  reasons: z.array(z.string()).optional(),
  reasonOptional: z.boolean().optional(),
  renewalDays: z.number().int().min(1).max(3650).optional(),
});

/** What the catalogue knows of a service at one kind of office, beyond its texts. */
export const serviceRules = z.strictObject({
  /** the state's part of the fee; the municipality's is its own */
  stateFeeCents: z.number().int().min(0).optional(),
  validity: validity.optional(),
  begins: beginning.optional(),
  asks: z.array(question).default([]),
});

export type ServiceRules = z.output<typeof serviceRules>;
export type Validity = NonNullable<ServiceRules['validity']>;
