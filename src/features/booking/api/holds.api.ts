import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { requireVerified, requireViewer } from '#features/identity/index.ts';
import { type Offering, offeringAt, type Office, officeAt } from '#features/offices/index.ts';
import { onTheSite } from '#features/planner/index.ts';
import { withOffset } from '#platform/dates.ts';
import { type Gate, openGate } from '#features/waiting-room/index.ts';
import type { Deps } from '#platform/deps.ts';
import {
  type ApiAnswer,
  idempotencyOf,
  once,
  onceAfter,
  sendAnswer,
  storedAnswer,
} from '#platform/http/idempotency.ts';
import { notFound, problemTitle } from '#platform/http/problem.ts';
import { shortCache } from '#platform/short-cache.ts';
import { holdBrake } from '../hold/hold-brake.ts';
import { extendHold, releaseHold } from '../hold/hold-changes.ts';
import { holdAccount, holdOwner, newHoldOwner } from '../hold/hold-cookie.ts';
import { findHold } from '../hold/hold.query.ts';
import { holdForCitizen } from '../hold/hold-for-citizen.ts';
import { ownerKey } from '../hold/hold-owner.ts';
import { wishedInvitation } from '../invitations/invited.ts';
import type { SeatEngine } from '../seats/engine.ts';
import { holdAnswer } from './answers.ts';
import { type HoldBody, holdBody, placeFault, plainDate } from './hold-body.ts';
import { answeredBefore, holdView } from './hold-replay.ts';
import { addOneTimeCodeApi } from './one-time-code.api.ts';
import { refuse, refuseFields, refuseNotEligible } from './refuse.ts';

const tags = ['citizen'];

interface OpenService {
  readonly office: Office;
  readonly offering: Offering;
}

