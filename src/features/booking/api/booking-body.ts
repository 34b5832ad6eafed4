import { z } from 'zod';
import { isWithin } from '#platform/characters.ts';
import { deliveryBody } from '../delivery/delivery-body.ts';
import { longestNotes } from '../form/visit-fields.ts';
import { personSchema } from '../people.ts';
import { reasons } from '../people.rules.ts';

const text = (most: number) => z.string().trim().max(most, 'too-long').optional();

/** A booking as sent; the desk asks for the same, without the parts that only a citizen has. */
export const bookingBody = z.object({
  hold: z.uuid('invalid'),
  people: z.array(personSchema).min(1, 'required').max(20, 'too-long'),
  reason: z.enum(reasons).optional(),
  delivery: deliveryBody.optional(),
  clearance: z
    .object({ residence: z.string().trim().max(10, 'too-long').describe('cadastral code') })
    .optional()
    .describe('the municipality that has to consent, where the offering asks for it'),
  notes: z
    .string()
    .trim()
    .refine((notes) => isWithin(notes, longestNotes), 'too-long')
    .optional()
    .describe('up to 500 characters'),
  contactEmail: z.email('email').max(254).optional(),
  contactPhone: text(30),
  privacyAccepted: z.boolean(),
  otp: text(10),
});

export type BookingBody = z.output<typeof bookingBody>;
