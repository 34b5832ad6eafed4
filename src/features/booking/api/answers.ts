import { z } from 'zod';
import { completionAnswer, deliveryAnswer, photoAnswer } from './completion-view.ts';
import { clearanceAnswer, preCheckAnswer } from './examination-view.ts';
import { bookingStatuses } from '../status.rules.ts';

const instant = z.string().describe('RFC 3339 with the offset of the office');

/** A hold as the API describes it. */
export const holdAnswer = z.object({
  id: z.string(),
  slot: z.string().describe('the slot where the visit starts'),
  startsAt: instant,
  party: z.int(),
  expiresAt: instant,
  secret: z.string().optional().describe('before login: to be sent as Hold-Secret; the cookie says the same'),
});

/** A booking as the API describes it; `bookingView` makes it. */
export const bookingAnswer = z.object({
  code: z.string(),
  status: z.enum(bookingStatuses),
  cancelledBy: z
    .enum(['citizen', 'office', 'rejected', 'not-confirmed', 'clearance-refused', 'clearance-late'])
    .optional(),
  cancelReason: z.string().nullable().optional(),
  office: z.string(),
  officeName: z.string(),
  service: z.string(),
  serviceName: z.string(),
  startsAt: instant,
  endsAt: instant,
  party: z.int(),
  people: z.array(
    z.object({
      position: z.int().describe('stays theirs when others leave the party'),
      givenName: z.string(),
      familyName: z.string(),
      birthDate: z.string().nullable(),
      codiceFiscale: z.string().nullable(),
      relationship: z.string(),
      answers: z.record(z.string(), z.string()).nullable().describe('by the code of the office’s question'),
    }),
  ),
  reason: z.string().nullable(),
  notes: z.string().nullable(),
  confirmBy: z.object({
    who: z.enum(['citizen', 'office', 'nobody']),
    opensAt: instant.nullable(),
    closesAt: instant.nullable().describe('the first instant that is too late'),
  }),
  takenInCharge: z.object({ at: instant, by: z.string().nullable() }).nullable(),
  preCheck: preCheckAnswer,
  proposal: z
    .object({ hold: z.string(), startsAt: instant, expiresAt: instant })
    .nullable()
    .describe('another seat, held by the office for this booking until expiresAt'),
  canCancel: z.boolean(),
  canReschedule: z.boolean(),
  clearance: clearanceAnswer,
  photo: photoAnswer,
  delivery: deliveryAnswer,
  completion: completionAnswer,
  history: z.array(z.object({ at: instant, kind: z.string(), actor: z.string() })),
});
