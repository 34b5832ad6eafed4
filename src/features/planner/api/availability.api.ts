import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { withOffset } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import { pageOf, pageQuery } from '#platform/http/paging.ts';
import { shortCache } from '#platform/short-cache.ts';
import { freeDays } from '../availability/free-days.query.ts';
import { freeSlots } from '../availability/free-slots.query.ts';
import { offeringReleases } from '../availability/releases.query.ts';
import { openService } from './open-service.ts';

const address = z.object({ office: z.string(), service: z.string() });
const date = z.iso
  .date('date')
  // The year 0 is a date of ISO 8601 and none of the database.
  .refine((text) => !text.startsWith('0000'), 'date')
  .describe('YYYY-MM-DD in the office’s calendar');
const instant = z.string().describe('RFC 3339 with the offset of the office');

const daysAnswer = z.object({
  horizonEnd: z.string().nullable().describe('the last day that may be booked now; null when nothing is open'),
  nextRelease: instant.nullable().describe('when the next seats open; null when none will within a month'),
  nextReleaseBy: instant.optional().describe('where the moment is drawn: between nextRelease and this'),
  days: z.array(z.object({ date: z.string(), free: z.int() })).describe('only days with free seats'),
});

const slotsAnswer = z.object({
  items: z.array(z.object({ id: z.string(), startsAt: instant, endsAt: instant, free: z.int() })),
  nextCursor: z.string().nullable(),
});

const releasesAnswer = z.object({
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
      order: z.enum(['first-come']),
      commitment: z.null(),
      seed: z.null(),
      participants: z.null(),
      soldOutAt: instant.nullable().describe('when the last seat was taken for the first time'),
    }),
  ),
  nextCursor: z.string().nullable(),
});

/** What can be booked at an office and when: `days`, `slots`, `releases`. */
export function addAvailabilityApi(app: FastifyInstance, deps: Deps): void {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  // Many read in the same second: the answer is made once. A new second is a new question, so that a release, which is
  // at a whole second, shows at once.
  const prepared = shortCache<string>({ milliseconds: 1_000, most: 10_000 });
  const second = () => Math.floor(deps.clock.now().epochMilliseconds / 1000);

  typed.get(
    '/api/v1/offices/:office/services/:service/days',
    {
      schema: {
        tags: ['availability'],
        summary: 'Days with free seats',
        params: address,
        querystring: z
          .object({ from: date.optional(), to: date.optional() })
          .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
            path: ['to'],
            message: 'date-order',
          }),
        response: { 200: daysAnswer },
      },
    },
    async ({ params, query: { from, to } }, reply) =>
      send(
        reply,
        await prepared(`days ${params.office} ${params.service} ${from} ${to} ${second()}`, async () => {
          const { offeringId, zone } = await openService(deps.db, params);
          const found = await freeDays(deps.db, {
            offeringId,
            from: dayOf(from),
            to: dayOf(to),
            now: deps.clock.now(),
          });
          return write(daysAnswer, {
            horizonEnd: found.horizonEnd?.toString() ?? null,
            nextRelease: found.nextRelease && withOffset(found.nextRelease, zone),
            ...(found.nextReleaseBy && { nextReleaseBy: withOffset(found.nextReleaseBy, zone) }),
            days: found.days.map((day) => ({ date: day.date.toString(), free: day.free })),
          });
        }),
      ),
  );

  typed.get(
    '/api/v1/offices/:office/services/:service/slots',
    {
      schema: {
        tags: ['availability'],
        summary: 'Free times of a day',
        params: address,
        querystring: pageQuery.extend({ date }),
        response: { 200: slotsAnswer },
      },
    },
    async ({ params, query }, reply) =>
      send(
        reply,
        await prepared(
          `slots ${params.office} ${params.service} ${query.date} ${pageKey(query)} ${second()}`,
          async () => {
            const { offeringId, zone } = await openService(deps.db, params);
            const day = Temporal.PlainDate.from(query.date);
            const slots = await freeSlots(deps.db, { offeringId, date: day, now: deps.clock.now() });
            const { items, nextCursor } = pageOf(slots, query, ({ id }) => id);
            return write(slotsAnswer, {
              items: items.map(({ id, startsAt, endsAt, free }) => ({
                id,
                startsAt: withOffset(startsAt, zone),
                endsAt: withOffset(endsAt, zone),
                free,
              })),
              nextCursor,
            });
          },
        ),
      ),
  );

  typed.get(
    '/api/v1/offices/:office/services/:service/releases',
    {
      schema: {
        tags: ['availability'],
        summary: 'Recent and coming releases of seats',
        params: address,
        querystring: pageQuery,
        response: { 200: releasesAnswer },
      },
    },
    async ({ params, query }, reply) =>
      send(
        reply,
        await prepared(`releases ${params.office} ${params.service} ${pageKey(query)} ${second()}`, async () => {
          const { offeringId, zone } = await openService(deps.db, params);
          const releases = await offeringReleases(deps.db, { offeringId, now: deps.clock.now() });
          const { items, nextCursor } = pageOf(releases, query, ({ id }) => id);
          return write(releasesAnswer, {
            items: items.map(({ id, opensAt, opensBy, day, lastDay, seats, kind, soldOutAt }) => ({
              id,
              opensAt: withOffset(opensAt, zone),
              opensBy: opensBy && withOffset(opensBy, zone),
              date: day.toString(),
              lastDate: lastDay.toString(),
              seats,
              kind,
              order: 'first-come' as const,
              commitment: null,
              seed: null,
              participants: null,
              soldOutAt: soldOutAt && withOffset(soldOutAt, zone),
            })),
            nextCursor,
          });
        }),
      ),
  );
}

function pageKey({ limit, cursor }: z.output<typeof pageQuery>): string {
  return cursor === undefined ? String(limit) : `${limit} ${cursor.index} ${cursor.key}`;
}

function dayOf(text: string | undefined): Temporal.PlainDate | undefined {
  return text === undefined ? undefined : Temporal.PlainDate.from(text);
}

/** JSON of an answer that its schema describes. */
function write<Schema extends z.ZodType>(_schema: Schema, answer: z.input<Schema>): string {
  return JSON.stringify(answer);
}

/** Ready-made text: sent as it is. The declared answer is the object it was made from, hence `never`. */
function send(reply: FastifyReply, json: string): never {
  return reply.header('cache-control', 'no-store').type('application/json; charset=utf-8').send(json) as never;
}
