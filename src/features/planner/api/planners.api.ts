import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { sql } from 'kysely';
import { z } from 'zod';
import { listOfferings } from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';
import { type ApiAnswer, idempotencyOf, once, sendAnswer } from '#platform/http/idempotency.ts';
import { notFound } from '#platform/http/problem.ts';
import type { Tx } from '#platform/database.ts';
import { type Desk, numberInPath, openDesk } from '../office/office-desk.ts';
import { deletePlanner } from '../delete-planner.ts';
import { findPlan } from '../plan.query.ts';
import { editedRules, findPlanner, listPlanners, type Planner } from '../planner.query.ts';
import { previewPublication, publishPlanner, unpublishPlanner } from '../publish.ts';
import { firstConflict, replaceRules } from '../replace-rules.ts';
import type { OpeningRule } from '../rules.ts';
import { savePlanner } from '../save-planner.ts';
import { uncoveredBookings } from '../uncovered-bookings.query.ts';
import { plannerAnswer, type PlannerBody, plannerBody, ruleBody } from './planner-body.ts';
import { hitAnswer, refusal, wrongField } from './planner-answers.ts';

const tags = ['office'];
const answers = { 200: plannerAnswer, 201: plannerAnswer };

/** Planners for operators' programs; the same verbs as the office's pages. */
export function addPlannersApi(app: FastifyInstance, deps: Deps): void {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  const list = '/api/v1/offices/:office/planners';

  typed.get(list, { schema: { tags, summary: 'Planners of an office' } }, async (request) => {
    const { office } = await openDesk(request, deps);
    const planners = await listPlanners(deps.db, office.id);
    return { items: await Promise.all(planners.map((planner) => answerOf(deps, planner))), nextCursor: null };
  });

  typed.get(`${list}/:planner`, { schema: { tags, summary: 'One planner', response: answers } }, async (request) => {
    return answerOf(deps, await known(request, await openDesk(request, deps)));
  });

  typed.post(list, { schema: { tags, summary: 'Make a planner', body: plannerBody } }, async (request, reply) => {
    const desk = await openDesk(request, deps);
    return sendAnswer(reply, await save(request, desk, null, request.body));
  });

  typed.put(
    `${list}/:planner`,
    { schema: { tags, summary: 'Change a planner', body: plannerBody } },
    async (request, reply) => {
      const desk = await openDesk(request, deps);
      const { id } = await known(request, desk);
      return sendAnswer(reply, await save(request, desk, id, request.body));
    },
  );

  typed.delete(
    `${list}/:planner`,
    { schema: { tags, summary: 'Delete a planner that was never published' } },
    async (request, reply) => {
      const desk = await openDesk(request, deps);
      const { id } = await known(request, desk);
      const outcome = await deps.db
        .transaction()
        .execute((tx) => deletePlanner(tx, { ...desk.editing, plannerId: id }));
      if (outcome.ok) return reply.code(204).send();
      if (outcome.reason === 'unknown-planner') throw notFound();
      return sendAnswer(reply, refusal(request, 409, outcome.reason));
    },
  );

  typed.post(
    `${list}/:planner/preview`,
    {
      schema: {
        tags,
        summary: 'What publishing would change',
        description: 'With `rules`, those; otherwise the rules as they are being edited. Writes nothing.',
        body: z.object({ rules: z.array(ruleBody).max(100).optional() }).nullish(),
      },
    },
    async (request) => {
      const desk = await openDesk(request, deps);
      const { id } = await known(request, desk);
      const plan = await findPlan(deps.db, id);
      if (plan === undefined) throw notFound();
      const changes = await previewPublication(deps.db, {
        plan: { ...plan, rules: request.body?.rules ?? plan.rules },
        now: desk.now,
      });
      const slotIds = changes.uncovered.map((slot) => slot.slotId);
      const bookings = await uncoveredBookings(deps.db, { officeId: desk.office.id, slotIds, now: desk.now });
      const { made, changed, withdrawn, keptTaken } = changes;
      return {
        made,
        changed,
        withdrawn,
        keptTaken,
        bookings: bookings.map((booking) => hitAnswer(booking, desk.office)),
      };
    },
  );

  async function known(request: FastifyRequest, desk: Desk): Promise<Planner> {
    const planner = await findPlanner(deps.db, {
      officeId: desk.office.id,
      plannerId: numberInPath(request, 'planner'),
    });
    if (planner === undefined) throw notFound();
    return planner;
  }

  async function save(
    request: FastifyRequest,
    desk: Desk,
    plannerId: number | null,
    body: PlannerBody,
  ): Promise<ApiAnswer & { text?: string }> {
    const offerings = await listOfferings(deps.db, desk.office.id);
    const chosen = body.services.map((code) => offerings.find((offering) => offering.serviceCode === code)?.id);
    const unknown = chosen.indexOf(undefined);
    if (unknown !== -1) return wrongField(request, `services.${unknown}`, 'unknown-service');
    const conflict = firstConflict(body.rules);
    if (conflict)
      return wrongField(
        request,
        `rules.${conflict.index}.${conflict.reason === 'other-minutes' ? 'minutes' : 'starts'}`,
        conflict.reason,
      );
    if (body.published && body.rules.length === 0) return wrongField(request, 'rules', 'no-rules');
    const { name, horizonDays, noticeMinutes, releaseTime } = body;
    const settings = {
      name,
      horizonDays,
      noticeMinutes,
      releaseTime,
      offeringIds: chosen.filter((id) => id !== undefined),
    };
    const idempotency = idempotencyOf(request, `a:${desk.viewer.accountId}`);
    return once(deps.db, idempotency, desk.now, async (tx) => {
      const saved = await savePlanner(tx, { ...desk.editing, plannerId, settings });
      if (!saved.ok) return refusal(request, 404, 'not-found');
      await replaceRules(tx, { plannerId: saved.plannerId, rules: body.rules });
      await setPublished(tx, saved.plannerId, body.published, desk.now);
      const planner = await findPlanner(tx, { officeId: desk.office.id, plannerId: saved.plannerId });
      if (planner === undefined) return refusal(request, 404, 'not-found');
      return { status: plannerId === null ? 201 : 200, body: toAnswer(planner, body.rules) };
    });
  }
}

async function setPublished(
  tx: Tx,
  plannerId: number,
  published: boolean | undefined,
  now: Temporal.Instant,
): Promise<void> {
  if (published === true) await publishPlanner(tx, { plannerId, now });
  if (published !== false) return;
  const { rows } = await sql`SELECT FROM planner WHERE id = ${plannerId} AND published`.execute(tx);
  if (rows.length > 0) await unpublishPlanner(tx, { plannerId, now });
}

async function answerOf(deps: Deps, planner: Planner): Promise<z.input<typeof plannerAnswer>> {
  return toAnswer(
    planner,
    (await editedRules(deps.db, planner.id)).map(({ rule }) => rule),
  );
}

function toAnswer(planner: Planner, rules: readonly OpeningRule[]): z.input<typeof plannerAnswer> {
  const { ruleCount: _count, services, ...rest } = planner;
  return {
    ...rest,
    services: services.map((service) => service.code),
    rules: rules.map((rule) => ({
      ...rule,
      weekdays: [...rule.weekdays],
      breaks: rule.breaks.map((pause) => ({ ...pause })),
    })),
  };
}
