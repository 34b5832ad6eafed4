import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { requireViewer } from '#features/identity/index.ts';
import { frameInside } from '#features/photo/index.ts';
import type { Tx } from '#platform/database.ts';
import type { Deps } from '#platform/deps.ts';
import { type ApiAnswer, idempotencyOf, once, onceAfter, sendAnswer } from '#platform/http/idempotency.ts';
import { notFound, problemTitle } from '#platform/http/problem.ts';
import { transact } from '#platform/transaction.ts';
import type { Booking } from '../booking.query.ts';
import { lockBooking } from '../locked-booking.ts';
import { ownBooking } from '../own-booking.ts';
import { busyProblem } from '../photo/busy.ts';
import { photoBusyTexts } from '../photo/busy.text.ts';
import { cutAnew } from '../photo/cut-anew.ts';
import { removePhoto } from '../photo/keep-photo.ts';
import { photoDetailsOf } from '../photo/photo-details.query.ts';
import { proposalOf } from '../photo/proposal-of.query.ts';
import { acceptPhotoSaying, recropPhoto } from '../photo/use-photo.ts';
import { photoVerdict, verdictView } from './completion-view.ts';
import {
  acceptBody,
  describedPhoto,
  frameBody,
  type OfPerson,
  ofPerson,
  photoAnswerOf,
  photoApi,
  refuseUse,
  saidOf,
  toRemove,
  type ToRemove,
  wishOf,
} from './completion-photo-request.ts';
import { refuseFields } from './refuse.ts';

/** What is done with a photo that is there: `PUT …/photo/crop`, `POST …/photo/accept`, `DELETE …/photo`. */
export function addPhotoUseApi(app: FastifyInstance, deps: Deps): void {
  const config = { answers: { 200: photoVerdict } };
  const preValidation = async (request: FastifyRequest) => void requireViewer(request);

  app.put(
    `${photoApi}/crop`,
    {
      preValidation,
      schema: {
        ...describedPhoto,
        querystring: ofPerson,
        body: frameBody,
        summary: 'Cut a proposed photo otherwise',
        description:
          'Left, top and height of a frame of 35:45, in pixels of the source; the nearest frame that lies in it is cut and checked again.',
      },
      config,
    },
    async (request: OfPerson, reply) => {
      const booking = await ownBooking(deps, request);
      // Cutting takes seconds: nothing is locked meanwhile, and the same frame twice gives the same cut.
      const answer = await onceAfter(deps.db, keyOf(request), deps.clock.now(), () => crop(request, booking));
      return sendAnswer(reply, answer);
    },
  );

  app.post(
    `${photoApi}/accept`,
    {
      preValidation,
      schema: {
        ...describedPhoto,
        querystring: ofPerson,
        body: acceptBody,
        summary: 'Say yes to a proposed photo',
        description:
          'With a reason where the checks find it wrong: it is kept all the same, and the office looks at it.',
      },
      config,
    },
    async (request: OfPerson, reply) => {
      const booking = await ownBooking(deps, request);
      const answer = await once(deps.db, keyOf(request), deps.clock.now(), (tx) => accept(tx, request, booking));
      return sendAnswer(reply, answer);
    },
  );

  app.delete(
    photoApi,
    {
      preValidation,
      schema: { ...describedPhoto, querystring: toRemove, summary: 'Take the photo back' },
      config,
    },
    async (request: ToRemove, reply) => {
      const booking = await ownBooking(deps, request);
      const answer = await once(deps.db, keyOf(request), deps.clock.now(), (tx) => remove(tx, request, booking));
      return sendAnswer(reply, answer);
    },
  );

  async function crop(request: OfPerson, booking: Booking): Promise<ApiAnswer> {
    // Checked by the schema.
    const { photoId, ...frame } = request.body as z.output<typeof frameBody>;
    const { details, wish } = await proposalIn(deps, request, booking, photoId);
    if (wish.photoId !== details.id) return refuseUse(request, 'photo-changed');
    if (!details.source) throw notFound('no-photo');
    const { accountId } = requireViewer(request);
    const cut = await cutAnew(deps, { details, crop: frameInside(frame, details.source), accountId });
    if (cut === 'gone') throw notFound('no-photo');
    if ('isLost' in cut) return refuseLost(request);
    if ('busyFor' in cut) throw busyProblem(cut.busyFor);
    const outcome = await transact(deps.db, (tx) => recropPhoto(tx, deps.secrets, { ...wish, cut }));
    if (!outcome.ok) return refuseUse(request, outcome.reason);
    return { status: 200, body: await photoAnswerOf(deps, request, booking, { state: 'proposed' }) };
  }

  async function accept(tx: Tx, request: OfPerson, booking: Booking): Promise<ApiAnswer> {
    // Checked by the schema.
    const { photoId, ...sent } = request.body as z.output<typeof acceptBody>;
    const { details, wish } = await proposalIn({ ...deps, db: tx }, request, booking, photoId);
    const use = { ...wish, said: saidOf(sent, details.said), undeclared: true };
    const outcome = await acceptPhotoSaying(tx, deps.secrets, use);
    if (!outcome.ok) return refuseUse(request, outcome.reason);
    return { status: 200, body: await photoAnswerOf(deps, request, booking, { state: 'accepted', db: tx }) };
  }

  async function remove(tx: Tx, request: ToRemove, booking: Booking): Promise<ApiAnswer> {
    const { state = 'accepted', photoId } = request.query;
    const wish = wishOf(deps, request, booking);
    // Locked before it is read: another one cannot take its place in between.
    await lockBooking(tx, booking.id);
    const photos = await photoDetailsOf(tx, deps.secrets, booking.id);
    const own = photos.filter((photo) => photo.position === wish.position && photo.state !== 'at-desk');
    const there = own.find((photo) => photo.state === state);
    // Nothing is left of it: said twice, it is done. Another one is not the one that was looked at.
    if (photoId !== undefined && own.length > 0 && there?.id !== photoId) return refuseUse(request, 'photo-changed');
    // The photo that counts goes with any proposal for it.
    for (const { id, state: its } of state === 'accepted' ? own : own.filter((photo) => photo === there)) {
      const outcome = await removePhoto(tx, { ...wish, photoId: id, state: its === 'accepted' ? its : 'proposed' });
      if (!outcome.ok) return refuseUse(request, outcome.reason);
    }
    const kept = state === 'proposed' && own.some((photo) => photo.state === 'accepted');
    return {
      status: 200,
      body: verdictView({ verdict: 'not-assessed', checks: [] }, { language: request.language, kept }),
    };
  }
}

/** It was tried and went wrong: the same frame would again. */
function refuseLost(request: FastifyRequest): ApiAnswer {
  const { language } = request;
  const errors = [{ field: 'left', reason: 'not-cut', message: photoBusyTexts.for(language)('lost') }];
  return refuseFields(request, errors, problemTitle('invalid-request', language));
}

function keyOf(request: FastifyRequest) {
  return idempotencyOf(request, `a:${requireViewer(request).accountId}`);
}

/** The proposal there is, with the wish to use the one that was looked at: the verb compares them. */
async function proposalIn(deps: Deps, request: OfPerson, booking: Booking, photoId: string | undefined) {
  const wish = wishOf(deps, request, booking);
  const details = await proposalOf(deps, booking, wish.position);
  if (!details) throw notFound('no-photo');
  return { details, wish: { ...wish, photoId: photoId ?? details.id } };
}
