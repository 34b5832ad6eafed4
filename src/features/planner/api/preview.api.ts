import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Deps } from '#platform/deps.ts';
import { loginNeeded } from '#platform/http/openapi.ts';
import { notFound } from '#platform/http/problem.ts';
import { openOfficeToPlan, openPlanner } from '../at-office.ts';
import { findPlan } from '../plan.query.ts';
import { previewRules } from '../slots/hours-preview.query.ts';
import { previewPublication } from '../slots/publish.ts';
import { hitAnswer } from './planner-answers.ts';
import { previewAnswer, ruleBody } from './planner-body.ts';

/** `POST /offices/{office}/planners/{id}/preview` */
export function addPreviewApi(app: FastifyInstance, deps: Deps): void {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  typed.post(
    '/api/v1/offices/:office/planners/:planner/preview',
    {
      preValidation: async (request) => void (await openOfficeToPlan(deps, request)),
      schema: {
        tags: ['office'],
        security: loginNeeded,
        summary: 'What publishing would change',
        description: 'With `rules`, those; otherwise the rules as they are being edited. Writes nothing.',
        body: z.object({ rules: z.array(ruleBody).max(100).optional() }).nullish(),
        response: { 200: previewAnswer },
      },
    },
    async (request) => {
      const { at, planner } = await openPlanner(deps, request);
      const plan = await findPlan(deps.db, planner.id);
      if (plan === undefined) throw notFound();
      const rules = request.body?.rules ?? plan.rules;
      const changes = await previewPublication(deps.db, { plan: { ...plan, rules }, now: at.now });
      const { bookings } = await previewRules(deps.db, { plan, rules, now: at.now });
      const { made, changed, withdrawn, keptTaken } = changes;
      return {
        made,
        changed,
        withdrawn,
        keptTaken,
        bookings: bookings.map((booking) => hitAnswer(booking, at.office)),
      };
    },
  );
}
