import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { requireVerified, requireViewer } from '#features/identity/index.ts';
import { offeringAt, officeAt } from '#features/offices/index.ts';
import type { Db, Tx } from '#platform/database.ts';
import { dayIn } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import { fieldError } from '#platform/http/form.ts';
import { type ApiAnswer, idempotencyOf, once, sendAnswer } from '#platform/http/idempotency.ts';
import { loginNeeded } from '#platform/http/openapi.ts';
import { notFound, problemTitle } from '#platform/http/problem.ts';
import { whyNotEligible } from '../eligibility/eligible.ts';
import { declineSeat } from '../waiting-list/answer-seat.ts';
import { leaveList } from '../waiting-list/change-entry.ts';
import { type Entry, entriesOfAccount, entryById, openSeat } from '../waiting-list/entry.query.ts';
import { joinList } from '../waiting-list/join.ts';
import { otherOffices } from '../waiting-list/other-offices.query.ts';
import { acceptOverApi } from './accept-seat.ts';
import { bookingAnswer } from './answers.ts';
import { refuse, refuseFields, refuseNotEligible } from './refuse.ts';
import { type AcceptBody, acceptBody, entryAnswer, type JoinBody, joinBody } from './waiting-list-body.ts';
import { entryView } from './waiting-list-view.ts';
import { readWishes } from './waiting-wishes.ts';
import { codeVerdict } from './one-time-code.api.ts';

const tags = ['citizen'];
const address = '/api/v1/waiting-list';

interface OneEntry {
  Params: { id: string };
}

/** `POST /waiting-list`, `GET /waiting-list`, `POST /waiting-list/{id}/accept` and `/decline`, `DELETE /waiting-list/{id}`. */
export function addWaitingListApi(app: FastifyInstance, deps: Deps): void {
  const open = { tags, security: loginNeeded };

  app.post(
    address,
    {
      preValidation: async (request) => void requireVerified(request),
      schema: { ...open, body: joinBody, summary: 'Join the waiting list of a service' },
      config: { answers: { 201: entryAnswer } },
    },
    async (request, reply) => {
      const { accountId } = requireVerified(request);
      const idempotency = idempotencyOf(request, `a:${accountId}`);
      // Checked by the schema.
      const body = request.body as JoinBody;
      return sendAnswer(reply, await once(deps.db, idempotency, deps.clock.now(), (tx) => join(tx, request, body)));
    },
  );

  app.get(
    address,
    {
      preValidation: async (request) => void requireViewer(request),
      schema: { ...open, summary: 'One’s own entries, with their place and the seat offered' },
      config: { answers: { 200: z.object({ items: z.array(entryAnswer), nextCursor: z.null() }) } },
    },
    async (request, reply) => {
      const { accountId } = requireViewer(request);
      const now = deps.clock.now();
      const entries = await entriesOfAccount(deps.db, { accountId, now });
      const items = entries.map((entry) => entryView(entry, now));
      return sendAnswer(reply, { status: 200, body: { items, nextCursor: null } });
    },
  );

  app.post<OneEntry>(
    `${address}/:id/accept`,
    {
      preValidation: async (request) => void requireVerified(request),
      schema: { ...open, body: acceptBody, summary: 'Accept the seat offered: it becomes a booking' },
      config: { answers: { 201: bookingAnswer } },
    },
    async (request, reply) => {
      const viewer = requireVerified(request);
      const idempotency = idempotencyOf(request, `a:${viewer.accountId}`);
      // Checked by the schema.
      const body = request.body as AcceptBody;
      const now = deps.clock.now();
      const seat = openSeat(await own(deps.db, request), now);
      // Counted outside the transaction, as for any other booking.
      const code =
        seat && body.people
          ? await codeVerdict(deps, {
              request,
              viewer,
              body: { ...body, people: body.people, hold: seat.holdId },
              idempotency,
            })
          : ({ ok: false, reason: 'required' } as const);
      const answer = await once(deps.db, idempotency, now, async (tx) =>
        acceptOverApi(tx, deps, { request, viewer, body, code, entry: await own(tx, request) }),
      );
      return sendAnswer(reply, answer);
    },
  );

  app.post<OneEntry>(
    `${address}/:id/decline`,
    {
      preValidation: async (request) => void requireViewer(request),
      schema: { ...open, summary: 'Decline the seat offered; the place is kept' },
      config: { answers: { 200: entryAnswer } },
    },
    async (request, reply) => {
      const { accountId } = requireViewer(request);
      const now = deps.clock.now();
      const answer = await once(deps.db, idempotencyOf(request, `a:${accountId}`), now, async (tx) => {
        const entry = await own(tx, request);
        const outcome = await declineSeat(tx, { entryId: entry.id, now });
        if (outcome.ok) return { status: 200, body: entryView(await own(tx, request), now) };
        return refuse(request, outcome.reason === 'offer-expired' ? 'offer-expired' : 'no-seat-offered');
      });
      return sendAnswer(reply, answer);
    },
  );

  app.delete<OneEntry>(
    `${address}/:id`,
    {
      preValidation: async (request) => void requireViewer(request),
      schema: { ...open, summary: 'Leave the list' },
      config: { answers: { 204: z.null().describe('left') } },
    },
    async (request, reply) => {
      const { accountId } = requireViewer(request);
      const now = deps.clock.now();
      const answer = await once(deps.db, idempotencyOf(request, `a:${accountId}`), now, async (tx) => {
        const outcome = await leaveList(tx, { entryId: (await own(tx, request)).id, now });
        return outcome.ok ? { status: 204, body: null } : refuse(request, 'not-waiting');
      });
      return sendAnswer(reply, answer);
    },
  );

  async function join(tx: Tx, request: FastifyRequest, body: JoinBody): Promise<ApiAnswer> {
    const { accountId } = requireVerified(request);
    const now = deps.clock.now();
    const office = await officeAt(tx, body.office);
    const offering = office && (await offeringAt(tx, office.id, body.service));
    if (!office || !offering) throw notFound('unknown-office-or-service');
    const read = readWishes(body, dayIn(now, office.timeZone));
    if ('fault' in read) {
      const { fault } = read;
      const title = problemTitle('invalid-request', request.language);
      return refuseFields(request, [fieldError(fault.field, fault.reason, request.language)], title);
    }
    const refusal = await whyNotEligible(tx, { viewer: { accountId }, offering, now });
    if (refusal) return refuseNotEligible(request, refusal);
    const wanted = new Set(body.offices ?? []);
    const others = (await otherOffices(tx, offering.id)).filter(({ code }) => wanted.has(code));
    if (others.length < wanted.size) return refuse(request, 'unknown-office');
    const outcome = await joinList(tx, deps.secrets, {
      accountId,
      offeringId: offering.id,
      wishes: read.wishes,
      others: others.map(({ offeringId }) => offeringId),
      language: request.language,
      now,
    });
    if (!outcome.ok) return refuse(request, outcome.reason);
    const entry = await entryById(tx, { entryId: outcome.entryId, now });
    if (!entry) throw notFound();
    return { status: 201, body: entryView(entry, now) };
  }

  /** The entry of whoever is logged in; 404 for everybody else's, as if there were none. */
  async function own(db: Db | Tx, request: FastifyRequest<OneEntry>): Promise<Entry> {
    const { accountId } = requireViewer(request);
    const entry = await entryById(db, { entryId: request.params.id, now: deps.clock.now() });
    if (entry?.accountId !== accountId) throw notFound();
    return entry;
  }
}
