import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Deps } from '#platform/deps.ts';
import { searchMunicipalities } from '../municipality.query.ts';

const municipalityAnswer = z.object({
  code: z.string().describe('cadastral code'),
  name: z.string(),
  otherName: z.string().nullable(),
  province: z.string(),
  region: z.string(),
});

/** `GET /api/v1/municipalities?q=`, for those who ask for a municipality by name. */
export function addMunicipalityListApi(app: FastifyInstance, deps: Deps): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/api/v1/municipalities',
    {
      schema: {
        tags: ['offices'],
        summary: 'Find a municipality by the beginning of its name',
        querystring: z.object({
          q: z.string().min(1, 'required').max(100),
          limit: z.coerce.number().int().min(1, 'out-of-range').max(200, 'out-of-range').default(20),
        }),
        response: { 200: z.object({ items: z.array(municipalityAnswer), nextCursor: z.null() }) },
      },
    },
    async (request) => {
      const found = await searchMunicipalities(deps.db, request.query);
      const items = found.map(({ provinceCode, ...municipality }) => ({ ...municipality, province: provinceCode }));
      return { items, nextCursor: null };
    },
  );
}
