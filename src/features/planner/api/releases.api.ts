import { sql } from 'kysely';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { withOffset } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import { idempotencyOf, once, sendAnswer } from '#platform/http/idempotency.ts';
import { loginNeeded } from '#platform/http/openapi.ts';
import { pathPart } from '#platform/http/path.ts';
import { openOfficeToPlan } from '../at-office.ts';
import { listPlanners } from '../planner.query.ts';
import { cancelRelease } from '../releases/cancel-release.ts';
import { planRelease, type PlannedRelease, type ReleaseTime } from '../releases/plan-release.ts';
import { refusal, wrongField } from './planner-answers.ts';
import type { OrderTold, ReleaseOrders } from '../releases/release-order.ts';
import { orderFieldOf, orderWishOf, plannedAnswer, type ReleaseBody, releaseBody } from './release-body.ts';

const tags = ['office'];
const security = loginNeeded;

/** Opening seats apart from a planner's rule, and taking back what has not opened, for operators' programs. */
export function addReleasesApi(app: FastifyInstance, deps: Deps, { orders }: { orders: ReleaseOrders }): void {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  const list = '/api/v1/offices/:office/releases';

  typed.post(
    list,
    {
      preValidation: async (request) => void (await openOfficeToPlan(deps, request)),
      schema: {
        tags,
        security,
        summary: 'Open seats now, at one or several instants, or a few at a time',
        description:
          'Only seats that are not open yet, the earliest first. They open then, whatever the planner’s own rule says. A rule that goes on (`releaseRule`) belongs to the planner.',
        body: releaseBody,
      },
      config: { answers: { 201: plannedAnswer } },
    },
    async (request, reply) => {
      const at = await openOfficeToPlan(deps, request);
      const { body } = request;
      const idempotency = idempotencyOf(request, `a:${at.viewer.accountId}`);
      const answer = await once(deps.db, idempotency, at.now, async (tx) => {
        const all = await listPlanners(tx, at.office.id);
        const planners =
          body.planner === undefined
            ? all.filter(({ published, services }) => published && services.some(({ code }) => code === body.service))
            : all.filter(({ id }) => id === body.planner);
        if (planners.length === 0)
          return body.planner === undefined
            ? wrongField(request, 'service', 'unknown-service')
            : wrongField(request, 'planner', 'unknown-planner');
        const items: (PlannedRelease & { planner: number })[] = [];
        // In the order of their ids, as all who lock several planners.
        for (const { id } of planners.toSorted((a, b) => a.id - b.id)) {
          const wish = { ...body, plannerId: id, when: timeOf(body, at.now) };
          const outcome = await planRelease(tx, { ...at.editing, wish });
          if (outcome.ok) items.push(...outcome.releases.map((release) => ({ ...release, planner: id })));
          else if (outcome.reason !== 'no-seats') return refused(request, outcome.reason);
        }
        if (items.length === 0) return refused(request, 'no-seats');
        const order = orderWishOf(body);
        if (order) {
          const releases = items.map(({ planner: plannerId, ...release }) => ({ ...release, plannerId }));
          const drawn = await orders.plan(tx, { ...at.editing, wish: order, releases });
          if (!drawn.ok) return wrongField(request, orderFieldOf(drawn.reason), drawn.reason);
        }
        const told = await orders.told(
          tx,
          items.map(({ code }) => code),
        );
        return {
          status: 201,
          body: {
            items: items.map(({ code, planner, opensAt, seats }) => ({
              id: code,
              planner,
              opensAt: withOffset(opensAt, at.office.timeZone),
              seats,
              ...orderAnswer(told.get(code), at.office.timeZone),
            })),
          },
        };
      });
      return sendAnswer(reply, answer);
    },
  );

  typed.delete(
    `${list}/:release`,
    {
      schema: { tags, security, summary: 'Take back what has not opened yet of a planned release' },
      config: { answers: { 204: z.null().describe('done') } },
    },
    async (request, reply) => {
      const at = await openOfficeToPlan(deps, request);
      const idempotency = idempotencyOf(request, `a:${at.viewer.accountId}`);
      const answer = await once(deps.db, idempotency, at.now, async (tx) => {
        const { rows } = await sql<{ id: string }>`
          SELECT id FROM release WHERE code = ${pathPart(request, 'release')}`.execute(tx);
        const outcome = await cancelRelease(tx, { ...at.editing, releaseId: rows[0]?.id ?? '0' });
        if (outcome.ok) {
          await orders.cancel(tx, { releaseId: rows[0]?.id ?? '0', now: at.now });
          return { status: 204, body: null };
        }
        return outcome.reason === 'already-open'
          ? refusal(request, 409, 'already-open')
          : refusal(request, 404, 'not-found');
      });
      return sendAnswer(reply, answer);
    },
  );
}

function orderAnswer(told: OrderTold | undefined, zone: string) {
  return {
    order: told?.order ?? ('first-come' as const),
    commitment: told?.commitment ?? null,
    joinsAt: told ? withOffset(told.joinsAt, zone) : null,
    closesAt: told ? withOffset(told.closesAt, zone) : null,
  };
}

function timeOf({ opensAt, drip }: ReleaseBody, now: Temporal.Instant): ReleaseTime {
  if (drip) {
    const { seats: seatsEach, ...rest } = drip;
    return {
      kind: 'drip',
      since: opensAt === undefined || Array.isArray(opensAt) ? now.add({ seconds: 1 }) : opensAt,
      ...rest,
      seatsEach,
    };
  }
  if (opensAt === undefined) return { kind: 'now' };
  return { kind: 'at', instants: [opensAt].flat().toSorted((a, b) => Temporal.Instant.compare(a, b)) };
}

function refused(
  request: FastifyRequest,
  reason: 'unknown-planner' | 'not-published' | 'in-the-past' | 'too-far' | 'no-seats',
) {
  switch (reason) {
    case 'unknown-planner':
    case 'not-published':
      return wrongField(request, 'planner', reason);
    case 'in-the-past':
      return wrongField(request, 'opensAt', reason);
    case 'too-far':
      return wrongField(request, 'lastDay', 'beyond-slots');
    case 'no-seats':
      return wrongField(request, 'firstDay', reason);
  }
}
