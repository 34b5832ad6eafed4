import { z } from 'zod';
import { type Asker, onTheSite } from '../quotas/quota.rules.ts';

export const address = z.object({ office: z.string(), service: z.string() });
export const date = z.iso
  .date('date')
  // The year 0 is a date of ISO 8601 and none of the database.
  .refine((text) => !text.startsWith('0000'), 'date')
  .describe('YYYY-MM-DD in the office’s calendar');
const instant = z.string().describe('RFC 3339 with the offset of the office');

const inviteOnly = z
  .literal(true)
  .optional()
  .describe(
    'the service is by invitation: what is free is told to who sends a good code, or has typed it in the pages',
  );
export const resident = z
  .enum(['true', 'false'])
  .optional()
  .describe(
    'where seats are kept for residents of the municipality: whether they are asked for one; absent counts as elsewhere',
  );
export function askerOf(typed: 'true' | 'false' | undefined): Asker {
  return { ...onTheSite, ...(typed && { resident: typed === 'true' }) };
}

export function dayOf(text: string | undefined): Temporal.PlainDate | undefined {
  return text === undefined ? undefined : Temporal.PlainDate.from(text);
}

export const invitation = z.string().max(40).optional().describe('the code, where the service is by invitation');

export const daysAnswer = z.object({
  horizonEnd: z.string().nullable().describe('the last day that may be booked now; null when nothing is open'),
  nextRelease: instant.nullable().describe('when the next seats open; null when none will within a month'),
  nextReleaseBy: instant.optional().describe('where the moment is drawn: between nextRelease and this'),
  days: z.array(z.object({ date: z.string(), free: z.int() })).describe('only days with free seats'),
  inviteOnly,
});

const largestParty = z
  .int()
  .optional()
  .describe('people that can come together, where fewer than are free: the seats are of several planners side by side');

export const slotsAnswer = z.object({
  items: z.array(z.object({ id: z.string(), startsAt: instant, endsAt: instant, free: z.int(), largestParty })),
  nextCursor: z.string().nullable(),
  inviteOnly,
});

export const releasesAnswer = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      opensAt: instant,
      opensBy: instant
        .nullable()
        .describe(
          'of a moment that is drawn, by when at the latest; of a drip, when the last seats open; otherwise null',
        ),
      date: z.string().describe('the day that opens, or the first of them'),
      lastDate: z.string().describe('the last day that opens'),
      seats: z.int(),
      kind: z.enum(['rolling', 'batch', 'manual', 'drip', 'returned']),
      order: z.enum(['first-come', 'draw', 'registration-draw']),
      commitment: z.string().nullable().describe('of a draw: published before anybody joins'),
      listRoot: z.string().nullable().describe('hash of the list of tickets, fixed when the joining ends'),
      seed: z.string().nullable().describe('revealed after that'),
      participants: z.int().nullable().describe('people who have joined; null where nobody has to'),
      room: z
        .object({
          joinsAt: instant,
          closesAt: instant,
          state: z.enum(['announced', 'joining', 'closed', 'admitting', 'ended']),
        })
        .nullable()
        .describe('the waiting room in front of these seats; null where there is none'),
      soldOutAt: instant.nullable().describe('when the last seat was taken for the first time'),
    }),
  ),
  nextCursor: z.string().nullable(),
});

/** What is told about a service by invitation to whoever has none. */
export const noDays: z.input<typeof daysAnswer> = { horizonEnd: null, nextRelease: null, days: [], inviteOnly: true };
export const noSlots: z.input<typeof slotsAnswer> = { items: [], nextCursor: null, inviteOnly: true };
