import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  type AnswerRefusal,
  inboxSectionOf,
  inboxSections,
  listAsked,
  requestFacts,
  type RequestFacts,
} from '#features/booking/index.ts';
import { withOffset } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import { type ApiAnswer, idempotencyOf, once, sendAnswer } from '#platform/http/idempotency.ts';
import { loginNeeded } from '#platform/http/openapi.ts';
import { notFound, problem } from '#platform/http/problem.ts';
import { problemDetail } from '#platform/http/problem-detail.ts';
import { type Language, localText } from '#platform/language.ts';
import { answerRequest, type InboxAnswer } from '../answer-request.ts';
import { type AskedParams, requireAsked } from '../asked-of-office.ts';
import { noteReading, type OfficeParams, openDesk } from '../at-office.ts';
import { clearanceProblemTexts } from './clearances.text.ts';

const protocol = z.string().trim().max(60, 'too-long').optional().describe('the municipality’s own number');
const grantBody = z.object({ protocol }).nullish();
const refuseBody = z.object({
  protocol,
  reason: z.string('required').trim().min(1, 'required').max(1000, 'too-long').describe('read by the person'),
});

const day = z.iso.date().nullable();

/** A request of another office, as the municipality that answers sees it. */
const askedAnswer = z.object({
  id: z.string(),
  section: z.enum(inboxSections),
  mode: z.enum(['notify', 'required']).describe('notify: only to be read'),
  state: z.enum(['to-ask', 'asked', 'granted', 'refused', 'to-tell', 'told']),
  municipality: z.string().nullable().describe('cadastral code'),
  office: z.string().describe('name of the office that asks'),
  service: z.string(),
  startsAt: z.string(),
  bookingCode: z.string(),
  people: z.array(
    z.object({
      givenName: z.string(),
      familyName: z.string(),
      codiceFiscale: z.string().nullable(),
      birthDate: day.describe('only of who has no codice fiscale'),
    }),
  ),
  askedOn: day,
  dueOn: day.describe('the last day for the answer'),
  atDeadline: z.enum(['cancel', 'stays']).describe('what becomes of the booking without an answer'),
  answeredOn: day,
  protocol: z.string().nullable().describe('of the answer'),
  reason: z.string().nullable(),
});

/** `GET /offices/{office}/clearances`, and the answers: what other offices ask of a municipality. */
export function addClearancesApi(app: FastifyInstance, deps: Deps): void {
  const described = { tags: ['office'], security: loginNeeded };
  const query = z.object({
    section: z.enum(inboxSections).optional(),
    page: z.coerce.number().int().min(1).max(9_999).default(1),
  });

  app.get(
    '/api/v1/offices/:office/clearances',
    {
      schema: {
        ...described,
        querystring: query,
        summary: 'Clearances asked of this office’s municipality: to answer, to read, settled',
      },
      config: { answers: { 200: z.object({ items: z.array(askedAnswer), more: z.boolean() }) } },
    },
    async (request: FastifyRequest<OfficeParams>, reply) => {
      const at = await openDesk(deps, request, 'see-booking');
      const { section, page } = query.parse(request.query);
      const most = 50;
      const found: RequestFacts[] = [];
      for (const one of section ? [section] : inboxSections) {
        const filter = { officeId: at.office.id, section: one, skip: (page - 1) * most, most: most + 1 };
        found.push(...(await listAsked(deps.db, deps.secrets, filter)));
      }
      const shown = section ? found.slice(0, most) : found;
      const detail = { bookings: shown.map(({ bookingId }) => bookingId) };
      await noteReading(deps, at, { action: 'see-clearance-requests', subject: null, detail });
      void reply.header('cache-control', 'no-store');
      return { items: shown.map((facts) => askedView(facts, request.language)), more: found.length > shown.length };
    },
  );

  for (const action of ['grant', 'refuse'] as const) {
    app.post(
      `/api/v1/offices/:office/clearances/:id/${action}`,
      {
        preValidation: async (request: FastifyRequest<AskedParams>) =>
          void (await openDesk(deps, request, 'take-in-charge')),
        schema: {
          ...described,
          body: action === 'grant' ? grantBody : refuseBody,
          summary: action === 'grant' ? 'The municipality consents' : 'The municipality refuses, with its reason',
        },
        config: { answers: { 200: askedAnswer } },
      },
      (request: FastifyRequest<AskedParams>, reply) => answer(request, reply, action),
    );
  }

  async function answer(
    request: FastifyRequest<AskedParams>,
    reply: FastifyReply,
    action: 'grant' | 'refuse',
  ): Promise<FastifyReply> {
    const at = await openDesk(deps, request, 'take-in-charge');
    const { id } = await requireAsked(deps, request, at);
    const operatorId = at.viewer.accountId;
    const now = deps.clock.now();
    const key = idempotencyOf(request, `a:${operatorId}`);
    const result = await once(deps.db, key, now, async (tx): Promise<ApiAnswer> => {
      const about = { clearanceId: id, office: at.office, operatorId, answer: answerOf(action, request.body), now };
      const outcome = await answerRequest(tx, deps.secrets, about);
      if (!outcome.ok) return refusal(outcome.reason, request.language);
      const facts = await requestFacts(tx, deps.secrets, { id });
      if (!facts) throw notFound('unknown-clearance');
      return { status: 200, body: askedView(facts, request.language) };
    });
    return sendAnswer(reply, result);
  }
}

/** Checked by the schema of the route. */
function answerOf(action: 'grant' | 'refuse', body: unknown): InboxAnswer {
  if (action === 'grant') return { answer: 'grant', protocol: grantBody.parse(body)?.protocol || null };
  const { protocol: number, reason } = refuseBody.parse(body);
  return { answer: 'refuse', protocol: number || null, reason };
}

function refusal(reason: AnswerRefusal, language: Language): ApiAnswer {
  if (reason === 'not-found') throw notFound('unknown-clearance');
  const title = clearanceProblemTexts.for(language)(reason);
  return { status: 409, body: problem(409, reason, title, { detail: problemDetail(409, language) }) };
}

function askedView(facts: RequestFacts, language: Language): z.output<typeof askedAnswer> {
  const text = (date: Temporal.PlainDate | null): string | null => date && date.toString();
  const { id, mode, state, code, residence, atDeadline, reason } = facts;
  return {
    ...{ id, section: inboxSectionOf(facts), mode, state, municipality: residence, atDeadline, reason },
    office: localText(facts.officeName, language),
    service: localText(facts.serviceName, language),
    startsAt: withOffset(facts.startsAt, facts.zone),
    bookingCode: code,
    people: facts.people.map(({ birthDate, ...person }) => ({ ...person, birthDate: text(birthDate) })),
    askedOn: text(facts.askedOn),
    dueOn: text(facts.dueOn),
    answeredOn: text(facts.answeredOn),
    protocol: facts.answerProtocol,
  };
}
