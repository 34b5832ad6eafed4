import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Deps } from '#platform/deps.ts';
import { shortCache } from '#platform/short-cache.ts';
import { familyCodes } from '../sites/family-codes.query.ts';
import { nearbyNames } from '../nearby-names.ts';
import { readOfficeCursor, writeOfficeCursor } from '../office-cursor.ts';
import { listSearchNames, type SearchName } from '../search-names.query.ts';
import { searchOffices } from '../search-offices.query.ts';
import { foundOfficeAnswer, toFoundOfficeAnswer } from './office-answer.ts';

const near = z
  .string()
  .max(60)
  .describe('LAT,LON in degrees: the nearest offices first')
  .transform((text, context) => {
    const [lat, lon, ...more] = text.split(',').map((part) => (part.trim() === '' ? NaN : Number(part)));
    const place = z
      .object({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) })
      .safeParse({ lat, lon });
    if (place.success && more.length === 0) return place.data;
    context.addIssue({ code: 'custom', message: 'invalid-place' });
    return z.NEVER;
  });

const cursor = z
  .string()
  .max(1_000)
  .transform((text, context) => {
    const place = readOfficeCursor(text);
    if (place) return place;
    context.addIssue({ code: 'custom', message: 'invalid-cursor' });
    return z.NEVER;
  });

const query = z.object({
  q: z.string().max(200).optional().describe('city, country, municipality, province, name or code'),
  kind: z.enum(['consular', 'municipal']).optional(),
  country: z
    .string()
    .regex(/^[A-Za-z]{2}$/, 'invalid-country')
    .optional()
    .describe('ISO 3166-1 alpha-2'),
  municipality: z
    .string()
    .regex(/^[A-Za-z]\d{3}$/, 'invalid-municipality')
    .optional()
    .describe('cadastral code'),
  province: z
    .string()
    .regex(/^[A-Za-z]{2}$/, 'invalid-province')
    .optional(),
  service: z
    .string()
    .regex(/^[a-z-]{1,60}$/, 'invalid-service')
    .optional()
    .describe('only offices that take bookings for it now'),
  near: near.optional(),
  limit: z.coerce.number().int().min(1, 'out-of-range').max(200, 'out-of-range').default(50),
  cursor: cursor.optional(),
});

const answer = z.object({
  items: z.array(foundOfficeAnswer),
  nextCursor: z.string().nullable(),
  meant: z.string().nullable().describe('the name searched for instead of `q`, which is written nearly so'),
});

/** Names of places change with an import. */
const namesAge = 10 * 60_000;

/** `GET /api/v1/offices` */
export function addOfficeListApi(app: FastifyInstance, deps: Deps): void {
  const kept = shortCache<readonly SearchName[]>({ milliseconds: namesAge, most: 1 });

  /** The name that `q` is nearest to, when it is neither a place nor a word of any office. */
  async function nameMeant(q: string): Promise<string | undefined> {
    const known = await searchOffices(deps.db, { q, limit: 1 });
    if (known.items.length > 0) return undefined;
    const names = await kept('names', () => listSearchNames(deps.db));
    return nearbyNames(q, names, 1)[0]?.name;
  }

  app.withTypeProvider<ZodTypeProvider>().get(
    '/api/v1/offices',
    {
      schema: {
        tags: ['offices'],
        summary: 'Find offices',
        description:
          'Without `near`: first those of the very city asked for, those that take bookings, larger municipalities. A name with typing errors is taken for the nearest one.',
        querystring: query,
        response: { 200: answer },
      },
    },
    async (request) => {
      const { query: asked } = request;
      const first = await searchOffices(deps.db, asked);
      const name = asked.q?.trim() && first.items.length === 0 ? await nameMeant(asked.q) : undefined;
      const { items, nextCursor } = name === undefined ? first : await searchOffices(deps.db, { ...asked, q: name });
      const ids = items.map(({ id }) => id);
      const families = await familyCodes(deps.db, ids);
      return {
        items: items.map((office) => toFoundOfficeAnswer(office, families.get(office.id), request.language)),
        nextCursor: nextCursor ? writeOfficeCursor(nextCursor) : null,
        meant: items.length > 0 ? (name ?? null) : null,
      };
    },
  );
}
