import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Deps } from '#platform/deps.ts';
import { notFound } from '#platform/http/problem.ts';
import { releaseAt } from '../at-office.ts';
import { publishedReport } from '../published-report.ts';
import { reportJson } from '../report/files.ts';

const count = z.number().int().nullable();
const instant = z.string().nullable();

const answer = z
  .object({
    release: z.string(),
    source: z
      .enum(['tickets', 'holds'])
      .describe('what is known of people: tickets of a waiting room, or only seats that were held'),
    order: z.enum(['first-come', 'draw', 'registration-draw']).nullable(),
    outcome: z.enum(['sold-out', 'emptied']).nullable(),
    planners: z.array(z.string()),
    joinsAt: instant,
    closesAt: instant,
    opensAt: z.string(),
    soldOutAt: instant,
    secondsToLastSeat: count,
    seats: count,
    people: count.describe('tickets, one a person; without a room, those who held a seat'),
    withSeat: count,
    answered: count,
    answerSeconds: z.object({ median: count, nineInTen: count }).describe('from joining to the final answer'),
    arrival: z.object({
      verdict: z.enum(['unknown', 'arrival', 'independent', 'dependent']).describe('whether coming early helped'),
      chanceFirstQuarter: z.number().nullable(),
      chanceLastQuarter: z.number().nullable(),
      correlation: z.number().nullable().describe('between the order of joining and the order drawn'),
    }),
    groups: z.array(z.object({ part: z.string(), value: z.string(), people: count, withSeat: count })),
    madeAt: z.string(),
  })
  .describe('null: not known, or kept back because it tells of fewer than five people');

/** `GET /releases/{id}/fairness`: how fair a release was, while its office publishes it. */
export function addFairnessApi(app: FastifyInstance, deps: Deps): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/api/v1/releases/:release/fairness',
    {
      schema: { tags: ['offices'], summary: 'The published report of fairness of a release' },
      config: { answers: { 200: answer } },
    },
    async (request, reply) => {
      const found = await publishedReport(deps.db, releaseAt(request));
      if (found === undefined) throw notFound('unknown-release');
      void reply.header('cache-control', 'public, max-age=60').header('access-control-allow-origin', '*');
      return reportJson(found.report, found.office.timeZone);
    },
  );
}
