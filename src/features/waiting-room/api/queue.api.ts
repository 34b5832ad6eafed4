import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { requireVerified } from '#features/identity/index.ts';
import { type Offering, type Office, offeringAt, officeAt } from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';
import { idempotencyOf, onceAfter, sendAnswer } from '#platform/http/idempotency.ts';
import { loginNeeded } from '#platform/http/openapi.ts';
import { notFound } from '#platform/http/problem.ts';
import { shortCache } from '#platform/short-cache.ts';
import { transact } from '#platform/transaction.ts';
import { leaveRoom } from '../ticket/leave-room.ts';
import { givePass } from '../ticket/pass.ts';
import { readTicket } from '../ticket/ticket-name.ts';
import type { RoomNow, Rooms } from '../turns/rooms.ts';
import { receiptShape } from '../draw/receipt.ts';
import { queueAnswer } from './answers.ts';
import { joiner, type QueueOptions, refused } from './joiner.ts';
import { passView, standingOfOld } from './old-tickets.ts';
import { queueAddress } from './polls.ts';
import { type QueueBody, queueBody } from './queue-body.ts';

const tags = ['citizen'];

/** `POST /queue`, `GET` and `DELETE /queue/{ticket}`. */
export function addQueueApi(app: FastifyInstance, deps: Deps, rooms: Rooms, options: QueueOptions = {}): void {
  const joined = joiner(deps, rooms, options);
  const places = shortCache<{ office: Office; offering: Offering } | undefined>({ milliseconds: 1000, most: 20_000 });

  app.post(
    queueAddress,
    {
      schema: {
        body: queueBody,
        tags,
        summary: 'Ask for a place',
        description:
          'Where no rush is on one is admitted at once, without login. Else it needs a login with a proved address; asked again it is the same place.',
      },
      config: { answers: { 201: queueAnswer.extend({ receipt: receiptShape.optional() }) } },
    },
    async (request, reply) => {
      // Checked by the schema.
      const body = request.body as QueueBody;
      const at = await places(`${body.office} ${body.service}`, () => placeOf(deps, body));
      if (!at) throw notFound('unknown-office-or-service');
      const { office, offering } = at;
      if (!offering.bookable) return sendAnswer(reply, refused(request, 'not-bookable', 403));
      const room = await roomFor(rooms, offering.id, body.room);
      if (!room) {
        if (body.room !== undefined) return sendAnswer(reply, refused(request, 'over'));
        const { signed, pass } = givePass(deps.secrets, { offeringId: offering.id, now: deps.clock.now() });
        return sendAnswer(reply, {
          status: 201,
          body: passView(signed, pass, { rooms, zone: office.timeZone, now: deps.clock.now() }),
        });
      }
      const { accountId } = requireVerified(request);
      const idempotency = idempotencyOf(request, `a:${accountId}`);
      const join = () => joined(request, { ...at, room, people: body.people, accountId });
      return sendAnswer(reply, await (idempotency ? onceAfter(deps.db, idempotency, deps.clock.now(), join) : join()));
    },
  );

  app.get<{ Params: { ticket: string } }>(
    `${queueAddress}/:ticket`,
    {
      schema: { tags, summary: 'Where one stands; made to be asked by a hundred thousand' },
      config: { answers: { 200: queueAnswer }, anyone: true },
    },
    // Those whose room this process knows were answered before (`addPolls`).
    async (request, reply) => {
      const { ticket } = request.params;
      const body = await standingOfOld(deps, rooms, ticket);
      if (body === undefined) throw notFound();
      return sendAnswer(reply, { status: 200, body: undefined, text: body });
    },
  );

  app.delete<{ Params: { ticket: string } }>(
    `${queueAddress}/:ticket`,
    {
      schema: { tags, security: loginNeeded, summary: 'Leave; one may join again, at the end' },
      config: { answers: { 204: z.null().describe('left') } },
    },
    async (request, reply) => {
      const { accountId } = requireVerified(request);
      const name = readTicket(deps.secrets, request.params.ticket);
      if (!name) throw notFound();
      const now = deps.clock.now();
      const outcome = await transact(deps.db, (tx) => leaveRoom(tx, { ...name, accountId, now }));
      return sendAnswer(reply, outcome.ok ? { status: 204, body: null } : refused(request, outcome.reason));
    },
  );
}

/**
 * The room somebody means: the one named, else the one people stand in now. One that has ended is found too: who asks again
 * because an answer was lost is told what became of their place.
 */
async function roomFor(rooms: Rooms, offeringId: number, code: string | undefined): Promise<RoomNow | undefined> {
  if (code === undefined) return rooms.allOver(offeringId).find(({ state }) => state !== 'announced');
  if (rooms.byCode(code) === undefined) await rooms.refresh();
  const room = rooms.byCode(code);
  return room?.offeringIds.includes(offeringId) ? room : undefined;
}

async function placeOf(
  { db }: Pick<Deps, 'db'>,
  body: { office: string; service: string },
): Promise<{ office: Office; offering: Offering } | undefined> {
  const office = await officeAt(db, body.office);
  const offering = office && (await offeringAt(db, office.id, body.service));
  return office && offering ? { office, offering } : undefined;
}
