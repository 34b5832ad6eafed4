import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Offering } from '#features/offices/index.ts';
import { withOffset } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import { pageOf, pageQuery } from '#platform/http/paging.ts';
import { shortCache } from '#platform/short-cache.ts';
import {
  address,
  askerOf,
  date,
  dayOf,
  daysAnswer,
  invitation,
  noDays,
  noSlots,
  releasesAnswer,
  resident,
  slotsAnswer,
} from './availability-answers.ts';
import { freeDays } from '../availability/free-days.query.ts';
import { oncePerStart } from '../availability/once-per-start.rules.ts';
import { freeSlots } from '../availability/free-slots.query.ts';
import { offeringReleases } from '../availability/releases.query.ts';
import type { ReleaseOrders } from '../releases/release-order.ts';
import { releaseItem } from './release-item.ts';
import { openService } from './open-service.ts';

/** Whether who asks may see what is free in a service by invitation: with this code, or by what the browser brings. */
export type Invited = (request: FastifyRequest, offering: Offering, code: string | undefined) => Promise<boolean>;

/** An answer ready to be sent; `closed`: it holds back what is for the invited. */
interface Prepared {
  readonly json: string;
  readonly closed?: Offering;
}

/** What can be booked at an office and when: `days`, `slots`, `releases`. */
export function addAvailabilityApi(
  app: FastifyInstance,
  deps: Deps,
  { invited, orders }: { invited: Invited; orders: ReleaseOrders },
): void {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  // Many read in the same second: the answer is made once. A new second is a new question, so that a release, which is
  // at a whole second, shows at once.
  const prepared = shortCache<Prepared>({ milliseconds: 1_000, most: 10_000 });
  const second = () => Math.floor(deps.clock.now().epochMilliseconds / 1000);

  /** The answer for everybody; only of a service by invitation there is another, for the invited. */
  async function answered(
    request: FastifyRequest,
    { key, code }: { key: string; code: string | undefined },
    make: (mayLook: boolean) => Promise<Prepared>,
  ): Promise<string> {
    const { json, closed } = await prepared(key, () => make(false));
    if (closed === undefined || !(await invited(request, closed, code))) return json;
    return (await prepared(`invited ${key}`, () => make(true))).json;
  }

  typed.get(
    '/api/v1/offices/:office/services/:service/days',
    {
      schema: {
        tags: ['availability'],
        summary: 'Days with free seats',
        params: address,
        querystring: z
          .object({ from: date.optional(), to: date.optional(), resident, invitation })
          .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
            path: ['to'],
            message: 'date-order',
          }),
        response: { 200: daysAnswer },
      },
    },
    async (request, reply) => {
      const { params, query } = request;
      const { from, to } = query;
      const key = `days ${params.office} ${params.service} ${from} ${to} ${query.resident} ${second()}`;
      return send(
        reply,
        await answered(request, { key, code: query.invitation }, async (mayLook) => {
          const { offering, offeringId, zone } = await openService(deps.db, params);
          if (offering.inviteOnly && !mayLook) return { json: write(daysAnswer, noDays), closed: offering };
          const found = await freeDays(deps.db, {
            offeringId,
            from: dayOf(from),
            to: dayOf(to),
            asker: askerOf(query.resident),
            now: deps.clock.now(),
          });
          const json = write(daysAnswer, {
            horizonEnd: found.horizonEnd?.toString() ?? null,
            nextRelease: found.nextRelease && withOffset(found.nextRelease, zone),
            ...(found.nextReleaseBy && { nextReleaseBy: withOffset(found.nextReleaseBy, zone) }),
            days: found.days.map((day) => ({ date: day.date.toString(), free: day.free })),
            ...(offering.inviteOnly && { inviteOnly: true }),
          });
          return { json };
        }),
      );
    },
  );

  typed.get(
    '/api/v1/offices/:office/services/:service/slots',
    {
      schema: {
        tags: ['availability'],
        summary: 'Free times of a day',
        params: address,
        querystring: pageQuery.extend({ date, resident, invitation }),
        response: { 200: slotsAnswer },
      },
    },
    async (request, reply) => {
      const { params, query } = request;
      const key = `slots ${params.office} ${params.service} ${query.date} ${query.resident} ${pageKey(query)} ${second()}`;
      return send(
        reply,
        await answered(request, { key, code: query.invitation }, async (mayLook) => {
          const { offering, offeringId, zone } = await openService(deps.db, params);
          if (offering.inviteOnly && !mayLook) return { json: write(slotsAnswer, noSlots), closed: offering };
          const day = Temporal.PlainDate.from(query.date);
          const slots = await freeSlots(deps.db, {
            offeringId,
            date: day,
            asker: askerOf(query.resident),
            now: deps.clock.now(),
          });
          const { items, nextCursor } = pageOf(oncePerStart(slots), query, ({ id }) => id);
          const json = write(slotsAnswer, {
            items: items.map(({ id, startsAt, endsAt, free, seats }) => ({
              id,
              startsAt: withOffset(startsAt, zone),
              endsAt: withOffset(endsAt, zone),
              free,
              // Planners side by side: a party sits in one of them.
              ...(free > Math.min(...seats) && { largestParty: Math.min(...seats) }),
            })),
            nextCursor,
            ...(offering.inviteOnly && { inviteOnly: true }),
          });
          return { json };
        }),
      );
    },
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
          const told = await orders.told(
            deps.db,
            items.map(({ id }) => id),
          );
          const json = write(releasesAnswer, {
            items: items.map((release) => releaseItem(release, told.get(release.id), zone)),
            nextCursor,
          });
          return { json };
        }).then(({ json }) => json),
      ),
  );
}

function pageKey({ limit, cursor }: z.output<typeof pageQuery>): string {
  return cursor === undefined ? String(limit) : `${limit} ${cursor.index} ${cursor.key}`;
}

/** JSON of an answer that its schema describes. */
function write<Schema extends z.ZodType>(_schema: Schema, answer: z.input<Schema>): string {
  return JSON.stringify(answer);
}

/** Ready-made text: sent as it is. The declared answer is the object it was made from, hence `never`. */
function send(reply: FastifyReply, json: string): never {
  return reply.header('cache-control', 'no-store').type('application/json; charset=utf-8').send(json) as never;
}
