import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { requireVerified } from '#features/identity/index.ts';
import { findOfferingById, findOfficeById, type Offering } from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';
import { fieldError } from '#platform/http/form.ts';
import { type ApiAnswer, idempotencyOf, onceAfter, sendAnswer } from '#platform/http/idempotency.ts';
import { loginNeeded } from '#platform/http/openapi.ts';
import { notFound } from '#platform/http/problem.ts';
import { queueAnswer } from '../../api/answers.ts';
import { joiner, type QueueOptions, refused, wrongFields } from '../../api/joiner.ts';
import { queueBody } from '../../api/queue-body.ts';
import { readTicket } from '../../ticket/ticket-name.ts';
import type { RoomNow, Rooms } from '../../turns/rooms.ts';
import { receiptShape } from '../receipt.ts';
import { roomOfRelease } from '../room-of-release.query.ts';
import { ticketReceipt } from '../ticket-receipt.ts';

const entryBody = z.object({
  service: z.string().max(100).optional().describe('needed where the release is for several services'),
  people: queueBody.shape.people,
  preferences: z
    .record(z.string(), z.unknown())
    .optional()
    .describe('of a registration draw: when and where one could come; a draw needs none'),
});

export type EntryBody = z.output<typeof entryBody>;

const entryAnswer = queueAnswer.extend({ receipt: receiptShape.optional().describe('keep it: it is your proof') });

export interface EntryOptions extends QueueOptions {
  /** joins a registration draw, with preferences */
  readonly register?: (
    request: FastifyRequest,
    wish: { readonly room: RoomNow; readonly offering: Offering; readonly body: EntryBody; readonly accountId: number },
  ) => Promise<ApiAnswer>;
}

interface OfRelease {
  Params: { release: string };
}

/** `POST /releases/{id}/entries`: joins a draw. `GET …/entries/{ticket}`: its receipt again, for whoever has the ticket. */
export function addEntriesApi(app: FastifyInstance, deps: Deps, rooms: Rooms, options: EntryOptions = {}): void {
  const joined = joiner(deps, rooms, options);
  const address = '/api/v1/releases/:release/entries';

  app.post<OfRelease>(
    address,
    {
      schema: {
        body: entryBody,
        tags: ['citizen'],
        security: loginNeeded,
        summary: 'Join the draw of a release',
        description: 'Asked again it is the same ticket. Who is early has no advantage.',
      },
      config: { answers: { 201: entryAnswer } },
    },
    async (request, reply) => {
      const { accountId } = requireVerified(request);
      // Checked by the schema.
      const body = request.body as EntryBody;
      const room = await roomOf(request.params.release);
      const offering = await offeringOf(room, body.service);
      if (offering === undefined) {
        const reason = body.service === undefined ? 'required' : 'unknown-service';
        return sendAnswer(reply, wrongFields(request, [fieldError('service', reason, request.language)]));
      }
      return answer(request, reply, { room, offering, body, accountId });
    },
  );

  app.get<{ Params: { release: string; ticket: string } }>(
    `${address}/:ticket`,
    {
      schema: { tags: ['citizen'], summary: 'The signed receipt of a ticket' },
      config: { answers: { 200: receiptShape }, anyone: true },
    },
    async ({ params }, reply) => {
      const name = readTicket(deps.secrets, params.ticket);
      const receipt = name && (await ticketReceipt(deps, name));
      if (receipt?.room !== params.release) throw notFound();
      return reply
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="turno-${receipt.room}-${receipt.number}.json"`)
        .send(receipt);
    },
  );

  async function answer(
    request: FastifyRequest,
    reply: FastifyReply,
    wish: { room: RoomNow; offering: Offering; body: EntryBody; accountId: number },
  ): Promise<FastifyReply> {
    const { room, offering, body, accountId } = wish;
    const { register } = options;
    const office = await findOfficeById(deps.db, offering.officeId);
    if (office === undefined) throw notFound();
    const idempotency = idempotencyOf(request, `a:${accountId}`);
    const join = (): Promise<ApiAnswer> => {
      if (room.ordering === 'registration-draw')
        return register ? register(request, wish) : Promise.resolve(refused(request, 'over'));
      return joined(request, { office, offering, room, people: body.people, accountId });
    };
    return sendAnswer(reply, await (idempotency ? onceAfter(deps.db, idempotency, deps.clock.now(), join) : join()));
  }

  async function roomOf(code: string): Promise<RoomNow> {
    const known = rooms.byCode(code);
    if (known) return known;
    await rooms.refresh();
    const fresh = rooms.byCode(code) ?? rooms.byCode((await roomOfRelease(deps.db, code)) ?? '');
    if (fresh) return fresh;
    throw notFound();
  }

  async function offeringOf(room: RoomNow, service: string | undefined): Promise<Offering | undefined> {
    const offerings = await Promise.all(room.offeringIds.map((id) => findOfferingById(deps.db, id)));
    const open = offerings.flatMap((offering) => (offering?.bookable ? [offering] : []));
    if (service === undefined) return open.length === 1 ? open[0] : undefined;
    return open.find(({ serviceCode }) => serviceCode === service);
  }
}
