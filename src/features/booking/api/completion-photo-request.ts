import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { requireViewer } from '#features/identity/index.ts';
import type { Db, Tx } from '#platform/database.ts';
import type { Deps } from '#platform/deps.ts';
import type { ApiAnswer } from '#platform/http/idempotency.ts';
import { loginNeeded } from '#platform/http/openapi.ts';
import { notFound, problemTitle } from '#platform/http/problem.ts';
import { type Booking, bookingById } from '../booking.query.ts';
import type { PhotoWish } from '../photo/keep-photo.ts';
import { photoDetailsOf } from '../photo/photo-details.query.ts';
import { proposalTexts } from '../photo/proposal.text.ts';
import { declarations, keepReasons, type PhotoSaid } from '../photo/said.rules.ts';
import type { UseRefusal } from '../photo/use-photo.ts';
import { maySendPhoto } from '../photo-decision/decision.rules.ts';
import { type photoVerdict, verdictView } from './completion-view.ts';
import { refuse, refuseFields } from './refuse.ts';

export const photoApi = '/api/v1/bookings/:code/photo';
export const describedPhoto = { tags: ['citizen'], security: loginNeeded };

export const ofPerson = z.object({
  person: z.coerce
    .number()
    .int()
    .min(0)
    .max(99)
    .optional()
    .describe('position in the booking; the first unless it says'),
  state: z
    .enum(['proposed', 'accepted'])
    .optional()
    .describe('the one that waits for a yes, or the one that counts, which it is unless it says'),
});
export type OfPerson = FastifyRequest<{ Querystring: z.output<typeof ofPerson> }>;

const photoId = z
  .string()
  .max(60)
  .optional()
  .describe('the one that was looked at: 409 `photo-changed` where it is another one now');

export const toRemove = ofPerson.extend({ photoId });
export type ToRemove = FastifyRequest<{ Querystring: z.output<typeof toRemove> }>;

export const frameBody = z.object({
  left: z.number(),
  top: z.number(),
  height: z.number().positive(),
  photoId,
});

export const saidBody = z.object({
  reason: z.enum(keepReasons).optional().describe('why it is kept although the checks say otherwise'),
  words: z.string().trim().max(500).optional().describe('the reason in own words; needed for `other`'),
  declared: z.array(z.enum(declarations)).optional().describe('what no check can tell and the person declares'),
  headCovered: z.boolean().optional().describe('for religion or health'),
});

export const acceptBody = saidBody.extend({ photoId });

/** What a program says of a photo, on top of what was said before. */
export function saidOf(
  { reason, words, declared, headCovered }: z.output<typeof saidBody>,
  before: PhotoSaid,
): PhotoSaid {
  return {
    declared: declared ?? before.declared,
    headCovered: headCovered ?? before.headCovered,
    reason: reason ? { kind: reason, words: words || null } : null,
  };
}

export function wishOf(deps: Deps, request: OfPerson, { id: bookingId, people }: Booking): PhotoWish {
  const { accountId } = requireViewer(request);
  const position = request.query.person ?? people[0]?.position ?? 0;
  return { bookingId, position, actor: { kind: 'citizen', accountId }, now: deps.clock.now() };
}

/** Why a photo of this person would not be taken: known before anybody looks at it. */
export function refusalOf(deps: Deps, request: OfPerson, booking: Booking): UseRefusal | undefined {
  const { position, now } = wishOf(deps, request, booking);
  if (booking.completion.photo === 'none') return 'no-photo-asked';
  if (booking.people.every((person) => person.position !== position)) return 'no-such-person';
  if (maySendPhoto(booking, position, now)) return undefined;
  if (booking.status === 'cancelled') return 'cancelled';
  return booking.status === 'served' || booking.status === 'no-show' ? 'over' : 'too-late';
}

/** What is known of a person's photo: the one in that state, else the one that counts. */
export async function photoAnswerOf(
  deps: Deps,
  request: OfPerson,
  { id }: Booking,
  { state = 'accepted', db = deps.db }: { state?: 'proposed' | 'accepted' | undefined; db?: Db | Tx },
): Promise<z.output<typeof photoVerdict> | undefined> {
  const booking = await bookingById(db, deps.secrets, id);
  if (!booking) return undefined;
  const { position } = wishOf(deps, request, booking);
  const own = booking.photos.filter((photo) => photo.position === position);
  const found = own.find((photo) => photo.state === state);
  if (!found) return undefined;
  const details = await photoDetailsOf(db, deps.secrets, id);
  return verdictView(found, {
    language: request.language,
    kept: own.some((photo) => photo.state === 'accepted'),
    proposal: state === 'proposed' ? details.find((photo) => photo.id === found.id) : undefined,
  });
}

/** What a photo cannot be used for, as an answer. */
export function refuseUse(request: FastifyRequest, reason: UseRefusal): ApiAnswer {
  switch (reason) {
    case 'not-found':
    case 'no-such-person':
    case 'no-photo':
      throw notFound(reason);
    case 'needs-reason':
    case 'needs-words':
    case 'needs-declarations': {
      const { language } = request;
      const field = { 'needs-reason': 'reason', 'needs-words': 'words', 'needs-declarations': 'declared' }[reason];
      const errors = [{ field, reason: 'required', message: proposalTexts.for(language)(reason) }];
      return refuseFields(request, errors, problemTitle('invalid-request', language));
    }
    default:
      return refuse(request, reason);
  }
}
