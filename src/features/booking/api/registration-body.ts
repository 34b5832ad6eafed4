import { z } from 'zod';
import { bookingBody } from './booking-body.ts';
import { joinBody } from './waiting-list-body.ts';

/** What somebody who registers for a draw may say. What is left out may be anything. */
export const preferencesBody = z.strictObject({
  party: joinBody.shape.party.optional().describe('as many as `people`'),
  weekdays: z
    .array(z.int('invalid').min(1, 'invalid').max(7, 'invalid'))
    .min(1, 'required')
    .max(7, 'invalid')
    .optional()
    .describe('ISO: 1 is Monday'),
  from: joinBody.shape.from,
  to: joinBody.shape.to,
  hours: joinBody.shape.hours,
  offices: z
    .array(z.string().max(60))
    .min(1, 'required')
    .max(31)
    .optional()
    .describe('of those of the draw, the one preferred first'),
  waitingList: z.boolean().optional().describe('to be put on the waiting list if there is no seat'),
  resident: z.boolean().optional().describe('lives in the municipality of the office, where its quotas ask'),
  people: bookingBody.shape.people
    .optional()
    .describe('in place of the entry’s own `people`, where the office asks more than who they are'),
  reason: bookingBody.shape.reason,
  notes: bookingBody.shape.notes,
  residence: z.string().trim().max(10, 'too-long').optional().describe('cadastral code, where a municipality consents'),
  contactEmail: bookingBody.shape.contactEmail,
  contactPhone: bookingBody.shape.contactPhone,
});

export type PreferencesBody = z.output<typeof preferencesBody>;

const instant = z.string().describe('RFC 3339');
const seats = z
  .array(
    z.object({
      slot: z.string(),
      planner: z.int(),
      office: z.string(),
      startsAt: instant,
      endsAt: instant,
      seats: z.int(),
    }),
  )
  .nullable();

/** What came of a registration draw, for anybody to read. */
export const assignmentAnswer = z.object({
  release: z.string(),
  stage: z.enum(['announced', 'open', 'closed', 'assigning', 'assigned', 'cancelled']),
  rule: z.string().describe('in the order drawn, each gets the first seat left that fits: docs/registration-draw.md'),
  people: z.int(),
  wishesRoot: z.string().nullable().describe('SHA-256 of `wishesList`, fixed at closing'),
  wishesList: z.string().nullable().describe('a line `number pseudonym hash` each'),
  seatsAtClosing: seats,
  seatsOffered: seats.describe('as the assignment began'),
  results: z.array(
    z.object({
      place: z.int(),
      number: z.int(),
      pseudonym: z.string(),
      party: z.int(),
      weight: z.int(),
      wishesHash: z.string(),
      outcome: z.enum(['seat', 'none', 'undecided']),
      office: z.string().nullable(),
      startsAt: instant.nullable(),
      slots: z.array(z.string()).nullable(),
    }),
  ),
  nextCursor: z.string().nullable(),
});