/** `POST /holds`, `POST /holds/{id}/extend` and `/otp`, `DELETE /holds/{id}`. */
export function addHoldsApi(app: FastifyInstance, deps: Deps, engine: SeatEngine, gate: Gate = openGate): void {
  // Rules of an offering change by the hand of an operator; a second late does not matter, the batch has the last word.
  const brake = holdBrake(deps);
  const openServices = shortCache<OpenService | undefined>({ milliseconds: 1000, most: 20_000 });

  app.post(
    '/api/v1/holds',
    {
      schema: {
        body: holdBody,
        tags,
        summary: 'Hold seats for ten minutes',
        description: 'A `slot`, or the `earliest` seat from one day to another. Works without login.',
      },
      config: { answers: { 201: holdAnswer } },
    },
    async (request, reply) => {
      // Checked by the schema.
      const body = request.body as HoldBody;
      return sendAnswer(reply, await makeHold(request, reply, body));
    },
  );

  app.post<{ Params: { id: string } }>(
    '/api/v1/holds/:id/extend',
    { schema: { tags, summary: 'Five minutes more, once' }, config: { answers: { 200: holdAnswer } } },
    async (request, reply) => {
      const owner = holdOwner(request);
      const found = owner && (await findHold(deps.db, deps.secrets, { holdId: request.params.id, owner }));
      if (!owner || !found) throw notFound();
      const idempotency = idempotencyOf(request, ownerKey(deps.secrets, owner));
      const now = deps.clock.now();
      const answer = await once(deps.db, idempotency, now, async (tx) => {
        const outcome = await extendHold(tx, deps.secrets, { holdId: found.id, owner, now });
        if (!outcome.ok) return refuse(request, outcome.reason);
        return { status: 200, body: { ...holdView(found), expiresAt: withOffset(outcome.expiresAt, found.timeZone) } };
      });
      return sendAnswer(reply, answer);
    },
  );

  addOneTimeCodeApi(app, deps);

  app.delete<{ Params: { id: string } }>(
    '/api/v1/holds/:id',
    { schema: { tags, summary: 'Give the seats back' }, config: { answers: { 204: z.null().describe('given back') } } },
    async (request, reply) => {
      const owner = holdOwner(request);
      const found = owner && (await findHold(deps.db, deps.secrets, { holdId: request.params.id, owner }));
      if (!owner || !found) throw notFound();
      const now = deps.clock.now();
      const answer = await onceAfter(deps.db, idempotencyOf(request, ownerKey(deps.secrets, owner)), now, async () => {
        await releaseHold(deps.db, deps.secrets, { holdId: found.id, owner, now });
        return { status: 204, body: null };
      });
      return sendAnswer(reply, answer);
    },
  );

  async function makeHold(
    request: FastifyRequest,
    reply: FastifyReply,
    body: HoldBody,
  ): Promise<ApiAnswer & { text?: string }> {
    const open = await openServices(`${body.office} ${body.service}`, () => openService(deps, body));
    if (open === undefined) throw notFound('unknown-office-or-service');
    if (!open.offering.bookable) return refuse(request, 'not-bookable');
    const wrong = placeFault(request, body);
    if (wrong) return refuseFields(request, [wrong], problemTitle('invalid-request', request.language));
    const owner = newHoldOwner(request, reply, deps);
    const moved = body.reschedule === undefined ? undefined : await ownBooking(deps, request, body.reschedule);
    // A one-time code is typed where one books: nobody gets past it by moving there.
    if (moved && moved.offeringId !== open.offering.id && open.offering.oneTimeCode)
      return refuse(request, 'other-service');
    const key = ownerKey(deps.secrets, owner);
    const idempotency = idempotencyOf(request, key);
    const now = deps.clock.now();
    const earlier = idempotency && (await storedAnswer(deps.db, idempotency));
    // A key of another request is refused by the batch, which has the last word on keys.
    if (earlier && earlier !== 'of-another-request') return earlier;
    const wish = {
      id: randomUUID(),
      office: open.office,
      offering: open.offering,
      where: body.slot === undefined ? { from: plainDate(body.from), to: plainDate(body.to) } : { slot: body.slot },
      party: body.party,
      ownerKey: key,
      accountId: holdAccount(request),
      rescheduleOf: moved?.id ?? null,
      forOthers: body.forOthers,
      asker: { ...onTheSite, resident: body.resident },
      now,
      idempotency,
    };
    const invitation = await wishedInvitation(deps, request, { ...open, typed: body.invitation });
    const priority = body.priority && { ground: body.priority, secrets: deps.secrets };
    const { ticket } = body;
    const booker = {
      wish,
      ticket,
      viewer: request.viewer,
      ...open,
      movedFrom: moved?.offeringId,
      invitation,
      priority,
    };
    const outcome = await brake(request, () => holdForCitizen({ engine, db: deps.db, gate }, booker));
    if (!outcome.ok) {
      // Logged in already, but with an address that is still to be proved.
      if (outcome.reason === 'login-required' && request.viewer) requireVerified(request);
      const answer =
        outcome.reason === 'not-eligible'
          ? refuseNotEligible(request, outcome.refusal)
          : refuse(request, outcome.reason);
      // Nothing was done, so nothing is lost if this row is not written: the next try decides afresh.
      if (idempotency && outcome.reason !== 'idempotency-key-reused')
        await once(deps.db, idempotency, now, async () => answer);
      return answer;
    }
    const secret = owner.kind === 'browser' ? { secret: owner.browser } : {};
    if (outcome.replay || outcome.startsAt === null)
      return answeredBefore(deps, { holdId: outcome.holdId, idempotency, secret });
    const zone = open.office.timeZone;
    const place = { slot: outcome.slotId, startsAt: withOffset(outcome.startsAt, zone), party: body.party };
    return {
      status: 201,
      body: { id: outcome.holdId, ...place, expiresAt: withOffset(outcome.expiresAt, zone), ...secret },
    };
  }
}

async function openService(deps: Deps, body: { office: string; service: string }): Promise<OpenService | undefined> {
  const office = await officeAt(deps.db, body.office);
  const offering = office && (await offeringAt(deps.db, office.id, body.service));
  return office && offering ? { office, offering } : undefined;
}

async function ownBooking(
  deps: Deps,
  request: FastifyRequest,
  code: string,
): Promise<{ id: string; offeringId: number }> {
  const viewer = requireViewer(request);
  const found = await deps.db
    .selectFrom('booking')
    .select(['id', 'offering_id as offeringId'])
    .where('code', '=', code)
    .where('account_id', '=', viewer.accountId)
    .where('live', '=', true)
    .executeTakeFirst();
  if (!found) throw notFound('unknown-booking');
  return found;
}
