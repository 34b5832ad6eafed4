import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Deps } from '#platform/deps.ts';
import { pageOf, pageQuery } from '#platform/http/paging.ts';
import { localText } from '#platform/language.ts';
import { listServices } from '../service.query.ts';
import { serviceName } from './office-answer.ts';

const serviceAnswer = serviceName.extend({
  summary: z.string(),
  kinds: z.array(z.enum(['consular', 'municipal'])).describe('which kinds of office offer it'),
  bookable: z.boolean().describe('offices take bookings for it, where they choose to'),
});

/** `GET /api/v1/services`: the national catalogue. */
export function addServiceListApi(app: FastifyInstance, deps: Deps): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/api/v1/services',
    {
      schema: {
        tags: ['offices'],
        summary: 'The national catalogue of services',
        querystring: pageQuery,
        response: { 200: z.object({ items: z.array(serviceAnswer), nextCursor: z.string().nullable() }) },
      },
    },
    async ({ language, query }) => {
      const page = pageOf(await listServices(deps.db), query, ({ code }) => code);
      const items = page.items.map(({ code, kinds, name, summary, bookable }) => {
        return {
          code,
          kinds: [...kinds],
          name: localText(name, language),
          summary: localText(summary, language),
          bookable,
        };
      });
      return { items, nextCursor: page.nextCursor };
    },
  );
}
