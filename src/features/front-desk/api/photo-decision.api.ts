import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import {
  bookingById,
  type DecideRefusal,
  photoStanding,
  refuse,
  refuseFields,
  type UndoRefusal,
} from '#features/booking/index.ts';
import type { Tx } from '#platform/database.ts';
import type { Deps } from '#platform/deps.ts';
import { fieldError } from '#platform/http/form.ts';
import { type ApiAnswer, idempotencyOf, once, sendAnswer } from '#platform/http/idempotency.ts';
import { notFound, problem, problemTitle } from '#platform/http/problem.ts';
import { problemDetail } from '#platform/http/problem-detail.ts';
import { openDesk, requireBooking } from '../at-office.ts';
import { decideAtDesk, undoAtDesk } from '../decide-photo-at-desk.ts';
import { decidedAnswer } from './photo-answers.ts';
import { decideBody, readWhy, undoBody } from './photo-decision-body.ts';
import { describedOfficePhoto, officePhotoApi, type OnePhotoRequest, wantedPosition } from './photo-request.ts';
import { photoProblemTexts } from './photos.text.ts';

/** `POST …/photo/decide` and `/undo`: the same verbs as the buttons of the page, with the same lines in the log. */
export function addPhotoDecisionApi(app: FastifyInstance, deps: Deps): void {
  const route = {
    preValidation: async (request: OnePhotoRequest) => void (await openDesk(deps, request, 'serve')),
    config: { answers: { 200: decidedAnswer } },
  };

  app.post(
    `${officePhotoApi}/decide`,
    {
      ...route,
      schema: {
        ...describedOfficePhoto,
        body: decideBody,
        summary: 'Accept a photo, accept it against the checks with a reason, or ask for another',
        description:
          'Asking for another tells its person, with why and where to send it. 409 `photo-changed` where another one was sent meanwhile, `already-decided` where a colleague was first.',
      },
    },
    async (request: OnePhotoRequest, reply) => {
      const at = await openDesk(deps, request, 'serve');
      const booking = await requireBooking(deps, request, at);
      const position = wantedPosition(request, booking);
      // Checked by the schema.
      const body = request.body as z.output<typeof decideBody>;
      const read = readWhy(body, request.language);
      if (!read.ok) return sendAnswer(reply, wrong(request, read.errors));
      const { photoId, outcome } = body;
      const desk = { booking, operatorId: at.viewer.accountId, now: deps.clock.now() };
      const wish = { ...desk, position, photoId, outcome, why: read.why };
      const key = idempotencyOf(request, `a:${desk.operatorId}`);
      const answer = await once(deps.db, key, desk.now, async (tx) => {
        const decided = await decideAtDesk(tx, deps.secrets, wish);
        return decided.ok ? done(tx, booking.id, position, decided.id) : refusal(request, decided.reason);
      });
      return sendAnswer(reply, answer);
    },
  );

  app.post(
    `${officePhotoApi}/undo`,
    { ...route, schema: { ...describedOfficePhoto, body: undoBody, summary: 'Take a decision about a photo back' } },
    async (request: OnePhotoRequest, reply) => {
      const at = await openDesk(deps, request, 'serve');
      const booking = await requireBooking(deps, request, at);
      // Checked by the schema.
      const { decision: decisionId } = request.body as z.output<typeof undoBody>;
      const desk = { booking, operatorId: at.viewer.accountId, now: deps.clock.now() };
      const key = idempotencyOf(request, `a:${desk.operatorId}`);
      const answer = await once(deps.db, key, desk.now, async (tx) => {
        const undone = await undoAtDesk(tx, { ...desk, decisionId });
        return undone.ok ? done(tx, booking.id, undone.position, null) : refusal(request, undone.reason);
      });
      return sendAnswer(reply, answer);
    },
  );

  async function done(tx: Tx, bookingId: string, person: number, decision: string | null): Promise<ApiAnswer> {
    const booking = await bookingById(tx, deps.secrets, bookingId);
    if (booking === undefined) throw notFound('unknown-booking');
    const body: z.output<typeof decidedAnswer> = {
      ...{ code: booking.code, person, decision },
      state: photoStanding(booking, person),
    };
    return { status: 200, body };
  }
}

function refusal(request: FastifyRequest, reason: DecideRefusal | UndoRefusal): ApiAnswer {
  switch (reason) {
    case 'not-found':
      throw notFound('unknown-booking');
    case 'no-photo':
      throw notFound(reason);
    case 'needs-reason':
      return wrong(request, [fieldError('reasons', 'required', request.language)]);
    case 'cancelled':
    case 'over':
      return refuse(request, reason);
    default: {
      const title = photoProblemTexts.for(request.language)(reason);
      return { status: 409, body: problem(409, reason, title, { detail: problemDetail(409, request.language) }) };
    }
  }
}

function wrong(request: FastifyRequest, errors: Parameters<typeof refuseFields>[1]): ApiAnswer {
  return refuseFields(request, errors, problemTitle('invalid-request', request.language));
}
