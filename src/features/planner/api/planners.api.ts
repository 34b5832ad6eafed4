import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { listOfferings } from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';
import { type ApiAnswer, idempotencyOf, once, sendAnswer } from '#platform/http/idempotency.ts';
import { loginNeeded } from '#platform/http/openapi.ts';
import { pageOf, pageQuery } from '#platform/http/paging.ts';
import { numberInPath } from '#platform/http/path.ts';
import { type AtOffice, openOfficeToPlan, openPlanner } from '../at-office.ts';
import { deletePlanner } from '../editing/delete-planner.ts';
import { editedRules, findPlanner, listPlanners, type Planner } from '../planner.query.ts';
import { publishAsSeen } from '../slots/publish-as-seen.ts';
import { firstConflict, replaceRules } from '../editing/replace-rules.ts';
import type { OpeningRule } from '../rules.ts';
import { savePlanner } from '../editing/save-planner.ts';
import { plannerAnswer, type PlannerBody, plannerBody } from './planner-body.ts';
import { refusal, wrongField } from './planner-answers.ts';

const tags = ['office'];
const security = loginNeeded;

/** Planners for operators' programs; the same verbs as the office's pages. */
export function addPlannersApi(app: FastifyInstance, deps: Deps): void {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  const list = '/api/v1/offices/:office/planners';
  const preValidation = async (request: FastifyRequest) => void (await openOfficeToPlan(deps, request));

  typed.get(
    list,
    {
      preValidation,
      schema: {
        tags,
        security,
        summary: 'Planners of an office',
        querystring: pageQuery,
        response: { 200: z.object({ items: z.array(plannerAnswer), nextCursor: z.string().nullable() }) },
      },
    },
    async (request) => {
      const { office } = await openOfficeToPlan(deps, request);
      const { items, nextCursor } = pageOf(await listPlanners(deps.db, office.id), request.query, ({ id }) =>
        String(id),
      );
      return { items: await Promise.all(items.map((planner) => answerOf(deps, planner))), nextCursor };
    },
  );

  typed.get(
    `${list}/:planner`,
    { schema: { tags, security, summary: 'One planner', response: { 200: plannerAnswer } } },
    async (request) => answerOf(deps, (await openPlanner(deps, request)).planner),
  );

  typed.post(
    list,
    {
      preValidation,
      schema: { tags, security, summary: 'Make a planner', body: plannerBody },
      config: { answers: { 201: plannerAnswer } },
    },
    async (request, reply) => {
      const at = await openOfficeToPlan(deps, request);
      return sendAnswer(reply, await save(request, at, undefined, request.body));
    },
  );

  typed.put(
    `${list}/:planner`,
    {
      preValidation,
      schema: { tags, security, summary: 'Change a planner', body: plannerBody },
      config: { answers: { 200: plannerAnswer } },
    },
    async (request, reply) => {
      const { at, planner } = await openPlanner(deps, request);
      return sendAnswer(reply, await save(request, at, planner, request.body));
    },
  );

  typed.delete(
    `${list}/:planner`,
    {
      schema: { tags, security, summary: 'Delete a planner that was never published' },
      config: { answers: { 204: z.null().describe('deleted') } },
    },
    async (request, reply) => {
      const at = await openOfficeToPlan(deps, request);
      const plannerId = numberInPath(request, 'planner');
      const idempotency = idempotencyOf(request, `a:${at.viewer.accountId}`);
      const answer = await once(deps.db, idempotency, at.now, async (tx) => {
        const outcome = await deletePlanner(tx, { ...at.editing, plannerId });
        if (outcome.ok) return { status: 204, body: null };
        if (outcome.reason === 'unknown-planner') return refusal(request, 404, 'not-found');
        return refusal(request, 409, outcome.reason);
      });
      return sendAnswer(reply, answer);
    },
  );

  async function save(
    request: FastifyRequest,
    at: AtOffice,
    before: Planner | undefined,
    body: PlannerBody,
  ): Promise<ApiAnswer & { text?: string }> {
    const offerings = await listOfferings(deps.db, at.office.id);
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
    const { name, horizonDays, noticeMinutes, releaseTime, releaseRule, returnedSeats: returned } = body;
    const settings = {
      name,
      horizonDays,
      noticeMinutes,
      releaseTime,
      ...(releaseRule !== undefined && { releaseRule }),
      ...(returned !== undefined && { returned }),
      ...(body.audience !== undefined && { audience: body.audience }),
      ...(body.quotas !== undefined && { quotas: body.quotas }),
      ...(body.holdMinutes !== undefined && { holdMinutes: body.holdMinutes }),
      offeringIds: chosen.filter((id) => id !== undefined),
    };
    const idempotency = idempotencyOf(request, `a:${at.viewer.accountId}`);
    return once(deps.db, idempotency, at.now, async (tx) => {
      const saved = await savePlanner(tx, { ...at.editing, plannerId: before?.id ?? null, settings });
      if (!saved.ok) return refusal(request, 404, 'not-found');
      const { plannerId: id } = saved;
      await replaceRules(tx, { ...at.editing, plannerId: id, rules: body.rules });
      const kind = body.published ? 'publish' : body.published === false && before?.published ? 'unpublish' : undefined;
      const outcome = kind && (await publishAsSeen(tx, { ...at.editing, plannerId: id, kind, offer: body.offer }));
      const planner = await findPlanner(tx, { officeId: at.office.id, plannerId: id });
      if (planner === undefined) return refusal(request, 404, 'not-found');
      const offered = outcome?.ok ? { offered: outcome.offered } : {};
      return { status: before ? 200 : 201, body: { ...toAnswer(planner, body.rules), ...offered } };
    });
  }
}

async function answerOf(deps: Deps, planner: Planner): Promise<z.input<typeof plannerAnswer>> {
  return toAnswer(
    planner,
    (await editedRules(deps.db, planner.id)).map(({ rule }) => rule),
  );
}

function toAnswer(planner: Planner, rules: readonly OpeningRule[]): z.input<typeof plannerAnswer> {
  const { ruleCount: _count, services, returned, audience, quotas, openDay: _openDay, ...rest } = planner;
  return {
    ...rest,
    returnedSeats: returned,
    audience: { ...audience, grounds: [...audience.grounds] },
    quotas: quotas.map((quota) => ({ ...quota })),
    services: services.map((service) => service.code),
    rules: rules.map((rule) => ({
      ...rule,
      weekdays: [...rule.weekdays],
      breaks: rule.breaks.map((pause) => ({ ...pause })),
    })),
  };
}
