import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Office } from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';
import { idempotencyOf, once, sendAnswer } from '#platform/http/idempotency.ts';
import { loginNeeded } from '#platform/http/openapi.ts';
import { pageOf, pageQuery } from '#platform/http/paging.ts';
import { numberInPath } from '#platform/http/path.ts';
import { openOfficeToPlan } from '../at-office.ts';
import { changeCalendar, type ChangeOutcome } from '../calendar/change-calendar.ts';
import { type EntryWithAppointments, listEntries } from '../calendar/closure.query.ts';
import { askedChange, closureAnswer, closureBody } from './closure-body.ts';
import { hitAnswer, refusal, wrongField, wrongFields } from './planner-answers.ts';

const tags = ['office'];
const security = loginNeeded;

/** Closures and extra openings for operators' programs. */
export function addClosuresApi(app: FastifyInstance, deps: Deps): void {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  const list = '/api/v1/offices/:office/closures';
  const preValidation = async (request: FastifyRequest) => void (await openOfficeToPlan(deps, request));

  typed.get(
    list,
    {
      preValidation,
      schema: {
        tags,
        security,
        summary: 'Closures and extra openings of an office, from today on',
        querystring: pageQuery,
      },
      config: { answers: { 200: z.object({ items: z.array(closureAnswer), nextCursor: z.string().nullable() }) } },
    },
    async (request) => {
      const { office, today } = await openOfficeToPlan(deps, request);
      const entries = await listEntries(deps.db, { officeId: office.id, from: today });
      const { items, nextCursor } = pageOf(entries, request.query, ({ id }) => String(id));
      return { items: items.map((entry) => toAnswer(entry, office)), nextCursor };
    },
  );

  typed.post(
    list,
    {
      preValidation,
      schema: {
        tags,
        security,
        summary: 'Close an office or a planner, or open a planner for extra hours',
        description:
          'Takes effect at once. An extra opening opens also on a day that is closed. The appointments that lose their seat are told and, with `offer`, each is offered another.',
        body: closureBody,
      },
      config: { answers: { 201: closureAnswer } },
    },
    async (request, reply) => {
      const at = await openOfficeToPlan(deps, request);
      const { change, faults } = askedChange(request.body, at.today);
      const { offer, rule } = request.body;
      const idempotency = idempotencyOf(request, `a:${at.viewer.accountId}`);
      const answer = await once(deps.db, idempotency, at.now, async (tx) => {
        if (faults.length > 0) return wrongFields(request, faults);
        const outcome = await changeCalendar(tx, { ...at.editing, change, offer, rule });
        if (!outcome.ok) return refused(request, outcome.reason);
        const { made, withdrawn, bookings } = outcome;
        const from = Temporal.PlainDate.compare(request.body.firstDay, at.today) < 0 ? at.today : request.body.firstDay;
        const all = await listEntries(tx, { officeId: at.office.id, from: Temporal.PlainDate.from(from) });
        const entry = all.find(({ id }) => id === outcome.entryIds[0]);
        if (entry === undefined) throw new Error('a closure just made is missing');
        const offered = offer ? bookings.length : 0;
        return { status: 201, body: { ...toAnswer(entry, at.office), made, withdrawn, offered, round: outcome.round } };
      });
      return sendAnswer(reply, answer);
    },
  );

  typed.delete(
    `${list}/:closure`,
    {
      schema: { tags, security, summary: 'Open again what was closed, or take an extra opening back' },
      config: { answers: { 204: z.null().describe('done') } },
    },
    async (request, reply) => {
      const at = await openOfficeToPlan(deps, request);
      const entryId = numberInPath(request, 'closure');
      const idempotency = idempotencyOf(request, `a:${at.viewer.accountId}`);
      const answer = await once(deps.db, idempotency, at.now, async (tx) => {
        const change = { kind: 'remove', entryId } as const;
        const outcome = await changeCalendar(tx, { ...at.editing, change, offer: true });
        return outcome.ok ? { status: 204, body: null } : refusal(request, 404, 'not-found');
      });
      return sendAnswer(reply, answer);
    },
  );
}

function refused(request: FastifyRequest, reason: Extract<ChangeOutcome, { ok: false }>['reason']) {
  switch (reason) {
    case 'unknown-planner':
      return wrongField(request, 'planner', reason);
    case 'already-closed':
      return wrongField(request, 'firstDay', reason);
    case 'other-minutes':
      return wrongField(request, 'minutes', reason);
    case 'other-starts':
      return wrongField(request, 'starts', reason);
    // Nobody has seen a preview here, and a new entry takes none away.
    case 'changed':
    case 'unknown-entry':
      return refusal(request, 404, 'not-found');
  }
}

function toAnswer(entry: EntryWithAppointments, office: Office) {
  const { kind, id, firstDay, lastDay, starts, ends, reason, plannerId, yearly, minutes, desks } = entry;
  return {
    kind,
    id,
    firstDay: firstDay.toString(),
    lastDay: lastDay.toString(),
    starts,
    ends,
    reason,
    planner: plannerId,
    yearly,
    minutes,
    desks,
    bookings: entry.appointments.map(({ code, startsAt }) =>
      hitAnswer({ code, startsAt: Temporal.Instant.from(startsAt) }, office),
    ),
  };
}
