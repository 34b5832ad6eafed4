import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { withOffset } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import { fieldError } from '#platform/http/form.ts';
import { pageOf, pageQuery } from '#platform/http/paging.ts';
import { HttpProblem } from '#platform/http/problem.ts';
import { type Language, localText } from '#platform/language.ts';
import { shortCache } from '#platform/short-cache.ts';
import { type FirstFree, firstFree } from '../availability/first-free.query.ts';
import {
  type NearbyOffering,
  nearbyOfferings,
  type Place,
  placeOfMunicipality,
} from '../availability/nearby-offerings.query.ts';

const near = z
  .string()
  .max(60)
  .describe('LAT,LON in degrees')
  .transform((text, context) => {
    const parts = text.split(',').map((part) => (part.trim() === '' ? NaN : Number(part)));
    const place = z.tuple([z.number().min(-90).max(90), z.number().min(-180).max(180)]).safeParse(parts);
    if (place.success) return { lat: place.data[0], lon: place.data[1] };
    context.addIssue({ code: 'custom', message: 'invalid-place' });
    return z.NEVER;
  });

const query = z.object({
  service: z.string('required').regex(/^[a-z-]{1,60}$/, 'invalid-service'),
  municipality: z
    .string()
    .regex(/^[A-Za-z]\d{3}$/, 'invalid-municipality')
    .optional()
    .describe('cadastral code'),
  near: near.optional(),
  limit: z.coerce.number('number').int('number').min(1, 'out-of-range').max(200, 'out-of-range').default(20),
  cursor: pageQuery.shape.cursor,
});

const answer = z.object({
  items: z.array(
    z.object({
      office: z.string().describe('code'),
      name: z.string(),
      city: z.string(),
      timeZone: z.string(),
      date: z.string(),
      startsAt: z.string().describe('RFC 3339 with the offset of the office'),
      distanceKm: z.number().nullable(),
    }),
  ),
  nextCursor: z.string().nullable(),
});

/** Offices this far away are worth a journey; when none of them is free the nearest ones are told. */
const nearbyKm = 50;
const mostOffices = 2_000;
const nearest = 100;

interface Found {
  readonly offering: NearbyOffering;
  readonly first: FirstFree;
}

/** `GET /api/v1/first-available`: offices by the first date they have free, then by distance. */
export function addFirstAvailableApi(app: FastifyInstance, deps: Deps): void {
  const found = shortCache<Found[]>({ milliseconds: 1_000, most: 2_000 });
  app
    .withTypeProvider<ZodTypeProvider>()
    .get(
      '/api/v1/first-available',
      { schema: { tags: ['availability'], summary: 'First free date', querystring: query, response: { 200: answer } } },
      async (request, reply) => {
        const { service, municipality, near: point, limit, cursor } = request.query;
        const place = municipality === undefined ? (point ?? null) : await placeOfMunicipality(deps.db, municipality);
        if (place === undefined) throw unknownMunicipality(request.language);
        const now = deps.clock.now();
        const key = `${service} ${place?.lat} ${place?.lon} ${Math.floor(now.epochMilliseconds / 1000)}`;
        const all = await found(key, () => firstAvailable(deps, { service, place, now }));
        const { items, nextCursor } = pageOf(all, { limit, cursor }, ({ offering }) => String(offering.offeringId));
        void reply.header('cache-control', 'no-store');
        return {
          items: items.map(({ offering, first }) => ({
            office: offering.code,
            name: localText(offering.name, request.language),
            city: localText(offering.city, request.language),
            timeZone: offering.zone,
            date: first.date.toString(),
            startsAt: withOffset(first.startsAt, offering.zone),
            distanceKm: offering.km === null ? null : Math.round(offering.km * 10) / 10,
          })),
          nextCursor,
        };
      },
    );
}

async function firstAvailable(
  deps: Deps,
  request: { service: string; place: Place | null; now: Temporal.Instant },
): Promise<Found[]> {
  const { service, place, now } = request;
  const around = await among(
    await nearbyOfferings(deps.db, { service, place, withinKm: nearbyKm, limit: mostOffices }),
  );
  if (around.length > 0 || place === null) return around;
  return among(await nearbyOfferings(deps.db, { service, place, limit: nearest }));

  async function among(offerings: readonly NearbyOffering[]): Promise<Found[]> {
    const byId = new Map(offerings.map((offering) => [offering.offeringId, offering]));
    // All of them: only the distance settles which of a day's many offices come first.
    const free = await firstFree(deps.db, { offeringIds: [...byId.keys()], now, limit: mostOffices });
    return free
      .flatMap((first) => {
        const offering = byId.get(first.offeringId);
        return offering ? [{ offering, first }] : [];
      })
      .sort(byDateThenDistance);
  }
}

function byDateThenDistance(a: Found, b: Found): number {
  return (
    Temporal.PlainDate.compare(a.first.date, b.first.date) ||
    (a.offering.km ?? 0) - (b.offering.km ?? 0) ||
    Temporal.Instant.compare(a.first.startsAt, b.first.startsAt)
  );
}

function unknownMunicipality(language: Language): HttpProblem {
  return new HttpProblem(422, 'invalid-request', {
    extensions: { errors: [fieldError('municipality', 'unknown', language)] },
  });
}
