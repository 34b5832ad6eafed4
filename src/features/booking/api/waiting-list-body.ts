import { z } from 'zod';
import { bookingBody } from './booking-body.ts';

const day = z.iso.date('date').describe('in the office’s calendar');
const time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'time')
  .describe('HH:MM on the office’s clock');
const instant = z.string().describe('RFC 3339 with the offset of the office');

/** Joining a list. What is left out may be anything. */
export const joinBody = z.object({
  office: z.string().max(60, 'too-long'),
  service: z.string().max(60, 'too-long'),
  party: z.int().min(1, 'required').max(20, 'party-too-large').default(1),
  weekdays: z.array(z.int().min(1).max(7)).min(1, 'required').max(7).optional().describe('ISO: 1 is Monday'),
  from: day.optional(),
  to: day.optional(),
  hours: z.object({ from: time.optional(), to: time.optional() }).optional().describe('starts from … and before …'),
  offices: z
    .array(z.string().max(60))
    .max(30)
    .optional()
    .describe('others where one would go, of those the office allows'),
});

export type JoinBody = z.output<typeof joinBody>;

/** Accepting a seat: without `people` it is booked for the account’s own person, where that is all the office asks. */
export const acceptBody = bookingBody.omit({ hold: true }).extend({ people: bookingBody.shape.people.optional() });

export type AcceptBody = z.output<typeof acceptBody>;

export const entryAnswer = z.object({
  id: z.string(),
  office: z.string(),
  service: z.string(),
  state: z.enum(['waiting', 'asleep', 'accepted', 'booked', 'left', 'removed', 'ended']),
  asleepWhy: z.enum(['lapses', 'unanswered', 'days-over']).nullable(),
  keptUntil: instant.nullable().describe('while asleep: when the place is lost'),
  requestedAt: instant,
  position: z.int().nullable().describe('on the whole list of the office joined; null unless waiting'),
  ahead: z.int().nullable(),
  forecast: z.object({ weeks: z.int() }).nullable().describe('null: too little is known'),
  places: z.array(
    z.object({
      office: z.string(),
      position: z.int(),
      ahead: z.int(),
      forecast: z.object({ weeks: z.int() }).nullable(),
    }),
  ),
  party: z.int(),
  weekdays: z.array(z.int()),
  from: z.string().nullable(),
  to: z.string().nullable(),
  hours: z.object({ from: z.string().nullable(), to: z.string().nullable() }),
  stillNeededAskedAt: instant.nullable(),
  offer: z
    .object({
      id: z.string(),
      hold: z.string(),
      office: z.string(),
      startsAt: instant,
      endsAt: instant,
      expiresAt: instant,
    })
    .nullable()
    .describe('the seat kept, and until when it can be accepted'),
  booking: z.string().nullable(),
});
