import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Gate } from '#features/waiting-room/index.ts';
import type { Booking } from '../../booking.query.ts';

/** A booking of whoever opened its page. */
export interface OwnBooking {
  readonly booking: Booking;
  /** the address of its page; what can be done is below it */
  readonly path: string;
  /** null for whoever came by a link without login */
  readonly accountId: number | null;
}

/**
 * A way to one's own booking: logged in by its code, or by the link of an e-mail without login. What one may do there is
 * the same, so its pages are made once for both.
 */
export interface Door {
  /** the address of the booking's page as routes know it: `/bookings/:code` */
  readonly pattern: string;
  /** where people wait for their turn: nobody moves past them */
  readonly gate?: Gate | undefined;
  /** The booking, or the answer that was given because there is none. */
  open(
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<({ readonly ok: true } & OwnBooking) | { readonly ok: false; readonly answer: FastifyReply }>;
}
