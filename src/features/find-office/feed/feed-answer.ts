import { z } from 'zod';

const instant = z.string().describe('RFC 3339 with the offset of the office');
const order = z.enum(['first-come', 'draw', 'registration-draw']);
const name = z.record(z.string(), z.string()).describe('by language');

export const feedAnswer = z.object({
  office: z.string(),
  service: z.string(),
  name,
  city: name,
  timeZone: z.string(),
  page: z.string().describe('where people book'),
  bookable: z.boolean(),
  inviteOnly: z.boolean().describe('what is free is told to the invited alone'),
  free: z.int().describe('free seats of all days'),
  days: z.array(z.object({ date: z.string(), free: z.int() })).describe('only days with free seats'),
  nextRelease: instant.nullable(),
  nextReleaseBy: instant.nullable().describe('where the moment is drawn: by when'),
  releases: z.array(
    z.object({
      id: z.string(),
      opensAt: instant,
      opensBy: instant.nullable(),
      date: z.string(),
      lastDate: z.string(),
      seats: z.int(),
      order,
      joinsAt: instant.nullable(),
      closesAt: instant.nullable(),
    }),
  ),
  room: z
    .object({
      page: z.string(),
      state: z.enum(['announced', 'joining', 'closed', 'admitting', 'ended']),
      order,
      joinsAt: instant,
      closesAt: instant,
      opensAt: instant,
      people: z.int().nullable().describe('null while there are fewer than five'),
    })
    .nullable(),
});
