import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Office } from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';
import { idempotencyOf, once, sendAnswer } from '#platform/http/idempotency.ts';
import { loginNeeded } from '#platform/http/openapi.ts';
import { pageOf, pageQuery } from '#platform/http/paging.ts';
import { closureFaults } from '../closure-faults.rules.ts';
import { type Closure, listClosures } from '../closure.query.ts';
import { addClosure, removeClosure } from '../closures.ts';
import { numberInPath, openOffice } from '../at-office.ts';
import { closureAnswer, closureBody } from './planner-body.ts';
import { hitAnswer, refusal, wrongField, wrongFields } from './planner-answers.ts';

const tags = ['office'];
const security = loginNeeded;

/** Closures for operators' programs. */
export function addClosuresApi(app: FastifyInstance, deps: Deps): void {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  const list = '/api/v1/offices/:office/closures';
  const preValidation = async (request: FastifyRequest) => void (await openOffice(request, deps));

  typed.get(
    list,
    {
      preValidation,
      schema: { tags, security, summary: 'Closures of an office, from today on', querystring: pageQuery },
      config: { answers: { 200: z.object({ items: z.array(closureAnswer), nextCursor: z.string().nullable() }) } },
    },
    async (request) => {
      const { office, today } = await openOffice(request, deps);
      const closures = await listClosures(deps.db, { officeId: office.id, from: today });
      const { items, nextCursor } = pageOf(closures, request.query, ({ id }) => String(id));
      return { items: items.map((closure) => toAnswer(closure, office)), nextCursor };
    },
  );

  typed.post(
    list,
    {
      preValidation,
      schema: { tags, security, summary: 'Close an office or a planner', body: closureBody },
      config: { answers: { 201: closureAnswer } },
    },
    async (request, reply) => {
      const at = await openOffice(request, deps);
      const { firstDay, lastDay = firstDay, starts, ends, reason, planner: plannerId } = request.body;
      const closure = { firstDay, lastDay, starts, ends, reason, plannerId };
      const idempotency = idempotencyOf(request, `a:${at.viewer.accountId}`);
      const answer = await once(deps.db, idempotency, at.now, async (tx) => {
        const faults = closureFaults(closure, at.today);
        if (faults.length > 0) return wrongFields(request, faults);
        const outcome = await addClosure(tx, { ...at.editing, closure });
        if (!outcome.ok)
          return wrongField(request, outcome.reason === 'unknown-planner' ? 'planner' : 'firstDay', outcome.reason);
        const all = await listClosures(tx, { officeId: at.office.id, from: Temporal.PlainDate.from(firstDay) });
        const made = all.find((one) => one.id === outcome.closureId);
        if (made === undefined) throw new Error('a closure just made is missing');
        return { status: 201, body: { ...toAnswer(made, at.office), withdrawn: outcome.withdrawn } };
      });
      return sendAnswer(reply, answer);
    },
  );

  typed.delete(
    `${list}/:closure`,
    {
      schema: { tags, security, summary: 'Open again' },
      config: { answers: { 204: z.null().describe('open again') } },
    },
    async (request, reply) => {
      const at = await openOffice(request, deps);
      const closureId = numberInPath(request, 'closure');
      const idempotency = idempotencyOf(request, `a:${at.viewer.accountId}`);
      const answer = await once(deps.db, idempotency, at.now, async (tx) => {
        const outcome = await removeClosure(tx, { ...at.editing, closureId });
        return outcome.ok ? { status: 204, body: null } : refusal(request, 404, 'not-found');
      });
      return sendAnswer(reply, answer);
    },
  );
}

function toAnswer(closure: Closure, office: Office) {
  const { id, firstDay, lastDay, starts, ends, reason, plannerId } = closure;
  return {
    id,
    firstDay: firstDay.toString(),
    lastDay: lastDay.toString(),
    starts,
    ends,
    reason,
    planner: plannerId,
    bookings: closure.appointments.map(({ code, startsAt }) =>
      hitAnswer({ code, startsAt: Temporal.Instant.from(startsAt) }, office),
    ),
  };
}
