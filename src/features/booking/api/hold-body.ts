import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { priorityGrounds } from '#features/planner/index.ts';
import { fieldError } from '#platform/http/form.ts';
import type { FieldError } from '#platform/http/problem.ts';

// The year 0 is a date of ISO 8601 and none of the database.
const date = z.iso.date('date').refine((text) => !text.startsWith('0000'), 'date');

/** A wish for seats as sent: a `slot`, or the `earliest` one. */
export const holdBody = z.object({
  office: z.string().max(100),
  service: z.string().max(100),
  slot: z
    .string()
    .regex(/^\d{1,18}$/, 'invalid')
    .optional(),
  earliest: z.literal(true).optional(),
  from: date.optional(),
  to: date.optional(),
  party: z.int().min(1, 'out-of-range').max(20, 'out-of-range').default(1),
  ticket: z.string().max(500).optional(),
  reschedule: z.string().max(20).optional(),
  invitation: z.string().max(40).optional().describe('the code, where the service is by invitation'),
  /** Other people than the account's own person come: that they have a live booking is no hindrance. */
  forOthers: z.boolean().default(false),
  resident: z
    .boolean()
    .optional()
    .describe(
      'they live in the office’s municipality; matters where seats are kept for residents, absent counts as elsewhere',
    ),
  priority: z
    .enum(priorityGrounds)
    .optional()
    .describe('asks for seats kept for people with a right to be served first too; the proof is checked at the desk'),
});

export type HoldBody = z.output<typeof holdBody>;

/** What is wrong with where the seats are to be. */
export function placeFault(request: FastifyRequest, body: HoldBody): FieldError | undefined {
  if (body.slot === undefined && body.earliest !== true) return fieldError('slot', 'required', request.language);
  if (body.from !== undefined && body.to !== undefined && body.from > body.to)
    return fieldError('to', 'date-order', request.language);
  return undefined;
}

export function plainDate(text: string | undefined): Temporal.PlainDate | undefined {
  return text === undefined ? undefined : Temporal.PlainDate.from(text);
}
