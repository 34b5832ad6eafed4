import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Deps } from '#platform/deps.ts';
import { notFound } from '#platform/http/problem.ts';
import { officeAt } from '#features/offices/index.ts';
import { describeOffice, officeDetail } from './office-detail.ts';

/** `GET /api/v1/offices/{office}` */
export function addOfficeDetailApi(app: FastifyInstance, deps: Deps): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/api/v1/offices/:office',
    {
      schema: {
        tags: ['offices'],
        summary: 'One office, with its week, closures, services and booking rules',
        params: z.object({ office: z.string().describe('its code: cons-london') }),
        response: { 200: officeDetail },
      },
    },
    async ({ params, language }) => {
      const office = await officeAt(deps.db, params.office);
      if (!office) throw notFound();
      return describeOffice(deps, { office, language, now: deps.clock.now() });
    },
  );
}
