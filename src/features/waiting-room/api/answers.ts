import { z } from 'zod';
import { withOffset } from '#platform/dates.ts';
import type { PlainTicket } from '../turns/rooms.ts';

const instant = z.string().describe('RFC 3339 with the offset of the office');

/** Where somebody stands, as the API says it. */
export const queueAnswer = z.object({
  ticket: z.string().describe('keep it: it is the place, on any device'),
  state: z.enum(['waiting', 'admitted', 'ended']),
  outcome: z
    .enum(['booked', 'sold-out', 'lapsed', 'left', 'displaced', 'not-drawn', 'cancelled'])
    .nullable()
    .describe('how it ended, once it has'),
  room: z
    .string()
    .nullable()
    .describe('the room’s code: that of the release, where there is one; null when no rush is on'),
  number: z.int().nullable().describe('in order of joining'),
  position: z.int().nullable().describe('the place in the order; null before the order is known'),
  ahead: z.int().nullable().describe('people before them whose turn has not come'),
  estimatedAt: instant.nullable().describe('null where nobody can say'),
  admittedUntil: instant.nullable().describe('when the turn ends, while it lasts'),
  pollAfter: z.int().describe('seconds until it is worth asking again'),
  opensAt: instant.nullable().describe('when turns begin'),
  people: z.int().nullable().describe('tickets given so far'),
  free: z.int().nullable().describe('seats left'),
});

/** A waiting place; written out, since thousands ask in a second. The ticket and the code hold nothing that JSON escapes. */
export function queueJson(signed: string, { room, name, timeZone, standing }: PlainTicket): string {
  const { state, outcome, position, ahead, pollAfter } = standing;
  return (
    `{"ticket":"${signed}","state":"${state}","outcome":${outcome === null ? 'null' : `"${outcome}"`},"room":"${room.code}",` +
    `"number":${name.number},"position":${position},"ahead":${ahead},"estimatedAt":${at(standing.estimatedAt, timeZone)},` +
    `"admittedUntil":${at(standing.admittedUntil, timeZone)},"pollAfter":${pollAfter},` +
    `"opensAt":${at(room.opensAt.epochMilliseconds, timeZone)},"people":${room.people},"free":${room.free}}`
  );
}

/** Written once: few instants are told to many. */
const written = new Map<string, string>();
const mostWritten = 5_000;

function at(milliseconds: number | null, timeZone: string): string {
  if (milliseconds === null) return 'null';
  const key = `${milliseconds} ${timeZone}`;
  const known = written.get(key);
  if (known !== undefined) return known;
  if (written.size >= mostWritten) written.clear();
  const text = `"${withOffset(Temporal.Instant.fromEpochMilliseconds(Math.round(milliseconds)), timeZone)}"`;
  written.set(key, text);
  return text;
}
