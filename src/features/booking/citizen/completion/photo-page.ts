import type { FastifyReply, FastifyRequest } from 'fastify';
import { requireViewer } from '#features/identity/index.ts';
import type { Deps } from '#platform/deps.ts';
import { goTo } from '#platform/http/page.ts';
import { notFound } from '#platform/http/problem.ts';
import { queryText } from '#platform/http/query.ts';
import type { Outcome } from '#platform/transaction.ts';
import type { Booking } from '../../booking.query.ts';
import { ownBooking } from '../../own-booking.ts';
import type { PhotoWish } from '../../photo/keep-photo.ts';
import { noticeAfter } from '../../photo/photo-notice.view.tsx';
import { readPosition } from '../../photo/read-position.ts';
import type { UseRefusal } from '../../photo/use-photo.ts';

/** Whose photo the address speaks of. */
export function positionOf(request: FastifyRequest, booking: Booking): number {
  return readPosition(queryText(request.query, 'person'), booking);
}

export function bookingPathOf({ code }: Booking): string {
  return `/bookings/${code}`;
}

/** `/bookings/7KMP-2QXA/photo?person=0`, or a page below it. */
export function photoPath(booking: Booking, position: number, below = ''): string {
  return `${bookingPathOf(booking)}/photo${below}?person=${position}`;
}

/** What every verb about a photo has to know. */
export function wishOf(deps: Deps, request: FastifyRequest, booking: Booking, position: number): PhotoWish {
  const { accountId } = requireViewer(request);
  return { bookingId: booking.id, position, actor: { kind: 'citizen', accountId }, now: deps.clock.now() };
}

/** Whether a yes was said before, as by whoever presses twice. */
export async function countsAlready(
  deps: Deps,
  request: FastifyRequest,
  { photoId }: { photoId: string },
): Promise<boolean> {
  const { photos } = await ownBooking(deps, request);
  return photos.some(({ id, state }) => id === photoId && state === 'accepted');
}

/** Back to the page, which shows how things stand, and says what was refused. */
export function backToPhoto(
  reply: FastifyReply,
  booking: Booking,
  position: number,
  outcome: Outcome<object, UseRefusal>,
  at = '',
): FastifyReply {
  if (!outcome.ok && (outcome.reason === 'not-found' || outcome.reason === 'no-such-person')) throw notFound();
  return goTo(reply, `${photoPath(booking, position)}${noticeAfter(outcome) || at}`);
}
